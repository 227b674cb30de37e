"""Headings in bold at the start of a paragraph, known only by the marks that were left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.units import Unit

_KINDS: Final = frozenset({"paragraph", "bullet", "numbered"})
_WORDS: Final = 8  # of such a heading at most
_LONGEST: Final = 80  # characters
_FEWEST: Final = 3  # words that it stands over
_MARKS: Final = (2, 3)  # characters of the source from a word to the space after it, over "**" or "***"


def parts(text: str, at: Sequence[int], unit: Unit) -> Iterator[Unit]:
    """Yield a unit, in two where bold words open it and a sentence follows them.

    Args:
        text: normalised.
        at: the place in the source of each of its characters.
        unit: the unit.
    """
    end = _end(text, at, unit)
    if end is None:
        yield unit
        return
    begin = end
    while text[begin].isspace():
        begin += 1
    yield replace(unit, end=end, kind="heading", level=0)
    yield replace(unit, start=begin)


def _end(text: str, at: Sequence[int], unit: Unit) -> int | None:
    """Return where the words end that stand in bold at a unit's start, if any do."""
    if unit.kind not in _KINDS:
        return None
    for place in range(unit.start + 1, min(unit.end, unit.start + _LONGEST)):
        if text[place] == " " and at[place] - at[place - 1] - 1 in _MARKS:
            words, after = text[unit.start : place], text[place : unit.end].split()
            heads = len(words.split()) <= _WORDS and len(after) >= _FEWEST and after[0][0].isupper()
            return place if heads and words[-1] not in ",;:" else None
    return None
