"""What an ingest makes of records that are there already, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.records import Statement

Kind = Literal["added", "changed", "gone", "orphaned", "returned", "look"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became otherwise, or that a person should look at.

    Attributes:
        kind: `added` (proposed anew), `changed`, `gone` (a proposal that is made no more), `orphaned` (its
            words are gone from the text), `returned` (they are back), `look` (a person should look).
        thing: what became so, in one word, such as `statement`.
        record: alias of the review, or id of the source.
        what: a sentence without its full stop, for a person; empty for what is only counted.
    """

    kind: Kind
    thing: str
    record: str
    what: str = ""


_TOLD: Final = ("added", "changed", "gone", "orphaned", "returned")
_SHORT: Final = 70


def short(text: str) -> str:
    """Return the beginning of a text, for a line of a report.

    Example:
        >>> short("a " * 50)
        "'a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a…'"
    """
    return f"'{text}'" if len(text) <= _SHORT else f"'{text[:_SHORT].rstrip()}…'"


def added(statements: Iterable[Statement]) -> Iterator[Change]:
    """Yield what there is in new statements."""
    for statement in statements:
        yield Change("added", "statement", "")
        yield from [Change("added", "theme", "")] * len(statement.themes)
        yield from [Change("added", "agency", "")] * len(statement.agencies)


def told(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the lines of a report: what became of how many things, then one line for each to look at."""
    changes = list(changes)
    for kind in _TOLD:
        counts = Counter(change.thing for change in changes if change.kind == kind)
        if counts:
            listed = ", ".join(f"{count} {_many(thing, count)}" for thing, count in counts.items())
            yield f"{kind}: {listed}"
    for change in changes:
        if change.what:
            yield f"{change.record}: {change.what}"


def _many(thing: str, count: int) -> str:
    if count == 1:
        return thing
    return f"{thing[:-1]}ies" if thing.endswith("cy") else f"{thing}s"
