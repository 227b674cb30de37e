"""How alike two rows are: rare columns that they share decide, one that all have says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from kg.links.incidence import TwoMode

    Floats = NDArray[np.float64]
    Found = tuple[NDArray[np.int64], NDArray[np.int64], Floats]

BLOCK: Final = 512
"""How many rows are compared with all others at a time."""

PLACES: Final = 9
"""Scores that agree in so many places are equal: what differs beyond is the rounding of the machine."""

MARGIN: Final = 1e-5
"""More than single precision can be wrong by."""


def specificity(data: TwoMode) -> Floats:
    """Return how much each column says: ln(R / r), of R rows r of which have it; 0 where all have it.

    Sparck Jones (1972), "A statistical interpretation of term specificity and its application in retrieval",
    Journal of Documentation 28.

    Example:
        >>> from kg.links.incidence import two_mode
        >>> specificity(two_mode([("a", "x"), ("a", "y"), ("b", "x")])).round(3).tolist()
        [0.0, 0.693]
    """
    import numpy as np

    return np.asarray(np.log(len(data.rows) / data.frequencies))


def deciding(data: TwoMode) -> NDArray[np.bool_]:
    """Return which columns may link two rows: those that at most half of the rows have."""
    return 2 * data.frequencies <= len(data.rows)


def nearest(data: TwoMode, top: int | None = None) -> Found:
    """Return the pairs of rows that share a deciding column: first, second (greater) and score, in order.

    The score is the cosine of the two rows' vectors, whose entries are the specificity of each column that
    the row has. Of equally alike rows those that share more columns are nearer, then those of the first name.

    Args:
        data: the rows and their columns.
        top: return only pairs of which one is among the other's so many nearest; all without it.
    """
    import numpy as np

    parts = [part for part in _blocks(data, top) if len(part[0])]
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return none, none, np.zeros(0)
    one, other, score = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    low, high = np.minimum(one, other), np.maximum(one, other)
    _, kept = np.unique(low * len(data.rows) + high, return_index=True)
    return low[kept], high[kept], score[kept]


def _blocks(data: TwoMode, top: int | None) -> Iterator[Found]:
    """Yield what is found, for some rows at a time, that memory does not grow with the square of the rows.

    All pairs are compared in single precision; those that may be among the nearest again, in double.
    """
    import numpy as np

    vectors = data.matrix * specificity(data)
    norms = np.sqrt((vectors**2).sum(axis=1))
    vectors /= np.where(norms > 0, norms, 1)[:, None]
    rough = vectors.astype(np.float32)
    links = (data.matrix & deciding(data)).astype(np.float32)
    for start in range(0, len(vectors), BLOCK):
        block = slice(start, start + BLOCK)
        score = np.where(links[block] @ links.T > 0, rough[block] @ rough.T, -1)
        score[np.arange(len(score)), start + np.arange(len(score))] = -1
        one, other = np.nonzero(score > (-1 if top is None else _bounds(score, top)[:, None]))
        one += start
        exact = np.minimum((vectors[one] * vectors[other]).sum(axis=1).round(PLACES), 1)
        if top is not None:
            count = (data.matrix[one] & data.matrix[other]).sum(axis=1)
            kept = _best(one, np.lexsort((other, -count, -exact, one)), top)
            one, other, exact = one[kept], other[kept], exact[kept]
        yield one, other, exact


def _bounds(score: NDArray[np.float32], top: int) -> NDArray[np.float32]:
    """Return for each row what is below its `top` best: the least of the best of one part in eight."""
    import numpy as np

    part = score[:, ::8]
    if part.shape[1] < top:
        return np.full(len(score), -1, dtype=np.float32)
    return np.asarray(np.maximum(np.partition(part, -top, axis=1)[:, -top] - MARGIN, -1))


def _best(one: NDArray[np.int64], order: NDArray[np.int64], top: int) -> NDArray[np.int64]:
    """Return, of places in an order, the first `top` for each value of `one`."""
    import numpy as np

    one = one[order]
    starts = np.searchsorted(one, one)
    return order[np.arange(len(one)) - starts < top]
