"""Poisson-binomial tails: exact against enumeration, the saddlepoint against exact."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from kg.links import tails


def enumerated(count: int, chances: np.ndarray) -> float:
    """The sum over all outcomes of independent events."""
    return sum(
        float(np.where(outcome, chances, 1 - chances).prod())
        for outcome in product((0, 1), repeat=len(chances))
        if sum(outcome) >= count
    )


@pytest.mark.parametrize("seed", range(4))
def test_exact_is_what_enumeration_gives(seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = random.integers(1, 4, 4)
    chance = random.random((1, 4)) ** 3
    each = np.repeat(chance[0], rows)
    for count in range(len(each) + 2):
        (found,) = tails.exact(np.array([count]), chance, rows)
        assert found == pytest.approx(enumerated(count, each), rel=1e-12)


def test_exact_keeps_its_digits_far_out() -> None:
    (found,) = tails.exact(np.array([40]), np.array([[1e-6]]), np.array([40]))
    assert found == pytest.approx(1e-240, rel=1e-9)


def test_several_sums_are_as_one_by_one() -> None:
    random = np.random.default_rng(1)
    chance, rows, count = random.random((30, 5)) / 3, np.array([3, 1, 4, 1, 5]), random.integers(0, 14, 30)
    together = tails.exact(count, chance, rows)
    alone = [tails.exact(count[[at]], chance[[at]], rows)[0] for at in range(30)]
    assert together == pytest.approx(alone, rel=1e-12)


GRID = [(rows, mean) for rows in (201, 1000) for mean in (0.1, 0.5, 2, 10, 40)]


@pytest.mark.parametrize(("rows", "mean"), GRID)
def test_the_saddlepoint_is_near_what_is_exact(rows: int, mean: float) -> None:
    """Relative errors, over means and counts from 2 deviations below to 8 above."""
    random = np.random.default_rng(rows)
    sizes = random.multinomial(rows, np.full(10, 0.1))
    chance = np.clip(mean / rows * np.exp(random.normal(0, 0.7, (400, 10))), 1e-9, 0.9)
    middle, deviation = chance @ sizes, np.sqrt((chance * (1 - chance)) @ sizes)
    count = np.clip((middle + deviation * random.uniform(-2, 8, 400)).round(), 1, rows).astype(np.int64)
    right = tails.exact(count, chance, sizes)
    error = np.abs(tails.saddlepoint(count, chance, sizes) / right - 1)
    for least, most, limit in ((1, 1, 1e-9), (2, 2, 0.02), (3, 5, 0.0125), (6, rows, 0.006)):
        assert error[(count >= least) & (count <= most)].max(initial=0) < limit


def test_near_the_mean_the_saddlepoint_is_smooth() -> None:
    """Where its formula divides by nothing, its limit stands in."""
    (found,) = tails.saddlepoint(np.array([51]), np.array([[0.5]]), np.array([101]))
    assert found == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize("way", [tails.exact, tails.saddlepoint])
def test_what_is_sure_has_the_chance_1_and_what_is_impossible_almost_none(way: object) -> None:
    rows = np.array([5, 300])
    assert way(np.array([0, 5]), np.array([[1.0, 0.01]] * 2), rows).tolist() == [1, 1]
    assert way(np.array([6]), np.array([[1.0, 0.01]]), rows)[0] == pytest.approx(1 - 0.99**300, rel=0.03)


def test_a_greater_count_is_less_likely_and_a_greater_chance_more() -> None:
    rows, counts = np.array([150, 150]), np.arange(1, 60)
    low = tails.saddlepoint(counts, np.full((59, 2), 0.05), rows)
    high = tails.saddlepoint(counts, np.full((59, 2), 0.06), rows)
    assert (np.diff(low) < 0).all()
    assert (high > low).all()
    assert tails.saddlepoint(np.array([300]), np.array([[1e-9, 1e-9]]), rows)[0] == tails.SMALLEST
