"""Why a tag is there: what the records say, and what word lists say now of the same words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from kg import records, vocabulary
from kg.errors import NotFoundError
from kg.records import Evidence, Records, Statement, Tag
from kg.resources import shipped
from kg.vocabulary import Concept, Vocabulary
from kg.why import Explanation, explain, find, tried
from kg.why.words import found_words

ROOT = Path(__file__).resolve().parent.parent
PROPOSED = ROOT / "records" / "proposed"
TEXT = (PROPOSED / "texts" / "bulletin.txt").read_text(encoding="utf-8")
KG = [sys.executable, "-c", "from kg.cli import main; main()", "explain"]
CODES = vocabulary.load(shipped("ontology"))
LISTS = Vocabulary(
    MappingProxyType(
        {
            **CODES.schemes,
            "theme": {
                "safer-sleep": Concept("safer-sleep", "Safer sleep", ("advice on sleep",)),
                "repetition": Concept("repetition", "Repetition", hidden=("said again",)),
                "neglect": Concept("neglect", "Neglect"),
            },
            "agency": {"police": Concept("police", "Police")},
        }
    ),
    MappingProxyType({"theme": "a" * 64, "agency": "0123456789abcdef" * 4}),
)
"""Word lists for these tests, so that an edit of the shipped ones changes nothing here."""


@pytest.fixture(scope="module")
def proposed() -> Records:
    return records.read(PROPOSED)


def explained(proposed: Records, meant: str, text: str | None = None) -> Explanation:
    return explain(*find(proposed, meant, {}), LISTS, text)


def test_a_rule_that_proposed_is_told_with_its_words_and_whether_the_list_changed(proposed: Records) -> None:
    sleep, notes = explained(proposed, "f-45678923").reasons
    assert (sleep.concept, sleep.status, sleep.by, sleep.decided) == (
        "safer-sleep", "accepted", "editor", "2031-04-02",
    )  # fmt: skip
    assert sleep.found is not None
    assert (sleep.words, sleep.found.rule, sleep.found.confidence) == ("safer sleep", "preferred", "high")
    assert sleep.changed
    assert (notes.concept, notes.found, notes.words, notes.changed) == ("record-keeping", None, None, False)


def test_a_list_of_the_same_version_has_not_changed(proposed: Records) -> None:
    police = next(one for one in explained(proposed, "f-56789234").reasons if one.scheme == "agency")
    assert not police.changed


def test_what_the_lists_say_now_is_told_of_each_tag_and_of_those_not_there(proposed: Records) -> None:
    made = explained(proposed, "f-45678923")
    sleep, notes = made.reasons
    assert sleep.now is not None
    assert (sleep.now.words, sleep.now.rule) == ("safer sleep", "preferred")
    assert notes.now is None
    assert notes.label == "record-keeping"  # a concept that the vocabulary has no more goes by its id
    assert made.proposals == ()  # "said again" is a hidden label, and something surer is found


PARAPHRASE = Statement("f-22222222", "finding", "", "Our words.", "paraphrase", Evidence(2, 9, ""))
VERBATIM = Statement("f-33333333", "finding", "", "the boy", "verbatim", Evidence(2, 9, ""))
UNEVEN = Statement("f-44444444", "finding", "", "the boy", "verbatim", Evidence(2, 11, ""))
ORPHAN = Statement("f-55555555", "finding", "", "the boy", "verbatim", Evidence(2, 9, ""), orphaned="a" * 64)


@pytest.mark.parametrize(
    ("statement", "text", "words", "whose", "found"),
    [
        (PARAPHRASE, None, "Our words.", "paraphrase", None),
        (PARAPHRASE, "- the boy.", "the boy", "source", "boy"),
        (VERBATIM, None, "the boy", "verbatim", "boy"),
        (UNEVEN, None, "the boy", "verbatim", None),  # white space was made single: offsets do not fit
        (ORPHAN, "another text", "the boy", "verbatim", "boy"),
    ],
)
def test_the_best_words_at_hand_are_tried(
    statement: Statement, text: str | None, words: str, whose: str, found: str | None
) -> None:
    assert (tried(statement, text).words, tried(statement, text).whose) == (words, whose)
    assert found_words(statement, (6, 9), text) == found


@pytest.mark.parametrize(
    ("meant", "found"),
    [
        ("f-45678923", "f-45678923"),
        ("statement:f-45678923", "f-45678923"),
        ("  Not   Said AGAIN ", "f-45678923"),
        ("s-45678923", "s-45678923"),
    ],
)
def test_a_statement_is_found_by_id_or_words(proposed: Records, meant: str, found: str) -> None:
    assert find(proposed, meant, {})[1].id == found


def test_a_statement_is_found_by_the_words_of_its_source() -> None:
    made = records.read(PROPOSED)
    place = made.reviews[0].statements[1].evidence
    words = TEXT[place.start : place.end]
    assert find(made, words, {"bulletin": TEXT})[1].id == "f-45678923"


def test_an_orphan_is_not_found_by_what_now_stands_in_its_place(proposed: Records) -> None:
    orphan = next(one for one in proposed.reviews[0].statements if one.orphaned)
    elsewhere = TEXT[orphan.evidence.start : orphan.evidence.end]
    with pytest.raises(NotFoundError):
        find(proposed, elsewhere, {"bulletin": TEXT})


@pytest.mark.parametrize(
    ("meant", "message"),
    [
        ("f-45678924", "Did you mean .*f-45678923"),
        ("was", "statements have the words 'was'"),
        ("no such words at all", "find-statements"),
        ("", "No statement"),
    ],
)
def test_what_is_not_found_says_what_to_do(proposed: Records, meant: str, message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        find(proposed, meant, {})


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    wide = {**os.environ, "COLUMNS": "200"}
    return subprocess.run([*KG, *arguments], check=False, capture_output=True, text=True, env=wide)


def test_the_command_says_who_decided_and_which_rule(tmp_path: Path) -> None:
    (tmp_path / "any-name.txt").write_text(TEXT, encoding="utf-8", newline="")
    done = kg("f-45678923", "--data", str(PROPOSED), "--sources", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "theme safer-sleep (Safer sleep): accepted (editor, 2031-04-02)" in done.stdout
    assert "proposed on 'safer sleep': preferred label, high confidence" in done.stdout
    assert "no rule is recorded: a person gave it" in done.stdout
    assert "tried on the source's own words." in done.stdout


def test_a_paraphrase_is_called_one() -> None:
    done = kg("f-2dp763ef", "--data", str(shipped("data")))
    assert done.returncode == 0, done.stderr
    assert "tried on our paraphrase" in done.stdout


def test_an_orphan_is_called_one() -> None:
    assert "takes no part in the graph" in kg("f-78923456", "--data", str(PROPOSED)).stdout


def test_json_has_it_all() -> None:
    made = json.loads(kg("f-56789234", "--data", str(PROPOSED), "--format", "json").stdout)
    assert (made["statement"], made["review"], made["tried"]["whose"]) == ("f-56789234", "gamma", "verbatim")
    assert [(tag["concept"], tag["status"], tag["words"]) for tag in made["tags"]] == [
        ("neglect", "proposed", "neglect"),
        ("information-sharing", "rejected", "were not told"),
        ("police", "proposed", "police"),
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["f-99999999"], 2, "No statement"),
        (["f-2dp763ef", "--sources", "no-such-folder"], 2, "no-such-folder"),
        (["f-2dp763ef", "--data", "no-such-folder"], 2, "no-such-folder"),
    ],
)
def test_what_is_not_understood_ends_with_a_message(arguments: list[str], code: int, message: str) -> None:
    done = kg(*arguments)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_text_that_is_missing_is_told_and_the_paraphrase_is_tried(tmp_path: Path) -> None:
    done = kg("f-2dp763ef", "--data", str(shipped("data")), "--sources", str(tmp_path))
    assert done.returncode == 0
    assert "what to do" in done.stderr
    assert "our paraphrase" in done.stdout


def test_a_tag_is_there_once_however_often_it_is_named() -> None:
    tag = Tag("repetition", "theme", "accepted", "editor")
    statement = replace(VERBATIM, text="It was said again, and once more: repetition.", themes=(tag,))
    review = records.read(PROPOSED).reviews[0]
    made = explain(review, statement, LISTS)
    assert made.proposals == ()
    assert made.reasons[0].now is not None
    assert (made.reasons[0].now.words, made.reasons[0].now.confidence) == ("repetition", "medium")
