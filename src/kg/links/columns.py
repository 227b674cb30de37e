"""Pairs of columns that occur in the same rows, such as themes raised by the same reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.links.adjust import benjamini_hochberg
from kg.links.incidence import together
from kg.links.null_model import bands, fit
from kg.links.pairs import Pairs
from kg.links.tails import upper

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.links.incidence import TwoMode

    Integers = NDArray[np.int64]


def column_pairs(data: TwoMode) -> Pairs:
    """Return all pairs of columns that at least one row has both of.

    The score is the cosine of the two columns: rows that have both, by the root of the product of the rows
    that have each. The count of a pair is, by chance, a sum over independent rows (`kg.links.null_model`,
    `kg.links.tails`); the test is one-sided, for more than chance.

    Example:
        >>> from kg.links.incidence import two_mode
        >>> found = column_pairs(two_mode([("a", "x"), ("a", "y"), ("b", "x")]))
        >>> found.count.tolist(), found.p.tolist(), found.tests
        ([1], [1.0], 1)
    """
    import numpy as np

    counts = together(data.matrix)
    first, second = np.nonzero(np.triu(counts, 1))
    count = counts[first, second]
    tests = len(data.columns) * (len(data.columns) - 1) // 2
    score = count / np.sqrt(data.frequencies[first] * data.frequencies[second])
    if not len(count):
        return Pairs(first, second, count, score, score, score, score, tests)
    chance, rows = _chances(data, first, second)
    p = upper(count, chance, rows)
    return Pairs(first, second, count, chance @ rows, p, benjamini_hochberg(p, tests), score, tests)


def _chances(data: TwoMode, first: Integers, second: Integers) -> tuple[NDArray[np.float64], Integers]:
    """Return the chance that a row has both columns, by pair and class of rows, and the classes' sizes.

    Each band of lengths has a model of its own, so that a column may be more frequent in long rows than its
    weight alone would make it: with thousands of rows that is told apart from chance, and is no link.
    """
    import numpy as np

    models = [fit(data.lengths[band], data.matrix[band].sum(axis=0)) for band in bands(data.lengths)]
    chances = [null.both[:, null.column_class[first], null.column_class[second]].T for null in models]
    return np.hstack(chances), np.concatenate([null.rows for null in models])
