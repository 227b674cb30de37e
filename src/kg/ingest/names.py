"""Names for what a document gives: its id, its date where it states one plainly, its reviews' aliases."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.facts.text import flat, pattern
from kg.facts.titles import FORMS, TYPES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

LONGEST_ID: Final = 32
LONGEST_ALIAS: Final = 40

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH: Final = "|".join(_MONTHS)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH})\W{{1,2}}{_YEAR}\b", re.IGNORECASE
)
_OF_YEAR: Final = re.compile(
    rf"\b{_YEAR} (?:\w+ ){{0,2}}(?:case |practice )?reviews\b"
    r"|\b(?:published|issued|added) (?:in|during) (?P<then>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(
    rf"(?<![0-9a-z]){_YEAR}(?:[-_. ]?(?P<month>0[1-9]|1[0-2])(?:[-_. ]?(?P<day>[0-3]\d))?)?(?![0-9a-z])",
    re.IGNORECASE,
)

_PERSON: Final = re.compile(
    r"\b(?:child(?:ren)?|bab(?:y|ies)|famil(?:y|ies)|siblings?|infants?|young (?:person|people)|boys?|girls?"
    r"|adults?|case)s? [A-Z0-9][\w'-]*(?:(?:, | and | & )[A-Z0-9][\w'-]*)*\b"
)
_PERSON_WORD: Final = re.compile(
    r"\b(child|bab|famil|sibling|infant|young|boy|girl|adult|case)", re.IGNORECASE
)
_APART: Final = re.compile(r"\s[-\u2013\u2014|]\s|[:;()\[\],]|(?<=[a-z]) - ?|\bNSPCC on behalf of\b")
_IDLE: Final = re.compile(
    r"\b(?:of|the|an?|for|into|concerning|regarding|in respect of|report|reviews?|summary|full|local"
    rf"|anonymous|unnamed|lscb|nspcc|{_MONTH}|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def slug(words: str) -> str:
    """Return words as a name of lower-case letters, digits and hyphens.

    Example:
        >>> slug("Ch\u00efld L & O's")
        'child-l-o-s'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def source_id(stem: str) -> str:
    """Return the id of a source from the name of its file, without the ending.

    Example:
        >>> source_id("Spring Bulletin (2031)"), source_id("2031-03")
        ('spring-bulletin-2031', 'source-2031-03')
    """
    name = slug(stem)
    return _cut(name if name[:1].isalpha() else f"source-{name}".rstrip("-"), LONGEST_ID)


def alias(title: str, taken: Container[str], otherwise: str) -> str:
    """Return a short name for a review, from the pseudonym in its title.

    Args:
        title: as the document gives it.
        taken: aliases that there are already; a number is added until it is none of them.
        otherwise: the alias where the title has no word of its own.

    Example:
        >>> alias("Serious Case Review: overview report Child LO", {"child-lo"}, "a")
        'child-lo-2'
    """
    name = slug(_pseudonym(title)) or slug(title) or otherwise
    name = _cut(name if name[0].isalpha() else f"review-{name}", LONGEST_ALIAS)
    number, found = 2, name
    while found in taken:
        found = f"{_cut(name, LONGEST_ALIAS - len(f'-{number}'))}-{number}"
        number += 1
    return found


def _cut(name: str, longest: int) -> str:
    return name[:longest].rstrip("-")


def _pseudonym(title: str) -> str:
    """Return what a title has beside the kind of review and document, place and date."""
    rest = flat(title)
    for _, words in (*TYPES, *FORMS):
        rest = pattern(words).sub(" : ", rest)
    if person := _PERSON.search(_capital(rest)):
        return rest[person.start() : person.end()]
    pieces = [piece for piece in _APART.split(rest) if slug(_IDLE.sub(" ", piece))]
    return _IDLE.sub(" ", pieces[-1]) if pieces else ""


def _capital(text: str) -> str:
    """Return a text with the words for a child in lower case, of the same length."""
    return _PERSON_WORD.sub(lambda found: found[0].lower(), text)


def issued(heading: str, opening: str, stem: str) -> str | None:
    """Return when a document was issued: a year, year and month, or date, only where one is stated plainly.

    Args:
        heading: the document's first heading.
        opening: its text before the first review.
        stem: its file's name without the ending.

    Example:
        >>> issued("Case reviews: March 2031", "In March 2031 two were published.", "a")
        '2031-03'
        >>> issued("", "", "bulletin-2031-03"), issued("", "Harm between 2029 and 2031.", "a")
        ('2031-03', None)
    """
    for text in (heading, opening):
        if found := set(_dates(text)):
            return found.pop() if len(found) == 1 else None
    years = {match["year"] for match in re.finditer(rf"\b{_YEAR}\b", heading)}
    years = years or {match["year"] or match["then"] for match in _OF_YEAR.finditer(opening)}
    if not years:
        years = {*_dates(re.sub(r"[-_.]", " ", stem))} or set(map(_numbers, _NUMBERS.finditer(stem)))
    return years.pop() if len(years) == 1 else None


def _dates(text: str) -> Iterator[str]:
    for match in _DATE.finditer(text):
        month = _MONTHS.index(match["month"].lower()) + 1
        yield _when(match["year"], f"{month:02}", match["day"] and f"{int(match['day']):02}")


def _numbers(match: re.Match[str]) -> str:
    return _when(match["year"], match["month"], match["day"])


def _when(year: str, month: str | None, day: str | None) -> str:
    """Return as much of a date as exists."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        day = None
    return "-".join(part for part in (year, month, day) if part)
