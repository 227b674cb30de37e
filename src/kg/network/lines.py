"""Lines between nodes: in which order they count, and which of them are worth drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from kg.errors import UsageError
from kg.network import chance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx as nx

    from kg.network.rows import Link

Pair = tuple[str, str]
Lines = Literal["all", "strongest", "same-statement"]
"""Which lines a network holds: all; each node's two strongest and a tree; those backed by one statement."""

MODES: Final[tuple[Lines, ...]] = get_args(Lines)

LINES_PER_NODE: Final = 2
"""How many of its own strongest lines each node keeps, beyond those that hold the picture together."""

Order = tuple[float, float, float]


def _by_significance(line: Mapping[str, Any]) -> Order:
    return (line["p"], -line["shared"], -line["score"])


def _by_count(line: Mapping[str, Any]) -> Order:
    return (-line["shared"], -line["score"], 0)


def _by_score(line: Mapping[str, Any]) -> Order:
    return (-line["score"], -line["shared"], 0)


_ORDERS: Final[Mapping[str, Callable[[Mapping[str, Any]], Order]]] = {
    "significance": _by_significance,
    "count": _by_count,
    "score": _by_score,
}
"""How lines are ranked, the strongest first. Equal lines are ordered by the names of their ends."""


def numbers(link: Link) -> dict[str, Any]:
    """Return what every line of every network has, from its derived link."""
    return {
        "shared": link.shared,
        "expected": link.expected,
        "p": link.p,
        "q": link.q,
        "score": link.score,
        "weight": link.score,
        "beyond_chance": link.q < chance.LEVEL,
    }


def finish(graph: nx.Graph[str], lines: str, ranked_by: str | None = None) -> nx.Graph[str]:
    """Return a network with only the lines of a mode, all of them ranked first.

    Every line gets `strongest`; the graph gets `lines` (the mode), `lines_all` (how many there were),
    `ranked_by` and `chance` (what the lines are worth, in a sentence).

    Args:
        graph: with all its lines, and its number of `reviews`.
        lines: one of `MODES`.
        ranked_by: `significance`, `count` or `score`; where not given, significance if any line is beyond
            chance or there are reviews enough to tell, else the count. By counts alone the most frequent
            nodes would have all the lines.

    Raises:
        UsageError: there is no such mode.
    """
    if lines not in MODES:
        raise UsageError(f"There are no lines {lines!r}. There are: {', '.join(MODES)}.")
    beyond = sum(line["beyond_chance"] for *_, line in graph.edges(data=True))
    graph.graph["lines"] = lines
    graph.graph["lines_all"] = graph.number_of_edges()
    tells = beyond or graph.graph["reviews"] >= chance.ENOUGH
    graph.graph["ranked_by"] = ranked_by or ("significance" if tells else "count")
    graph.graph["chance"] = chance.of_network(beyond, graph.number_of_edges(), graph.graph["reviews"])
    chosen = strongest(graph)
    for first, second, line in graph.edges(data=True):
        line["strongest"] = (min(first, second), max(first, second)) in chosen
    graph.remove_edges_from([(a, b) for a, b, line in graph.edges(data=True) if not _kept(line, lines)])
    return graph


def _kept(line: Mapping[str, Any], lines: str) -> bool:
    if lines == "strongest":
        return bool(line["strongest"])
    return lines == "all" or bool(line["same_statement"])


def ranked(graph: nx.Graph[str]) -> list[Pair]:
    """Return the lines as (first, second) in order of name, the strongest first, by `ranked_by`."""
    order = _ORDERS[graph.graph["ranked_by"]]

    def key(pair: Pair) -> tuple[Order, Pair]:
        return (order(graph.edges[pair]), pair)

    return sorted(in_order(graph.edges), key=key)


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs sorted, each with the lesser name first."""
    return sorted((min(pair), max(pair)) for pair in pairs)


def strongest(graph: nx.Graph[str]) -> set[Pair]:
    """Return the lines to draw: each node's two strongest, and a maximum spanning tree (or forest).

    The tree keeps every node joined to all that it shares something with, through others; it is Kruskal's,
    over the order of `ranked`, so that equal lines never fall out by chance.
    """
    from networkx.utils import UnionFind

    joined = UnionFind(graph.nodes)
    kept: dict[str, int] = dict.fromkeys(graph.nodes, 0)
    chosen: set[Pair] = set()
    for pair in ranked(graph):
        apart = joined[pair[0]] != joined[pair[1]]
        if apart or any(kept[name] < LINES_PER_NODE for name in pair):
            chosen.add(pair)
        joined.union(*pair)
        for name in pair:
            kept[name] += 1
    return chosen
