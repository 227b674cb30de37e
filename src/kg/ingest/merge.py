"""A document's proposal and the records that its source has already, made one by a three-way merge.

*Base* is what the document proposed when it was last read, worked out anew from the text of then, where it
was kept. *Theirs* is the record as it is, *ours* what the document proposes now. Where the record is as the
base was, it follows the document; where it is otherwise, a person changed it, and that stays. Where the base
is not known, the record stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kg.ingest.changes import Change, added, short
from kg.ingest.match import pair_reviews
from kg.ingest.readings import FACTS_BY
from kg.ingest.reviews import Step, known_review, merged_review, vanished
from kg.records.orphans import is_gone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.ingest.drafts import Draft, Told
    from kg.records import Issue, Review, Source

_KINDS: Final = ("themes", "agencies")
_FOLLOWS: Final = ("title", "issued", "review_count")
"""What of a source follows its document until a person changes it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What the records of a source shall be; what is new in them has no id yet.

    Attributes:
        changes: what became otherwise, and what a person should look at.
        met: how many reviews the records had and the document has.
    """

    source: Source
    reviews: tuple[Review, ...]
    changes: tuple[Change, ...] = ()
    met: int = 0


def fresh(draft: Draft) -> Merged:
    """Return the records of a source that is not known yet."""
    source, reviews = draft.source, tuple(replace(one, source=draft.source.id) for one in draft.reviews)
    return Merged(source, reviews, (Change("added", "source", source.id), *_added(reviews)))


def merged(
    held: tuple[Source, Sequence[Review]], draft: Draft, bases: Mapping[str, Draft], told: Told
) -> Merged:
    """Return the records of a source that is known.

    Args:
        held: its record, and those of its reviews.
        draft: what the document proposes now.
        bases: what it proposed, by the digest of its text of then: the source's, and those of orphans.
        told: what the user says of the document; it goes before all else.
    """
    source, reviews = held
    knowns = [known_review(review, source.sha256, bases) for review in reviews]
    titles, words = [one.titles for one in knowns], [one.words for one in knowns]
    pairs = pair_reviews(reviews, titles, words, draft.reviews)
    step = Step(source.sha256, draft, _settled(reviews, draft.reviews))
    back = {here: there for there, here in pairs.items()}
    made: list[Review] = []
    whole, notes = _source(source, draft, bases.get(source.sha256), told)
    changes = [replace(note, record=source.id) for note in notes]
    for here, one in enumerate(knowns):
        if here in back:
            review, notes = merged_review(one, draft.reviews[back[here]], step)
        elif source.sha256 == draft.source.sha256:
            review, notes = one.review, []
        else:
            review, notes = vanished(one.review, source.sha256)
        made.append(review)
        changes += [replace(note, record=review.alias) for note in notes]
    new = [replace(one, source=source.id) for there, one in enumerate(draft.reviews) if there not in pairs]
    everything = (*made, *new)
    if whole.review_count not in (None, sum(not is_gone(review) for review in everything)):
        whole = replace(whole, review_count=draft.source.review_count)
    return Merged(whole, everything, (*changes, *_added(new)), len(pairs))


def _added(reviews: Sequence[Review]) -> Iterator[Change]:
    """Yield what there is in new reviews."""
    for review in reviews:
        yield Change("added", "review", "")
        yield from [Change("added", "fact", "")] * len(review.facts)
        yield from added(review.statements)


def _settled(had: Sequence[Review], now: Sequence[Review]) -> frozenset[str]:
    """Return what is proposed by the same methods and vocabularies now as when it was last proposed."""
    settled = {kind for kind in _KINDS if (names := _methods(had, kind)) and names == _methods(now, kind)}
    if {one.by for review in had for one in review.facts if one.status == "proposed"} == {FACTS_BY}:
        settled.add("facts")
    return frozenset(settled)


def _methods(reviews: Sequence[Review], kind: str) -> set[tuple[str, str]]:
    """Return method and vocabulary of tags that are still proposed, else of those that were."""
    statements = [
        statement for review in reviews for statement in review.statements if not statement.orphaned
    ]
    tags = [tag for statement in statements for tag in getattr(statement, kind) if tag.found]
    proposed = [tag for tag in tags if tag.status == "proposed"]
    return {(tag.found.by, tag.found.vocabulary) for tag in proposed or tags}


def _source(had: Source, draft: Draft, base: Draft | None, told: Told) -> tuple[Source, list[Change]]:
    """Return the record of a source, and what became of it."""
    now, was = draft.source, base.source if base else None
    values: dict[str, Any] = {}
    changes = []
    for name in _FOLLOWS:
        mine, new = getattr(had, name), getattr(now, name)
        if was and mine == getattr(was, name) != new:
            values[name] = new
    values |= {name: value for name in ("title", "publisher", "issued") if (value := getattr(told, name))}
    for name, value in values.items():
        if value != getattr(had, name):
            thing = name.replace("_", "-")
            what = f"{thing} is now {short(str(value))}" if value else f"{thing} is not stated now"
            changes.append(Change("changed", thing, "", what))
    if had.sha256 == now.sha256:
        return replace(had, **values), changes
    issues, notes = _issues(had, was, draft, base)
    text = {"sha256": now.sha256, "file": now.file, "extractor": now.extractor, "issues": issues}
    return replace(had, **(values | text)), [*changes, *notes]


def _issues(
    had: Source, was: Source | None, draft: Draft, base: Draft | None
) -> tuple[tuple[Issue, ...], list[Change]]:
    """Return the issues that a source names itself, where they stand now."""
    whole = (0, len(draft.passages.raw))
    kept, changes = [], []
    for issue in had.issues:
        words = base.passages.raw[issue.evidence.start : issue.evidence.end] if base else issue.term
        place = draft.passages.find(words, issue.evidence.start, whole)
        kept.append(replace(issue, evidence=draft.passages.evidence(*place)) if place else issue)
        if not place:
            what = f"the issue '{issue.term}' is not named any more: delete it, or correct its evidence"
            changes.append(Change("look", "issue", "", what))
    known = {issue.theme for issue in (*had.issues, *(was.issues if was else ()))}
    new = [issue for issue in draft.source.issues if issue.theme not in known]
    return (*kept, *new), [*changes, *[Change("added", "issue", "")] * len(new)]
