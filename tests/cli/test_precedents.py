"""`kg precedents` on a build of the shipped records."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from tests.precedents import drafts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@pytest.fixture(scope="module")
def folder(with_build: Callable[[str], Path]) -> Path:
    """A folder with a build of the shipped records, a home and a folder for temporary files in it."""
    folder = with_build("elsewhere")
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    drafts.hostile(folder)
    for ending in (".txt", ".md", ".html", ".docx", ".pdf"):
        drafts.write(folder, ending)
    return folder


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "XDG_CACHE_HOME": str(folder / "home" / "cache"),
        "COLUMNS": "100",
    }
    return subprocess.run(
        [*KG, "precedents", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )


def state(folder: Path) -> dict[str, tuple[int, str] | None]:
    """Every folder below a folder, and every file with its time and what is in it."""
    return {
        str(path.relative_to(folder)): (
            (path.stat().st_mtime_ns, sha256(path.read_bytes()).hexdigest()) if path.is_file() else None
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("draft.txt", "table"),
        ("draft.md", "csv"),
        ("draft.html", "html"),
        ("draft.docx", "json"),
        ("draft.pdf", "table"),
    ],
)
def test_a_draft_leaves_no_trace(folder: Path, name: str, form: str) -> None:
    before = state(folder)
    done = kg(folder, name, "--format", form)
    assert done.returncode == 0, done.stderr
    assert state(folder) == before
    for point in drafts.POINTS:
        assert point.rstrip(".")[1:] in " ".join(done.stdout.split())
        assert point.rstrip(".")[1:] not in " ".join(done.stderr.split())


def test_only_the_file_asked_for_is_written(folder: Path) -> None:
    before = state(folder)
    done = kg(folder, "draft.docx", "-o", "answer.html")
    assert (done.returncode, done.stdout) == (0, "Wrote answer.html.\n")
    assert "answer.html holds words of draft.docx" in done.stderr
    after = state(folder)
    (folder / "answer.html").unlink()
    assert after.pop("answer.html")
    assert after == before


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        (".txt", "Has it been said before?"),
        (".csv", "Asked about,"),
        (".html", "<!DOCTYPE html>"),
        (".json", "{"),
    ],
)
def test_the_ending_names_the_format(folder: Path, tmp_path: Path, ending: str, begins: str) -> None:
    path = tmp_path / f"answer{ending}"
    done = kg(folder, "ruby", "-o", str(path))
    assert done.returncode == 0, done.stderr
    assert path.read_text("utf-8").startswith(begins)
    assert "holds words" not in done.stderr


def test_a_format_that_is_given_goes_before_the_ending(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.data"
    assert kg(folder, "ruby", "--format", "json", "-o", str(path)).returncode == 0
    assert json.loads(path.read_text("utf-8"))["name"] == "ruby"


@pytest.mark.parametrize("name", ["ruby", "Child Safeguarding Practice Review: Ruby"])
def test_a_review_is_found_by_its_names(folder: Path, name: str) -> None:
    done = kg(folder, name)
    assert done.returncode == 0, done.stderr
    assert "The review ruby: 5 recommendations." in done.stdout


def test_themes_can_be_corrected(folder: Path) -> None:
    done = kg(folder, "draft.md", "--theme", "3=fathers-men", "--format", "csv")
    rows = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row["Number"] == "3"]
    assert {row["Themes by"] for row in rows} == {"you"}
    assert len(rows) == 3


def test_a_limit_shows_the_nearest_and_says_how_many_more(folder: Path) -> None:
    done = kg(folder, "draft.md", "--limit", "1", "--format", "table")
    assert "1 more, less near: --limit shows more." in done.stdout
    assert "r-y5fgeht5" in done.stdout
    assert "r-qqk5gv48" not in done.stdout


def test_hostile_words_stay_words(folder: Path) -> None:
    page = kg(folder, "hostile.txt", "--format", "html").stdout
    assert "<script" not in page
    assert "&lt;script&gt;window.hit=1" in page
    assert "\n=HYPERLINK" not in (text := kg(folder, "hostile.txt", "--format", "csv").stdout)
    assert "'=HYPERLINK" in text
    assert "\x1b" not in kg(folder, "hostile.txt").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "FILE|RECORD"),
        (["rubi"], 2, "review:r-84g5hbbw (ruby)"),
        (["absent.docx"], 2, "There is no file absent.docx"),
        (["home"], 2, "RECORD='home'"),
        (["tmp/draft.pdf"], 1, "its first bytes are not"),
        (["ruby", "--format", "xlsx"], 2, "csv"),
        (["ruby", "-o", "answer.xlsx"], 2, "answer.xlsx names no format"),
        (["draft.txt", "-o", "draft.txt"], 2, "is the document itself"),
        (["draft.txt", "-o", "./home/../draft.txt"], 2, "is the document itself"),
        (["draft.txt", "-o", "absent/answer.html"], 1, "could not be written"),
        (["ruby", "--theme", "9=neglect"], 2, "There are 1 to 5."),
        (["ruby", "--limit", "0"], 2, "--limit"),
        (["ruby", "--build", "home"], 2, "There is no build in home"),
    ],
)
def test_what_is_not_understood_says_what_to_do(
    folder: Path, arguments: list[str], code: int, message: str
) -> None:
    (folder / "tmp" / "draft.pdf").write_bytes(b"no pdf at all")
    draft = (folder / "draft.txt").read_bytes()
    done = kg(folder, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "draft.txt").read_bytes() == draft
    assert not list(folder.glob("answer*"))
