"""`kg review`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import STOPPED, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from kg.curation import Held, Look
    from kg.records import Review


@click.command("review", short_help="Decide what software proposed, review by review.")
@click.option("--record", metavar="ID|ALIAS", help="Only this review.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The records: a folder with sources/ and reviews/.  [default: ./data]",
)
@click.option(
    "--sources",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with the published documents, to mark exactly the words that a proposal rests on."
    "  [default: texts/ beside the records]",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), hidden=True, help="The date of the decisions.")
def command(record: str | None, data: Path | None, sources: Path | None, on: datetime | None) -> None:
    """Decide what software proposed, review by review.

    First the facts read in a review's title and summary, then each statement with its themes and agencies:
    accept, reject or change each by one key, or add what was missed. ? shows the keys.

    Every decision is written to the record at once, so you can stop at any time (q, Ctrl-C) and go on later.
    Only what is accepted counts. Where standard input is no terminal, keys are read from it, one a line.

    \b
    kg review                   all reviews that have something to decide
    kg review --record child-q  one review; statements without a theme are offered again
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    from datetime import date

    folder = _folder(data)
    held, whole = _held(folder, record)
    where = "" if record is None else f" in {record}"
    if held:
        day = on.date() if on else date.today()  # noqa: DTZ011 - the day where the person is
        _walk(held, sources, day.isoformat(), "" if data is None else f" --data {data}")
    else:
        click.echo(f"Nothing to review{where}: all that was proposed is decided.")
    sys.exit(0 if whole else 1)


def _walk(held: Sequence[Held], sources: Path | None, on: str, where: str) -> None:
    """Walk through reviews with the person, and say at the end what was done, however it ends."""
    from kg import curation, vocabulary
    from kg.curation.told import closing, opening
    from kg.resources import shipped

    known = curation.Known(vocabulary.load(shipped("ontology")), _texts(held, sources))
    look = _look()
    with curation.talking() as talk:
        walk = curation.Walk(curation.State(tuple(held)), known, curation.Voice(talk, look), on)
        walk.voice.show(opening(walk.state, look))
        try:
            curation.take(walk)
        except KeyboardInterrupt:
            walk.voice.show([""])
            sys.exit(STOPPED)
        finally:
            walk.voice.show(closing(walk.state, look, where))


def _folder(data: Path | None) -> Path:
    """Return the folder of the records: what ships with an install is not the user's to change."""
    from kg.errors import NotFoundError
    from kg.records.together import finish
    from kg.resources import data_folder

    if data is None and not (Path.cwd() / "data" / "reviews").is_dir():
        raise NotFoundError("There are no records here: name the folder that holds them by --data.")
    folder = data_folder(data)
    finish(folder)
    return folder


def _held(folder: Path, record: str | None) -> tuple[list[Held], bool]:
    """Return the reviews to walk through, and whether every record could be read; say which could not."""
    from kg.curation import hold_all, is_open, items
    from kg.records.together import unchanging

    with unchanging(folder):
        held, problems = hold_all(folder)
    for problem in problems:
        say(str(problem))
    if problems:
        say("Records with problems are left out: correct them, or run kg check for all that is wrong.")
    if record is None:
        return [one for one in held if is_open(one.review)], not problems
    named = _named([one.review for one in held], record)
    return [one for one in held if one.review == named and any(items(named))], not problems


def _named(reviews: Sequence[Review], record: str) -> Review:
    from difflib import get_close_matches

    from kg.errors import NotFoundError

    for review in reviews:
        if record in {review.id, review.alias}:
            return review
    near = get_close_matches(record, [review.alias for review in reviews], n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise NotFoundError(
        f"There is no record {record!r}.{hint} Name one by its alias (its file's name) or id."
    )


def _texts(held: Sequence[Held], folder: Path | None) -> Mapping[str, str]:
    """Return the text of each source that is at hand; say which is not in a folder that was named."""
    from kg.documents import texts
    from kg.files import read_text, shown
    from kg.records import read_source

    records = held[0].path.parent.parent
    if folder is None and not (records / "texts").is_dir():
        return {}
    paths = {records / "sources" / f"{one.review.source}.yaml" for one in held}
    sources = [read_source(read_text(path), shown(path)) for path in sorted(paths)]
    found, problems = texts(folder or records / "texts", sources)
    for problem in problems if folder else ():
        say(f"{problem}\n    without it, the words found are marked as well as they can be")
    return found


def _look() -> Look:
    """Return what the terminal can show; NO_COLOR (no-color.org) and TERM=dumb turn bold off."""
    from shutil import get_terminal_size

    from kg.curation import Look

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    try:
        "─«»\u201c\u2019".encode(sys.stdout.encoding or "ascii")
        unicode = True
    except UnicodeEncodeError:
        unicode = False
    return Look(get_terminal_size().columns, sys.stdout.isatty() and not plain, unicode)
