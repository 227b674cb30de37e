"""`kg ingest`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import STOPPED, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.documents import Extracted
    from kg.errors import Problem
    from kg.ingest.drafts import Proposed, Told
    from kg.ingest.folder import Shelf
    from kg.ingest.run import How, Outcome
    from kg.ingest.tools import Tools

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


@click.command("ingest", short_help="Make published documents into records, for you to decide on.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of records, made if it is not there.  [default: ./data]",
)
@click.option("--source", metavar="ID", help="Id of the source.  [default: from the file's name]")
@click.option("--title", help="Title of the document.  [default: its first heading]")
@click.option("--publisher", help="Who published it.")
@click.option("--issued", metavar="DATE", help="When: 2031, 2031-03 or 2031-03-15.  [default: if it says so]")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--strict", is_flag=True, help="Refuse a document of which something was not understood.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(files: tuple[Path, ...], into: Path | None, form: str, **options: Any) -> None:
    """Make published documents into records, for you to decide on.

    Text, Markdown, web pages, Word and PDF are read, and folders of them. Reviews, findings and
    recommendations are written in the document's own words; facts, themes and agencies are proposed, each
    with its place in the text, and count for nothing until you accept them: kg review.

    A document that is ingested again is merged with what is there: what you decided or wrote stays, and so
    do all ids. A statement that is gone from the document stays in its record, marked as orphaned.

    The records, and the text that is kept beside them, hold the publisher's words: keep them on your own
    machine until you know their rights.
    """
    from kg.ingest.folder import into as folder_of
    from kg.ingest.folder import open_shelf

    paths = list(_documents(files))
    if not paths:
        from kg.errors import UsageError

        raise UsageError(f"There is no document there: kg reads {', '.join(ENDINGS)}, and folders of them.")
    how = _how(options, len(paths))
    shelf = open_shelf(folder_of(into, write=how.write), write=how.write)
    try:
        made, failed = _all(paths, shelf, how, quiet=form == "json")
    except KeyboardInterrupt:
        say("\nStopped. Each document is written whole or not at all: run this again for the others.")
        sys.exit(STOPPED)
    if form == "json":
        import json

        from kg.ingest.run import outcome_json

        click.echo(json.dumps([outcome_json(one) for one in made], ensure_ascii=False, indent=1))
    _end(made, failed, shelf.folder, how)
    if failed:
        sys.exit(1)


def _documents(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents named, and those in the folders named."""
    for path in files:
        if path.is_dir():
            every = (one for one in path.rglob("*") if not one.is_dir())
            inner = sorted(one for one in every if not one.name.startswith((".", "~$")))
            yield from (one for one in inner if one.suffix.lower() in ENDINGS)
            for one in inner:
                if one.suffix.lower() not in ENDINGS:
                    say(f"{one} is left out: kg reads {', '.join(ENDINGS)}.")
        else:
            yield path


def _how(options: dict[str, Any], documents: int) -> How:
    """Return what is to be done with every document; what is said of one is said of one only."""
    from kg.errors import UsageError
    from kg.ingest.drafts import Told
    from kg.ingest.run import How

    for name in ("source", "title", "issued"):
        if options[name] and documents != 1:
            raise UsageError(f"--{name} is said of one document, and here are {documents}: name one.")
    told = Told(*(options[name] for name in ("source", "title", "publisher", "issued")))
    return How(_valid(told), write=not options["dry_run"], strict=options["strict"])


def _valid(told: Told) -> Told:
    """Refuse what could stand in no record, before anything is read."""
    from kg.errors import UsageError
    from kg.records.fields import SOURCE_ID, exists

    if told.source and not SOURCE_ID.fullmatch(told.source):
        raise UsageError(
            f"'{told.source}' is no id: use lower-case letters, digits and hyphens, 32 at most, a letter"
            " first."
        )
    if told.issued and not exists(told.issued):
        raise UsageError(f"'{told.issued}' is no date: write 2031, 2031-03 or 2031-03-15.")
    return told


def _all(paths: Sequence[Path], shelf: Shelf, how: How, *, quiet: bool) -> tuple[list[Outcome], int]:
    """Ingest documents; one that cannot be is told of, and the others go on."""
    from kg.errors import DocumentError, KgError, Problem
    from kg.ingest import tools as what_reads
    from kg.ingest.report import report
    from kg.ingest.run import ingest, outcome_lines

    tools = what_reads.load()
    with shelf.held():
        shelf.records()
    made: list[Outcome] = []
    failed = 0
    for number, (path, read) in enumerate(zip(paths, _read(paths, tools, how.told), strict=True), 1):
        say(f"{number} of {len(paths)}: {path}")
        try:
            if isinstance(read, Problem):
                raise DocumentError(read)
            if not quiet:
                click.echo("\n".join(report(read.proposal, read.extracted.text)))
            outcome = ingest(shelf, read, tools, how)
        except KgError as error:
            say(str(error))
            failed += 1
            continue
        made.append(outcome)
        if not quiet:
            click.echo("\n".join(outcome_lines(outcome, shelf.folder, write=how.write)))
    return made, failed


def _read(paths: Sequence[Path], tools: Tools, told: Told) -> Iterator[Proposed | Problem]:
    """Yield what each document proposes, or why it is refused."""
    from dataclasses import replace

    from kg.documents import extract_all
    from kg.errors import DocumentError, Problem
    from kg.files import shown
    from kg.ingest.ahead import ahead
    from kg.ingest.drafts import proposed

    def propose(read: Extracted | Problem) -> Proposed | Problem:
        if isinstance(read, Problem):
            return read
        try:
            return proposed(read, tools, told)
        except DocumentError as error:
            return replace(error.problem, path=error.problem.path or shown(read.path))

    texts = (one.problem if isinstance(one, DocumentError) else one for one in extract_all(paths))
    return ahead(propose, texts) if len(paths) > 1 else map(propose, texts)


def _end(made: Sequence[Outcome], failed: int, folder: Path, how: How) -> None:
    """Say what was done in all, and what comes next."""
    from collections import Counter

    from kg.files import shown

    states = Counter(one.state for one in made)
    counted = [f"{states[state]} {state}" for state in ("new", "changed", "unchanged") if states[state]]
    if failed:
        counted.append(f"{failed} not ingested, for the reasons above")
    if len(made) + failed > 1:
        say(f"{len(made) + failed} documents: {', '.join(counted)}.")
    if how.write and states["new"] + states["changed"]:
        texts = shown(folder / "texts")
        say(f"Decide on what is proposed: kg review --data {shown(folder)} --sources {texts}")
