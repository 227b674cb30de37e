"""Turtle and TriG for people and for differences (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/).

One triple a line, grouped by subject and sorted; every line of a block ends alike and the block closes on a
line of its own, so that adding a triple adds a line and touches no other.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.iris import CURIE, shorten
from kg.namespaces import PREFIXES, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
    Triple = tuple[Term, Term, Term]

INDENT: Final = "    "
_TYPE: Final = ox.NamedNode(RDF.type)
_INTEGER: Final = re.compile("-?[0-9]+")


def header() -> Iterator[str]:
    """Yield the prefixes: always all of them, so that new content never changes the head."""
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def term(node: Term) -> str:
    """Return a term as Turtle writes it, as short as it reads well.

    Example:
        >>> term(ox.NamedNode("https://w3id.org/crkg/theme/neglect")), term(ox.Literal(5))
        ('theme:neglect', '5')
    """
    if isinstance(node, ox.NamedNode):
        short = shorten(node.value)
        return short if CURIE.fullmatch(short) else str(node)
    if not isinstance(node, ox.Literal) or node.language is not None or node.datatype.value == XSD.string:
        return str(node)
    if node.datatype.value == XSD.integer and _INTEGER.fullmatch(node.value):
        return node.value
    return f"{ox.Literal(node.value)}^^{term(node.datatype)}"


def blocks(triples: Iterable[Triple], indent: str = "") -> Iterator[str]:
    """Yield a block of lines for each subject, subjects and lines sorted, types first."""
    verbs: dict[Term, str] = {_TYPE: "a"}
    for subject, group in groupby(sorted(triples, key=_order), key=lambda triple: triple[0]):
        yield f"\n{indent}{term(subject)}\n"
        for _, predicate, value in group:
            if predicate not in verbs:
                verbs[predicate] = term(predicate)
            yield f"{indent}{INDENT}{verbs[predicate]} {term(value)} ;\n"
        yield f"{indent}.\n"


def turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield a Turtle document."""
    yield from header()
    yield from blocks(triples)


def trig(graphs: Mapping[str, Iterable[Triple]]) -> Iterator[str]:
    """Yield a TriG document, graph by graph in order of name."""
    yield from header()
    for name in sorted(graphs):
        yield f"\n{term(ox.NamedNode(name))} {{\n"
        yield from blocks(graphs[name], INDENT)
        yield "}\n"


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    subject, predicate, value = triple
    return str(subject), predicate != _TYPE, str(predicate), str(value)
