"""A walk through what is proposed, while it is under way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.curation.screen import Known
    from kg.curation.state import State
    from kg.curation.voice import Voice


@dataclass(slots=True)
class Walk:
    """A walk that is under way.

    Attributes:
        state: how far it has got; it changes in one step with the files.
        known: vocabulary and texts, for the screens.
        voice: the talk with the person.
        on: today, as an ISO date: the date of every decision.
    """

    state: State
    known: Known
    voice: Voice
    on: str
