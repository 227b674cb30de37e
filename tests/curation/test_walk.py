"""What holds for any session: records stay readable, decisions stay, and every step can be taken back."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import records, resources, vocabulary
from kg.curation import Known, Lines, Look, State, Voice, Walk, hold_all, take
from kg.errors import BuildError
from kg.records import read_review

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).parent / "sample"
TODAY = "2031-06-01"
KNOWN = Known(vocabulary.load(resources.shipped("ontology")))

KEYS = st.lists(
    st.one_of(
        st.sampled_from(list("aaarrcc++sAduukx?")),
        st.sampled_from(["t", "a", "1", "2", "3", "sleep", "police", "neglect", "father", "death", "female"]),
        st.sampled_from(["", "7 weeks", "2031", "2", "school", "nothing like it", "é“”", "["]),
        st.text(max_size=6),
    ),
    max_size=60,
)


def walk_over(folder: Path, lines: Lines) -> Walk:
    return Walk(State(tuple(hold_all(folder)[0])), KNOWN, Voice(lines, Look()), TODAY)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_characters="\n\r"), max_size=12))
def test_an_age_may_be_typed_in_any_characters(age: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        copytree(SAMPLE, folder)
        take(walk_over(folder, typed(["s", "s", "s", "c", age, "", "q"])))
        one = next(one for one in records.read(folder).reviews if one.alias == "child-q")
        ages = [(fact.value, fact.status) for fact in one.facts if fact.fact == "age"]
        assert ages[0] in {("5 weeks", status) for status in ("proposed", "accepted", "rejected")}
        assert [status for _, status in ages[1:]] == ["accepted"] * (ages[0][1] == "rejected")


def typed(keys: list[str]) -> Lines:
    return Lines(io.StringIO("".join(f"{key}\n" for key in keys)), io.StringIO())


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "reviews").glob("*.yaml"))}


@settings(max_examples=40)
@given(KEYS)
def test_any_keys_keep_records_readable_and_undo_restores_every_byte(keys: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        copytree(SAMPLE, folder)
        before = files(folder)
        take(walk_over(folder, typed(keys)))
        decided = files(folder)
        assert len(records.read(folder).reviews) == 2
        for path, data in decided.items():
            comments = re.findall(rb"#.*", before[path])
            assert all(comment in data for comment in comments)
        for path, data in before.items():
            (folder / "reviews" / path).write_bytes(data)
        # The same keys once more, out of any dialogue, and undone to the last one.
        take(walk_over(folder, typed([*keys, "", "", "", *["u"] * (len(keys) + 2)])))
        assert files(folder) == before


# Each with what leads out of any dialogue: Enter alone, and a key that does nothing elsewhere.
OUT = "\n\n\nz"
DECISIONS = [
    *("a", "a", "r", "A", "x"),
    *(f"{keys}{OUT}" for keys in ("+\nt\nwhole family\n1", "c\nsleep\n1", "c\npolice\n1\n3")),
]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(DECISIONS), max_size=30), st.integers(0, 30))
def test_two_runs_decide_what_one_run_decides(keys: list[str], at: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        whole, parts = Path(name) / "whole", Path(name) / "parts"
        copytree(SAMPLE, whole)
        copytree(SAMPLE, parts)
        take(walk_over(whole, typed(keys)))
        take(walk_over(parts, typed(keys[:at])))
        take(walk_over(parts, typed(keys[at:])))
        assert files(whole) == files(parts)


class Edited(Lines):
    """Keys one a line, and somebody who edits files between some of them."""

    def __init__(self, keys: list[str], edits: dict[int, Callable[[], object]]) -> None:
        self.said = io.StringIO()
        super().__init__(io.StringIO("".join(f"{key}\n" for key in keys)), self.said)
        self._edits, self._pressed = edits, 0

    def key(self) -> str | None:
        if edit := self._edits.get(self._pressed):
            edit()
        self._pressed += 1
        return super().key()

    @property
    def words(self) -> str:
        return " ".join(self.said.getvalue().split())


def edit(path: Path, old: str, new: str) -> Callable[[], object]:
    def change() -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_an_edit_made_meanwhile_is_never_written_over(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    talk = Edited(["a", "a", "a"], {1: edit(path, "reason: unstated", "reason: incident  # by hand")})
    take(walk_over(sample, talk))
    text = path.read_text(encoding="utf-8")
    assert "reason: incident  # by hand" in text
    review = read_review(text, "child-q.yaml")
    assert [fact.status for fact in review.facts[:3]] == ["accepted", "accepted", "proposed"]
    assert "was changed by another program, and was read again" in talk.words
    assert "Nothing was written: look at it once more." in talk.words


def test_what_was_decided_before_an_edit_cannot_be_undone_and_is_still_counted(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    talk = Edited(["a", "u", "u"], {1: edit(path, "item: 1  # of two", "item: 1")})
    walk = walk_over(sample, talk)
    take(walk)
    assert "item: 1\n" in path.read_text(encoding="utf-8")
    assert walk.state.tally["accepted"] == 1
    assert "can no longer be undone here" in talk.words
    assert "There is nothing to undo" in talk.words


def test_an_edit_is_seen_before_the_next_thing_is_shown(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    title = "Child Q: serious case review"
    talk = Edited(["d", "s", "q"], {1: edit(path, title, "Child Q: a review"), 2: lambda: None})
    take(walk_over(sample, talk))
    assert "Child Q: a review" in talk.words


def test_a_file_that_is_broken_meanwhile_costs_only_itself(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    talk = Edited(["s", "a"], {1: edit(path, "item: 1", "item: one")})
    take(walk_over(sample, talk))
    assert "item: one" in path.read_text(encoding="utf-8")
    assert "is no valid record any more, and is left out of this walk" in talk.words
    assert "'one' is no whole number" in talk.words
    assert "Twins R: local child safeguarding practice review" in talk.words


def test_a_file_that_is_deleted_meanwhile_is_not_made_again(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    talk = Edited(["a", "q"], {0: path.unlink})
    take(walk_over(sample, talk))
    assert not path.exists()
    assert "cannot be read" in talk.words


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_leaves_the_record_and_nothing_beside_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = files(sample)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    walk = walk_over(sample, typed(["a"]))
    monkeypatch.setattr(call, full)
    with pytest.raises(BuildError, match="No space left"):
        take(walk)
    assert files(sample) == before
    assert {path.name for path in (sample / "reviews").iterdir()} == set(before)
    assert not walk.state.steps


def test_what_a_killed_run_left_behind_goes_and_what_editors_leave_stays(sample: Path) -> None:
    for name in (".child-q.yaml.4711", ".child-q.yaml.swp"):
        (sample / "reviews" / name).write_text("id: r-2233", encoding="utf-8")
    take(walk_over(sample, typed(["a"])))
    left = {path.name for path in (sample / "reviews").iterdir()}
    assert left == {"child-q.yaml", "twins-r.yaml", ".child-q.yaml.swp"}


HAND = "  outcome: [injury]\n  children:\n    - {age: a baby, status: [child-protection-plan]}\n"


def test_what_is_in_the_incident_by_hand_stays(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    edit(path, "  outcome: [unstated]\n", HAND)()
    talk = Edited(["A"], {})
    take(walk_over(sample, talk))
    incident = read_review(path.read_text(encoding="utf-8"), "child-q.yaml").incident
    assert incident.outcome == ("injury", "death")
    assert incident.cause == ("unsafe-sleep",)
    assert [child.age for child in incident.children] == ["a baby"]
    assert "The children of the incident were written by hand and stay so" in talk.words


def test_what_contradicts_the_incident_is_not_written(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    edit(path, "  outcome: [unstated]\n", '  outcome: [unstated]\n  occurred: "2030"\n')()
    talk = Edited(["s"] * 5 + ["a", "r"], {})
    take(walk_over(sample, talk))
    review = read_review(path.read_text(encoding="utf-8"), "child-q.yaml")
    assert review.incident.occurred == "2030"
    assert review.facts[5].status == "rejected"
    assert "This cannot be written, and nothing was changed:" in talk.words


def test_what_was_accepted_before_keeps_its_date(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    old = 'neglect, status: accepted, by: editor, decided: "2030-01-02"'
    edit(path, "neglect, status: proposed, by: gazetteer-1", old)()
    before = path.read_bytes()
    talk = Edited(["s"] * 9 + ["+", "t", "neglect", "1", "q"], {})
    take(walk_over(sample, talk))
    assert "The statement has it already: theme: Neglect." in talk.words
    assert path.read_bytes() == before


def test_a_review_has_one_kind(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    second = "  - {fact: type, value: lcspr, status: proposed, by: summary-1, start: 66, end: 80}\n"
    edit(path, "facts:\n", f"facts:\n{second}")()
    talk = Edited(["a", "a", "A"], {})
    take(walk_over(sample, talk))
    review = read_review(path.read_text(encoding="utf-8"), "child-q.yaml")
    assert review.type == "lcspr"
    assert [fact.status for fact in review.facts[:3]] == ["accepted", "proposed", "accepted"]
    assert "A review has one at most, and this is accepted: kind of review: local child" in talk.words


def test_accept_all_takes_the_first_of_two_kinds(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    second = "  - {fact: type, value: lcspr, status: proposed, by: summary-1, start: 66, end: 80}\n"
    edit(path, "facts:\n", f"facts:\n{second}")()
    take(walk_over(sample, typed(["A"])))
    review = read_review(path.read_text(encoding="utf-8"), "child-q.yaml")
    assert review.type == "lcspr"
    assert [fact.status for fact in review.facts[:3]] == ["accepted", "proposed", "accepted"]


def test_two_children_of_one_age_are_two_facts(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    sex = "  - {fact: sex, value: female, status: proposed, by: summary-1, start: 108, end: 112}\n"
    edit(path, sex, sex + sex)()
    take(walk_over(sample, typed(["s", "s", "s", "s", "s", "r"])))
    review = read_review(path.read_text(encoding="utf-8"), "child-q.yaml")
    assert [fact.status for fact in review.facts if fact.fact == "sex"] == ["proposed", "rejected"]


def test_the_last_decision_of_all_can_be_undone(sample: Path) -> None:
    (sample / "reviews" / "child-q.yaml").unlink()
    before = files(sample)
    talk = Edited([*["a"] * 8, *["u"] * 8, "q"], {})
    take(walk_over(sample, talk))
    assert "That was the last one. u undo q quit" in talk.words
    assert files(sample) == before


def test_the_last_statement_of_a_review_is_not_deleted(sample: Path) -> None:
    path = sample / "reviews" / "child-q.yaml"
    text = path.read_text(encoding="utf-8")
    head, orphan = text[: text.index("  - id: s-22334455")], text[text.index("  - id: f-66778899") :]
    head = head[: head.index("facts:")] + "statement-count: 1\nstatements:\n"
    path.write_text(head + orphan, encoding="utf-8")
    talk = Edited(["x", "q"], {})
    take(walk_over(sample, talk))
    assert "It is the last statement of its review." in talk.words
    assert "f-66778899" in path.read_text(encoding="utf-8")
