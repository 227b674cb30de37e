"""Which units stand over others: the headings within a review, and what a document says before its first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.grammar import headings, leads, units
from kg.grammar.labels import OUTCOME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.units import Unit

_HEADING_WORDS: Final = 12
_SHORT: Final = 6  # words of a numbered heading, or of a line of a menu
_LONG: Final = 12  # words of a paragraph that a heading may stand over
_LIST: Final = 2  # semicolons of a list


def title(text: str, every: Sequence[Unit]) -> int | None:
    """Return which unit is the title of a document of one review; -1 where it has parts and no title."""
    parts = [n for n, u in enumerate(every) if is_part(text, u)]
    if not parts:
        return None
    if parts[:2] == [0, 1] and headings.looks(text, every[0]):
        parts = [1]
    for number, unit in enumerate(every[: parts[0]]):
        if headings.looks(text, unit) and not units.is_furniture(text, unit):
            return number
    return -1


def is_part(text: str, unit: Unit) -> bool:
    """Return whether a unit opens a part of a review: a lead-in, or a section's heading."""
    marked = unit.kind == "heading"
    return bool(
        leads.at(text, unit.start, unit.end) or leads.heading(text, unit.start, unit.end, marked=marked)
    )


def is_subtitle(text: str, unit: Unit) -> bool:
    """Return whether a line under a title is the rest of it."""
    plain = unit.kind in {"paragraph", "heading"} and headings.looks(text, unit)
    return plain and not is_part(text, unit) and not OUTCOME.match(text, unit.start, unit.end)


def before(text: str, unit: Unit, *, titled: bool, reviews: bool) -> str:
    """Return what a unit before the first review is: heading, boilerplate (a menu), note, or nothing known.

    Args:
        text: the document's.
        unit: the unit.
        titled: whether the document's title has been met.
        reviews: whether any review follows.
    """
    words = text[unit.start : unit.end]
    if unit.kind == "heading" or (headings.looks(text, unit) and not titled):
        return "heading"
    if len(words.split()) <= _SHORT and words[-1] not in ".;:":
        return "boilerplate"
    return "note" if reviews and words.count(";") < _LIST else ""


def stands_over(text: str, every: Sequence[Unit], number: int) -> bool:
    """Return whether a numbered heading stands over something, and is no item of a list."""
    after = every[number + 1] if number + 1 < len(every) else None
    unit = every[number]
    if unit.kind == "heading" or (after and after.kind == "bullet" and unit.kind != "bullet"):
        return True
    short = len(text[unit.start : unit.end].split()) <= _SHORT
    return bool(short and after and not headings.looks(text, after))


def is_subheading(text: str, every: Sequence[Unit], number: int, start: int) -> bool:
    """Return whether a unit, from an offset in it, is a heading within a section."""
    unit = every[number]
    if unit.kind == "heading":
        return True
    words = text[start : unit.end]
    after = every[number + 1] if number + 1 < len(every) else None
    if after and words.endswith("?") and len(words.split()) <= _HEADING_WORDS:
        return True
    looks = headings.looks(text, replace(unit, start=start))
    if after is None or not looks or len(words.split()) > _HEADING_WORDS:
        return False
    if units.is_item(text, after):
        return True
    following = text[after.start : after.end]
    return following[-1] in ".!?" and len(following.split()) >= _LONG and after.kind == "paragraph"
