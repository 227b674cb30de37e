"""Where each node's box stands: no two overlap, and the same network always gives the same places.

A few starts on a circle, grouped differently, are each relaxed by springs (Fruchterman and Reingold, 1991,
"Graph drawing by force-directed placement"), evened out half-way to their ranks, and pushed apart until no
boxes overlap; the one with the fewest crossed lines and boxes wins, and is drawn closer until its words can
be read in a window without zooming, as far as there is room.

networkx's spring layout is not used: it goes through einsum and norms, whose last bits differ between
processors and grow with each step. Here every step is an elementwise operation of NumPy or a sum row by row,
so that pages are the same bytes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.network.labels import Box, box
from kg.network.separate import separate
from kg.network.tangle import Picture, tangle, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

SIZES: Final = (14.0, 18.0)
"""Font size of the smallest and the largest nodes, in the picture's units."""
GAP: Final = 14.0
"""Least distance between two boxes, across or down."""
ASPECT: Final = 1.65
"""Width to height, of a window less what stands above the picture."""
FILL: Final = 0.4
"""Share of the picture that boxes and their gaps should take before they are pushed apart."""
ROOM: Final = 1370.0
"""Width at which a picture is read without zooming: the smallest words are over 12 px in a window of 1280."""
CLOSEST: Final = 0.31
"""Share of the picture that boxes may take at most where it is drawn closer; more leaves no way for lines."""
CLOSER: Final = 0.96
ROUNDS: Final = 12
STARTS: Final = 8
STEPS: Final = 120
SAME_STATEMENT: Final = 1.5
SAME_GROUP: Final = 0.02
"""Pull between nodes, where that of a line that only shares reviews is 1."""
TIDIED: Final = 1
"""How many of the least tangled starts are tidied box by box; more found no better picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box and its centre, in the picture's units, rounded to 0.1."""

    x: float
    y: float
    box: Box


def place(graph: nx.Graph[str]) -> dict[str, Place]:
    """Return the place of each node's box, by name in order.

    Pure: the order of nodes and edges in the graph makes no difference. The lines pull; of a network of
    `all` lines the `strongest` alone, because all of them would pull everything into one heap. A line with
    `same_statement` pulls more, nodes of one `group` a little, and boxes grow with `size`.
    """
    names = sorted(graph.nodes)
    if not names:
        return {}
    sizes = _sizes(graph, names)
    boxes = [box(graph.nodes[name]["label"], size) for name, size in zip(names, sizes, strict=True)]
    pull = _pull(graph, names)
    groups = [graph.nodes[name]["group"] for name in names]
    tried = [_picture(boxes, pull, _circle(names, groups, start)) for start in range(STARTS)]
    best = sorted(tried, key=tangle)[:TIDIED]
    for picture in best:
        tidy(picture)
        if _draw_closer(picture, sum(each.width * each.height for each in boxes)):
            tidy(picture)
    chosen = min(best, key=tangle)
    return {
        name: Place(round(float(chosen.x[number]), 1), round(float(chosen.y[number]), 1), boxes[number])
        for number, name in enumerate(names)
    }


def _sizes(graph: nx.Graph[str], names: Sequence[str]) -> list[float]:
    sizes = [graph.nodes[name]["size"] for name in names]
    least, most = SIZES
    steps = max(max(sizes) - 1, 1)
    return [round(least + (most - least) * max(size - 1, 0) / steps, 1) for size in sizes]


def _pull(graph: nx.Graph[str], names: Sequence[str]) -> Numbers:
    """Return how strongly each pair of nodes attracts, as a symmetric table."""
    import numpy as np

    groups = [graph.nodes[name]["group"] for name in names]
    pull = np.array([[SAME_GROUP * (one == other) for other in groups] for one in groups], dtype=np.float64)
    index = {name: number for number, name in enumerate(names)}
    for first, second, line in graph.edges(data=True):
        if line["strongest"] or graph.graph.get("lines") != "all":
            strength = SAME_STATEMENT if line.get("same_statement") else 1.0
            pull[index[first], index[second]] = pull[index[second], index[first]] = strength
    return pull


def _circle(names: Sequence[str], groups: Sequence[str], start: int) -> tuple[Numbers, Numbers]:
    """Return a start: all nodes on a circle, group by group, in an order that depends on `start` alone."""
    import numpy as np

    def mixed(text: str) -> str:
        return sha256(f"{start} {text}".encode()).hexdigest()

    order = sorted(range(len(names)), key=lambda number: (mixed(groups[number]), mixed(names[number])))
    x, y = np.empty(len(names)), np.empty(len(names))
    for position, number in enumerate(order):
        angle = 2 * math.pi * position / len(names)
        # Rounded, because the last bit of a cosine depends on the machine.
        x[number], y[number] = round(math.cos(angle) / 2, 6), round(math.sin(angle) / 2, 6)
    return x, y


def _picture(boxes: Sequence[Box], pull: Numbers, start: tuple[Numbers, Numbers]) -> Picture:
    import numpy as np

    x, y = _springs(*start, pull)
    area = sum((each.width + GAP) * (each.height + GAP) for each in boxes) / FILL
    height = math.sqrt(area / ASPECT)
    widths = np.array([each.width for each in boxes]) + GAP
    heights = np.array([each.height for each in boxes]) + GAP
    x, y = separate(_even(x) * height * ASPECT, _even(y) * height, widths, heights)
    first, second = np.nonzero(np.triu(pull >= 1))
    return Picture(x, y, widths, heights, first, second)


def _draw_closer(picture: Picture, taken: float) -> bool:
    """Shrink a picture, boxes excepted, until it is read without zooming; return whether that moved any.

    It stops where the boxes, which take an area of `taken`, would leave no way for the lines.
    """
    room = max(ROOM, math.sqrt(taken / CLOSEST * ASPECT))
    for done in range(ROUNDS):
        width = _length(picture.x, picture.widths)
        height = _length(picture.y, picture.heights)
        if width <= room and height <= room / ASPECT:
            return done > 0
        across, down = (max(CLOSER, min(1.0, room / each)) for each in (width, height * ASPECT))
        picture.x, picture.y = separate(picture.x * across, picture.y * down, picture.widths, picture.heights)
    return True


def _length(middles: Numbers, sizes: Numbers) -> float:
    """Return from where to where boxes reach, without the gaps at both ends."""
    return float((middles + sizes / 2).max() - (middles - sizes / 2).min()) - GAP


def _springs(x: Numbers, y: Numbers, pull: Numbers) -> tuple[Numbers, Numbers]:
    """Return the places after `STEPS` steps that each move a shorter way."""
    import numpy as np

    ideal = math.sqrt(1 / len(x))
    for step in range(STEPS):
        across, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
        distance = np.maximum(np.sqrt(across * across + down * down), 0.01)
        force = ideal * ideal / (distance * distance) - pull * distance / ideal
        push_x, push_y = -(force * across).sum(axis=0), -(force * down).sum(axis=0)
        length = np.maximum(np.sqrt(push_x * push_x + push_y * push_y), 0.01)
        reach = 0.1 * (1 - step / STEPS)
        x, y = x + push_x * reach / length, y + push_y * reach / length
    return x, y


def _even(values: Numbers) -> Numbers:
    """Return values half-way between where they lie and their rank, from 0 to 1: no two the same."""
    import numpy as np

    count = max(len(values) - 1, 1)
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = np.arange(len(values)) / count
    spread = max(float(values.max() - values.min()), 1e-9)
    evened: Numbers = ((values - values.min()) / spread + ranks) / 2
    return evened
