"""The pure parts: what is marked, what fits a terminal, which concept is meant, what is left to decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.curation import Look, hold, is_open, items, proposals, queue
from kg.curation.choose import MOST, choices
from kg.curation.marks import aligned, of_fact, of_tag
from kg.records import Evidence, Found, Statement

if TYPE_CHECKING:
    from pathlib import Path

    from kg.vocabulary import Vocabulary

TEXT = st.text(alphabet=st.sampled_from("abc dé«»“”\u2013\u202e\x1b\t\u00ad,.-"), max_size=200)


@given(TEXT, st.integers(1, 120), st.booleans())
def test_lines_fit_and_lose_no_word(text: str, width: int, unicode: bool) -> None:  # noqa: FBT001 - hypothesis
    look = Look(width, unicode=unicode)
    lines = look.wrap(text, "> ", "  ")
    assert all(len(line) <= look.columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(f">{look.plain(text)}".split())
    assert not set("\x1b\u202e\t") & set("".join(lines))
    assert unicode or "".join(lines).isascii()


@given(TEXT, st.data())
def test_marks_stand_round_the_passage_with_and_without_colour(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    look = Look(40)
    lines = look.marked(text, (start, end))
    parts = [look.plain(part) for part in (text[:start], text[start:end], text[end:])]
    assert "".join("".join(lines).split()) == "".join("{}«{}»{}".format(*parts).split())
    bold = replace(look, colour=True).marked(text, (start, end))
    assert [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in bold] == lines
    inside = [part.partition("\x1b[0m")[0] for line in bold for part in line.split("\x1b[1m")[1:]]
    assert "".join("".join(inside).split()) == "".join(f"«{parts[1]}»".split())


RAW = "Learning includes: give advice on\r\n\r\n  safer\tsleep, hand in-\nhand; end"
SPAN = (RAW.index("safer"), RAW.index(", hand"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("give advice on safer sleep, hand in- hand", "safer sleep"),
        ("give advice on safer sleep, hand in-hand", "safer sleep"),
        ("give advice on safer sleep, hand in hand", None),
    ],
)
def test_words_are_found_over_white_space_and_not_where_letters_differ(text: str, words: str | None) -> None:
    start = RAW.index("give")
    raw = RAW[start : RAW.index("; end")]
    span = aligned(raw, text, (SPAN[0] - start, SPAN[1] - start))
    assert (text[slice(*span)] if span else None) == words


@pytest.mark.parametrize("source", [None, RAW], ids=["without the source", "with the source"])
def test_the_words_of_a_theme_are_found_with_and_without_the_source(
    shipped: Vocabulary, source: str | None
) -> None:
    start, end = RAW.index("give"), RAW.index(", hand")
    found = Found("gazetteer-1", *SPAN, "preferred", "high", "0123456789abcdef")
    one = Statement(
        "f-22334455",
        "finding",
        "Learning includes",
        "give advice on safer sleep",
        "verbatim",
        Evidence(start, end, ""),
    )
    span = of_tag(one, found, shipped.schemes["theme"]["safer-sleep"], source)
    assert span is not None
    assert one.text[slice(*span)] == "safer sleep"
    assert of_tag(one, found, None, source) == (span if source else None)
    assert of_tag(replace(one, wording="paraphrase", text="Say it."), found, None, source) is None


def test_facts_outside_the_summary_have_no_place_in_it(sample: Path) -> None:
    review = hold(sample / "reviews" / "child-q.yaml").review
    summary = review.statements[0]
    assert of_fact(summary, review.facts[0], None) is None
    place = of_fact(summary, review.facts[1], None)
    assert place is not None
    assert summary.text[slice(*place)] == "Death"


MEANT = [
    # typed              scheme                 first of what is offered
    ("Safer sleep", "theme", "safer-sleep"),
    ("safer-sleep", "theme", "safer-sleep"),
    ("SAFER", "theme", "safer-sleep"),
    ("sleep safer", "theme", "safer-sleep"),
    ("safr slep", "theme", "safer-sleep"),
    ("police", "agency", "police"),
    ("polcie", "agency", "police"),
    ("children's social", "agency", "childrens-social-care"),
    ("childrens social", "agency", "childrens-social-care"),
    ("gp", "agency", "general-practice"),
    ("died", "code/outcome", "death"),
    ("scr", "code/review-type", "scr"),
    ("", "theme", None),
    ("--", "theme", None),
    ("qqqqqqqq", "theme", None),
    ("sleep", "no scheme", None),
]


@pytest.mark.parametrize(("typed", "scheme", "meant"), MEANT)
def test_what_is_meant_comes_first(shipped: Vocabulary, typed: str, scheme: str, meant: str | None) -> None:
    offered = choices(shipped, scheme, typed)
    assert (offered[0].concept.id if offered else None) == meant


@settings(max_examples=25)
@given(st.text(max_size=12))
def test_a_few_are_offered_each_once_and_no_group(shipped: Vocabulary, typed: str) -> None:
    offered = [choice.concept for choice in choices(shipped, "theme", typed)]
    assert len(offered) == len({one.id for one in offered}) <= MOST
    assert all(one.broader for one in offered)


def test_the_queue_is_facts_then_statements_with_themes_before_agencies(sample: Path) -> None:
    review = hold(sample / "reviews" / "child-q.yaml").review
    found = list(items(review))
    assert [item.kind for item in found] == [
        *["fact"] * 8,
        "theme",
        *["theme", "theme", "agency", "agency"],
        "untagged",
        "untagged",
        *["theme", "agency", "agency"],
        "orphaned",
    ]
    assert proposals(found) == 16
    assert queue([review], {found[0]}) == found[1:]


def test_a_review_with_nothing_but_statements_without_themes_is_not_open(sample: Path) -> None:
    review = hold(sample / "reviews" / "child-q.yaml").review
    plain = [one for one in review.statements if one.id == "f-44556677"]
    decided = replace(review, facts=(), statements=tuple(plain))
    assert is_open(review)
    assert not is_open(decided)
    assert [item.kind for item in items(decided)] == ["untagged"]
