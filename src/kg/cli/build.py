"""`kg build`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options, say
from kg.english import counted
from kg.files import shown


@click.command("build", short_help="Build graph and pages from the records.")
@options.data
@options.sources
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where."
)
def command(data: Path | None, sources: Path | None, out: Path) -> None:
    """Build graph and pages from the records.

    Everything is checked first; where anything does not hold, nothing is published and what was there
    stays. With --sources, quotes from the documents are kept beside the statements, for your own eyes: no
    export holds them unless the source's rights allow it.
    """
    from kg.build.chain import build
    from kg.build.inputs import find_inputs

    done = build(find_inputs(data, sources), out, say)
    counts = done.manifest.counts
    state = "Built" if done.new else "Nothing has changed since"
    click.echo(
        f"{state} {shown(done.folder)} ({done.name}): {counted(counts['reviews'], 'review')}, "
        f"{counted(counts['finding statements'], 'finding')}, "
        f"{counted(counts['recommendation statements'], 'recommendation')}, "
        f"{counted(counts['triples'], 'triple')}."
    )
    if left_out := counts.get("orphaned statements, left out"):
        click.echo(f"Left out as orphaned: {left_out} (kg check names them).")
    click.echo(f"Open in a browser:  {shown(done.site / 'index.html')}")
    click.echo(f"Ask a question:     {_called()} query theme-frequency")


def _called() -> str:
    """Return how to call this program: by its name where the shell finds it, else by its path."""
    import shutil
    import sys

    called = Path(sys.argv[0])
    found = shutil.which("kg")
    if called.stem != "kg" or (found and Path(found).resolve() == called.resolve()):
        return "kg"
    return shown(called)
