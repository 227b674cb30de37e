"""What stands around one node: a view that can be read where the whole is too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import NotFoundError

if TYPE_CHECKING:
    import networkx as nx


def around(graph: nx.Graph[str], node: str, steps: int = 1) -> nx.Graph[str]:
    """Return a node, all that is within some steps of it, and the lines between these, as a graph of its own.

    Attributes are those of the whole network: measures and communities do not change with the view. The
    graph gets `around` (the node) and `steps`.

    Args:
        graph: as the functions of `kg.network` make it; unchanged.
        node: a node of it, by its local name.
        steps: how many lines away; 0 for the node alone.

    Raises:
        NotFoundError: there is no such node in the network.
    """
    import networkx as nx

    if node not in graph:
        raise NotFoundError(f"{node} is not in this network: no finding or recommendation counts for it.")
    near = nx.single_source_shortest_path_length(graph, node, cutoff=steps)
    view: nx.Graph[str] = nx.Graph(**graph.graph, around=node, steps=steps)
    view.add_nodes_from((name, dict(graph.nodes[name])) for name in sorted(near))
    view.add_edges_from(
        (first, second, dict(graph.edges[first, second]))
        for first, second in sorted((min(pair), max(pair)) for pair in graph.subgraph(near).edges)
    )
    return view
