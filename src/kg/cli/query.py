"""`kg query`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli import give, open_store, options, stoppable
from kg.query import FORMS

if TYPE_CHECKING:
    from pathlib import Path


@click.command("query", short_help="Ask a named question, or list them all.")
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--format", "form", type=click.Choice(FORMS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), help="Show only the first rows.")
@click.option("--explain", is_flag=True, help="Say what counts, and show the SPARQL with the values in it.")
@click.option("--topic", help="List the questions of this topic only.")
@options.build
def command(  # noqa: PLR0913 - one for each argument and option
    name: str | None,
    parameters: tuple[str, ...],
    *,
    form: str,
    limit: int | None,
    explain: bool,
    topic: str | None,
    build: Path | None,
) -> None:
    """Ask a named question, or list them all.

    A value is what people call the thing: an alias (review=ruby), a label (theme="safer sleep"), a name
    from the vocabulary, or an IRI. Given twice, either will do.

    \b
    kg query theme-reviews theme="safer sleep"
    kg query recommendations-to-agency agency=county-council --format csv
    kg query find-reviews age-band=under-1 theme=fathers-men without-theme=covid
    kg query --explain similar-reviews
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import query, resources

    folder = resources.shipped("queries")
    if name is None and explain:
        raise click.UsageError("Give the name of a question to explain.")
    if name is None or topic is not None:
        if name is not None:
            raise click.UsageError("Give the name of a question, or --topic to list questions: not both.")
        click.echo(query.catalogue(query.questions(folder), topic))
        return
    question = query.question(folder, name)
    values = query.parse_values(parameters)
    if explain:
        click.echo(query.explained(question, values, open_store(build) if values else None), nl=False)
        return
    store = open_store(build)
    with stoppable():
        answer = query.ask(store, question, values)
    give(query.render(answer if limit is None else answer.first(limit), form, store=store), form)
