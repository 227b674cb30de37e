"""`kg review` with keys from a pipe: what scripts do, and what is said where nothing can be done."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.cli.reviewing import KG, PLAIN, copied, kg, statuses

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_keys_come_one_a_line_from_a_pipe(data: Path) -> None:
    done = kg(data, "a r q", "--on", "2031-06-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert statuses(data)[:3] == ["accepted", "rejected", "proposed"]
    assert 'decided: "2031-06-01"' in (data / "reviews" / "child-q.yaml").read_text(encoding="utf-8")
    assert "24 proposals to decide in 2 reviews" in " ".join(done.stdout.split())
    assert re.search(r"1 +accepted\n +1 +rejected\n +0 +changed\n +0 +skipped\n +22 +left", done.stdout)
    assert f"kg check --data {data}".replace(" ", "") in "".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_a_decision_has_the_date_of_the_day_it_is_taken(data: Path) -> None:
    days = {date.today().isoformat()}  # noqa: DTZ011 - the day where the test runs
    kg(data, "a")
    days.add(date.today().isoformat())  # noqa: DTZ011 - likewise; a test may run at midnight
    text = (data / "reviews" / "child-q.yaml").read_text(encoding="utf-8")
    assert any(f'decided: "{day}"' in text for day in days)


@pytest.mark.parametrize("name", ["twins-r", "r-55667788"])
def test_one_review_is_named_by_alias_or_id(data: Path, name: str) -> None:
    done = kg(data, "A", "--record", name)
    assert "Twins R" in done.stdout
    assert "Child Q" not in done.stdout
    assert set(statuses(data)) == {"proposed"}


def test_a_record_that_there_is_not_is_named_with_the_nearest(data: Path) -> None:
    done = kg(data, "", "--record", "child-k")
    assert done.returncode == 2
    assert "There is no record 'child-k'. Did you mean child-q?" in done.stderr


def test_nothing_to_review_says_so(data: Path) -> None:
    done = kg(data, "A a a a A s s A x A A")
    assert "That was the last one" in done.stdout
    assert "0  left to decide" in done.stdout
    assert "kg review" not in done.stdout
    done = kg(data, "")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing to review: all that was proposed is decided.")


def test_statements_without_a_theme_are_offered_again_by_name_only(data: Path) -> None:
    kg(data, "A a a a A s s A x A A")
    assert "hold the whole family in mind" in kg(data, "s s", "--record", "child-q").stdout
    assert "Nothing to review in twins-r" in kg(data, "", "--record", "twins-r").stdout


def test_a_record_that_cannot_be_read_costs_only_itself(data: Path) -> None:
    path = data / "reviews" / "child-q.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("item: 1", "item: one"), encoding="utf-8")
    done = kg(data, "a")
    assert done.returncode == 1
    assert "child-q.yaml:9: [child-q] item: 'one'" in done.stderr
    assert statuses_of_text(data / "reviews" / "twins-r.yaml")["accepted"] == 1


def statuses_of_text(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8")
    return {word: text.count(f"status: {word}") for word in ("proposed", "accepted", "rejected")}


def test_without_records_of_onesterminal_nothing_that_ships_is_changed(tmp_path: Path) -> None:
    done = subprocess.run(
        KG, check=False, input="a\n", capture_output=True, encoding="utf-8", env=PLAIN, cwd=tmp_path
    )
    assert done.returncode == 2
    assert "There are no records here" in done.stderr


@pytest.mark.parametrize("where", ["texts", "elsewhere", ""], ids=["beside", "named", "nowhere"])
def test_the_words_found_are_marked_with_and_without_the_document(data: Path, where: str) -> None:
    (data / "texts").rename(data / (where or "away"))
    done = kg(data, "s " * 12, *(["--sources", str(data / where)] if where == "elsewhere" else []))
    assert "«5-week-old»" in done.stdout
    assert "advice on «safer sleep» was given to the mother only" in done.stdout
    assert "the health visitor was «not told» of it" in done.stdout
    assert done.stderr == ""


def test_a_source_that_is_not_there_is_told_and_does_no_harm(data: Path) -> None:
    done = kg(data, "s " * 9, "--sources", str(data))
    assert done.returncode == 0
    assert "marked as well as they can be" in " ".join(done.stderr.split())
    assert "«safer sleep»" in done.stdout


@pytest.mark.parametrize("width", [40, 60])
def test_every_line_fits_a_narrow_terminal(data: Path, width: int) -> None:
    keys = "? d c learning 1 u s s s A s s d c sleep 1 u A + t whole 1 s d a x s c 3weeks A A A A"
    done = kg(data, keys, environment={"COLUMNS": str(width)})
    own = [line for line in done.stdout.splitlines() if str(data) not in line]
    assert max(len(line) for line in own if not line.startswith((": ", "> "))) <= width


def test_ascii_is_enough(data: Path) -> None:
    done = kg(data, "s " * 9 + "? q", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "advice on >>safer sleep<< was given" in done.stdout
    assert "?safer" not in done.stdout
