"""Where the graph lives: pyoxigraph, in memory or in a folder.

The store is a cache: records and ontology are the truth. A folder is written once and then only read, so
opening it needs no lock; its files hold times and random ids, so it is known by the digest of its content.
"""

from __future__ import annotations

import io
from hashlib import sha256
from itertools import chain
from typing import IO, TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from kg.errors import BuildError
from kg.iris import VOCABULARY_GRAPH, WORDING_GRAPH
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib import Dataset

VOCABULARY_FILES: Final = ("case-review.ttl", "codes.ttl", "themes.ttl", "agencies.ttl")
"""The files of `ontology/` that stand in the graph `vocab`."""

WORDING_FILES: Final = ("wording/themes.ttl",)
"""Those that stand in the graph `wording`."""


class _Lines(io.RawIOBase):
    """Lines of text as a binary file, so that a bulk load never holds them all."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        parts, length = [self._rest], len(self._rest)
        while size < 0 or length < size:
            line = next(self._lines, None)
            if line is None:
                break
            parts.append(line.encode())
            length += len(parts[-1])
        whole = b"".join(parts)
        end = length if size < 0 else size
        self._rest = whole[end:]
        return whole[:end]


def load(lines: Iterable[str], ontology: Path, path: Path | None = None) -> ox.Store:
    """Load N-Quads lines, and the ontology and vocabularies, into a new store.

    Args:
        lines: as `kg.graph` writes them.
        ontology: the folder with `VOCABULARY_FILES` and `WORDING_FILES`.
        path: an empty or absent folder to keep the store in; in memory without it.

    Raises:
        BuildError: the folder cannot be written, or the lines are no N-Quads.
    """
    try:
        store = ox.Store(str(path)) if path else ox.Store()
        store.bulk_load(cast("IO[bytes]", _Lines(lines)), format=ox.RdfFormat.N_QUADS)
        for graph, names in {VOCABULARY_GRAPH: VOCABULARY_FILES, WORDING_GRAPH: WORDING_FILES}.items():
            for name in names:
                file, node = str(ontology / name), ox.NamedNode(graph)
                store.bulk_load(path=file, format=ox.RdfFormat.TURTLE, to_graph=node)
        if path:
            store.flush()
    except OSError as error:
        raise BuildError(f"The store could not be written{f' to {path}' if path else ''}: {error}") from error
    except SyntaxError as error:
        raise BuildError(f"The store refused the graph, which is a fault of the program: {error}") from error
    return store


def extend(store: ox.Store, lines: Iterable[str]) -> None:
    """Load more N-Quads lines into a store.

    Raises:
        BuildError: the lines are no N-Quads.
    """
    try:
        store.bulk_load(cast("IO[bytes]", _Lines(lines)), format=ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise BuildError(f"The store refused the graph, which is a fault of the program: {error}") from error


def open_read_only(path: Path) -> ox.Store:
    """Open the store of a build.

    Raises:
        BuildError: there is none, or its files are damaged.
    """
    try:
        return ox.Store.read_only(str(path))
    except (OSError, ValueError, RuntimeError) as error:  # the last: what the engine calls corruption
        raise BuildError(f"The store {path} cannot be opened ({error}): run kg build again.") from error


def select(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    """Yield the solutions of a SELECT query over all graphs as strings, an unbound variable as an empty one.

    The query is the program's own, never a user's, and may use the prefixes of `kg.namespaces`.
    """
    solutions = store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    for solution in cast("ox.QuerySolutions", solutions):
        yield tuple("" if term is None else str(term.value) for term in solution)


def vocabulary_text(store: ox.Store) -> str:
    """Return the ontology, vocabularies and wording of a store, as Turtle of one triple a line."""
    graphs = (ox.NamedNode(VOCABULARY_GRAPH), ox.NamedNode(WORDING_GRAPH))
    quads = chain.from_iterable(store.quads_for_pattern(None, None, None, graph) for graph in graphs)
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return "".join(sorted(written.decode().splitlines(keepends=True))) if written else ""


def quad_lines(store: ox.Store) -> list[str]:
    """Return the store's content as sorted lines of canonical N-Quads, without line ends.

    There are no blank nodes, so sorting is all that RDFC-1.0 would do
    (https://www.w3.org/TR/rdf-canon/#canon-algo).
    """
    written = ox.serialize(store, format=ox.RdfFormat.N_QUADS)
    return sorted(written.decode().splitlines()) if written else []


def digest(store: ox.Store) -> str:
    """Return the SHA-256 of the store's canonical N-Quads: the same for the same content, anywhere."""
    return sha256("".join(f"{line}\n" for line in quad_lines(store)).encode()).hexdigest()


def dataset(path: Path) -> Dataset:
    """Open the store of a build as an rdflib `Dataset` whose default graph is the union of all graphs.

    Raises:
        BuildError: there is none, or its files are damaged.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    return Dataset(store=OxigraphStore(store=open_read_only(path)), default_union=True)
