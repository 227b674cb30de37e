"""Which paragraph of a review is its summary: the one that tells what happened to whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.grammar import units
from kg.grammar.labels import CHILD, HARM, OUTCOME

if TYPE_CHECKING:
    from kg.grammar.units import Unit

_PREAMBLE: Final = re.compile(
    r"(?:(?:This|The) (?:briefing|document|page|summary|leaflet|bulletin|newsletter|plan|poster|resource)\b"
    r"(?! (?:is about|tells|concerns|considers|describes) "
    r"(?!how\b|what\b|the (?:learning|lessons|findings)\b))"
    r"|Version \d|Published|Date\b|Author|Please|Welcome|We (?:use|have)\b|To (?:find|read|see|download)\b"
    r"|For (?:more|further|a copy))",
    re.IGNORECASE,
)
_PROCESS: Final = re.compile(
    r"\b(?:was|were|has been) (?:carried out|conducted|commissioned|undertaken|completed|published)\b"
    r"|\bcontributed to (?:this|the) (?:report|review)\b",
)
_FEWEST: Final = 5  # words


def tells(text: str, start: int, end: int) -> bool:
    """Say whether a passage tells what happened to a child.

    >>> tells("Kit, a boy of 4, was found alone.", 0, 33), tells("This review took a year.", 0, 24)
    (True, False)
    """
    if OUTCOME.match(text, start, end):
        return True
    told = bool(HARM.search(text, start, end)) and bool(CHILD.search(text, start, end))
    return told and not _PREAMBLE.match(text, start, end)


def end(text: str, start: int, stop: int) -> int:
    """Return where a summary ends: before sentences at its end that tell of the review and not of the case.

    >>> end("A girl of 3 died. The review was completed in May.", 0, 50)
    17
    """
    said = list(units.sentences(text, start, stop))
    while len(said) > 1 and _PROCESS.search(text, *said[-1]) and not HARM.search(text, *said[-1]):
        said.pop()
    return said[-1][1] if said else stop


def may_be(text: str, unit: Unit) -> bool:
    """Say whether a paragraph may stand in for a summary where none tells what happened."""
    words = text[unit.start : unit.end]
    return (
        not units.is_item(text, unit)
        and len(words.split()) >= _FEWEST
        and not _PREAMBLE.match(words)
        and words[-1] not in ":;"
    )
