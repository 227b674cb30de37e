"""Write the generated parts of the documentation: examples, the tutorial, commands, questions.

make docs
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
from docs.tutorial import written

from kg.cli import COMMANDS, group
from kg.query import by_topic, questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query import Parameter, Question

ROOT = Path(__file__).resolve().parent.parent
KG = [sys.executable, "-c", "from kg.cli import main; main()"]
EXAMPLE = re.compile(r"(?<=```console\n)\$ kg ([^\n]*)\n(.*?)(?=```)", re.DOTALL)
NOTE = "<!-- Written by `make docs`; a test compares it with what the program says. -->\n"


def commands() -> str:
    """Return the page of commands: each one's own help."""
    pages = [NOTE, "# Commands\n"]
    context = group.make_context("kg", [], resilient_parsing=True, max_content_width=100, terminal_width=100)
    for name in COMMANDS:
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(name)
        pages += _helps(command, name, context)
    return "\n".join(pages)


def _helps(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    """Yield the help of a command, and of those in it."""
    inner = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    yield f"## `{inner.command_path}`\n```text\n{command.get_help(inner)}\n```\n"
    if isinstance(command, click.Group):
        for one in command.list_commands(inner):
            yield from _helps(command.commands[one], one, inner)


def question_list() -> str:
    """Return the page of questions by topic: what each asks, takes and shows, and what counts."""
    pages = [NOTE, "# Questions\n", _INTRODUCTION]
    for topic, asked in by_topic(questions(ROOT / "queries")).items():
        pages += [f"## {topic.capitalize()}\n", *map(_question, asked)]
    return "\n".join(pages)


_INTRODUCTION = """\
`kg query NAME` answers one, and `kg query --explain NAME` shows the SPARQL it asks. A value is a short name,
a label or an id (`theme="safer sleep"`); given twice, either will do. Parameters combine:
`kg query find-reviews age-band=under-1 theme=fathers-men without-theme=covid`.
"""


def _question(question: Question) -> str:
    parts = [f"### `{question.name}`", question.question, ""]
    parts += [f"- `{one.name}`: {one.help}{_if_not_given(one)}" for one in question.parameters]
    parts += ["", "| column | meaning |", "|---|---|"]
    parts += [f"| {column.heading} | {column.meaning} |" for column in question.columns]
    parts += ["", " ".join(question.notes), ""]
    parts += [f"Where there are no rows: {question.empty}", ""] if question.empty else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


def _if_not_given(parameter: Parameter) -> str:
    if parameter.default is not None:
        return f" If it is not given: `{parameter.default}`."
    return "" if parameter.required else " It may be left out."


def readme(text: str) -> str:
    """Return the README with its examples as the commands print them, in a window of 100 columns."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COLUMNS": "100"}

        def run(*arguments: str) -> str:
            done = subprocess.run(
                [*KG, *arguments], cwd=folder, check=True, capture_output=True, text=True, env=environment
            )
            return done.stdout

        run("build")
        return EXAMPLE.sub(lambda found: f"$ kg {found[1]}\n{run(*found[1].split())}", text)


def review_session() -> str:
    """Return the page of one session of `kg review`: what is pressed, and what comes, in 80 columns."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "tests" / "curation" / "sample", Path(folder, "data"))
        done = subprocess.run(
            [*KG, "review", "--record", "child-q", "--on", "2031-06-01"],
            input="\n".join(_PRESSED),
            cwd=folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "80"},
        )
    return f"{NOTE}\n{_SESSION}\n```text\n$ kg review --record child-q\n{done.stdout}```\n"


_PRESSED = (
    "d",
    "A",
    "a",
    "s",
    "a",
    "a",
    "r",
    "c",
    "",
    "1",
    "a",
    "+",
    "t",
    "whole-family ap",
    "1",
    "s",
    "u",
    "q",
)
_SESSION = """\
# A session of `kg review`

The words are invented. What follows `> ` was pressed, one key each; what follows `: ` was typed, with Enter.
The matched words stand between « and ». A decision is on the disk before the next screen comes.
"""


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tutorial = ROOT / "docs" / "adding-reviews.md"
    return {
        ROOT / "README.md": readme(text),
        tutorial: written(tutorial.read_text(encoding="utf-8")),
        ROOT / "docs" / "commands.md": commands(),
        ROOT / "docs" / "questions.md": question_list(),
        ROOT / "docs" / "review-session.md": review_session(),
    }


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8", newline="\n")
