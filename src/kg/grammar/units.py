"""Blocks to units: the pieces that a grammar decides about, each with one role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.documents.marks import MARKS
from kg.grammar import contents, leads, runin
from kg.grammar.furniture import LONGEST, READ, is_furniture
from kg.grammar.labels import ABSENT, EMBEDDED, KEYWORDS, MAKES, MONTH, OUTCOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.model import BlockLike, NormalLike

MARKER: Final = re.compile(
    rf"(?:[{MARKS}]\s*|[-\u2013\u2014*]\s+|>\s+(?!Read)|o\s+|\(?\d{{1,3}}[.)]\s+|"
    r"\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+|\(?[a-hj-z][.)]\s+|\(?[ivx]{1,5}[.)]\s+)"
)
_PARAGRAPH: Final = re.compile(r"\d{1,3}\.\d{1,3}")
_NEW_LINE: Final = re.compile(r"\n\s*")
_SENTENCE: Final = re.compile(r"(?<=[.!?)\]>\"'\u2019\u201d])[ \t\n]+|(?<=[a-z])(?=> ?Read )|\s+(?=> ?Read )")
_ABBREVIATION: Final = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|Nos|e\.g|i\.e|cf|vs|approx|para|[A-Z])\.$")
_DATED: Final = re.compile(rf"(?:{MONTH} )?(?:19|20)\d\d\s*[-\u2013\u2014]\s*[A-Z]")
_CITED: Final = re.compile(
    r"(?:Child(?:ren)?|Bab(?:y|ies)|Family|Young [Pp]erson|Siblings?|Case|Adult)\s[^()\n;]{3,250}: "
    r"[^()\n;]{3,200}\((?:19|20)\d\d\)\.?\s+(?=[A-Z])"
)
_LONGEST_HEADING: Final = 150


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a block without white space around it."""

    start: int
    end: int
    kind: str
    line: int
    level: int = 0


def pieces(normal: NormalLike) -> list[Unit]:
    """Return the units of a text in order: cut at new parts, joined where one was cut."""
    text = normal.text
    cut = [unit for block in normal.blocks for unit in _cut(text, block)]
    joined: list[Unit] = []
    for unit in cut:
        if joined and _goes_on(text, joined[-1], unit):
            joined[-1] = replace(joined[-1], end=unit.end)
        else:
            joined.append(unit)
    apart = [part for unit in joined for part in runin.parts(text, normal.at, unit)]
    return contents.marked(text, [part for unit in apart for part in _parts(text, unit)])


def marker_end(text: str, unit: Unit) -> int:
    """Return where the words begin after a bullet or number."""
    match = MARKER.match(text, unit.start, unit.end)
    return match.end() if match else unit.start


def is_item(text: str, unit: Unit) -> bool:
    """Return whether a unit stands in a list of bullets or numbers."""
    return unit.kind in {"bullet", "numbered"} or marker_end(text, unit) > unit.start


def is_paragraph_number(text: str, unit: Unit) -> bool:
    """Return whether a unit begins with a number such as 4.2, as the paragraphs of reports do."""
    return bool(_PARAGRAPH.match(text, unit.start, unit.end))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a passage, without white space around them."""
    begin = start
    for gap in _SENTENCE.finditer(text, start, end):
        before = text[max(begin, gap.start() - 8) : gap.start()]
        after = text[gap.end() : gap.end() + 1]
        if (
            after.islower()
            or _ABBREVIATION.search(before)
            or (before[-1:] in "'\u2019" and before[-2:-1].isalnum())
        ):
            continue
        if gap.start() > begin:
            yield begin, gap.start()
        begin = gap.end()
    if begin < end:
        yield begin, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, block: BlockLike) -> Iterator[Unit]:
    """Yield a block's lines as units where a line begins something new."""
    if block.kind == "boilerplate":
        start, end = _trimmed(text, block.start, block.end)
        if start < end:
            yield Unit(start, end, block.kind, block.line)
        return
    begin, line = block.start, block.line
    for newline in _NEW_LINE.finditer(text, block.start, block.end):
        if not _begins(text, newline.end(), block.end):
            continue
        start, end = _trimmed(text, begin, newline.start())
        if start < end:
            yield Unit(start, end, block.kind, line, block.level)
        line = block.line + text.count("\n", block.start, newline.end())
        begin = newline.end()
    start, end = _trimmed(text, begin, block.end)
    if start < end:
        yield Unit(start, end, block.kind, line, block.level)


def _begins(text: str, at: int, end: int) -> bool:
    """Return whether a line begins a part of its own: a bullet, a lead-in, keywords."""
    return bool(
        MARKER.match(text, at, end)
        or KEYWORDS.match(text, at, end)
        or leads.at(text, at, end)
        or _DATED.match(text, at, end)
        or READ.match(text, at, min(end, at + LONGEST))
    )


def _goes_on(text: str, before: Unit, unit: Unit) -> bool:
    """Return whether a unit continues the one before, over a page break or a line of a broken list."""
    if unit.kind != "paragraph" or before.kind not in {"paragraph", "bullet", "numbered"}:
        return False
    if is_furniture(text[before.start : before.end], before.kind) or MARKER.match(text, unit.start, unit.end):
        return False
    last, first = text[before.end - 1], text[unit.start]
    if last == ";" and before.kind == "paragraph":
        return not leads.at(text, unit.start, unit.end) and not MARKER.match(text, before.start, before.end)
    lost = leads.at(text, unit.start, unit.end)
    return last not in ".!?)]>:;\"'\u2019\u201d" and first.islower() and lost is None


def _parts(text: str, unit: Unit) -> Iterator[Unit]:
    """Yield the sections that stand run together in one paragraph."""
    if unit.kind in {"boilerplate", "heading", "bullet", "numbered"}:
        yield unit
        return
    begin = unit.start
    glued = _glued(text, begin, unit.end)
    if glued:
        yield Unit(begin, _trimmed(text, begin, glued)[1], "heading", unit.line)
        begin = glued
    for start, _ in list(sentences(text, begin, unit.end)):
        if start > begin and _opens(text, start, unit.end):
            yield Unit(*_trimmed(text, begin, start), unit.kind, unit.line)
            begin = start
            if glued := _glued(text, begin, unit.end):
                yield Unit(begin, _trimmed(text, begin, glued)[1], "heading", unit.line)
                begin = glued
    yield Unit(*_trimmed(text, begin, unit.end), unit.kind, unit.line)


def _glued(text: str, start: int, end: int) -> int | None:
    """Return where the summary begins that is glued to a dated heading, or to a citation."""
    if cited := _CITED.match(text, start, end):
        return cited.end()
    if not _DATED.match(text, start, end):
        return None
    head = text[start : min(end, start + _LONGEST_HEADING)]
    match = next((m for m in OUTCOME.finditer(head) if m.start() and head[m.start() - 1].isspace()), None)
    return start + match.start() if match and ". " not in head[: match.start()] else None


def _opens(text: str, at: int, end: int) -> bool:
    lead = leads.at(text, at, end)
    return bool(
        (lead and lead.inline)
        or KEYWORDS.match(text, at, end)
        or ABSENT.match(text, at, end)
        or EMBEDDED.match(text, at, end)
        or MAKES.match(text, at, end)
        or _DATED.match(text, at, end)
        or (end - at < LONGEST and READ.match(text, at, end))
        or text.startswith(("> Read", ">Read"), at)
    )
