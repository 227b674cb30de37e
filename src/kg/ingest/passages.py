"""Passages of a document's text: its own words, their digest, and where they stand in a later text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.documents import normalise, words
from kg.records import Evidence

if TYPE_CHECKING:
    from kg.documents import Normal

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Passages:
    """An extracted text, with its even form; offsets are those of the extracted text."""

    raw: str
    normal: Normal

    @classmethod
    def of(cls, raw: str) -> Passages:
        """Return the passages of an extracted text."""
        return cls(raw, normalise(raw))

    def even(self, start: int, end: int) -> str:
        """Return a passage in the text's even form, which patterns read."""
        at = self.normal.at
        return self.normal.text[bisect_left(at, start) : bisect_left(at, end)]

    def words(self, start: int, end: int) -> str:
        """Return a passage in the document's own characters; see `kg.documents.words`."""
        return words(self.raw, self.normal, start, end)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return where a passage stands, with the digest of its raw slice."""
        return Evidence(start, end, sha256(self.raw[start:end].encode()).hexdigest())

    def find(self, words: str, near: int, within: tuple[int, int]) -> tuple[int, int] | None:
        """Return where words stand in a part of the text, whatever stands between them but letters.

        Args:
            words: to be found, one after the other.
            near: the place that the one of several is to be closest to.
            within: start and end of the part.
        """
        wanted = r"[\W_]+".join(map(re.escape, _WORD.findall(words)))
        if not wanted:
            return None
        found = re.compile(rf"(?<![^\W_]){wanted}(?![^\W_])", re.IGNORECASE).finditer(self.raw, *within)
        return min((match.span() for match in found), key=lambda span: abs(span[0] - near), default=None)


def key(text: str) -> str:
    r"""Return what two texts of the same words have in common, whatever their case, quotes and breaks.

    Example:
        >>> key("The Child's  \u2018voice\u2019") == key("the child\u2019s 'voice'")
        True
    """
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def moved(
    start: int, end: int, *, old: tuple[Evidence, str | None], new: tuple[Evidence, Passages]
) -> tuple[int, int] | None:
    """Return where words of a passage stand now that the passage stands elsewhere, or is worded otherwise.

    Args:
        start: offset of the words in the old text.
        end: offset after them.
        old: the passage they stood in, and the old text where it is known.
        new: the passage as it stands now, and the new text.

    Returns:
        The words' place in the new text, or None where the passage has them no more, or none can tell.
    """
    (was, text), (now, passages) = old, new
    by = now.start - was.start
    if was.sha256 == now.sha256:
        return start + by, end + by
    if text is None:
        return None
    share = (start - was.start) / max(1, was.end - was.start)
    near = now.start + round(share * (now.end - now.start))
    return passages.find(text[start:end], near, (now.start, now.end))
