"""The table of sessions: keys in; the record's changes and the words on the screen out."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kg.curation import hold_all, items

if TYPE_CHECKING:
    from collections.abc import Callable

SESSIONS = yaml.safe_load((Path(__file__).parent / "sessions.yaml").read_text(encoding="utf-8"))
KEYS = {"name", "at", "review", "keys", "changes", "says", "silent"}


@pytest.mark.parametrize("one", SESSIONS, ids=[one["name"] for one in SESSIONS])
def test_session(one: dict[str, Any], sample: Path, session: Callable[..., str]) -> None:
    assert one.keys() <= KEYS, "a key that is not explained at the head of the table"
    review = one.get("review", "child-q")
    path = sample / "reviews" / f"{review}.yaml"
    before = path.read_text(encoding="utf-8")
    # What lies before the place where the session begins is passed over and then left alone.
    passed = ["s"] * _before(sample, review, one.get("at"))
    said = " ".join(session(sample, [*passed, *one["keys"]]).split())
    if "changes" in one:
        assert _fits(_changes(before, path.read_text(encoding="utf-8")), one["changes"])
    at = 0
    for words in one.get("says", []):
        found = said.find(_counted(words, len(passed)), at)
        assert found >= 0, f"not on the screen, or not in this order: {words}\n{said}"
        at = found
    for words in one.get("silent", []):
        assert words not in said


def _before(folder: Path, review: str, statement: str | None) -> int:
    count = 0
    for held in hold_all(folder)[0]:
        for item in items(held.review):
            if held.review.alias == review and (statement is None or item.statement == statement):
                return count
            count += 1
    raise AssertionError(f"there is no statement {statement} to begin at")


def _counted(words: str, passed: int) -> str:
    """What was passed over before the session is among what is counted at the end."""
    return re.sub(r"(\d+) skipped", lambda match: f"{int(match[1]) + passed} skipped", words)


def _changes(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not re.match(r"---|\+\+\+|@@", line)]


def _fits(changes: list[str], wanted: list[str]) -> bool:
    patterns = [re.escape(line).replace(r"\.\.\.", ".*") for line in wanted]
    assert len(changes) == len(patterns), "\n".join(changes)
    for line, pattern in zip(changes, patterns, strict=True):
        assert re.fullmatch(pattern, line), f"{line}\nis not\n{pattern}"
    return True
