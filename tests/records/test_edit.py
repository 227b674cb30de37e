"""Edits change what they are about, and nothing else that a person wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.records.styled import styled
from tests.records.test_writer import reviews, sources

from kg.errors import ProblemsFound
from kg.records import (
    Evidence,
    Label,
    Review,
    Source,
    Statement,
    Tag,
    edit,
    read_review,
    read_source,
    write_review,
    write_source,
)

PROPOSED = (Path(__file__).parent / "proposed" / "reviews" / "gamma.yaml").read_text(encoding="utf-8")
slow = settings(  # no shrinking: it takes minutes, and a text in another hand shows what broke as it is
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def comments(text: str) -> set[str]:
    return set(re.findall(r"# (?:comment|own) \d+\b.*", text))


@slow
@given(st.data(), reviews, reviews)
def test_any_record_can_become_any_other_and_no_comment_is_lost(
    data: st.DataObject, one: Review, other: Review
) -> None:
    text = data.draw(styled(write_review(one)))
    assert read_review(text, "") == one
    assert edit.rewrite_review(text, one) == text
    changed = edit.rewrite_review(text, other)
    assert read_review(changed, "") == other
    assert comments(changed) == comments(text)


@slow
@given(st.data(), sources, sources)
def test_any_source_can_become_any_other(data: st.DataObject, one: Source, other: Source) -> None:
    text = data.draw(styled(write_source(one)))
    assert edit.rewrite_source(text, one) == text
    changed = edit.rewrite_source(text, other)
    assert read_source(changed, "") == other
    assert comments(changed) == comments(text)


@slow
@given(reviews, reviews)
def test_a_file_in_the_written_form_stays_in_it(one: Review, other: Review) -> None:
    assert edit.rewrite_review(write_review(one), other) == write_review(other)


@slow
@given(st.data(), reviews)
def test_only_the_line_of_a_changed_value_changes(data: st.DataObject, one: Review) -> None:
    text = data.draw(styled(write_review(one)))
    before, after = text.split("\n"), edit.set_keys(text, ("title",), "Another title: now").split("\n")
    (changed,) = [place for place, line in enumerate(before) if line.startswith("title:")]
    assert before[:changed] + before[changed + 1 :] == after[:changed] + after[changed + 1 :]


NEGLECT = (
    "{by: gazetteer-1, start: 247, end: 254, rule: preferred, confidence: high, vocabulary: 0123456789abcdef}"
)
DIGEST = "a" * 64
TAG = Tag("training", "theme", "accepted", "editor", "2031-04-02")
POINT = Statement("f-22222222", "finding", "Learning", "A point.", "verbatim", Evidence(1, 2, DIGEST))
YES = {"status": "accepted", "by": "editor", "decided": "2031-04-02"}
DECIDED = 'status: accepted, by: editor, decided: "2031-04-02"'

EDITS = {
    "a tag is accepted": (
        lambda text: edit.set_tag(text, "f-56789234", "theme", "neglect", YES),
        [
            f"-      - {{concept: neglect, status: proposed, by: gazetteer-1, found: {NEGLECT}}}",
            f"+      - {{concept: neglect, {DECIDED}, found: {NEGLECT}}}",
        ],
    ),
    "a tag is added after the others": (
        lambda text: edit.add_tag(text, "f-45678923", TAG),
        [f"+      - {{concept: training, {DECIDED}}}"],
    ),
    "a first tag is added": (
        lambda text: edit.add_tag(text, "f-67892345", TAG),
        ["+    themes:", f"+      - {{concept: training, {DECIDED}}}"],
    ),
    "a fact is accepted": (
        lambda text: edit.set_fact(text, 3, YES),
        [
            "-  - {fact: sex, value: female, status: proposed, by: summary-1, start: 96, end: 100}",
            f"+  - {{fact: sex, value: female, {DECIDED}, start: 96, end: 100}}",
        ],
    ),
    "a value is added": (
        lambda text: edit.set_keys(text, ("incident", "occurred"), "2030"),
        ['+  occurred: "2030"'],
    ),
    "a value is taken out": (
        lambda text: edit.set_keys(text, ("statements", "f-67892345", "cut"), False),
        ["-    cut: true"],
    ),
    "a list is begun": (
        lambda text: edit.add_item(text, ("incident", "cause"), "accident"),
        ["+  cause: [accident]"],
    ),
    "a list goes on": (
        lambda text: edit.add_item(text, ("labels",), Label("unseen women", "A library")),
        ["+  - {term: unseen women, by: A library}"],
    ),
    "an item goes": (
        lambda text: edit.set_keys(text, ("labels", 2), None),
        ["-  - {term: sleep, by: A library made for tests}"],
    ),
    "a statement is added": (
        lambda text: edit.add_statement(text, POINT, "s-45678923"),
        [
            "-statement-count: 5",
            "+statement-count: 6",
            "+  - id: f-22222222",
            "+    kind: finding",
            "+    heading: Learning",
            "+    text: A point.",
            "+    wording: verbatim",
            f"+    evidence: {{start: 1, end: 2, sha256: {DIGEST}}}",
        ],
    ),
    "nothing": (lambda text: edit.set_keys(text, ("title",), "The first case"), []),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_these_lines(name: str) -> None:
    change, lines = EDITS[name]
    made = ndiff(PROPOSED.split("\n"), change(PROPOSED).split("\n"))
    assert [line[0] + line[2:] for line in made if line[0] in "+-"] == lines


def test_a_comment_stays_when_its_line_goes() -> None:
    text = PROPOSED.replace("by: A library made for tests}", "by: A library made for tests}  # ask them")
    after = edit.set_keys(text, ("labels", 2), None)
    assert "made for tests" not in after.partition("incident:")[2]
    assert "\n  # ask them\n" in after


@pytest.mark.parametrize(
    ("path", "value"),
    [(("title",), "two\nlines"), (("alias",), "No Alias"), (("statements", "f-67892345", "kind"), "action")],
)
def test_an_edit_that_would_break_the_record_is_refused(path: edit.Path, value: str) -> None:
    with pytest.raises(ProblemsFound):
        edit.set_keys(PROPOSED, path, value)


@pytest.mark.parametrize("path", [("titel",), ("statements", "f-99999999", "text"), ("facts", 99)])
def test_what_is_not_there_cannot_be_changed(path: edit.Path) -> None:
    with pytest.raises(KeyError):
        edit.set_keys(PROPOSED, path, "x")


def test_a_tag_that_is_there_already_is_not_added() -> None:
    with pytest.raises(ProblemsFound, match="tagged 2 times"):
        edit.add_tag(PROPOSED, "f-45678923", replace(TAG, concept="safer-sleep"))
