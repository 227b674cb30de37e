# ruff: noqa: E501 - a pattern of a table stands on one line, where it can be read
"""Text as patterns like it, character for character; its sentences; what stands before a match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAT: Final = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014", "''\"\"-----")
_SPACE: Final = re.compile(r"\s")
_END: Final = re.compile(r"[.!?]['\")]*(?=\s+[\"'(]?[A-Z0-9])|;(?=\s)|[.!?]*\Z")

# Words before a match that say that it did not happen, or not here, or not for certain.
_BLOCK: Final = r"""
    no | not(?!\ (?:breath|respons)) | nor | never | without | neither | ruled\ out | rather\ than | denie[ds]
  | risks?\ (of|from) | at\ risk | vulnerab\w+ | (hi)?stor(y|ies)\ of | previous(ly)? | prior(?!\ to) | earlier
  | past | alleg\w+ | suspect\w* | suspicions?\ (of|that) | charg\w+ (\ \w+)?\ with | acquitted | cleared
  | accused | arrested | threat(s|ened)? | fears? | concern(s|ed)? | worr(y|ies|ied) | category | register
  | plan | expos(ed|ure) | witness\w* | domestic | parental | at\ first | initially | prevent\w* | advice
  | guidance | warn\w* | attempted | conspir\w+ | could\ have | may\ have | might\ have | possibl[ey]
"""
_BLOCKED: Final = re.compile(rf"\b({_BLOCK})(\W+\w+){{0,4}}\W*\Z", re.IGNORECASE | re.VERBOSE)
_FAR: Final = re.compile(
    r"\b(no evidence|concern(?:s|ed)?|alleg\w+|acquitted|charg\w+|not guilty)\b(\W+\w+){0,11}\W*\Z",
    re.IGNORECASE,
)
_BLOCKED_AFTER: Final = re.compile(
    r"\A(\W+\w+){0,3}\W+(ruled out|not found|not proven|unproven|was (not|dismissed)|were not|at first|awareness)\b",
    re.IGNORECASE,
)
# A concern about harm that is taken as known: "concerns about the neglect of"
_THE: Final = re.compile(r"\bconcerns? (?:about|regarding|over) the (?=(?:\w+ ){0,3}\Z)", re.IGNORECASE)
_HARM: Final = re.compile(r"(?:\w+ )?(?:abus|neglect|exploit)", re.IGNORECASE)
# A concern about a child of whom it is then told: "concerns about a boy who was abducted"
_TOLD: Final = re.compile(
    r".*\bconcerns? (?:about|regarding|over) .* who (?:was|were|had been|is|are)(?= )|\breview (?:also )?concerns\b",
    re.IGNORECASE,
)
_REACH: Final = 100  # characters before a match in which a blocking word counts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one up to a semicolon, with its place in the whole."""

    text: str
    start: int
    end: int


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern of the tables: whole words, any case; a space stands for any space or hyphen."""
    return re.compile(rf"\b(?:{words.replace(' ', '[ -]+')})\b", re.IGNORECASE)


def flat(text: str) -> str:
    r"""Straighten quotes, dashes and white space, keeping every character's place.

    >>> flat("Child\u2019s\xa0\u2013\nname")
    "Child's - name"
    """
    return _SPACE.sub(" ", text.translate(_FLAT))


def sentences(text: str) -> Iterator[Sentence]:
    """Split flat text at full stops and semicolons.

    >>> [s.text for s in sentences("It was so. He left; she stayed.")]
    ['It was so.', 'He left;', 'she stayed.']
    """
    start = 0
    for match in _END.finditer(text):
        while start < match.end() and text[start] == " ":
            start += 1
        if start < match.end():
            yield Sentence(text[start : match.end()], start, match.end())
        start = match.end()


def blocked(sentence: str, start: int, end: int, *, allow: str = "", known: bool = False) -> bool:
    """Say whether the words around a match deny it, put it elsewhere, or leave it open.

    Args:
        sentence: in which the match stands.
        start: of the match.
        end: of the match.
        allow: a pattern of blocking words that do not count.
        known: whether a concern about "the neglect" tells that there was neglect.
    """
    before = re.split(r"[,:(] ", sentence[max(0, start - _REACH) : start])[-1]
    before = _TOLD.sub(" ", before)
    if known and _HARM.match(sentence[start:end]):
        before = _THE.sub(" ", before)
    found = _BLOCKED.search(before) or _FAR.search(before)
    if found and not (allow and re.fullmatch(allow, found[1], re.IGNORECASE)):
        return True
    return bool(_BLOCKED_AFTER.match(sentence[end : end + _REACH]))
