"""One review of the records and the review that its document has now, made one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.ingest.changes import Change, short
from kg.ingest.coverage import coverage
from kg.ingest.passages import key
from kg.ingest.points import Base, Scene, known, merged_points
from kg.ingest.tags import Move, merged_facts, merged_labels
from kg.records import Coverage, Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kg.ingest.drafts import Draft
    from kg.records import Review, Statement


@dataclass(frozen=True, slots=True)
class Known:
    """A review of the records with what its document said when it was last read.

    Attributes:
        bases: what each of its statements was, by id.
        was: the review as it was proposed then; None where nobody knows.
        text: the text of then; None where it was not kept.
    """

    review: Review
    bases: Mapping[str, Base]
    was: Review | None
    text: str | None

    @property
    def titles(self) -> frozenset[str]:
        """Its titles in the record and the document."""
        return frozenset(key(one.title) for one in (self.review, self.was) if one)

    @property
    def words(self) -> frozenset[str]:
        """What its statements say in the record and the document."""
        both = (known(one, self.bases[one.id]).keys for one in self.review.statements)
        return frozenset(words for keys in both for words in keys)


@dataclass(frozen=True, slots=True)
class Step:
    """From which text to which.

    Attributes:
        was: digest of the text that the records refer to.
        draft: what the document proposes now.
        settled: what is proposed by the same method and vocabulary: `themes`, `agencies`, `facts`.
    """

    was: str
    draft: Draft
    settled: Collection[str]


def known_review(review: Review, now: str, drafts: Mapping[str, Draft]) -> Known:
    """Find what each statement of a review was, and the review of then that holds most of them.

    Args:
        review: of the records.
        now: digest of the text that its source's record refers to.
        drafts: what the document proposed, by the digest of its text.
    """
    bases: dict[str, Base] = {}
    where: Counter[int] = Counter()
    for statement in review.statements:
        draft = drafts.get(statement.orphaned or now)
        place, found = _proposed(statement, draft)
        bases[statement.id] = Base(found, draft.passages.raw if draft else None)
        if found and not statement.orphaned:
            where[place] += 1
    draft = drafts.get(now)
    was = draft.reviews[where.most_common(1)[0][0]] if draft and where else None
    return Known(review, bases, was, draft.passages.raw if draft else None)


def _proposed(statement: Statement, draft: Draft | None) -> tuple[int, Statement | None]:
    """Return the statement that was proposed in a place, one of its kind first, and its review's number."""
    span = (statement.evidence.start, statement.evidence.end)
    there = [
        (place, one)
        for place, review in enumerate(draft.reviews if draft else ())
        for one in review.statements
        if (one.evidence.start, one.evidence.end) == span
    ]
    return min(there, key=lambda found: found[1].kind != statement.kind, default=(0, None))


def merged_review(one: Known, now: Review, step: Step) -> tuple[Review, list[Change]]:
    """Return a review that the records have and the document has; its new statements have no id yet."""
    had, was = one.review, one.was
    linked = {base.statement for base in one.bases.values()}
    dropped = {key(said.text) for said in was.statements if said not in linked} if was else set()
    passages, digest = step.draft.passages, step.draft.source.sha256
    scene = Scene(one.bases, dropped, passages, step.was, digest, step.settled)
    statements, changes = merged_points(had.statements, now.statements, scene)
    move = Move(_area(had, one.text), (_area(now, passages.raw)[0], passages))
    same = was is not None and was.title == now.title and _summary(was) == _summary(now)
    facts, more = merged_facts(had.facts, now.facts, move, settled=same and "facts" in step.settled)
    terms = [label.term for label in was.labels] if was else None
    labels, gone = merged_labels(had.labels, terms, now.labels)
    title, notes = _title(had, was, now)
    result = replace(
        had,
        title=title,
        type=_code("type", had, now),
        form=_code("form", had, now),
        item=now.item,
        coverage=_coverage(had.coverage, was.coverage if was else None, now.coverage, statements),
        facts=facts,
        labels=labels,
        statements=statements,
    )
    return result, [*notes, *changes, *more, *gone, *_recoded(had, result)]


def vanished(review: Review, was: str) -> tuple[Review, list[Change]]:
    """Return a review that its document has no more: all its statements are orphaned of the text of then."""
    lost = [statement for statement in review.statements if not statement.orphaned]
    if not lost:
        return review, []
    statements = tuple(replace(one, orphaned=one.orphaned or was) for one in review.statements)
    what = f"the review is not in the document any more, with its statements: {len(lost)}"
    changes = [Change("orphaned", "review", "", what), *[Change("orphaned", "statement", "")] * len(lost)]
    return replace(review, statements=statements), changes


def _area(review: Review, text: str | None) -> tuple[Evidence, str | None]:
    """Return the part of a text that a review is told in."""
    there = [one.evidence for one in review.statements if not one.orphaned] or [Evidence(0, 1, "")]
    start = min([*(one.start for one in there), *(one.start for one in review.facts)])
    end = max([*(one.end for one in there), *(one.end for one in review.facts)])
    digest = "" if text is None else sha256(text[start:end].encode()).hexdigest()
    return Evidence(start, end, digest), text


def _summary(review: Review) -> list[str]:
    return [key(one.text) for one in review.statements if one.kind == "summary"]


def _title(had: Review, was: Review | None, now: Review) -> tuple[str, list[Change]]:
    if had.title == now.title or (was and was.title == now.title):
        return had.title, []
    if was and had.title == was.title:
        return now.title, [Change("changed", "title", "", f"the title is now {short(now.title)}")]
    what = f"your title stays; the document says now: {short(now.title)}"
    return had.title, [Change("look", "title", "", what)]


def _code(fact: str, had: Review, now: Review) -> str:
    """Return the type or form: what the document says now, unless a person decided or wrote another."""
    mine: str = getattr(had, fact)
    new: str = getattr(now, fact)
    of_fact = [one for one in had.facts if one.fact == fact]
    proposed = next((one.value for one in of_fact), "unstated")
    decided = any(one.status != "proposed" for one in of_fact)
    return mine if decided or mine != proposed else new


def _recoded(had: Review, result: Review) -> list[Change]:
    return [
        Change("changed", name, "", f"the {name} is now {getattr(result, name)}")
        for name in ("type", "form")
        if getattr(had, name) != getattr(result, name)
    ]


def _coverage(
    mine: Coverage, was: Coverage | None, new: Coverage, statements: Sequence[Statement]
) -> Coverage:
    """Return what is said of the lists, agreeing with the statements that there are."""
    told = coverage([one for one in statements if not one.orphaned])

    def of(part: str) -> str:
        own: str = getattr(mine, part)
        follows = was is not None and own == getattr(was, part)
        value: str = getattr(new, part) if follows else own
        has, says = getattr(told, part) == "partial", value in ("partial", "complete")
        fits = has == says or value == "unstated"
        return value if fits else getattr(told, part)

    return replace(mine, findings=of("findings"), recommendations=of("recommendations"))
