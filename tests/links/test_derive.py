"""Links of the shipped records, as a build writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from tests.links.synthetic import drawn, named

from kg import graph, resources, store
from kg.build.derive import ALL_PAIRS, NEAREST, Raised, derived_lines, read, review_links, theme_links
from kg.graph.links import Link, chance, link_lines
from kg.iris import iri, local_name
from kg.links import row_pairs, two_mode
from kg.namespaces import CR, PREFIXES
from kg.validate import shapes

if TYPE_CHECKING:
    from kg.records.model import Records


def links_of(kept: ox.Store, cls: str, prop: str) -> dict[frozenset[str], float]:
    """A figure of every link of a class, by what it connects."""
    solutions = kept.query(
        f"SELECT ?one ?other ?figure WHERE {{ ?link a <{cls}> ; cr:connects ?one , ?other ; <{prop}> ?figure "
        "FILTER(STR(?one) < STR(?other)) }",
        prefixes=dict(PREFIXES),
        use_default_graph_as_union=True,
    )
    return {
        frozenset((local_name(one.value), local_name(other.value))): float(figure.value)
        for one, other, figure in solutions
    }


@pytest.mark.parametrize("cls", [CR.ReviewLink, CR.ThemeLink])
def test_with_eight_reviews_nothing_is_beyond_chance(cls: str, seed_store: ox.Store) -> None:
    adjusted = links_of(seed_store, cls, CR.qValue)
    assert len(adjusted) == {CR.ReviewLink: 22, CR.ThemeLink: 629}[cls]
    assert min(adjusted.values()) > 0.5


def test_the_other_unsafe_sleep_death_is_most_like_ruby(seed_store: ox.Store, seed_records: Records) -> None:
    ids = {review.alias: review.id for review in seed_records.reviews}
    scores = links_of(seed_store, CR.ReviewLink, CR.score)
    near = {pair: score for pair, score in scores.items() if ids["ruby"] in pair}
    assert max(near, key=near.__getitem__) == {ids["ruby"], ids["child-lo"]}


def test_links_say_what_the_records_say(seed_store: ox.Store, seed_records: Records) -> None:
    said = {
        review.id: [
            {tag.concept for tag in statement.themes if tag.status == "accepted"}
            for statement in review.statements
            if statement.kind in ("finding", "recommendation")
        ]
        for review in seed_records.reviews
    }
    counts = links_of(seed_store, CR.ThemeLink, CR.sharedCount)
    same = links_of(seed_store, CR.ThemeLink, CR.sameStatement)
    for pair, count in counts.items():
        assert count == sum(pair <= set().union(*statements) for statements in said.values())
        assert same[pair] == sum(pair <= themes for statements in said.values() for themes in statements)


def test_what_is_computed_has_the_form_it_should(seed_store: ox.Store) -> None:
    """A build leaves this to rules, since shapes are slow; so it is here that the shapes are tried."""
    form = shapes.read(resources.shipped("ontology") / "shapes.ttl")
    shaped = [quad for quad in seed_store if not str(quad.graph_name).endswith("/graph/wording>")]
    assert list(shapes.problems(shaped, form, lambda _: pytest.fail("there is a problem"))) == []


def test_summaries_actions_notes_and_undecided_tags_make_no_link(seed_store: ox.Store) -> None:
    def without(kinds: tuple[str, ...]) -> list[str]:
        apart = {
            quad.subject
            for quad in seed_store
            if quad.predicate.value == CR.inReview and not kinds_of(quad.subject) & set(kinds)
        }
        kept = ox.Store()
        direct = {CR.concerns, CR.refersTo}
        kept.bulk_extend(
            quad for quad in seed_store if quad.subject not in apart or quad.predicate.value not in direct
        )
        return derived_lines(kept)

    def kinds_of(statement: ox.NamedNode) -> set[str]:
        rdf_type = ox.NamedNode(f"{PREFIXES['rdf']}type")
        return {quad.object.value for quad in seed_store.quads_for_pattern(statement, rdf_type, None)}

    whole = derived_lines(seed_store)
    assert without((CR.Finding, CR.Recommendation)) == whole
    assert without((CR.Finding,)) != whole


def test_nothing_raised_is_no_link_and_no_fault() -> None:
    assert [line for line in derived_lines(ox.Store()) if "/link/" in line] == []


def test_links_do_not_depend_on_the_order_of_the_records(seed_records: Records, seed_store: ox.Store) -> None:
    lines = list(graph.record_lines(seed_records))[::-1]
    assert derived_lines(store.load(lines, resources.shipped("ontology"))) == derived_lines(seed_store)


def raised(reviews: int) -> Raised:
    data = named(drawn(reviews, 40, 1))
    pairs = [
        (row, data.columns[at])
        for row, has in zip(data.rows, data.matrix, strict=True)
        for at in has.nonzero()[0]
    ]
    return Raised(frozenset(pairs), {}, {})


def test_of_many_reviews_the_nearest_are_kept() -> None:
    few, many = raised(ALL_PAIRS), raised(ALL_PAIRS * 6)
    of_few = list(review_links(two_mode(few.themes), few))
    of_many = list(review_links(two_mode(many.themes), many))
    assert len(of_few) > ALL_PAIRS * NEAREST
    assert len(of_many) <= ALL_PAIRS * 6 * NEAREST
    data = two_mode(many.themes)
    every = row_pairs(data)
    linked = {data.rows[at] for at in (*every.first, *every.second)}
    assert {link.first for link in of_many} | {link.second for link in of_many} == linked
    assert all(set(link.themes) and link.count == len(link.themes) for link in of_many)


def test_a_theme_link_counts_statements_about_both() -> None:
    themes = frozenset([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")])
    statements = {"1": frozenset("xy"), "2": frozenset("x"), "3": frozenset("yx")}
    (link,) = theme_links(two_mode(themes), Raised(themes, {}, statements))
    assert (link.first, link.second, link.count, link.same) == ("x", "y", 2, 2)


NUMBERS = [1.0, 0.5, 0.05, 0.12345678, 0.00099999, 1.5e-7, 3.21e-17, 1e-18, 1e-300]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_chance_is_written_as_the_store_keeps_it(number: float) -> None:
    kept = ox.Store()
    written = chance(number)
    store.extend(kept, [f"<urn:x> <urn:p> {written} <urn:g> .\n"])
    (quad,) = kept
    assert str(quad.object) == written
    assert float(quad.object.value) == pytest.approx(max(number, 1e-18), rel=5e-4, abs=5e-19)
    (row,) = kept.query("SELECT (?x <= 1 AS ?least) { GRAPH ?g { ?s ?p ?x } }")
    assert row["least"].value == "true"


def test_a_link_is_named_after_both_in_order() -> None:
    link = Link("sleep", "neglect", 1, 0.5, 0.25, 1.0, 0.5, same=0)
    lines = list(link_lines("theme", [link]))
    assert lines[0].startswith(f"<{iri('link', 'theme.neglect.sleep')}> ")
    assert len({line.split(" ", 1)[0] for line in lines}) == 3  # the link; the dataset and its graph


def test_read_takes_agencies_of_every_role(seed_store: ox.Store) -> None:
    found = read(seed_store)
    assert len(found.agencies) == 8
    assert {len(review) for review, _ in found.themes} == {10}
