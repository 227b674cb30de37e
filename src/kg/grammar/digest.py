"""The grammar of digests: a lead-in, then points separated by semicolons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.grammar import units
from kg.grammar.labels import ABSENT, ADDRESSEE, BODY, TOPICS
from kg.grammar.model import ParsedStatement

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND: Final = re.compile(r"and\s+", re.IGNORECASE)
_TRAILING_AND: Final = re.compile(r"[;,]\s+and$")
_ENDS: Final = re.compile(r"\.{3}$|…$|\[[^\]]*$")
_WEAK: Final = re.compile(
    r"\b(?:the|a|an|of|to|and|or|for|with|in|on|by|from|that|which|who|their|its|as|at|is|are|be|"
    r"when|where|how|should|must"
    r"|including|such|into|between|through)$",
    re.IGNORECASE,
)
_TAKEN: Final = re.compile(
    r"(?P<lead>(?:learning|actions?|changes|improvements?|work|steps|measures)\s+(?:(?:has|have|had|"
    r"were|was)\s+)?(?:already\s+)?(?:been\s+)?"
    r"(?:incorporated into|taken by|taken|made by|made|implemented by|introduced|embedded in|"
    r"addressed (?:in|by)))\s+(?P<who>[^,.;:]*?)"
    r"(?:'s?\s[^,.;:]*|\u2019s?\s[^,.;:]*)?,?\s+(?:including|such as|these include)\s*:?\s+",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(r"\b(?:that|ensures?|needs?|reviews?|consider|improv\w+|make)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}[.)]|[a-z]\))\s+(?=\w)")
_TOPIC_WORDS: Final = 14  # words of a topic between commas
_GROUP_WORDS: Final = 8  # words of the name of a group
_JOINED: Final = 5  # words to each side of the "and" that parts a list's last two topics

Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Intro:
    """What introduces the points of a list."""

    kind: str
    words: str
    addressee: str = ""


def points(text: str, start: int, end: int, intro: Intro) -> Iterator[ParsedStatement]:
    """Yield the points between two offsets: separated by semicolons, or topics by commas.

    A group that an agency opens ("The council: ...") gives its items their addressee. Sentences that
    follow the last point are none: see `rest`.

    Example:
        >>> [s.end for s in points("share concerns; and ask why.", 0, 28, Intro("finding", "Learning"))]
        [14, 27]
    """
    pieces, tail = _pieces(text, start, end, intro)
    who = intro.addressee
    for number, (first, after) in enumerate(pieces):
        begin = _after_and(text, first, after)
        if group := _group(text, begin, after):
            who, begin = group
        begin, stop = trimmed(text, begin, after)
        if mark := _NUMBER.match(text, begin, stop):
            begin = mark.end()
        if begin < stop:
            cut = number == len(pieces) - 1 and is_cut(text, begin, after, strict=not tail)
            yield ParsedStatement(intro.kind, begin, stop, intro.words, who, cut)


def rest(text: str, start: int, end: int, intro: Intro) -> tuple[int, int] | None:
    """Return what stands after the last point as sentences of their own, if any do."""
    _, tail = _pieces(text, start, end, intro)
    return (tail[0][0], tail[-1][1]) if tail else None


def _pieces(text: str, start: int, end: int, intro: Intro) -> tuple[Places, Places]:
    """Return the points between two offsets, and the sentences after them."""
    pieces = list(_split(text, start, end, ";"))
    if len(pieces) > 1:
        last = list(units.sentences(text, *pieces[-1]))
        return [*pieces[:-1], *last[:1]], last[1:]
    if is_topics(text, start, end, intro.words):
        return list(commas(text, start, end)), []
    return list(units.sentences(text, start, end)), []


def absent(text: str, start: int, end: int) -> Iterator[ParsedStatement]:
    """Yield the note that there are no recommendations, and each action that it says was taken."""
    yield ParsedStatement("note", start, end)
    taken = _TAKEN.search(text, start, end)
    if ABSENT.match(text, start, end) and taken:
        for first, after in commas(text, taken.end(), end):
            first, after = trimmed(text, first, after)  # noqa: PLW2901 - the same item without its punctuation
            if first < after:
                yield ParsedStatement("action", first, after, taken["lead"], taken["who"].strip())


def is_topics(text: str, start: int, end: int, lead: str) -> bool:
    """Return whether a list is of short topics between commas, as key issues sometimes are."""
    words = text[start:end].rstrip(". ")
    items = words.split(",")
    return (
        len(items) > 2  # noqa: PLR2004 - two commas make a list
        and bool(TOPICS.match(lead))
        and ";" not in words
        and ". " not in words
        and all(0 < len(item.split()) <= _TOPIC_WORDS for item in items)
    )


def commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list with commas and a last 'and'."""
    pieces = list(_split(text, start, end, ","))
    first, after = pieces[-1]
    begin = _after_and(text, first, after)
    yield from pieces[:-1]
    joint = text.rfind(" and ", first, after) if len(pieces) > 1 and not text[first:begin].strip() else -1
    if joint > 0 and max(_words(text, first, joint), _words(text, joint, after) - 1) <= _JOINED:
        yield first, joint
        begin = joint + len(" and ")
    yield begin, after


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage from its first word to its last, without separators and the final full stop."""
    while start < end and (text[start].isspace() or text[start] in ";,"):
        start += 1
    while True:
        before = end
        while end > start and (text[end - 1].isspace() or text[end - 1] in ";,"):
            end -= 1
        if end > start and text[end - 1] == "." and not text.endswith("..", start, end):
            end -= 1
        if match := _TRAILING_AND.search(text, max(start, end - 8), end):
            end = match.start()
        if end == before:
            return start, end


def is_cut(text: str, start: int, end: int, *, strict: bool) -> bool:
    """Return whether an item seems to lose its end; `strict` where each list ends with a full stop."""
    while end > start and text[end - 1].isspace():
        end -= 1
    tail = text[max(start, end - 60) : end]
    if _ENDS.search(tail) or _WEAK.search(tail):
        return True
    return strict and tail[-1:] not in ".!?)]\"'\u2019\u201d>"


def _split(text: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between marks outside brackets; an open bracket that never closes is none."""
    depth, begin = 0, start
    closing = text.rfind(")", start, end)
    for at in range(start, end):
        char = text[at]
        if char == "(" and at < closing:
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == mark and (depth == 0 or at > closing):
            yield begin, at
            begin = at + 1
    if text[begin:end].strip():
        yield begin, end


def _after_and(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    match = _AND.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _group(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the addressee that opens a group, and where its first item begins."""
    match = ADDRESSEE.match(text, start, end)
    if (
        not match
        or _ORDER.search(match["who"])
        or not BODY.search(match["who"])
        or len(match["who"].split()) > _GROUP_WORDS
    ):
        return None
    return re.sub(r"^(?:[Ff]or|[Tt]o)\s+", "", match["who"].strip()), match.end()
