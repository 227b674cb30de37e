"""Every measure against a document of which some labels are wrong on purpose; figures worked out by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg import vocabulary
from kg.evaluate import Labelled, Loss, Reading, Scores, figures, loss, mistakes, read_document, read_labels
from kg.evaluate.reading import Stated
from kg.evaluate.words import letters_of
from kg.ingest import Matchers, matchers
from kg.resources import shipped

FOLDER = Path(__file__).parent / "labelled"
GOLD = FOLDER / "gold.csv"
KG = [sys.executable, "-c", "from kg.cli import main; main()", "evaluate"]


@pytest.fixture(scope="module")
def known() -> Matchers:
    return matchers(vocabulary.load(shipped("ontology")))


@pytest.fixture(scope="module")
def rows() -> tuple[Labelled, ...]:
    return read_labels(GOLD, vocabulary.load(shipped("ontology")))


@pytest.fixture(scope="module")
def reading(rows: tuple[Labelled, ...], known: Matchers) -> Reading:
    return read_document(FOLDER / "digest.txt", known, {row.words for row in rows})


@pytest.fixture(scope="module")
def made(rows: tuple[Labelled, ...], reading: Reading, known: Matchers) -> dict[str, Scores]:
    return {f.measure: f.scores for f in figures(rows, [reading], known) if not f.document}


@pytest.mark.parametrize(
    ("measure", "counts"),
    [
        ("statements", (4, 7, 6)),
        ("statements, end marks apart", (4, 7, 6)),
        ("statements: finding", (3, 4, 5)),  # one labelled a finding is a recommendation; one is cut short
        ("statements: recommendation", (0, 1, 0)),
        ("facts: type", (2, 2, 2)),
        ("facts: outcome", (2, 2, 3)),  # a death is labelled that the document does not tell
        ("facts: occurred", (1, 1, 1)),
        ("facts: ages", (1, 2, 1)),
        ("titles", (2, 2, 2)),
        ("keywords", (1, 2, 2)),
    ],
)
def test_figures_are_those_worked_out_by_hand(
    measure: str, counts: tuple[int, int, int], made: dict[str, Scores]
) -> None:
    assert (made[measure].right, made[measure].proposed, made[measure].gold) == counts


def test_tags_are_sought_in_the_labelled_words_and_on_the_statements(made: dict[str, Scores]) -> None:
    # the sentence without a document counts on labelled words alone
    assert made["themes on labelled words: all"].gold == 6
    assert made["themes end to end: all"].gold == 5
    assert made["themes on labelled words: all"].keys == 2
    for where in ("on labelled words", "end to end"):
        sure, every = made[f"themes {where}: high and medium"], made[f"themes {where}: all"]
        assert sure.proposed <= every.proposed
        assert sure.gold == every.gold


def test_sentences_alone_are_scored_by_the_word_lists_alone(
    rows: tuple[Labelled, ...], known: Matchers
) -> None:
    alone = [row for row in rows if not row.document]
    assert {f.measure.split(" ")[0] for f in figures(alone, [], known)} == {"themes", "agencies"}


def test_a_full_stop_is_told_apart(known: Matchers) -> None:
    stated = replace(READ.statements[0], words="The nurse was not told")
    made = {f.measure: f.scores.right for f in figures([NURSE], [replace(READ, statements=(stated,))], known)}
    assert made["statements, end marks apart"] == 1
    assert made["statements: finding"] == 0


def test_every_mistake_is_listed_once(rows: tuple[Labelled, ...], reading: Reading, known: Matchers) -> None:
    made = [one for one in mistakes(rows, [reading], known) if not one.mistake.startswith("tags")]
    assert len(made) == len(set(made))
    statements = {(one.mistake, one.kind, one.words[:12], one.detail) for one in made[:4]}
    assert statements == {
        ("wrong kind", "finding", "the council ", "proposed as recommendation"),
        ("missed", "finding", "the nursery ", ""),
        ("wrong", "summary", "Serious inju", ""),
        ("wrong", "finding", "the nursery ", ""),
    }


TEXT = "Learning. The nurse was not told. Nobody asked the boy."
NURSE = Labelled("a.txt", "A", "finding", "The nurse was not told.")
BOY = Labelled("a.txt", "A", "finding", "Nobody asked the boy.")
ELSEWHERE = Labelled("a.txt", "A", "finding", "Nobody asked the girl.")
READ = Reading(
    "a.txt",
    statements=(Stated("finding", NURSE.words, 10, 33, frozenset(), frozenset()),),
    letters=(letters_of(TEXT),),
)


@pytest.mark.parametrize(
    ("reading", "silent", "absent"),
    [
        (READ, [BOY], [ELSEWHERE]),
        (replace(READ, residual=((33, 55),)), [], [ELSEWHERE]),
        (replace(READ, residual=((40, 55),)), [BOY], [ELSEWHERE]),  # "Nobody" is lost all the same
        (replace(READ, warned=(("cut", 34),)), [], [ELSEWHERE]),
        (replace(READ, warned=(("cut", 10),)), [BOY], [ELSEWHERE]),
        (replace(READ, warned=(("count", 34),)), [BOY], [ELSEWHERE]),
        (replace(READ, warned=(("no-statements", 0),)), [], [ELSEWHERE]),
        (Reading("a.txt", refused="scrambled"), [], []),
    ],
    ids=["lost", "not understood", "part", "warned", "warned elsewhere", "count", "no points", "refused"],
)
def test_what_is_lost_silently(reading: Reading, silent: list[Labelled], absent: list[Labelled]) -> None:
    assert loss(reading, [NURSE, BOY, ELSEWHERE]) == Loss("a.txt", tuple(silent), tuple(absent), 3)


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], check=False, capture_output=True, text=True)


def test_the_table_says_what_its_intervals_mean() -> None:
    done = kg(str(GOLD))
    assert done.returncode == 0, done.stderr
    assert "statements: words right, kind wrong: 1 of 6" in done.stdout
    assert "0.57 (0.25-0.84)" in done.stdout  # 4 of 7
    assert "too\nnarrow where documents are few" in done.stdout


def test_figures_as_json_and_csv_are_the_same() -> None:
    made = json.loads(kg(str(GOLD), "--format", "json").stdout)
    lines = kg(str(GOLD), "--format", "csv").stdout.splitlines()
    assert len(lines) == 1 + len(made["figures"]) + len(made["counts"])
    first = made["figures"][0]
    assert lines[1].split(",")[:5] == ["statements", "", "4", "7", "6"]
    assert (first["precision"], first["precision_low"], first["precision_high"]) == (0.5714, 0.2505, 0.8418)


def test_a_document_that_cannot_be_read_costs_its_own_labels(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    (tmp_path / "digest.txt").write_bytes((FOLDER / "digest.txt").read_bytes())
    (tmp_path / "gold.csv").write_text(GOLD.read_text("utf-8") + "bad.pdf,A,finding,some words,,\n", "utf-8")
    done = kg(str(tmp_path / "gold.csv"))
    assert done.returncode == 0, done.stderr
    assert "documents not read: 1 of 2" in done.stdout
    assert "all its labels count as missed" in done.stderr
    assert "refused,bad.pdf" in kg(str(tmp_path / "gold.csv"), "--errors").stdout


def test_errors_are_rows_like_the_labels() -> None:
    lines = kg(str(GOLD), "--errors").stdout.splitlines()
    assert lines[0] == "mistake,document,review,kind,words,themes,agencies,detail"
    assert lines[1].startswith(
        "wrong kind,digest.txt,Child Q: serious case review,finding,the council should"
    )
    assert kg(str(GOLD), "--errors").stdout.splitlines() == lines
