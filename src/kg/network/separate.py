"""Boxes pushed apart until none overlaps: elementwise, so that the result is the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

ROUNDS: Final = 20
PUSHES: Final = 60


def separate(x: Numbers, y: Numbers, widths: Numbers, heights: Numbers) -> tuple[Numbers, Numbers]:
    """Return places at which no two boxes overlap, moved as little as pushing them apart needs.

    Each pair that overlaps is pushed the shorter way; where that does not settle, the picture grows. Should
    it never settle, the places as they came are spread until nothing overlaps, which ends for any places of
    which no two are the same.
    """
    import numpy as np

    need_x = (widths[:, None] + widths[None, :]) / 2
    need_y = (heights[:, None] + heights[None, :]) / 2
    later = np.arange(len(x))[:, None] > np.arange(len(x))[None, :]
    moved_x, moved_y = x, y
    for _ in range(ROUNDS):
        for _ in range(PUSHES):
            across, down = moved_x[:, None] - moved_x[None, :], moved_y[:, None] - moved_y[None, :]
            over_x, over_y = need_x - np.abs(across), need_y - np.abs(down)
            over = (over_x > 0) & (over_y > 0)
            np.fill_diagonal(over, val=False)
            if not over.any():
                return moved_x, moved_y
            sideways = over & (over_x <= over_y)
            moved_x = moved_x - _pushes(sideways, over_x, across, later)
            moved_y = moved_y - _pushes(over & ~sideways, over_y, down, later)
        moved_x, moved_y = moved_x * 1.04, moved_y * 1.04
    return _spread(x, y, need_x, need_y)


def _pushes(where: NDArray[np.bool_], over: Numbers, apart: Numbers, later: NDArray[np.bool_]) -> Numbers:
    """Return how far each box is pushed back; of two at the same place, the later one is pushed on."""
    import numpy as np

    forward = (apart > 0) | ((apart == 0) & later)
    pushes: Numbers = np.where(where, np.where(forward, over / 2 + 0.1, -over / 2 - 0.1), 0.0).sum(axis=0)
    return pushes


def _spread(x: Numbers, y: Numbers, need_x: Numbers, need_y: Numbers) -> tuple[Numbers, Numbers]:
    import numpy as np

    for _ in range(1000):
        over = (np.abs(x[:, None] - x[None, :]) < need_x) & (np.abs(y[:, None] - y[None, :]) < need_y)
        np.fill_diagonal(over, val=False)
        if not over.any():
            break
        x, y = x * 1.1, y * 1.1
    return x, y
