"""The networks of themes, reviews and agencies: counts by hand, and the same result in any order."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from kg.errors import BuildError, NotFoundError, UsageError
from kg.network import agencies, around, reviews, reviews_themes, rows, themes
from kg.network.agencies import network as agency_network
from kg.network.reviews import Shared
from kg.network.reviews import network as review_network
from kg.network.rows import Concern, Link, Name, Reference
from kg.network.themes import network as theme_network

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyoxigraph as ox

# theme: group, reviews, findings, recommendations, statements
NODES = {
    "a": ("one", 3, 3, 1, 4),
    "b": ("one", 2, 2, 1, 3),
    "c": ("two", 2, 3, 0, 3),
    "d": ("two", 1, 0, 1, 1),
    "e": ("two", 1, 1, 0, 1),
}

# line: shared reviews, statements that carry both
LINES = {
    ("a", "b"): (2, ("f1", "r1")),
    ("a", "c"): (2, ("f2",)),
    ("b", "c"): (2, ("f3",)),
    ("a", "d"): (1, ()),
}


def data(graph: nx.Graph[str]) -> Any:
    return nx.node_link_data(graph, edges="edges")


def test_themes_are_those_of_findings_and_recommendations(small_store: ox.Store) -> None:
    graph = themes(small_store)
    keys = ("group", "reviews", "findings", "recommendations", "statements")
    assert {name: tuple(node[key] for key in keys) for name, node in graph.nodes(data=True)} == NODES
    assert graph.nodes["a"]["label"] == "Theme a"
    assert graph.nodes["a"]["group_label"] == "Group one"
    assert graph.nodes["a"]["size"] == 3
    assert graph.graph["reviews"] == 4
    assert graph.graph["kind"] == "themes"


def test_theme_lines_are_those_derived_with_their_evidence(small_store: ox.Store) -> None:
    graph = themes(small_store, "all")
    found = {
        (min(a, b), max(a, b)): (line["shared"], line["evidence"]) for a, b, line in graph.edges(data=True)
    }
    assert found == LINES
    assert all(line["same_statement"] == len(line["evidence"]) for *_, line in graph.edges(data=True))
    line = graph.edges["a", "d"]
    assert (line["expected"], line["p"], line["q"], line["score"], line["weight"]) == (
        *(0.7, 0.7, 1.0, 0.5774, 0.5774),
    )
    assert not line["beyond_chance"]


def test_reviews_are_all_there_and_joined_by_rare_themes(small_store: ox.Store) -> None:
    graph = reviews(small_store)
    keys = ("label", "title", "group", "themes", "findings", "recommendations", "size")
    assert {name: tuple(node[key] for key in keys) for name, node in graph.nodes(data=True)} == {
        "r1": ("one", "Review one", "review-type.scr", 3, 2, 0, 3),
        "r2": ("Review two", "Review two", "review-type.lcspr", 3, 2, 1, 3),
        "r3": ("Review three", "Review three", "review-type.scr", 2, 1, 1, 2),
        "r4": ("Review four", "Review four", "review-type.scr", 1, 1, 0, 1),
    }
    assert [node.get("year") for node in graph.nodes.values()] == [2019, None, None, None]
    assert list(graph.edges) == [("r1", "r2")]
    line = graph.edges["r1", "r2"]
    assert (line["themes"], line["agencies"]) == (("b", "c", "a"), ("north",))  # a, the most common, last
    assert (line["shared"], line["score"]) == (3, 1.0)
    assert graph.graph["ranked_by"] == "score"


def test_reviews_share_no_statement(small_store: ox.Store) -> None:
    with pytest.raises(UsageError, match="all or strongest"):
        reviews(small_store, "same-statement")


def test_agencies_are_addressed_or_spoken_of_but_not_mentioned(small_store: ox.Store) -> None:
    graph = agencies(small_store, "all")
    keys = ("reviews", "findings", "recommendations", "statements", "addressed", "about")
    assert {name: tuple(node[key] for key in keys) for name, node in graph.nodes(data=True)} == {
        "north": (2, 1, 1, 2, 2, 0),
        "south": (2, 1, 1, 2, 1, 1),
    }
    line = graph.edges["north", "south"]
    assert (line["shared"], line["evidence"], line["themes"]) == (1, ("r1",), ("a", "b"))
    assert line["score"] == 0.5
    assert 0 < line["p"] <= line["q"] <= 1
    assert list(agencies(small_store, "same-statement").edges) == [("north", "south")]


def test_a_statement_to_and_about_an_agency_counts_once() -> None:
    rows_ = [Reference("police", "f1", "Finding", "r1", role) for role in ("addressed", "about")]
    graph = agency_network(rows_, [Name("police", "Police", "g", "G")], [], 1)
    node = graph.nodes["police"]
    assert (node["statements"], node["findings"], node["addressed"], node["about"]) == (1, 1, 1, 1)


def test_reviews_and_themes_are_two_modes(small_store: ox.Store) -> None:
    graph = reviews_themes(small_store)
    sides = {side: {n for n, s in graph.nodes(data="bipartite") if s == side} for side in (0, 1)}
    assert sides == {0: {"r1", "r2", "r3", "r4"}, 1: set("abcde")}
    assert nx.bipartite.is_bipartite_node_set(graph, sides[0])
    line = graph.edges["r2", "a"]
    assert (line["findings"], line["recommendations"], line["statements"], line["weight"]) == (1, 1, 2, 2)
    assert line["evidence"] == ("f2", "r1")
    assert {theme: graph.degree(theme) for theme in sides[1]} == {
        theme: node[1] for theme, node in NODES.items()
    }


def test_rows_in_any_order_give_the_same_networks(small_store: ox.Store) -> None:
    concerns, references = rows.concerns(small_store), rows.references(small_store)
    names, bodies = rows.theme_names(small_store), rows.agency_names(small_store)
    cases, links = rows.review_names(small_store), rows.links(small_store, rows.THEME_LINKS)
    alike = rows.links(small_store, rows.REVIEW_LINKS)
    pair = ("r1", "r2")

    def built(shared: list[str]) -> list[Any]:
        return [
            data(theme_network(concerns, names, links, 4)),
            data(review_network(cases, concerns, alike, Shared({pair: shared}, {pair: shared}))),
            data(agency_network(references, bodies, concerns, 4)),
        ]

    first, mixed = built(["a", "b", "c"]), random.Random(4)
    for _ in range(5):
        for each in (concerns, references, names, bodies, cases, links, alike):
            mixed.shuffle(each)
        assert built(mixed.sample("abc", 3)) == first


def test_a_theme_without_a_label_is_an_error() -> None:
    with pytest.raises(BuildError, match="the-theme"):
        theme_network([Concern("the-theme", "f1", "Finding", "r1")], [Name("x", "X", "g", "G")], [], 1)


PATH = [Link(a, b, 1, 1.0, 1.0, 1.0, 0.5) for a, b in ("ab", "bc", "cd")]


@pytest.mark.parametrize(
    ("node", "steps", "nodes", "lines"),
    [("b", 0, "b", 0), ("b", 1, "abc", 2), ("a", 2, "abc", 2), ("a", 9, "abcd", 3)],
)
def test_around_keeps_what_is_near(node: str, steps: int, nodes: str, lines: int) -> None:
    names = [Name(name, name, "g", "G") for name in "abcd"]
    whole = theme_network([Concern(name, "f1", "Finding", "r1") for name in "dcba"], names, PATH, 1)
    view = around(whole, node, steps)
    assert "".join(view) == nodes
    assert view.number_of_edges() == lines
    assert (view.graph["around"], view.graph["steps"]) == (node, steps)
    view.nodes[node]["label"] = "changed"
    assert whole.nodes[node]["label"] == node
    assert "around" not in whole.graph


def test_around_what_is_not_there() -> None:
    with pytest.raises(NotFoundError, match="z is not in this network"):
        around(nx.Graph(), "z")


@pytest.mark.parametrize("make", [themes, reviews, agencies, reviews_themes])
def test_the_shipped_records_give_networks(seed_store: ox.Store, make: Callable[..., nx.Graph[str]]) -> None:
    graph = make(seed_store)
    assert graph.graph["reviews"] == 8
    assert list(graph) == sorted(graph) or make is reviews_themes
    assert all(node["label"] and node["group_label"] for node in graph.nodes.values())
    if make is not reviews_themes:
        assert graph.graph["communities"] == 0
        assert "too few reviews to tell from chance" in graph.graph["communities_note"]
        assert "too few reviews to tell from chance" in graph.graph["chance"]


def test_derived_counts_are_those_of_the_rows(seed_store: ox.Store) -> None:
    raised: dict[str, set[str]] = {}
    for row in rows.concerns(seed_store):
        raised.setdefault(row.theme, set()).add(row.review)
    graph = themes(seed_store, "all")
    pairs = {(a, b) for a in raised for b in raised if a < b and raised[a] & raised[b]}
    assert {(min(pair), max(pair)) for pair in graph.edges} == pairs
    assert all(line["shared"] == len(raised[a] & raised[b]) for a, b, line in graph.edges(data=True))
    assert 58 <= themes(seed_store).number_of_edges() < graph.number_of_edges()
