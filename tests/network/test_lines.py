"""The network of themes: counts by hand, the lines worth drawing, and the same result in any order."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.errors import BuildError
from kg.network import themes
from kg.network.lines import network, ranked, strongest
from kg.network.rows import Concern, ThemeName, concerns, review_count, theme_names

if TYPE_CHECKING:
    import pyoxigraph as ox

# theme: group, reviews, findings, recommendations, statements
NODES = {
    "a": ("one", 3, 3, 1, 4),
    "b": ("one", 2, 2, 1, 3),
    "c": ("two", 2, 3, 0, 3),
    "d": ("two", 1, 0, 1, 1),
    "e": ("two", 1, 1, 0, 1),
}

# line: shared reviews, statements that carry both, whether it is drawn
LINES = {
    ("a", "b"): (2, ("f1", "r1"), True),
    ("a", "c"): (2, ("f2",), True),
    ("b", "c"): (2, ("f3",), True),
    ("a", "d"): (1, (), True),
}


def test_nodes_are_the_themes_of_findings_and_recommendations(small_store: ox.Store) -> None:
    graph = themes(small_store)
    keys = ("group", "reviews", "findings", "recommendations", "statements")
    assert {name: tuple(node[key] for key in keys) for name, node in graph.nodes(data=True)} == NODES
    assert graph.nodes["a"]["label"] == "Theme a"
    assert graph.nodes["a"]["group_label"] == "Group one"
    assert graph.graph["reviews"] == 4


def test_lines_are_shared_reviews_with_their_evidence(small_store: ox.Store) -> None:
    graph = themes(small_store)
    found = {
        (min(a, b), max(a, b)): (line["shared"], line["evidence"], line["strongest"])
        for a, b, line in graph.edges(data=True)
    }
    assert found == LINES
    assert all(line["same_statement"] == len(line["evidence"]) for *_, line in graph.edges(data=True))


def test_rows_in_any_order_give_the_same_network(small_store: ox.Store) -> None:
    rows, names, count = concerns(small_store), theme_names(small_store), review_count(small_store)
    first = nx.node_link_data(network(rows, names, count), edges="links")
    mixed = random.Random(4)
    for _ in range(5):
        mixed.shuffle(rows)
        mixed.shuffle(names)
        assert nx.node_link_data(network(rows, names, count), edges="links") == first


def test_a_theme_without_a_label_is_an_error() -> None:
    with pytest.raises(BuildError, match="the-theme"):
        network([Concern("the-theme", "f1", "Finding", "r1")], [ThemeName("other", "Other", "g", "G")], 1)


def test_equal_counts_are_ranked_by_association_then_by_name() -> None:
    graph = nx.Graph()
    graph.add_nodes_from(
        [(name, {"reviews": reviews}) for name, reviews in zip("abcd", (5, 2, 2, 5), strict=True)]
    )
    graph.add_edges_from([(*pair, {"shared": 1}) for pair in combinations("dcba", 2)])
    graph.edges["a", "d"]["shared"] = 2
    assert ranked(graph) == [("a", "d"), ("b", "c"), ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]


def test_a_weak_line_is_drawn_where_it_alone_joins_two_parts() -> None:
    graph = nx.Graph()
    graph.add_nodes_from("abcdef", reviews=3)
    for part in ("abc", "def"):
        graph.add_edges_from(combinations(part, 2), shared=3)
    graph.add_edges_from([("b", "e"), ("c", "f")], shared=1)
    assert ("b", "e") in strongest(graph)
    assert ("c", "f") not in strongest(graph)


@pytest.mark.parametrize("seed", range(5))
def test_strongest_lines_hold_each_themes_two_best_and_a_heaviest_tree(seed: int) -> None:
    mixed = random.Random(seed)
    graph = nx.gnp_random_graph(30, 0.2, seed=seed)
    graph = nx.relabel_nodes(graph, {number: f"t{number:02}" for number in graph})
    for name in graph:
        graph.nodes[name]["reviews"] = mixed.randint(3, 9)
    for pair in graph.edges:
        graph.edges[pair]["shared"] = mixed.randint(1, 3)
    chosen, order = strongest(graph), ranked(graph)
    for name in graph:
        assert {pair for pair in order if name in pair} & chosen >= set([p for p in order if name in p][:2])
    drawn = graph.edge_subgraph(chosen)
    pieces = [piece for piece in nx.connected_components(graph) if len(piece) > 1]
    assert nx.number_connected_components(drawn) == len(pieces)

    def weight(of: nx.Graph[str]) -> int:
        return sum(
            line["shared"] for *_, line in nx.maximum_spanning_tree(of, weight="shared").edges(data=True)
        )

    assert weight(drawn) == weight(graph)


def test_the_shipped_records_give_a_network(seed_store: ox.Store) -> None:
    graph = themes(seed_store)
    assert graph.graph["reviews"] == 8
    assert all(1 <= node["reviews"] <= 8 for _, node in graph.nodes(data=True))
    assert len({node["group"] for _, node in graph.nodes(data=True)}) <= 8
    drawn = [pair for *pair, line in graph.edges(data=True) if line["strongest"]]
    assert graph.number_of_nodes() - 1 <= len(drawn) < graph.number_of_edges()
