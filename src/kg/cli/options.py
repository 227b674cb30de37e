"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

build = click.option(
    "--build",
    type=click.Path(path_type=Path, file_okay=False),
    help="The build to read: a folder that kg build made.  [default: ./build]",
)
data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The records: a folder with sources/ and reviews/.  [default: ./data, else those shipped]",
)
sources = click.option(
    "--sources",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with the published documents as text, to compare every statement with its source.",
)
