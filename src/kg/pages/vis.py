"""The map drawn by pyvis: its nodes, edges and options, for the vis-network that the package brings."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from kg.network.labels import LINE_HEIGHT, TAB
from kg.network.lines import in_order
from kg.pages.picture import NAME, dashed, extent_of, group_names, widths
from kg.pages.words import of_line, of_node

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.network.layout import Place
    from kg.network.lines import Pair
    from kg.pages.picture import Group, Json

LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
"""The vis-network that pyvis 0.3.2 draws with, where it lies in that package."""

UNSEEN: Final = {
    "borderWidth": 0,
    "borderWidthSelected": 0,
    "chosen": False,
    "color": {"background": "transparent", "border": "transparent"},
    "font": {"color": "transparent"},
    "margin": dict.fromkeys(("top", "right", "bottom", "left"), 0),  # a plain 0 is taken for none given
    "shapeProperties": {"borderRadius": 0},
}
"""How vis takes boxes: it knows where they are and what is pointed at, and the page's script paints them."""


def picture(graph: nx.Graph[str], places: Mapping[str, Place], groups: Mapping[str, Group]) -> Json:
    """Return what the script draws: pyvis' nodes, edges and options, and the size of the whole."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.nodes = [_node(graph, name, places[name], groups) for name in places]
    wide = widths(graph)
    network.edges = [_edge(graph, pair, wide[pair]) for pair in in_order(graph.edges)]
    network.toggle_physics(status=False)
    network.inherit_edge_colors(status=False)
    options = network.options
    options.edges.smooth.enabled = False
    options.interaction.dragNodes = False
    options.interaction.zoomView = False  # the wheel scrolls the page; buttons zoom
    options.interaction.hover = True
    options.interaction.selectConnectedEdges = False
    options.layout = {"improvedLayout": False}
    options.nodes = UNSEEN
    nodes, edges, _, _, _, chosen = network.get_network_data()
    extent = {"tab": TAB, "lineHeight": LINE_HEIGHT, "nameSize": NAME, **extent_of(places)}
    names = group_names(graph, places, groups)
    return {
        "nodes": nodes,
        "edges": edges,
        "names": names,
        "options": json.loads(chosen),
        "extent": extent,
    }


def _node(graph: nx.Graph[str], name: str, where: Place, groups: Mapping[str, Group]) -> dict[str, Any]:
    from pyvis.node import Node

    group, box = groups[graph.nodes[name]["group"]], where.box
    shown = {"said": of_node(graph, name), "name": graph.nodes[name]["label"], "box": asdict(box)}
    node = Node(name, "box", "\n".join(box.lines), x=where.x, y=where.y, **shown)
    options: dict[str, Any] = node.options
    options["font"] = {"size": box.size}
    options["widthConstraint"] = {"minimum": box.width, "maximum": box.width}
    options["heightConstraint"] = {"minimum": box.height}
    return options | {"letter": group["letter"], "colour": group["colour"]}


def _edge(graph: nx.Graph[str], pair: Pair, width: float) -> dict[str, Any]:
    from pyvis.edge import Edge

    dashes = [7, 6] if dashed(graph.edges[pair]) else False
    edge = Edge(*pair, id="~".join(pair), width=width, dashes=dashes)
    options: dict[str, Any] = edge.options
    return options | {"said": of_line(graph, *pair)}
