"""A network as a still picture: one SVG that any browser, word processor or printer takes, with no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kg.network import place
from kg.network.files import CAUTION
from kg.network.labels import LINE_HEIGHT, TAB, text_width
from kg.network.lines import in_order
from kg.pages.network import dashed, extent_of, groups_of, widths
from kg.pages.render import asset, render
from kg.pages.words import WORDS, drawn, heading, of_line, of_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.network.layout import Place
    from kg.pages.network import Group

MARGIN: Final = 24.0
NARROWEST: Final = 640.0
"""Least width of a picture, so that its words have room."""
FONT: Final = 14
STEP: Final = 20.0
"""From one line of words to the next, in the picture's units."""
BASELINE: Final = 0.35
"""How far below its middle a line of text stands, in font sizes."""

_COLOUR: Final = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")


def network_svg(graph: nx.Graph[str]) -> str:
    """Return the picture of a network as SVG 1.1: its heading, what may be said of it, a legend, all lines.

    Every box and every line has a `title`, which browsers show and screen readers read.

    Args:
        graph: of themes, reviews or agencies, as `kg.network` makes it.
    """
    places, groups = place(graph), groups_of(graph)
    extent = extent_of(places)
    width = max(extent["width"] + 2 * MARGIN, NARROWEST)
    notes = [WORDS[graph.graph["kind"]].lead, CAUTION, graph.graph["chance"], drawn(graph)]
    written = [
        {"text": text, "y": 62 + STEP * number}
        for number, text in enumerate(_wrapped(notes, width - 2 * MARGIN))
    ]
    top = 62 + STEP * len(written)
    legend = list(_legend(groups, width - MARGIN, top - 6))
    top = max([top, *(entry["y"] + 34 for entry in legend)])
    return render(
        "network.svg",
        heading=heading(graph),
        notes=notes,
        written=written,
        legend=legend,
        nodes=[_node(graph, name, places[name], groups) for name in places],
        lines=list(_lines(graph, places)),
        width=round(width, 1),
        height=round(top + extent["height"] + MARGIN, 1),
        shift={
            "x": round(width / 2 - extent["x"], 1),
            "y": round(top + extent["height"] / 2 - extent["y"], 1),
        },
        margin=MARGIN,
        tab=TAB,
        colours=_colours(),
    )


def _colours() -> dict[str, str]:
    """Return the colours of the pages by daylight: those that their style names first."""
    return dict(reversed(_COLOUR.findall(asset("style.css"))))


def _wrapped(sentences: Iterable[str], width: float) -> Iterator[str]:
    """Yield sentences in lines that fit a width, each sentence from a line of its own."""
    for sentence in sentences:
        line = ""
        for word in sentence.split():
            longer = f"{line} {word}".lstrip()
            if line and text_width(longer) * FONT > width:
                yield line
                longer = word
            line = longer
        yield line


def _legend(groups: Mapping[str, Group], right: float, top: float) -> Iterator[dict[str, Any]]:
    """Yield the groups with their places, in as many rows as they need."""
    x, y = MARGIN, top
    for group in groups.values():
        width = round(text_width(str(group["label"])) * FONT + 44, 1)
        if x > MARGIN and x + width > right:
            x, y = MARGIN, y + STEP + 4
        yield {**group, "x": round(x, 1), "y": round(y, 1)}
        x += width


def _node(graph: nx.Graph[str], name: str, where: Place, groups: Mapping[str, Group]) -> dict[str, Any]:
    box, group = where.box, groups[graph.nodes[name]["group"]]
    left, top = round(where.x - box.width / 2, 1), round(where.y - box.height / 2, 1)
    down = [(number - (len(box.lines) - 1) / 2) * LINE_HEIGHT + BASELINE for number in range(len(box.lines))]
    return {
        "id": name,
        "said": of_node(graph, name),
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
            for text, step in zip(box.lines, down, strict=True)
        ],
        "letter": group["letter"],
        "colour": group["colour"],
    }


def _lines(graph: nx.Graph[str], places: Mapping[str, Place]) -> Iterator[dict[str, Any]]:
    wide = widths(graph)
    for first, second in in_order(graph.edges):
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
