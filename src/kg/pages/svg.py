"""A network as a still picture: one SVG that any browser, word processor or printer takes, with no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kg.network import place
from kg.network.files import CAUTION
from kg.network.labels import TAB, text_width
from kg.network.lines import in_order
from kg.pages.picture import boxes, extent_of, groups_of, lines
from kg.pages.render import asset, render
from kg.pages.words import WORDS, drawn, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.pages.picture import Group

MARGIN: Final = 24.0
NARROWEST: Final = 640.0
"""Least width of a picture, so that its words have room."""
FONT: Final = 14
STEP: Final = 20.0
"""From one line of words to the next, in the picture's units."""

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
        nodes=list(boxes(graph, places, groups)),
        lines=list(lines(graph, places, in_order(graph.edges))),
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
