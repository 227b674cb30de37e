"""The section of a document that is open while it is read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.grammar import lists
from kg.grammar.digest import Intro


@dataclass(slots=True)
class Section:
    """The section that is open: what its points are, how they are introduced, what item they hang on."""

    kind: str = ""
    words: str = ""
    addressee: str = ""
    sub: str = ""
    sub_number: bool = False
    single: bool = False

    def intro(self) -> Intro:
        """Return what introduces the next point."""
        words = f"{self.words}: {self.sub}" if self.sub and self.words else self.sub or self.words
        named = lists.addressee(self.sub) if self.kind != "finding" else ""
        return Intro(self.kind, words, named or self.addressee)
