# ruff: noqa: E501 - a pattern of a table stands on one line, where it can be read
"""When it happened, only as exactly as the summary says: a year, a month or a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.facts.text import Sentence

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH: Final = "|".join(_MONTHS)
_DATE: Final = re.compile(
    rf"\b(?:(?:in|on|during)(?: the)?(?: (?:early|late|mid|middle of|beginning of|end of|start of|last week of|first week of|weekend of|night of|morning of|evening of|spring of|summer of|autumn of|winter of|spring|summer|autumn|or (?:around|about)))?(?: (?:spring|summer|autumn|winter)(?: of)?)?[ -]|,? )"
    rf"(?P<date>(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?:(?P<month>{_MONTH}),? )?(?P<year>(?:19|20)\d\d))\b(?![/-]\d)",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:published|born|commissioned|completed|began|started|care (?:order|proceeding)s?|convicted|sentenced|guilty|arrested|charged|referred|moved|placed|trial|known|previously|inspection|removed|adopted|arrived|inquest)\b[^.;]*\Z|\b(?:since|from|until|between|to|before|prior to|by)(?: early| late| the)*\s*\Z|\bbetween [^.;]* and\s*\Z|\bfrom [\w ]* to\s*\Z",
    re.IGNORECASE,
)
_ADMISSION: Final = re.compile(
    r"\b(?:admi(?:tted|ssion)|taken(?! (?:abroad|overseas|out of|from home))|brought|presented|presenting|attended|rushed|airlifted)\b[^.;]*\Z",
    re.IGNORECASE,
)
_BECAUSE: Final = re.compile(
    r"\b(?:(?:presentation|admission)\b[^.;]{0,30}\b(?:was|were) (?:due to|because of|the result of|caused by|as a result of|following|after)"
    r"|(?:admitted|taken|brought|rushed|airlifted)\b[^.;]{0,60}\b(?:following|after|because of|due to|as a result of) (?:an? |the |being )?(?:\w+ ){0,2}?(?:injur|accident|overdos|assault|attack|collaps|fall|stabb|shot|shak))",
    re.IGNORECASE,
)
_HAPPENED: Final = re.compile(
    r"\b(?:died|was (?:found dead|killed|murdered|stabbed|injured|assaulted)|were killed|death (?:was|occurred|happened)|took (?:his|her|their) own li(?:fe|ves)|incident (?:occurred|happened|took place))\b[^.;]*\Z",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\A\s*(?:-|to|and|until|onwards)\s*(?:\w+ )?(?:19|20)\d\d|\A onwards", re.IGNORECASE
)


# "between March and June 2018" is no more exact than the year
_WITHIN: Final = re.compile(
    rf"\b(?:between|from) (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH}) (?:and|to|until) (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH}) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def occurred(told: Sentence, later: Sequence[Sentence]) -> Fact[str] | None:
    """Find when the event happened, in the sentence that tells it or one that repeats it.

    Args:
        told: the sentence that tells what happened.
        later: those that follow it.
    """
    whole = [told, *later]
    because = any(_BECAUSE.search(sentence.text) for sentence in whole)
    for sentence in whole:
        found = set()
        for match, value in _dates(sentence.text):
            before = sentence.text[: match.start()]
            near = re.split(r", (?!\d)|\bdied\b|\bkilled\b", before)[-1]
            if _ELSEWHERE.search(near) or _RANGE.match(sentence.text[match.end() :]):
                continue
            if _ADMISSION.search(before) and not because:
                continue
            if sentence is told or _HAPPENED.search(before):
                found.add(
                    Fact(value, sentence.start + match.start("date"), sentence.start + match.end("date"))
                )
        if not found and sentence is told and (within := _WITHIN.search(sentence.text)):
            before = sentence.text[: within.start()]
            if before and not _ELSEWHERE.search(before) and not _ADMISSION.search(before):
                start = sentence.start + within.start("year")
                found.add(Fact(within["year"], start, start + len(within["year"])))
        if found:
            return found.pop() if len({fact.value for fact in found}) == 1 else None
    return None


def _dates(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _DATE.finditer(text):
        year, month, day = match["year"], match["month"], match["day"]
        if month is None and (day is not None or not re.match(r"in|during", match[0], re.IGNORECASE)):
            continue
        value = year
        if month:
            value += f"-{_MONTHS.index(month.lower()) + 1:02}"
        if day and 1 <= int(day) <= 31:  # noqa: PLR2004 - days of a month
            value += f"-{int(day):02}"
        yield match, value
