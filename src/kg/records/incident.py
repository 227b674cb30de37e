"""What the accepted facts of a review say of what led to it; pure."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.records.model import Child, Incident

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.records.model import ReadFact

UNSTATED = "unstated"
"""The code of what is not known yet."""


def incident_of(facts: Iterable[ReadFact]) -> Incident:
    """Return the incident that the accepted facts of a review make up.

    Args:
        facts: all of its facts, in order; those that are proposed or rejected count for nothing.

    Returns:
        Outcomes, causes and sources of harm, each value once; `unstated` for no outcome; a conviction only
        with a source of harm. There are as many children as is accepted, else as ages, else one where a sex
        is. As many ages as children go to them in order, one age to all of them, any other number to none;
        likewise the sexes.

    Example:
        >>> from kg.records.model import ReadFact
        >>> given = {"outcome": "death", "children": "2", "sex": "male"}
        >>> facts = [ReadFact(fact, value, "accepted", "editor", 0, 1) for fact, value in given.items()]
        >>> incident = incident_of(facts)
        >>> incident.outcome, [child.sex for child in incident.children]
        (('death',), ['male', 'male'])
    """
    accepted = [fact for fact in facts if fact.status == "accepted"]

    def values(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact.value for fact in accepted if fact.fact == kind))

    def first(kind: str) -> str | None:
        return next(iter(values(kind)), None)

    harm = values("source-of-harm")
    return Incident(
        outcome=values("outcome") or (UNSTATED,),
        cause=values("cause"),
        occurred=first("occurred"),
        source_of_harm=harm,
        conviction=first("conviction") if harm else None,
        children=_children(accepted),
    )


def _children(accepted: Sequence[ReadFact]) -> tuple[Child, ...]:
    ages = [fact for fact in accepted if fact.fact == "age"]
    sexes = [fact for fact in accepted if fact.fact == "sex"]
    told = next((int(fact.value) for fact in accepted if fact.fact == "children"), None)
    count = told or max(len(ages), int(bool(ages or sexes)))
    return tuple(
        Child(
            age=age.value if age else None,
            months=age.months if age else None,
            band=age.band if age else None,
            sex=sex.value if sex else None,
        )
        for age, sex in zip_longest(_shared(ages, count), _shared(sexes, count))
    )


def _shared(facts: Sequence[ReadFact], count: int) -> list[ReadFact | None]:
    """Return the fact of each child: one of each, the same for all, or nothing."""
    if len(facts) == count:
        return list(facts)
    return [facts[0] if len(facts) == 1 else None] * count
