"""`kg site`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import open_store, options


@click.command("site", short_help="Write the pages alone, to send or to put on a web server.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write them to; files of other names in it are left alone.",
)
@options.build
def command(output: Path, build: Path | None) -> None:
    """Write the pages alone, to send or to put on a web server.

    They open from disk as they do from a server, and ask nothing of any other place.

    \b
    kg site -o site
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import site
    from kg.files import shown

    written = site.write(open_store(build), output)
    click.echo(f"Wrote {len(written)} files to {shown(output)}.")
    click.echo(f"Open in a browser:  {shown(output / 'index.html')}")
