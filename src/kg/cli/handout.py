"""`kg handout`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import open_store, options

ENDINGS = (".html", ".docx")


@click.command("handout", short_help="Write a handout for a training session.")
@click.argument("what", metavar="theme=NAME|agency=NAME|review=NAME")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write: .html to read and print, .docx to change in a word processor.",
)
@options.build
def command(what: str, *, output: Path, build: Path | None) -> None:
    """Write a handout for a training session or learning group.

    What reviews found and recommended on a theme, of an agency, or in one review: with the year of each
    event, whom recommendations ask to act, sources and citation, and room for discussion and notes. A long
    one runs on over as many pages as it needs: nothing is left out.

    \b
    kg handout theme="safer sleep" -o safer-sleep.html
    kg handout agency="health visiting" -o health-visiting.docx
    kg handout review=ruby -o ruby.html
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import catalogue
    from kg.errors import NotFoundError, UsageError
    from kg.files import write_bytes
    from kg.iris import local_name
    from kg.network import things
    from kg.pages.handout import handout, handout_page

    kind, mark, name = what.partition("=")
    if not mark or kind not in ("theme", "agency", "review"):
        raise UsageError(
            f"{what!r} names neither a theme, an agency nor a review: write theme='safer sleep', "
            "agency=police or review=ruby."
        )
    if output.suffix.lower() not in ENDINGS:
        raise UsageError(f"{output} names no format: end it with one of {' '.join(ENDINGS)}.")
    store = open_store(build)
    told = handout(kind, local_name(things.find(store, kind, name, kind).value), catalogue.read(store))
    if not told.cases:
        raise NotFoundError(f"Nothing to hand out: no finding or recommendation here is on {told.title}.")
    if output.suffix.lower() == ".docx":
        from kg.pages.handout_word import handout_word

        write_bytes(output, handout_word(told))
    else:
        write_bytes(output, handout_page(told).encode())
    click.echo(f"Wrote {output}.")
