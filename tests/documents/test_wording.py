"""Statements that say they are in the source's words, word for word, and are not."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """1. Child A: serious case review

Death of a girl in her first year.

Learning includes: asking where the baby sleeps; sharing what is
known of  the parent\u2019s past with \u200ball who help.
"""
KNOWN = "text: sharing what is known of the parent\u2019s past with all who help"
CASES = {  # text and wording as edited; what is said of it
    "as it was read": (KNOWN, "verbatim", None),
    "a word more": (KNOWN.replace("what is", "what is not"), "verbatim", "not known"),
    "cut off": (KNOWN.replace(" who help", ""), "verbatim", "who help"),
    "another quotation mark": (KNOWN.replace("\u2019", "'"), "verbatim", "parent's"),
    "own words, and said so": ("text: Share what is known.", "paraphrase", None),
}
KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def kg(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], check=False, capture_output=True, text=True, cwd=cwd)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wording")
    (path / "list.txt").write_text(DOCUMENT, encoding="utf-8")
    assert kg("ingest", "list.txt", "--into", "data", cwd=path).returncode == 0
    return path


@pytest.mark.parametrize(
    ("command", "case"),
    [*product((["check"], ["check", "--sources", "data/texts"]), CASES), (["build"], "a word more")],
)
def test_words_that_are_not_the_sources_own_are_told(folder: Path, case: str, command: list[str]) -> None:
    text, wording, said = CASES[case]
    record = folder / "data" / "reviews" / "child-a.yaml"
    before = record.read_text(encoding="utf-8")
    mine = f"{text}\n    wording: {wording}"
    assert before.count(f"{KNOWN}\n    wording: verbatim") == 1
    after = before.replace(f"{KNOWN}\n    wording: verbatim", mine)
    record.write_text(after, encoding="utf-8")
    line = after[: after.index(text)].rindex("- id: ")
    try:
        done = kg(*command, cwd=folder)
    finally:
        record.write_text(before, encoding="utf-8")
    if said is None:
        assert done.returncode == 0, done.stderr
        return
    assert done.returncode == 1
    assert f"data/reviews/child-a.yaml:{after.count(chr(10), 0, line) + 1}: " in done.stderr
    assert "the wording is 'verbatim'" in done.stderr
    assert "write 'wording: paraphrase'" in done.stderr
    assert said in done.stderr


def test_a_text_that_is_kept_and_was_changed_is_told(folder: Path) -> None:
    (kept,) = (folder / "data" / "texts").iterdir()
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text + "\n", encoding="utf-8")
    try:
        done = kg("check", cwd=folder)
    finally:
        kept.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "with a line break added at the end" in done.stderr


def test_a_text_that_is_not_kept_is_no_fault(folder: Path) -> None:
    (kept,) = (folder / "data" / "texts").iterdir()
    away = kept.rename(folder / "away.txt")
    try:
        done = kg("check", cwd=folder)
    finally:
        away.rename(kept)
    assert done.returncode == 0, done.stderr
    assert "Evidence was not compared" in done.stdout
