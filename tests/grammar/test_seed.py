"""The bulletin that the shipped records were made of: 86 of 86, to the character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.documents import normalise
from kg.grammar import parse

if TYPE_CHECKING:
    from pathlib import Path

    from kg.records.model import Records

pytestmark = pytest.mark.seed


@pytest.fixture(scope="module")
def raw(seeds: Path) -> str:
    return next(seeds.glob("000_*.txt")).read_bytes().decode()


def test_every_statement_stands_where_the_records_say(raw: str, seed_records: Records) -> None:
    normal = normalise(raw)
    parsed = parse(normal)
    found = [
        (s.kind, normal.raw_span(s.start, s.end), s.lead)
        for review in parsed.reviews
        for s in review.statements
    ]
    expected = [
        (s.kind, (s.evidence.start, s.evidence.end), s.heading or "")
        for review in sorted(seed_records.reviews, key=lambda r: r.item)
        for s in review.statements
    ]
    assert len(parsed.reviews) == 8
    assert sum(kind in {"finding", "recommendation"} for kind, _, _ in found) == 86
    assert found == expected
    assert {review.grammar for review in parsed.reviews} == {"digest"}


def test_the_doubled_word_and_nothing_else_is_reported(raw: str) -> None:
    assert [w.code for w in parse(normalise(raw)).warnings] == ["doubled-word"]


def test_a_missing_review_is_noticed_by_the_bulletins_own_count(raw: str) -> None:
    cut = raw[: raw.index("8. Serious")]
    assert "count" in {w.code for w in parse(normalise(cut)).warnings}
