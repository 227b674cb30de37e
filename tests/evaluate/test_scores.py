"""Precision, recall and F1 against figures worked out by hand."""

from __future__ import annotations

import pytest

from kg.evaluate import evaluate
from kg.evaluate.scores import wilson


def test_counts_all_proposals_alike() -> None:
    proposed = {"a": ["x", "y", "x"], "b": ["x"], "c": []}
    gold = {"a": ["x"], "b": ["y", "z"], "d": ["x"]}
    scores = evaluate(proposed, gold)
    assert (scores.right, scores.proposed, scores.gold) == (1, 3, 4)
    assert scores.precision == pytest.approx(1 / 3)
    assert scores.recall == pytest.approx(1 / 4)
    assert scores.f1 == pytest.approx(2 / 7)


def test_nothing_proposed_is_precise_and_finds_nothing() -> None:
    scores = evaluate({}, {"a": ["x"]})
    assert (scores.precision, scores.recall, scores.f1) == (1, 0, 0)


def test_nothing_to_find_and_nothing_found_agree() -> None:
    assert evaluate({}, {}).f1 == 1
    assert evaluate({"a": []}, {"a": []}).f1 == 1


def test_interval_holds_the_figure_and_narrows_with_more() -> None:
    def scores(times: int) -> tuple[float, float, float]:
        gold = {str(n): ["x"] for n in range(10 * times)}
        found = evaluate({key: ["x"] if int(key) % 10 < 7 else ["y"] for key in gold}, gold)
        return found.interval[0], found.f1, found.interval[1]

    few, many = scores(2), scores(40)
    assert few[0] < few[1] < few[2]
    assert many[0] < many[1] < many[2]
    assert many[2] - many[0] < (few[2] - few[0]) / 3
    # 0.7 with 400 statements: the normal interval is 0.7 -+ 0.045
    assert many[0] == pytest.approx(0.655, abs=0.015)


def test_same_every_time_and_in_any_order() -> None:
    gold = {str(n): ["x"] if n % 3 else ["y"] for n in range(30)}
    proposed = {str(n): ["x"] for n in range(30)}
    assert evaluate(proposed, gold) == evaluate(proposed, dict(reversed(gold.items())))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [  # figures of Wilson's interval from Newcombe (1998), Statistics in Medicine 17, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_wilson_gives_the_published_figures(count: int, of: int, low: float, high: float) -> None:
    assert wilson(count, of) == pytest.approx((low, high), abs=0.00006)
