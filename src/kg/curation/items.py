"""What is left to decide, in the order in which a person is asked; pure.

Where a walk has got to is not kept anywhere: it is the first item of the queue that was not passed over. So
a decision that is undone, a file that somebody edits and a new run all lead to the right place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from kg.records.model import ReadFact, Tag

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.records.model import Review, Statement

Kind = Literal["fact", "theme", "agency", "untagged", "orphaned"]

SENSITIVE: Final = frozenset({"source-of-harm", "conviction"})
"""Facts that say something of a person: each is decided by itself."""

SINGLE: Final = frozenset({"type", "form", "children", "occurred", "conviction"})
"""Facts of which a review has one at most."""

_TAGGED: Final = frozenset({"finding", "recommendation", "action"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide.

    Attributes:
        review: id of the review.
        kind: a proposed `fact`, `theme` or `agency`; a statement that is `untagged` (it has no theme, and one
            may be added) or `orphaned` (its words are in the source no more: keep or delete).
        statement: id of the statement; empty for a fact.
        about: the fact or tag that is proposed; None for the last two kinds.
        nth: of facts that are alike in all (two children of one age), which one, from 0.
        index: of a fact, its place in the record's list.
    """

    review: str
    kind: Kind
    statement: str = ""
    about: Tag | ReadFact | None = None
    nth: int = 0
    index: int = field(default=0, compare=False)

    @property
    def sensitive(self) -> bool:
        """Whether it says something of a person, and is decided by itself only."""
        return isinstance(self.about, ReadFact) and self.about.fact in SENSITIVE

    @property
    def single(self) -> str:
        """The fact that the review has one of at most, or nothing."""
        return self.about.fact if isinstance(self.about, ReadFact) and self.about.fact in SINGLE else ""


def items(review: Review) -> Iterator[Item]:
    """Yield what is left to decide of a review: its facts, then each statement's themes and agencies."""
    seen: Counter[ReadFact] = Counter()
    for index, fact in enumerate(review.facts):
        if fact.status == "proposed":
            yield Item(review.id, "fact", about=fact, nth=seen[fact], index=index)
            seen[fact] += 1
    for statement in review.statements:
        yield from _of_statement(review.id, statement)


def _of_statement(review: str, statement: Statement) -> Iterator[Item]:
    if statement.orphaned:
        yield Item(review, "orphaned", statement.id)
        return
    for tag in statement.themes:
        if tag.status == "proposed":
            yield Item(review, "theme", statement.id, tag)
    if statement.kind in _TAGGED and all(tag.status == "rejected" for tag in statement.themes):
        yield Item(review, "untagged", statement.id)
    for tag in statement.agencies:
        if tag.status == "proposed":
            yield Item(review, "agency", statement.id, tag)


def queue(reviews: Iterable[Review], passed: Collection[Item] = ()) -> list[Item]:
    """Return what is left to decide of some reviews, without what was passed over.

    Example:
        >>> from kg import records, resources
        >>> queue(records.read(resources.shipped("data")).reviews)
        []
    """
    return [item for review in reviews for item in items(review) if item not in passed]


def is_open(review: Review) -> bool:
    """Tell whether a review has something proposed, or orphaned: a theme that may be added is not enough."""
    return any(item.kind != "untagged" for item in items(review))


def proposals(found: Iterable[Item]) -> int:
    """Count the facts and tags among items."""
    return sum(item.about is not None for item in found)


def together(found: Iterable[Item], item: Item) -> list[Item]:
    """Return the proposals that "accept all" takes at an item: those left of its facts, or of its statement.

    Sensitive facts are never among them, nor a second one of what a review has one of.
    """
    taken: list[Item] = []
    for other in found:
        one_of = {one.single for one in taken if one.single}
        alike = (other.review, other.statement) == (item.review, item.statement)
        if alike and other.about is not None and not other.sensitive and other.single not in one_of:
            taken.append(other)
    return taken
