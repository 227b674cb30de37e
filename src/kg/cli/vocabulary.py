"""`kg vocabulary`: a group of commands about themes, agencies and their names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli import give, options, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.vocabulary import Vocabulary
    from kg.why import Change, Compared, Totals


@click.group("vocabulary", short_help="Try a change of the vocabulary before you build with it.")
def command() -> None:
    """Try a change of the vocabulary before you build with it."""


@command.command("test", short_help="What a change of the word lists gains and loses over the records.")
@click.option(
    "--ontology",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The vocabulary being edited.  [default: ./ontology, else the one shipped]",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder to compare it with.  [default: the vocabulary of ./build, else the one shipped]",
)
@options.data
@options.sources
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def test(
    *, ontology: Path | None, against: Path | None, data: Path | None, sources: Path | None, form: str
) -> None:
    """Show what a change of the word lists gains and loses over the records.

    Each proposal that is gained, lost, or made with another confidence is listed, and judged by what people
    decided: right where they accepted the tag; wrong where they rejected it, or decided about the statement
    without it; undecided where nobody has yet. Precision, recall and F1 before and after follow (in csv, the
    list alone). The lists are tried on the source's own words where the record or --sources has them, else on
    our paraphrase.

    \b
    kg vocabulary test --sources texts/
    kg vocabulary test --against ../before/ontology
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from kg import why
    from kg.cli.evidence import read
    from kg.ingest import matchers

    edited, other = _edited(ontology), _other(against)
    for name, (said, _) in {"After": edited, "Before": other}.items():
        say(f"{name}: {said}.")
    records, texts = read(data, sources)
    compared = list(why.compare(records, matchers(other[1]), matchers(edited[1]), texts))
    give(_written(compared, why.changes(compared), list(why.totals(compared)), form), form)


def _edited(given: Path | None) -> tuple[str, Vocabulary]:
    """Return the vocabulary being edited, with what to call it."""
    from kg import vocabulary
    from kg.files import shown
    from kg.resources import shipped

    local = Path("ontology")
    folder = given or (local if (local / "themes.ttl").is_file() else shipped("ontology"))
    return shown(folder), vocabulary.load(folder)


def _other(given: Path | None) -> tuple[str, Vocabulary]:
    """Return the vocabulary to compare it with."""
    from kg import vocabulary
    from kg.build.find import find_build
    from kg.files import shown
    from kg.resources import shipped
    from kg.store import open_read_only, vocabulary_text

    if given is None and Path("build", "current").exists():
        found = find_build(None, say)
        name = f"the build {shown(found.folder)} ({found.name})"
        return name, vocabulary.parse(vocabulary_text(open_read_only(found.store)), name)
    folder = given or shipped("ontology")
    return shown(folder), vocabulary.load(folder)


def _written(
    compared: Sequence[Compared], changes: Sequence[Change], totals: Sequence[Totals], form: str
) -> str:
    import json

    from kg.cli.figures import flat
    from kg.cli.tables import csv

    if form == "table":
        return "".join(f"{line}\n" for line in _lines(compared, changes, totals))
    if form == "csv":
        return csv([_COLUMNS, *map(_row, changes)])
    listed = [dict(zip(_COLUMNS, _row(change), strict=True)) for change in changes]
    figures = [{"measure": t.name, "before": flat(t.before), "after": flat(t.after)} for t in totals]
    tried = _tried(compared)
    return (
        json.dumps({"words": tried, "changes": listed, "totals": figures}, ensure_ascii=False, indent=1)
        + "\n"
    )


_COLUMNS: Final = (
    *("change", "kind", "concept", "statement", "review"),
    *("words", "rule", "confidence", "before", "status", "verdict"),
)


def _row(change: Change) -> tuple[str, ...]:
    named = change.naming
    about = (change.what, named.scheme, named.concept, change.statement, change.review)
    rule = (named.words, named.rule, named.confidence, change.before)
    return (*about, *rule, change.because, change.verdict)


def _tried(compared: Sequence[Compared]) -> dict[str, int]:
    from collections import Counter

    from kg.why.words import WHOSE

    return dict(Counter(WHOSE[one.whose] for one in compared))


def _lines(
    compared: Sequence[Compared], changes: Sequence[Change], totals: Sequence[Totals]
) -> Iterator[str]:
    from kg.cli.figures import HEADINGS, row
    from kg.cli.tables import columns

    tried = ", ".join(f"{count} in {told}" for told, count in _tried(compared).items())
    yield f"Tried on {len(compared)} statements: {tried or 'none'}."
    yield ""
    yield from map(_line, changes)
    yield _tally(changes)
    yield ""
    rows = [
        row(f"{one.name}, {when}", scores)
        for one in totals
        for when, scores in (("before", one.before), ("after", one.after))
    ]
    yield from columns([("", *HEADINGS), *rows])
    yield ""
    yield from _READ


_READ: Final = (
    "Labelled: what people accepted. Proposals that nobody has decided about are not counted. Whoever writes",
    "the lists has read these statements, so read the figures as an upper end, and for the change alone.",
    "In brackets: 95% intervals, Wilson's, and for F1 by drawing reviews anew. A dash: nothing to count.",
)


def _line(change: Change) -> str:
    naming = change.naming
    sure = f"{naming.confidence} confidence" + (f" (was {change.before})" if change.before else "")
    return (
        f"{change.what}: {naming.concept} on {change.statement} ({change.review}) '{naming.words}', {sure}; "
        f"{change.because}: {change.verdict}"
    )


def _tally(changes: Sequence[Change]) -> str:
    from collections import Counter

    if not changes:
        return "Nothing is gained, lost or made with another confidence."
    counted = Counter((change.what, change.verdict) for change in changes)
    parts = (f"{what} {count} {verdict}" for (what, verdict), count in counted.items())
    return f"Together: {', '.join(parts)}."
