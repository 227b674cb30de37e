"""A published build: its folder, and what it holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST: Final = "manifest.json"
STORE: Final = "store"
SITE: Final = "site"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build holds; it names no time and no machine.

    Attributes:
        inputs: digest of everything the build was made from.
        store: digest of the store's canonical N-Quads.
        counts: how many sources, reviews, statements of each kind and triples.
        files: SHA-256 of every file but the store's, by path within the build.
    """

    inputs: str
    store: str
    counts: Mapping[str, int]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: its folder, and whether this run made it."""

    folder: Path
    manifest: Manifest
    new: bool = False

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.folder / STORE

    @property
    def site(self) -> Path:
        """The folder of the pages."""
        return self.folder / SITE

    @property
    def name(self) -> str:
        """The name of the folder: the beginning of the digest of the inputs."""
        return self.folder.resolve().name


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a build.

    Raises:
        BuildError: there is none, or it is damaged.
    """
    path = folder / MANIFEST
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BuildError(f"{path} cannot be read ({error}): run kg build again.") from error
