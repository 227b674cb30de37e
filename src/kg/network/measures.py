"""Which nodes stand in the middle: how many lines they have, and how many shortest ways run through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

EXACT: Final = 5_000_000
"""Nodes times lines up to which betweenness is worked out from every node, in a few seconds at most."""
SAMPLE: Final = 100
"""Nodes that it is estimated from beyond that."""
SEED: Final = 20


def measure(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Add to each node how central it is by the lines that the network holds; return the same graph.

    Nodes get:
        `degree`: how many lines it has.
        `strength`: the sum of their weights.
        `betweenness`: of the shortest ways between two others, the share that runs through it, every line
        as long as any other; from 0 to 1. The measure is Freeman's (1977, "A set of measures of centrality
        based on betweenness"), worked out as Brandes did (2001, "A faster algorithm for betweenness
        centrality").

    The graph gets `betweenness`: `exact`, or from how many nodes it was estimated. All of these depend on
    which lines there are: those of a network of strongest lines say what links the picture, not the field.
    """
    import networkx as nx

    exact = graph.number_of_nodes() * graph.number_of_edges() <= EXACT
    sample = None if exact else SAMPLE
    between = nx.betweenness_centrality(graph, k=sample, seed=SEED)
    for name, node in graph.nodes(data=True):
        node["degree"] = graph.degree(name)
        node["strength"] = round(float(graph.degree(name, weight="weight")), 4)
        node["betweenness"] = round(between[name], 4)
    graph.graph["betweenness"] = "exact" if exact else f"estimated from {SAMPLE} nodes"
    return graph
