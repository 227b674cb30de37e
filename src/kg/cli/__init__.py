"""The command `kg`: one module a command, loaded when it is called, so that a question starts fast."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COMMANDS: Final[Mapping[str, str]] = {
    "query": "Ask a named question, or list them all.",
    "sparql": "Ask in SPARQL.",
    "network": "Draw a network of themes, reviews or agencies.",
    "link": "Say why two reviews, themes or agencies are linked.",
    "precedents": "Say whether recommendations have been made before.",
    "handout": "Write a handout for a training session.",
    "site": "Write the pages alone, to send or to put on a web server.",
    "explain": "Say why a statement has its themes and agencies.",
    "export": "Write the graph as a file for partners.",
    "ingest": "Make published documents into records, for you to decide on.",
    "review": "Decide what software proposed, review by review.",
    "evaluate": "Score what is proposed against documents that you labelled.",
    "vocabulary": "Try a change of the vocabulary before you build with it.",
    "check": "Check records, vocabularies and evidence; publish nothing.",
    "build": "Build graph and pages from the records.",
}
"""Each command, in the order of use, with what it is for; a test compares it with the command's own help."""


STOPPED: Final = 130
"""What a shell gives for a command that Ctrl-C ended."""


class _Commands(click.Group):
    """Lists the commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean kg {near[0]}?" if near else f" There are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="case-review-kg", message="kg %(version)s")
def group() -> None:
    """Learn from published child-safeguarding case reviews.

    Reviews, findings, recommendations, agencies and themes as one checked graph: ask it, see which themes
    and cases are linked, hand it to partners. Every statement points to the words it rests on.

    \b
    Try:
      kg query                                    the questions that can be asked
      kg query theme-frequency                    which themes most reviews raise
      kg query theme-reviews theme="safer sleep"  who raised one, and how often
      kg network themes -o themes.html            a picture to open in a browser
      kg link ruby child-lo                       why two reviews are alike
      kg precedents draft.docx                    what was recommended before on the same themes

    Statements are our paraphrase: check the report before you rely on one. Counts are of published
    summaries, and say nothing of how common anything is.

    Exit codes: 0 done; 1 something that was read does not hold; 2 the command was not understood.
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"


def main(arguments: list[str] | None = None) -> None:
    """Run `kg`, and turn its own errors and the system's into a message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # a stream that is closed, or is no text of the system's
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        group(args=arguments, prog_name="kg")
    except KgError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        with suppress(OSError):
            click.echo(f"{where}{error.strerror or error}. {_LOOK}", err=True)
        _drop_output()
        sys.exit(1)


_LOOK: Final = "See that the disk has room, and that you may read and write there."


def _drop_output() -> None:
    """Let what could not be written go, since Python would try it once more at its end, and complain."""
    with suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C end the process at once, for the engine does not look up from a query; only for reading."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def give(text: str, form: str) -> None:
    """Print an answer: a table as the terminal has it, all else as UTF-8 with Unix line ends anywhere."""
    click.echo(text if form == "table" else text.encode(), nl=False)


def say(message: str) -> None:
    """Tell the user on standard error what is being done, so that output can still be piped."""
    click.echo(message, err=True)


def open_store(build: Any) -> Any:
    """Return the store of the build that a command reads, and name the build on standard error."""
    from kg.build.find import find_build
    from kg.files import shown
    from kg.store import open_read_only

    found = find_build(build, say)
    say(f"From the build {shown(found.folder)} ({found.name}).")
    return open_read_only(found.store)
