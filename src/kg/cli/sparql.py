"""`kg sparql`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import give, open_store, options, stoppable
from kg.query import FORMS


@click.command("sparql", short_help="Ask in SPARQL.")
@click.argument("text", required=False)
@click.option(
    "--file", "file", type=click.Path(path_type=Path, dir_okay=False), help="A file with the query."
)
@click.option("--format", "form", type=click.Choice(FORMS), default="table", show_default=True)
@options.build
def command(text: str | None, file: Path | None, form: str, build: Path | None) -> None:
    """Ask in SPARQL 1.1.

    The project's prefixes (cr:, theme:, agency:, review:, skos: and the rest) need no declaration.

    \b
    kg sparql 'SELECT ?label WHERE { ?theme a cr:Theme ; skos:prefLabel ?label } ORDER BY ?label'
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import query
    from kg.errors import UsageError

    if (text is None) == (file is None):
        raise UsageError(
            "Give a query, or a file with one: kg sparql 'SELECT ...', or kg sparql --file FILE."
        )
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise UsageError(f"{file} is not UTF-8: save it with that encoding.") from error
    store = open_store(build)
    with stoppable():
        answer = query.sparql(store, text or "")
    give(query.render(answer, form, store=store), form)
