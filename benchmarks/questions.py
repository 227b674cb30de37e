"""Measure every named question on the shipped records, as asked by default and with each optional value.

    python -m benchmarks.questions

Prints the slowest, in milliseconds: the middle of several runs of reading no file, finding names, and asking.
Ends with 1 where one takes longer than the budget.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.golden.write import seed_store

from kg import query
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

BUDGET_MS = 50
RUNS = 7
SHOWN = 15
VALUES = {
    "theme": "practice",
    "and-theme": "family",
    "without-theme": "organisation",
    "agency": "health-services",
    "without-agency": "local-authority",
    "kind": "finding",
    "age-band": "under-1",
    "outcome": "death",
    "cause": "neglect",
    "review-type": "scr",
    "child-status": "child-protection-plan",
    "source-of-harm": "father",
    "year-from": "2016",
    "year-to": "2021",
    "document": "nspcc-2022-03",
    "review": "child-lo",
    "reviews": "1",
    "characters": "1",
    "smallest": "5",
    "since": "2020",
    "words": "e",
    "method": "review",
    "statement": "r-qqk5gv48",
}


def calls() -> Iterator[tuple[query.Question, dict[str, str]]]:
    """Yield each question by default, with each value, and with all that fit a search."""
    for question in query.questions(shipped("queries")).values():
        yield question, {}
        values = {one.name: VALUES[one.name] for one in question.parameters}
        yield from ((question, {name: value}) for name, value in values.items())
        if len(values) > 1:
            yield question, values


def main() -> int:
    """Measure, print, and say whether all are within the budget."""
    store = seed_store()
    measured = []
    for question, values in calls():
        times = []
        for _ in range(RUNS):
            start = perf_counter()
            answer = query.ask(store, question, values)
            times.append((perf_counter() - start) * 1000)
        measured.append((median(times), len(answer.rows), question.name, values))
    measured.sort(key=lambda each: each[:3], reverse=True)
    for milliseconds, rows, name, values in measured[:SHOWN]:
        print(
            f"{milliseconds:7.1f} ms {rows:5} rows  {name} {' '.join(f'{k}={v}' for k, v in values.items())}"
        )
    over = [each for each in measured if each[0] > BUDGET_MS]
    questions = len({each[2] for each in measured})
    print(f"{len(measured)} calls of {questions} questions, {len(over)} over {BUDGET_MS} ms")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
