"""The section of a document that is open while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.grammar import lists
from kg.grammar.digest import Intro

if TYPE_CHECKING:
    from kg.grammar.leads import Lead
    from kg.grammar.units import Unit

POINTS: Final = ("finding", "recommendation", "action")
"""Kinds of sections whose paragraphs and items are points."""

_NUMBER: Final = re.compile(r"(?:section |part |step )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"\b(?:should|must|needs? to|will|(?:is|are) (?:asked|required|expected|advised) to)\s*:?\s*$",
    re.IGNORECASE,
)

_ANNOUNCED: Final = (
    ("recommendation", re.compile(r"\brecommend(?:s|ed|ations?)\b|\bactions\b", re.IGNORECASE)),
    ("finding", re.compile(r"\b(?:findings|lessons|learning|themes|issues)\b", re.IGNORECASE)),
)


@dataclass(slots=True)
class Section:
    """The section that is open: what its points are, how they are introduced, what item they hang on.

    `level` and `number` are those of its heading, where the page or a number shows them; `sub_level` is the
    level of the headings below it.
    """

    kind: str = ""
    words: str = ""
    addressee: str = ""
    sub: str = ""
    sub_number: bool = False
    single: bool = False
    level: int = 0
    number: tuple[int, ...] = ()
    sub_level: int = 0
    points: int = 0
    semicolons: bool = False
    unknown: bool = False

    @classmethod
    def of(cls, head: Lead, text: str, unit: Unit) -> Section:
        """Return the section that a heading opens."""
        return cls(
            head.kind,
            head.words,
            head.addressee,
            single=head.single,
            level=unit.level,
            number=_number(text, unit),
        )

    def intro(self) -> Intro:
        """Return what introduces the next point."""
        words = f"{self.words}: {self.sub}" if self.sub and self.words else self.sub or self.words
        named = lists.addressee(self.sub) if self.kind != "finding" else ""
        return Intro(self.kind, words, named or self.addressee)

    def continues(self, text: str, unit: Unit) -> bool:
        """Say whether a line goes on with the numbers of headings, and is no item of this section."""
        number = _number(text, unit)
        return len(self.number) > 0 and number == (*self.number[:-1], self.number[-1] + 1)

    def below(self, text: str, unit: Unit) -> Section:
        """Return what is open after a heading that says nothing of points: a part of this, or another."""
        words = text[unit.start : unit.end].rstrip(": ")
        number = _number(text, unit)
        beside = len(number) == len(self.number) > 0 and number > self.number
        level = 0 < unit.level <= self.level and self.sub_level != unit.level and self.points > 0
        if self.kind not in POINTS or beside or level:
            return Section("", words, level=unit.level, number=number, unknown=True)
        return replace(self, sub=words, sub_level=unit.level)


def announced(words: str) -> str:
    """Return what kind of points a sentence introduces that ends with a colon, if it says so.

    >>> announced("The Board is asked to:"), announced("It found these themes:"), announced("He had:")
    ('recommendation', 'finding', '')
    """
    if _ASKED.search(words) and lists.addressee(_ASKED.sub("", words).strip()):
        return "recommendation"
    return next((kind for kind, named in _ANNOUNCED if named.search(words)), "")


def _number(text: str, unit: Unit) -> tuple[int, ...]:
    match = _NUMBER.match(text, unit.start, unit.end)
    return tuple(map(int, match[1].split("."))) if match else ()
