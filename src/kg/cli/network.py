"""`kg network`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import open_store, options


@click.command("network", short_help="Draw a network of themes, reviews or agencies.")
@click.argument("what", type=click.Choice(["themes", "reviews", "agencies"]))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write; its ending names the format: .html .svg .graphml .gexf .json .csv",
)
@click.option(
    "--lines",
    type=click.Choice(["all", "strongest", "same-statement"]),
    default="strongest",
    show_default=True,
    help="Which lines: all; each node's two strongest and what joins the whole; or those that one finding or "
    "recommendation about both stands for.",
)
@click.option("--around", metavar="NAME", help="Only what is near this theme, review or agency.")
@click.option(
    "--steps", type=click.IntRange(min=0), default=1, show_default=True, help="How near, in lines from it."
)
@click.option(
    "--renderer",
    type=click.Choice(["svg", "pyvis"]),
    default="svg",
    show_default=True,
    help="What draws the map of a page: SVG, which prints well and can be read aloud, or pyvis.",
)
@options.build
def command(  # noqa: PLR0913 - one parameter for each option, as click has it
    what: str,
    *,
    output: Path,
    lines: str,
    around: str | None,
    steps: int,
    renderer: str,
    build: Path | None,
) -> None:
    """Draw a network of themes, reviews or agencies.

    Themes and agencies are joined by the reviews that they both come up in, reviews by themes that few
    others raise. A page (.html) opens in any browser, from disk; .svg is a still picture; .graphml opens in
    Cytoscape and yEd, .gexf in Gephi; .json is NetworkX's node-link form; .csv is a list of lines, with the
    nodes in a second file beside it.

    \b
    kg network themes -o sleep.html --around "safer sleep"
    kg network reviews -o reviews.gexf --lines all
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import site
    from kg.files import write_text
    from kg.pages import Look

    site.check_ending(output.name)
    store = open_store(build)
    whole = around is None and output.suffix == ".html"  # a page lets its reader choose the lines
    graph = site.network(store, what, lines)
    if whole:
        graph = site.network(store, what, "all")
    elif around is not None:
        graph = site.near(store, graph, around, steps)
    look = Look(renderer, "same" if lines == "same-statement" else lines)
    for name, content in site.network_files(store, graph, output.name, look).items():
        write_text(output.with_name(name), content)
        click.echo(f"Wrote {output.with_name(name)}.")
