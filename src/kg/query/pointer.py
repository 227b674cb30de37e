"""Says where a query is not understood, and what may be meant; loaded only when one is not."""

from __future__ import annotations

import re
from typing import Final

from kg.query import tokens
from kg.query.words import meant, misspelt

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_REASON: Final = re.compile(r"[A-Z][A-Za-z]* [A-Za-z' ]+")
_KEYWORD: Final = re.compile(r"(?!LATERAL|SERVICE)[A-Z]{2,}")
_FEW: Final = 6  # keywords that a message names


def pointed(text: str, message: str) -> str:
    """Return the engine's message with the line it means, and a mark under the place."""
    number, column, hint = _misspelt(text) or place(message)
    lines = text.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    blank = re.sub(r"[^\t]", " ", line[: column - 1])
    return f"The query is not understood at line {number}, column {column}.{hint}\n  {line}\n  {blank}^"


def _misspelt(text: str) -> tuple[int, int, str] | None:
    """Return the place of the first word that is no word of SPARQL: the engine often gives up far from it."""
    token = misspelt(tokens.tokens(text))
    if token is None:
        return None
    before = text[: token.start]
    return before.count("\n") + 1, token.start - before.rfind("\n"), f" {meant(token.text)}"


def place(message: str) -> tuple[int, int, str]:
    """Return the line and column that the engine's message names, from 1, and what it says in words.

    Example:
        >>> place("error at 2:9: expected one of LATERAL, OPTIONAL, ['a'..'z']")
        (2, 9, ' Expected here: OPTIONAL.')
    """
    match = _PLACE.match(message)
    if match is None:
        return 1, 1, f" {message}"
    return int(match[1]), int(match[2]), _hint(match[3].removeprefix("one of ").split(", "))


def _hint(expected: list[str]) -> str:
    """Return what the engine expected, as far as it says so in words."""
    reasons = [each for each in expected if _REASON.fullmatch(each)]
    keywords = [each for each in expected if _KEYWORD.fullmatch(each)]
    if reasons:
        return f" {'; '.join(reasons)}."
    return f" Expected here: {', '.join(keywords)}." if 0 < len(keywords) <= _FEW else ""
