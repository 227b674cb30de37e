"""Precision, recall and F1 of proposals against what is right, each with a 95% interval."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    Counts = tuple[int, int, int]
    Interval = tuple[float, float]

_RESAMPLES: Final = 1000
_TAIL: Final = 0.025
_SEED: Final = 20220301
_Z: Final = 1.959963984540054  # of the normal distribution, for 95%


@dataclass(frozen=True, slots=True)
class Scores:
    """Agreement of proposals with a gold standard, counted over all of them alike (micro).

    Attributes:
        precision: the share of the proposals that are right; 1 where nothing was proposed.
        recall: the share of the gold standard that was proposed; 1 where it is empty.
        f1: their harmonic mean.
        interval: 95% interval of F1, by a bootstrap over the keys: 1,000 samples with replacement, the same
            ones each time. Where keys are statements of a few documents it is too narrow: statements of one
            document resemble each other. Of one key alone it says nothing, nor where all are right.
        right: proposals that are in the gold standard.
        proposed: all proposals.
        gold: all that is in the gold standard.
        keys: how many keys there were.
    """

    precision: float
    recall: float
    f1: float
    interval: Interval
    right: int
    proposed: int
    gold: int
    keys: int

    @property
    def precision_interval(self) -> Interval:
        """Wilson's 95% interval of precision, as if each proposal were a draw of its own."""
        return wilson(self.right, self.proposed)

    @property
    def recall_interval(self) -> Interval:
        """Wilson's 95% interval of recall, as if each labelled thing were a draw of its own."""
        return wilson(self.right, self.gold)


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
    return Scores(precision, recall, _f1(counts), _interval(counts), right, given, wanted, len(counts))


def wilson(count: int, of: int) -> Interval:
    """Return Wilson's 95% interval of a share; 0 to 1 where there is nothing to count.

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209-212.

    Example:
        >>> [round(end, 3) for end in wilson(8, 10)], wilson(0, 0)
        ([0.49, 0.943], (0.0, 1.0))
    """
    if not of:
        return 0.0, 1.0
    share, weight = count / of, _Z * _Z / of
    middle = (share + weight / 2) / (1 + weight)
    half = math.sqrt(share * (1 - share) * weight + weight * weight / 4) / (1 + weight)
    return (0.0 if count == 0 else middle - half), (1.0 if count == of else middle + half)


def _counts(proposed: set[Hashable], gold: set[Hashable]) -> Counts:
    return len(proposed & gold), len(proposed), len(gold)


def _f1(counts: Sequence[Counts]) -> float:
    both = sum(given + wanted for _, given, wanted in counts)
    return 2 * sum(right for right, _, _ in counts) / both if both else 1.0


def _interval(counts: Sequence[Counts]) -> Interval:
    if not counts:
        return 0.0, 1.0
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    values = sorted(_f1(chance.choices(counts, k=len(counts))) for _ in range(_RESAMPLES))
    cut = int(_TAIL * _RESAMPLES)
    return values[cut], values[-1 - cut]
