"""Tables of contents: the headings of a document before they stand over anything."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.units import Unit

_OPENS: Final = re.compile(
    r"(?:table of )?contents(?: page)?:?|(?:in|on) this (?:briefing|report|document|page|issue|note):?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"^\(?(?:section |part )?\d{0,2}(?:\.\d{1,2})*[.):]?\s*", re.IGNORECASE)
_PAGE: Final = re.compile(r"[\s.\u2026_]*\d{0,3}$")
_LONGEST: Final = 14  # words of a line


def marked(text: str, every: Sequence[Unit]) -> list[Unit]:
    """Return units with the lines of a table of contents as boilerplate.

    It ends where one of its lines stands again, as the heading of its section, or where a sentence stands.
    """
    units = list(every)
    for number, unit in enumerate(every):
        if _OPENS.fullmatch(text, unit.start, unit.end):
            for place in _lines(text, every, number + 1):
                units[place] = replace(every[place], kind="boilerplate")
    return units


def _lines(text: str, every: Sequence[Unit], first: int) -> Sequence[int]:
    """Return which units are lines of a table of contents; none where none of them stands again."""
    seen: set[str] = set()
    for number in range(first, len(every)):
        words = text[every[number].start : every[number].end]
        key = _key(words)
        if any(f"{line} ".startswith(f"{key} ") for line in seen):  # some readers join its lines
            return range(first, number)
        if len(words.split()) > _LONGEST or words.endswith((";", ",")) or re.search(r"[a-z)]\.$", words):
            return range(0)
        seen.add(key)
    return range(0)


def _key(words: str) -> str:
    return _PAGE.sub("", _NUMBER.sub("", words)).casefold()
