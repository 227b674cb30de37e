"""Every thing of the graph leads back to the line that says it, read from the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import iris, vocabulary
from kg.build.places import places
from kg.iris import iri
from kg.namespaces import CR
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyoxigraph as ox

    from kg.records.model import Records
    from kg.validate import Place


@pytest.fixture(scope="module")
def locate(seed_records: Records) -> Callable[[str], Place]:
    ontology = shipped("ontology")
    return places(seed_records, vocabulary.load(ontology), ontology)


def said(place: Place) -> str:
    assert place.line is not None, place
    return Path(place.path).read_text(encoding="utf-8").split("\n")[place.line - 1]


def expected(records: Records) -> Iterator[tuple[str, str]]:
    """Yield IRIs of things of the records, each with words of the line that it should lead to."""
    for source in records.sources:
        yield iri("document", source.id), source.id
        for issue in source.issues:
            yield iris.tagging(source.id, "issue", issue.theme), issue.term
            yield iri("passage", iris.issue_name(source.id, issue.theme)), issue.evidence.sha256
    for review in records.reviews:
        yield iri("review", review.id), review.id
        yield iri("incident", review.id), "outcome:"
        for number, child in enumerate(review.incident.children, 1):
            yield iris.child(review.id, number), child.age or child.band or child.sex or "{"
        for statement in review.statements:
            yield iri("statement", statement.id), statement.id
            yield iri("passage", statement.id), statement.evidence.sha256
            yield iri("selector", statement.id), statement.evidence.sha256
            for tag in (*statement.themes, *statement.agencies):
                yield iris.tagging(statement.id, tag.role, tag.concept), tag.concept


def test_a_thing_of_a_record_leads_to_its_line(locate: Callable[[str], Place], seed_records: Records) -> None:
    wrong = [(name, words) for name, words in expected(seed_records) if words not in said(locate(name))]
    assert not wrong


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (CR.Review, "cr:Review "),
        (CR.addressedTo, "cr:addressedTo "),
        (iri("theme", "safer-sleep"), "theme:safer-sleep "),
        (iris.code("outcome", "death"), "code:outcome.death "),
    ],
)
def test_a_term_or_concept_leads_to_its_block(locate: Callable[[str], Place], name: str, words: str) -> None:
    assert said(locate(name)).startswith(words)


def test_what_is_nowhere_is_named_all_the_same(locate: Callable[[str], Place]) -> None:
    assert (locate(iri("theme", "zebra")).record, locate(iri("theme", "zebra")).line) == ("theme:zebra", None)


def test_every_thing_that_records_make_has_a_place(
    locate: Callable[[str], Place], seed_store: ox.Store
) -> None:
    made = {
        quad.subject.value
        for quad in seed_store
        if quad.graph_name.value.startswith((f"{iri('graph', 'source')}.", f"{iri('graph', 'tags')}."))
    }
    assert made
    assert not [name for name in made if locate(name).line is None]
