"""Run the commands of a tutorial in order, as its reader does, and write in what they say.

A comment before a block says what its reader does besides: `put NAME as PATH` (a file of `docs/example`),
`press KEYS` (what `kg review` reads), and `last N` where only so many lines of an answer are shown.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

EXAMPLE: Final = Path(__file__).resolve().parent / "example"
_BLOCK: Final = re.compile(
    r"(?P<head>(?:<!-- (?P<does>[^>]*) -->\n)?```console\n\$ kg (?P<command>[^\n]*)\n).*?(?=```)", re.DOTALL
)
# Ids are drawn at random: here by a known seed, so that the page is the same whenever it is written.
_KG: Final = (
    sys.executable,
    "-c",
    "import random, secrets; secrets.choice = random.Random(1).choice; from kg.cli import main; main()",
)
_DIFFERS: Final = re.compile(r"\b[0-9a-f]{16}\b|\b[\d,]{5,}(?= +triples)")
_DAY: Final = ("--on", "2031-06-01")


def written(text: str) -> str:
    """Return a tutorial with what its commands say, run one after the other in one new folder.

    Raises:
        RuntimeError: a command ended otherwise than the page expects (`fails` in its comment).
    """
    with tempfile.TemporaryDirectory() as name:
        return _BLOCK.sub(lambda found: found["head"] + _said(found, Path(name)), text)


def _said(block: re.Match[str], folder: Path) -> str:
    """Return what one command says, standard error with it, in a window of 80 columns."""
    does = dict(_parts(block["does"] or ""))
    if "put" in does:
        source, _, target = does["put"].partition(" as ")
        (folder / target).parent.mkdir(exist_ok=True)
        shutil.copyfile(EXAMPLE / source, folder / target)
    arguments = shlex.split(block["command"])
    done = subprocess.run(
        [*_KG, *arguments, *(_DAY if arguments[0] == "review" else ())],
        input="\n".join([*does.get("press", "").split(), ""]),
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
    )
    if bool(done.returncode) != ("fails" in does):
        raise RuntimeError(f"kg {block['command']}: exit code {done.returncode}\n{done.stdout}")
    lines = _DIFFERS.sub("…", done.stdout).splitlines()
    last = int(does.get("last", len(lines)))
    left_out = ["..."] if last < len(lines) else []
    return "".join(f"{line}\n" for line in [*left_out, *lines[len(lines) - last :]])


def _parts(does: str) -> list[tuple[str, str]]:
    """Return what a comment says is done, each by its first word."""
    return [(part.split()[0], part.strip().partition(" ")[2]) for part in does.split(";") if part.strip()]
