"""Facts of titles and summaries: the tables beside this file, properties of any text, the shipped records."""

from __future__ import annotations

import importlib.util
import time
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts import Facts, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.records.model import Records, Review

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("facts_score", HERE / "score.py")
assert _spec
assert _spec.loader
score = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score)

CASES = [(path.stem, case) for path in sorted(HERE.glob("*.yaml")) for case in score.cases(path)]
WORDS = sorted({word for _, case in CASES for word in (case.get("text") or case["title"]).split()})


def spans(found: Facts) -> Iterator[Any]:
    for field in fields(found):
        value = getattr(found, field.name)
        for fact in value if isinstance(value, tuple) else (value,):
            if fact is not None:
                yield field.name, fact


@pytest.mark.parametrize("case", [pytest.param(c, id=(c.get("text") or c["title"])[:60]) for _, c in CASES])
def test_table(case: dict[str, Any]) -> None:
    want = score.expected(case)
    have = score.got(facts(case.get("title", ""), case.get("text", "")))
    known = set(case.get("known", []))
    assert {k: v for k, v in have.items() if k not in known} == {
        k: v for k, v in want.items() if k not in known
    }


def test_tables_are_large_enough() -> None:
    assert len(CASES) >= 120


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_is_read_without_error_and_offsets_lie_in_it(text: str) -> None:
    for field, fact in spans(facts(text, text)):
        assert 0 <= fact.start < fact.end <= len(text), field
        assert text[fact.start : fact.end].strip() == text[fact.start : fact.end], field


def test_offsets_slice_to_the_words() -> None:
    text = "Death of a 16-year-9 month-old girl in May 2019. "
    text += "Her uncle was convicted of her murder and jailed for life."
    found = facts("", text)
    words = {name: text[fact.start : fact.end] for name, fact in spans(found)}
    assert words["ages"] == "16-year-9 month-old"
    assert words["occurred"] == "May 2019"
    assert words["sex"] == "girl"
    assert words["sources_of_harm"] == "uncle"
    assert words["legal"] == "convicted of her murder and jailed for life"
    assert found.legal
    assert found.legal.offence
    assert found.legal.sentence
    assert (found.legal.offence.value, found.legal.sentence.value) == ("murder", "life")


def test_curly_quotes_spaces_and_breaks_change_no_offset() -> None:
    text = "Assault on a 4\u2013year\u2013old\u00a0boy by his\nmother\u2019s partner."
    found = facts("", text)
    assert [fact.value for fact in found.sources_of_harm] == ["parent-partner"]
    assert [text[age.start : age.end] for age in found.ages] == ["4\u2013year\u2013old"]


def test_a_long_text_takes_no_long_time() -> None:
    began = time.process_time()
    for words in ("and a 3, 4 and ", "aged 1, ", "killed ", "in 2019 ", "father and mother ", "death of a "):
        facts(words * 20_000, words * 20_000)
    assert time.process_time() - began < 10


@pytest.mark.seed
def test_the_shipped_records(seeds: Path, seed_records: Records) -> None:
    text = next(seeds.glob("*.txt")).read_text("utf-8")
    reviews = list(seed_records.reviews)
    assert len(reviews) == 8
    assert {r.alias: _found(r, text) for r in reviews} == {r.alias: _recorded(r) for r in reviews}


def _found(review: Review, text: str) -> dict[str, Any]:
    summary = next(s for s in review.statements if s.kind == "summary")
    found = facts(review.title, text[summary.evidence.start : summary.evidence.end])
    have = score.got(found)
    have["form"] = have["form"] or {"unstated"}
    have["conviction"] = {"stated"} if found.legal else set()
    return {
        key: have[key]
        for key in (
            "outcome",
            "circumstances",
            "ages",
            "sex",
            "children",
            "occurred",
            "harm",
            "type",
            "form",
            "conviction",
        )
    }


def _recorded(review: Review) -> dict[str, Any]:
    one = review.incident
    return {
        "outcome": set(one.outcome),
        "circumstances": set(one.cause),
        "ages": {
            " / ".join([c.age, str(c.months or ""), c.band or ""]).rstrip(" /") for c in one.children if c.age
        },
        "sex": {c.sex for c in one.children if c.sex},
        "children": {str(len(one.children))},
        "occurred": {one.occurred} if one.occurred else set(),
        "harm": set(one.source_of_harm),
        "type": {review.type},
        "form": {review.form},
        "conviction": {"stated"} if one.conviction == "stated" else set(),
    }
