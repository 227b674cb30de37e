"""Records and keys for the tests of `kg review`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kg import records

KG = [sys.executable, "-c", "from kg.cli import main; main()", "review"]
SAMPLE = Path(__file__).parent.parent / "curation" / "sample"
PLAIN = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}


def copied(folder: Path) -> Path:
    """A copy of the sample below a folder."""
    shutil.copytree(SAMPLE, folder / "data")
    return folder / "data"


def kg(
    data: Path, keys: str, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command with keys on standard input, one a line."""
    command = [*KG, "--data", str(data), *arguments]
    return subprocess.run(
        command,
        check=False,
        input="".join(f"{key}\n" for key in keys.split()),
        capture_output=True,
        encoding="utf-8",
        env={**PLAIN, **(environment or {})},
        cwd=data.parent,
    )


def statuses(data: Path, review: str = "child-q") -> list[str]:
    """The statuses of a review's facts and tags; all records of the folder hold."""
    one = next(review_ for review_ in records.read(data).reviews if review_.alias == review)
    tags = [tag for statement in one.statements for tag in (*statement.themes, *statement.agencies)]
    return [*(fact.status for fact in one.facts), *(tag.status for tag in tags)]
