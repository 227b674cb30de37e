"""Each format and quirk, as the table beside this file has it, and that nothing is lost of any text."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import normalise
from kg.errors import DocumentError
from kg.grammar import SPAN_KINDS, STATEMENT_KINDS, Parsed, parse

CASES: list[dict[str, Any]] = [
    case
    for name in ("documents.yaml", "briefings.yaml", "text.yaml")
    for case in yaml.safe_load((Path(__file__).with_name(name)).read_text(encoding="utf-8"))
]
DIGESTS = [case["text"] for case in CASES if re.match(r"(?:[A-FHS]|G|G-flat)(?:,| )", case["name"])]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_document_gives_its_points(case: dict[str, Any]) -> None:
    normal = normalise(case["text"])
    parsed = parse(normal)

    def words(start: int, end: int) -> str:
        first, after = normal.raw_span(start, end)
        return str(case["text"][first:after])

    found = [
        {
            "title": review.title,
            "grammar": review.grammar,
            "points": [
                f"{s.kind}{f' @{s.addressee}' * bool(s.addressee)}{' (cut)' * s.cut}: {words(s.start, s.end)}"
                for s in review.statements
            ],
            "keywords": [words(k.start, k.end) for k in review.keywords],
        }
        for review in parsed.reviews
    ]
    wanted = [
        {"keywords": [], **({} if "grammar" in review else {"grammar": one["grammar"]}), **review}
        for review, one in zip(case["reviews"], found, strict=True)
    ]
    assert found == wanted
    assert [warning.code for warning in parsed.warnings] == case.get("warnings", [])
    accounted(normal.text, parsed)


def accounted(text: str, parsed: Parsed) -> None:
    """Assert that each character is in one span, and that points lie within spans of their kind."""
    assert "".join(text[s.start : s.end] for s in parsed.spans) == text
    assert [s.start for s in parsed.spans] == [0, *(s.end for s in parsed.spans)][: len(parsed.spans)]
    assert {s.kind for s in parsed.spans} <= set(SPAN_KINDS)
    kinds = [span.kind for span in parsed.spans for _ in range(span.start, span.end)]
    for review in parsed.reviews:
        for statement in review.statements:
            assert statement.kind in STATEMENT_KINDS
            assert 0 <= statement.start < statement.end <= len(text)
            inside = set(kinds[statement.start : statement.end])
            expected = {"summary"} if statement.kind == "summary" else {"statement", "note"}
            assert inside <= expected


PIECES = st.sampled_from(
    [
        *sorted({line for case in CASES for line in re.split(r"(?<=[.;:])\s|\n+", case["text"]) if line}),
        "\n", "\n\n", "\f", " ", ";", ":", ".", "(", ")", "and ", "• ", "1. ", "\u00ad",
        "\u00a0", "\ufeff", "…", "> ",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30), st.integers(0, 10))
def test_every_character_of_any_text_is_accounted_for(pieces: list[str], chop: int) -> None:
    normal = normalise("".join(pieces)[chop:])
    try:
        parsed = parse(normal)
    except DocumentError:
        return
    accounted(normal.text, parsed)


@given(st.sampled_from([case["text"] for case in CASES]), st.randoms(use_true_random=False))
def test_a_mangled_document_is_accounted_for(text: str, chance: random.Random) -> None:
    letters = list(text)
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randrange(9)] = chance.choice(["", "\n", "; ", "((", ": ", "\n\n"])
        letters = letters or ["."]
    normal = normalise("".join(letters))
    try:
        parsed = parse(normal)
    except DocumentError:
        return
    accounted(normal.text, parsed)


@pytest.mark.parametrize("seed", range(20))
def test_a_copy_with_its_sentences_shuffled_is_refused(seed: int) -> None:
    text = "\n\n".join(DIGESTS)
    parts = [
        s
        for s in re.split(r"(?<=[.!?])\s+|\n\n+", text)
        if s.strip() and not re.match(r"\d{4}|Dec|1\.|Child|Baby", s)
    ]
    random.Random(seed).shuffle(parts)  # noqa: S311 - no secret
    with pytest.raises(DocumentError, match="scrambled"):
        parse(normalise(" ".join(parts)))


@pytest.mark.parametrize("seed", range(20))
def test_a_copy_with_its_paragraphs_shuffled_is_refused(seed: int) -> None:
    parts = [s for s in "\n\n".join(DIGESTS).split("\n\n") if s.strip()]
    random.Random(seed).shuffle(parts)  # noqa: S311 - no secret
    with pytest.raises(DocumentError, match="scrambled"):
        parse(normalise("\n\n".join(parts)))


def test_all_digests_one_after_another_are_no_scrambled_copy() -> None:
    assert len(parse(normalise("\n\n".join(DIGESTS))).reviews) == sum(
        len(case["reviews"]) for case in CASES if case["text"] in DIGESTS
    )


def test_what_is_not_understood_is_residual_with_its_line() -> None:
    parsed = parse(
        normalise(
            "2020 - Anonymous - Child A\n\nDeath of a baby.\n\n"
            "Learning includes: ask; listen.\n\nA last word.\n"
        )
    )
    assert [(w.code, w.line) for w in parsed.warnings] == [("residual", 7)]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 50_000,
        "; " * 20_000,
        "(" * 20_000,
        "Learning: " * 5_000,
        "a, " * 10_000,
        ". A" * 10_000,
        "1. " * 10_000,
    ],
)
def test_a_hostile_text_takes_no_longer_than_a_plain_one(text: str) -> None:
    normal = normalise(text)
    try:
        parsed = parse(normal)
    except DocumentError:
        return
    accounted(normal.text, parsed)


def test_a_shuffled_copy_of_one_review_without_its_heading_is_refused() -> None:
    text = (
        "Learning includes: visit early; ask twice. The family had moved. Keywords: infants, sleep> Read the"
        " overview report, Death of a 3-month-old child. Recommendations include: write it down; share it."
    )
    with pytest.raises(DocumentError, match="scrambled"):
        parse(normalise(text))


ONE = (
    "Death of a 4-month-old boy in 2020. His parents were young and had been in care. Learning"
    " includes: ask who else looks after a baby; a missed visit is followed up within a week; advice"
    " is given to both parents; what a parent says of the other is checked; housing is part of every"
    " plan. Recommendations include: the council should agree one form for handing over; health"
    " visitors should see a baby undressed; the partnership should look at ten cases a year; managers"
    " should sign what they read."
)


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_one_review_cut_at_its_semicolons_and_shuffled_is_refused(between: str) -> None:
    """Nearly always: now and then chance leaves an order that could be the right one."""
    parts = re.split(r"(?<=[.;])\s+", ONE)
    refused = 0
    for seed in range(50):
        order = parts[:]
        random.Random(seed).shuffle(order)  # noqa: S311 - no secret
        try:
            parse(normalise(between.join(order)))
        except DocumentError:
            refused += 1
    assert refused >= 47


def test_slips_of_a_writer_are_no_scrambled_copy() -> None:
    text = ONE.replace("is checked; housing", "is checked. housing").replace(
        "a week; advice", "a week; Advice"
    )
    (review,) = parse(normalise(f"Child A: learning review\n\n{text}")).reviews
    assert len(review.statements) > 8


@pytest.mark.parametrize(
    ("introduction", "expected"),
    [
        ("Three case reviews were added, featuring sleep, drift and culture", ["sleep", "drift", "culture"]),
        (
            "In May two reviews were published on themes such as: poverty; their names are below.",
            [],
        ),
        (
            "Ten came out. The reviews share themes such as hidden men and harm online.",
            ["hidden men", "harm online"],
        ),
        ("These reviews of practice featuring a number of young people, who spoke with us, were long.", []),
    ],
)
def test_issues_of_an_introduction(introduction: str, expected: list[str]) -> None:
    review = "1. Child A: learning review\n\nDeath of a baby.\n\nLearning includes: ask; listen."
    text = f"A bulletin\n\n{introduction}\n\n{review}"
    normal = normalise(text)
    assert [normal.text[i.start : i.end] for i in parse(normal).issues] == expected
