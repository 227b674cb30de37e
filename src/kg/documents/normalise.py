"""Raw text to even text in blocks: hard wraps and page breaks joined, every character with its place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.documents import markup
from kg.documents.boilerplate import boilerplate
from kg.documents.hyphens import Words
from kg.documents.lines import SOFT, lines
from kg.documents.marks import BULLET, DASH, NUMBERED
from kg.documents.normal import Block, Normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kg.documents.lines import Line
    from kg.documents.normal import BlockKind

_HEADING: Final = re.compile(r"#{1,6} +(?=\S)")
_LEAD: Final = re.compile(
    r"(?:key |main |other )?(?:findings?|learning|lessons?|recommendations?|background|issues?|themes?|model"
    r"|keywords?|no recommendations|other resources|makes recommendations|good practice|summary|abstract"
    r"|actions?)\b[^.;]{0,80}:"
    r"|other resources\b|no recommendations,|> ?read |\[read ",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"(?=[A-Z0-9])(?=.*\b(?:review|report|briefing)\b)[^.;]{0,4}[^;]{8,110}", re.IGNORECASE
)
_TERMINAL: Final = re.compile(r"[.!?)\]][\"']?$")
_HYPHEN: Final = re.compile(r"\w-$")
_HANGING: Final = re.compile(r"(?:to|and|or)\b")  # as in "two- or three-year-old"
_LONGEST_HEADING: Final = 120
_WIDEST: Final = 170  # characters of a line that somebody wrapped
_NARROWEST: Final = 20
_FULL: Final = 0.85  # of the width, with the next word: the line was wrapped there
_HALF: Final = 0.5
_NEARLY: Final = 0.75  # of the width
_FEW: Final = 0.4  # of full lines end with a full stop, where somebody wrapped them
_COLUMN: Final = 50  # characters; narrower lines may be short by themselves, and it takes more that are full
_SOME: Final = 0.25  # of the lines that another follows, where somebody wrapped them
_LONG: Final = 60  # characters of a block that may go on after an empty line


@dataclass(slots=True)
class _Draft:
    """A block in the making; `whole` where it takes no further line."""

    kind: BlockKind
    line: int
    texts: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    last: str = ""
    rows: int = 1
    whole: bool = False
    level: int = 0


def normalise(raw: str) -> Normal:
    r"""Return a text of one block a line, and where each character stands in the raw text.

    Example:
        >>> normal = normalise("1. Child A\n\nDeath of a baby.\n\n\u2022 share it\n")
        >>> [(block.kind, normal.text[block.start:block.end]) for block in normal.blocks][-1]
        ('bullet', 'share it')
    """
    plain, targets = markup.without(raw)
    rows = lines(plain)
    edges = boilerplate(rows)
    drafts, left_out = _drafts(rows, edges.apart, Words(raw))
    return replace(_assembled(raw, drafts, _apart(left_out, targets)), notes=edges.notes(rows))


def _apart(lines: list[tuple[int, int]], links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of lines that were left out and of links outside them, in order."""
    outside = []
    for link in links:
        before = bisect(lines, link)
        if not before or lines[before - 1][1] <= link[0]:
            outside.append(link)
    return sorted([*lines, *outside])


def _drafts(
    rows: Sequence[Line], apart: AbstractSet[int], words: Words
) -> tuple[list[_Draft], list[tuple[int, int]]]:
    """Put lines together to blocks; boilerplate that stands within a sentence is left out of it."""
    width = _width(rows, apart)
    drafts: list[_Draft] = []
    waiting: list[_Draft] = []
    left_out: list[tuple[int, int]] = []
    gap = "blank"
    for n, row in enumerate(rows):
        if row.page:
            gap = "page"
        if n in apart or markup.is_rule(row.text):
            waiting.append(_started(row, "boilerplate"))
            gap = "page" if n in apart else "blank"
        elif not row.text:
            gap = "blank" if gap == "line" else gap
        else:
            before = drafts[-1] if drafts else None
            if before and _continues(before, row, gap, width):
                left_out += [(draft.at[0], draft.at[-1] + 1) for draft in waiting]
                _add(before, row, words)
            else:
                _close(before, gap)
                drafts += [*waiting, _block(row)]
            waiting, gap = [], "line"
    _close(drafts[-1] if drafts else None, "blank")
    return [*drafts, *waiting], left_out


def _width(rows: Sequence[Line], apart: AbstractSet[int]) -> float:
    """Return the width at which lines were wrapped; 0 where none was."""
    inner = [
        row.text
        for n, row in enumerate(rows[:-1])
        if row.text and rows[n + 1].text and n not in apart and n + 1 not in apart
    ]
    lengths = sorted(map(len, inner))
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    full = [text for text in inner if len(text) >= width * _NEARLY]
    ended = [sum(1 for text in those if _TERMINAL.search(text)) for those in (inner, full)]
    wrapped = ended[0] <= len(inner) * _HALF and ended[1] <= len(full) * _FEW
    wrapped = wrapped and len(full) >= len(inner) * (_HALF if width < _COLUMN else _SOME)
    return width if _NARROWEST <= width <= _WIDEST and wrapped else 0


def _continues(before: _Draft, row: Line, gap: str, width: float) -> bool:
    """Say whether a line goes on with the block before it."""
    text = row.text
    if before.kind == "boilerplate" or before.whole or _HEADING.match(text) or _LEAD.match(text):
        return False
    ended = bool(_TERMINAL.search(before.last))
    room = len(before.last) + 1 + len(text.split(" ", 1)[0])
    full = width > 0 and room > width * _FULL
    if BULLET.match(text):
        return bool(DASH.match(text)) and gap == "line" and full and not ended and before.kind != "bullet"
    lower = text[0].islower()
    colon = before.last.endswith(":")
    if NUMBERED.match(text):
        broken = (
            ended or colon or before.last.endswith((";", "; and", ", and")) or bool(_TITLE.fullmatch(text))
        )
        return gap == "line" and full and not broken
    if gap == "line":
        titled = before.kind == "numbered" and before.rows == 1 and bool(_TITLE.fullmatch(before.last))
        full = full and not (titled and text[0].isupper())
        return _goes_on(before, full=full, lower=lower and not ended, width=width)
    if ended or colon:
        return False
    long = sum(map(len, before.texts)) >= _LONG
    return (lower and (long or gap == "page")) or (gap == "page" and full and before.rows > 1)


def _goes_on(before: _Draft, *, full: bool, lower: bool, width: float) -> bool:
    """Say whether the next line, with none empty between, goes on with a block."""
    if full:
        return True
    if before.last.endswith((":", ";")):
        return False
    marked = before.kind in ("bullet", "numbered")
    return lower and (marked or len(before.last) >= max(width * _HALF, _NARROWEST))


def _block(row: Line) -> _Draft:
    """Start a block with a line; the marks of bullets and headings are left out."""
    for pattern, kind in ((_HEADING, "heading"), (BULLET, "bullet")):
        mark = pattern.match(row.text)
        if mark:
            draft = _started(row, "heading" if kind == "heading" else "bullet", mark.end())
            draft.whole = kind == "heading"
            draft.level = mark[0].count("#") if draft.whole else 0
            return draft
    return _started(row, "numbered" if NUMBERED.match(row.text) else "paragraph")


def _started(row: Line, kind: BlockKind, skip: int = 0) -> _Draft:
    text = row.text[skip:]
    return _Draft(kind, row.number, [text], row.at[skip:], text)


def _add(draft: _Draft, row: Line, words: Words) -> None:
    """Add a line to a block; a hyphen that only divides a word goes."""
    end = draft.texts[-1]
    text, at = row.text, row.at
    if end.endswith(SOFT) or words.divided(end, text):
        draft.texts[-1] = end[:-1]
        draft.at.pop()
    elif not (_HYPHEN.search(end) and text[0].islower() and not _HANGING.match(text)):
        draft.texts.append(" ")
        draft.at.append(draft.at[-1] + 1)
    draft.texts.append(text)
    draft.at.extend(at)
    draft.last, draft.rows = text, draft.rows + 1


def _close(draft: _Draft | None, gap: str) -> None:
    """Name a block that stands alone and is short, without a full stop, a heading."""
    if draft is None or draft.kind != "paragraph" or gap == "line" or draft.rows > 1:
        return
    text = draft.last
    if _LEAD.match(text):
        return
    if (
        len(text) <= _LONGEST_HEADING
        and not text[0].islower()
        and not text.endswith((".", ";", ",", ":", "!"))
    ):
        draft.kind = "heading"


def _assembled(raw: str, drafts: Sequence[_Draft], left_out: list[tuple[int, int]]) -> Normal:
    """Join the blocks, one a line."""
    texts: list[str] = []
    at = array("I")
    blocks: list[Block] = []
    for draft, text in _texts(drafts):
        if blocks:
            texts.append("\n")
            at.append(at[-1] + 1)
        start = len(at)
        texts.append(text)
        at.extend(draft.at)
        blocks.append(Block(start, len(at), draft.kind, draft.line, draft.level))
    at.append(len(raw))
    return Normal("".join(texts), at, tuple(blocks), tuple(left_out))


def _texts(drafts: Sequence[_Draft]) -> Iterator[tuple[_Draft, str]]:
    """Yield blocks with their text; a soft hyphen that no line followed goes."""
    for draft in drafts:
        text = "".join(draft.texts)
        if text.endswith(SOFT):
            text = text[:-1]
            draft.at.pop()
        if text:
            yield draft, text
