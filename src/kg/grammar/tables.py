"""Action plans: tables whose cells stand one after another, as text, web pages and Word files give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kg.grammar import digest
from kg.grammar.model import ParsedStatement, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.units import Unit

_NAMES: Final = {
    "number": (r"refs?\.?|no\.?|numbers?|#|item|priority", r"rec(?:ommendation)? (?:no\.?|number)"),
    "recommendation": (r"recommendations?", r"(?:agreed |what is )?recommended(?: action)?"),
    "finding": (r"(?:key )?(?:findings?|learning(?: points?)?|lessons?|issues?|themes?)",),
    "action": (r"(?:agreed |required |key |\w+[- ]agency )?actions?(?: required| taken| to take)?",),
    "body": (
        *(
            r"leads?(?: agency| officer| person)?",
            r"owners?",
            r"agency|agencies",
            r"by whom|who|responsibility",
        ),
        r"responsible(?: (?:agency|officer|lead))?",
    ),
    "status": (r"status", r"rag(?: rating)?", r"completed\??", r"progress(?: update)?", r"position"),
    "other": (
        *(r"time ?scales?", r"deadlines?", r"(?:by )?when", r"(?:target |due |completion |review )?dates?"),
        *(
            r"targets?",
            r"(?:expected |intended )?(?:outcomes?|impact)",
            r"evidence(?: of \w+)?",
            r"measures?",
        ),
        *(r"updates?", r"comments?", r"success(?: criteria| measures?)?", r"how", r"resources?"),
    ),
}
_COLUMNS: Final = tuple(
    (kind, re.compile(rf"(?:{'|'.join(names)})\s*:?", re.IGNORECASE)) for kind, names in _NAMES.items()
)
_FEWEST: Final = 3  # columns of a table
_SENTENCE: Final = 3  # words of a point, at least
_NAME: Final = 12  # words of a body or a status, at most
_ROW: Final = re.compile(r"\(?(?:R|Rec )?\d{1,3}(?:\.\d{1,2})?[.)]?")
_DONE: Final = re.compile(
    r"(?:complete[d]?|done|closed|achieved|green|in place|finished|yes)\b", re.IGNORECASE
)
_POINTS: Final = ("recommendation", "finding", "action")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's units: the kinds of its columns, its cells in rows, and the number of the unit after it."""

    columns: tuple[str, ...]
    head: tuple[Unit, ...]
    rows: tuple[tuple[Unit, ...], ...]
    after: int


def at(text: str, every: Sequence[Unit], number: int) -> Table | None:
    """Return the table whose first column's name is a unit, if one begins there."""
    columns = tuple(takewhile(bool, (_column(text, unit) for unit in every[number : number + 12])))
    kinds = set(columns)
    if number and _column(text, every[number - 1]):
        return None
    if len(columns) < _FEWEST or not kinds & set(_POINTS) or len(kinds) < _FEWEST:
        return None
    first = number + len(columns)
    rows = tuple(_rows(text, every[first:], columns))
    after = first + sum(map(len, rows))
    return Table(columns, tuple(every[number:first]), rows, after) if rows else None


def points(text: str, table: Table) -> Iterator[ParsedStatement]:
    """Yield the points of a table: what is recommended or found, and the actions that are said to be done.

    Where nothing but actions is listed, those that are not done are recommendations.
    """
    only = not {"recommendation", "finding"} & set(table.columns)
    names = {
        column: text[unit.start : unit.end] for column, unit in zip(table.columns, table.head, strict=True)
    }
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        done = "status" in cells and _DONE.match(text, cells["status"].start)
        body = text[cells["body"].start : cells["body"].end] if "body" in cells else ""
        for column, cell in cells.items():
            kind = column if column != "action" or done else "recommendation" if only else ""
            if kind in _POINTS:
                stop = digest.trimmed(text, cell.start, cell.end)[1]
                stop = cell.end if text[stop : cell.end] == "." else stop
                asked = body if kind == "recommendation" else ""
                yield ParsedStatement(kind, cell.start, stop, names[column].rstrip(": "), asked)


def spans(table: Table) -> Iterator[Span]:
    """Yield what the names of columns and the cells are, before the points among them."""
    for unit in table.head:
        yield Span("heading", unit.start, unit.end)
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            yield Span("boilerplate" if column == "number" else "note", cell.start, cell.end)


def _column(text: str, unit: Unit) -> str:
    return next((kind for kind, words in _COLUMNS if words.fullmatch(text, unit.start, unit.end)), "")


def _fits(text: str, column: str, cell: Unit) -> bool:
    """Say whether a cell may stand in a column: points are sentences, all else is short."""
    words = text[cell.start : cell.end]
    count = len(words.split())
    return count >= _SENTENCE if column in _POINTS else column == "other" or count <= _NAME


def _rows(text: str, every: Sequence[Unit], columns: Sequence[str]) -> Iterator[tuple[Unit, ...]]:
    """Yield rows as long as they are whole; where rows are numbered, each must begin with its number."""
    width = len(columns)
    for begin in range(0, len(every) - width + 1, width):
        row = tuple(every[begin : begin + width])
        numbered = columns[0] != "number" or _ROW.fullmatch(text, row[0].start, row[0].end)
        fits = all(_fits(text, column, cell) for column, cell in zip(columns, row, strict=True))
        if not numbered or not fits or any(_column(text, cell) in _POINTS for cell in row):
            return
        yield row
