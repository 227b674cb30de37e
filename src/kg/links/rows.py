"""Pairs of rows that have the same columns, such as reviews that raise the same themes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.links.adjust import benjamini_hochberg
from kg.links.null_model import fit
from kg.links.pairs import Pairs
from kg.links.similarity import nearest
from kg.links.tails import upper

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from kg.links.incidence import TwoMode
    from kg.links.null_model import Null

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

BLOCK: Final = 512
"""How many rows are compared with all others at a time, so that memory does not grow with their square."""


def row_pairs(data: TwoMode, top: int | None = None) -> Pairs:
    """Return the pairs of rows that share a column which at most half of the rows have.

    The score is the cosine of the rows' specific columns (`kg.links.similarity`). By chance, each column
    draws as many rows as have it, and a row is drawn as often as it has columns, on average: the model of
    `column_pairs` with rows and columns exchanged, so what two rows share is a sum over independent columns.
    The test is one-sided, for more than chance, and made of all pairs of rows, returned or not.

    Args:
        data: the rows and their columns.
        top: return only pairs of which one is among the other's so many most alike; all without it.

    Example:
        >>> from kg.links.incidence import two_mode
        >>> data = two_mode([("a", "x"), ("a", "y"), ("b", "x"), ("c", "y"), ("d", "z")])
        >>> found = row_pairs(data)
        >>> [(data.rows[i], data.rows[j]) for i, j in zip(found.first, found.second, strict=True)]
        [('a', 'b'), ('a', 'c')]
    """
    import numpy as np

    tests = len(data.rows) * (len(data.rows) - 1) // 2
    first, second, score = nearest(data, top)
    if not len(first):
        none = np.zeros(0)
        return Pairs(first, second, first, none, none, none, none, tests)
    null = fit(data.frequencies, data.lengths)
    of = null.column_class
    tail, adjusted = _tables(_counted(data, of), null, tests)
    count = (data.matrix[first] & data.matrix[second]).sum(axis=1)
    low, high = np.minimum(of[first], of[second]), np.maximum(of[first], of[second])
    expected = np.tensordot(null.rows, null.both, 1)[low, high]
    at = (low, high, count)
    return Pairs(first, second, count, expected, tail[at], adjusted[at], score, tests)


def _tables(counted: Integers, null: Null, tests: int) -> tuple[Floats, Floats]:
    """Return p and q of pairs of rows by their classes, the lower first, and what they share."""
    import numpy as np

    low, high, count = present = np.nonzero(counted)
    tail, adjusted = np.ones(counted.shape), np.ones(counted.shape)
    tail[present] = upper(count, np.ascontiguousarray(null.both[:, low, high].T), null.rows)
    adjusted[present] = benjamini_hochberg(tail[present], tests, counted[present])
    return tail, adjusted


def _counted(data: TwoMode, row_class: Integers) -> Integers:
    """Return how many pairs of rows there are of each two classes, the lower first, and of each count."""
    import numpy as np

    order = np.argsort(row_class, kind="stable")
    matrix, of = data.matrix[order].astype(np.float32), row_class[order]
    classes, most = int(row_class.max()) + 1, int(data.lengths.max()) + 1
    total = np.zeros((classes, classes * most), dtype=np.int64)
    for start, end in _parts(of):
        shared = (matrix[start:end] @ matrix[start:].T).astype(np.int64)
        shared += of[start:] * most
        later = shared[:, end - start :].ravel()
        among = shared[:, : end - start][np.triu_indices(end - start, 1)]
        for keys in (later, among):
            total[of[start]] += np.bincount(keys, minlength=classes * most)
    table = total.reshape(classes, classes, most)
    return table[:, :, : int(np.flatnonzero(table.any(axis=(0, 1))).max()) + 1]


def _parts(of: Integers) -> Iterator[tuple[int, int]]:
    """Yield where rows of one class stand that are sorted by class, `BLOCK` of them at most at a time."""
    import numpy as np

    limits = [0, *(np.flatnonzero(np.diff(of)) + 1).tolist(), len(of)]
    for low, high in pairwise(limits):
        for start in range(low, high, BLOCK):
            yield start, min(start + BLOCK, high)
