"""Which build a command reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.build.manifest import MANIFEST, Build, read_manifest
from kg.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable


def find_build(given: Path | None, say: Callable[[str], None]) -> Build:
    """Return the build to read: the one given, else `./build`, else the shipped records' own.

    Args:
        given: a root that `kg build --out` named, or one build in it.
        say: tells the user which build is used, and when one has to be made first.

    Raises:
        NotFoundError: there is no build where one was named, or in a folder with records of its own.
    """
    if given is not None:
        return _open(given, f"There is no build in {given}: run kg build --out {given}.")
    local = Path("build")
    if (local / "current").is_symlink() or (local / "current").exists():
        return _open(local, "The build in build/current is not whole: remove it, and run kg build.")
    if Path("data", "reviews").is_dir():
        raise NotFoundError("This folder has records but no build of them yet: run kg build.")
    return _shipped(say)


def _open(root: Path, missing: str) -> Build:
    for folder in (root / "current", root):
        if (folder / MANIFEST).is_file():
            return Build(folder, read_manifest(folder))
    raise NotFoundError(missing)


def _shipped(say: Callable[[str], None]) -> Build:
    """Build the shipped records into the user's cache, once for each version of them."""
    from platformdirs import user_cache_path

    from kg.build.inputs import Inputs, digest
    from kg.build.publish import NAME_LENGTH
    from kg.resources import shipped

    inputs = Inputs(shipped("data"), shipped("ontology"), shipped("queries"))
    root = user_cache_path("case-review-kg")
    folder = root / "builds" / digest(inputs)[:NAME_LENGTH]
    if (folder / MANIFEST).is_file():
        return Build(folder, read_manifest(folder))
    say("First use: building the shipped records, once ...")
    from kg.build.chain import build

    return build(inputs, root, lambda _: None)
