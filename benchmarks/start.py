"""How long a cold question and a build take, beside an empty Python process, measured in one run.

    .venv/bin/python benchmarks/start.py

Prints medians over several runs: CPU milliseconds of `kg query theme-frequency` beyond `python -c pass`, and
wall seconds of a first build and of one with nothing changed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]
RUNS = 9


def cpu(command: list[str], folder: Path) -> float:
    """Return the CPU seconds of a process and its children."""
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def wall(command: list[str], folder: Path) -> float:
    """Return the wall seconds of a process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = statistics.median(
            wall([*KG, "build", "--out", f"build{number}"], folder) for number in range(3)
        )
        subprocess.run([*KG, "build"], cwd=folder, check=True, capture_output=True)
        second = statistics.median(wall([*KG, "build"], folder) for _ in range(RUNS))
        question = [*KG, "query", "theme-frequency"]
        pairs = [(cpu(question, folder), cpu([sys.executable, "-c", "pass"], folder)) for _ in range(RUNS)]
    print(f"first build                 {first:6.2f} s wall")
    print(f"build with nothing changed  {second:6.2f} s wall")
    print(f"cold question beyond Python {1000 * statistics.median(a - b for a, b in pairs):6.0f} ms CPU")


if __name__ == "__main__":
    main()
