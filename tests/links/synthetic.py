"""Two-mode data without and with planted structure: rows of varied lengths, columns of Zipf's frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kg.links import TwoMode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.bool_]

MEAN = 8
"""How many themes a review raises on average."""


def named(matrix: Matrix) -> TwoMode:
    """The two-mode data of a matrix, empty rows and columns left out; names sort as places do."""
    kept = matrix[matrix.any(axis=1)][:, matrix.any(axis=0)]
    rows = tuple(f"r{place:06}" for place in np.flatnonzero(matrix.any(axis=1)))
    return TwoMode(rows, tuple(f"c{place:04}" for place in np.flatnonzero(matrix.any(axis=0))), kept)


def lengths(rows: int, most: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """From 1 to `most`, as uneven as a geometric distribution is: half of them below 6, some above 30."""
    return np.clip(rng.geometric(1 / MEAN, rows), 1, most)


def zipf(columns: int) -> NDArray[np.float64]:
    return 1 / np.arange(1.0, columns + 1)


def drawn(rows: int, columns: int, seed: int) -> Matrix:
    """Each row draws columns one after another, without replacement, by Zipf's weights."""
    rng = np.random.default_rng(seed)
    weights = zipf(columns) / zipf(columns).sum()
    matrix = np.zeros((rows, columns), dtype=np.bool_)
    for place, length in enumerate(lengths(rows, columns // 2, rng)):
        matrix[place, rng.choice(columns, length, replace=False, p=weights)] = True
    return matrix


def independent(rows: int, columns: int, seed: int) -> Matrix:
    """Each cell by itself, with the chance xy/(1 + xy) of its row and column: the configuration model."""
    rng = np.random.default_rng(seed)
    odds = np.outer(rng.lognormal(0, 0.8, rows), zipf(columns))
    low, high = 1e-6, 1e6
    for _ in range(60):
        middle = np.sqrt(low * high)
        few = (middle * odds / (1 + middle * odds)).sum() < MEAN * rows
        low, high = (middle, high) if few else (low, middle)
    return rng.random((rows, columns)) < low * odds / (1 + low * odds)


def spoken(rows: int, columns: int, seed: int) -> Matrix:
    """Rows of some 11 statements, 1 to more than 20, each about one or two columns by Zipf's weights."""
    rng = np.random.default_rng(seed)
    statements = np.clip(rng.poisson(rng.gamma(6, 11 / 6, rows)), 1, None)
    row = np.repeat(np.arange(rows), statements + rng.binomial(statements, 0.5))
    matrix = np.zeros((rows, columns), dtype=np.bool_)
    matrix[row, rng.choice(columns, len(row), p=zipf(columns) / zipf(columns).sum())] = True
    return matrix


def planted(rows: int, columns: int, seed: int, groups: int = 10) -> tuple[Matrix, NDArray[np.int64]]:
    """Rows as `drawn`, but half of each row's columns come from one group of columns, chosen at random.

    Returns the matrix and the group of each column. Groups have frequent and rare columns alike.
    """
    rng = np.random.default_rng(seed)
    group = np.arange(columns) % groups
    matrix = np.zeros((rows, columns), dtype=np.bool_)
    for place, length in enumerate(lengths(rows, columns // 2, rng)):
        own = zipf(columns) * (group == rng.integers(groups))
        inside = min((length + 1) // 2, columns // groups)
        matrix[place, rng.choice(columns, inside, replace=False, p=own / own.sum())] = True
        rest = zipf(columns) * ~matrix[place]
        matrix[place, rng.choice(columns, length - inside, replace=False, p=rest / rest.sum())] = True
    return matrix, group
