"""How well proposals agree with a person's decisions: precision, recall and F1, with an interval."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    Counts = tuple[int, int, int]

_RESAMPLES: Final = 1000
_TAIL: Final = 0.025
_SEED: Final = 20220301


@dataclass(frozen=True, slots=True)
class Scores:
    """Agreement of proposals with a gold standard, counted over all of them alike (micro).

    Attributes:
        precision: the share of the proposals that are right; 1 where nothing was proposed.
        recall: the share of the gold standard that was proposed; 1 where it is empty.
        f1: their harmonic mean.
        interval: 95% interval of F1, by a bootstrap over the keys: 1,000 samples with replacement, the same
            ones each time. Where keys are statements of a few documents it is too narrow: statements of one
            document resemble each other.
        right: proposals that are in the gold standard.
        proposed: all proposals.
        gold: all that is in the gold standard.
    """

    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]
    right: int
    proposed: int
    gold: int


def evaluate(
    proposed: Mapping[str, Collection[Hashable]], gold: Mapping[str, Collection[Hashable]]
) -> Scores:
    """Compare proposals with a gold standard.

    Args:
        proposed: what was proposed, for each statement or document. A thing proposed twice counts once.
        gold: what is right. A key that only one of the two has counts as empty in the other.

    Example:
        >>> scores = evaluate({"a": ["neglect", "school"], "b": []}, {"a": ["neglect"], "b": ["missing"]})
        >>> scores.precision, scores.recall, scores.f1
        (0.5, 0.5, 0.5)
    """
    keys = dict.fromkeys((*gold, *proposed))
    counts = sorted(_counts(set(proposed.get(key, ())), set(gold.get(key, ()))) for key in keys)
    right, given, wanted = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    precision = right / given if given else 1.0
    recall = right / wanted if wanted else 1.0
    return Scores(precision, recall, _f1(counts), _interval(counts), right, given, wanted)


def _counts(proposed: set[Hashable], gold: set[Hashable]) -> Counts:
    return len(proposed & gold), len(proposed), len(gold)


def _f1(counts: Sequence[Counts]) -> float:
    both = sum(given + wanted for _, given, wanted in counts)
    return 2 * sum(right for right, _, _ in counts) / both if both else 1.0


def _interval(counts: Sequence[Counts]) -> tuple[float, float]:
    if not counts:
        return 0.0, 1.0
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    values = sorted(_f1(chance.choices(counts, k=len(counts))) for _ in range(_RESAMPLES))
    cut = int(_TAIL * _RESAMPLES)
    return values[cut], values[-1 - cut]
