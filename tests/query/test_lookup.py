"""The nearest names: those that hold what was typed, then those spelt alike, and not too many."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.query.lookup import SHOWN, Entry, fold, nearest


def entry(label: str) -> Entry:
    return Entry(ox.NamedNode(f"https://example.org/{label.replace(' ', '-')}"), label, (fold(label),))


@pytest.mark.parametrize(
    ("wanted", "labels", "expected"),
    [
        ("sleep", ["sleet", "a very long name with safer sleep in it"], [1, 0]),
        ("sleep", ["sleeps", "safer sleep"], [0, 1]),
        ("neglct", ["neglect", "court"], [0]),
        ("ab", ["abuse of a child"], []),
        ("zebra", ["neglect"], []),
        ("sleep", [f"sleep {number}" for number in range(SHOWN + 2)], list(range(SHOWN))),
    ],
)
def test_nearest(wanted: str, labels: list[str], expected: list[int]) -> None:
    found = [one.label for one in nearest(wanted, map(entry, labels))]
    assert found == [labels[number] for number in expected]
