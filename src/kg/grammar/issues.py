"""The issues that a bulletin names for all its reviews together, in its introduction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.grammar import digest, units
from kg.grammar.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED: Final = r"(?:issues|themes|topics|subjects|concerns|factors)"
_INTRODUCES: Final = re.compile(
    rf"\b{_NAMED}(?:,? (?:including|such as|(?:which |that )?include|are):?|:)\s+(?=[a-z])"
    rf"|\bfeaturing:?\s+(?!an?\b|the\b|several\b|many\b|{_NAMED})(?=[a-z])"
)
_FEWEST: Final = 2
_LONGEST: Final = 8  # words of an issue


def issues(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield each issue that an introduction lists after a number of reviews.

    Example:
        >>> words = "Ten case reviews were published, featuring issues including sleep, drift and culture."
        >>> [words[s.start : s.end] for s in issues(words, 0, len(words))]
        ['sleep', 'drift', 'culture']
    """
    for first, after in units.sentences(text, start, end):
        lead = _INTRODUCES.search(text, first, after)
        if not lead or "review" not in text[first : lead.start()].lower():
            continue
        items = [digest.trimmed(text, *item) for item in _items(text, lead.end(), after)]
        if len(items) >= _FEWEST and all(0 < len(text[a:b].split()) <= _LONGEST for a, b in items):
            yield from (Span("issue", a, b) for a, b in items)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    found = list(digest.commas(text, start, end))
    joint = text.find(" and ", start, end)
    if len(found) == 1 and joint > 0:
        found = [(start, joint), (joint + len(" and "), end)]
    yield from found
