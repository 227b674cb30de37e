"""Which units are the headings of reviews, and what title each gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.grammar import leads
from kg.grammar.furniture import is_furniture
from kg.grammar.labels import KEYWORDS, MONTH, OUTCOME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.units import Unit

_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]\s+")
_DATE: Final = re.compile(rf"(?:{MONTH}\s+)?(?:19|20)\d\d(?:[-/]\d{{2,4}})?\s*[-\u2013\u2014:]?\s*(?=[A-Z])")
_TYPE: Final = re.compile(
    r"\b(?:(?:(?:local |national |thematic )*child(?:ren'?s?)? safeguarding practice |serious case |"
    r"(?:safeguarding|child|extended child|concise child|significant (?:incident|case)|case management|"
    r"multi-agency|local|learning|case|rapid|partnership|thematic|domestic homicide|"
    r"domestic abuse related death|safeguarding adults?) (?:practice |learning |case )?)reviews?|"
    r"SCRs?|L?CSPRs?|DHRs?|SARs?|CPRs?)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"(?:Child(?:ren)?|Baby|Babies|Family|Young [Pp]erson|Adult|Siblings?|Case|Infant|Boy|Girl|"
    r"Teenager|Twins?)\s+[A-Z0-9][\w/&]{0,11}\b"
)
_ANY_NAME: Final = re.compile(
    r"\b(?:Child(?:ren)?|Baby|Babies|Family|Young [Pp]erson|Adult|Siblings?|Infant|Boy|Girl|Twins?|"
    r"CHILD(?:REN)?|BABY|FAMILY|SIBLINGS?)\s+[A-Z0-9][\w/&]{0,20}\b"
)
_MANY: Final = re.compile(r"\breviews\b", re.IGNORECASE)
_FORM: Final = re.compile(
    r"\b(?:(?:7|seven)[- ]minute|(?:one|1|single)[- ]page|on a page|at a glance|multi-agency|practitioners?"
    r"|learning|practice|executive|overview|full|final|concise|extended|thematic|local|independent|briefings?|summary|reports?"
    r"|reviews?|action plan|plan|poster|leaflet|bulletin|version|note|newsletter)\b",
    re.IGNORECASE,
)
_LINKING: Final = re.compile(
    r"\b(?:re|of|into|on|a|an|the|for|in|from|and|to|lessons?|findings?)\b|[\W_]", re.IGNORECASE
)
_BODY: Final = re.compile(
    r"\b(?:Partnerships?|Boards?|Committees?|Councils?|Trusts?|Authority|Police|Service|LSC[BP]|SC[BP]|NHS)$",
    re.IGNORECASE,
)
_OPENS_NO_REVIEW: Final = re.compile(
    r"(?:About|Why|How|What|When|Where|Purpose|Scope|Method|Learning from|Lessons from|Recent|"
    r"Latest|New|Published|Other|Contents)\b",
    re.IGNORECASE,
)
_YEAR_END: Final = re.compile(r"\((?:19|20)\d\d\)\.?\]?$")
_CITED: Final = re.compile(r"(?P<name>[^.:]{4,60})\.\s.*\((?:19|20)\d\d\)\.?$")
_ISSUED: Final = re.compile(r"\s*\((?:published|updated|added|issued)\b[^)]*\)$", re.IGNORECASE)
_LIBRARY: Final = re.compile(r"Title\s*:\s*")
_LIBRARY_NEXT: Final = re.compile(
    r"\s*[.]?\s*\b(?:LSCB|LSCP|(?:Corporate )?Authors?|Publisher|Date of publication|Published|Year|Record)"
    r"\s*:|\.\s+[A-Z][\w ]{2,40}:\s|\s*[.]?\s*$"
)
_WORDS: Final = 20


def title(text: str, unit: Unit) -> tuple[int, int]:
    """Return where a review's title stands in its heading: without its number, or a record's other fields."""
    if library := _LIBRARY.match(text, unit.start, unit.end):
        end = _LIBRARY_NEXT.search(text, library.end(), unit.end)
        return library.end(), end.start() if end else unit.end
    number = _NUMBER.match(text, unit.start, unit.end)
    start = number.end() if number else unit.start
    if (cited := _CITED.match(text, start, unit.end)) and _NAME.match(cited["name"]):
        return start, cited.end("name")
    issued = _ISSUED.search(text, start, unit.end)
    return start, issued.start() if issued else unit.end


def find(text: str, every: Sequence[Unit]) -> set[int]:
    """Return the numbers of the units that open a review."""
    found = {n for n in range(len(every)) if _is_heading(text, every, n)}
    found -= {n for n in found if n - 1 in found and _names(text, every[n - 1], every[n])}
    plain = {n for n in found if not _certain(text, every[n])}
    # a title and an introduction look like the heading of a review, but none of its parts follow
    return {n for n in found if n not in plain or _has_body(text, every, n, found)}


def _names(text: str, above: Unit, unit: Unit) -> bool:
    """Return whether a line gives the name that the heading above it lacks."""
    lacking = _TYPE.search(text, above.start, above.end) and not rest(text[slice(*title(text, above))])
    return bool(lacking) and not _TYPE.search(text, unit.start, unit.end) and not _certain(text, unit)


def looks(text: str, unit: Unit) -> bool:
    """Return whether a unit is short and ends as headings do."""
    words = text[unit.start : unit.end]
    return (
        len(words.split()) <= _WORDS
        and (words[-1] not in ".;,:!" or bool(_YEAR_END.search(words)))
        and words[0].isalnum()
        and not words[0].islower()
    )


def worth(name: str) -> float:
    """Return how much words look like a review's title: its type and name most, a body's name not at all.

    >>> [worth(name) for name in ("Learning review: Kit", "Child B", "Practice briefing", "Aley Board")]
    [3.0, 2.0, 0.25, 0.0]
    """
    if _BODY.search(name) and not _TYPE.search(name):
        return 0.0
    named = bool(rest(name))
    if _TYPE.search(name):
        return 3.0 if named else 1.0
    return 2.0 if _ANY_NAME.search(name) else 0.5 if named and not _FORM.search(name) else 0.25


def rest(name: str) -> str:
    """Return what a title says besides the type of review and the form of the document.

    >>> rest("Serious Case Review: overview report"), rest("Learning review: Kit")
    ('', 'Kit')
    """
    without = _FORM.sub(" ", _TYPE.sub(" ", name))
    return " ".join(_LINKING.sub(" ", without).split())


def _certain(text: str, unit: Unit) -> bool:
    """Return whether a heading is numbered or dated, or a library's record."""
    return bool(
        _DATE.match(text, unit.start, unit.end)
        or _NUMBER.match(text, unit.start, unit.end)
        or _LIBRARY.match(text, unit.start, unit.end)
    )


def _is_heading(  # noqa: PLR0911 - one answer for each shape that a heading has
    text: str, every: Sequence[Unit], number: int
) -> bool:
    unit = every[number]
    words = text[unit.start : unit.end]
    if is_furniture(words, unit.kind) or KEYWORDS.match(words):
        return False
    if _LIBRARY.match(words):
        return True
    if _YEAR_END.search(words) and _NAME.match(words) and len(words) < 300:  # noqa: PLR2004 - a citation's length
        return True
    if not looks(text, unit) or unit.kind == "bullet":
        return False
    begin, end = title(text, unit)
    name = text[begin:end]
    before_outcome = _outcome_follows(text, every, number)
    if before_outcome and _ANY_NAME.search(name):
        return True
    if leads.heading(text, unit.start, unit.end, marked=unit.kind == "heading") and not _TYPE.search(name):
        return False
    if _OPENS_NO_REVIEW.match(name) or (_MANY.search(name) and not _ANY_NAME.search(name)):
        return False
    dated = _DATE.match(name)
    if (
        dated
        and (len(name) > dated.end() + 2)
        and (re.search(r"[-\u2013\u2014]", name) or _NAME.search(name) or before_outcome)
    ):
        return True
    return bool(_TYPE.search(name) or _NAME.match(name) or before_outcome)


def _outcome_follows(text: str, every: Sequence[Unit], number: int) -> bool:
    after = every[number + 1] if number + 1 < len(every) else None
    return bool(
        after
        and after.kind == "paragraph"
        and OUTCOME.match(text, after.start, after.end)
        and not looks(text, after)
    )


def _has_body(text: str, every: Sequence[Unit], number: int, found: set[int]) -> bool:
    """Return whether a part of a review follows before the next heading."""
    for n in range(number + 1, len(every)):
        if n in found:
            return False
        unit = every[n]
        if leads.at(text, unit.start, unit.end) or leads.heading(
            text, unit.start, unit.end, marked=unit.kind == "heading"
        ):
            return True
        if OUTCOME.match(text, unit.start, unit.end):
            return True
    return False
