"""The files that decisions are written to: read whole, compared, validated, written whole.

A decision is on the disk before the next one is asked for. A file that somebody changed meanwhile is never
written over: it is read again, and the person told.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError, ProblemsFound
from kg.files import read_text, shown, write_text
from kg.records import read_review
from kg.records.edit import rewrite_review
from kg.records.together import held as holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.errors import Problem
    from kg.records import Review


@dataclass(frozen=True, slots=True)
class Held:
    """A review's file as it was read last.

    Attributes:
        path: of the file.
        text: the whole of it.
        review: what it holds.
    """

    path: Path
    text: str
    review: Review


class ChangedMeanwhileError(KgError):
    """A file is no longer what was read of it; it was left as it is, and carries what is there now."""

    def __init__(self, held: Held) -> None:
        self.held = held
        super().__init__(f"{shown(held.path)} was changed by another program, and was read again.")


def hold(path: Path) -> Held:
    """Read a review's file.

    Raises:
        ProblemsFound: all that is wrong with it.
    """
    text = read_text(path)
    return Held(path, text, read_review(text, shown(path)))


def hold_all(folder: Path) -> tuple[list[Held], list[Problem]]:
    """Return the reviews of a folder of records, in order of source and item, and what cannot be read.

    Args:
        folder: holds `reviews/`; a file that cannot be read costs only itself.
    """
    held: list[Held] = []
    problems: list[Problem] = []
    for path in sorted((folder / "reviews").glob("*.yaml")):
        if path.name.startswith("."):
            continue
        try:
            held.append(hold(path))
        except ProblemsFound as error:
            problems += error.problems
    return sorted(held, key=lambda one: (one.review.source, one.review.item, one.review.alias)), problems


def save(held: Held, review: Review) -> Held:
    """Write a review to its file, comments and order kept, and return what the file is now.

    Raises:
        ChangedMeanwhileError: the file is another than was read, and was left alone.
        ProblemsFound: the record would not be valid, or the file is none any more; it was left alone.
        BuildError: the file cannot be written; it was left alone.
    """
    return _put(Held(held.path, rewrite_review(held.text, review, shown(held.path)), review), held.text)


def restore(held: Held, text: str) -> Held:
    """Write a file's earlier text back, to the byte; raises as `save` does."""
    return _put(Held(held.path, text, read_review(text, shown(held.path))), held.text)


def _put(new: Held, before: str) -> Held:
    with holding(new.path.parent.parent):
        check(new.path, before)
        _clear(new.path)
        write_text(new.path, new.text)
    return new


def _clear(path: Path) -> None:
    """Remove what a run that was killed while it wrote left beside a file (see `kg.files.write_text`)."""
    for left in path.parent.glob(f".{path.name}.*"):
        if left.suffix[1:].isdecimal():
            left.unlink()


def check(path: Path, text: str) -> None:
    """See that a file is what was read of it; raises as `save` does where it is not."""
    if read_text(path) != text:
        raise ChangedMeanwhileError(hold(path))


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until what was begun is done: a file written, and the decision counted."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if came:
        raise KeyboardInterrupt
