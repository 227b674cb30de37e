"""The page of a network: the picture, and the same in two tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from kg.network import place
from kg.network.labels import LINE_HEIGHT, TAB
from kg.network.lines import in_order, ranked
from kg.pages.render import asset, page
from kg.pages.words import WORDS, drawn, heading, of_line, of_node

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.network.layout import Place
    from kg.network.lines import Pair
    from kg.pages.facts import Facts

COLOURS: Final = 8
"""How many colours `style.css` has for groups; more groups use them again, each with a letter of its own."""

WIDEST: Final = 7.0
"""How wide a line may be, in the picture's units: 1 more than what its ends share, up to this."""

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

MARGIN: Final = 12.0

Group = dict[str, str | int]


def network_page(graph: nx.Graph[str], facts: Facts) -> str:
    """Return the page of a network as HTML.

    Args:
        graph: of themes, reviews or agencies, as `kg.network` makes it; all its lines are drawn.
        facts: as `kg.pages.facts` reads them from the same store.
    """
    groups = groups_of(graph)
    lines = [
        {"from": graph.nodes[first], "to": graph.nodes[second], **graph.edges[first, second]}
        for first, second in ranked(graph)
    ]
    return page(
        "network.html",
        scripts=[(files("pyvis") / LIBRARY).read_text("utf-8"), asset("network.js")],
        facts=facts,
        groups=groups,
        words=WORDS[graph.graph["kind"]],
        heading=heading(graph),
        nodes=sorted((node for _, node in graph.nodes(data=True)), key=_rank),
        lines=lines,
        line_count=graph.graph["lines_all"],
        drawn=drawn(graph),
        chance=graph.graph["chance"],
        picture=_picture(graph, groups),
    )


def _rank(node: Mapping[str, Any]) -> tuple[int, int, str]:
    return (-node["size"], -node["statements"], node["label"])


def groups_of(graph: nx.Graph[str]) -> dict[str, Group]:
    """Return the groups that nodes are in, by id in order of label, with letter and colour."""
    found = sorted({(node["group_label"], node["group"]) for _, node in graph.nodes(data=True)})
    return {
        group: {
            "label": label,
            "letter": ascii_uppercase[number % len(ascii_uppercase)],
            "colour": number % COLOURS + 1,
        }
        for number, (label, group) in enumerate(found)
    }


def _picture(graph: nx.Graph[str], groups: Mapping[str, Group]) -> dict[str, object]:
    """Return what the script draws: pyvis' nodes, edges and options, and the size of the whole."""
    from pyvis.network import Network

    places = place(graph)
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
    extent = {"tab": TAB, "lineHeight": LINE_HEIGHT, **extent_of(places)}
    return {"nodes": nodes, "edges": edges, "options": json.loads(chosen), "extent": extent}


def _node(graph: nx.Graph[str], name: str, where: Place, groups: Mapping[str, Group]) -> dict[str, object]:
    from pyvis.node import Node

    group, box = groups[graph.nodes[name]["group"]], where.box
    shown = {"said": of_node(graph, name), "name": graph.nodes[name]["label"], "box": asdict(box)}
    node = Node(name, "box", "\n".join(box.lines), x=where.x, y=where.y, **shown)
    options: dict[str, object] = node.options
    options["font"] = {"size": box.size}
    options["widthConstraint"] = {"minimum": box.width, "maximum": box.width}
    options["heightConstraint"] = {"minimum": box.height}
    return options | {"letter": group["letter"], "colour": group["colour"]}


def _edge(graph: nx.Graph[str], pair: Pair, width: float) -> dict[str, object]:
    from pyvis.edge import Edge

    dashes = [7, 6] if dashed(graph.edges[pair]) else False
    edge = Edge(*pair, id="~".join(pair), width=width, dashes=dashes)
    options: dict[str, object] = edge.options
    return options | {"said": of_line(graph, *pair)}


def dashed(line: Mapping[str, Any]) -> bool:
    """Tell whether a line stands for shared reviews alone, and for no statement about both."""
    return line.get("same_statement") == 0


def widths(graph: nx.Graph[str]) -> dict[Pair, float]:
    """Return how wide each line is drawn: 1 more than what its ends share, less where some share many."""
    shared = {pair: int(graph.edges[pair]["shared"]) for pair in in_order(graph.edges)}
    scale = min(1.0, (WIDEST - 1) / max(shared.values(), default=1))
    return {pair: round(1 + count * scale, 1) for pair, count in shared.items()}


def extent_of(places: Mapping[str, Place]) -> dict[str, float]:
    """Return the middle and the size of the whole picture, with a margin."""
    if not places:
        return {"x": 0.0, "y": 0.0, "width": 300.0, "height": 200.0}
    left = min(where.x - where.box.width / 2 for where in places.values()) - MARGIN
    right = max(where.x + where.box.width / 2 for where in places.values()) + MARGIN
    top = min(where.y - where.box.height / 2 for where in places.values()) - MARGIN
    bottom = max(where.y + where.box.height / 2 for where in places.values()) + MARGIN
    middle = {"x": round((left + right) / 2, 1), "y": round((top + bottom) / 2, 1)}
    return middle | {"width": round(right - left, 1), "height": round(bottom - top, 1)}
