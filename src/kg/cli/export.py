"""`kg export`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import open_store, options


@click.command("export", short_help="Write the graph as a file for partners.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write; its ending names the format: .ttl .nt .nq .trig .jsonld",
)
@options.build
def command(output: Path, build: Path | None) -> None:
    """Write the graph as a file for partners.

    The file holds what the sources say, the accepted themes and agencies, and the vocabularies. It is
    sorted, has no blank nodes, and is the same to the byte for the same records; quotes and tags that are
    only proposed stay behind.
    """
    from kg.release import export

    written = export(open_store(build), output)
    click.echo(f"Wrote {output}: {written:,} triples.")
