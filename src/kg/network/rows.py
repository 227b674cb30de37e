"""What the networks need from the store, as plain rows in a fixed order; no other module here sees RDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.iris import local_name
from kg.store import select

if TYPE_CHECKING:
    from pyoxigraph import Store

# Only accepted tags are direct triples, and only findings and recommendations are counted.
_CONCERNS: Final = """
SELECT DISTINCT ?theme ?statement ?kind ?review WHERE {
  VALUES ?kind { cr:Finding cr:Recommendation }
  ?statement a ?kind ; cr:inReview ?review ; cr:concerns ?theme .
}
"""

# Mentions are left out: a name that occurs in a sentence says nothing of the body it names.
_REFERENCES: Final = """
SELECT DISTINCT ?agency ?statement ?kind ?review ?role WHERE {
  VALUES ?kind { cr:Finding cr:Recommendation }
  VALUES (?property ?role) { (cr:addressedTo "addressed") (cr:aboutService "about") }
  ?statement a ?kind ; cr:inReview ?review ; ?property ?agency .
}
"""

_CONCEPTS: Final = """
SELECT DISTINCT ?concept ?label ?group ?groupLabel WHERE {
  ?concept a %s ; skos:prefLabel ?label ; skos:broader* ?group .
  ?group skos:topConceptOf ?scheme ; skos:prefLabel ?groupLabel .
}
"""

_REVIEWS: Final = """
SELECT DISTINCT ?review ?title ?alias ?type ?typeLabel ?year WHERE {
  ?review a cr:Review ; dcterms:title ?title ; cr:reviewType ?type .
  ?type skos:prefLabel ?typeLabel .
  OPTIONAL { ?review cr:alias ?alias }
  OPTIONAL { ?review cr:examines/cr:year ?year }
}
"""

_COUNT: Final = "SELECT (COUNT(DISTINCT ?review) AS ?count) WHERE { ?review a cr:Review }"

_LINKS: Final = """
SELECT ?first ?second ?shared ?expected ?p ?q ?score WHERE {
  ?link cr:method code:link-method.%s ; cr:connects ?first, ?second ; cr:sharedCount ?shared ;
    cr:expectedCount ?expected ; cr:pValue ?p ; cr:qValue ?q ; cr:score ?score .
  FILTER(STR(?first) < STR(?second))
}
"""

_SHARED: Final = """
SELECT ?first ?second ?shared WHERE {
  ?link cr:method code:link-method.%s ; cr:connects ?first, ?second ; %s ?shared .
  FILTER(STR(?first) < STR(?second))
}
"""

THEME_LINKS: Final = "shared-reviews-1"
REVIEW_LINKS: Final = "shared-themes-1"
"""The methods that derive the links of the two networks: notations of the scheme code/link-method."""


@dataclass(frozen=True, slots=True, order=True)
class Concern:
    """A finding or recommendation that concerns a theme; all four are local names of IRIs."""

    theme: str
    statement: str
    kind: str
    review: str


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A finding or recommendation that addresses an agency, or is about its service.

    Attributes:
        role: `addressed` or `about`; a statement that does both has a row for each.
    """

    agency: str
    statement: str
    kind: str
    review: str
    role: str


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A theme or agency with the group it is drawn under; one of two groups has a row for each."""

    id: str
    label: str
    group: str
    group_label: str


@dataclass(frozen=True, slots=True, order=True)
class ReviewName:
    """A review as lists name it: by its alias, or by its title where it has none.

    Attributes:
        year: of the event; None where the source does not give it.
    """

    id: str
    label: str
    title: str
    type: str
    type_label: str
    year: int | None


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A derived link between two things, in order of their local names, with its numbers.

    Attributes:
        shared: what the two share: reviews for themes, themes for reviews.
        expected: how many chance would give them, given how frequent and how long all are.
        p: the probability of as many or more by chance.
        q: `p` adjusted for the number of pairs tested (Benjamini-Hochberg).
        score: from 0 to 1, how alike they are.
    """

    first: str
    second: str
    shared: int
    expected: float
    p: float
    q: float
    score: float


def concerns(store: Store) -> list[Concern]:
    """Return which findings and recommendations concern which themes, sorted."""
    return sorted(Concern(*map(local_name, row)) for row in select(store, _CONCERNS))


def references(store: Store) -> list[Reference]:
    """Return which findings and recommendations address or are about which agencies, sorted."""
    return sorted(Reference(*map(local_name, row)) for row in select(store, _REFERENCES))


def theme_names(store: Store) -> list[Name]:
    """Return every theme of the vocabulary with its labels, sorted."""
    return _names(store, "cr:Theme")


def agency_names(store: Store) -> list[Name]:
    """Return every agency of the vocabulary with its labels, sorted."""
    return _names(store, "cr:Agency")


def _names(store: Store, kind: str) -> list[Name]:
    return sorted(
        Name(local_name(concept), label, local_name(group), group_label)
        for concept, label, group, group_label in select(store, _CONCEPTS % kind)
    )


def review_names(store: Store) -> list[ReviewName]:
    """Return every review, sorted by id."""
    return sorted(
        ReviewName(
            local_name(review),
            alias or title,
            title,
            local_name(kind),
            kind_label,
            int(year) if year else None,
        )
        for review, title, alias, kind, kind_label, year in select(store, _REVIEWS)
    )


def review_count(store: Store) -> int:
    """Return how many reviews the store holds, whether or not anything of theirs is tagged."""
    return next(int(count) for (count,) in select(store, _COUNT))


def links(store: Store, method: str) -> list[Link]:
    """Return the links that a method derived, sorted; none from a store that was not built with it."""
    return sorted(map(link, select(store, _LINKS % method)))


def link(row: tuple[str, ...]) -> Link:
    """Return a link from a row: its ends as IRIs or local names, and its numbers as text.

    Example:
        >>> link(("a", "b", "2", "1.25", "0.2", "1", "0.5"))
        Link(first='a', second='b', shared=2, expected=1.25, p=0.2, q=1.0, score=0.5)
    """
    first, second, shared, expected, p, q, score = row
    ends = local_name(first), local_name(second)
    return Link(*ends, int(shared), float(expected), float(p), float(q), float(score))


def shared_by(store: Store, method: str, term: str) -> dict[tuple[str, str], list[str]]:
    """Return what the ends of each derived link share by one property, as local names in order.

    Args:
        store: the graph.
        method: a notation of the scheme code/link-method.
        term: the property as a CURIE: `cr:sharesTheme` or `cr:sharesAgency`.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for first, second, shared in select(store, _SHARED % (method, term)):
        found.setdefault((local_name(first), local_name(second)), []).append(local_name(shared))
    return {pair: sorted(shared) for pair, shared in sorted(found.items())}
