"""Records from their YAML.

All problems of a file are found in one run. A file that has one gives no record.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from kg.errors import Problem, ProblemsFound
from kg.records.fields import Place
from kg.records.model import Review, Source
from kg.records.schema import REVIEW, SOURCE
from kg.records.strict import MAX_BYTES, parse
from kg.records.tree import Block

if TYPE_CHECKING:
    from kg.records.fields import Read

LAST_LINE: Final = "end: true\n"


def read_review(text: str, path: str) -> Review:
    """Return the review that a file's text describes.

    Args:
        text: the whole file.
        path: the file as messages name it; one that ends in `.yaml` has the alias for its name.

    Raises:
        ProblemsFound: all that is wrong with the file.
    """
    values, lines = _read_file(text, path, REVIEW)
    return Review(**values, path=path, lines=lines)


def read_source(text: str, path: str) -> Source:
    """Return the source that a file's text describes.

    Args:
        text: the whole file.
        path: the file as messages name it; one that ends in `.yaml` has the id for its name.

    Raises:
        ProblemsFound: all that is wrong with the file.
    """
    values, lines = _read_file(text, path, SOURCE)
    return Source(**({"issued": None} | values), path=path, lines=lines)


def _read_file(text: str, path: str, read: Read) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the values of a file's keys, and the line of each (`incident.cause` for one inside)."""
    tree, problems = parse(text, path, PurePath(path).stem)
    whole = text.endswith(f"\n{LAST_LINE}")
    place = Place(path, PurePath(path).stem, problems, whole=whole)
    if not whole and not text.endswith("\r\n") and len(text) <= MAX_BYTES:
        remedy = (
            "restore what was cut off; 'end: true' and a line break end a record, with nothing after them"
        )
        problems.append(
            Problem(
                "the file does not end with the line 'end: true'", remedy, path, _last(text), place.record
            )
        )
    values = read(tree, place) if tree is not None else None
    if problems or values is None or not isinstance(tree, Block):
        raise ProblemsFound(problems)
    inner = {
        f"{k}.{n}": i for k, b in tree.entries.items() if isinstance(b, Block) for n, i in b.lines.items()
    }
    return {
        k: v for k, v in values.items() if k not in {"statement_count", "end", "line"}
    }, tree.lines | inner


def _last(text: str) -> int:
    return text.rstrip("\n").count("\n") + 1
