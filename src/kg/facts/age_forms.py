# ruff: noqa: E501, PLR2004 - pairs are counted to 2; a pattern of a table stands on one line, where it can be read
"""Ages as they are written, in figures or words, to plain values with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.model import Age
from kg.facts.numbers import HALF, ONE, UNIT, N, value

if TYPE_CHECKING:
    from collections.abc import Iterator


BANDS: Final = (
    (0, 1, "under-1"),
    (1, 6, "1-to-5"),
    (6, 11, "6-to-10"),
    (11, 16, "11-to-15"),
    (16, 18, "16-to-17"),
)
"""First year of each band, the first year after it, its code of age-band."""


_NEAR: Final = r"(?:almost|nearly|just[ -]under|approximately|about|around|just[ -]over|less[ -]than|under)"


_OLD: Final = re.compile(  # 16-year-9 month-old; 7, 9 and 11-weeks-old; 17- and 15-year-old; almost 3-year-old
    rf"\b(?P<near>{_NEAR}[ -])?(?P<more>(?:{N}[ -]?{UNIT}?(?:, (?:and )?| and )|{N}-?,? and )*?)"
    rf"(?P<n>{N})(?P<half>{HALF})?[ -]*(?P<unit>{UNIT})(?:,?[ -]+(?:and[ -]+)?(?P<n2>{N})[ -]*(?P<unit2>{UNIT}))?[ -]+(?:olds?|of age)\b",
    re.IGNORECASE,
)


_AGED: Final = (
    re.compile(  # aged 14 weeks; aged between 2 and 11 years; aged 4, 6 and 9; at the age of 6 months
        rf"\b(?:aged|age of|ages of|age|ages|at)[ ]+(?P<near>{_NEAR}[ ])?(?P<range>between[ ])?"
        rf"(?P<list>{ONE}(?:(?:,? and |, | to | ?- ?)(?!one (?:of|was|were|is|had)\b){ONE})*)",
        re.IGNORECASE,
    )
)


_PAREN: Final = re.compile(rf"\((?:aged )?(?P<list>{N}[ -]*{UNIT})(?:[ -]old)?\)", re.IGNORECASE)


_AFTER_NOUN: Final = re.compile(  # a boy, 14, who; a girl of 13
    rf"\b(?:boy|girl|child|teenager|young person)(?:, (?P<list>\d{{1,2}})(?=,| who)| of (?P<list2>{N}(?:[ -]*{UNIT})?)(?=[,.]| (?:who|in|and|was|from|after|at|by|with)\b))",
    re.IGNORECASE,
)


_ITEM: Final = re.compile(
    rf"(?P<n>{N})(?P<half>{HALF})?(?:[ -]*(?P<unit>{UNIT}))?(?:[ -]old)?\b", re.IGNORECASE
)


YEAR: Final = 12
"""Months of a year."""


def numeric(text: str) -> Iterator[tuple[int, int, Age]]:
    """Yield each age that a text gives in numbers, with its place, in order."""
    found: list[tuple[int, int, Age]] = []
    for words in (_AGED, _OLD, _PAREN, _AFTER_NOUN):
        for match in words.finditer(text):
            taken = [span for span in found if span[0] < match.end() and match.start() < span[1]]
            if not taken:
                found.extend(_read(match))
    return iter(sorted(found, key=lambda one: one[0]))


def _read(match: re.Match[str]) -> list[tuple[int, int, Age]]:
    groups = match.groupdict()
    near = " ".join((groups.get("near") or "").replace("-", " ").lower().split())
    if "list" not in groups:
        return _old(match, near)
    listed = "list" if groups["list"] else "list2"
    items = list(_ITEM.finditer(match.string, *match.span(listed)))
    unit = next((item["unit"] for item in reversed(items) if item["unit"]), None)
    if unit is None and re.match(r"at\b", match[0], re.IGNORECASE):
        return []
    if re.match(r"at\b", match[0], re.IGNORECASE) and not re.search(r"old\Z", match[0], re.IGNORECASE):
        return []
    gap = match.string[items[0].end() : items[1].start()] if len(items) == 2 else ""
    span = re.fullmatch(r" to | ?- ?", gap)
    if len(items) == 2 and (groups.get("range") or span):
        return _range(items, unit)
    return _items(match, items, near, unit or "years")


def _items(
    match: re.Match[str], items: list[re.Match[str]], near: str, unit: str
) -> list[tuple[int, int, Age]]:
    joined = len(items) == 2 and items[0]["unit"] and items[1]["unit"]
    first, last = items[0], items[-1]
    if joined and _unit(first["unit"]) == "year" and _unit(last["unit"]) == "month":
        between = match.string[first.end() : last.start()].strip().lower()
        if "old" not in first[0].lower() and between in {"and", "", ",", ", and"}:
            age = _compound(first["n"], last["n"])
            return [(first.start(), last.end(), age)] if age else []
    if joined and (_unit(first["unit"]), _unit(last["unit"])) in {
        ("month", "week"),
        ("month", "day"),
        ("week", "day"),
    }:
        one, two = (_age(item["n"], item["unit"], near, half=False) for item in items)
        if one and two and match.string[first.end() : last.start()].strip() in {"and", "", ","} and not near:
            days = int(one.value.split()[0]) * (7 if _unit(first["unit"]) == "week" else 0)
            days += int(two.value.split()[0]) * (7 if _unit(last["unit"]) == "week" else 1)
            months = (one.months or 0) if _unit(first["unit"]) == "month" else days * 1200 // 36525
            age = Age(f"{one.value} {two.value}", 0, 0, months, band(months // YEAR))
            return [(first.start(), last.end(), age)]
    ages = [_age(item["n"], item["unit"] or unit, near, half=bool(item["half"])) for item in items]
    return [(item.start(), item.end(), age) for item, age in zip(items, ages, strict=True) if age]


def _range(items: list[re.Match[str]], unit: str | None) -> list[tuple[int, int, Age]]:
    low, high = (value(item["n"]) for item in items)
    plain = f"{low} to {high} {_unit(unit or 'years')}s"
    if items[0]["unit"] and unit and _unit(items[0]["unit"]) != _unit(unit):
        plain = f"{low} {_unit(items[0]['unit'])}s to {high} {_unit(unit)}s"
    return [(items[0].start(), items[1].end(), Age(plain, 0, 0))]


def _old(match: re.Match[str], near: str) -> list[tuple[int, int, Age]]:
    before = match.string[: match.start()]
    if near == "under" or re.search(r"\b(?:under|over|below|above)[ -]?\Z", before, re.IGNORECASE):
        return []  # "under 13-year-old" is a class of children, not an age
    start = match.start("near") if near else match.start("n")
    if match["n2"] and match["unit2"]:
        compound = _compound(match["n"], match["n2"]) if _unit(match["unit"]) == "year" else None
        return [(start, match.end(), compound)] if compound else []
    found = [
        (item.start(), item.end(), age)
        for item in _ITEM.finditer(match.string, *match.span("more"))
        if (age := _age(item["n"], item["unit"] or match["unit"], "", half=False))
    ]
    if age := _age(match["n"], match["unit"], near, half=bool(match["half"])):
        found.append((start, match.end(), age))
    return found


def _compound(years: str, months: str) -> Age | None:
    first, second = value(years), value(months)
    if first is None or second is None or second >= YEAR:
        return None
    plain = f"{_plural(first, 'year')} {_plural(second, 'month')}"
    return Age(plain, 0, 0, first * YEAR + second, band(first))


def _age(number: str, unit: str, near: str, *, half: bool) -> Age | None:
    count, unit = value(number), _unit(unit)
    if count is None:
        return None
    plain = f"{count} and a half {unit}s" if half else _plural(count, unit)
    months = {
        "year": None,
        "month": count,
        "week": count * 7 * 12 * 100 // 36525,
        "day": count * 1200 // 36525,
    }[unit]
    if near:
        return Age(f"{near} {plain}", 0, 0, None, _near(near, count, unit))
    code = band(count) if months is None else band(months // YEAR)
    return Age(plain, 0, 0, None if half else months, code)


def _near(near: str, count: int, unit: str) -> str | None:
    years = count if unit == "year" else 0 if count < YEAR else -1
    if near in {"almost", "nearly", "just under"}:
        return band(years - 1) if unit == "year" else band(years)
    return (
        "under-1"
        if near in {"less than", "under"} and years <= 1 and (unit != "year" or count == 1)
        else None
    )


def band(years: int) -> str | None:
    """The band of an age in completed years, as a code of age-band.

    >>> band(0), band(5), band(6), band(18)
    ('under-1', '1-to-5', '6-to-10', None)
    """
    return next((code for low, high, code in BANDS if low <= years < high), None)


def _unit(word: str) -> str:
    word = word.lower()
    return {"y": "year", "m": "month", "w": "week", "d": "day"}[word[0]]


def _plural(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
