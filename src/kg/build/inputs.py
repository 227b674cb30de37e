"""What a build is made from, and the digest that names the build."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.records.together import finish
from kg.resources import data_folder, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES: Final = ("case-review-kg", "jinja2", "networkx", "numpy", "pyoxigraph", "pyvis")
"""Packages whose version can change what a build holds."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The folders that a build reads.

    Attributes:
        data: with `sources/` and `reviews/`.
        ontology: terms, shapes, checks and vocabularies.
        queries: the named questions.
        sources: published documents on the user's machine, to check evidence and to quote; or None.
    """

    data: Path
    ontology: Path
    queries: Path
    sources: Path | None = None


def find_inputs(data: Path | None = None, sources: Path | None = None) -> Inputs:
    """Return the inputs of a build: the records given, `./data` or those shipped, with what ships.

    Records that a program left half written are whole afterwards.

    Raises:
        NotFoundError: a folder given does not exist.
        BuildError: the records are half written, and cannot be finished.
    """
    records = data_folder(data)
    finish(records)
    return Inputs(records, shipped("ontology"), shipped("queries"), sources)


def digest(inputs: Inputs) -> str:
    """Return a SHA-256 over every input: files by name and content, the program, its libraries' versions."""
    total = sha256()
    for label, folder, pattern in _folders(inputs):
        for path in sorted(path for path in folder.rglob(pattern) if path.is_file() and path.name[0] != "."):
            name = f"{label}/{path.relative_to(folder).as_posix()}"
            total.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    from importlib.metadata import version

    for name in LIBRARIES:
        total.update(f"{name}=={version(name)}\n".encode())
    return total.hexdigest()


def _folders(inputs: Inputs) -> Iterator[tuple[str, Path, str]]:
    yield "data", inputs.data, "*"
    yield "ontology", inputs.ontology, "*"
    yield "queries", inputs.queries, "*"
    package = Path(__file__).resolve().parent.parent
    yield "program", package, "*.py"
    yield "templates", package / "pages" / "templates", "*"
    if inputs.sources is not None:
        yield "sources", inputs.sources, "*"
