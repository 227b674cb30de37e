"""The texts that evidence refers to, on the machine of whoever holds them: found, compared, quoted.

A text is found by its digest, whatever its file is called. Offsets count Unicode characters of the text as
it is, with no translation of line ends; a digest is of the UTF-8 bytes of the raw slice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import Problem
from kg.files import decode, shown, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.records import Evidence, Records, Source

SUFFIXES: Final = (".txt", ".md")
"""The files that may hold a text."""

CONTEXT: Final = 32
"""Characters of a quote's prefix and suffix."""

_NEARBY: Final = 40  # offsets tried to each side of a passage that has moved
_SHORT: Final = 12  # characters of a digest that a message shows
_LARGEST: Final = 16 * 1024 * 1024  # bytes of a file in which a near miss is looked for
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage, and those around it, as the Web Annotation model has them."""

    exact: str
    prefix: str
    suffix: str


def texts(folder: Path, sources: Iterable[Source]) -> tuple[Mapping[str, str], list[Problem]]:
    """Find the text of each source among the files of a folder, by its digest.

    Args:
        folder: holds the texts as `.txt` or `.md` files, under any names.
        sources: those whose texts are wanted.

    Returns:
        The texts that were found, by the id of the source, and a problem for each that was not.
    """
    files = (
        sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.is_file()) if folder.is_dir() else []
    )
    problems: list[Problem] = []
    digests = dict(_digests(files, problems))
    by_digest = {digest: path for path, digest in reversed(digests.items())}
    found: dict[str, str] = {}
    for source in sources:
        path = by_digest.get(source.sha256)
        if path is None:
            problems.append(_missing(source, folder, digests))
            continue
        text, broken = decode(path.read_bytes(), shown(path), source.id)
        problems += broken
        if text is not None:
            found[source.id] = text
    return found, problems


def problems(records: Records, texts: Mapping[str, str]) -> list[Problem]:
    """Return every passage of the records whose words are not those that its digest was made of.

    Args:
        records: all records.
        texts: the text of each source by its id; sources without one are passed over.

    Returns:
        A problem for each such passage; where the words stand close by, it says at what offsets.
    """
    return [
        Problem(*_misplaced(evidence, texts[source]), path, evidence.line, record, "evidence")
        for source, evidence, path, record in _passages(records)
        if source in texts and not _fits(texts[source], evidence, evidence.start, evidence.end)
    ]


def quote(text: str, evidence: Evidence) -> Quote:
    """Return the raw words of a passage, with up to `CONTEXT` characters to each side.

    Example:
        >>> from kg.records import Evidence
        >>> quote("A baby. Her name is not given.", Evidence(8, 16, "")).exact
        'Her name'
    """
    start, end = evidence.start, evidence.end
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digests(files: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield each file with its digest; note those that cannot be read."""
    for path in files:
        try:
            with path.open("rb") as file:
                yield path, hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            problems.append(unreadable(path, error))


def _passages(records: Records) -> Iterator[tuple[str, Evidence, str, str]]:
    """Yield source, evidence, file and record of every passage."""
    for source in records.sources:
        for issue in source.issues:
            yield source.id, issue.evidence, source.path, source.id
    for review in records.reviews:
        for statement in review.statements:
            if statement.orphaned is None:  # its words stand in another text
                yield review.source, statement.evidence, review.path, statement.id


def _fits(text: str, evidence: Evidence, start: int, end: int) -> bool:
    return 0 <= start < end <= len(text) and _digest(text[start:end].encode()) == evidence.sha256


def _misplaced(evidence: Evidence, text: str) -> tuple[str, str]:
    """Say what is wrong with a passage, and where its words stand if they stand close by."""
    start, end = evidence.start, evidence.end
    if end > len(text):
        what = f"the passage {start} to {end} runs past the end of the text, which has {len(text)} characters"
    else:
        here = _digest(text[start:end].encode())
        what = (
            f"the words at {start} to {end} are not those that were recorded:"
            f" their digest is {here[:_SHORT]}..., and the record has {evidence.sha256[:_SHORT]}..."
        )
    nearby = next((at for at in _around(start, end) if _fits(text, evidence, *at)), None)
    remedy = (
        f"the words stand at {nearby[0]} to {nearby[1]}: set start to {nearby[0]} and end to {nearby[1]}"
        if nearby
        else "find the words in the text and correct start and end; for other words, correct the digest too"
    )
    return what, remedy


def _around(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield passages near one: moved, or with another start, or with another end; the closest first."""
    for by in (step for size in range(1, _NEARBY + 1) for step in (size, -size)):
        yield start + by, end + by
        yield start + by, end
        yield start, end + by


def _missing(source: Source, folder: Path, digests: Mapping[Path, str]) -> Problem:
    """Say which text was looked for and what is there; a text that changed on its way is recognised."""
    wanted = f"the text of '{source.title}' (SHA-256 {source.sha256[:_SHORT]}...) is not in {shown(folder)}"
    line = source.lines.get("sha256")
    if not folder.is_dir():
        return Problem(
            f"{wanted}: no such folder",
            "name the folder that holds it",
            source.path,
            line,
            source.id,
        )
    for path in digests:
        if how := _changed(path, source.sha256):
            remedy = f"{path.name} is that text, but {how}: take the original again, or change that back"
            return Problem(wanted, remedy, source.path, line, source.id)
    listed = ", ".join(f"{path.name} ({digest[:_SHORT]}...)" for path, digest in digests.items())
    what = f"{wanted}, which holds {listed or 'no text file: ' + ', '.join(SUFFIXES)}"
    remedy = "put that text there, unchanged, under any name"
    return Problem(what, remedy, source.path, line, source.id)


def _changed(path: Path, digest: str) -> str | None:
    """Return what happened to a text on its way, if undoing it gives the digest."""
    if path.stat().st_size > _LARGEST:
        return None
    data = path.read_bytes()
    undone = {
        "with Windows line ends": data.replace(b"\r\n", b"\n"),
        "with Unix line ends in place of Windows ones": data.replace(b"\n", b"\r\n"),
        "with a byte order mark": data.removeprefix(_BOM),
        "without its byte order mark": _BOM + data,
        "with a line break added at the end": data.removesuffix(b"\n"),
        "without the line break at its end": data + b"\n",
    }
    return next((how for how, before in undone.items() if _digest(before) == digest), None)
