from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import graph, records, release, store, validate
from kg.graph.tags import DIRECT, tag_triples
from kg.graph.terms import date, plain, text
from kg.iris import iri, local_name, tagging
from kg.namespaces import CR, RDF
from kg.resources import shipped

if TYPE_CHECKING:
    from kg.records.model import Records


PROPOSED = Path(__file__).parent / "records" / "proposed"


def parsed(lines: list[str]) -> set[ox.Quad]:
    return set(ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_QUADS))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_as_a_literal(value: str) -> None:
    line = f"<http://example.org/s> <http://example.org/p> {plain(value)} .\n"
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    assert quad.object.value == value


def test_text_carries_its_language() -> None:
    assert text('a "b"', "cy") == '"a \\"b\\""@cy'


@pytest.mark.parametrize(
    ("given_date", "datatype"), [("2020", "gYear"), ("2020-04", "gYearMonth"), ("2020-04-01", "date")]
)
def test_a_date_is_no_more_exact_than_given(given_date: str, datatype: str) -> None:
    assert date(given_date) == f'"{given_date}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'


def test_every_line_is_a_quad_and_none_is_written_twice(seed_records: Records) -> None:
    lines = list(graph.record_lines(seed_records))
    assert len(parsed(lines)) == len(lines)


def test_every_statement_and_tag_of_the_records_is_in_the_graph(
    seed_records: Records, seed_store: ox.Store
) -> None:
    for review in seed_records.reviews:
        for statement in review.statements:
            subject = ox.NamedNode(iri("statement", statement.id))
            (found,) = seed_store.quads_for_pattern(subject, ox.NamedNode(CR.text), None, None)
            assert found.object.value == statement.text
            direct = {
                (quad.predicate.value, quad.object.value)
                for predicates in DIRECT.values()
                for quad in seed_store.quads_for_pattern(subject, ox.NamedNode(predicates[0]), None, None)
            }
            expected = {
                (DIRECT[tag.role][0], iri("theme" if tag.role == "theme" else "agency", tag.concept))
                for tag in (*statement.themes, *statement.agencies)
                if tag.status == "accepted"
            }
            assert direct == expected


def test_the_graph_holds_86_findings_and_recommendations(seed_store: ox.Store) -> None:
    def number(cls: str) -> int:
        return len(list(seed_store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(cls), None)))

    assert (number(CR.Finding), number(CR.Recommendation), number(CR.CaseSummary)) == (54, 32, 8)


def test_each_of_the_86_has_a_theme_that_an_editor_accepted(seed_records: Records) -> None:
    statements = [
        statement
        for review in seed_records.reviews
        for statement in review.statements
        if statement.kind in ("finding", "recommendation")
    ]
    assert len(statements) == 86
    decided = {("accepted", "editor")}
    assert not [s.id for s in statements if not decided & {(tag.status, tag.by) for tag in s.themes}]


@pytest.mark.parametrize(("status", "direct"), [("accepted", 2), ("proposed", 0), ("rejected", 0)])
def test_only_an_accepted_tag_is_direct(seed_records: Records, status: str, direct: int) -> None:
    statement = next(s for review in seed_records.reviews for s in review.statements if s.themes)
    tag = replace(statement.themes[0], status=status)
    subjects = [subject for subject, _, _ in tag_triples(statement, tag)]
    assert subjects.count(f"<{iri('statement', statement.id)}>") == direct


@pytest.fixture(scope="module")
def proposed() -> set[ox.Quad]:
    """The graph of the records in which software proposed and a person decided half."""
    return parsed(list(graph.record_lines(records.read(PROPOSED))))


def said(quads: set[ox.Quad], subject: str) -> set[tuple[str, str]]:
    """Property and value of all that is said of a thing but its types, without namespaces."""
    return {
        (local_name(quad.predicate.value), local_name(quad.object.value))
        for quad in quads
        if quad.subject.value == subject and quad.predicate.value != RDF.type
    }


def test_a_proposal_says_why_and_a_decision_keeps_it(proposed: set[ox.Quad]) -> None:
    why = {("proposedBy", "method.gazetteer-1"), ("vocabularyVersion", "0123456789abcdef")}
    preferred = {("labelRule", "label-rule.preferred"), ("confidence", "confidence.high")}
    open_one = said(proposed, tagging("f-56789234", "theme", "neglect"))
    assert why | preferred | {("matchStart", "247"), ("matchEnd", "254")} <= open_one
    assert "decided" not in {name for name, _ in open_one}
    accepted = said(proposed, tagging("f-45678923", "theme", "safer-sleep"))
    assert why | preferred | {("decided", "2031-04-02"), ("method", "method.editor")} <= accepted
    added = {name for name, _ in said(proposed, tagging("f-45678923", "theme", "record-keeping"))}
    assert added == {"hasTarget", "hasBody", "motivatedBy", "tagRole", "tagStatus", "method", "decided"}


def test_a_document_says_what_read_it_and_no_date_that_it_does_not_give(proposed: set[ox.Quad]) -> None:
    document = said(proposed, iri("document", "bulletin"))
    assert ("extractor", "pypdfium2 5.1.0") in document
    assert "issued" not in {name for name, _ in document}


def test_terms_of_others_stand_in_a_graph_of_their_own(proposed: set[ox.Quad]) -> None:
    labels = {quad for quad in proposed if quad.graph_name.value == iri("graph", "labels.bulletin")}
    assert {(quad.subject.value, quad.predicate.value) for quad in labels} == {
        (iri("review", "r-44556677"), CR.externalLabel)
    }
    assert {quad.object.value for quad in labels} == {"unseen men", "disguised compliance", "sleep"}
    assert said(proposed, iri("graph", "labels.bulletin"))


def test_a_source_without_terms_of_others_has_no_graph_of_them(seed_records: Records) -> None:
    lines = list(graph.record_lines(seed_records))
    assert not [line for line in lines if "/graph/labels." in line]


def test_an_orphaned_statement_is_nowhere(proposed: set[ox.Quad]) -> None:
    assert "f-45678923" in str(proposed)
    assert "f-78923456" not in str(proposed)


@pytest.mark.parametrize(("quotes", "wording", "leaves"), [
    ("private", "verbatim", False), ("private", "paraphrase", True), ("open", "verbatim", True),
])  # fmt: skip
def test_the_words_of_a_private_source_are_in_no_export(quotes: str, wording: str, *, leaves: bool) -> None:
    found = records.read(PROPOSED)
    (source,), (review,) = found.sources, found.reviews
    review = replace(review, statements=tuple(replace(one, wording=wording) for one in review.statements))
    made = replace(found, sources=(replace(source, quotes=quotes),), reviews=(review,))
    kept = store.load(graph.record_lines(made), shipped("ontology"))
    words = next(one.text for one in review.statements if one.id == "f-45678923")
    assert [quad.object.value for quad in kept].count(words) == 1
    assert (words in str(release.exported(kept))) == leaves


def test_what_software_proposed_holds_as_a_graph() -> None:
    kept = store.load(graph.record_lines(records.read(PROPOSED)), shipped("ontology"))
    assert validate.problems(kept, shipped("ontology"), lambda _: validate.Place()) == []


def test_the_store_keeps_the_graph_triple_for_triple(seed_records: Records) -> None:
    lines = list(graph.record_lines(seed_records))
    kept = store.load(iter(lines), shipped("ontology"))
    assert parsed(lines) <= set(kept)


def test_the_digest_of_a_store_does_not_depend_on_the_order_of_loading(seed_records: Records) -> None:
    lines = list(graph.record_lines(seed_records))
    digests = {
        store.digest(store.load(iter(order), shipped("ontology")))
        for order in (lines, sorted(lines), lines[::-1])
    }
    assert len(digests) == 1
