"""The graph as files for partners: sorted, without blank nodes, the same bytes for the same content.

An export holds what sources say, accepted tags and the vocabularies. It never holds quotes that may not
leave the user's machine, nor tags that are only proposed or were rejected.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.files import write_text
from kg.iris import DERIVED_GRAPHS, QUOTES_GRAPHS, WORDING_GRAPH, code
from kg.namespaces import CR
from kg.release.describe import Descriptions
from kg.release.write import json_ld
from kg.resources import shipped
from kg.turtle import trig, turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.turtle import Triple

__all__ = ["SUFFIXES", "Descriptions", "export", "exported", "serialise"]

SUFFIXES: Final = (".ttl", ".nt", ".nq", ".trig", ".jsonld")
ACCEPTED: Final = ox.NamedNode(code("tag-status", "accepted"))

Quads = list[ox.Quad]


def export(store: ox.Store, path: Path) -> int:
    """Write the exported graph to a file whose suffix names the format, and return its number of triples.

    The file is written beside its place and moved there whole: what stood there stays until then.

    Args:
        store: of a build.
        path: ends in `.ttl`, `.nt`, `.nq`, `.trig` or `.jsonld`.

    Raises:
        UsageError: the suffix names no format.
        BuildError: the file cannot be written.
    """
    if path.suffix not in SUFFIXES:
        raise UsageError(f"{path} names no format: end it with one of {', '.join(SUFFIXES)}.")
    quads = exported(store)
    context = json.loads((shipped("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    write_text(path, "".join(serialise(quads, path.suffix, context)))
    return len(quads)


def exported(store: ox.Store) -> Quads:
    """Return the quads that leave: no private quotes, nothing computed, only taggings that were accepted.

    Nor does the wording leave: expressions by which themes are proposed, which are no names of theirs.
    """
    stay = (f"<{QUOTES_GRAPHS}", f"<{DERIVED_GRAPHS}", f"<{WORDING_GRAPH}>")
    status = ox.NamedNode(CR.tagStatus)
    undecided = {
        quad.subject for quad in store.quads_for_pattern(None, status, None, None) if quad.object != ACCEPTED
    }
    return [
        quad
        for quad in store
        if not str(quad.graph_name).startswith(stay)
        and not any(str(term).startswith(f"<{DERIVED_GRAPHS}") for term in (quad.subject, quad.object))
        and quad.subject not in undecided
    ]


def serialise(quads: Quads, suffix: str, context: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of quads in the format of one of `SUFFIXES`."""
    writers: dict[str, Callable[[Quads], Iterator[str]]] = {
        ".ttl": _turtle,
        ".nt": _n_triples,
        ".nq": _n_quads,
        ".trig": _trig,
        ".jsonld": partial(_json_ld, context=context),
    }
    return writers[suffix](quads)


def _turtle(quads: Quads) -> Iterator[str]:
    return turtle(map(_triple, quads))


def _trig(quads: Quads) -> Iterator[str]:
    graphs: dict[str, list[Triple]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name)[1:-1], []).append(_triple(quad))
    return trig(graphs)


def _triple(quad: ox.Quad) -> Triple:
    return quad.subject, quad.predicate, quad.object


def _n_triples(quads: Quads) -> Iterator[str]:
    return _sorted_lines(str(quad.triple) for quad in quads)


def _n_quads(quads: Quads) -> Iterator[str]:
    return _sorted_lines(map(str, quads))


def _sorted_lines(statements: Iterable[str]) -> Iterator[str]:
    return (f"{statement} .\n" for statement in sorted(statements))


def _json_ld(quads: Quads, context: Mapping[str, Any]) -> Iterator[str]:
    """Yield JSON-LD with one line a value."""
    document = json_ld((quad.triple for quad in quads), context)
    yield json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    yield "\n"
