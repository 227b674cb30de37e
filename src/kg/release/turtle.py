"""Turtle and TriG for people and for differences (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/).

One triple a line, grouped by subject and sorted; every line of a block ends alike and the block closes on a
line of its own, so that adding a triple adds a line and touches no other.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import BuildError
from kg.iris import CURIE, shorten
from kg.namespaces import PREFIXES, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

INDENT: Final = "    "


def header() -> Iterator[str]:
    """Yield the prefixes: always all of them, so that new content never changes the head."""
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def term(node: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    """Return a term as Turtle writes it, as short as it reads well.

    Raises:
        BuildError: the node has no IRI, so that no difference between two files could name it.

    Example:
        >>> term(ox.NamedNode("https://w3id.org/crkg/theme/neglect")), term(ox.Literal(5))
        ('theme:neglect', '5')
    """
    if isinstance(node, ox.NamedNode):
        short = shorten(node.value)
        return short if CURIE.fullmatch(short) else str(node)
    if not isinstance(node, ox.Literal):
        raise BuildError(f"{node} has no IRI, and cannot be exported: give it one.")
    if node.language is None and node.datatype.value == XSD.integer:
        return node.value
    if node.language is None and node.datatype.value.startswith(PREFIXES["xsd"]):
        lexical = str(ox.Literal(node.value))
        return (
            lexical if shorten(node.datatype.value) == "xsd:string" else f"{lexical}^^{term(node.datatype)}"
        )
    return str(node)


def blocks(triples: Iterable[ox.Triple], indent: str = "") -> Iterator[str]:
    """Yield a block of lines for each subject, subjects and lines sorted, types first."""
    for subject, group in groupby(sorted(triples, key=_order), key=lambda triple: triple.subject):
        yield f"\n{indent}{term(subject)}\n"
        for triple in group:
            predicate = "a" if triple.predicate.value == RDF.type else term(triple.predicate)
            yield f"{indent}{INDENT}{predicate} {term(triple.object)} ;\n"
        yield f"{indent}.\n"


def turtle(triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Yield a Turtle document."""
    yield from header()
    yield from blocks(triples)


def trig(graphs: Mapping[str, Iterable[ox.Triple]]) -> Iterator[str]:
    """Yield a TriG document, graph by graph in order of name."""
    yield from header()
    for name in sorted(graphs):
        yield f"\n{term(ox.NamedNode(name))} {{\n"
        yield from blocks(graphs[name], INDENT)
        yield "}\n"


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    return (
        str(triple.subject),
        triple.predicate.value != RDF.type,
        triple.predicate.value,
        str(triple.object),
    )
