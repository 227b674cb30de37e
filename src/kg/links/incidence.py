"""Who raises what, as numbers: two-mode data, and how often two columns occur together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class TwoMode:
    """Rows that have columns, such as reviews that raise themes.

    Attributes:
        rows: names, sorted.
        columns: names, sorted.
        matrix: a row for each of `rows`, a column for each of `columns`: true where the row has the column.
            There is no empty row and no empty column.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    matrix: NDArray[np.bool_]

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """How many columns each row has."""
        lengths: NDArray[np.int64] = self.matrix.sum(axis=1)
        return lengths

    @cached_property
    def frequencies(self) -> NDArray[np.int64]:
        """How many rows have each column."""
        frequencies: NDArray[np.int64] = self.matrix.sum(axis=0)
        return frequencies


def two_mode(pairs: Iterable[tuple[str, str]]) -> TwoMode:
    """Return the two-mode data of (row, column) pairs, whatever their order and however often each is given.

    Example:
        >>> two_mode([("second", "sleep"), ("first", "moving"), ("first", "sleep")]).matrix.tolist()
        [[True, True], [False, True]]
    """
    import numpy as np

    of_rows, of_columns = zip(*given, strict=True) if (given := list(pairs)) else ((), ())
    rows, columns = tuple(sorted(set(of_rows))), tuple(sorted(set(of_columns)))
    matrix = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    matrix[_places(of_rows, rows), _places(of_columns, columns)] = True
    return TwoMode(rows, columns, matrix)


def _places(given: Sequence[str], names: Sequence[str]) -> NDArray[np.int64]:
    import numpy as np

    at = {name: place for place, name in enumerate(names)}
    return np.fromiter(map(at.__getitem__, given), dtype=np.int64, count=len(given))


def together(matrix: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return in how many rows each two columns occur together; on the diagonal, in how many each occurs.

    A sparse product: only what occurs is counted. Rows of the same length are one array, whose pairs of
    columns are counted at once, so the work is the sum of the squared lengths and not of all cells.

    Example:
        >>> import numpy as np
        >>> together(np.array([[True, True], [False, True]])).tolist()
        [[1, 1], [1, 2]]
    """
    import numpy as np

    width = matrix.shape[1]
    total = np.zeros(width * width, dtype=np.int64)
    lengths = matrix.sum(axis=1)
    occurring = np.nonzero(matrix)[1].astype(np.int32)
    of_length = np.repeat(lengths, lengths)
    for length in np.unique(lengths[lengths > 0]):
        columns = occurring[of_length == length].reshape(-1, length)
        cells = columns[:, :, None] * width + columns[:, None, :]
        total += np.bincount(cells.ravel(), minlength=width * width)
    return total.reshape(width, width)
