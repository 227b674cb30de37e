"""What was missed and what was wrongly proposed, for a person to read beside the documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.evaluate.gold import FACTS, STATEMENTS
from kg.evaluate.loss import loss
from kg.evaluate.measures import TAGGED, kind_wrong, on_words, pairs
from kg.evaluate.words import same, unended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.evaluate.gold import Labelled
    from kg.evaluate.reading import Reading, Tags
    from kg.ingest import Matchers


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the columns of a file of labels, and before them what is wrong.

    Attributes:
        mistake: `missed`, `wrong`, `wrong kind`, `tags missed`, `tags wrong`, `lost silently`,
            `not in the text` or `refused`.
        themes: of tags missed or wrong, those alone.
        agencies: likewise.
        detail: the kind proposed, that only end marks differ, the confidence of wrong tags, or why a document
            was refused.
    """

    mistake: str
    document: str
    review: str
    kind: str
    words: str
    themes: str = ""
    agencies: str = ""
    detail: str = ""


def mistakes(rows: Sequence[Labelled], readings: Sequence[Reading], known: Matchers) -> Iterator[Mistake]:
    """Yield every mistake: by document those of statements, titles, keywords and facts; then those of tags.

    Tags are those of the labelled words, so that a wrong split does not show twice.
    """
    for reading in readings:
        own = [row for row in rows if row.document == reading.document]
        if reading.refused:
            yield Mistake("refused", reading.document, "", "", "", detail=reading.refused)
        yield from _statements(own, reading)
        yield from _listed(own, reading)
        yield from _facts(own, reading)
    for row in rows:
        if row.kind in TAGGED:
            yield from _tags(row, *on_words(row, known))


def _statements(rows: Sequence[Labelled], reading: Reading) -> Iterator[Mistake]:
    other_kind = kind_wrong(rows, reading)
    for row, kind in other_kind:
        yield _of("wrong kind", row, f"proposed as {kind}")
    turned = {id(row) for row, _ in other_kind}
    labelled = [row for row in rows if row.kind in STATEMENTS and id(row) not in turned]
    made = Counter((one.kind, one.words) for one in reading.statements)
    made -= Counter((kind, same(row.words)) for row, kind in other_kind)
    ends = {(kind, unended(words)) for kind, words in made}
    for one in _missed(labelled, made):
        near = (one.kind, unended(one.words)) in ends
        yield replace(one, detail="proposed with other end marks") if near else one
    wanted = Counter((row.kind, same(row.words)) for row in labelled)
    for kind, words in (made - wanted).elements():
        yield Mistake("wrong", reading.document, "", kind, words)
    lost = loss(reading, rows)
    yield from (_of("lost silently", row) for row in lost.silent)
    yield from (_of("not in the text", row) for row in lost.absent)


def _listed(rows: Sequence[Labelled], reading: Reading) -> Iterator[Mistake]:
    """Yield mistakes of titles and keywords."""
    found = {
        "title": [same(review.title) for review in reading.reviews if review.title],
        "keyword": [word for review in reading.reviews for word in review.keywords],
    }
    for kind, words in found.items():
        labelled = [row for row in rows if row.kind == kind]
        made = Counter((kind, one) for one in words)
        yield from _missed(labelled, made)
        for _, one in (made - Counter((kind, same(row.words)) for row in labelled)).elements():
            yield Mistake("wrong", reading.document, "", kind, one)


def _missed(labelled: Iterable[Labelled], made: Counter[tuple[str, str]]) -> Iterator[Mistake]:
    left = made.copy()
    for row in labelled:
        key = (row.kind, same(row.words))
        if left[key]:
            left[key] -= 1
        else:
            yield _of("missed", row)


def _facts(rows: Sequence[Labelled], reading: Reading) -> Iterator[Mistake]:
    for title, found, labelled in pairs(rows, reading):
        for name in FACTS:
            given = found.facts[name] if found else frozenset[str]()
            for value in sorted(labelled[name] - given):
                yield Mistake("missed", reading.document, title, name, value)
            for value in sorted(given - labelled[name]):
                yield Mistake("wrong", reading.document, title, name, value)


def _tags(row: Labelled, themes: Tags, agencies: Tags) -> Iterator[Mistake]:
    missed = [
        " ".join(sorted(wanted - {one for one, _ in found}))
        for wanted, found in ((row.themes, themes), (row.agencies, agencies))
    ]
    wrong = [
        sorted((one, sure) for one, sure in found if one not in wanted)
        for wanted, found in ((row.themes, themes), (row.agencies, agencies))
    ]
    if any(missed):
        yield _of("tags missed", row, "", missed)
    if any(wrong):
        ids = [" ".join(dict.fromkeys(one for one, _ in each)) for each in wrong]
        detail = "; ".join(f"{one}: {sure}" for each in wrong for one, sure in each)
        yield _of("tags wrong", row, detail, ids)


def _of(mistake: str, row: Labelled, detail: str = "", tags: Sequence[str] = ("", "")) -> Mistake:
    return Mistake(mistake, row.document, row.review, row.kind, row.words, tags[0], tags[1], detail)
