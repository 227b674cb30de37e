"""How far the lists of a review are all that it made, as far as its statements tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.records import Coverage
from kg.records.incident import UNSTATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.records import Statement

_NOTES: Final = {
    "findings": (
        ("none", re.compile(r"no (?:findings|learning|lessons)\b", re.IGNORECASE)),
        ("embedded", re.compile(r".*\b(?:findings|learning|lessons)\b.*\brecommendations\b", re.IGNORECASE)),
    ),
    "recommendations": (
        ("none", re.compile(r"(?:(?:there (?:are|were)|makes?|made) )?no recommendations\b", re.IGNORECASE)),
        ("embedded", re.compile(r".*\brecommendations\b.*\b(?:findings|learning|lessons)\b", re.IGNORECASE)),
    ),
}
"""What a note says where a review has no findings or recommendations of its own; the first that fits."""


def coverage(statements: Sequence[Statement]) -> Coverage:
    """Return the coverage of a review: `partial` for what it has, else what a note says, or `unstated`.

    Example:
        >>> coverage(()).findings
        'unstated'
    """
    notes = [statement.text for statement in statements if statement.kind == "note"]

    def of(part: str, kind: str) -> str:
        if any(statement.kind == kind for statement in statements):
            return "partial"
        said = (code for code, words in _NOTES[part] if any(map(words.match, notes)))
        return next(said, UNSTATED)

    return Coverage(of("findings", "finding"), of("recommendations", "recommendation"))
