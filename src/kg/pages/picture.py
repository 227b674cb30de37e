"""A network as a picture: its groups, and where each box and line is drawn; for pages and for SVG files."""

from __future__ import annotations

from statistics import fmean
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from kg.network.labels import LINE_HEIGHT, TAB, text_width
from kg.network.lines import in_order
from kg.network.separate import separate
from kg.pages.words import of_line, of_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.network.layout import Place
    from kg.network.lines import Pair

COLOURS: Final = 8
"""How many colours `style.css` has for groups; more groups use them again, each with a letter of its own."""
WIDEST: Final = 7.0
"""How wide a line may be, in the picture's units: 1 more than what its ends share, up to this."""
MARGIN: Final = 12.0
BASELINE: Final = 0.35
"""How far below its middle a line of text stands, in font sizes."""

NAME: Final = 34.0
"""Font size of the groups' names, in the picture's units."""
BOLD: Final = 1.12
"""How much wider bold letters are, at most."""
TALL: Final = 1.7
"""How tall a group's name is with its outline, in font sizes."""

Group = dict[str, str | int]
Json = dict[str, Any]


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


def dashed(line: Mapping[str, Any]) -> bool:
    """Tell whether a line stands for shared reviews alone, and for no statement about both."""
    return line.get("same_statement") == 0


def thinness(graph: nx.Graph[str]) -> float:
    """Return by how much a line grows for each thing its ends share: 1, or less where some share many."""
    most = max((int(line["shared"]) for *_, line in graph.edges(data=True)), default=1)
    return min(1.0, (WIDEST - 1) / most)


def widths(graph: nx.Graph[str]) -> dict[Pair, float]:
    """Return how wide each line is drawn: 1 more than what its ends share, less where some share many."""
    scale = thinness(graph)
    return {pair: round(1 + graph.edges[pair]["shared"] * scale, 1) for pair in in_order(graph.edges)}


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


def boxes(graph: nx.Graph[str], places: Mapping[str, Place], groups: Mapping[str, Group]) -> Iterator[Json]:
    """Yield each node's box, with its words line by line, in order of name."""
    for name, where in places.items():
        box, group = where.box, groups[graph.nodes[name]["group"]]
        left, top = round(where.x - box.width / 2, 1), round(where.y - box.height / 2, 1)
        steps = [
            (number - (len(box.lines) - 1) / 2) * LINE_HEIGHT + BASELINE for number in range(len(box.lines))
        ]
        yield {
            "id": name,
            "said": of_node(graph, name),
            "x": where.x,
            "y": where.y,
            "left": left,
            "top": top,
            "width": box.width,
            "height": box.height,
            "tab": round(left + TAB / 2, 1),
            "middle": round(where.y + 12 * BASELINE, 1),
            "text": round(where.x + TAB / 2, 1),
            "size": box.size,
            "lines": [
                {"text": text, "y": round(where.y + step * box.size, 1)}
                for text, step in zip(box.lines, steps, strict=True)
            ],
            "letter": group["letter"],
            "colour": group["colour"],
        }


def lines(graph: nx.Graph[str], places: Mapping[str, Place], pairs: Iterable[Pair]) -> Iterator[Json]:
    """Yield some lines of a network with their ends, in the order given."""
    wide = widths(graph)
    for first, second in pairs:
        yield {
            "id": f"{first}~{second}",
            "said": of_line(graph, first, second),
            "x1": places[first].x,
            "y1": places[first].y,
            "x2": places[second].x,
            "y2": places[second].y,
            "width": wide[first, second],
            "dashed": dashed(graph.edges[first, second]),
        }


def group_names(graph: nx.Graph[str], places: Mapping[str, Place], groups: Mapping[str, Group]) -> list[Json]:
    """Return where each group's name stands from afar: near the middle of its boxes, none on another."""
    import numpy as np

    if not places:
        return []
    names = [f"{shown['letter']} {shown['label']}" for shown in groups.values()]
    of = [[places[name] for name in places if graph.nodes[name]["group"] == group] for group in groups]
    x, y = separate(
        np.array([fmean(where.x for where in those) for those in of]),
        np.array([fmean(where.y for where in those) for those in of]),
        np.array([text_width(name) * NAME * BOLD + 2 * MARGIN for name in names]),
        np.full(len(names), NAME * TALL),
    )
    return [
        {"text": name, "x": round(float(x[at]), 1), "y": round(float(y[at]) + NAME * BASELINE, 1)}
        for at, name in enumerate(names)
    ]
