"""The chances of the null model: against enumeration, and where little or nothing is left to chance."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from tests.links.synthetic import drawn, independent, named

from kg.links import null_model

RANDOM = np.random.default_rng(7)
WEIGHTS = [
    np.ones(6),
    np.array([1.0, 2, 4, 8, 16]),
    np.exp(RANDOM.normal(0, 3, 8)),
    np.exp(RANDOM.normal(0, 6, 7)),
]


def enumerated(weights: np.ndarray, length: int) -> tuple[np.ndarray, np.ndarray]:
    one, two, total = np.zeros(len(weights)), np.zeros((len(weights), len(weights))), 0.0
    for chosen in combinations(range(len(weights)), length):
        chance = weights[list(chosen)].prod()
        total += chance
        one[list(chosen)] += chance
        two[np.ix_(chosen, chosen)] += chance
    return one / total, two / total


@pytest.mark.parametrize("weights", WEIGHTS, ids=["equal", "doubling", "uneven", "very uneven"])
def test_a_draw_is_what_enumeration_gives(weights: np.ndarray) -> None:
    classes = np.ones(len(weights), dtype=np.int64)
    for length in range(1, len(weights)):
        one, two = null_model.draw(weights, classes, length)
        right_one, right_two = enumerated(weights, length)
        apart = ~np.eye(len(weights), dtype=bool)
        assert one == pytest.approx(right_one, rel=1e-9)
        assert two[apart] == pytest.approx(right_two[apart], rel=1e-9, abs=1e-15)


def test_columns_of_a_class_are_as_if_each_were_given() -> None:
    weights, sizes = np.array([0.5, 3.0]), np.array([4, 3])
    one, two = null_model.draw(weights, sizes, 3)
    each_one, each_two = null_model.draw(np.repeat(weights, sizes), np.ones(7, dtype=np.int64), 3)
    assert one == pytest.approx(each_one[[0, 4]])
    assert two == pytest.approx(each_two[np.ix_([0, 4], [1, 5])])


def test_with_many_columns_few_points_are_enough() -> None:
    weights, classes = 1 / np.arange(1.0, 301), np.ones(300, dtype=np.int64)
    one, two = null_model.draw(weights, classes, 9)
    assert one.sum() == pytest.approx(9, rel=1e-12)
    assert two.sum() - two.trace() == pytest.approx(72, rel=1e-12)


@pytest.mark.parametrize("generator", [drawn, independent])
@pytest.mark.parametrize("rows", [3, 8, 40, 600])
def test_lengths_and_frequencies_are_kept(generator: object, rows: int) -> None:
    data = named(generator(rows, 60, rows))
    null = null_model.fit(data.lengths, data.frequencies)
    columns = np.bincount(null.column_class)
    assert null.single @ columns == pytest.approx(np.unique(data.lengths), abs=1e-6)
    assert null.rows @ null.single == pytest.approx(np.unique(data.frequencies), abs=1e-6 * rows)
    length = np.unique(data.lengths)
    pairs = np.einsum("gkl,k,l->g", null.both, columns, columns) - null.both.diagonal(0, 1, 2) @ columns
    assert pairs == pytest.approx(length * (length - 1), abs=1e-6)


SETTLED = {
    "one row": ([3], [1, 1, 1]),
    "all rows the same": ([2, 2, 2], [3, 3]),
    "a column that all have": ([1, 1, 2], [3, 1]),
    "nested": ([1, 2, 3], [3, 2, 1]),
    "a row that has all": ([1, 1, 3], [1, 2, 2]),
}


@pytest.mark.parametrize("case", SETTLED)
def test_what_only_one_arrangement_allows_is_sure(case: str) -> None:
    lengths, frequencies = map(np.array, SETTLED[case])
    null = null_model.fit(lengths, frequencies)
    assert null.rows @ null.single == pytest.approx(np.unique(frequencies), abs=1e-6)
    if case != "a row that has all":
        assert set(null.single.ravel().tolist()) <= {0.0, 1.0}


def test_bands_hold_every_row_once_and_rows_of_a_length_together() -> None:
    lengths = named(drawn(3000, 60, 3)).lengths
    bands = null_model.bands(lengths)
    assert sorted(np.concatenate(bands).tolist()) == list(range(len(lengths)))
    assert min(map(len, bands)) >= null_model.BAND
    assert len(bands) > 3
    for band, after in pairwise(bands):
        assert lengths[band].max() < lengths[after].min()
