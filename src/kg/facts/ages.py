# ruff: noqa: E501 - a pattern of a table stands on one line, where it can be read
"""Ages of the children that a review is about: which of those that a summary gives are theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.age_forms import YEAR, numeric
from kg.facts.model import Age
from kg.facts.numbers import UNIT, N

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.facts.children import Subject
    from kg.facts.text import Sentence


WORDS: Final = (
    ("newborn", r"new[ -]?born", "under-1"),
    ("infant", r"infants?(?! (?:school|death|feeding|mental))", "under-1"),
    ("toddler", r"toddlers?", None),
    ("pre-school", r"pre-?school(?:[ -]aged?)?(?: child(?:ren)?)?", None),
    ("primary school age", r"primary[ -]school[ -]aged?", None),
    ("secondary school age", r"secondary[ -]school[ -]aged?", None),
    ("teenager", r"teenage(?:rs?|d)?", None),
)
"""Ages given as words: plain form, pattern, band where it follows."""


_ADULT: Final = (
    r"(?:mother|father|parents?|partner|boyfriend|girlfriend|man|men|woman|women|uncle|aunt|grand\w+|carer|husband|wife"
    r"|step\w+|adult|friend|neighbour|offender|perpetrator|relative|lodger|cousin)"
)


_ADULT_BEFORE: Final = re.compile(
    rf"\b{_ADULT}s?,?(?:\s+(?:who|was|were|is|both|then|and|also))*\W*\Z|\b(?:by|with|and) (?:an? |his |her |their |another )?\Z(?<!and a )(?<!and an )(?<!and his )(?<!and her )(?<!and )",
    re.IGNORECASE,
)


_ADULT_AFTER: Final = re.compile(
    rf"\A[ -]+(?:(?!by|and|with|of|to|when|after|who|whose|from|at|in)\w+ )?{_ADULT}\b", re.IGNORECASE
)


_BACKGROUND: Final = re.compile(
    r"\b(?:(?:lived|living|lives|home|stay\w+) with|over the|was born|when (?:the )?(?:mother|father|she had)|since|from|until|siblings?,?(?: who)?(?: were| was)?|(?:his|her|their) (?:\w+ )?(?:sister|brother),?"
    r"|cared for|looked after|removed|adopted|placed|first|plan)\W*(?:\w+\W+){0,3}\Z",
    re.IGNORECASE,
)


_TOWARDS: Final = re.compile(r"behaviou?rs? by an? \Z", re.IGNORECASE)


_GROWN: Final = 19  # years from which a person is no child, and the age is kept only of the review's subject


_LATER: Final = re.compile(
    r"\A(?:At the time[\w ]*, )?(?:(?:The )?(?:child|baby|boy|girl|infant|children)|He|She|They|(?:Child |Baby )?[A-Z][\w-]*) (?:was|were|died)\b[^,]{0,12}\Z",
    re.IGNORECASE,
)


_NEXT: Final = re.compile(
    rf"[,(\s]*(?:(?-i:[A-Z][a-z]+)\s+)?(?:(?:who|was|were|both|all|then|aged|ages?|and|{UNIT}|old|between|{N})\b[,\s-]*)*",
    re.IGNORECASE,
)


def ages(told: Sentence, later: Sequence[Sentence], who: Subject | None) -> tuple[Age, ...]:
    """The children's ages: of the sentence that tells what happened, else of the first later one that gives any."""
    found = tuple(_ages(told, who))
    if found:
        return found
    for sentence in later:
        for start, end, age in numeric(sentence.text):
            before = re.sub(r"\b(?:aged|at|the age of)\W*\Z", "", sentence.text[:start])
            if _LATER.search(before) and (age.months or 0) < _GROWN * YEAR and not _grown(age):
                return (_moved(age, sentence.start + start, sentence.start + end),)
    return tuple(_worded(told, who))


def _ages(sentence: Sentence, who: Subject | None) -> Iterator[Age]:
    text = sentence.text
    for start, end, age in numeric(text):
        inside = (
            who is not None
            and who.start <= start
            and (start < who.end or bool(_NEXT.fullmatch(text, who.end, start)))
        )
        if (
            _ADULT_AFTER.match(text[end:])
            and not (inside and _grown(age))
            and not _subject_grown(text, start)
        ):
            continue
        before = text[:start]
        if (
            not inside
            and (_ADULT_BEFORE.search(before) or _BACKGROUND.search(before))
            and not _TOWARDS.search(before)
        ):
            continue
        if _grown(age) and not inside and not _subject_grown(text, start):
            continue
        yield _moved(age, sentence.start + start, sentence.start + end)


def grown(sentence: Sentence, who: Subject | None) -> bool:
    """Say whether the sentence is about an adult, by an age it gives."""
    return any(_grown(age) for age in _ages(sentence, who))


def _subject_grown(text: str, start: int) -> bool:
    return bool(
        re.search(r"(?:death|suicide|murder|homicide|killing) of an? \Z", text[:start], re.IGNORECASE)
    )


def _grown(age: Age) -> bool:
    years = re.match(r"(?:\D* )?(\d+) years?", age.value)
    return bool(years and int(years[1]) >= _GROWN)


def _worded(sentence: Sentence, who: Subject | None) -> Iterator[Age]:
    if who is None:
        return
    for plain, words, band in WORDS:
        if match := re.compile(rf"\b(?:{words})\b", re.IGNORECASE).search(sentence.text, who.start, who.end):
            yield Age(plain, sentence.start + match.start(), sentence.start + match.end(), None, band)
            return


def _moved(age: Age, start: int, end: int) -> Age:
    return Age(age.value, start, end, age.months, age.band)
