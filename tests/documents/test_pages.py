"""What stands at the edges of pages: headers go, and what a document says stays; cases in pages.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.documents.typeset import HIGH, MARGIN, pdf, shown

from kg import vocabulary
from kg.documents import Extracted, extract, normalise
from kg.grammar import parse
from kg.ingest import matchers, propose_text
from kg.resources import shipped

CASES = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text("utf-8"))


def text_of(case: dict[str, Any]) -> str:
    return "\f".join("\n\n".join(page) for page in case["pages"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_headers_are_set_apart_and_all_else_is_kept(case: dict[str, Any]) -> None:
    normal = normalise(text_of(case))
    apart = [normal.text[b.start : b.end] for b in normal.blocks if b.kind == "boilerplate"]
    inside = [text_of(case)[a:b] for a, b in normal.left_out]
    assert sorted([*apart, *inside]) == sorted(case.get("apart", []))
    told = case.get("told", [])
    assert [words in note for words, note in zip(told, normal.notes, strict=True)] == [True] * len(told)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_pages_of_a_pdf_are_read_as_those_of_a_text(tmp_path: Path, case: dict[str, Any]) -> None:
    pages = (
        "\n".join(shown(line, MARGIN, HIGH - MARGIN - 30 * n, 10) for n, line in enumerate(page))
        for page in case["pages"]
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(*(page.replace("\u2022", "\x95").encode("latin-1") for page in pages)))
    text = extract(path).text
    assert normalise(text).text.split("\n") == normalise(text_of(case)).text.split("\n")


TWO_REVIEWS = """1. Local child safeguarding practice review: Child {}

Death of a baby in spring.

Recommendations

1. Share information with schools.

2. See the child alone
"""


def test_no_point_of_two_reviews_of_a_page_each_is_lost() -> None:
    raw = TWO_REVIEWS.format("A") + "\f" + TWO_REVIEWS.format("B").replace("1. Local", "2. Local")
    found = parse(normalise(raw)).reviews
    assert [[one.kind for one in review.statements] for review in found] == [
        ["summary", "recommendation", "recommendation"]
    ] * 2


def test_a_person_is_told_of_a_line_in_doubt(tmp_path: Path) -> None:
    raw = "See the child alone\n\nA baby died.\fSee the child alone\n\nA child was hurt."
    known = matchers(vocabulary.load(shipped("ontology")))
    proposal = propose_text(Extracted(raw, "0" * 64, "text", tmp_path / "a.txt"), known)
    (said,) = (one["message"] for one in proposal["warnings"] if one["code"] == "reading")
    assert said.startswith("line 1: 'See the child alone' stands at the edge of several pages")
