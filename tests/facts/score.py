# ruff: noqa: E501, T201 - a script that prints what it measured
"""Precision and recall of each field over a table of cases: `python tests/facts/score.py FILE...`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from kg.facts import Facts, facts

LISTS = {"outcome": "outcome", "circumstances": "circumstances", "sex": "sex", "harm": "sources_of_harm"}


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a table; every scalar is a string."""
    return list(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - makes strings only


def expected(case: dict[str, Any]) -> dict[str, set[str]]:
    """What a case says should be found, by field."""
    want = {field: set(case.get(field, [])) for field in LISTS}
    want["ages"] = {_spaced(age) for age in case.get("ages", [])}
    for field in ("children", "occurred", "type", "form"):
        want[field] = {case[field]} if case.get(field) else set()
    want["legal"] = {_spaced(case["legal"])} if case.get("legal") else set()
    return want


def got(found: Facts) -> dict[str, set[str]]:
    """What was found, in the form of the tables."""
    have = {field: {fact.value for fact in getattr(found, name)} for field, name in LISTS.items()}
    have["ages"] = {
        _spaced(f"{a.value}/{'' if a.months is None else a.months}/{a.band or ''}") for a in found.ages
    }
    for field in ("children", "occurred", "type", "form"):
        fact = getattr(found, field)
        have[field] = {str(fact.value)} if fact else set()
    legal = found.legal
    parts = (
        [legal.value, *(fact.value if fact else "" for fact in (legal.offence, legal.sentence))]
        if legal
        else []
    )
    have["legal"] = {_spaced("/".join(parts))} if legal else set()
    return have


def _spaced(text: str) -> str:
    return " / ".join(part.strip() for part in text.split("/")).rstrip(" /")


def main(paths: list[str]) -> None:
    """Print each difference, then precision and recall by field."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for case in (case for path in paths for case in cases(Path(path))):
        want, have = expected(case), got(facts(case.get("title", ""), case.get("text", "")))
        for field in want:
            right[field] += len(want[field] & have[field])
            found[field] += len(have[field])
            wanted[field] += len(want[field])
            if want[field] != have[field]:
                print(
                    f"{field}: wanted {want[field] or '-'} got {have[field] or '-'} | {case.get('text') or case.get('title')}"
                )
    for field in wanted:
        precision, recall = right[field] / (found[field] or 1), right[field] / (wanted[field] or 1)
        print(
            f"{field:14} n={wanted[field]:3}  precision {precision:.3f} ({right[field]}/{found[field]})  recall {recall:.3f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
