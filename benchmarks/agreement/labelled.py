"""How far a second reader, who saw only the words, gave the same labels to the points of a labelled set.

    .venv/bin/python benchmarks/agreement/labelled.py

`second-reader-kept-back-2.csv` has a row for each finding, recommendation and action of
`benchmarks/labelled/kept-back-2/gold.csv`, by its place among them, from 0.
"""

from __future__ import annotations

import csv
from pathlib import Path

from kg.evaluate import evaluate

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "labelled" / "kept-back-2" / "gold.csv"
POINTS = ("finding", "recommendation", "action")


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Compare and print."""
    first = [row for row in rows(GOLD) if row["kind"] in POINTS]
    second = rows(HERE / "second-reader-kept-back-2.csv")
    for what in ("themes", "agencies"):
        of_first = {str(place): set(row[what].split()) for place, row in enumerate(first)}
        found = evaluate({row["place"]: set(row[what].split()) for row in second}, of_first)
        print(f"{what:9} precision {found.precision:.2f}  recall {found.recall:.2f}  F1 {found.f1:.2f}")


if __name__ == "__main__":
    main()
