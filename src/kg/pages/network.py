"""The page of the network of themes: the picture, and the same in two tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from kg.network import place
from kg.network.labels import LINE_HEIGHT, TAB
from kg.network.lines import ranked
from kg.pages.render import asset, page

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.network.layout import Place
    from kg.pages.facts import Facts

COLOURS: Final = 8
"""How many colours `style.css` has for groups; more groups use them again, each with a letter of its own."""

ENOUGH: Final = 50
"""Reviews below which the page says that there are too few of them to tell a line from chance."""

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
    """Return the page of the network of themes as HTML.

    Args:
        graph: as `kg.network.themes` makes it.
        facts: as `kg.pages.facts` reads them from the same store.
    """
    groups = _groups(graph)
    themes = sorted((theme for _, theme in graph.nodes(data=True)), key=_rank)
    lines = [
        {"from": graph.nodes[first], "to": graph.nodes[second], **graph.edges[first, second]}
        for first, second in ranked(graph)
        if graph.edges[first, second]["strongest"]
    ]
    return page(
        "network.html",
        scripts=[(files("pyvis") / LIBRARY).read_text("utf-8"), asset("network.js")],
        facts=facts,
        groups=groups,
        themes=themes,
        lines=lines,
        line_count=graph.number_of_edges(),
        few=graph.graph["reviews"] < ENOUGH,
        picture=_picture(graph, groups),
    )


def _rank(theme: Mapping[str, Any]) -> tuple[int, int, str]:
    return (-theme["reviews"], -theme["statements"], theme["label"])


def _groups(graph: nx.Graph[str]) -> dict[str, Group]:
    """Return the groups that themes are in, by id in order of label, with letter, colour and size."""
    found = sorted({(theme["group_label"], theme["group"]) for _, theme in graph.nodes(data=True)})
    members = [theme["group"] for _, theme in graph.nodes(data=True)]
    return {
        group: {
            "label": label,
            "letter": ascii_uppercase[number % len(ascii_uppercase)],
            "colour": number % COLOURS + 1,
            "themes": members.count(group),
        }
        for number, (label, group) in enumerate(found)
    }


def _picture(graph: nx.Graph[str], groups: Mapping[str, Group]) -> dict[str, object]:
    """Return what the script draws: pyvis' nodes, edges and options, and the size of the whole."""
    from pyvis.network import Network

    places = place(graph)
    network = Network(cdn_resources="in_line")
    network.nodes = [_node(name, graph.nodes[name], places[name], groups) for name in places]
    network.edges = [
        _edge(first, second, graph.edges[first, second])
        for first, second in sorted((min(pair), max(pair)) for pair in graph.edges)
        if graph.edges[first, second]["strongest"]
    ]
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
    extent = {"tab": TAB, "lineHeight": LINE_HEIGHT, **_extent(places)}
    return {"nodes": nodes, "edges": edges, "options": json.loads(chosen), "extent": extent}


def _node(
    name: str, theme: Mapping[str, Any], where: Place, groups: Mapping[str, Group]
) -> dict[str, object]:
    from pyvis.node import Node

    group, box = groups[theme["group"]], where.box
    shown = {key: theme[key] for key in ("label", "reviews", "findings", "recommendations", "group_label")}
    node = Node(name, "box", "\n".join(box.lines), x=where.x, y=where.y, theme=shown, box=asdict(box))
    options: dict[str, object] = node.options
    options["font"] = {"size": box.size}
    options["widthConstraint"] = {"minimum": box.width, "maximum": box.width}
    options["heightConstraint"] = {"minimum": box.height}
    return options | {"letter": group["letter"], "colour": group["colour"]}


def _edge(first: str, second: str, line: Mapping[str, Any]) -> dict[str, object]:
    from pyvis.edge import Edge

    same = line["same_statement"]
    dashes = False if same else [7, 6]
    edge = Edge(first, second, id=f"{first}~{second}", width=1 + line["shared"], dashes=dashes)
    options: dict[str, object] = edge.options
    return options | {"line": {"shared": line["shared"], "same": same}}


def _extent(places: Mapping[str, Place]) -> dict[str, float]:
    """Return the middle and the size of the whole picture, with a margin."""
    if not places:
        return {"x": 0.0, "y": 0.0, "width": 300.0, "height": 200.0}
    left = min(where.x - where.box.width / 2 for where in places.values()) - MARGIN
    right = max(where.x + where.box.width / 2 for where in places.values()) + MARGIN
    top = min(where.y - where.box.height / 2 for where in places.values()) - MARGIN
    bottom = max(where.y + where.box.height / 2 for where in places.values()) + MARGIN
    middle = {"x": round((left + right) / 2, 1), "y": round((top + bottom) / 2, 1)}
    return middle | {"width": round(right - left, 1), "height": round(bottom - top, 1)}
