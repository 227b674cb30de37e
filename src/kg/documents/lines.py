"""The raw text cut into lines, each made even, with the place of each character."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_END: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ODD: Final = re.compile("[^!-~ ]|  +")
_GONE: Final = frozenset(
    "\ufeff\u200b\u200c\u200d\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SAME: Final = (
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
    | dict.fromkeys("\u2010\u2011", "-")
    | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)
SOFT: Final = "\u00ad"
"""A soft hyphen; it stays at the end of a line until lines are joined."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line made even: its text, the raw place of each character, its number, and whether a page begins."""

    text: str
    at: list[int]
    number: int
    page: bool


def lines(raw: str) -> list[Line]:
    r"""Return the lines of a text, the empty ones too.

    Example:
        >>> [(line.text, line.at) for line in lines("\ufb01t \u00a0\n")]
        [('fit', [0, 0, 1]), ('', [])]
    """
    return list(_cut(raw))


def _cut(raw: str) -> Iterator[Line]:
    start, number, page = 0, 1, False
    for end in _END.finditer(raw):
        yield _even(raw, start, end.start(), number, page=page)
        start, page = end.end(), end[0] == "\f"
        number += end[0] in ("\n", "\r\n", "\r")
    yield _even(raw, start, len(raw), number, page=page)


def _even(raw: str, start: int, end: int, number: int, *, page: bool) -> Line:
    texts: list[str] = []
    at: list[int] = []
    done = start
    for odd in _ODD.finditer(raw, start, end):
        texts.append(raw[done : odd.start()])
        at.extend(range(done, odd.start()))
        for text in _same(odd[0]):
            if text != " " or not (texts and _last(texts) == " "):
                texts.append(text)
                at.append(odd.start())
        done = odd.end()
    texts.append(raw[done:end])
    at.extend(range(done, end))
    return _stripped("".join(texts), at, number, page=page)


def _last(texts: list[str]) -> str:
    return next((text[-1] for text in reversed(texts) if text), "")


def _same(odd: str) -> str:
    """Return what an odd character, or a run of spaces, is made."""
    if odd[0] == " " or odd in _GONE:
        return " " if odd[0] == " " else ""
    if odd in _SAME:
        return _SAME[odd]
    return " " if odd.isspace() or unicodedata.category(odd) == "Cc" else odd


def _stripped(text: str, at: list[int], number: int, *, page: bool) -> Line:
    """Return a line without spaces at its ends, runs of them, or soft hyphens within."""
    keep = [
        index
        for index, character in enumerate(text)
        if not (character == " " and (index == 0 or text[index - 1] == " "))
    ]
    while keep and text[keep[-1]] == " ":
        keep.pop()
    keep = [i for n, i in enumerate(keep) if text[i] != SOFT or n == len(keep) - 1]
    if len(keep) != len(text):
        text, at = "".join(text[i] for i in keep), [at[i] for i in keep]
    return Line("" if text == SOFT else text, [] if text == SOFT else at, number, page)
