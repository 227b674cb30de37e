"""Builds on disk: written whole, then made current by one atomic step, under a lock.

`<root>/builds/<digest>/` holds a build and `<root>/current` points to the one in use. A build that was cut
off leaves a folder whose name begins with a full stop, and the next one removes it. Readers keep what they
have open: the build before the current one stays.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.build.manifest import MANIFEST, STORE, Build, Manifest, read_manifest
from kg.errors import BuildError
from kg.files import point, sync_folder, sync_tree
from kg.store import open_read_only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

NAME_LENGTH: Final = 16
"""Characters of the inputs' digest that name a build's folder (64 bits)."""

_OURS: Final = re.compile(rf"[0-9a-f]{{{NAME_LENGTH}}}")
_LEFT_OVER: Final = re.compile(rf"\.{_OURS.pattern}\.[0-9]+")


def publish(root: Path, inputs: str, make: Callable[[Path], tuple[str, Mapping[str, int]]]) -> Build:
    """Make the build of some inputs current, writing it first where it is not there yet.

    Args:
        root: holds `builds/` and `current`; made where absent.
        inputs: the digest of what the build is made from.
        make: fills an empty folder with the build and returns the store's digest and the counts.

    Raises:
        BuildError: the disk is full or cannot be written; what was current stays so.
    """
    try:
        with _locked(root):
            folder = root / "builds" / inputs[:NAME_LENGTH]
            new = not is_whole(folder)
            if new:
                _write(folder, inputs, make)
            _switch(root, folder)
            return Build(root / "current", read_manifest(folder), new)
    except OSError as error:
        raise BuildError(
            f"The build could not be written to {root}: {error}. What was there stays."
        ) from error


def is_whole(folder: Path) -> bool:
    """Tell whether a build is there, with the pages and the triples that its manifest names."""
    if not (folder / MANIFEST).is_file():
        return False
    try:
        manifest = read_manifest(folder)
        held = len(open_read_only(folder / STORE))
        return dict(_digests(folder)) == manifest.files and held == manifest.counts.get("triples")
    except (BuildError, OSError, RuntimeError, AttributeError):
        return False


def _write(folder: Path, inputs: str, make: Callable[[Path], tuple[str, Mapping[str, int]]]) -> None:
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    for other in folder.parent.iterdir():
        if _LEFT_OVER.fullmatch(other.name):
            shutil.rmtree(other)
    beside.mkdir(parents=True)
    try:
        store, counts = make(beside)
        manifest = Manifest(inputs, store, counts, dict(_digests(beside)))
        text = json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n"
        (beside / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
        sync_tree(beside)
        if folder.exists():  # and is damaged: out of the way, for no step puts one folder in another's place
            folder.replace(damaged := folder.with_name(f".{folder.name}.0"))
            shutil.rmtree(damaged)
        beside.replace(folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder)
        if name.parts[0] != STORE and name.name != MANIFEST:
            yield name.as_posix(), sha256(path.read_bytes()).hexdigest()


def _switch(root: Path, folder: Path) -> None:
    """Make a build current, and remove all but it and the one before."""
    current = root / "current"
    before = current.resolve().name if current.is_symlink() else None
    if before == folder.name:
        return
    point(current, f"builds/{folder.name}")
    for other in folder.parent.iterdir():
        if _OURS.fullmatch(other.name) and other.name not in (before, folder.name):
            shutil.rmtree(other)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    (root / "builds").mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(root / ".lock", timeout=600):
            yield
    except Timeout as error:
        raise BuildError(f"Another build has held {root} for ten minutes: wait for it or end it.") from error
