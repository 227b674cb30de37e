"""How hard a picture is to follow, and small moves that make it easier.

A line that runs behind a box seems to end there, so it counts three times a crossing of two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.intp]
    Flags = NDArray[np.bool_]

HIDDEN: Final = 3
SWEEPS: Final = 4
WAYS: Final = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.7, 0.7),
    (0.7, -0.7),
    (-0.7, 0.7),
    (-0.7, -0.7),
)
REACHES: Final = (30.0, 60.0, 110.0, 180.0, 260.0)
"""How far a box may be moved at once, in the picture's units."""


@dataclass(slots=True)
class Picture:
    """Centres and sizes of boxes (sizes with their gaps), and the lines between them, as pairs of indices."""

    x: Numbers
    y: Numbers
    widths: Numbers
    heights: Numbers
    first: Indices
    second: Indices


def tangle(picture: Picture) -> int:
    """Return how hard a picture is to follow: 0 where no line crosses another or runs behind a box."""
    import numpy as np

    lines, boxes = np.arange(len(picture.first)), np.arange(len(picture.x))
    crossings = int(_crossed(picture, lines, lines).sum()) // 2
    return crossings + HIDDEN * int(_hidden(picture, lines, boxes).sum())


def tidy(picture: Picture) -> None:
    """Move boxes one by one, in order, where that lessens the tangle and leaves all boxes apart."""
    bounds = (picture.x.min(), picture.x.max(), picture.y.min(), picture.y.max())
    for _ in range(SWEEPS):
        moved = [_move(picture, box, bounds) for box in range(len(picture.x))]
        if not any(moved):
            break


def _move(picture: Picture, box: int, bounds: tuple[float, float, float, float]) -> bool:
    """Move a box to the best place within reach; return whether there is a better one than its own."""
    x, y = picture.x, picture.y
    stood = best = (float(x[box]), float(y[box]))
    least = _cost(picture, box)
    left, right, top, bottom = bounds
    for reach in REACHES if least else ():
        for way_x, way_y in WAYS:
            x[box], y[box] = stood[0] + reach * way_x, stood[1] + reach * way_y
            inside = left <= x[box] <= right and top <= y[box] <= bottom
            if inside and _free(picture, box) and (cost := _cost(picture, box)) < least:
                least, best = cost, (float(x[box]), float(y[box]))
    x[box], y[box] = best
    return best != stood


def _free(picture: Picture, box: int) -> bool:
    import numpy as np

    near_x = np.abs(picture.x - picture.x[box]) < (picture.widths + picture.widths[box]) / 2
    near_y = np.abs(picture.y - picture.y[box]) < (picture.heights + picture.heights[box]) / 2
    return int((near_x & near_y).sum()) == 1


def _cost(picture: Picture, box: int) -> int:
    """Return the part of the tangle that depends on where one box stands."""
    import numpy as np

    lines, boxes = np.arange(len(picture.first)), np.arange(len(picture.x))
    own = lines[(picture.first == box) | (picture.second == box)]
    hidden = _hidden(picture, own, boxes).sum() + _hidden(picture, lines, boxes[box : box + 1]).sum()
    return int(_crossed(picture, own, lines).sum() + HIDDEN * hidden)


def _crossed(picture: Picture, some: Indices, others: Indices) -> Flags:
    """Return which of some lines cross which of others; lines that meet in a box do not cross."""
    import numpy as np

    one, two = picture.first[some][:, None], picture.second[some][:, None]
    three, four = picture.first[others][None, :], picture.second[others][None, :]
    parted = _left(picture, one, two, three) != _left(picture, one, two, four)
    parts = _left(picture, three, four, one) != _left(picture, three, four, two)
    meet = np.logical_or.reduce([one == three, one == four, two == three, two == four])
    return np.asarray(parted & parts & ~meet)


def _left(picture: Picture, start: Indices, end: Indices, point: Indices) -> Flags:
    """Return whether points lie to the left of lines."""
    x, y = picture.x, picture.y
    across, down = (x[end] - x[start]) * (y[point] - y[start]), (y[end] - y[start]) * (x[point] - x[start])
    flags: Flags = across > down
    return flags


def _hidden(picture: Picture, lines: Indices, boxes: Indices) -> Flags:
    """Return which lines run behind which boxes that are not their ends."""
    import numpy as np

    first, second = picture.first[lines][:, None], picture.second[lines][:, None]
    x, y, half_x, half_y = picture.x, picture.y, picture.widths[boxes] / 2, picture.heights[boxes] / 2
    run_x, run_y = x[second] - x[first], y[second] - y[first]
    off_x, off_y = x[boxes] - (x[first] + x[second]) / 2, y[boxes] - (y[first] + y[second]) / 2
    near = (np.abs(off_x) < np.abs(run_x) / 2 + half_x) & (np.abs(off_y) < np.abs(run_y) / 2 + half_y)
    met = np.abs(run_x * off_y - run_y * off_x) < np.abs(run_y) * half_x + np.abs(run_x) * half_y
    return np.asarray(near & met & (boxes != first) & (boxes != second))
