"""A bulletin set on pages in many ways gives the points that its text gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.documents.typeset import Layout, typeset

from kg.documents import extract, normalise
from kg.grammar import parse

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Learning from case reviews: a bulletin"
LAYOUTS = {
    "one column": Layout(),
    "one column, no space between paragraphs": Layout(space=0),
    "one column, justified, headers": Layout(justified=True, header=HEADER, numbered=True),
    "one column, large": Layout(size=12, space=1),
    "two columns": Layout(columns=2),
    "two columns, small, headers": Layout(columns=2, size=9, header=HEADER, numbered=True),
    "two columns, justified": Layout(columns=2, justified=True),
    "two columns, justified, no space": Layout(columns=2, justified=True, space=0),
    "three columns, justified": Layout(columns=3, justified=True, size=8),
}


def points(text: str) -> list[tuple[str, str]]:
    normal = normalise(text)
    return [
        (one.kind, re.sub(r"\s+", " ", normal.text[one.start : one.end]))
        for review in parse(normal).reviews
        for one in review.statements
    ]


@pytest.mark.seed
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_point_of_the_bulletin_is_found_on_pages(tmp_path: Path, seeds: Path, layout: str) -> None:
    text = next(seeds.glob("000_*.txt")).read_text("utf-8")
    normal = normalise(text)
    path = tmp_path / "bulletin.pdf"
    path.write_bytes(typeset([normal.text[b.start : b.end] for b in normal.blocks], LAYOUTS[layout]))
    assert points(extract(path).text) == points(text)


def test_titles_one_under_the_other_are_apart_and_one_of_two_lines_is_not(tmp_path: Path) -> None:
    long = "# Learning from a review of how the services for children and families worked with one family"
    body = "Nobody wrote down what the child said, and nobody asked the child again in the spring. " * 3
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset([long, "# Key learning", "# Medicine at home", body], Layout()))
    assert [b.kind for b in normalise(extract(path).text).blocks] == ["heading"] * 3 + ["paragraph"]
