"""How near an earlier recommendation is to one that is asked about: pure, and short enough to say in words.

Three steps, each deciding only between those that the ones before leave equal:

1. the overlap of their themes: what both have, of all that either has, each theme weighing the more, the
   fewer reviews raise it;
2. whom they name: the same agency asked to act, the same agency, agencies of one group, or none of these;
3. the share of words in common.

There is no number to tune. Why so: docs/decisions/0013-precedents.md.
"""

from __future__ import annotations

from enum import IntEnum
from math import fsum, log2
from typing import TYPE_CHECKING, Final

from kg.gazetteer.words import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

PLACES: Final = 9
"""Overlaps that agree in so many places are equal: what differs beyond is the rounding of the machine."""

SHORTEST: Final = 4
"""Letters from which a word counts: shorter ones are mostly grammar."""


class Whom(IntEnum):
    """How alike two recommendations are in whom they name; the greater, the nearer."""

    OTHER = 0
    GROUP = 1
    NAMED = 2
    ASKED = 3


def weight(raised: int, reviews: int) -> float:
    """Return what a theme weighs that so many of all reviews raise: log2(1 + reviews / raised).

    One that all reviews raise weighs 1. One that none raises weighs as if one did. The idea is that of
    Sparck Jones (1972), "A statistical interpretation of term specificity", Journal of Documentation 28; the
    1 keeps a theme that all raise from weighing nothing.

    Example:
        >>> [round(weight(raised, 8), 2) for raised in (8, 4, 2, 1, 0)]
        [1.0, 1.58, 2.32, 3.17, 3.17]
    """
    return log2(1 + max(reviews, 1) / max(raised, 1))


def overlap(
    asked: AbstractSet[str], earlier: AbstractSet[str], raised: Mapping[str, int], reviews: int
) -> float:
    """Return the weight of the themes that both have, of the weight of all that either has: 0 to 1.

    The weighted form of Jaccard's coefficient, by Ruzicka (1958).

    Args:
        asked: themes, one at least.
        earlier: themes.
        raised: in how many reviews each theme is raised; none for one that is absent.
        reviews: how many there are.

    Example:
        >>> raised = {"sleep": 2, "training": 8}
        >>> [round(overlap({"sleep", "training"}, {theme}, raised, 8), 2) for theme in raised]
        [0.7, 0.3]
    """
    weights = {theme: weight(raised.get(theme, 0), reviews) for theme in sorted(asked | earlier)}
    both = fsum(weights[theme] for theme in sorted(asked & earlier))
    return round(both / fsum(weights.values()), PLACES)


def whom(asked: Mapping[str, bool], earlier: Mapping[str, bool], above: Mapping[str, frozenset[str]]) -> Whom:
    """Return how alike two recommendations are in whom they name.

    Args:
        asked: agencies, and whether each is asked to act.
        earlier: likewise.
        above: the groups that each agency belongs to, however far up.

    Example:
        >>> above = {"school": frozenset({"education"}), "nursery": frozenset({"education"})}
        >>> for them in ({"school": True}, {"school": False}, {"education": True}, {"nursery": True}, {}):
        ...     print(whom({"school": True}, them, above).name)
        ASKED
        NAMED
        GROUP
        GROUP
        OTHER
    """
    both = asked.keys() & earlier.keys()
    if any(asked[agency] and earlier[agency] for agency in both):
        return Whom.ASKED
    if both:
        return Whom.NAMED
    return Whom.GROUP if groups(asked.keys(), earlier.keys(), above) else Whom.OTHER


def groups(
    asked: AbstractSet[str], earlier: AbstractSet[str], above: Mapping[str, frozenset[str]]
) -> set[str]:
    """Return the narrowest groups that agencies of both sides are or belong to, and that not both name.

    Example:
        >>> above = {"school": frozenset({"education"}), "nursery": frozenset({"education"})}
        >>> groups({"school"}, {"nursery"}, above), groups({"school"}, {"school"}, above)
        ({'education'}, set())
    """
    first, second = (
        {each for agency in side for each in (agency, *above.get(agency, ()))} for side in (asked, earlier)
    )
    common = first & second
    wider = {each for agency in common for each in above.get(agency, ())}
    return common - wider - (asked & earlier)


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, of all that either has.

    Case, plurals and spelling make no odds, and words of fewer than four letters do not count.

    Example:
        >>> likeness("Share the records of babies.", "Sharing the baby's record")
        0.5
        >>> likeness("", "")
        0.0
    """
    first, second = _words(one), _words(other)
    either = first | second
    return round(len(first & second) / len(either), PLACES) if either else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(text) if len(token.key) >= SHORTEST)
