"""What a change of the word lists gains and loses over the records, judged by what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kg.evaluate import Scores, evaluate
from kg.why.naming import SURENESS, named
from kg.why.words import tried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.ingest import Matchers
    from kg.records import Records, Review, Statement, Tag
    from kg.why.naming import Key, Naming, Scheme
    from kg.why.words import Whose

Verdict = Literal["right", "wrong", "undecided"]
What = Literal["gained", "lost", "surer", "less sure"]

LEVELS: Final = {"all": SURENESS, "high and medium": SURENESS[1:]}
SCHEMES: Final[Mapping[Scheme, str]] = {"theme": "themes", "agency": "agencies"}


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement with what the word lists name in it, before a change and after."""

    review: Review
    statement: Statement
    whose: Whose
    before: Mapping[Key, Naming]
    after: Mapping[Key, Naming]


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal that is gained, lost, or made with another confidence.

    Attributes:
        verdict: whether the proposal is right, by what a person decided.
        because: the status of the tag; `not tagged` where there is none.
        naming: the proposal, as it is after the change; where it is lost, as it was.
        before: its confidence before, where there was one and it is another.
    """

    what: What
    review: str
    statement: str
    naming: Naming
    verdict: Verdict
    because: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Agreement with what people decided, for a scheme and levels of confidence, before and after."""

    name: str
    before: Scores
    after: Scores


def compare(
    records: Records, before: Matchers, after: Matchers, texts: Mapping[str, str]
) -> Iterator[Compared]:
    """Yield each statement whose words stand in its source, with what each of two word lists names in it.

    Args:
        records: all records.
        before: the word lists before the change.
        after: those after it.
        texts: the text of each source that is at hand, by its id.
    """
    for review in records.reviews:
        for one in review.statements:
            if one.orphaned is None:
                words = tried(one, texts.get(review.source))
                old, new = (named(known, words.words, one.kind) for known in (before, after))
                yield Compared(review, one, words.whose, old, new)


def changes(compared: Sequence[Compared]) -> tuple[Change, ...]:
    """Return the proposals that differ: those gained, lost, surer and less sure, each by concept."""
    found = [change for one in compared for change in _changes(one)]
    order = ("gained", "lost", "surer", "less sure")
    return tuple(
        sorted(found, key=lambda c: (order.index(c.what), c.naming.scheme, c.naming.concept, c.statement))
    )


def totals(compared: Sequence[Compared]) -> Iterator[Totals]:
    """Yield the totals of themes and of agencies.

    Only proposals that a person's decisions judge are counted; what is right is all that was accepted. The
    interval of F1 draws reviews anew.
    """
    for scheme, name in SCHEMES.items():
        gold: dict[str, set[tuple[str, str]]] = {one.review.alias: set() for one in compared}
        for one in compared:
            gold[one.review.alias] |= {
                (one.statement.id, tag.concept)
                for tag in _tags(one.statement, scheme)
                if tag.status == "accepted"
            }
        for level, sure in LEVELS.items():
            before, after = (
                evaluate(_judged(compared, scheme, sure, at), gold) for at in ("before", "after")
            )
            yield Totals(f"{name}: {level}", before, after)


def judge(statement: Statement, scheme: Scheme, concept: str) -> tuple[Verdict, str]:
    """Return whether a proposal is right, by what a person decided of the statement, and why.

    What a person accepted is right and what they rejected is wrong. What they did not tag is wrong, if they
    decided about the statement and left no proposal of the kind open; else nobody has decided yet.
    """
    tags = _tags(statement, scheme)
    status = {tag.status for tag in tags if tag.concept == concept}
    if "accepted" in status:
        return "right", "accepted"
    if "proposed" in status:
        return "undecided", "proposed"
    if "rejected" in status:
        return "wrong", "rejected"
    settled = any(tag.status != "proposed" for tag in (*statement.themes, *statement.agencies))
    left_open = any(tag.status == "proposed" for tag in tags)
    return ("wrong" if settled and not left_open else "undecided"), "not tagged"


def _tags(statement: Statement, scheme: Scheme) -> Sequence[Tag]:
    return statement.themes if scheme == "theme" else statement.agencies


def _changes(one: Compared) -> Iterator[Change]:
    for key in dict.fromkeys((*one.before, *one.after)):
        old, new = one.before.get(key), one.after.get(key)
        naming = new or old
        if naming is None or (old and new and old.confidence == new.confidence):
            continue
        what, before = _difference(old, new)
        yield Change(
            what, one.review.alias, one.statement.id, naming, *judge(one.statement, *key), before=before
        )


def _difference(old: Naming | None, new: Naming | None) -> tuple[What, str]:
    if old is None or new is None:
        return ("gained" if new else "lost"), ""
    surer = SURENESS.index(new.confidence) > SURENESS.index(old.confidence)
    return ("surer" if surer else "less sure"), old.confidence


def _judged(
    compared: Sequence[Compared], scheme: Scheme, sure: Sequence[str], at: Literal["before", "after"]
) -> dict[str, set[tuple[str, str]]]:
    """Return the proposals that are right or wrong, by review."""
    made: dict[str, set[tuple[str, str]]] = {one.review.alias: set() for one in compared}
    for one in compared:
        namings = one.before if at == "before" else one.after
        made[one.review.alias] |= {
            (one.statement.id, concept)
            for (of, concept), naming in namings.items()
            if of == scheme and naming.confidence in sure
            if judge(one.statement, scheme, concept)[0] != "undecided"
        }
    return made
