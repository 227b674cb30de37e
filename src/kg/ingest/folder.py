"""A folder of records that documents are written to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg import records
from kg.errors import BuildError, UsageError
from kg.files import read_text, shown
from kg.records import Records
from kg.records.together import finish, held, replace_all, unchanging
from kg.resources import data_folder, shipped

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kg.ingest.plan import Plan

_FOLDERS: Final = ("sources", "reviews")


def into(given: Path | None, *, write: bool) -> Path:
    """Return the folder of records that documents are ingested into: the one given, else that of `kg build`.

    Args:
        given: the folder that the user named.
        write: records are to be written there.

    Raises:
        UsageError: it is the one that comes with kg, or no folder.
    """
    folder = given or data_folder()
    of_kg = folder.resolve() == shipped("data").resolve()
    if of_kg and not write and given is None:
        return Path("data")  # what would be made here, and not what the records of kg would become
    if of_kg and write:
        raise UsageError(
            f"The records in {shown(folder)} come with kg, and nothing is written there. Name a folder of"
            " your own, which is made if it is not there: --into DIR"
        )
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{shown(folder)} is no folder: --into names one.")
    return folder


@dataclass(slots=True)
class Shelf:
    """A folder and the records it holds, read again only where a file is another than it was.

    Attributes:
        folder: with `sources/` and `reviews/`, or nothing yet.
        writes: records are to be written there.
        met: the sources that documents were of, with each document's path and the digest of its text.
    """

    folder: Path
    writes: bool = True
    met: dict[str, tuple[Path, str]] = field(default_factory=dict)
    _held: Records | None = None
    _stamp: tuple[tuple[str, int, int], ...] = ()

    def held(self) -> AbstractContextManager[None]:
        """Hold the folder, so that no other program of ours writes there meanwhile.

        Raises:
            BuildError: another one holds it, or nothing can be written there.
        """
        return held(self.folder) if self.writes else unchanging(self.folder)

    def records(self) -> Records:
        """Return all records of the folder, which is held; none where it is empty or not there.

        Raises:
            ProblemsFound: the records there are not valid.
        """
        stamp = _stamped(self.folder)
        if self._held is None or stamp != self._stamp:
            self._held = records.read(self.folder) if stamp else Records((), ())
            self._stamp = stamp
        return self._held

    def write(self, plan: Plan) -> None:
        """Write what a document makes of the folder, all of it or nothing; the folder is held.

        Raises:
            BuildError: a file was changed meanwhile, or the disk is full; nothing was written.
        """
        for name in plan.files:
            path = self.folder / name
            if name.partition("/")[0] in _FOLDERS:
                now = read_text(path) if path.exists() else None
                if now != plan.before.get(name):
                    raise BuildError(f"{shown(path)} was changed meanwhile: run kg ingest again.")
        if plan.files:
            replace_all(self.folder, plan.files)
            self._held, self._stamp = plan.records, _stamped(self.folder)


def open_shelf(folder: Path, *, write: bool) -> Shelf:
    """Return a folder of records, made where it is to be written and is not there.

    Raises:
        BuildError: it cannot be made.
    """
    try:
        if write:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"{shown(folder)} cannot be made: {error.strerror}.") from error
    finish(folder)
    return Shelf(folder, write)


def _stamped(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells that no file of a folder was changed: names, times and sizes."""
    paths = sorted(path for name in _FOLDERS for path in (folder / name).glob("*"))
    states = ((path, path.stat()) for path in paths if not path.name.startswith("."))
    return tuple(
        (f"{path.parent.name}/{path.name}", state.st_mtime_ns, state.st_size) for path, state in states
    )
