"""The grammar of lists: a heading, then bullets, numbers, lines or paragraphs, one point each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.grammar import digest
from kg.grammar.labels import BODY
from kg.grammar.model import ParsedStatement
from kg.grammar.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.digest import Intro

_NAME: Final = 8  # words of a body's name
_SHORT: Final = 16  # words of a sentence that announces a list
_FOLLOWING: Final = re.compile(r"\b(?:the|these) following\b|\b(?:as follows|set out below)\b", re.IGNORECASE)
_ANNOUNCES: Final = re.compile(
    r"(?:(?:The|This) (?:review|report|panel|author)|We|There (?:are|were)|It)\b[^.;:]{0,60}?\b"
    rf"(?:\d{{1,2}}|{'|'.join(NUMBER_WORDS[1:])}|(?:a number|a series) of|several|some|the following)"
    r"(?: [\w-]+){0,3} (?:recommendations?|findings?|lessons?|learning points|themes?|actions?|points?)"
    r"(?: (?:for|to|from|in|about|which|that)\b[^.;:]{0,60})?[.:]?",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(r"\b(?:will|shall|should|must|to be|needs? to|is to|are to)\b")
_AHEAD_WITHIN: Final = 120  # characters from the start of an action
_WORD: Final = re.compile(r"\w")


def points(text: str, start: int, end: int, intro: Intro, *, stop: bool = True) -> Iterator[ParsedStatement]:
    """Yield the point that an item or a paragraph makes; several where it is itself a list.

    A sentence keeps its full stop, but for the last item of a list with semicolons (`stop` false).

    Example:
        >>> from kg.grammar.digest import Intro
        >>> [(s.start, s.end) for s in points("Ask, and ask again.", 0, 19, Intro("finding", "Learning"))]
        [(0, 19)]
    """
    if text.count(";", start, end) > 1 or digest.is_topics(text, start, end, intro.words):
        yield from digest.points(text, start, end, intro)
        return
    begin, last = digest.trimmed(text, start, end)
    if stop and begin < last < end and text[last] == ".":
        last += 1
    if begin < last and _WORD.search(text, begin, last):
        cut = digest.is_cut(text, begin, end, strict=False) and not text[start:end].rstrip().endswith(
            ("; and", ", and")
        )
        yield ParsedStatement(intro.kind, begin, last, intro.words, intro.addressee, cut)


def opens_group(text: str, start: int, end: int) -> bool:
    """Return whether a line introduces the items after it."""
    words = text[start:end].rstrip()
    return words.endswith(":") or (len(words.split()) <= _SHORT and bool(_FOLLOWING.search(words)))


def announces(text: str, start: int, end: int) -> bool:
    """Return whether a sentence only says how many points follow.

    >>> announces("The review made four recommendations.", 0, 37)
    True
    """
    return bool(_ANNOUNCES.fullmatch(text[start:end].strip()))


def is_ahead(text: str, start: int, end: int) -> bool:
    """Say whether an action is still to be done.

    >>> is_ahead("The Board will ask.", 0, 19), is_ahead("A leaflet was printed.", 0, 22)
    (True, False)
    """
    return bool(_AHEAD.search(text, start, min(end, start + _AHEAD_WITHIN)))


def addressee(words: str) -> str:
    """Return whom a line names that introduces items, if it names only that: "The council should:"."""
    name = re.sub(r"\s*(?:should|must|will|needs? to|to|are asked to|is asked to)?\s*:?\s*$", "", words)
    short = len(name.split()) <= _NAME
    named = any(match.end() == len(name) for match in BODY.finditer(name))
    return re.sub(r"^(?:[Ff]or|[Tt]o)\s+", "", name) if short and named else ""
