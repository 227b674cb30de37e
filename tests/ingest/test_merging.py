"""A document that is read again: what a person decided stays, and so does every id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kg import documents
from kg.records import Tag, edit

if TYPE_CHECKING:
    from tests.ingest.conftest import Desk

CASES = yaml.safe_load((Path(__file__).parent / "merging.yaml").read_text(encoding="utf-8"))
DOCUMENT: str = CASES["document"]
COMMENT = "# Checked against the report."
DECIDED = {"by": "editor", "decided": "2031-04-02"}


def decide(desk: Desk) -> None:
    """Accept one tag, reject another, add a third, and write a comment."""
    path = desk.folder / "reviews" / "child-a.yaml"
    text = path.read_text(encoding="utf-8")
    ids = {one.text: one.id for one in desk.review("child-a").statements}
    seen, shared = (next(ids[text] for text in ids if text.startswith(w)) for w in ("seeing", "the need"))
    text = edit.set_tag(text, seen, "theme", "safer-sleep", {"status": "accepted", **DECIDED})
    text = edit.set_tag(text, shared, "theme", "information-sharing", {"status": "rejected", **DECIDED})
    text = edit.add_tag(text, shared, Tag("neglect", "theme", "accepted", "editor", "2031-04-02"))
    path.write_text(f"{COMMENT}\n{text}", encoding="utf-8")


def decisions(desk: Desk) -> set[tuple[str, str, str, str]]:
    return {
        (one.id, tag.concept, tag.role, tag.status)
        for one in desk.statements().values()
        for tag in (*one.themes, *one.agencies)
        if tag.status != "proposed"
    }


def by_hand(desk: Desk, old: str, new: str = "") -> None:
    """Change the record of Child A as a person would."""
    path = desk.folder / "reviews" / "child-a.yaml"
    text = path.read_text(encoding="utf-8")
    word, _, rest = old.partition(" ")
    review = desk.review("child-a") if word in ("STATEMENT", "TAG", "FACT") else None
    if word == "STATEMENT" and review:
        (lost,) = [one.id for one in review.statements if one.text == rest]
        text = edit.set_keys(text, ("statements", lost), None)
    elif word == "TAG":
        text, count = re.subn(rf"(    themes:\n)?      - {{concept: {rest},.*\n", "", text)
        assert count == 1
    elif word == "FACT" and review:
        (place,) = [n for n, fact in enumerate(review.facts) if fact.fact == rest]
        text = edit.set_fact(text, place, {"status": "accepted", **DECIDED})
    else:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_a_document_is_read_again(case: dict[str, Any], desk: Desk) -> None:
    desk.read(DOCUMENT)
    decide(desk)
    first = desk.statements()
    for pair in case.get("record", []):
        by_hand(desk, *pair)
    text = DOCUMENT
    for old, new in case.get("document", []):
        assert old in text
        text = text.replace(old, new)
    before, kept = desk.content(), decisions(desk)
    outcome = desk.read(text)
    report = desk.lines(outcome)

    assert decisions(desk) == kept
    now = desk.statements()
    corrected, written = case.get("corrected", {}), case.get("texts", {})
    expected = {one.id: written.get(one.text, corrected.get(one.text, one.text)) for one in first.values()}
    gone = {one.id for one in first.values() if one.text in case.get("gone", [])}
    assert {name: one.text for name, one in now.items() if name in expected} == {
        name: text for name, text in expected.items() if name not in gone
    }
    assert sorted(now[name].text for name in now.keys() - expected.keys()) == sorted(case.get("new", []))
    assert sorted(one.text for one in now.values() if one.orphaned) == sorted(case.get("orphaned", []))
    record = (desk.folder / "reviews" / "child-a.yaml").read_text(encoding="utf-8")
    assert record.startswith(COMMENT)
    assert [words for words in case.get("has", []) if words not in record] == []
    assert [words for words in case.get("hasnt", []) if words in record] == []
    assert [words for words in case.get("says", []) if words not in report] == []
    if case.get("unchanged"):
        assert desk.content() == before
        assert "nothing has changed" in report
    stands(desk, text)
    after = desk.content()
    desk.read(text)
    assert desk.content() == after


def stands(desk: Desk, text: str) -> None:
    """Every statement stands in the text, and so do the words that its tags rest on."""
    found = desk.records()
    assert documents.problems(found, {found.sources[0].id: text}) == []


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_without_the_text_of_then_nothing_of_a_person_is_lost(case: dict[str, Any], desk: Desk) -> None:
    desk.read(DOCUMENT)
    decide(desk)
    for pair in case.get("record", []):
        by_hand(desk, *pair)
    for kept in (desk.folder / "texts").iterdir():
        kept.unlink()
    held, texts = decisions(desk), {one.id: one.text for one in desk.statements().values()}
    text = DOCUMENT
    for old, new in case.get("document", []):
        text = text.replace(old, new)
    desk.read(text)
    assert decisions(desk) == held
    assert {name: one.text for name, one in desk.statements().items() if name in texts} == texts
    after = desk.content()
    desk.read(text)
    assert desk.content() == after
