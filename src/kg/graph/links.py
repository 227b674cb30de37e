"""Computed links as triples: a graph of its own for each method, and what it is in the graph `meta`."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING, Final, Literal

from kg import iris
from kg.graph.statements import types
from kg.graph.terms import about, decimal, integer, lines, ref, text
from kg.iris import code, iri
from kg.namespaces import CR, DCTERMS, PROV

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.terms import Triple

LinkKind = Literal["review", "theme"]

METHODS: Final[dict[LinkKind, str]] = {"review": "shared-themes-1", "theme": "shared-reviews-1"}
"""The method by which things of a kind are linked, a code of the scheme link-method."""

CLASSES: Final[dict[LinkKind, str]] = {"review": CR.ReviewLink, "theme": CR.ThemeLink}
PLACES: Final = 4
"""How many places after the point a score or an expected count has."""

DIGITS: Final = 4
"""How many significant digits a p or q value has, as far as `MOST_PLACES` allows."""

MOST_PLACES: Final = 18
"""How many places after the point stores keep; what is smaller is written as the smallest."""


@dataclass(frozen=True, slots=True)
class Link:
    """What two things share, and what chance would give.

    Attributes:
        first: local name of a review or theme.
        second: local name of the other.
        count: how many themes or reviews they share.
        expected: how many they would share by chance.
        p: the chance of sharing so many or more.
        q: p adjusted for all pairs tested.
        score: how alike they are, from 0 to 1.
        themes: of a link of reviews, the themes that they share.
        agencies: of a link of reviews, the agencies that they share.
        same: of a link of themes, how many statements concern both.
    """

    first: str
    second: str
    count: int
    expected: float
    p: float
    q: float
    score: float
    themes: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    same: int | None = None


def link_lines(kind: LinkKind, links: Iterable[Link]) -> Iterator[str]:
    """Yield the N-Quads of links of a kind, in the graph `derived.<method>`, and what `meta` says of it."""
    graph = iri("graph", f"derived.{METHODS[kind]}")
    for link in links:
        yield from lines(_triples(kind, link), graph)
    title, description = _DESCRIPTIONS[kind]
    yield from lines(
        [
            *about(iri("dataset", "crkg"), [(DCTERMS.hasPart, ref(graph))]),
            *about(graph, [(DCTERMS.title, text(title)), (DCTERMS.description, text(description))]),
        ],
        iri("graph", "meta"),
    )


def _triples(kind: LinkKind, link: Link) -> Iterator[Triple]:
    yield from about(
        iris.link(kind, link.first, link.second),
        [
            *types(CLASSES[kind], CR.Link, PROV.Entity),
            *((CR.connects, ref(iri(kind, end))) for end in sorted((link.first, link.second))),
            *((CR.sharesTheme, ref(iri("theme", name))) for name in sorted(link.themes)),
            *((CR.sharesAgency, ref(iri("agency", name))) for name in sorted(link.agencies)),
            (CR.sharedCount, integer(link.count)),
            *([(CR.sameStatement, integer(link.same))] if link.same is not None else []),
            (CR.expectedCount, decimal(link.expected, PLACES)),
            (CR.pValue, chance(link.p)),
            (CR.qValue, chance(link.q)),
            (CR.score, decimal(link.score, PLACES)),
            (CR.method, ref(code("link-method", METHODS[kind]))),
        ],
    )


def chance(value: float) -> str:
    """Return a p or q value with `DIGITS` significant digits, the smallest with `MOST_PLACES` places.

    Example:
        >>> print(chance(0.000123456))
        "0.0001235"^^<http://www.w3.org/2001/XMLSchema#decimal>
        >>> print(chance(1e-30))
        "0.000000000000000001"^^<http://www.w3.org/2001/XMLSchema#decimal>
    """
    value = max(value, 10.0**-MOST_PLACES)
    return decimal(value, min(DIGITS - 1 - floor(log10(value)), MOST_PLACES))


_DESCRIPTIONS: Final[dict[LinkKind, tuple[str, str]]] = {
    "review": (
        "Links between reviews",
        (
            "Reviews that raise the same themes in findings and recommendations, by accepted tags: what they "
            "share, what chance would give, and how alike they are. Computed, and said by no source."
        ),
    ),
    "theme": (
        "Links between themes",
        (
            "Themes that the same reviews raise in findings and recommendations, by accepted tags: how many "
            "raise both, and what chance would give. Computed, and said by no source."
        ),
    ),
}
