"""`kg evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kg.cli import give, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluate import Figure, Labelled, Loss, Reading
    from kg.ingest import Matchers


@click.command("evaluate", short_help="Score what is proposed against documents that you labelled.")
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--documents",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder of the labelled documents.  [default: the folder of GOLD]",
)
@click.option(
    "--errors", is_flag=True, help="List what was missed and what was wrongly proposed, as CSV, instead."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def command(gold: Path, *, documents: Path | None, errors: bool, form: str) -> None:
    """Score what kg ingest proposes against documents that you labelled.

    GOLD is a CSV made in any spreadsheet, with the columns document, review, kind, words, themes and
    agencies: one row for each statement, title, keyword or fact that should be found. Precision is the share
    of the proposals that are right, recall the share of what you labelled that was found, F1 the mean of
    both; each with the interval that holds it with 95% confidence. Few documents give wide intervals.
    docs/evaluating.md says how to label documents and how to read the figures.

    \b
    kg evaluate labels.csv --documents reports/
    kg evaluate labels.csv --errors > errors.csv
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import vocabulary
    from kg.evaluate import read_labels
    from kg.ingest import matchers
    from kg.resources import shipped

    words = vocabulary.load(shipped("ontology"))
    rows = read_labels(gold, words, documents)
    known = matchers(words)
    readings = _readings(rows, documents or gold.parent, known)
    give(_errors(rows, readings, known) if errors else _figures(rows, readings, known, form), form)


def _readings(rows: Sequence[Labelled], folder: Path, known: Matchers) -> list[Reading]:
    from kg.evaluate import read_document

    names = dict.fromkeys(row.document for row in rows if row.document)
    readings = []
    for name in names:
        say(f"Reading {name} ...")
        labelled = {row.words for row in rows if row.document == name}
        reading = read_document(folder / name, known, labelled)
        if reading.refused:
            say(f"  not read, so all its labels count as missed: {reading.refused}")
        readings.append(reading)
    return readings


def _errors(rows: Sequence[Labelled], readings: Sequence[Reading], known: Matchers) -> str:
    from dataclasses import astuple, fields

    from kg.cli.tables import csv
    from kg.evaluate import Mistake, mistakes

    heading = [one.name for one in fields(Mistake)]
    return csv([heading, *map(astuple, mistakes(rows, readings, known))])


def _figures(rows: Sequence[Labelled], readings: Sequence[Reading], known: Matchers, form: str) -> str:
    import json

    from kg.cli.tables import csv
    from kg.evaluate import figures, loss

    made = list(figures(rows, readings, known))
    lost = [loss(one, [row for row in rows if row.document == one.document]) for one in readings]
    counts = _counts(rows, readings, lost)
    if form == "table":
        return "".join(f"{line}\n" for line in _table(made, counts))
    flat = [_flat(one) for one in made]
    if form == "json":
        return json.dumps({"figures": flat, "counts": counts}, ensure_ascii=False, indent=1) + "\n"
    empty = dict.fromkeys(flat[0], "")
    tallied = [
        {**empty, "measure": name, "right": count, "labelled": of} for name, (count, of) in counts.items()
    ]
    return csv([list(empty), *(list(one.values()) for one in (*flat, *tallied))])


def _counts(rows: Sequence[Labelled], readings: Sequence[Reading], lost: Sequence[Loss]) -> dict[str, Any]:
    """Return what is counted and is no share of right: each count, and of how many."""
    from kg.evaluate.measures import kind_wrong

    statements = sum(one.labelled for one in lost)
    turned = sum(
        len(kind_wrong([row for row in rows if row.document == one.document], one)) for one in readings
    )
    return {
        "statements: words right, kind wrong": (turned, statements),
        "statements lost silently": (sum(len(one.silent) for one in lost), statements),
        "documents with silent loss": (sum(bool(one.silent) for one in lost), len(lost)),
        "labelled words not in the text": (sum(len(one.absent) for one in lost), statements),
        "documents not read": (sum(bool(one.refused) for one in readings), len(readings)),
    }


def _flat(figure: Figure) -> dict[str, object]:
    from kg.cli.figures import flat

    return {"measure": figure.measure, "document": figure.document, **flat(figure.scores)}


def _table(figures: Sequence[Figure], counts: dict[str, Any]) -> Iterator[str]:
    from kg.cli.figures import HEADINGS, row
    from kg.cli.tables import columns

    together = [one for one in figures if not one.document and (one.scores.proposed or one.scores.gold)]
    yield from columns([("", *HEADINGS), *(row(one.measure, one.scores) for one in together)])
    yield ""
    for name, (count, of) in counts.items():
        yield f"{name}: {count} of {of}"
    if split := [one for one in figures if one.document]:
        yield ""
        heading = ("statements by document", *HEADINGS)
        yield from columns([heading, *(row(one.document, one.scores) for one in split)])
    yield ""
    yield from _READ


_READ: Final = (
    "In brackets: the interval that holds the figure with 95% confidence, for documents of the same kind.",
    "Precision and recall: Wilson's, as if each point were a draw of its own; points of one document are",
    "alike, so that the true interval is wider. F1: by drawing documents anew 1,000 times, which is too",
    "narrow where documents are few, or all are right. A dash: there was nothing to count.",
)
