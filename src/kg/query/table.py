"""Plain-text tables that fit a terminal: what is alike in every row stands once, beneath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.query.cells import is_number, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.query.model import Answer

GAP: Final = "  "
NARROWEST: Final = 24
"""A column of running text is no narrower; where there is no room, each row is written as a block."""

_NODE: Final = (ox.NamedNode, type(None))
_RUNNING: Final = 60  # characters from which a cell counts as running text
_CHUNK: Final = re.compile(r"[^\s:/]*[:/]?|\s")
_FEWEST: Final = 3  # rows from which it pays to say once what they share


def lines(answer: Answer, width: int) -> Iterator[str]:
    """Yield the lines of an answer, none wider than `width` characters (40 at least)."""
    width = max(width, 40)
    if answer.form == "ask":
        yield "yes" if answer.yes else "no"
        return
    if not answer.rows:
        yield from _nothing(answer, width)
        return
    cells = [[shown(term) for term in row] for row in answer.rows]
    kept, alike = _split(answer, cells)
    told = _fitting(answer, cells, kept, width)
    if told:
        yield from _body(answer, cells, told, width)
        yield ""
    yield _count(answer)
    if told != kept:
        left = ", ".join(answer.columns[index].heading for index in kept if index not in told)
        yield from wrap(f"Not shown here: {left}. A wider window or --format csv has them.", width)
    if alike:
        same = [f"{answer.columns[index].heading}: {cells[0][index] or 'not given'}" for index in alike]
        rows = "every row" if len(answer.rows) >= answer.total else "every row shown"
        yield from wrap(f"The same in {rows}: {'; '.join(same)}", width)
    yield from _asked(answer, width)
    yield from _notes(answer, width)


def wrap(text: str, width: int) -> list[str]:
    """Return text in lines of `width` at most, broken at spaces, else after a colon or slash, else a hyphen.

    Example:
        >>> wrap("statement:f-2dp763ef is one", 12)
        ['statement:', 'f-2dp763ef', 'is one']
    """
    done: list[str] = []
    line = ""
    for word in text.split(" "):
        if len(joined := f"{line} {word}" if line else word) <= width:
            line = joined
            continue
        if line:
            done.append(line)
        line = word
        while len(line) > width:
            head = _head(line, width)
            done.append(line[:head])
            line = line[head:]
    return [*done, line]


def _head(word: str, width: int) -> int:
    """Return how much of a word that is too long stands on a line."""
    for ends in ("[:/]", "-"):
        if found := [match.end() for match in re.finditer(ends, word[:width])]:
            return found[-1]
    return width


def _split(answer: Answer, cells: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """Return which columns are shown, and which say the same in every row; numbers always stand."""
    every = range(len(answer.columns))
    if len(cells) < _FEWEST:
        return list(every), []
    alike = [
        index
        for index in every
        if len({row[index] for row in cells}) == 1 and not is_number(answer.rows[0][index])
    ]
    return [index for index in every if index not in alike], alike


def _fitting(
    answer: Answer, cells: Sequence[Sequence[str]], kept: Sequence[int], width: int
) -> Sequence[int]:
    """Return the columns to show: without identifiers, where the others fit side by side only so."""
    words = [index for index in kept if not all(isinstance(row[index], _NODE) for row in answer.rows)]
    if not words or answer.question is None:
        return kept
    every, fewer = (
        [[answer.columns[index].heading for index in shown_ones]]
        + [[row[index] for index in shown_ones] for row in cells]
        for shown_ones in (kept, words)
    )
    return words if _widths(every, width) is None and _widths(fewer, width) is not None else kept


def _body(answer: Answer, cells: Sequence[Sequence[str]], kept: Sequence[int], width: int) -> Iterator[str]:
    headings = [answer.columns[index].heading for index in kept]
    body = [[row[index] for index in kept] for row in cells]
    widths = _widths([headings, *body], width)
    if widths is None:
        yield from _blocks(headings, body, width)
        return
    right = [all(is_number(row[index]) or row[index] is None for row in answer.rows) for index in kept]
    yield from _row(headings, widths, right)
    yield GAP.join("-" * size for size in widths)
    for row in body:
        yield from _row(row, widths, right)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return the width of each column, or None where they cannot stand side by side and be read."""
    natural = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    least = [max(_longest(cell) for cell in column) for column in zip(*rows, strict=True)]
    for index, size in enumerate(natural):
        if size > _RUNNING:
            least[index] = max(least[index], NARROWEST)
    room = width - len(GAP) * (len(natural) - 1)
    if sum(least) > room:
        return None
    if sum(natural) <= room:
        return natural
    return _share(least, natural, room)


def _share(least: list[int], natural: list[int], room: int) -> list[int]:
    """Return widths between least and natural that fill the room; what wants little more gets it first."""
    widths = list(least)
    spare = room - sum(least)
    order = sorted(range(len(natural)), key=lambda index: natural[index] - least[index])
    for place, index in enumerate(order):
        more = min(natural[index] - least[index], spare // (len(order) - place))
        widths[index] += more
        spare -= more
    return widths


def _longest(cell: str) -> int:
    """Return the length of the longest part of a cell that is not broken, unless it is very long."""
    return min(max((len(part) for part in _CHUNK.findall(cell)), default=0), NARROWEST)


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        parts = (part[number] if number < len(part) else "" for part in wrapped)
        sized = (
            part.rjust(size) if is_right else part.ljust(size)
            for part, size, is_right in zip(parts, widths, right, strict=True)
        )
        yield GAP.join(sized).rstrip()


def _blocks(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Yield each row as a block, a line for each cell that holds something."""
    for number, row in enumerate(rows):
        if number:
            yield ""
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                first, *more = wrap(f"{heading}: {cell}", width - len(GAP))
                yield first
                yield from (f"{GAP}{line}" for line in more)


def _count(answer: Answer) -> str:
    count, total = len(answer.rows), max(answer.total, len(answer.rows))
    kind = "triple" if answer.form == "triples" else "row"
    plural = "" if total == 1 else "s"
    return f"{count} {kind}{plural}" if count == total else f"{count} of {total} {kind}s"


def _nothing(answer: Answer, width: int) -> Iterator[str]:
    if answer.question is None:
        yield "No rows: nothing in the graph matches the query."
        return
    yield from wrap(f"No rows: none in {answer.searched}. {answer.question.empty}".strip(), width)
    yield from _asked(answer, width)
    yield from _notes(answer, width)


def _asked(answer: Answer, width: int) -> Iterator[str]:
    if answer.asked:
        yield from wrap(f"Asked with {'; '.join(answer.asked)}", width)


def _notes(answer: Answer, width: int) -> Iterator[str]:
    if answer.question is not None and answer.question.notes:
        yield from wrap(" ".join(answer.question.notes), width)
