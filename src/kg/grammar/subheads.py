"""Which units stand over others: the headings within a review, and what a document says before its first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.grammar import headings, leads, units
from kg.grammar.furniture import is_furniture
from kg.grammar.labels import OUTCOME
from kg.grammar.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.leads import Lead
    from kg.grammar.units import Unit

_COUNTED: Final = re.compile(rf"\d{{1,2}}[ -](?=[a-z])|(?i:{'|'.join(NUMBER_WORDS[2:13])})\b")
_NAMED: Final = 2.0  # a title with a review's name
_HEADING_WORDS: Final = 12
_SHORT: Final = 6  # words of a numbered heading, or of a line of a menu
_LONG: Final = 12  # words of a paragraph that a heading may stand over
_LIST: Final = 2  # semicolons of a list


def title(text: str, every: Sequence[Unit]) -> int | None:
    """Return which unit is the title of a document of one review; -1 where it has parts and no title."""
    parts = [n for n, u in enumerate(every) if is_part(text, u)]
    if not parts:
        return None
    best, most = -1, 0.0
    for number, unit in enumerate(every):
        if is_furniture(text[unit.start : unit.end], unit.kind):
            continue
        if not headings.looks(text, unit) or units.is_item(text, unit):
            break
        worth = headings.worth(text[unit.start : unit.end])
        if worth > most and (number not in parts or worth >= _NAMED):
            best, most = number, worth
    return best


def part(text: str, unit: Unit) -> Lead | None:
    """Return what opens a part of a review, where a unit does: a lead-in, or a section's heading."""
    marked = unit.kind == "heading"
    return leads.at(text, unit.start, unit.end) or leads.heading(text, unit.start, unit.end, marked=marked)


def is_part(text: str, unit: Unit) -> bool:
    """Return whether a unit opens a part of a review."""
    return part(text, unit) is not None


def is_below_title(text: str, every: Sequence[Unit], number: int) -> bool:
    """Return whether a line stands under a title as a second line of heading, and opens no section."""
    unit = every[number]
    plain = unit.kind in {"paragraph", "heading"} and headings.looks(text, unit)
    if not plain or OUTCOME.match(text, unit.start, unit.end):
        return False
    return not is_part(text, unit) or bool(_COUNTED.match(text, unit.start, unit.end))


def is_subtitle(text: str, above: Unit, unit: Unit) -> bool:
    """Return whether a line under a title is the rest of it: a name that it lacks, or the document's form."""
    name, words = text[above.start : above.end], text[unit.start : unit.end]
    lacking = name.endswith((":", "-", "\u2013")) or not headings.rest(name)
    return lacking or (not headings.rest(words) and not _COUNTED.match(words))


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
    return bool(short and after and (text[after.end - 1] == "?" or not headings.looks(text, after)))


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
    enough = _SHORT if len(words.split()) <= _SHORT else _LONG
    return following[-1] in ".!?" and len(following.split()) >= enough and after.kind == "paragraph"
