"""Communities: found where groups were planted, none where lines were drawn at random, and named."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from itertools import combinations, pairwise

import networkx as nx
import pytest

from kg.network.communities import _rewired, communities
from kg.network.measures import measure


def made(lines: list[tuple[str, str]], reviews: int = 400, *, beyond: bool = True) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph(reviews=reviews)
    for name in sorted({name for pair in lines for name in pair}):
        graph.add_node(name, label=f"Label {name}")
    graph.add_edges_from(lines, beyond_chance=beyond, weight=0.5)
    return graph


def planted(groups: int, size: int, across: int, seed: int) -> list[tuple[str, str]]:
    """Groups whose members are all joined, but for a third of the lines, and some lines across."""
    mixed = random.Random(seed)
    members = [[f"{chr(97 + group)}{number}" for number in range(size)] for group in range(groups)]
    within = [pair for group in members for pair in combinations(group, 2) if mixed.random() < 0.67]
    every = [name for group in members for name in group]
    between = [pair for pair in combinations(every, 2) if pair[0][0] != pair[1][0]]
    return within + mixed.sample(between, across)


@pytest.mark.parametrize("seed", range(5))
def test_planted_groups_are_found(seed: int) -> None:
    graph = communities(made(planted(4, 8, 12, seed)))
    assert graph.graph["communities"] == 4
    for group in "abcd":
        found = {node["community"] for name, node in graph.nodes(data=True) if name[0] == group}
        assert len(found) == 1
        assert 0 not in found
    assert "better than in any of 19 networks" in graph.graph["communities_note"]


def test_lines_at_random_have_communities_once_in_twenty_times_at_most() -> None:
    found = 0
    for seed in range(120):
        lines = nx.gnm_random_graph(30, 60, seed=seed).edges
        graph = communities(made([(f"n{a:02}", f"n{b:02}") for a, b in lines]))
        if graph.graph["communities"]:
            found += 1
            continue
        assert "no better than lines drawn at random" in graph.graph["communities_note"]
        assert {node["community"] for node in graph.nodes.values()} == {0}
        assert {node["community_name"] for node in graph.nodes.values()} == {""}
    assert found <= 6


@pytest.mark.parametrize(
    ("lines", "reviews", "beyond", "why"),
    [
        (planted(4, 8, 12, 1), 8, False, "No communities: too few reviews to tell from chance."),
        (planted(4, 8, 12, 1), 400, False, "No communities: no line is beyond chance (q below 0.05)."),
        ([], 0, True, "No communities: too few reviews to tell from chance."),
        ([("a", "b")], 400, True, "No communities: the 1 lines beyond chance do not fall into groups."),
        (
            list(combinations("abcde", 2)),
            400,
            True,
            "No communities: the 10 lines beyond chance do not fall into groups.",
        ),
    ],
)
def test_none_has_its_reason(lines: list[tuple[str, str]], reviews: int, beyond: bool, why: str) -> None:  # noqa: FBT001
    graph = communities(made(lines, reviews, beyond=beyond))
    assert graph.graph["communities"] == 0
    assert graph.graph["communities_note"] == why


def test_the_order_of_lines_and_nodes_makes_no_difference() -> None:
    lines = planted(3, 7, 6, 3)
    first = dict(communities(made(lines)).nodes(data="community"))
    mixed = random.Random(5)
    for _ in range(3):
        mixed.shuffle(lines)
        turned = [(b, a) for a, b in lines]
        assert dict(communities(made(turned)).nodes(data="community")) == first


def test_themes_name_their_community_by_what_hangs_together_most() -> None:
    lines = planted(2, 6, 0, 2)
    graph = made(lines)
    for number in range(1, 6):
        graph.add_edge("a0", f"a{number}", beyond_chance=True, weight=0.9)
    name = communities(graph).nodes["a3"]["community_name"]
    assert name.startswith("Label a0, ")
    assert name.count(", ") == 2


def test_reviews_name_their_community_by_what_few_others_raise() -> None:
    graph = made(planted(2, 6, 0, 2))
    raised = {name: {"Everywhere", "Sleep" if name[0] == "a" else "Neglect"} for name in graph}
    raised["a0"] |= {"Once"}
    communities(graph, raised)
    assert graph.nodes["a5"]["community_name"] == "Sleep, Once"
    assert graph.nodes["b5"]["community_name"] == "Neglect"


@pytest.mark.parametrize("seed", range(5))
def test_rewiring_keeps_every_nodes_number_of_lines(seed: int) -> None:
    lines = [(a, b, 1.0) for a, b in sorted(nx.gnm_random_graph(20, 50, seed=seed).edges)]
    other = _rewired(lines, seed)
    assert {line[:2] for line in other} != {line[:2] for line in lines}
    assert len({line[:2] for line in other}) == 50
    assert all(a < b for a, b, _ in other)
    degrees = [sorted(nx.Graph(line[:2] for line in each).degree) for each in (lines, other)]
    assert degrees[0] == degrees[1]


def test_measures_of_a_path_are_those_by_hand() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairwise("abcd"), weight=0.5)
    measure(graph)
    found = {name: (n["degree"], n["strength"], n["betweenness"]) for name, n in graph.nodes(data=True)}
    assert found == {"a": (1, 0.5, 0.0), "b": (2, 1.0, 0.6667), "c": (2, 1.0, 0.6667), "d": (1, 0.5, 0.0)}
    assert graph.graph["betweenness"] == "exact"


def test_betweenness_is_estimated_where_it_would_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.network.measures.EXACT", 1)
    monkeypatch.setattr("kg.network.measures.SAMPLE", 5)
    graph = nx.relabel_nodes(nx.path_graph(20), str)
    graph.add_edges_from(graph.edges, weight=1.0)
    assert measure(graph).graph["betweenness"] == "estimated from 5 nodes"
