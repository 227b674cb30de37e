"""Text out of a document, read by a child process that may be stopped: the parent never parses the file.

The child sets limits on its own address space, time and output before it opens the file, so that a document
made to expand, to loop or to crash a library ends the child and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final

from kg.errors import DocumentError, Problem
from kg.files import shown

if TYPE_CHECKING:
    from pathlib import Path

_READER: Final = "kg.documents.reader"
_MIB: Final = 1024 * 1024
_EXPANDS: Final = "leave it out, or save its text by hand as .txt; such a file may have been made to do harm"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take: seconds (of the clock, and of the processor), and bytes."""

    seconds: float = 9.0
    memory: int = 1024 * _MIB
    size: int = 20_000_000
    text: int = 20_000_000


Run = Callable[["Path", Limits, IO[bytes]], "int | None"]
"""Runs the reader on a document into a file; returns its exit code, or nothing where its time ran out."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document; offsets of evidence count its characters.

    `sha256` is of the text as UTF-8, `extractor` names what read it and its version, `notes` are to be shown.
    """

    text: str
    sha256: str
    extractor: str
    path: Path
    notes: tuple[str, ...] = ()


def extract(path: Path, limits: Limits | None = None) -> Extracted:
    """Read the text of a `.txt`, `.md`, `.html`, `.htm`, `.docx` or `.pdf`.

    Raises:
        DocumentError: it cannot be read, is of another type than its name says, locked, empty, or too much.
    """
    return extracted(path, limits or Limits(), _run)


def extracted(path: Path, limits: Limits, run: Run) -> Extracted:
    """Read the text of a document by a process that `run` starts; see `extract`."""
    import tempfile

    _check_size(path, limits)
    with tempfile.TemporaryFile() as out:
        code = run(path, limits, out)
        if code is None:
            raise _error(path, f"it could not be read in {limits.seconds:g} seconds", _EXPANDS)
        out.seek(0)
        head, _, body = out.read().partition(b"\n")
    told = _told(head)
    if "what" in told:
        raise _error(path, str(told["what"]), str(told["remedy"]))
    if code != 0 or told.get("bytes") != len(body):
        raise _error(path, _ended(code, limits), _EXPANDS)
    notes = tuple(str(note) for note in told["notes"])
    return Extracted(body.decode(), hashlib.sha256(body).hexdigest(), str(told["extractor"]), path, notes)


def arguments(path: Path, limits: Limits) -> list[str]:
    """Return what the reader is called with."""
    numbers = (limits.seconds, limits.memory, limits.size, limits.text)
    return [str(path.absolute()), *map(str, numbers)]


def environment() -> dict[str, str]:
    """Return the environment of a process that reads."""
    return {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONFAULTHANDLER": ""}


def _check_size(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
        regular = path.is_file()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise _error(path, what, "check the name, and that you may read it") from error
    if not regular:
        raise _error(path, "this is no file", "name a document")
    if size > limits.size:
        what = f"it has {size:,} bytes, and {limits.size:,} is the most that is read"
        raise _error(path, what, "split it, or save its text as .txt")


def _run(path: Path, limits: Limits, out: IO[bytes]) -> int | None:
    """Run the child; return its exit code, or nothing where its time ran out."""
    import subprocess

    with subprocess.Popen(  # noqa: S603 - our own module, by this interpreter; a path is one argument
        [sys.executable, "-P", "-m", _READER, *arguments(path, limits)],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as child:
        try:
            return child.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            child.kill()


def _told(head: bytes) -> dict[str, Any]:
    """Return what the child said of its work; nothing where it did not come to that."""
    try:
        told = json.loads(head)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _ended(code: int, limits: Limits) -> str:
    """Say why a child ended without a word."""
    cpu = getattr(signal, "SIGXCPU", None)
    if cpu is not None and code == -cpu:
        return f"it could not be read in {limits.seconds:g} seconds"
    return (
        f"the reader stopped: the file is broken, or needs more than {limits.memory // _MIB:,} MiB of memory"
    )


def _error(path: Path, what: str, remedy: str) -> DocumentError:
    return DocumentError(Problem(what, remedy, shown(path)))
