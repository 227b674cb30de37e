"""A file of labels, made in any spreadsheet: read strictly, with every error by line and what to do."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import Problem, ProblemsFound
from kg.evaluate.words import single
from kg.files import shown, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.vocabulary import Vocabulary

COLUMNS: Final = ("document", "review", "kind", "words", "themes", "agencies")
STATEMENTS: Final = ("summary", "finding", "recommendation", "action", "note")
FACTS: Final[Mapping[str, str]] = {
    "type": "code/review-type",
    "form": "code/report-form",
    "outcome": "code/outcome",
    "cause": "code/cause",
    "ages": "",
    "sex": "code/sex",
    "children": "",
    "occurred": "",
    "perpetrator": "code/source-of-harm",
    "legal": "code/conviction",
}
"""Each fact that can be labelled, with the scheme that its values are codes of."""
KINDS: Final = (*STATEMENTS, "keyword", "title", *FACTS)

_UNCODED: Final = {
    "children": (re.compile(r"\d{1,2}"), "write the number in digits, such as 2"),
    "occurred": (re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"), "write 2031, 2031-04 or 2031-04-02"),
}
_SAVE: Final = "save it from the spreadsheet as 'CSV UTF-8 (comma delimited)'"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One thing that a person labelled: a row of the file.

    Attributes:
        document: name of the document that it stands in; empty for a sentence that only words are sought in.
        review: title of the review, as the document gives it; groups the rows of one review.
        kind: one of `KINDS`.
        words: the words, white space made single; of a fact its value.
        themes: ids, for a statement.
        agencies: ids of those that the words name, for a statement.
        line: of the file, from 1.
    """

    document: str
    review: str
    kind: str
    words: str
    themes: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    line: int = 0


def read(path: Path, vocabulary: Vocabulary, documents: Path | None = None) -> tuple[Labelled, ...]:
    """Return the labelled things of a file, in its order.

    Args:
        path: a CSV of the columns `COLUMNS` in any order, between commas, semicolons or tabs.
        vocabulary: what themes, agencies and codes there are.
        documents: the folder of the documents; the file's own where not given.

    Raises:
        ProblemsFound: all that is wrong with it, each with its line.
    """
    read_rows = list(_rows(_text(path), shown(path)))
    rows = tuple(row for row in read_rows if isinstance(row, Labelled))
    problems = [row for row in read_rows if isinstance(row, Problem)] + [
        Problem(what, remedy, shown(path), row.line)
        for row in rows
        for what, remedy in (*_wrong(row, vocabulary), *_no_document(row, documents or path.parent))
    ]
    if not read_rows:
        problems.append(Problem("it labels nothing", "write one row for each labelled thing", shown(path)))
    if problems:
        raise ProblemsFound(problems)
    return rows


def _text(path: Path) -> str:
    """Return the file's text; a mark of byte order, as Excel writes it, is left out."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ProblemsFound([unreadable(path, error)]) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem("this is not UTF-8", _SAVE, shown(path), line)
        raise ProblemsFound([problem]) from error


def _rows(text: str, path: str) -> Iterator[Labelled | Problem]:
    """Yield the rows that hold anything, or what is wrong with one."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=_delimiter(lines[0] if lines else ""), strict=True)
    columns: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = [single(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "see that a cell in quotation marks ends with one, and that any mark within is doubled"
            raise ProblemsFound([Problem(f"this is no CSV: {error}", remedy, path, line)]) from error
        if not columns:
            columns = _columns(cells, path)
        elif any(cells):
            yield _row(columns, cells, path, line)


def _delimiter(head: str) -> str:
    return max(",;\t", key=head.count)


def _columns(cells: list[str], path: str) -> list[str]:
    columns = [cell.casefold() for cell in cells]
    problems = [
        Problem(f"there is no column {name!r}", f"the first row holds {','.join(COLUMNS)}", path, 1)
        for name in COLUMNS
        if name not in columns
    ] + [
        Problem(f"the column {name!r} stands twice", "keep one", path, 1)
        for name in COLUMNS
        if columns.count(name) > 1
    ]
    if problems:
        raise ProblemsFound(problems)
    return columns


def _row(columns: list[str], cells: list[str], path: str, line: int) -> Labelled | Problem:
    over = any(cells[len(columns) :])
    if over or len(cells) < len(columns):
        remedy = "put words that hold the separating sign in double quotation marks, as spreadsheets do"
        return Problem(f"{len(cells)} cells, where there are {len(columns)} columns", remedy, path, line)
    cell = dict(zip(columns, cells, strict=False))
    return Labelled(
        document=cell["document"],
        review=cell["review"],
        kind=cell["kind"],
        words=cell["words"],
        themes=frozenset(cell["themes"].split()),
        agencies=frozenset(cell["agencies"].split()),
        line=line,
    )


def _wrong(row: Labelled, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a row, and what to do."""
    if row.kind not in KINDS:
        yield f"there is no kind {row.kind!r}", f"write one of {', '.join(KINDS)}"
        return
    if not row.words:
        yield "the words are missing", "write the words as they stand in the document, or the fact's value"
        return
    if row.kind not in STATEMENTS and (row.themes or row.agencies):
        yield f"a {row.kind} has no themes or agencies", "empty these cells, or mend the kind"
    for scheme, ids in (("theme", row.themes), ("agency", row.agencies)):
        for one in sorted(ids):
            yield from _unknown(scheme, one, vocabulary)
    if FACTS.get(row.kind):
        yield from _unknown(FACTS[row.kind], row.words, vocabulary)
    pattern, remedy = _UNCODED.get(row.kind, (None, ""))
    if pattern and not pattern.fullmatch(row.words):
        yield f"{row.words!r} is no value of {row.kind!r}", remedy


def _unknown(scheme: str, one: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    known = vocabulary.schemes[scheme]
    if one not in known:
        near = vocabulary.nearest(scheme, one)
        remedy = f"write {near.id}" if near else f"there are: {', '.join(known)}"
        yield f"there is no {scheme.rpartition('/')[2]} {one!r}", remedy


def _no_document(row: Labelled, folder: Path) -> Iterator[tuple[str, str]]:
    if row.document and not (folder / row.document).is_file():
        yield f"there is no document {row.document!r} in {shown(folder)}", "name a file there (--documents)"
    if not row.document and row.kind in KINDS and row.kind not in STATEMENTS:
        yield f"a {row.kind} without a document cannot be scored", "name the document"
