"""`kg precedents`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import give, open_store, options, say


@click.command("precedents", short_help="Say whether recommendations have been made before.")
@click.argument("what", metavar="FILE|RECORD")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "html", "json"]),
    help="[default: by the ending of -o, else table]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, in place of the terminal: .html to read and print, .csv, .json, .txt",
)
@click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="N=THEME",
    help="Compare recommendation N by this theme in place of those read; several may be given.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="Show only so many of the nearest for each recommendation.",
)
@options.build
def command(  # noqa: PLR0913 - one for each argument and option
    what: str,
    *,
    form: str | None,
    output: Path | None,
    themes: tuple[str, ...],
    limit: int,
    build: Path | None,
) -> None:
    """Say whether recommendations have been made before.

    For each recommendation of a document (.txt .md .html .docx .pdf), or of a review by its short name, id,
    title or record (.yaml): the earlier ones on the same themes, to the same agencies, the nearest first.
    The themes of a document are read by software; correct them with --theme.

    A draft stays private: it is read for this answer only, and nothing of it is kept or sent.

    \b
    kg precedents draft.docx
    kg precedents draft.docx --theme 2="safer sleep" -o precedents.html
    kg precedents ruby --format csv
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import catalogue, precedents
    from kg.files import write_text

    form = _form(what, form, output)
    store = open_store(build)
    known = catalogue.read(store)
    asked = precedents.compare_by(precedents.request(what, store, known), themes, store, known)
    text = precedents.render(precedents.answer(asked, known).first(limit), form)
    if output is None:
        give(text, form)
        return
    write_text(output, text)
    click.echo(f"Wrote {output}.")
    if asked.kind == "document":
        say(f"{output} holds words of {asked.name}: keep it as you keep that document.")


def _form(what: str, form: str | None, output: Path | None) -> str:
    """Return the form to write: the one given, else by the ending of the file to write.

    Raises:
        UsageError: the ending names no form, or the file to write is the document itself.
    """
    from kg.errors import UsageError
    from kg.precedents import ENDINGS

    if output is None:
        return form or "table"
    if output.exists() and Path(what).exists() and output.samefile(what):
        raise UsageError(f"{output} is the document itself: give -o the name of another file.")
    if form is None and output.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"{output} names no format: end it with one of {' '.join(ENDINGS)}, or give --format."
        )
    return form or ENDINGS[output.suffix.lower()]
