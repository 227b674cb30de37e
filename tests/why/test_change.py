"""What a change of the word lists gains and loses, judged by what people decided."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from kg.build.manifest import Manifest
from kg.gazetteer import Matcher
from kg.ingest import Matchers
from kg.records import Evidence, Records, Statement, Tag
from kg.records import read as read_records
from kg.resources import shipped
from kg.store import load
from kg.vocabulary import Concept
from kg.why import changes, compare, totals
from kg.why.change import judge

if TYPE_CHECKING:
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()", "vocabulary", "test"]
PAST = "a parent's past"
"""Words of the shipped paraphrase of f-2dp763ef, of which parental-history was accepted and covid never."""


def tag(concept: str, status: str) -> Tag:
    return Tag(concept, "theme", status, "editor" if status != "proposed" else "gazetteer-1")


def statement(text: str, *themes: Tag, agencies: tuple[Tag, ...] = ()) -> Statement:
    return Statement(
        "f-22222222", "finding", "", text, "verbatim", Evidence(0, 9, ""), themes=themes, agencies=agencies
    )


@pytest.mark.parametrize(
    ("themes", "verdict", "because"),
    [
        ({"sleep": "accepted"}, "right", "accepted"),
        ({"sleep": "rejected"}, "wrong", "rejected"),
        ({"sleep": "proposed"}, "undecided", "proposed"),
        ({"neglect": "accepted"}, "wrong", "not tagged"),
        ({"neglect": "rejected"}, "wrong", "not tagged"),
        ({"neglect": "proposed"}, "undecided", "not tagged"),
        ({"neglect": "accepted", "fathers": "proposed"}, "undecided", "not tagged"),
        ({}, "undecided", "not tagged"),
    ],
)
def test_a_proposal_is_judged_by_what_people_decided(
    themes: dict[str, str], verdict: str, because: str
) -> None:
    tags = (tag(concept, status) for concept, status in themes.items())
    assert judge(statement("", *tags), "theme", "sleep") == (verdict, because)


def test_a_decision_about_agencies_settles_the_themes_too() -> None:
    police = (Tag("police", "mentioned", "accepted", "editor"),)
    assert judge(statement("", agencies=police), "theme", "sleep") == ("wrong", "not tagged")


def lists(*themes: Concept) -> Matchers:
    by_id = {concept.id: concept for concept in themes}
    return Matchers(Matcher.of(by_id), Matcher.of({"police": Concept("police", "Police")}))


BEFORE = lists(
    Concept("sleep", "Sleep", hidden=("bed sharing",)),
    Concept("neglect", "Neglect"),
    Concept("missing", "Missing"),
)
AFTER = lists(
    Concept("sleep", "Sleep", ("bed sharing",)),
    Concept("neglect", "Child neglect"),
    Concept("missing", "Missing", ("ran away",)),
)


@pytest.mark.parametrize(
    ("text", "themes", "expected"),
    [
        ("bed sharing", {"sleep": "accepted"}, [("surer", "sleep", "bed sharing", "high", "low", "right")]),
        ("neglect", {"neglect": "rejected"}, [("lost", "neglect", "neglect", "medium", "", "wrong")]),
        ("she ran away", {"missing": "accepted"}, [("gained", "missing", "ran away", "high", "", "right")]),
        ("she ran away", {}, [("gained", "missing", "ran away", "high", "", "undecided")]),
        ("the police", {"sleep": "accepted"}, []),
    ],
)
def test_each_difference_is_told_once(
    text: str, themes: dict[str, str], expected: list[tuple[str, ...]]
) -> None:
    one = statement(text, *(tag(concept, status) for concept, status in themes.items()))
    made = changes(list(compare(of(one), BEFORE, AFTER, {})))
    told = [
        (c.what, c.naming.concept, c.naming.words, c.naming.confidence, c.before, c.verdict) for c in made
    ]
    assert told == expected
    back = changes(list(compare(of(one), AFTER, BEFORE, {})))
    opposite = {"gained": "lost", "lost": "gained", "surer": "less sure", "less sure": "surer"}
    assert [c.what for c in back] == [opposite[c.what] for c in made]


def of(*statements: Statement) -> Records:
    first = read_records(shipped("data")).reviews[0]
    return Records((), (replace(first, alias="one", statements=statements),))


def test_an_orphan_has_no_words_to_try() -> None:
    one = replace(statement("she ran away"), orphaned="a" * 64)
    assert list(compare(of(one), BEFORE, AFTER, {})) == []


def test_totals_count_only_what_is_judged() -> None:
    text = "bed sharing; she ran away"
    one = statement(text, tag("sleep", "accepted"), tag("neglect", "proposed"), tag("missing", "rejected"))
    made = {t.name: t for t in totals(list(compare(of(one), BEFORE, AFTER, {})))}
    before, after = made["themes: all"].before, made["themes: all"].after
    assert (before.right, before.proposed, before.gold) == (1, 1, 1)  # neglect is undecided
    assert (after.right, after.proposed, after.gold) == (1, 2, 1)  # "ran away" was rejected
    assert made["themes: high and medium"].before.proposed == 0


THEMES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix theme: <https://w3id.org/crkg/theme/> .

theme:parental-history a skos:Concept ; skos:inScheme <https://w3id.org/crkg/theme> ;
    skos:prefLabel "Using history and chronology"@en .
theme:covid a skos:Concept ; skos:inScheme <https://w3id.org/crkg/theme> ;
    skos:prefLabel "Covid-19"@en .
"""
"""Word lists of these tests' own, so that an edit of the shipped ones changes nothing here."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("before") / "ontology"
    shutil.copytree(shipped("ontology"), folder)
    (folder / "themes.ttl").write_text(THEMES, encoding="utf-8")
    (folder / "wording" / "themes.ttl").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def edited(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with one right name and one wrong one more."""
    folder = tmp_path_factory.mktemp("edited") / "ontology"
    shutil.copytree(before, folder)
    named = THEMES.replace(" a skos:Concept ;", f' a skos:Concept ; skos:hiddenLabel "{PAST}"@en ;')
    (folder / "themes.ttl").write_text(named, encoding="utf-8")
    return folder


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], cwd=folder, check=False, capture_output=True, text=True)


def test_the_lines_say_what_is_gained_where_and_whether_it_is_right(
    before: Path, edited: Path, tmp_path: Path
) -> None:
    done = kg(tmp_path, "--ontology", str(edited), "--against", str(before))
    assert done.returncode == 0, done.stderr
    line = f"on f-2dp763ef (ruby) '{PAST}', low confidence"
    assert f"gained: parental-history {line}; accepted: right" in done.stdout
    assert f"gained: covid {line}; not tagged: wrong" in done.stdout
    assert "Together: gained 1 wrong, gained 1 right." in done.stdout
    assert "99 in our paraphrase" in done.stdout


def test_json_has_the_totals_and_csv_the_lines(before: Path, edited: Path, tmp_path: Path) -> None:
    folders = ("--ontology", str(edited), "--against", str(before))
    made = json.loads(kg(tmp_path, *folders, "--format", "json").stdout)
    first = made["totals"][0]
    assert first["measure"] == "themes: all"
    assert first["after"]["right"] == first["before"]["right"] + 1
    assert first["after"]["proposed"] == first["before"]["proposed"] + 2
    heading, *lines = kg(tmp_path, *folders, "--format", "csv").stdout.splitlines()
    assert heading.startswith("change,kind,concept,statement,review,words")
    assert len(lines) == len(made["changes"]) == 2


def test_the_other_way_round_the_same_is_lost(before: Path, edited: Path, tmp_path: Path) -> None:
    shutil.copytree(before, tmp_path / "ontology")  # found as the one being edited
    done = kg(tmp_path, "--against", str(edited))
    assert "Together: lost 1 wrong, lost 1 right." in done.stdout


def test_the_vocabulary_of_the_last_build_is_compared_with(
    before: Path, edited: Path, tmp_path: Path
) -> None:
    build = tmp_path / "build" / "current"
    build.mkdir(parents=True)
    load([], before, build / "store")
    (build / "manifest.json").write_text(json.dumps(asdict(Manifest("", "", {}, {}))), encoding="utf-8")
    shutil.copytree(edited, tmp_path / "ontology")
    done = kg(tmp_path)
    assert "Before: the build build/current" in done.stderr
    assert "Together: gained 1 wrong, gained 1 right." in done.stdout


def test_without_a_build_the_shipped_vocabulary_is_compared_with(tmp_path: Path) -> None:
    done = kg(tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"Before: {shipped('ontology').as_posix()}." in done.stderr
    assert "Nothing is gained, lost" in done.stdout


def test_a_vocabulary_that_does_not_parse_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "themes.ttl").write_text("theme:x a\n", encoding="utf-8")
    done = kg(tmp_path, "--against", ".")
    assert done.returncode == 1
    assert "themes.ttl" in done.stderr


@pytest.mark.seed
def test_the_sources_own_words_are_tried_where_they_are_at_hand(
    before: Path, edited: Path, seeds: Path
) -> None:
    done = kg(edited, "--ontology", ".", "--against", str(before), "--sources", str(seeds))
    assert done.returncode == 0, done.stderr
    assert "99 in the source's own words" in done.stdout
    assert "Nothing is gained" in done.stdout  # the words are our paraphrase's
