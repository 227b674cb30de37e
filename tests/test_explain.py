"""Why two are linked: what they share, on small graphs by hand and on the shipped records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import query, resources
from kg.errors import ParameterError, UsageError
from kg.explain import explain, render
from kg.namespaces import BASE, PREFIXES
from kg.network import rows

if TYPE_CHECKING:
    from kg.explain import Explanation, Shared

TEXTS = """
INSERT {{ GRAPH <{base}graph/source.made-up> {{
  ?s cr:text ?text ; cr:wording code:wording.paraphrase ; cr:position 1 .
  code:wording.paraphrase skos:prefLabel "our paraphrase: check the report"@en }} }}
WHERE {{
  GRAPH ?g {{ ?s a cr:Statement }}
  BIND(STRLANG(CONCAT("What ", STRAFTER(STR(?s), "statement/"), " says."), "en") AS ?text) }}
"""


@pytest.fixture
def told_store(small_store: ox.Store) -> ox.Store:
    """The small graph, with a text for each statement."""
    small_store.update(TEXTS.format(base=BASE), prefixes=dict(PREFIXES))
    return small_store


def sides(shared: tuple[Shared, ...]) -> list[tuple[str, int, str, str, str]]:
    def ids(those: tuple[object, ...]) -> str:
        return " ".join(getattr(said, "id", "").partition(":")[2] for said in those)

    return [(one.thing.label, one.raised, ids(one.both), ids(one.first), ids(one.second)) for one in shared]


def test_reviews_share_themes_the_rarest_first(told_store: ox.Store) -> None:
    told = explain(told_store, "one", "Review two")
    assert sides(told.shared) == [
        ("Theme b", 2, "", "f1", "f3 r1"),
        ("Theme c", 2, "", "f6", "f2 f3"),
        ("Theme a", 3, "", "f1", "f2 r1"),
    ]
    assert sides(told.agencies) == [("North service", 2, "", "f1", "r1")]
    assert told.agencies[0].first[0].role == "addressed"
    assert (told.first.label, told.first.statements, told.first.tags) == ("one", 2, 3)
    assert told.numbers is not None
    assert (told.numbers.shared, told.numbers.expected, told.numbers.score) == (3, 2.1, 1.0)
    assert told.numbers.verdict == "too few reviews to tell from chance"
    assert told.sentences[0] == "one and Review two share 3 themes: one raises 3, Review two 3."
    assert told.sentences[1].startswith("By chance, about 2.1 would be expected")
    assert told.sentences[1].endswith("there are too few reviews to tell from chance whether 3 is more.")
    assert len(told.sentences) == 2


def test_themes_share_reviews_those_with_a_statement_on_both_first(told_store: ox.Store) -> None:
    told = explain(told_store, "theme:a", f"{BASE}theme/c")
    assert sides(told.shared) == [("Review two", 3, "f2", "r1", "f3"), ("one", 3, "", "f1", "f6")]
    assert "come up together in 2 reviews of 4" in told.sentences[0]
    assert "1 finding or recommendation is about both" in told.sentences[0]
    assert told.numbers is not None
    assert told.numbers.score == 0.8165


def test_agencies_are_compared_on_the_fly(told_store: ox.Store) -> None:
    told = explain(told_store, "north service", "South service")
    assert sides(told.shared) == [("Review two", 2, "r1", "", "")]
    assert told.shared[0].both[0].kind == "recommendation"
    assert told.numbers is not None
    assert (told.numbers.shared, told.numbers.score) == (1, 0.5)


def test_sharing_only_what_most_raise_is_no_link(told_store: ox.Store) -> None:
    told = explain(told_store, "one", "Review three")
    assert told.numbers is None
    assert sides(told.shared) == [("Theme a", 3, "", "f1", "f4")]
    assert "more than half of all reviews raise each of these themes" in told.sentences[1]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("review:r1", "Review four", ["share no theme", "2 findings and recommendations of one, with"]),
        ("Review four", "review:r1", ["share no theme", "1 finding or recommendation of Review four"]),
        ("theme:a", "theme:e", ["No review brings up both Theme a and Theme e", "Theme a, in 3 reviews"]),
        ("theme:one", "theme:e", ["none is about Group one itself", "try one below it"]),
        ("North service", "East service", ["none is addressed to or about East service itself"]),
    ],
)  # fmt: skip
def test_where_nothing_is_shared_what_was_searched_is_said(
    told_store: ox.Store, first: str, second: str, said: list[str]
) -> None:
    told = explain(told_store, first, second)
    assert told.numbers is None
    assert not told.shared
    for part in said:
        assert part in " ".join(told.sentences)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "Review three",
            "theme:a",
            "is a review, and 'theme:a' is a theme: they cannot be linked",
        ),
        ("theme:a", "theme a", "are the same theme"),
        (
            "them a",
            "theme:b",
            r"A='them a': there is no such review, theme or agency here. The nearest: theme:a",
        ),
        ("theme:b", "zzz", "B='zzz': there is no such review, theme or agency here. Two reviews"),
        ("", "theme:b", "A=''"),
    ],
)
def test_what_cannot_be_linked_says_what_can(
    told_store: ox.Store, first: str, second: str, said: str
) -> None:
    with pytest.raises(
        ParameterError, match="Two reviews, two themes or two agencies can be linked"
    ) as caught:
        explain(told_store, first, second)
    assert said in str(caught.value)


def test_a_name_of_two_kinds_asks_for_ids(told_store: ox.Store) -> None:
    node, label = ox.NamedNode(f"{BASE}agency/north"), ox.NamedNode(f"{PREFIXES['skos']}altLabel")
    other = ox.NamedNode(f"{BASE}agency/south")
    for thing, name in ((node, "Theme a"), (other, "Theme b")):
        told_store.add(
            ox.Quad(thing, label, ox.Literal(name, language="en"), ox.NamedNode(f"{BASE}graph/vocab"))
        )
    with pytest.raises(ParameterError, match=r"Give their ids: theme:a, theme:b; agency:north, agency:south"):
        explain(told_store, "Theme a", "Theme b")


def test_a_table_fits_its_width_and_holds_nothing_that_a_terminal_obeys(told_store: ox.Store) -> None:
    for quad in list(told_store.quads_for_pattern(None, ox.NamedNode(f"{BASE}ns#text"), None, None)):
        text = ox.Literal("\x1b[31m" + "word " * 60, language="en")
        told_store.remove(quad)
        told_store.add(ox.Quad(quad.subject, quad.predicate, text, quad.graph_name))
    text = render(explain(told_store, "one", "Review two"), width=60)
    assert all(len(line) <= 60 for line in text.splitlines())
    assert "\x1b" not in text
    assert text.endswith("\n")


def test_json_has_all_of_it(told_store: ox.Store) -> None:
    data = json.loads(render(explain(told_store, "one", "Review two"), "json"))
    assert data["first"]["id"] == "review:r1"
    assert data["numbers"]["shared"] == len(data["shared"]) == 3
    assert data["shared"][0]["first"][0]["text"] == "What f1 says."
    assert data["shared"][0]["first"][0]["wording"] == "our paraphrase: check the report"


def test_other_forms_are_refused(told_store: ox.Store) -> None:
    with pytest.raises(UsageError, match="table, json"):
        render(explain(told_store, "one", "Review two"), "csv")


def both_ways(told: Explanation) -> list[tuple[str, str, str, str, str]]:
    return [(one, raised, both, first, second) for one, raised, both, first, second in sides(told.shared)]  # type: ignore[misc]


def test_the_order_of_the_two_makes_no_difference(seed_store: ox.Store) -> None:
    one, other = explain(seed_store, "ruby", "child-lo"), explain(seed_store, "child-lo", "ruby")
    turned = [(name, raised, both, second, first) for name, raised, both, first, second in both_ways(other)]
    assert both_ways(one) == turned
    assert one.numbers == other.numbers


def test_ruby_and_child_lo_share_safer_sleep_first(seed_store: ox.Store) -> None:
    told = explain(seed_store, "ruby", "child-lo")
    assert told.shared[0].thing.label == "Safer sleep"
    assert told.shared[0].raised == 2
    assert "too few reviews to tell from chance" in " ".join(told.sentences)


@pytest.mark.parametrize("name", ["ruby", "child-lo", "emma", "liam", "family-e", "family-s", "child-ys"])
def test_similar_reviews_and_the_explanation_agree(seed_store: ox.Store, name: str) -> None:
    question = query.question(resources.shipped("queries"), "similar-reviews")
    found: dict[str, list[dict[str, object]]] = {}
    for row in query.ask(seed_store, question, {"review": [name]}).dictionaries():
        found.setdefault(str(row["other"]), []).append(row)
    assert found
    for other, answer in found.items():
        told = explain(seed_store, name, other)
        assert told.numbers is not None
        assert [row["label"] for row in answer] == [each.thing.label for each in told.shared]
        assert [row["raised"] for row in answer] == [each.raised for each in told.shared]
        assert {row["shared"] for row in answer} == {told.numbers.shared}
        assert {float(str(row["expected"])) for row in answer} == {told.numbers.expected}
        assert {float(str(row["score"])) for row in answer} == {told.numbers.score}
        assert {row["chance"] for row in answer} == {told.numbers.verdict}
    linked = rows.links(seed_store, rows.REVIEW_LINKS)
    asked = explain(seed_store, name, next(iter(found))).first.id.partition(":")[2]
    assert len(found) == sum(asked in (link.first, link.second) for link in linked)
