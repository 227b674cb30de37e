"""What chance would give: reviews of the lengths they have, themes as frequent as they are, nothing else.

The null model is the bipartite configuration model (Saracco et al. 2015, "Randomizing bipartite networks",
Scientific Reports 5:10595), which Neal (2014, "The backbone of bipartite projections", Social Networks 39)
uses as the stochastic degree sequence model: chances that keep the length of every row and the frequency of
every column, and are otherwise as even as can be. Here the length of each row is kept exactly instead of on
average. Given its length, a row of that model is a draw of so many columns without replacement, in which a
set of columns has a chance proportional to the product of their weights (Chen, Dempster & Liu 1994,
"Weighted finite population sampling to maximize entropy", Biometrika 81). One weight a column is fitted so
that each is expected in as many rows as have it. In words: each review draws as many themes as it raises.

Why exactly: a row that has L columns has L(L - 1)/2 pairs of them, but more on average where L is only the
mean of its length, so that chance is overrated, most of all by short rows. For pairs of rows the same is
done with rows and columns exchanged. What was measured: docs/decisions/0009-significance.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

STEPS: Final = 100
"""How many of Newton's steps are tried at most; 5 to 10 are the rule."""

LARGEST_STEP: Final = 3.0
"""How far the logarithm of a weight moves in one step at most."""

ACCURACY: Final = 1e-9
"""How far the expected frequency of a column may be from its frequency, as a part of all rows."""


BAND: Final = 250
"""How many rows of neighbouring lengths have weights of their own at least."""


@dataclass(frozen=True)
class Null:
    """The chances of columns in rows, by classes: rows of equal length, columns of equal frequency.

    Attributes:
        rows: how many rows each row class has; the shortest come first.
        column_class: of each column; the least frequent come first.
        single: the chance that a row of a row class has a column of a column class.
        both: the chance that it has two different columns of two column classes, by row class.
    """

    rows: Integers
    column_class: Integers
    single: Floats
    both: Floats


def fit(lengths: Integers, frequencies: Integers) -> Null:
    """Return the null model of rows of some lengths and columns of some frequencies.

    Example:
        >>> import numpy as np
        >>> null = fit(np.array([1, 2, 2]), np.array([3, 1, 1]))
        >>> null.rows.tolist(), null.column_class.tolist(), null.single.round(3).tolist()
        ([1, 2], [1, 0, 0], [[0.0, 1.0], [0.5, 1.0]])
    """
    import numpy as np

    length, rows = np.unique(lengths, return_counts=True)
    frequency, column_class, columns = np.unique(frequencies, return_inverse=True, return_counts=True)
    single, row_open, column_open = _settle(length, rows, frequency, columns)
    both = single[:, :, None] * single[:, None, :]
    if row_open.any():
        left = length[row_open] - (single[row_open] @ columns).astype(np.int64)
        kept = frequency[column_open] - rows[~row_open] @ single[np.ix_(~row_open, column_open)]
        one, two = _chances(left, rows[row_open], kept, columns[column_open])
        single[np.ix_(row_open, column_open)] = one
        both = single[:, :, None] * single[:, None, :]
        both[np.ix_(row_open, column_open, column_open)] = two
    return Null(rows, column_class, single, both)


def _settle(
    length: Integers, rows: Integers, frequency: Integers, columns: Integers
) -> tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the chances that are 0 or 1, and which classes of rows and of columns are open.

    A column that all open rows have, or none, is settled, and so is a row that has all open columns, or none;
    the others are then looked at without it.
    """
    import numpy as np

    single = np.full((len(length), len(frequency)), np.nan)
    row_open, column_open = np.ones(len(length), dtype=np.bool_), np.ones(len(frequency), dtype=np.bool_)
    length, frequency = length.copy(), frequency.copy()
    while True:
        height, width = rows[row_open].sum(), columns[column_open].sum()
        full_or_empty = column_open & ((frequency == height) | (frequency == 0))
        if full_or_empty.any():
            certain = (frequency == height)[full_or_empty]
            single[np.ix_(row_open, full_or_empty)] = certain
            length[row_open] -= columns[full_or_empty][certain].sum()
            column_open &= ~full_or_empty
            continue
        full_or_empty = row_open & ((length == width) | (length == 0))
        if not full_or_empty.any():
            return np.nan_to_num(single), row_open, column_open
        certain = (length == width)[full_or_empty]
        single[np.ix_(full_or_empty, column_open)] = certain[:, None]
        frequency[column_open] -= rows[full_or_empty][certain].sum()
        row_open &= ~full_or_empty


def _chances(length: Integers, rows: Integers, frequency: Floats, columns: Integers) -> tuple[Floats, Floats]:
    """Return by length the chances of one column and of two, from weights that fit all frequencies.

    Newton's method on the logarithms of the weights. Weights matter only relative to one another, so the mean
    of the logarithms over the columns is kept at 0. Where the data leave only one arrangement possible, the
    weights that fit are infinite: those found give the chances to `ACCURACY`.
    """
    import numpy as np

    height = rows.sum()
    logs = np.log(frequency / (height - frequency))
    for _ in range(STEPS):
        drawn = [draw(np.exp(logs), columns, int(n)) for n in length]
        one, two = np.array([first for first, _ in drawn]), np.array([second for _, second in drawn])
        missing = frequency - rows @ one
        if np.abs(missing).max() <= ACCURACY * height:
            break
        covariance = np.einsum("g,gkl->kl", rows, two - one[:, :, None] * one[:, None, :])
        slope = covariance * columns + np.diag(rows @ one - rows @ two.diagonal(axis1=1, axis2=2))
        # Equal steps of all logarithms change nothing, so along them the slope is singular: held at 0.
        step = np.linalg.solve(slope + np.outer(np.ones(len(columns)), columns), missing)
        logs += step * min(1.0, LARGEST_STEP / np.abs(step).max())
        logs -= (logs @ columns) / columns.sum()
    return one, two


def draw(weight: Floats, columns: Integers, length: int) -> tuple[Floats, Floats]:
    """Return the chances of one column and of two, of each class, in a draw without replacement.

    Exact: the draw is independent choices with chances p = xw/(1 + xw), given that there are `length` of
    them; what is given is divided out by Fourier's inversion over the circle. Any x is right; the one for
    which `length` are expected keeps every digit.

    Args:
        weight: of the columns of each class.
        columns: how many columns each class has.
        length: how many are drawn: at least 1, and fewer than there are columns.

    Returns:
        The chance of a column of each class, and of two different columns of each two classes.

    Example:
        >>> import numpy as np
        >>> one, two = draw(np.array([1.0]), np.array([4]), 2)
        >>> round(float(one[0]), 9), round(float(two[0, 0]), 9)
        (0.5, 0.166666667)
    """
    import numpy as np

    odds = weight * _tilt(weight, columns, length)
    chance = odds / (1 + odds)
    # With more points than columns the inversion is exact; beyond twelve deviations nothing is left to lack.
    # An odd number of points, so that those at equal angles either side are mirrored, and one half will do.
    spread = sqrt(columns @ (chance * (1 - chance)))
    points = (min(int(columns.sum()), 24 + int(12 * spread)) | 1) + 2
    turn = np.exp(2j * np.pi / points * np.arange((points + 1) // 2))
    factor = 1 + chance[:, None] * (turn - 1)
    several = columns > 1  # powers take much longer than products
    powers = (factor[several] ** columns[several, None]).prod(axis=0)
    whole = factor[~several].prod(axis=0) * powers * turn ** (-length)
    whole[1:] *= 2
    within = chance[:, None] * turn / factor
    weighed = within * whole
    one, drawn = weighed.real.sum(axis=1), whole.real.sum()
    left, right = np.hstack([weighed.real, weighed.imag]), np.hstack([within.real, -within.imag])
    two = (left[:, None] @ right.T)[:, 0]  # row by row: too small a product for several threads
    return np.clip(one / drawn, 0, 1), np.clip(two / drawn, 0, 1)


def _tilt(weight: Floats, columns: Integers, length: int) -> float:
    """Return x with as many choices expected as `length`: the sum of xw/(1 + xw) over all columns."""
    import numpy as np

    low, high = float(1e-12 / weight.max()), float(1e12 / weight.min())
    at = float(length / (columns @ weight))
    for _ in range(200):
        chance = at * weight / (1 + at * weight)
        expected = float(columns @ chance)
        if abs(expected - length) < 1e-3 * length:
            break
        low, high = (at, high) if expected < length else (low, at)
        step = at * float(np.exp((length - expected) / float(columns @ (chance * (1 - chance)))))
        at = step if low < step < high else sqrt(low * high)
    return at


def bands(lengths: Integers) -> list[Integers]:
    """Return the places of the rows in bands of neighbouring lengths, each of `BAND` rows or more.

    Rows of equal length stay together; where there are fewer rows than `BAND`, all are one band.

    Example:
        >>> import numpy as np
        >>> [band.tolist() for band in bands(np.array([3, 1, 2]))]
        [[1, 2, 0]]
    """
    import numpy as np

    order = np.argsort(lengths, kind="stable")
    cuts: list[int] = []
    for end in np.flatnonzero(np.diff(lengths[order])) + 1:
        if end - (cuts[-1] if cuts else 0) >= BAND and len(order) - end >= BAND:
            cuts.append(int(end))
    return np.split(order, cuts)
