"""The walk: shows one thing to decide, takes a key, does what it says, and goes on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.curation.acts import act
from kg.curation.screen import screen
from kg.curation.writing import is_stale

if TYPE_CHECKING:
    from kg.curation.walk import Walk


def take(walk: Walk) -> None:
    """Ask for every item of the queue in turn, until the person stops or there is nothing left to undo.

    Raises:
        KeyboardInterrupt: the person stopped by Ctrl-C; what was decided is in the files and in the state.
    """
    while walk.state.queue or walk.state.steps:
        item = next(iter(walk.state.queue), None)
        if item is not None and is_stale(walk, walk.state.of(item.review).path):
            continue
        if item is not None:
            walk.voice.show(screen(walk.state, item, walk.known, walk.voice.look))
        else:
            walk.voice.show([walk.voice.look.rule()])
            walk.voice.say("That was the last one.   u undo   q quit")
        while (key := walk.voice.key()) not in {None, "q"} and not act(walk, item, key or ""):
            pass
        if key in {None, "q"}:
            return
