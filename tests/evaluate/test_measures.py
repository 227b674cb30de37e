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
from kg.evaluate.measures import kind_wrong, on_words, pairs
from kg.evaluate.reading import Stated
from kg.evaluate.words import letters_of
from kg.gazetteer import Matcher
from kg.ingest import Matchers, matchers
from kg.resources import shipped
from kg.vocabulary import Concept

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


PAGES = "pages.txt"


@pytest.fixture(scope="module")
def pages(known: Matchers) -> tuple[tuple[Labelled, ...], Reading]:
    rows = read_labels(FOLDER / "pages.csv", vocabulary.load(shipped("ontology")))
    return rows, read_document(FOLDER / PAGES, known, {row.words for row in rows})


def test_a_page_header_in_mid_sentence_makes_no_difference(
    pages: tuple[tuple[Labelled, ...], Reading], known: Matchers
) -> None:
    rows, reading = pages
    made = {f.measure: f.scores for f in figures(rows, [reading], known) if not f.document}
    assert (made["statements: finding"].right, made["statements: finding"].gold) == (4, 6)
    assert [row.words for row in loss(reading, rows).absent] == ["the nursery knew"]
    assert not loss(reading, rows).silent


def test_a_label_that_took_the_header_for_words_is_right_too(known: Matchers) -> None:
    words = (
        "the nursery did not know that the family had moved, and nobody told the health visitor or the 1 "
        "Northmere Children Board - spring learning school about it"
    )
    reading = read_document(FOLDER / PAGES, known, {words})
    assert words in {one.words for one in reading.statements}
    label = Labelled(PAGES, "", "finding", words)
    assert loss(reading, [label]) == Loss(PAGES, (), (), 1)


def test_words_labelled_thrice_and_proposed_twice_are_missed_once(
    pages: tuple[tuple[Labelled, ...], Reading],
) -> None:
    rows, reading = pages
    asked = [row for row in rows if row.words == "nobody asked who lived at home" and row.kind == "finding"]
    made = [one for one in mistakes(asked, [reading], LISTS) if one.kind == "finding"]
    assert [one.mistake for one in made if one.words == asked[0].words] == ["missed"]
    assert len(kind_wrong(rows, reading)) == 0  # both are taken by findings of the same words
    turned = [row for row in rows if row.kind == "recommendation"]
    assert kind_wrong([*asked[:1], *turned], reading) == [(turned[0], "finding")]
    assert kind_wrong([*asked[:2], *turned], reading) == []


def test_reviews_are_matched_by_title_before_order(pages: tuple[tuple[Labelled, ...], Reading]) -> None:
    found = {title: read.title if read else None for title, read, _ in pairs(*pages)}
    assert found == {
        "Child U: child safeguarding practice review": "Child U: child safeguarding practice review",
        "": "Child T: child safeguarding practice review",
    }


def test_a_review_that_is_none_has_all_its_facts_wrong(
    pages: tuple[tuple[Labelled, ...], Reading], known: Matchers
) -> None:
    rows = [row for row in pages[0] if row.review]
    made = {f.measure: f.scores for f in figures(rows, [pages[1]], known)}
    outcome = made["facts: outcome"]
    assert (outcome.right, outcome.proposed, outcome.gold) == (1, 2, 1)


LISTS = Matchers(
    Matcher.of({"sleep": Concept("sleep", "Sleep", hidden=("cot",)), "boys": Concept("boys", "Boys")}),
    Matcher.of({"police": Concept("police", "Police")}),
)


@pytest.mark.parametrize(
    ("words", "every", "sure"),
    [
        ("a cot", {"sleep": "low"}, 0),
        ("a cot for sleep", {"sleep": "medium"}, 1),
        ("boys and a cot", {"boys": "medium"}, 1),  # a hidden label is a last resort
    ],
)
def test_a_theme_counts_once_with_its_best_confidence(words: str, every: dict[str, str], sure: int) -> None:
    row = Labelled("", "", "finding", words, frozenset({"sleep"}))
    made = {f.measure: f.scores for f in figures([row], [], LISTS)}
    assert dict(on_words(row, LISTS)[0]) == every
    assert made["themes on labelled words: all"].proposed == len(every)
    assert made["themes on labelled words: high and medium"].proposed == sure


def test_documents_are_told_apart_and_end_marks_do_not_lose_tags() -> None:
    tags = frozenset({("boys", "medium")})
    stated = Stated("finding", "Nobody asked the boys.", 0, 20, tags, frozenset())
    rows = [Labelled(name, "A", "finding", "Nobody asked the boys;", frozenset({"boys"})) for name in "ab"]
    readings = [Reading("a"), Reading("b", statements=(stated,))]
    every = list(figures(rows, readings, LISTS))
    split = {f.document: (f.scores.proposed, f.scores.gold) for f in every if f.document}
    assert split == {"a": (0, 1), "b": (1, 1)}
    end_to_end = next(f.scores for f in every if f.measure == "themes end to end: all")
    assert (end_to_end.right, end_to_end.proposed, end_to_end.gold) == (1, 1, 2)


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
