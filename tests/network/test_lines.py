"""Lines: their order, which are worth drawing, and what may be said of chance."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.network.chance import of_network, verdict
from kg.network.lines import finish, in_order, ranked, strongest

PLAIN = {"shared": 1, "score": 0.5, "p": 1.0, "q": 1.0, "beyond_chance": False, "same_statement": 0}


def made(lines: dict[str, dict[str, object]], reviews: int = 8) -> nx.Graph[str]:
    """Make a network of lines named by two letters, ranked by count unless `finish` says otherwise."""
    graph: nx.Graph[str] = nx.Graph(reviews=reviews, ranked_by="count")
    graph.add_nodes_from(sorted({letter for pair in lines for letter in pair}))
    graph.add_edges_from((*pair, {**PLAIN, **line}) for pair, line in lines.items())
    return graph


def names(graph: nx.Graph[str]) -> list[str]:
    return ["".join(pair) for pair in in_order(graph.edges)]


ORDERS = {
    "count": (
        {
            "ab": {"shared": 1, "score": 0.9},
            "ac": {"shared": 2, "score": 0.1},
            "bc": {"shared": 2, "score": 0.2},
        },
        ["bc", "ac", "ab"],
    ),
    "score": (
        {
            "ab": {"shared": 9, "score": 0.1},
            "ac": {"shared": 1, "score": 0.2},
            "bc": {"shared": 2, "score": 0.2},
        },
        ["bc", "ac", "ab"],
    ),
    "significance": (
        {"ab": {"p": 0.2, "shared": 9}, "ac": {"p": 1e-9, "shared": 1}, "bc": {"p": 0.2, "score": 0.9}},
        ["ac", "ab", "bc"],
    ),
}


@pytest.mark.parametrize("order", ORDERS)
def test_lines_are_ranked(order: str) -> None:
    lines, expected = ORDERS[order]
    graph = made(lines)
    graph.graph["ranked_by"] = order
    assert ["".join(pair) for pair in ranked(graph)] == expected


def test_equal_lines_are_ordered_by_name() -> None:
    graph = made({pair: {} for pair in ("dc", "ba", "ca", "db", "cb", "da")})
    assert ["".join(pair) for pair in ranked(graph)] == ["ab", "ac", "ad", "bc", "bd", "cd"]


@pytest.mark.parametrize(
    ("beyond", "reviews", "given", "expected"),
    [
        (False, 29, None, "count"),
        (True, 8, None, "significance"),
        (True, 8, "score", "score"),
        (False, 30, None, "significance"),
    ],
)
def test_significance_ranks_where_it_can_tell(
    beyond: bool,  # noqa: FBT001
    reviews: int,
    given: str | None,
    expected: str,
) -> None:
    graph = made({"ab": {"beyond_chance": beyond}, "ac": {}}, reviews)
    assert finish(graph, "all", given).graph["ranked_by"] == expected


SQUARE = {
    "ab": {"shared": 5, "same_statement": 1},
    "bc": {"shared": 5},
    "cd": {"shared": 5},
    "ad": {"shared": 5},
    "ac": {"shared": 1, "same_statement": 2},
    "bd": {"shared": 1},
}
MODES = {
    "all": ["ab", "ac", "ad", "bc", "bd", "cd"],
    "strongest": ["ab", "ad", "bc", "cd"],
    "same-statement": ["ab", "ac"],
}


@pytest.mark.parametrize("mode", MODES)
def test_each_mode_keeps_its_lines(mode: str) -> None:
    graph = finish(made(SQUARE), mode)
    assert names(graph) == MODES[mode]
    assert graph.graph["lines"] == mode
    assert graph.graph["lines_all"] == 6
    strong = ["".join(sorted(pair)) for *pair, line in graph.edges(data=True) if line["strongest"]]
    assert sorted(strong) == [name for name in MODES[mode] if name in MODES["strongest"]]


def test_other_lines_are_refused() -> None:
    with pytest.raises(UsageError, match="all, strongest, same-statement"):
        finish(made(SQUARE), "best")


def test_a_weak_line_is_drawn_where_it_alone_joins_two_parts() -> None:
    lines = {"".join(pair): {"shared": 3} for part in ("abc", "def") for pair in combinations(part, 2)}
    chosen = strongest(made({**lines, "be": {}, "cf": {}}))
    assert ("b", "e") in chosen
    assert ("c", "f") not in chosen


@pytest.mark.parametrize("seed", range(5))
def test_strongest_lines_hold_each_nodes_two_best_and_a_heaviest_tree(seed: int) -> None:
    mixed = random.Random(seed)
    graph = nx.gnp_random_graph(30, 0.2, seed=seed)
    graph = nx.relabel_nodes(graph, {number: f"t{number:02}" for number in graph})
    graph.graph["ranked_by"] = "count"
    for pair in graph.edges:
        graph.edges[pair].update(shared=mixed.randint(1, 3), score=mixed.random())
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


@pytest.mark.parametrize(
    ("q", "reviews", "said"),
    [
        (0.049, 8, "beyond chance"),
        (0.05, 29, "too few reviews to tell from chance"),
        (0.05, 30, "not beyond chance"),
        (1.0, 10_000, "not beyond chance"),
    ],
)
def test_a_line_is_judged_by_its_q_and_the_number_of_reviews(q: float, reviews: int, said: str) -> None:
    assert verdict(q, reviews) == said


@pytest.mark.parametrize(
    ("beyond", "reviews", "said"),
    [
        (0, 8, "There are too few reviews to tell from chance which of these belong together."),
        (0, 30, "No line is beyond chance (q below 0.05)."),
        (2, 8, "2 of 6 lines are beyond chance (q below 0.05); the others may be chance."),
    ],
)
def test_a_network_says_what_its_lines_are_worth(beyond: int, reviews: int, said: str) -> None:
    assert of_network(beyond, 6, reviews) == said
    lines = {
        name: {**line, "beyond_chance": number < beyond} for number, (name, line) in enumerate(SQUARE.items())
    }
    assert finish(made(lines, reviews), "strongest").graph["chance"] == said
