"""A talk with a person in lines that fit their terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.curation.look import Look
from kg.records.tree import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.curation.talk import Talk


@dataclass(frozen=True, slots=True)
class Voice:
    """Where keys come from and lines go, and how the lines look."""

    talk: Talk
    look: Look = field(default_factory=Look)

    def say(self, text: str, indent: str = "", hanging: str | None = None) -> None:
        """Show a text, in lines that fit."""
        self.talk.say(*self.look.wrap(text, indent, hanging))

    def show(self, lines: Iterable[str]) -> None:
        """Show lines as they are."""
        self.talk.say(*lines)

    def key(self) -> str | None:
        """Return the next key, or None where there are no more."""
        return self.talk.key()

    def line(self) -> str | None:
        """Return the next line that is typed, in characters that a record may have, or None at the end."""
        typed = self.talk.line()
        return None if typed is None else FORBIDDEN.sub("", typed).strip()
