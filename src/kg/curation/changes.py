"""What a decision makes of a review; pure. What was decided before stays, and why it was proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kg.records.incident import UNSTATED, incident_of
from kg.records.model import Incident, ReadFact, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.curation.items import Item
    from kg.records.model import Review, Statement

    T = TypeVar("T", Tag, ReadFact)

EDITOR = "editor"
"""The method of a decision that a person took."""


def by_editor(one: T, status: str, on: str) -> T:
    """Return a proposal as a person decided it; why it was proposed stays."""
    return replace(one, status=status, by=EDITOR, decided=on)


def decided(review: Review, items: Iterable[Item], status: str, on: str) -> Review:
    """Return a review in which what some items propose is accepted or rejected.

    Args:
        review: as it is.
        items: proposals of this review.
        status: `accepted` or `rejected`.
        on: today, as an ISO date.
    """
    for item in items:
        if isinstance(item.about, ReadFact):
            facts = list(review.facts)
            facts[item.index] = by_editor(item.about, status, on)
            review = _with_facts(review, facts)
        elif isinstance(item.about, Tag):
            review = _with_tag(review, item.statement, by_editor(item.about, status, on))
    return review


def tagged(review: Review, statement: str, tag: Tag) -> Review:
    """Return a review with a tag that a person chose; one of the same concept and role takes its decision.

    What is accepted already stays as it is, with the date on which it was.
    """
    had = next((one for one in tags(review, statement) if _same(one, tag)), None)
    if had is not None and had.status == "accepted":
        return review
    chosen = tag if had is None else replace(tag, found=had.found)
    return _with_tag(review, statement, chosen)


def valued(review: Review, item: Item, fact: ReadFact) -> Review:
    """Return a review with a fact that a person states in place of one that was read, which is rejected."""
    facts = list(review.facts)
    facts[item.index] = by_editor(facts[item.index], "rejected", fact.decided or "")
    facts.insert(item.index + 1, fact)
    return _with_facts(review, facts)


def without(review: Review, statement: str) -> Review:
    """Return a review without one of its statements."""
    return replace(review, statements=tuple(one for one in review.statements if one.id != statement))


def tags(review: Review, statement: str) -> tuple[Tag, ...]:
    """Return the tags of a statement, themes first."""
    return next(((*s.themes, *s.agencies) for s in review.statements if s.id == statement), ())


def clash(review: Review, item: Item) -> ReadFact | None:
    """Return the accepted fact that leaves no room for the one that an item proposes, or None."""
    return next(
        (fact for fact in review.facts if fact.status == "accepted" and fact.fact == item.single), None
    )


def _same(one: Tag, other: Tag) -> bool:
    return (one.concept, one.role) == (other.concept, other.role)


def _with_tag(review: Review, statement: str, tag: Tag) -> Review:
    """Put a tag in the place of that of the same concept and role, or at the end."""

    def put(had: tuple[Tag, ...]) -> tuple[Tag, ...]:
        if any(_same(one, tag) for one in had):
            return tuple(tag if _same(one, tag) else one for one in had)
        return (*had, tag)

    def changed(one: Statement) -> Statement:
        if tag.role == "theme":
            return replace(one, themes=put(one.themes))
        return replace(one, agencies=put(one.agencies))

    statements = (changed(one) if one.id == statement else one for one in review.statements)
    return replace(review, statements=tuple(statements))


def _with_facts(review: Review, facts: list[ReadFact]) -> Review:
    before, after = incident_of(review.facts), incident_of(facts)
    return replace(
        review,
        facts=tuple(facts),
        type=_named("type", review.type, facts),
        form=_named("form", review.form, facts),
        incident=_merged(review.incident, before, after),
    )


def _named(kind: str, now: str, facts: Iterable[ReadFact]) -> str:
    """Return the kind of review or document: what is accepted, else what stands there and is not rejected."""
    of_kind = [fact for fact in facts if fact.fact == kind]
    accepted = next((fact.value for fact in of_kind if fact.status == "accepted"), None)
    rejected = {fact.value for fact in of_kind if fact.status == "rejected"}
    return accepted or (UNSTATED if now in rejected else now)


def _merged(now: Incident, before: Incident, after: Incident) -> Incident:
    """Return an incident with what a decision changes; what a person wrote there by hand stays."""

    def listed(mine: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
        return new if mine == old else (*mine, *(value for value in new if value not in {*mine, *old}))

    def single(mine: str | None, old: str | None, new: str | None) -> str | None:
        return new if mine in {old, None} else mine

    return replace(
        now,
        outcome=listed(now.outcome, before.outcome, after.outcome),
        cause=listed(now.cause, before.cause, after.cause),
        occurred=single(now.occurred, before.occurred, after.occurred),
        source_of_harm=listed(now.source_of_harm, before.source_of_harm, after.source_of_harm),
        conviction=single(now.conviction, before.conviction, after.conviction),
        children=after.children if now.children == before.children else now.children,
    )
