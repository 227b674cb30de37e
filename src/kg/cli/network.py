"""`kg network`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import open_store, options


@click.command("network", short_help="Draw the network of themes as a page.")
@click.argument("what", type=click.Choice(["themes"]))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The page to write, ending in .html",
)
@options.build
def command(what: str, output: Path, build: Path | None) -> None:
    """Draw the network of themes as a page.

    The page is one file that opens in any browser, from disk, and asks nothing of the internet.
    """
    from kg import site
    from kg.errors import UsageError
    from kg.files import write_text

    del what
    if output.suffix != ".html":
        raise UsageError(f"{output} is no page: end the name with .html")
    write_text(output, site.network_page(open_store(build)))
    click.echo(f"Wrote {output}: open it in a browser.")
