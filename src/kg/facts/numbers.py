"""Numbers and units of age, in figures or words."""

from __future__ import annotations

from typing import Final

from kg.grammar.numbers import NUMBER_WORDS

NUMBERS: Final = {word: number for number, word in enumerate(NUMBER_WORDS)}
"""Numbers written as words."""


N: Final = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"


UNIT: Final = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"


HALF: Final = r"(?:½|(?:[ -]and)?[ -]a[ -]half|\.5)"


ONE: Final = rf"{N}{HALF}?(?:[ -]*{UNIT})?(?:[ -]old)?"


def value(word: str) -> int | None:
    """The number that a word or figures stand for.

    >>> value("Seven"), value("14"), value("some")
    (7, 14, None)
    """
    word = word.lower()
    if word.isdecimal():
        return int(word)
    return NUMBERS.get(word)
