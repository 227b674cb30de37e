from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]
DIGEST = """Reviews of the month

1. Child A: serious case review

Death of a 5-week-old girl in May 2015.

Learning includes: seeing where babies sleep; the need to share concerns about parents.

Recommendations include: the council should check how fathers are involved.
"""


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, "ingest", *arguments], check=False, capture_output=True, text=True)


def test_what_a_document_proposes_is_shown(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST, encoding="utf-8")
    done = kg("--dry-run", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Child A: serious case review: 2 finding, 1 recommendation, 1 summary" in done.stdout


def test_json_is_a_list_with_an_object_for_each_document(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(DIGEST, encoding="utf-8")
    (one,) = json.loads(kg("--dry-run", "--format", "json", str(tmp_path / "digest.txt")).stdout)
    (review,) = one["reviews"]
    assert (review["type"], review["facts"]["outcome"][0]["value"]) == ("scr", "death")
    words = [DIGEST[s["start"] : s["end"]] for s in review["statements"] if s["kind"] == "finding"]
    assert words == ["seeing where babies sleep", "the need to share concerns about parents"]


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf at all")
    (tmp_path / "b.txt").write_text(DIGEST, encoding="utf-8")
    done = kg("--dry-run", str(tmp_path))
    assert done.returncode == 1
    assert "a.pdf" in done.stderr
    assert "Child A" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"), [([], "FILE"), (["a.txt"], "--dry-run")], ids=["no file", "no dry run"]
)
def test_what_is_not_understood_says_what_to_do(arguments: list[str], message: str) -> None:
    done = kg(*arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_strict_fails_on_what_was_not_understood(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Some words that are no review at all.\n", encoding="utf-8")
    loose, strict = kg("--dry-run", str(tmp_path)), kg("--dry-run", "--strict", str(tmp_path))
    assert (loose.returncode, strict.returncode) == (0, 1)
