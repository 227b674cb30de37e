"""Decisions to files and back: each is written at once, and what others changed meanwhile is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.curation.desk import ChangedMeanwhileError, check, restore, save, uninterrupted
from kg.errors import ProblemsFound
from kg.files import shown

if TYPE_CHECKING:
    from pathlib import Path

    from kg.curation.state import Deed
    from kg.curation.walk import Walk
    from kg.records import Review


def write(walk: Walk, review: Review, deeds: tuple[Deed, ...], told: str) -> None:
    """Write a review as it was decided and note the step; say what was done, or why it was not.

    Args:
        walk: whose state is changed in one step with the file.
        review: as it was decided.
        deeds: what was done, each time it was.
        told: the same in words, without a full stop.
    """
    held = walk.state.of(review.id)
    try:
        with uninterrupted():
            walk.state = walk.state.written(save(held, review), deeds, told)
    except ChangedMeanwhileError as error:
        _take_over(walk, error)
        walk.voice.say("Nothing was written: look at it once more.")
    except ProblemsFound as error:
        walk.voice.say("This cannot be written, and nothing was changed:")
        _list(walk, error)
    else:
        walk.voice.say(f"{told}.")


def undo(walk: Walk) -> None:
    """Take the last step back: the file that it wrote is again what it was, to the byte."""
    step = walk.state.steps[-1]
    try:
        with uninterrupted():
            back = restore(walk.state.at(step.path), step.before) if step.path else None
            walk.state = walk.state.undone(back)
    except ChangedMeanwhileError as error:
        _take_over(walk, error)
    except ProblemsFound as error:
        _leave_out(walk, step.path, error)
    else:
        walk.voice.say(f"Undone: {step.told}.")


def is_stale(walk: Walk, path: Path) -> bool:
    """Read a file again where it is no longer what was read, and say so."""
    try:
        check(path, walk.state.at(path).text)
    except ChangedMeanwhileError as error:
        _take_over(walk, error)
    except ProblemsFound as error:
        _leave_out(walk, path, error)
    else:
        return False
    return True


def _take_over(walk: Walk, error: ChangedMeanwhileError) -> None:
    """Go on with what others made of a file."""
    walk.state = walk.state.settled(error.held.path).with_file(error.held)
    walk.voice.say(f"{error} What was decided in it before can no longer be undone here.")


def _leave_out(walk: Walk, path: Path | None, error: ProblemsFound) -> None:
    """Go on without a file that is no record any more."""
    if path is not None:
        walk.state = walk.state.without(path)
        walk.voice.say(f"{shown(path)} is no valid record any more, and is left out of this walk:")
    _list(walk, error)
    walk.voice.say("Correct it, and run kg review again.")


def _list(walk: Walk, error: ProblemsFound) -> None:
    for problem in error.problems:
        for line in str(problem).splitlines():
            walk.voice.say(line.strip(), "  ", "    ")
