"""How often a pair is called beyond chance where nothing is planted, and what is found where something is.

    .venv/bin/python -m benchmarks.significance [seeds]

Compares the model of `kg.links` with others that it might have been: the hypergeometric test (which forgets
that reviews differ in length), the hypergeometric test within reviews of equal length, and the stochastic
degree sequence model as Neal (2014) has it, with lengths kept on average only. Takes some minutes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
from tests.links.synthetic import drawn, independent, named, planted

from kg.links import benjamini_hochberg, column_pairs, row_pairs, together
from kg.links.tails import upper

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from kg.links import TwoMode

    Floats = NDArray[np.float64]
    Found = tuple[Floats, Floats]

LEVEL = 0.05
TOP = 150
"""How many of the strongest lines are looked at for purity: one a theme."""


def ours(data: TwoMode) -> Found:
    """Return p and the expected count of each pair of columns, by the model of `kg.links`."""
    found = column_pairs(data)
    return found.p, found.expected


def ends(data: TwoMode) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of columns that occur together, and how often they do."""
    counts = together(data.matrix)
    first, second = np.nonzero(np.triu(counts, 1))
    return first, second, counts[first, second]


def sdsm(data: TwoMode) -> Found:
    """Return the same by the stochastic degree sequence model, fitted by its fixed point."""
    length, rows = np.unique(data.lengths, return_counts=True)
    x, y = length / np.sqrt(length @ rows), data.frequencies / np.sqrt(data.frequencies.sum())
    for _ in range(2000):
        x = length / (y / (1 + np.outer(x, y))).sum(axis=1)
        before, y = y, data.frequencies / ((rows * x)[:, None] / (1 + np.outer(x, y))).sum(axis=0)
        if np.abs(y / before - 1).max() < 1e-9:  # noqa: PLR2004 - converged
            break
    first, second, count = ends(data)
    chance = np.outer(x, y) / (1 + np.outer(x, y))
    both = np.ascontiguousarray((chance[:, first] * chance[:, second]).T)
    return upper(count, both, rows), both @ rows


def hypergeometric(data: TwoMode) -> Found:
    """Return the same by the hypergeometric test, as if all reviews had one length."""
    return stratified(data, np.zeros(len(data.rows), dtype=np.int64))


def by_length(data: TwoMode) -> Found:
    """Return the same by hypergeometric tests within reviews of equal length."""
    return stratified(data, data.lengths)


def stratified(data: TwoMode, stratum: NDArray[np.int64]) -> Found:
    """Return p of sums of hypergeometric counts, by inversion on a circle; exact to about 1e-13."""
    first, second, count = ends(data)
    points = 1 << int(data.frequencies.max()).bit_length()
    turn = np.exp(2j * np.pi / points * np.arange(points // 2 + 1))
    whole = np.ones((len(first), len(turn)), dtype=np.complex128)
    expected = np.zeros(len(first))
    for value in np.unique(stratum):
        inside = data.matrix[stratum == value]
        size, frequency = len(inside), inside.sum(axis=0)
        low = np.minimum(frequency[first], frequency[second])
        high = np.maximum(frequency[first], frequency[second])
        combined, place = np.unique(low * (size + 1) + high, return_inverse=True)
        whole *= _circle(combined // (size + 1), combined % (size + 1), size, turn)[place]
        expected += low * high / size
    chance = np.fft.irfft(whole.conj(), points, axis=1)[:, : int(count.max()) + 1]
    below = np.cumsum(chance, axis=1)[np.arange(len(count)), count - 1]
    return np.clip(1 - below, 1e-13, 1), expected


def _circle(
    low: NDArray[np.int64], high: NDArray[np.int64], size: int, turn: NDArray[np.complex128]
) -> Floats:
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, size + 1)))])

    def choose(of: NDArray[np.int64], some: NDArray[np.int64]) -> Floats:
        inside = (some >= 0) & (some <= of)
        some = np.where(inside, some, 0)
        return np.where(inside, logs[of] - logs[some] - logs[np.maximum(of - some, 0)], -np.inf)

    counts = np.arange(int(low.max()) + 1)
    weights = choose(high[:, None], counts) + choose(size - high[:, None], low[:, None] - counts)
    chance = np.exp(weights - choose(np.full(len(low), size), low)[:, None])
    return chance @ turn ** counts[:, None]


METHODS: dict[str, Callable[[TwoMode], Found]] = {
    "drawn, lengths exact (kg.links)": ours,
    "SDSM, lengths on average": sdsm,
    "hypergeometric": hypergeometric,
    "hypergeometric by length": by_length,
}


def nothing_planted(rows: int, seeds: int) -> None:
    """Print in how many runs any pair is called, by generator and method."""
    for generator in (drawn, independent):
        data = [named(generator(rows, 150, seed)) for seed in range(seeds)]
        for name, method in METHODS.items():
            called, ratio = [], []
            for one in data:
                p, expected = method(one)
                tests = len(one.columns) * (len(one.columns) - 1) // 2
                called.append(int((benjamini_hochberg(p, tests) < LEVEL).sum()))
                ratio.append(ends(one)[2].sum() / expected.sum())
            print(
                f"{rows:>6} {generator.__name__:12} {name:32} runs with a theme pair called "
                f"{sum(map(bool, called)):>3} of {seeds}, pairs {sum(called):>4}, "
                f"observed/expected {np.mean(ratio):.3f}",
                flush=True,
            )
        reviews = [int((row_pairs(one, 10).q < LEVEL).sum()) for one in data]
        runs = sum(map(bool, reviews))
        print(
            f"{rows:>6} {generator.__name__:12} {'drawn, of review pairs':32} "
            f"runs with a pair called {runs:>3} of {seeds}"
        )


def groups_planted(rows: int, seeds: int) -> None:
    """Print what share of the strongest lines, and of those called, join themes of one planted group."""
    for name, method in METHODS.items():
        top, called, among = [], [], []
        for seed in range(seeds):
            matrix, group = planted(rows, 150, seed)
            data = named(matrix)
            group = group[matrix.any(axis=0)]
            first, second, count = ends(data)
            p, expected = method(data)
            inside = group[first] == group[second]
            strongest = np.lexsort((-count / expected, p))[:TOP]
            beyond = benjamini_hochberg(p, len(data.columns) * (len(data.columns) - 1) // 2) < LEVEL
            top.append(inside[strongest].mean())
            called.append(beyond.sum())
            among.append(inside[beyond].mean())
        print(
            f"{rows:>6} planted      {name:32} purity of the {TOP} strongest {np.mean(top):.3f}, "
            f"called {np.mean(called):.0f}, of these within a group {np.mean(among):.3f}",
            flush=True,
        )
    counted = []
    for seed in range(seeds):
        matrix, group = planted(rows, 150, seed)
        first, second, count = ends(named(matrix))
        group = group[matrix.any(axis=0)]
        counted.append((group[first] == group[second])[np.argsort(-count, kind="stable")[:TOP]].mean())
    print(f"{rows:>6} planted      {'raw counts':32} purity of the {TOP} strongest {np.mean(counted):.3f}")


def main(seeds: int = 20) -> None:
    """Measure and print."""
    nothing_planted(1000, seeds)
    groups_planted(2000, 5)
    nothing_planted(10_000, max(seeds // 5, 1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
