"""What the user means: a document, a record's file, or a review of the build; and themes to compare by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import NotFoundError, ParameterError, UsageError
from kg.iris import local_name
from kg.network import things
from kg.precedents.asked import corrected, of_document, of_record, of_review
from kg.precedents.model import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode, Store

    from kg.catalogue import Catalogue
    from kg.precedents.model import Request

RECORD: Final = ".yaml"
_KEEP: Final = 3  # letters from which the beginning of a title may stand for it


def request(given: str, store: Store, catalogue: Catalogue) -> Request:
    """Return what is asked about.

    Args:
        given: a document's path, a record's path (`.yaml`), or a review's alias, id, title or its beginning.
        store: the graph that reviews are looked up in.
        catalogue: read from it.

    Raises:
        DocumentError: the document cannot be read.
        NotFoundError: there is no such file.
        ParameterError: no review is meant, or several.
        ProblemsFound: the record does not hold.
    """
    from kg.documents import READABLE

    path = Path(given)
    ending = path.suffix.lower()
    if ending not in (*READABLE, RECORD) and not path.is_file():
        return of_review(review(given, store), store, catalogue)
    if not path.is_file():
        raise NotFoundError(f"There is no file {given}. Check the name, or name a review of the build.")
    from kg.resources import shipped
    from kg.vocabulary import load as load_vocabulary

    words = load_vocabulary(shipped("ontology"))
    if ending != RECORD:
        return of_document(path, words)
    from kg.files import read_text, shown
    from kg.records import read_review

    record = read_review(read_text(path), shown(path))
    return of_record(record, _issued(path, record.source, catalogue), words)


def review(given: str, store: Store) -> NamedNode:
    """Return the review that an alias, id or title names, or the beginning of one title.

    Raises:
        ParameterError: there is none, or there are several; the message names them or the nearest.
    """
    from kg.query.lookup import entries, fold

    try:
        return things.find(store, "review", given, "RECORD")
    except ParameterError:
        wanted = fold(given)
        found = {
            entry.node.value: entry
            for entry in entries(store, things.parameter("review", "RECORD"))
            if len(wanted) >= _KEEP and any(name.startswith(wanted) for name in entry.names)
        }
        if not found or any(wanted in entry.names for entry in found.values()):
            raise
    if len(found) > 1:
        several = "; ".join(sorted(map(str, found.values())))
        raise ParameterError(f"{given!r} can mean {several}. Give the id of one.")
    (entry,) = found.values()
    return entry.node


def compare_by(asked: Request, given: Iterable[str], store: Store, catalogue: Catalogue) -> Request:
    """Return a request with the themes that a user gives, `NUMBER=THEME` each, in place of those read.

    Raises:
        UsageError: one is not of that form, or there is no recommendation of the number.
        ParameterError: there is no such theme.
    """
    themes: dict[int, list[Theme]] = {}
    for one in given:
        number, mark, name = one.partition("=")
        if not mark or not number.strip().isdecimal():
            raise UsageError(
                f"--theme {one!r}: give the recommendation's number and a theme, as in 2='safer sleep'."
            )
        theme = local_name(things.find(store, "theme", name, "--theme").value)
        themes.setdefault(int(number), []).append(Theme(theme, catalogue.themes[theme].label, "given"))
    return corrected(asked, themes) if themes else asked


def _issued(path: Path, source: str, catalogue: Catalogue) -> str | None:
    """Return the date of a record's source: by the source's own file beside it, else by the collection."""
    from kg.files import read_text, shown
    from kg.records import read_source

    beside = path.absolute().parent.parent / "sources" / f"{source}{RECORD}"
    if beside.is_file():
        return read_source(read_text(beside), shown(beside)).issued
    known = catalogue.sources.get(source)
    return known.issued if known else None
