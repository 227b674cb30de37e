"""Edits of a record's file that keep what a person wrote: comments, order, quotes and line breaks.

Each takes the whole text of a file and returns it with the lines changed that the edit is about. What comes
out is read back strictly before it is returned, so that an edit gives the record that was meant, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kg.errors import Problem, ProblemsFound
from kg.records.reader import read_review, read_source
from kg.records.splice import spliced
from kg.records.writer import write_review, write_source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.records.model import Review, Source, Statement, Tag

    Record = TypeVar("Record", Review, Source)

Path: TypeAlias = "tuple[str | int, ...]"
"""Keys as the file writes them; an item of a list goes by its id, or its place from 0."""


def rewrite_review(text: str, review: Review, path: str = "") -> str:
    """Return a review's file with what a review has otherwise than the file.

    Args:
        text: the file as it is.
        review: what it shall hold.
        path: the file, for messages.

    Raises:
        ProblemsFound: the file is no valid record, or it would be none.
    """
    return _rewritten(text, review, path, read_review, write_review)


def rewrite_source(text: str, source: Source, path: str = "") -> str:
    """Return a source's file with what a source has otherwise than the file; see `rewrite_review`."""
    return _rewritten(text, source, path, read_source, write_source)


def set_keys(text: str, path: Path, value: Any) -> str:
    """Return a file with one value changed, added, or with None taken out.

    Args:
        text: the whole file of a review or source.
        path: such as `("title",)`, `("incident", "occurred")` or `("statements", "f-4k2m7q9a", "heading")`.
        value: as the dataclass of the record has it: text, a number, a tuple, a dataclass.

    Raises:
        KeyError: there is no such key or item.
        ProblemsFound: the file is no valid record, or it would be none.
    """
    if re.search(r"^alias:", text, re.MULTILINE):
        return rewrite_review(text, _put(read_review(text, ""), path, value))
    return rewrite_source(text, _put(read_source(text, ""), path, value))


def add_item(text: str, path: Path, item: Any) -> str:
    """Return a file with an item added at the end of a list; see `set_keys`.

    Args:
        text: the whole file of a review or source.
        path: of the list, such as `("labels",)` or `("incident", "cause")`.
        item: as the dataclass of the record has it.
    """
    record = read_review(text, "") if re.search(r"^alias:", text, re.MULTILINE) else read_source(text, "")
    return set_keys(text, path, (*_get(record, path), item))


def set_tag(text: str, statement_id: str, role: str, concept: str, changes: Mapping[str, Any]) -> str:
    """Return a review's file with a tag of a statement changed.

    Args:
        text: the whole file.
        statement_id: of the statement.
        role: `theme`, or the role of the agency.
        concept: local name of the theme or agency.
        changes: attributes of `Tag` with their new values, such as `{"status": "accepted", "by": "editor"}`.

    Raises:
        KeyError: the statement has no such tag.
        ProblemsFound: the file is no valid record, or it would be none.
    """
    kind = _kind(role)
    tags: tuple[Tag, ...] = _get(read_review(text, ""), ("statements", statement_id, kind))
    for place, tag in enumerate(tags):
        if (tag.role, tag.concept) == (role, concept):
            return set_keys(text, ("statements", statement_id, kind, place), replace(tag, **changes))
    raise KeyError(f"{statement_id} has no {role} {concept}")


def add_tag(text: str, statement_id: str, tag: Tag) -> str:
    """Return a review's file with a tag added to a statement.

    Raises:
        KeyError: there is no such statement.
        ProblemsFound: the file is no valid record, or it would be none, as where it has the tag already.
    """
    return add_item(text, ("statements", statement_id, _kind(tag.role)), tag)


def set_fact(text: str, place: int, changes: Mapping[str, Any]) -> str:
    """Return a review's file with a fact changed; the incident stays as it is.

    Args:
        text: the whole file.
        place: of the fact in the list, from 0.
        changes: attributes of `ReadFact` with their new values.

    Raises:
        KeyError: there is no such fact.
        ProblemsFound: the file is no valid record, or it would be none, as where an accepted fact is not in
            the incident: change both by `rewrite_review`.
    """
    return set_keys(text, ("facts", place), replace(_get(read_review(text, ""), ("facts", place)), **changes))


def add_statement(text: str, statement: Statement, after: str | None = None) -> str:
    """Return a review's file with a statement added after another, or at the end; the count goes with it.

    Raises:
        KeyError: there is no statement to stand after.
        ProblemsFound: the file is no valid record, or it would be none.
    """
    review = read_review(text, "")
    place = len(review.statements) if after is None else _place(review.statements, after) + 1
    statements = (*review.statements[:place], statement, *review.statements[place:])
    return rewrite_review(text, replace(review, statements=statements))


def _rewritten(
    text: str,
    record: Record,
    path: str,
    read: Callable[[str, str], Record],
    write: Callable[[Record], str],
) -> str:
    before = read(text, path)
    if before == record:
        return text
    after = spliced(text, write(before), write(record))
    if read(after, path) != record:
        remedy = "make the change by hand; the file is as it was"
        raise ProblemsFound([Problem("the file cannot be changed in place", remedy, path)])
    return after


def _kind(role: str) -> str:
    return "themes" if role == "theme" else "agencies"


def _place(items: tuple[Any, ...], which: str | int) -> int:
    """Return where an item of a list stands, by its id or place."""
    for place, item in enumerate(items):
        if which in (place, getattr(item, "id", None)):
            return place
    raise KeyError(f"there is no {which}")


def _get(thing: Any, path: Path) -> Any:
    for key in path:
        listed = isinstance(thing, tuple)
        thing = thing[_place(thing, key)] if listed else getattr(thing, _field(thing, key))
    return thing


def _put(thing: Any, path: Path, value: Any) -> Any:
    """Return plain data with the value at a path changed; an item that is set to None is taken out."""
    key, *rest = path
    if isinstance(thing, tuple):
        place = _place(thing, key)
        new = _put(thing[place], tuple(rest), value) if rest else value
        return (*thing[:place], *(() if new is None else (new,)), *thing[place + 1 :])
    field = _field(thing, key)
    return replace(thing, **{field: _put(getattr(thing, field), tuple(rest), value) if rest else value})


def _field(thing: Any, key: str | int) -> str:
    field = str(key).replace("-", "_")
    if not hasattr(thing, field):
        raise KeyError(f"there is no key {key}")
    return field
