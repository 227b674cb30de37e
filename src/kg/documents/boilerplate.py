"""Headers, footers and page numbers: lines at the edges of pages that come again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.documents.lines import Line

_EDGE: Final = 3  # lines from the top or the bottom of a page
_LONGEST: Final = 140
_NUMBER: Final = re.compile(
    r"(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?|[-\u2013]\s*\d{1,4}\s*[-\u2013]"
    r"|\d{1,4}\s*\|\s*(?:p\s*a\s*g\s*e).*|.{0,80}\|?\s*page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_PAGE_OF: Final = re.compile(
    r"(?:https?|file)://\S+\s+\d+/\d+|page\s+\d{1,4}\s+of\s+\d{1,4}|page\s*\|?\s*\d{1,4}", re.IGNORECASE
)
_TWO: Final = 2


def boilerplate(lines: Sequence[Line]) -> set[int]:
    """Return the places, among the lines, of headers, footers and page numbers."""
    found = {n for n, line in enumerate(lines) if _PAGE_OF.fullmatch(line.text)}
    pages = _pages(lines, found)
    if len(pages) < _TWO:
        return found
    edges = [sorted({*page[:_EDGE], *page[-_EDGE:]}) if len(page) > _EDGE else page for page in pages]
    seen = Counter(key for edge in edges for key in {_key(lines[n].text) for n in edge})
    enough = max(_TWO, (len(pages) + 1) // _TWO)
    for page, edge in zip(pages, edges, strict=True):
        outer = {*page[:1], *page[-1:]}
        for n in edge:
            text = lines[n].text
            repeated = len(text) <= _LONGEST and not text.endswith((":", ";")) and seen[_key(text)] >= enough
            if repeated or (n in outer and _NUMBER.fullmatch(text)):
                found.add(n)
    return found


def _pages(lines: Sequence[Line], numbers: set[int]) -> list[list[int]]:
    """Return the lines of each page; where no form feed parts them, lines with a page's number do."""
    pages: list[list[int]] = [[]]
    marked = any(line.page for line in lines)
    for n, line in enumerate(lines):
        if line.page:
            pages.append([])
        if line.text:
            pages[-1].append(n)
        if n in numbers and not marked:
            pages.append([])
    return [page for page in pages if page]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()
