"""The texts that evidence refers to: passages compared with what was recorded, and quoted.

Offsets count Unicode characters of the text as it is, with no translation of line ends; a digest is of the
UTF-8 bytes of the raw slice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.records import Evidence, Records

CONTEXT: Final = 32
"""Characters of a quote's prefix and suffix."""

_NEARBY: Final = 40  # offsets tried to each side of a passage that has moved
_SHORT: Final = 12  # characters of a digest that a message shows


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage, and those around it, as the Web Annotation model has them."""

    exact: str
    prefix: str
    suffix: str


def problems(records: Records, texts: Mapping[str, str]) -> list[Problem]:
    """Return every passage of the records whose words are not those that its digest was made of.

    Args:
        records: all records.
        texts: the text of each source by its id; sources without one are passed over.

    Returns:
        A problem for each such passage; where the words stand close by, it says at what offsets.
    """
    return [
        Problem(*_misplaced(evidence, texts[source]), path, evidence.line, record, "evidence")
        for source, evidence, path, record in _passages(records)
        if source in texts and not fits(texts[source], evidence)
    ]


def quote(text: str, evidence: Evidence) -> Quote:
    """Return the raw words of a passage, with up to `CONTEXT` characters to each side.

    Example:
        >>> from kg.records import Evidence
        >>> quote("A baby. Her name is not given.", Evidence(8, 16, "")).exact
        'Her name'
    """
    start, end = evidence.start, evidence.end
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _passages(records: Records) -> Iterator[tuple[str, Evidence, str, str]]:
    """Yield source, evidence, file and record of every passage."""
    for source in records.sources:
        for issue in source.issues:
            yield source.id, issue.evidence, source.path, source.id
    for review in records.reviews:
        for statement in review.statements:
            if statement.orphaned is None:  # its words stand in another text
                yield review.source, statement.evidence, review.path, statement.id


def fits(text: str, evidence: Evidence) -> bool:
    """Say whether a passage's words are those that its digest was made of.

    Args:
        text: of the source.
        evidence: the passage.
    """
    return _fits(text, evidence, evidence.start, evidence.end)


def _fits(text: str, evidence: Evidence, start: int, end: int) -> bool:
    return 0 <= start < end <= len(text) and _digest(text[start:end].encode()) == evidence.sha256


def _misplaced(evidence: Evidence, text: str) -> tuple[str, str]:
    """Say what is wrong with a passage, and where its words stand if they stand close by."""
    start, end = evidence.start, evidence.end
    if end > len(text):
        what = f"the passage {start} to {end} runs past the end of the text, which has {len(text)} characters"
    else:
        here = _digest(text[start:end].encode())
        what = (
            f"the words at {start} to {end} are not those that were recorded:"
            f" their digest is {here[:_SHORT]}..., and the record has {evidence.sha256[:_SHORT]}..."
        )
    nearby = next((at for at in _around(start, end) if _fits(text, evidence, *at)), None)
    remedy = (
        f"the words stand at {nearby[0]} to {nearby[1]}: set start to {nearby[0]} and end to {nearby[1]}"
        if nearby
        else "find the words in the text and correct start and end; for other words, correct the digest too"
    )
    return what, remedy


def _around(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield passages near one: moved, or with another start, or with another end; the closest first."""
    for by in (step for size in range(1, _NEARBY + 1) for step in (size, -size)):
        yield start + by, end + by
        yield start + by, end
        yield start, end + by
