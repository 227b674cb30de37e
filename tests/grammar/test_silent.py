"""Words that may be points are proposed, left as not understood or warned of: the table beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.documents import normalise
from kg.grammar import leads, parse, passed

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("silent.yaml").read_text("utf-8"))

HEADINGS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("headings.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind in HEADINGS for words in HEADINGS[kind]])
def test_a_heading_opens_a_section(kind: str, words: str) -> None:
    lead = leads.heading(words, 0, len(words), marked=False)
    assert lead is not None
    assert lead.kind == kind


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_words_that_may_be_points_are_not_passed_over_in_silence(case: dict[str, Any]) -> None:
    normal = normalise(case["text"])
    parsed = parse(normal)
    points = [(s.start, s.end) for r in parsed.reviews for s in r.statements if s.kind != "summary"]
    shown = points + [(s.start, s.end) for s in parsed.spans if s.kind == "residual"]
    warned = [w.start for w in parsed.warnings if w.code not in {"residual", "count", "doubled-word"}]
    told = [normal.text[r.summary.start : r.summary.end] for r in parsed.reviews if r.summary]
    assert any(words.startswith(case.get("summary", "")) for words in told) or "summary" not in case
    of_summary = any(w.code == "summary-list" for w in parsed.warnings)
    for words in case["words"]:
        first = normal.text.index(words)
        held = all(
            any(start <= at < end for start, end in shown) or normal.text[at].isspace()
            for at in range(first, first + len(words.rstrip(".;")))
        )
        assert held or of_summary or any(first <= at < first + len(words) for at in warned), words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The trust should review its form.", True),
        ("Risk was not recognised.", True),
        ("Sharing information is essential to keep babies safe.", True),
        ("Staff did not share what they knew.", True),
        ("There was a lack of challenge.", True),
        ("Should we have asked more?", False),
        ("The family moved in May.", False),
        ("The court had to decide where she should live.", False),
        ("Learning from reviews", False),
    ],
)
def test_what_reads_as_a_point(words: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert passed.reads_as_point(words, 0, len(words)) is expected
