"""Precision, recall and F1 as people and programs read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.evaluate import Scores

    Value = tuple[float | None, float | None, float | None]

HEADINGS: Final = ("right", "proposed", "labelled", "precision (95%)", "recall (95%)", "F1 (95%)")
"""What stands above the columns of `row`."""

_NOTHING: Final[Value] = (None, None, None)


def values(s: Scores) -> Mapping[str, Value]:
    """Return precision, recall and F1, each with its interval; F1 has none where there is one document.

    Where there was nothing to count, all three are None.
    """
    interval = s.interval if s.keys > 1 else (None, None)
    return {
        "precision": (s.precision, *s.precision_interval) if s.proposed else _NOTHING,
        "recall": (s.recall, *s.recall_interval) if s.gold else _NOTHING,
        "f1": (s.f1, *interval) if s.proposed or s.gold else _NOTHING,
    }


def flat(scores: Scores) -> dict[str, object]:
    """Return scores for a program, to four places."""
    made: dict[str, object] = {"right": scores.right, "proposed": scores.proposed, "labelled": scores.gold}
    for name, each in values(scores).items():
        keys = (name, f"{name}_low", f"{name}_high")
        made |= {key: None if one is None else round(one, 4) for key, one in zip(keys, each, strict=True)}
    return made


def row(name: str, scores: Scores) -> tuple[str, ...]:
    """Return scores for a person, to two places."""
    shares = (_share(*each) for each in values(scores).values())
    return (name, str(scores.right), str(scores.proposed), str(scores.gold), *shares)


def _share(value: float | None, low: float | None, high: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if low is None else f"{value:.2f} ({low:.2f}-{high:.2f})"
