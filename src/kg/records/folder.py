"""All records of a folder, and the rules that hold between its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.errors import Problem, ProblemsFound
from kg.files import decode, shown, unreadable
from kg.records.fields import nearest, quoted
from kg.records.model import Records, Review, Source
from kg.records.orphans import is_gone
from kg.records.reader import read_review, read_source
from kg.records.strict import MAX_BYTES
from kg.records.together import unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Record = TypeVar("Record", Review, Source)

_FOLDERS = ("sources", "reviews")


def read(folder: Path) -> Records:
    """Return all records of a folder.

    Args:
        folder: holds `sources/` and `reviews/`, each with one `.yaml` file a record.

    Raises:
        ProblemsFound: all that is wrong in the folder, in one list.
    """
    problems = unfinished(folder)
    files = {name: list(_files(folder / name, problems)) for name in _FOLDERS}
    sources = _read_all(files["sources"], read_source, problems)
    reviews = _read_all(files["reviews"], read_review, problems)
    named = {source.id for source in sources} | {path.stem for path in files["sources"]}
    problems += _used_twice(sources, reviews)
    problems += _of_sources(sources, reviews, named)
    problems += _of_texts(sources, reviews)
    if len(reviews) == len(files["reviews"]) and all(review.source in named for review in reviews):
        problems += _counts(sources, reviews)
    if problems:
        raise ProblemsFound(problems)
    return Records(tuple(sorted(sources, key=_id)), tuple(sorted(reviews, key=_id)))


def between(sources: list[Source], reviews: list[Review]) -> list[Problem]:
    """Return what does not hold between records, each of which was read from its text.

    Args:
        sources: all of a folder.
        reviews: likewise.
    """
    named = {source.id for source in sources}
    problems = [*_used_twice(sources, reviews), *_of_sources(sources, reviews, named)]
    return [*problems, *_of_texts(sources, reviews), *_counts(sources, reviews)]


def _id(record: Review | Source) -> str:
    return record.id


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield the records' files of a folder by name; note what is none."""
    if not folder.is_dir():
        remedy = "make it, or name the folder that holds sources/ and reviews/"
        problems.append(Problem("there is no such folder", remedy, shown(folder)))
        return
    entries = [p for p in sorted(folder.iterdir()) if p.suffix == ".yaml" or not p.name.startswith(".")]
    for path in entries:
        if path.suffix == ".yaml" and path.is_file() and not path.name.startswith("."):
            yield path
        else:
            problems.append(_stranger(path))
    if not entries:
        problems.append(Problem("there are no records in this folder", "add a file for each", shown(folder)))


def _stranger(path: Path) -> Problem:
    what = "this is a folder, and no record" if path.is_dir() else "this is no file of a record"
    rename = (
        f"name it {path.stem}.yaml if it is a record, else "
        if path.suffix in {".yml", ".YAML", ".YML"}
        else ""
    )
    return Problem(
        what,
        f"{rename}move it out of {path.parent.name}/, which holds records as .yaml files only",
        shown(path),
    )


def _read_all(
    files: Iterable[Path], read_one: Callable[[str, str], Record], problems: list[Problem]
) -> list[Record]:
    """Read each file; a file with problems gives no record and hides none of the others'."""
    found = []
    for path in files:
        try:
            found.append(read_one(_text(path), shown(path)))
        except ProblemsFound as error:
            problems.extend(error.problems)
    return found


def _text(path: Path) -> str:
    """Return a file's text; one that is too large is not read to its end."""
    try:
        with path.open("rb") as file:
            # With room for the rest of a character: `strict` says that it is too large.
            data = file.read(MAX_BYTES + 4)
    except OSError as error:
        raise ProblemsFound([unreadable(path, error)]) from error
    if len(data) > MAX_BYTES:
        return data.decode("utf-8", "replace")
    text, problems = decode(data, shown(path), path.stem)
    if text is None:
        raise ProblemsFound(problems)
    return text


def _used_twice(sources: list[Source], reviews: list[Review]) -> Iterator[Problem]:
    """Yield ids and aliases that two records have, or a record and a statement."""
    seen: dict[str, str] = {}
    for key, own, path, line, record in [*_ids(sources, reviews), *_aliases(reviews)]:
        place = f"{path}:{line}"
        first = seen.setdefault(f"{key} {own}", place)
        if first != place:
            remedy = f"give one of the two an {key} of its own"
            yield Problem(f"{quoted(own)} is used in {first} too", remedy, path, line, record, key)


def _ids(sources: list[Source], reviews: list[Review]) -> Iterator[tuple[str, str, str, int, str]]:
    records: list[Source | Review] = [*sources, *reviews]
    for record in records:
        yield "id", record.id, record.path, record.lines["id"], Path(record.path).stem
    for review in reviews:
        for statement in review.statements:
            yield "id", statement.id, review.path, statement.line, statement.id


def _aliases(reviews: list[Review]) -> Iterator[tuple[str, str, str, int, str]]:
    for review in reviews:
        yield "alias", review.alias, review.path, review.lines["alias"], review.alias


def _of_sources(sources: list[Source], reviews: list[Review], named: set[str]) -> Iterator[Problem]:
    """Yield reviews of a source that is not there, or of an item that it does not have or that is taken.

    The item of a review that is gone from its source is another's now.
    """
    counts = {source.id: source.review_count for source in sources}
    taken: dict[tuple[str, int], Review] = {}
    for review in reviews:
        line, count = review.lines["item"], counts.get(review.source)
        if review.source not in named:
            yield _no_source(review, named)
        if is_gone(review):
            continue
        if count is not None and review.item > count:
            what = (
                f"the source {review.source} says it has {count} reviews, and this is its item {review.item}"
            )
            remedy = "correct the item, or review-count in the source's file"
            yield Problem(what, remedy, review.path, line, review.alias, "item")
        other = taken.setdefault((review.source, review.item), review)
        if other is not review:
            what = f"item {review.item} of {review.source} is {other.path}:{other.lines['item']} too"
            yield Problem(what, "correct the item of one of the two", review.path, line, review.alias, "item")


def _no_source(review: Review, named: set[str]) -> Problem:
    likely = nearest(review.source, named)
    remedy = f"did you mean {likely}?" if likely else f"add sources/{review.source}.yaml, or correct the name"
    what = f"there is no source {quoted(review.source)}"
    return Problem(what, remedy, review.path, review.lines["source"], review.alias, "source")


def _of_texts(sources: list[Source], reviews: list[Review]) -> Iterator[Problem]:
    """Yield statements that are orphaned, they say, from the very text that their source has."""
    texts = {source.id: source.sha256 for source in sources}
    for review in reviews:
        for statement in review.statements:
            if statement.orphaned and statement.orphaned == texts.get(review.source):
                what = f"it is orphaned from the text that the source {review.source} has now"
                remedy = "delete orphaned if its words stand there, or write the digest of the earlier text"
                yield Problem(what, remedy, review.path, statement.line, statement.id, "orphaned")


def _counts(sources: list[Source], reviews: list[Review]) -> Iterator[Problem]:
    """Yield sources that say they have another number of reviews than there are records."""
    for source in sources:
        count = sum(review.source == source.id and not is_gone(review) for review in reviews)
        if source.review_count is not None and source.review_count != count:
            what = f"the document says it has {source.review_count} reviews, and there are records of {count}"
            remedy = "look for records that were lost or not yet written, or correct the number"
            line = source.lines["review-count"]
            yield Problem(what, remedy, source.path, line, source.id, "review-count")
