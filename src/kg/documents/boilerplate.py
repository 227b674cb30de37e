"""Headers, footers and page numbers: the outermost lines of pages, where they come again.

Real words come again too: a heading, a point, "no recommendations". So a line counts only where nothing but
headers stands between it and the edge of its page, at the same edge of the others, and where it has not the
form of a point; of a line seen on two pages alone more is asked. What stays in doubt is kept, and told.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.documents.lineforms import (
    ALWAYS,
    LONGEST,
    is_item,
    is_notice,
    is_page_number,
    is_point,
    is_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.documents.lines import Line

_EDGE: Final = 3  # lines from the top or the bottom of a page
_TWO: Final = 2
_SHOWN: Final = 60
_FIGURES: Final = 4  # of a page's number
_WIDE: Final = 3  # characters between a running title and its page's number
_WAYS: Final = (0, 1)  # the top of a page, and its bottom


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The places, among the lines, of headers, footers and page numbers, and of lines that may be such."""

    apart: frozenset[int]
    doubtful: tuple[int, ...] = ()

    def notes(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Return what a person should know of the lines in doubt, each text once."""
        first = {_key(lines[n].text): n for n in reversed(self.doubtful)}
        return tuple(
            f"line {lines[n].number}: '{lines[n].text[:_SHOWN]}' stands at the edge of several pages, and may"
            " be a page header; it is kept"
            for n in sorted(first.values())
        )


def boilerplate(lines: Sequence[Line]) -> Boilerplate:
    r"""Return which lines are headers, footers and page numbers.

    Example:
        >>> from kg.documents.lines import lines
        >>> rows = lines("Review of Child A\nAsk.\fReview of Child A\nShare.\fReview of Child A\nWrite.")
        >>> sorted(boilerplate(rows).apart)
        [0, 2, 4]
    """
    found = {n for n, line in enumerate(lines) if ALWAYS.fullmatch(line.text)}
    pages = _pages(lines, found)
    if len(pages) < _TWO:
        return Boilerplate(frozenset(found))
    seen = _Seen(lines, pages)
    doubtful = {n for index in range(len(pages)) for n in _peel(seen, index, found)}
    return Boilerplate(frozenset(found), tuple(sorted(doubtful - found)))


class _Seen:
    """What stands at the edges of pages, and how often."""

    def __init__(self, lines: Sequence[Line], pages: list[list[int]]) -> None:
        self.lines, self.pages = lines, pages
        self.edges = [_edges(page) for page in pages]
        self._keys = Counter(
            key
            for edges in self.edges
            for key in {_key(lines[n].text, at) for at in _WAYS for n in edges[at]}
        )
        self._offsets = Counter(
            offset
            for index, (top, bottom) in enumerate(self.edges)
            for offset in {int(lines[n].text) - index for n in (*top, *bottom) if _is_figure(lines[n].text)}
        )
        self._enough = max(_TWO, (len(pages) + 1) // _TWO)

    def often(self, text: str, at: int) -> int:
        """Return on how many pages a line stands at an edge; 0 where they are too few for a header."""
        times = self._keys[_key(text, at)]
        return times if times >= self._enough and len(text) <= LONGEST else 0

    def counts(self, text: str, index: int) -> bool:
        """Say whether figures alone count pages: they follow them, or most pages have some."""
        offset = int(text) - index
        return (
            offset in _WAYS
            or self._offsets[offset] >= _TWO
            or any(self.often(text, at) > _TWO for at in _WAYS)
        )

    def is_header(self, n: int, index: int, at: int) -> bool:
        """Say whether the outermost line of a page is a header, footer or page number."""
        text = self.lines[n].text
        if _is_figure(text):
            return self.counts(text, index)
        often = self.often(text, at)
        if is_page_number(text) or not often:
            return is_page_number(text)
        if _set_apart(self.lines[n]):
            return True
        return (
            (is_title(text) and not is_point(text))
            if often == _TWO
            else is_notice(text) or not is_point(text)
        )


def _peel(seen: _Seen, index: int, found: set[int]) -> Iterator[int]:
    """Add a page's headers to what was found, from its edges inwards; yield what stays in doubt."""
    for at in _WAYS:
        for n in seen.edges[index][at]:
            if n not in found and not seen.is_header(n, index, at):
                text = seen.lines[n].text
                if seen.often(text, at) and not is_item(text) and not _is_figure(text):
                    yield n
                break
            found.add(n)


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


def _edges(page: list[int]) -> tuple[list[int], list[int]]:
    """Return the lines at the top and the bottom of a page, the outermost first; only a lone one is both."""
    below = min(_EDGE, max(1, len(page) // 2))
    return page[: min(_EDGE, max(1, len(page) - below))], page[: -below - 1 : -1]


def _set_apart(line: Line) -> bool:
    """Say whether a line ends with a page's number, by wide space apart from its words."""
    number = re.search(r"(?<=\S) \d{1,4}$", line.text)
    return number is not None and line.at[number.start() + 1] - line.at[number.start() - 1] > _WIDE


def _is_figure(text: str) -> bool:
    return len(text) <= _FIGURES and text.isascii() and text.isdecimal()


def _key(text: str, at: int = 0) -> tuple[str, int]:
    return re.sub(r"\d+", "#", text).casefold(), at
