"""How far a second reader, who had not seen the records, gave the same themes to a third of the statements.

    .venv/bin/python benchmarks/agreement/agreement.py

The second reader had the theme vocabulary, the rules of curation and the words of 29 of the 86 findings and
recommendations, drawn at random (`second-reader.csv`). Micro-averaged F1 counts every (statement, theme).
"""

from __future__ import annotations

import csv
from pathlib import Path

from kg import records
from kg.resources import shipped


def main() -> None:
    """Compare and print."""
    found = records.read(shipped("data"))
    statements = {
        s.id: {tag.concept for tag in s.themes} for review in found.reviews for s in review.statements
    }
    with (Path(__file__).parent / "second-reader.csv").open(encoding="utf-8", newline="") as file:
        second = {row["statement"]: set(row["themes"].split()) for row in csv.DictReader(file)}
    both = sum(len(themes & statements[name]) for name, themes in second.items())
    ours, theirs = sum(len(statements[name]) for name in second), sum(map(len, second.values()))
    same = sum(themes == statements[name] for name, themes in second.items())
    shared = sum(bool(themes & statements[name]) for name, themes in second.items())
    for name, themes in sorted(second.items()):
        if themes != statements[name]:
            print(f"{name}  editor: {' '.join(sorted(statements[name]))}  second: {' '.join(sorted(themes))}")
    print(f"{len(second)} statements; editor {ours} themes, second reader {theirs}, in common {both}")
    print(f"micro-F1 {2 * both / (ours + theirs):.2f}; the same set {same}; at least one in common {shared}")


if __name__ == "__main__":
    main()
