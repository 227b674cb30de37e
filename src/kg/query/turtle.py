"""A small Turtle writer for answers: blocks by subject, one triple a line, sorted (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.iris import CURIE, shorten
from kg.namespaces import PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.query.model import Row, Term


def turtle(triples: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a Turtle document; a triple given twice is written once."""
    written = [[_term(part) for part in triple] for triple in sorted(set(triples), key=_key)]
    used = {part.partition(":")[0] for row in written for part in row if ":" in part}
    used |= {part.rpartition("^^")[2].partition(":")[0] for row in written for part in row if "^^" in part}
    for prefix, namespace in sorted(PREFIXES.items()):
        if prefix in used:
            yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject, group in groupby(written, key=lambda row: row[0]):
        yield f"\n{subject}\n"
        for _, predicate, value in group:
            yield f"    {'a' if predicate == 'rdf:type' else predicate} {value} ;\n"
        yield ".\n"


def _key(triple: Row) -> tuple[str, bool, str, str]:
    subject, predicate, value = map(str, triple)
    return subject, predicate != f"<{RDF.type}>", predicate, value


def _term(term: Term | None) -> str:
    """Return a term as Turtle has it, as short as it reads well."""
    if isinstance(term, ox.NamedNode):
        short = shorten(term.value)
        return short if CURIE.fullmatch(short) and not short.endswith(".") else str(term)
    if isinstance(term, ox.Literal) and term.language is None and term.datatype.value.startswith(_XSD):
        if term.datatype.value == _STRING:
            return str(term)
        return f"{ox.Literal(term.value)}^^{_term(term.datatype)}"
    return str(term)


_XSD = PREFIXES["xsd"]
_STRING = f"{_XSD}string"
