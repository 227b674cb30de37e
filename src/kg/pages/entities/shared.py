"""What the pages of reviews, themes and agencies have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markupsafe import Markup

    from kg.catalogue import Concept, Statement

KINDS: Final = {
    "summary": "Summary",
    "finding": "Finding",
    "recommendation": "Recommendation",
    "action": "Action taken",
    "note": "Note",
}
"""What each kind of statement is called on a page."""

ROLES: Final = (("addressed", "Asked of"), ("about", "About the service of"), ("mentioned", "Names"))
"""What an agency is to a statement, in words."""


class Known(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its local name."""


K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that has a page: its id, and its description as JSON-LD, safe within a script element."""

    id: str
    json_ld: Markup


def neighbours(things: Sequence[K], own: str) -> tuple[K | None, K | None]:
    """Return what stands before and after a thing in a list."""
    place = next(number for number, thing in enumerate(things) if thing.id == own)
    before = things[place - 1] if place else None
    return before, things[place + 1] if place + 1 < len(things) else None


def tallied(
    statements: Iterable[Statement], names: Callable[[Statement], Iterable[str]], concepts: dict[str, Concept]
) -> list[tuple[Concept, int, int]]:
    """Return concepts with how many of some statements, of how many reviews, name them; the most first."""
    those = list(statements)
    counts = Counter(name for one in those for name in set(names(one)))
    cases = {name: len({one.review for one in those if name in names(one)}) for name in counts}
    ranked = sorted(counts, key=lambda name: (-counts[name], concepts[name].label.casefold(), name))
    return [(concepts[name], counts[name], cases[name]) for name in ranked]
