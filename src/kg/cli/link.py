"""`kg link`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli import give, open_store, options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("link", short_help="Say why two reviews, themes or agencies are linked.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@options.build
def command(first: str, second: str, form: str, build: Path | None) -> None:
    """Say why two reviews, themes or agencies are linked.

    What they share, the rarest first; the findings and recommendations on both sides; and how much of it
    chance alone would give. A name is an alias, a label, an id or an IRI.

    \b
    kg link ruby child-lo
    kg link "safer sleep" "parental history"
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg.explain import explain, render

    give(render(explain(open_store(build), first, second), form), form)
