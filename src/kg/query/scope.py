"""Says how much an answer without rows was looked for in: never a bare no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.iris import iri
from kg.namespaces import CR, RDF

if TYPE_CHECKING:
    import pyoxigraph as ox

WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WHOLE: Final = frozenset({iri("code", "coverage.complete"), iri("code", "coverage.none")})
"""What a document says of a list that leaves nothing out."""


def searched(store: ox.Store) -> str:
    """Return what a question searched, in words: `these eight partial summaries`."""
    import pyoxigraph as ox

    total = len({quad.subject for quad in store.quads_for_pattern(None, _node(RDF.type), _node(CR.Review))})
    partial = {
        quad.subject
        for name in (CR.findingsCoverage, CR.recommendationsCoverage)
        for quad in store.quads_for_pattern(None, _node(name), None)
        if isinstance(quad.object, ox.NamedNode) and quad.object.value not in WHOLE
    }
    return scope(total, len(partial))


def scope(total: int, partial: int) -> str:
    """Say how many summaries there are, and how many of them give selections only.

    Example:
        >>> scope(8, 8), scope(1, 0), scope(30, 12)
        ('these eight partial summaries', 'this one summary', 'these 30 summaries (12 of them partial)')
        >>> scope(0, 0)
        'this graph, which has no reviews'
    """
    if total == 0:
        return "this graph, which has no reviews"
    number = WORDS[total] if total < len(WORDS) else str(total)
    these, noun = ("this", "summary") if total == 1 else ("these", "summaries")
    if partial == total:
        return f"{these} {number} partial {noun}"
    return f"{these} {number} {noun}" + (f" ({partial} of them partial)" if partial else "")


def _node(iri: str) -> ox.NamedNode:
    import pyoxigraph as ox

    return ox.NamedNode(iri)
