"""How far a walk has got: the files, what was passed over, and the steps that can be taken back; pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kg.curation.items import proposals, queue

if TYPE_CHECKING:
    from pathlib import Path

    from kg.curation.desk import Held
    from kg.curation.items import Item

Deed = Literal["accepted", "rejected", "changed", "added", "deleted", "skipped"]
"""What a key may do, in the order in which it is counted up at the end."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one key did.

    Attributes:
        deeds: what was done, each time it was.
        told: the same in words.
        passed: what was passed over before the step.
        path: the file that was written, or None.
        before: the text of that file before the step.
    """

    deeds: tuple[Deed, ...]
    told: str
    passed: frozenset[Item]
    path: Path | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where a walk is.

    Attributes:
        held: the files, in the order of the walk.
        passed: what was passed over in this walk.
        steps: those that can be taken back, the last one last.
        past: what was done and can no longer be taken back.
    """

    held: tuple[Held, ...]
    passed: frozenset[Item] = frozenset()
    steps: tuple[Step, ...] = ()
    past: tuple[Deed, ...] = ()

    @property
    def queue(self) -> list[Item]:
        """What is left to be asked, in order."""
        return queue((one.review for one in self.held), self.passed)

    @property
    def left(self) -> int:
        """How many proposals no one has decided, those that were passed over among them."""
        return proposals(queue(one.review for one in self.held))

    @property
    def tally(self) -> Counter[Deed]:
        """How often each thing was done and not taken back."""
        return Counter([*self.past, *(deed for step in self.steps for deed in step.deeds)])

    def of(self, review: str) -> Held:
        """Return the file of a review, by its id."""
        return next(one for one in self.held if one.review.id == review)

    def at(self, path: Path) -> Held:
        """Return what a file held when it was last read or written."""
        return next(one for one in self.held if one.path == path)

    def written(self, held: Held, deeds: tuple[Deed, ...], told: str) -> State:
        """Return the state after a file was written."""
        step = Step(deeds, told, self.passed, held.path, self.at(held.path).text)
        return replace(self.with_file(held), steps=(*self.steps, step))

    def skipped(self, item: Item, told: str) -> State:
        """Return the state after an item was passed over."""
        step = Step(("skipped",), told, self.passed)
        return replace(self, passed=self.passed | {item}, steps=(*self.steps, step))

    def undone(self, held: Held | None) -> State:
        """Return the state before the last step; a file that it wrote is given as it is again."""
        step = self.steps[-1]
        back = replace(self, passed=step.passed, steps=self.steps[:-1])
        return back if held is None else back.with_file(held)

    def with_file(self, held: Held) -> State:
        """Return the state with a file as it is now."""
        return replace(self, held=tuple(held if one.path == held.path else one for one in self.held))

    def without(self, path: Path) -> State:
        """Return the state without a file."""
        return replace(self.settled(path), held=tuple(one for one in self.held if one.path != path))

    def settled(self, path: Path) -> State:
        """Return the state where steps that wrote a file can no longer be taken back: others changed it."""
        deeds = (deed for step in self.steps if step.path == path for deed in step.deeds)
        kept = tuple(step for step in self.steps if step.path != path)
        return replace(self, past=(*self.past, *deeds), steps=kept)
