"""What a document makes of a folder of records: which files would be which, checked with all that is there.

Files that a person has are edited where they change, and nowhere else. Beside its records, the folder keeps
the text that offsets refer to: nobody could say later what an offset meant, or what a person had changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kg import vocabulary
from kg.documents import KEPT, Extracted, kept_name
from kg.errors import DocumentError, Problem, ProblemsFound
from kg.files import read_text, shown
from kg.ingest.drafts import proposed
from kg.ingest.ids import named
from kg.ingest.merge import fresh, merged
from kg.records import Records, read_review, read_source, write_review, write_source
from kg.records.edit import rewrite_review, rewrite_source
from kg.records.folder import between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.ingest.changes import Change
    from kg.ingest.drafts import Draft, Proposed, Told
    from kg.ingest.merge import Merged
    from kg.ingest.tools import Tools
    from kg.records import Review, Source
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document makes of a folder of records.

    Attributes:
        source: id of its source.
        new: whether the source was not known before.
        files: the text of each file that is written, by its path below the folder.
        before: the text that each record's file had; nothing for one that is new.
        records: all records of the folder as they would be.
        changes: what becomes otherwise, and what a person should look at.
        left: what of the document is in no record, in words.
    """

    source: str
    new: bool
    files: Mapping[str, str]
    before: Mapping[str, str]
    records: Records
    changes: tuple[Change, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A source that is known: its files and what they hold, by their paths below the folder."""

    source: Source
    reviews: tuple[Review, ...]
    texts: Mapping[str, str]


def plan(folder: Path, there: Records, document: Proposed, told: Told, tools: Tools) -> Plan:
    """Return what a document makes of a folder of records; nothing is written.

    Args:
        folder: of records.
        there: the records it holds.
        document: what was read.
        told: what the user says of it.
        tools: what it is read by.

    Raises:
        DocumentError: no review was found in it, or it is not the document that its name says.
        ProblemsFound: its records would not be valid.
    """
    draft = document.draft
    if not draft.reviews:
        raise _refused(
            document.extracted.path,
            "no review was found in it",
            "see what was read of it; where it has reviews, write their records by hand",
        )
    had = _known(folder, there, draft, told)
    result = _again(folder, had, draft, (told, tools)) if had else fresh(draft)
    if had and had.reviews and not (result.met or told.source):
        what = f"none of its reviews is one of the source '{had.source.id}', whose name it has"
        remedy = f"give it an id of its own (--source ID); if it takes its place, --source {had.source.id}"
        raise _refused(document.extracted.path, what, remedy)
    others = Records(
        tuple(one for one in there.sources if one.id != result.source.id),
        tuple(one for one in there.reviews if one.source != result.source.id),
    )
    taken = {path.stem for path in (folder / "reviews").glob("*.yaml")}
    reviews = named(result.reviews, others, taken, tools.mint)
    files = dict(_files(folder, had, result.source, reviews))
    before = had.texts if had else {}
    return Plan(
        result.source.id,
        had is None,
        {name: text for name, text in files.items() if before.get(name) != text}
        | _kept_text(folder, result.source.id, document.extracted),
        before,
        _checked(folder, files, others, tools.words),
        result.changes,
        draft.left,
    )


def _known(folder: Path, there: Records, draft: Draft, told: Told) -> _Held | None:
    """Return the source that a document is of: the one named, that of the same text, or of its name."""
    same = next((one for one in there.sources if one.sha256 == draft.source.sha256), None)
    if told.source and same and same.id != told.source:
        what = f"its text is that of the source '{same.id}' already"
        raise _refused(
            Path(draft.source.file or ""), what, f"leave --source out, or write --source {same.id}"
        )
    found = same or next((one for one in there.sources if one.id == draft.source.id), None)
    if found is None:
        return None
    paths = [f"reviews/{one.alias}.yaml" for one in there.reviews if one.source == found.id]
    texts = {path: read_text(folder / path) for path in (f"sources/{found.id}.yaml", *paths)}
    source = read_source(texts[f"sources/{found.id}.yaml"], shown(folder / f"sources/{found.id}.yaml"))
    reviews = [read_review(texts[path], shown(folder / path)) for path in paths]
    return _Held(source, tuple(sorted(reviews, key=lambda one: (one.item, one.alias))), texts)


def _again(folder: Path, had: _Held, draft: Draft, by: tuple[Told, Tools]) -> Merged:
    told, tools = by
    return merged((had.source, had.reviews), draft, _bases(folder, had, draft, tools), told)


def _bases(folder: Path, had: _Held, draft: Draft, tools: Tools) -> Mapping[str, Draft]:
    """Return what the source's document proposed when it was read before, by the digest of its text."""
    statements = (statement for review in had.reviews for statement in review.statements)
    bases = {draft.source.sha256: draft}
    for digest in {had.source.sha256, *(one.orphaned for one in statements if one.orphaned)} - bases.keys():
        path = folder / _text_name(had.source.id, digest)
        text = read_text(path) if path.is_file() else ""
        if sha256(text.encode()).hexdigest() == digest:
            read = Extracted(text, digest, had.source.extractor or "text", Path(had.source.file or path.name))
            try:
                bases[digest] = proposed(read, tools).draft
            except DocumentError:  # what once was read is refused now: nobody knows what it proposed
                continue
    return bases


def _files(
    folder: Path, had: _Held | None, source: Source, reviews: Sequence[Review]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each record of a source; those that a person has are edited."""
    texts = had.texts if had else {}
    name = f"sources/{source.id}.yaml"
    yield name, rewrite_source(texts[name], source, shown(folder / name)) if had else write_source(source)
    for review in reviews:
        name = f"reviews/{review.alias}.yaml"
        own = texts.get(name)
        yield name, rewrite_review(own, review, shown(folder / name)) if own else write_review(review)


def _checked(folder: Path, files: Mapping[str, str], others: Records, words: Vocabulary) -> Records:
    """Return all records as they would be, if all that must hold between them does."""
    problems: list[Problem] = []
    sources: list[Source] = []
    reviews: list[Review] = []
    for name, text in files.items():
        path = shown(folder / name)
        try:
            if name.startswith("sources/"):
                sources.append(read_source(text, path))
            else:
                reviews.append(read_review(text, path))
        except ProblemsFound as error:
            problems += error.problems
    if not problems:
        whole = (sorted([*others.sources, *sources], key=_id), sorted([*others.reviews, *reviews], key=_id))
        problems += between(*whole)
        problems += vocabulary.problems(Records(tuple(sources), tuple(reviews)), words)
    if problems:
        raise ProblemsFound(problems)
    return Records(tuple(whole[0]), tuple(whole[1]))


def _id(record: Source | Review) -> str:
    return record.id


def _kept_text(folder: Path, source: str, extracted: Extracted) -> dict[str, str]:
    """Return the text that offsets refer to, by its path, where it is not kept yet."""
    name = _text_name(source, extracted.sha256)
    path = folder / name
    kept = path.is_file() and sha256(path.read_bytes()).hexdigest() == extracted.sha256
    return {} if kept else {name: extracted.text}


def _text_name(source: str, digest: str) -> str:
    return f"{KEPT}/{kept_name(source, digest)}"


def _refused(path: Path, what: str, remedy: str) -> DocumentError:
    return DocumentError(Problem(what, remedy, shown(path)))
