"""Pairs of columns or of rows, each with what chance would give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Pairs:
    """Pairs that share something, in order of their names; all arrays are of one length.

    Attributes:
        first: places in the names of the two-mode data.
        second: likewise, greater than `first`.
        count: how many they share, at least 1.
        expected: how many they would share by chance.
        p: the chance of sharing so many or more.
        q: p adjusted for all pairs tested (Benjamini & Hochberg), those that share nothing among them.
        score: how alike the two are, from 0 to 1.
        tests: how many pairs were tested.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    count: NDArray[np.int64]
    expected: NDArray[np.float64]
    p: NDArray[np.float64]
    q: NDArray[np.float64]
    score: NDArray[np.float64]
    tests: int
