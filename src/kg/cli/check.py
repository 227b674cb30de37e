"""`kg check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli import options, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command("check", short_help="Check records, vocabularies and evidence; publish nothing.")
@options.data
@options.sources
def command(data: Path | None, sources: Path | None) -> None:
    """Check records, vocabularies and evidence; publish nothing.

    All that is wrong is listed with its file, line and remedy. The words of every statement are looked up in
    the document itself: in the folder that --sources names, else in the texts that kg ingest keeps.
    """
    from kg.build.chain import check
    from kg.build.inputs import find_inputs

    counts = check(find_inputs(data, sources), say)
    compared = counts.pop("compared")
    for name, count in counts.items():
        click.echo(f"{count:>8,}  {name}")
    if sources is None and not compared:
        click.echo("Evidence was not compared: name the folder with the documents by --sources.")
    else:
        click.echo(f"{compared:>8,}  findings and recommendations stand in their source, to the character")
    click.echo("Everything holds.")
