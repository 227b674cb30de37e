"""The texts of sources found among the files of a folder by their digests, whatever the files are called.

Text files are compared byte by byte. Where those are not enough, web pages, Word files and PDFs are read, in
processes of their own, and the digests of their texts compared.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.documents.extract import Extracted
from kg.documents.formats import READABLE
from kg.documents.many import extract_all
from kg.errors import Problem
from kg.files import decode, shown, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.documents.many import Read
    from kg.records import Source

_PLAIN: Final = (".txt", ".md")
_SHORT: Final = 12  # characters of a digest that a message shows
_LARGEST: Final = 16 * 1024 * 1024  # bytes of a file in which a near miss is looked for
_BOM: Final = b"\xef\xbb\xbf"


KEPT: Final = "texts"
"""The folder, beside `sources` and `reviews`, of the texts that documents were read as."""

_DIGITS: Final = 16  # of the digest, in the name of a text that is kept


def kept_name(source: str, digest: str) -> str:
    """Return the name of the file in which a source's text is kept, by its digest."""
    return f"{source}-{digest[:_DIGITS]}.txt"


def kept(data: Path, sources: Sequence[Source]) -> tuple[Mapping[str, str], list[Problem]]:
    """Find the texts that are kept beside the records, where they are.

    Args:
        data: the folder of records.
        sources: those whose texts are wanted.

    Returns:
        The texts that were found, by the id of the source, and a problem for each that is kept and is no
        longer what was read. One that is not kept is no problem.
    """
    folder = data / KEPT
    there = [one for one in sources if (folder / kept_name(one.id, one.sha256)).is_file()]
    return texts(folder, there)


class _Folder(NamedTuple):
    """A folder, the digests of its text files, and what reading its other documents gave."""

    path: Path
    digests: Mapping[Path, str]
    others: Mapping[Path, Read]


def texts(folder: Path, sources: Iterable[Source]) -> tuple[Mapping[str, str], list[Problem]]:
    """Find the text of each source among the files of a folder, by its digest.

    Args:
        folder: holds the documents in any format that is read, under any names.
        sources: those whose texts are wanted.

    Returns:
        The texts that were found, by the id of the source, and a problem for each that was not.
    """
    files = sorted(p for p in folder.iterdir() if p.is_file()) if folder.is_dir() else []
    problems: list[Problem] = []
    digests = dict(_digests((p for p in files if p.suffix.lower() in _PLAIN), problems))
    by_digest = {digest: path for path, digest in reversed(digests.items())}
    found: dict[str, str] = {}
    missing: list[Source] = []
    for source in sources:
        path = by_digest.get(source.sha256)
        if path is None:
            missing.append(source)
            continue
        text, broken = decode(path.read_bytes(), shown(path), source.id)
        problems += broken
        if text is not None:
            found[source.id] = text
    others = _read(files) if missing else {}
    extracted = {read.sha256: read.text for read in others.values() if isinstance(read, Extracted)}
    found |= {source.id: extracted[source.sha256] for source in missing if source.sha256 in extracted}
    there = _Folder(folder, digests, others)
    problems += [_missing(source, there) for source in missing if source.id not in found]
    return found, problems


def _digests(files: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield each file with its digest; note those that cannot be read."""
    for path in files:
        try:
            with path.open("rb") as file:
                yield path, hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            problems.append(unreadable(path, error))


def _read(files: Sequence[Path]) -> Mapping[Path, Read]:
    """Read the documents that are no text files."""
    paths = [p for p in files if p.suffix.lower() in READABLE and p.suffix.lower() not in _PLAIN]
    return dict(zip(paths, extract_all(paths), strict=True))


def _missing(source: Source, there: _Folder) -> Problem:
    """Say which text was looked for and what is there; a text that changed on its way is recognised."""
    folder, place = there.path, (source.path, source.lines.get("sha256"), source.id)
    wanted = f"the text of '{source.title}' (SHA-256 {source.sha256[:_SHORT]}...) is not in {shown(folder)}"
    if not folder.is_dir():
        return Problem(f"{wanted}: no such folder", "name the folder that holds it", *place)
    for path in there.digests:
        if how := _changed(path, source.sha256):
            remedy = f"{path.name} is that text, but {how}: take the original again, or change that back"
            return Problem(wanted, remedy, *place)
    what = f"{wanted}, which holds {', '.join(_held(there)) or 'no document: ' + ', '.join(READABLE)}"
    named = there.others.get(folder / source.file) if source.file else None
    if isinstance(named, Extracted) and source.extractor not in (None, named.extractor):
        remedy = (
            f"{source.file} was read by {source.extractor}, and here is {named.extractor}, which gives other"
            " characters: keep the text that was read then as .txt, or read the document anew"
        )
        return Problem(what, remedy, *place)
    return Problem(what, "put that document there, unchanged, under any name", *place)


def _held(there: _Folder) -> Iterator[str]:
    """Yield each file with the digest of its text, or why it has none."""
    for path, digest in there.digests.items():
        yield f"{path.name} ({digest[:_SHORT]}...)"
    for path, read in there.others.items():
        said = (
            f"{read.sha256[:_SHORT]}..." if isinstance(read, Extracted) else f"not read: {read.problem.what}"
        )
        yield f"{path.name} ({said})"


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
    found = (how for how, before in undone.items() if hashlib.sha256(before).hexdigest() == digest)
    return next(found, None)
