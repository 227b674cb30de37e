"""Several files of a folder of records, written all together or not at all, whenever the program ends.

The new files are written whole into a folder beside the others, and synced. One atomic step gives that folder
the name `.writing`: from then on they count, and are moved to their places one by one. Where that was cut
off, whoever writes next, or builds, moves what is left; until then the folder is not read.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kg.errors import BuildError, Problem
from kg.files import LOCK, locked, shown, sync_folder, sync_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

WRITING: Final = ".writing"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder of records to write to it, and first finish what another program left half done.

    Args:
        folder: holds `sources/` and `reviews/`.

    Raises:
        BuildError: another one holds it.
    """
    with locked(folder):
        _clear(folder)
        yield


@contextmanager
def unchanging(folder: Path) -> Iterator[None]:
    """Hold a folder of records while it is only read, so that nothing is seen half written.

    Nothing is made in it: where no program of ours has ever written to it, or this user may not, it is read
    as it is.

    Raises:
        BuildError: another one holds it.
    """
    if os.access(folder / LOCK, os.W_OK):
        with held(folder):
            yield
    else:
        yield


def replace_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write files of a folder that is `held`: all of them, or none.

    Args:
        folder: holds `sources/` and `reviews/`.
        files: the whole text of each by its path below the folder, such as `reviews/ruby.yaml`.

    Raises:
        BuildError: the disk is full or cannot be written; nothing was changed.
    """
    beside = folder / f"{WRITING}.{os.getpid()}"
    try:
        for name, text in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        sync_tree(beside)
        beside.replace(folder / WRITING)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        what = f"{shown(folder)} could not be written: {error.strerror}. Nothing was changed."
        raise BuildError(what) from error
    sync_folder(folder)
    _finish(folder)


def finish(folder: Path) -> None:
    """Finish what a program left half done in a folder of records, if one did.

    Raises:
        BuildError: the folder cannot be written, or another program holds it.
    """
    if not (folder / WRITING).is_dir():
        return
    try:
        with held(folder):
            pass
    except OSError as error:
        raise BuildError(f"{unfinished(folder)[0].what}, and it cannot be finished: {error}") from error


def unfinished(folder: Path) -> list[Problem]:
    """Return the problem that files of a folder are half written, if they are."""
    if not (folder / WRITING).is_dir():
        return []
    what = "a program was cut off while it moved new records to their places"
    return [Problem(what, "run kg check: it moves the rest, before anything is read", shown(folder))]


def _finish(folder: Path) -> None:
    ready = folder / WRITING
    for path in sorted(path for path in ready.rglob("*") if path.is_file()):
        place = folder / path.relative_to(ready)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    for inner in sorted(path for path in ready.iterdir() if path.is_dir()):
        sync_folder(folder / inner.name)
    shutil.rmtree(ready)
    sync_folder(folder)


def _clear(folder: Path) -> None:
    """Finish what was decided, and remove what was not."""
    if (folder / WRITING).is_dir():
        _finish(folder)
    for left in folder.glob(f"{WRITING}.*"):
        shutil.rmtree(left)
