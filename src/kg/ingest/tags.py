"""Tags, facts and keywords of a record, and those that a document proposes now, made one.

What a person decided stays. What software proposed gives way to what it proposes now. What is proposed anew
is added, unless a person decided on it, or deleted it: where the words, the method and the vocabulary are
those that proposed before, a proposal that is not in the record was taken out by hand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kg.ingest.changes import Change
from kg.ingest.drafts import TAGS_BY
from kg.ingest.passages import moved
from kg.ingest.readings import FACTS_BY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.ingest.passages import Passages
    from kg.records import Evidence, Label, ReadFact, Tag

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Move:
    """How a passage came from one text into another.

    Attributes:
        old: where it stood, and the text it stood in, where that is known.
        new: where it stands, and its text.
    """

    old: tuple[Evidence, str | None]
    new: tuple[Evidence, Passages]

    @property
    def reworded(self) -> bool:
        """Whether any character of it is another."""
        return self.old[0].sha256 != self.new[0].sha256

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where words of the passage stand now; None where they do not."""
        return moved(start, end, old=self.old, new=self.new)


def merged_tags(
    had: Sequence[Tag], now: Sequence[Tag], move: Move, *, settled: bool
) -> tuple[tuple[Tag, ...], list[Change]]:
    """Return the tags of a statement.

    Args:
        had: those of the record.
        now: those that are proposed now.
        move: of the statement's words.
        settled: method and vocabulary are those that proposed before.
    """
    proposed = {(tag.concept, tag.role): tag for tag in now}
    kept: list[Tag] = []
    changes: list[Change] = []
    for tag in had:
        again = proposed.pop((tag.concept, tag.role), None)
        if tag.status != "proposed" or tag.by != TAGS_BY:
            stays, looks = _stays(tag, again, move)
            kept.append(stays)
            changes += looks
        elif again:
            kept.append(replace(again, line=tag.line))
        else:
            changes.append(Change("gone", _thing(tag), ""))
    chosen = {tag.concept for tag in kept if tag.status != "proposed" and tag.found}
    for tag in proposed.values():
        if tag.concept in chosen or (settled and not move.reworded):
            continue
        kept.append(tag)
        changes.append(Change("added", _thing(tag), ""))
    return tuple(kept), changes


def _thing(tag: Tag) -> str:
    return "theme" if tag.role == "theme" else "agency"


def _stays(tag: Tag, again: Tag | None, move: Move) -> tuple[Tag, list[Change]]:
    """Return a decided tag with the words it rests on where they stand now."""
    if tag.found is None:
        return tag, []
    place = move.place(tag.found.start, tag.found.end)
    if place:
        return replace(tag, found=replace(tag.found, start=place[0], end=place[1])), []
    if again:
        return replace(tag, found=again.found), []
    what = f"the words that '{tag.concept}' rested on ({tag.status}) are not in the statement any more"
    return replace(tag, found=None), [Change("look", _thing(tag), "", what)]


def moved_tags(tags: Sequence[Tag], move: Move) -> tuple[Tag, ...]:
    """Return the tags of a statement that a person marked out, each with its words where they stand now."""
    made = []
    for tag in tags:
        place = move.place(tag.found.start, tag.found.end) if tag.found else None
        if place and tag.found:
            made.append(replace(tag, found=replace(tag.found, start=place[0], end=place[1])))
        elif tag.status != "proposed" or not tag.found:
            made.append(replace(tag, found=None))
    return tuple(made)


def merged_facts(
    had: Sequence[ReadFact], now: Sequence[ReadFact], move: Move, *, settled: bool
) -> tuple[tuple[ReadFact, ...], list[Change]]:
    """Return the facts of a review; see `merged_tags`.

    Args:
        had: those of the record.
        now: those that are proposed now.
        move: of the review.
        settled: the title and the summary have the words that they had, and the method is the same.
    """
    proposed = dict(zip(_numbered(now), now, strict=True))
    kept: list[ReadFact] = []
    changes: list[Change] = []
    for name, fact in zip(_numbered(had), had, strict=True):
        again = proposed.pop(name, None)
        if fact.status != "proposed" or fact.by != FACTS_BY:
            place = (again.start, again.end) if again else move.place(fact.start, fact.end)
            kept.append(replace(fact, start=place[0], end=place[1]) if place else fact)
            if not place:
                what = f"the document does not say any more: {fact.fact} '{fact.value}' ({fact.status})"
                changes.append(Change("look", "fact", "", what))
        elif again:
            kept.append(replace(again, line=fact.line))
        else:
            changes.append(Change("gone", "fact", ""))
    if not settled:
        kept += proposed.values()
        changes += [Change("added", "fact", "")] * len(proposed)
    return tuple(kept), changes


def _numbered(facts: Sequence[ReadFact]) -> list[tuple[str, str, int]]:
    """Return what tells facts apart: what they say, and how often it was said before."""
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for fact in facts:
        seen[fact.fact, fact.value] += 1
        names.append((fact.fact, fact.value, seen[fact.fact, fact.value]))
    return names


def merged_labels(
    had: Sequence[Label], before: Collection[str] | None, now: Sequence[Label]
) -> tuple[tuple[Label, ...], list[Change]]:
    """Return the keywords of a review.

    Args:
        had: those of the record.
        before: terms that the document had when it was last read; None where nobody knows.
        now: those that it has now.
    """
    proposed = {label.term.casefold(): label for label in now}
    before = {label.term for label in had} if before is None else before
    known = {term.casefold() for term in before}
    kept: list[Label] = []
    changes: list[Change] = []
    for label in had:
        again = proposed.pop(label.term.casefold(), None) if label.by == "source" else None
        if again:
            kept.append(replace(label, start=again.start, end=again.end))
        elif label.by == "source" and label.term.casefold() in known:
            changes.append(Change("gone", "keyword", ""))
        else:
            kept.append(label)
    new = [label for term, label in proposed.items() if term not in known]
    return (*kept, *new), [*changes, *[Change("added", "keyword", "")] * len(new)]
