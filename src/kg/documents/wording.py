"""A passage in its document's own words, and the statements that say they are in those and are not."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from kg.documents.evidence import fits
from kg.documents.normalise import normalise
from kg.errors import Problem
from kg.records.tree import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.documents.normal import Normal
    from kg.records import Records

_SHOWN: Final = 60
_BEFORE: Final = 20  # characters shown before the first that is another


def clean(text: str) -> str:
    r"""Return text as a record may hold it: on one line, without characters that cannot be seen.

    Example:
        >>> clean(" a\n b\u200e ")
        'a b'
    """
    return " ".join(FORBIDDEN.sub("", " ".join(text.split())).split())


def words(raw: str, normal: Normal, start: int, end: int) -> str:
    r"""Return a passage in the document's own characters, white space made single.

    What the even form leaves out is left out: hyphens that divide a word, headers and footers.

    Args:
        raw: the document's text, which offsets count in.
        normal: its even form.
        start: offset of the first character.
        end: offset after the last.

    Example:
        >>> raw = "The health\nvisitor\u2019s   notes."
        >>> ascii(words(raw, normalise(raw), 4, 29))
        "'health visitor\\u2019s notes.'"
    """
    at, even = normal.at, normal.text
    first, after = bisect_left(at, start), bisect_left(at, end)
    places = (i for i in range(first, after) if i == first or at[i] != at[i - 1])
    return clean("".join(" " if even[i].isspace() else raw[at[i]] for i in places))


def altered(records: Records, texts: Mapping[str, str]) -> list[Problem]:
    """Return the statements that are said to be in the source's words, word for word, and are not.

    Args:
        records: all records; statements whose passage is misplaced are passed over, see `problems`.
        texts: the text of each source by its id; sources without one are passed over.
    """
    own = [
        (review, statement, statement.evidence)
        for review in records.reviews
        for statement in review.statements
        if statement.wording == "verbatim" and not statement.orphaned and review.source in texts
        if fits(texts[review.source], statement.evidence)
    ]
    even = {source: normalise(texts[source]) for source in {review.source for review, *_ in own}}
    found = []
    for review, statement, passage in own:
        text = texts[review.source]
        said = words(text, even[review.source], passage.start, passage.end)
        if statement.text not in (said, clean(text[passage.start : passage.end])):
            told = _told(statement.text, said)
            found.append(Problem(*told, review.path, statement.line, statement.id, "text"))
    return found


def _told(text: str, said: str) -> tuple[str, str]:
    """Say where a text leaves its source's words, and what to do."""
    pairs = enumerate(zip(text, said, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(text), len(said)))
    here, there = (_near(one, at) for one in (text, said))
    what = f"the wording is 'verbatim', and the text says {here} where the source says {there}"
    remedy = "if you mean these words, write 'wording: paraphrase'; else write the source's own"
    return what, remedy


def _near(text: str, at: int) -> str:
    """Return the part of a text about a place, from the beginning of a word."""
    start = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1 if at > _BEFORE else 0
    part = text[start : start + _SHOWN]
    return f"'{'…' if start else ''}{part}{'…' if start + _SHOWN < len(text) else ''}'"
