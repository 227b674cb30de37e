"""Pairs of columns and of rows: counts, chances, scores, ties, and what must not matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from tests.links.synthetic import drawn, independent, named, planted

from kg.links import benjamini_hochberg, column_pairs, row_pairs, specificity, together, two_mode

GENERATORS = [drawn, independent]


def table(pairs: object, names: tuple[str, ...]) -> dict[frozenset[str], tuple[float, ...]]:
    numbers = zip(pairs.count, pairs.expected, pairs.p, pairs.q, pairs.score, strict=True)
    ends = [frozenset((names[a], names[b])) for a, b in zip(pairs.first, pairs.second, strict=True)]
    return dict(zip(ends, (tuple(map(float, row)) for row in numbers), strict=True))


def test_two_mode_forgets_order_and_repetition() -> None:
    given = [("b", "y"), ("a", "y"), ("a", "x"), ("b", "y")]
    data = two_mode(given)
    assert (data.rows, data.columns) == (("a", "b"), ("x", "y"))
    assert data.matrix.tolist() == [[True, True], [False, True]]
    assert (data.lengths.tolist(), data.frequencies.tolist()) == ([2, 1], [1, 2])


@pytest.mark.parametrize("generator", GENERATORS)
def test_together_is_the_product_of_the_matrix_with_itself(generator: object) -> None:
    matrix = generator(200, 40, 5)
    assert (together(matrix) == matrix.T.astype(int) @ matrix).all()


def test_nothing_one_and_two_rows_have_no_chance_to_tell() -> None:
    nothing = two_mode([])
    assert (len(column_pairs(nothing).p), len(row_pairs(nothing).p)) == (0, 0)
    one = two_mode([("a", "x"), ("a", "y"), ("a", "z")])
    found = column_pairs(one)
    assert (found.count.tolist(), found.expected.tolist(), found.p.tolist()) == (
        [1] * 3,
        [1.0] * 3,
        [1.0] * 3,
    )
    assert len(row_pairs(one).p) == 0
    two = two_mode([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("b", "z")])
    assert column_pairs(two).p.tolist() == [1.0] * 3
    assert len(row_pairs(two).p) == 0  # with two rows, what both have more than half of them have


def test_a_column_that_all_rows_have_never_links() -> None:
    pairs = [(row, "all") for row in "abcdef"] + [("a", "x"), ("b", "x"), ("c", "y"), ("d", "z")]
    data = two_mode(pairs)
    assert specificity(data)[data.columns.index("all")] == 0
    assert set(table(row_pairs(data), data.rows)) == {frozenset("ab")}
    without = two_mode([pair for pair in pairs if pair[1] != "all"] + [("e", "w"), ("f", "v")])
    assert row_pairs(data).score.tolist() == row_pairs(without).score.tolist() == [1.0]
    found = table(column_pairs(data), data.columns)
    assert all(found[frozenset(("all", name))][2] > 0.5 for name in "xyz")


def test_rare_columns_decide_and_not_many_common_ones() -> None:
    common = [(row, name) for row in "abcdefgh" for name in ("p", "q") if row not in "gh"]
    data = two_mode([*common, ("a", "rare"), ("g", "rare"), ("h", "z"), ("b", "k"), ("c", "l")])
    found = table(row_pairs(data), data.rows)
    assert set(found) == {frozenset("ag")}


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("rows", [8, 150, 400])
def test_order_does_not_matter(generator: object, rows: int) -> None:
    data = named(generator(rows, 50, 2))
    random = np.random.default_rng(0)
    row_names = dict(zip(data.rows, random.permutation(data.rows).tolist(), strict=True))
    column_names = dict(zip(data.columns, random.permutation(data.columns).tolist(), strict=True))
    other = two_mode(
        (row_names[data.rows[row]], column_names[data.columns[column]])
        for row, column in random.permutation(np.argwhere(data.matrix))
    )
    for compute, names, renamed in (
        (column_pairs, data.columns, column_names),
        (row_pairs, data.rows, row_names),
    ):
        kept = {"columns": data.columns, "rows": data.rows}
        before = table(compute(data), names)
        after = table(compute(other), tuple(sorted(renamed.values())))
        assert kept
        assert {frozenset(renamed[name] for name in pair) for pair in before} == set(after)
        for pair, numbers in before.items():
            assert after[frozenset(renamed[name] for name in pair)] == pytest.approx(numbers, rel=1e-6)


@pytest.mark.parametrize("generator", GENERATORS)
def test_as_much_is_expected_in_sum_as_there_is(generator: object) -> None:
    """Lengths are kept exactly, so as many pairs of columns are expected as there are; of rows likewise."""
    data = named(generator(60, 12, 4))
    for pairs, sizes in ((column_pairs(data), data.lengths), (row_pairs(data), data.frequencies)):
        there_are = (sizes * (sizes - 1)).sum() / 2
        missing = pairs.tests - len(pairs.p)
        assert pairs.count.sum() <= there_are
        assert pairs.expected.sum() == pytest.approx(there_are, rel=0.001 + missing / pairs.tests)


def test_a_pair_that_occurs_together_more_often_is_less_likely() -> None:
    """Of pairs of columns equally frequent, in the same data."""
    matrix = drawn(400, 40, 9)
    data = named(matrix)
    found = column_pairs(data)
    frequencies = np.sort([data.frequencies[found.first], data.frequencies[found.second]], axis=0)
    compared = 0
    for pair in {tuple(column) for column in frequencies.T.tolist()}:
        alike = (pair == frequencies.T).all(axis=1)
        order = np.argsort(found.count[alike])
        assert (np.diff(found.p[alike][order]) <= 1e-12).all()
        compared += alike.sum() > 1
    assert compared


def test_the_nearest_are_the_best_of_all_and_ties_go_by_count_then_name() -> None:
    data = named(drawn(300, 60, 8))
    every = row_pairs(data)
    top = row_pairs(data, 5)
    best: dict[int, list[tuple[float, int, int]]] = {}
    for one, other, count, score in zip(every.first, every.second, every.count, every.score, strict=True):
        best.setdefault(int(one), []).append((-score, -count, int(other)))
        best.setdefault(int(other), []).append((-score, -count, int(one)))
    right = {tuple(sorted((row, other))) for row, near in best.items() for *_, other in sorted(near)[:5]}
    assert set(zip(top.first.tolist(), top.second.tolist(), strict=True)) == right
    of_all = table(every, data.rows)
    assert all(of_all[pair] == numbers for pair, numbers in table(top, data.rows).items())


def test_q_by_hand() -> None:
    """Benjamini and Hochberg's own example (1995, table 1): 15 tests, of which 4 are called at .05."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    q = benjamini_hochberg(np.array(p), 15)
    assert (q < 0.05).sum() == 4
    assert q[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    assert q.tolist() == sorted(q.tolist())


def test_q_counts_tests_that_are_not_given_and_repeats() -> None:
    assert benjamini_hochberg(np.array([0.01]), 10).tolist() == [0.1]
    given = benjamini_hochberg(np.array([0.04, 0.01, 0.04, 0.01, 0.5]), 8)
    folded = benjamini_hochberg(np.array([0.04, 0.01, 0.5]), 8, np.array([2, 2, 1]))
    assert given[[0, 1, 4]].tolist() == folded.tolist()
    assert benjamini_hochberg(np.array([]), 0).tolist() == []


SCRIPT = (
    "import json; from kg.links import *; from tests.links.synthetic import *\n"
    "d = named(drawn(120, 40, 1)); c, r = column_pairs(d), row_pairs(d, 4)\n"
    "print(json.dumps([x.tolist() for p in (c, r) for x in (p.first, p.second, p.count, p.p, p.q, p.score)]))"
)


def test_the_same_whatever_the_hash_seed() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "77", "4242")
    ]
    assert len(set(said)) == 1
    assert len(json.loads(said[0])) == 12


@pytest.mark.parametrize("generator", GENERATORS)
def test_chance_alone_is_hardly_ever_called_a_link(generator: object) -> None:
    """Of 20 random sets of 1,000 rows, at most one: of pairs of columns, and of pairs of rows."""
    data = [named(generator(1000, 150, seed)) for seed in range(20)]
    assert sum((column_pairs(one).q < 0.05).any() for one in data) <= 1
    assert sum((row_pairs(one, 10).q < 0.05).any() for one in data) <= 1


def test_planted_groups_are_found() -> None:
    """150 columns in 10 groups, 2,000 rows: 9 in 10 of the 150 strongest lines join a group's columns."""
    matrix, group = planted(2000, 150, 1)
    data = named(matrix)
    group = group[matrix.any(axis=0)]
    found = column_pairs(data)
    inside = group[found.first] == group[found.second]
    strongest = np.lexsort((-found.count / found.expected, found.p))[:150]
    assert inside[strongest].mean() >= 0.9
    assert (found.q < 0.05).sum() > 300
    assert inside[found.q < 0.05].mean() >= 0.9
    by_count = np.argsort(-found.count, kind="stable")[:150]
    assert inside[by_count].mean() < 0.6
