"""What `kg ingest` proposes for a document, as plain data to be compared with labels."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kg.documents import extract, normalise
from kg.errors import DocumentError
from kg.evaluate.words import Letters, letters_of, same
from kg.ingest import propose_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from kg.documents import Normal
    from kg.ingest import Matchers

Json = dict[str, Any]
Tags = frozenset[tuple[str, str]]
"""Ids, each with the confidence that it was proposed with."""

_FIELDS: Final = {"cause": "circumstances"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A proposed statement: its words as labels write them, its place in the text, and its tags."""

    kind: str
    words: str
    start: int
    end: int
    themes: Tags
    agencies: Tags


@dataclass(frozen=True, slots=True)
class ReadReview:
    """A proposed review: its title, where it begins, its keywords, and the values of each fact."""

    title: str
    start: int
    keywords: tuple[str, ...]
    facts: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave.

    Attributes:
        document: its name.
        refused: why it could not be read; empty where it could.
        residual: stretches of the text that were not understood, as the report says.
        warned: the code and place of each warning.
        letters: of the text, and of the text made even.
    """

    document: str
    refused: str = ""
    statements: tuple[Stated, ...] = ()
    reviews: tuple[ReadReview, ...] = ()
    residual: tuple[tuple[int, int], ...] = ()
    warned: tuple[tuple[str, int], ...] = ()
    letters: tuple[Letters, ...] = field(default=(), repr=False)


def read(path: Path, known: Matchers, labelled: Collection[str] = ()) -> Reading:
    """Return what a document proposes; one that is refused proposes nothing, and says why.

    Args:
        path: the document.
        known: from `kg.ingest.matchers`.
        labelled: words that were labelled in it. A statement's words are taken as they stand in the raw
            text where those were labelled, else without what the reader took out: page headers in
            mid-sentence, hyphens at line ends.
    """
    try:
        extracted = extract(path)
        made = propose_text(extracted, known)
    except DocumentError as error:
        return Reading(path.name, refused=f"{error.problem.what}: {error.problem.remedy}")
    normal = normalise(extracted.text)
    wanted = {same(words) for words in labelled}
    return Reading(
        document=path.name,
        statements=tuple(
            _stated(one, _words(one, extracted.text, normal, wanted))
            for review in made["reviews"]
            for one in review["statements"]
        ),
        reviews=tuple(_review(review, extracted.text) for review in made["reviews"]),
        residual=tuple((s["start"], s["end"]) for s in made["spans"] if s["kind"] == "residual"),
        warned=tuple((one["code"], one["start"]) for one in made["warnings"]),
        letters=(letters_of(normal.text, normal.at), letters_of(extracted.text)),
    )


def _words(place: Json, text: str, normal: Normal, wanted: Collection[str]) -> str:
    raw = same(text[place["start"] : place["end"]])
    start, end = (bisect_left(normal.at, place[name]) for name in ("start", "end"))
    return raw if raw in wanted else same(normal.text[start:end])


def _stated(one: Json, words: str) -> Stated:
    themes, agencies = (
        frozenset((tag["concept"], tag["confidence"]) for tag in one[name]) for name in ("themes", "agencies")
    )
    return Stated(one["kind"], words, one["start"], one["end"], themes, agencies)


def _review(review: Json, text: str) -> ReadReview:
    from kg.evaluate.gold import FACTS

    keywords = tuple(same(text[one["start"] : one["end"]]) for one in review["keywords"])
    facts = {name: _values(review["facts"][_FIELDS.get(name, name)]) for name in FACTS}
    return ReadReview(review["title"], review["heading"]["start"], keywords, facts)


def _values(found: list[Json] | Json | None) -> frozenset[str]:
    several = found if isinstance(found, list) else [found] if found else []
    return frozenset(str(one["value"]) for one in several)
