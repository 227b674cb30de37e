"""A librarian's keywords: where they stand, with or without their label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.grammar import digest, units
from kg.grammar.furniture import is_furniture
from kg.grammar.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.grammar.units import Unit

_WORDS: Final = 5
_FEWEST: Final = 3


def spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield each keyword of a line, whatever separates them.

    Example:
        >>> [(k.start, k.end) for k in spans("infants, sleep> ", 0, 16)]
        [(0, 7), (9, 14)]
    """
    mark = ";" if text.count(";", start, end) > text.count(",", start, end) else ","
    begin = start
    while begin < end:
        stop = text.find(mark, begin, end)
        stop = end if stop < 0 else stop
        first, after = digest.trimmed(text, begin, stop)
        while after > first and text[after - 1] in "> ":
            after -= 1
        if first < after:
            yield Span("keyword", first, after)
        begin = stop + 1


def is_line(text: str, every: Sequence[Unit], number: int, opening: Collection[int]) -> bool:
    """Return whether a unit is a line of keywords without its label: short items at a review's end."""
    unit = every[number]
    words = text[unit.start : unit.end]
    last = all(
        n in opening or is_furniture(text[every[n].start : every[n].end], every[n].kind)
        for n in range(number + 1, min(number + 2, len(every)))
    )
    return last and unit.kind == "paragraph" and not units.is_item(text, unit) and are_items(words)


def are_items(words: str) -> bool:
    """Say whether words are short items between commas.

    >>> are_items("infants, sleep, home visiting."), are_items("She left, and he stayed.")
    (True, False)
    """
    items = [item.split() for item in words.rstrip(".> ").split(",")]
    short = len(items) >= _FEWEST and all(0 < len(item) <= _WORDS for item in items)
    return short and ";" not in words and ". " not in words
