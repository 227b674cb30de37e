"""What a link is worth, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.english import counted
from kg.network.chance import TOO_FEW

if TYPE_CHECKING:
    from kg.explain.model import Explanation, Thing


def sentences(told: Explanation) -> tuple[str, ...]:
    """Return what is shared and how much chance would give; or what was searched."""
    if not told.shared:
        return (_nothing(told), _searched(told.first), _searched(told.second))
    if told.numbers is None:
        return (_count(told, len(told.shared)), _unlinked(told))
    return (_count(told, told.numbers.shared), _chance(told))


def _count(told: Explanation, shared: int) -> str:
    one, other = told.first.label, told.second.label
    if told.first.kind == "review":
        raised = f"{one} raises {told.first.tags}, {other} {told.second.tags}"
        return f"{one} and {other} share {counted(shared, 'theme')}: {raised}."
    both = sum(len(each.both) for each in told.shared)
    same = f"{counted(both, 'finding or recommendation is', 'findings or recommendations are')} about both"
    said = f"{same}." if both else "no single finding or recommendation is about both in these summaries."
    reviews = counted(shared, "review")
    return (
        f"{one} and {other} come up together in {reviews} of {told.reviews} "
        f"({one} in {told.first.tags}, {other} in {told.second.tags}); {said}"
    )


def _chance(told: Explanation) -> str:
    """Say what chance would give, and whether this is more."""
    numbers = told.numbers
    if numbers is None:
        return ""
    by_chance = f"By chance, about {numbers.expected:.1f} would be expected"
    kept = (
        "with each theme raised as often as it is, and as many themes in each review"
        if told.first.kind != "agency"
        else "with each agency spoken of as often as it is, and as many agencies in each review"
    )
    if numbers.verdict == TOO_FEW:
        return f"{by_chance}, {kept}: there are {TOO_FEW} whether {numbers.shared} is more."
    # Only who has reviews enough to tell will want the figures behind the words; JSON has them always.
    figures = f"p {shown(numbers.p)}; q {shown(numbers.q)}, which allows for all pairs"
    return f"{by_chance}, {kept}: {numbers.shared} is {numbers.verdict} ({figures})."


def _unlinked(told: Explanation) -> str:
    """Say why two things that share something are not linked."""
    if told.first.kind != "review":
        return "There are no numbers for this pair: the graph was not built with links. Run kg build."
    if all(2 * each.raised > told.reviews for each in told.shared):
        return (
            "They are not linked: more than half of all reviews raise each of these themes, so that they say "
            "little of these two."
        )
    return "They are not linked: a build keeps the links of the most alike, and others are nearer to both."


def _nothing(told: Explanation) -> str:
    one, other = told.first.label, told.second.label
    if told.first.kind == "review":
        return f"{one} and {other} share no theme in these summaries."
    return f"No review brings up both {one} and {other}."


def _searched(thing: Thing) -> str:
    """Say what was searched on one side."""
    statements = counted(thing.statements, "finding or recommendation", "findings and recommendations")
    if thing.kind == "review":
        themes = f"{counted(thing.tags, 'theme')} that an editor accepted"
        return f"Searched: {statements} of {thing.label}, with {themes}."
    if not thing.statements:
        return (
            f"Searched: all findings and recommendations; none is {_about(thing)} {thing.label} itself. "
            "A statement has the most specific name: try one below it."
        )
    return f"Searched: {statements} {_about(thing)} {thing.label}, in {counted(thing.tags, 'review')}."


def _about(thing: Thing) -> str:
    return "addressed to or about" if thing.kind == "agency" else "about"


def shown(number: float) -> str:
    """Return a probability as people read it.

    Example:
        >>> shown(1.0), shown(0.0312), shown(0.000004)
        ('1', '0.031', 'below 0.001')
    """
    return "below 0.001" if number < 0.001 else f"{number:.2g}"  # noqa: PLR2004 - less says no more
