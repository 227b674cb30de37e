"""`kg ingest`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


@click.command("ingest", short_help="Show what a published document proposes as records.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Show what is proposed, and write nothing.")
@click.option("--strict", is_flag=True, help="Fail where some of a document was not understood.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(files: tuple[Path, ...], *, dry_run: bool, strict: bool, form: str) -> None:
    """Show what published documents propose as records.

    Text, Markdown, web pages, Word and PDF are read, and folders of them. Reviews, findings,
    recommendations, facts, themes and agencies are proposed, each with its place in the text; every
    character is accounted for. Nothing is decided for you, and for now nothing is written: records are
    made by hand from what is shown.
    """
    import json

    from kg.errors import UsageError

    if not dry_run:
        raise UsageError("Records cannot be written yet: add --dry-run to see what a document proposes.")
    proposals, whole = _proposals(_documents(files), strict=strict, quiet=form == "json")
    if form == "json":
        click.echo(json.dumps(proposals, ensure_ascii=False, indent=1))
    if not whole:
        sys.exit(1)


def _documents(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents named, and those in the folders named."""
    for path in files:
        if path.is_dir():
            yield from sorted(inner for inner in path.rglob("*") if inner.suffix.lower() in ENDINGS)
        else:
            yield path


def _proposals(paths: Iterable[Path], *, strict: bool, quiet: bool) -> tuple[list[object], bool]:
    """Return what each document proposes; one that cannot be read is told of, and the others go on."""
    from kg import vocabulary
    from kg.documents import extract
    from kg.errors import DocumentError
    from kg.ingest import matchers, propose_text
    from kg.ingest.report import report, residual
    from kg.resources import shipped

    known = matchers(vocabulary.load(shipped("ontology")))
    proposals: list[object] = []
    whole = True
    for path in paths:
        say(f"Reading {path} ...")
        try:
            extracted = extract(path)
            proposal = propose_text(extracted, known)
        except DocumentError as error:
            say(str(error))
            whole = False
            continue
        proposals.append(proposal)
        whole = whole and not (strict and residual(proposal, extracted.text))
        if not quiet:
            click.echo("\n".join(report(proposal, extracted.text)))
    return proposals, whole
