"""What the pages say about the whole: counts, reviews and sources, as plain data in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.iris import local_name
from kg.store import select

if TYPE_CHECKING:
    from pyoxigraph import Store

_REVIEWS: Final = """
SELECT DISTINCT ?review ?title ?type ?source ?item ?year ?findings ?recommendations WHERE {
  ?review a cr:Review ; dcterms:title ?title ; cr:reviewType/skos:prefLabel ?type ;
    cr:describedIn ?source ; cr:item ?item .
  OPTIONAL { ?review cr:examines/cr:year ?year }
  OPTIONAL { ?review cr:findingsCoverage/skos:prefLabel ?findings }
  OPTIONAL { ?review cr:recommendationsCoverage/skos:prefLabel ?recommendations }
}
"""

_STATEMENTS: Final = """
SELECT ?review ?kind (COUNT(DISTINCT ?statement) AS ?count) WHERE {
  VALUES ?kind { cr:Finding cr:Recommendation }
  ?statement a ?kind ; cr:inReview ?review .
} GROUP BY ?review ?kind
"""

_THEMES: Final = """
SELECT (COUNT(DISTINCT ?theme) AS ?count) WHERE {
  VALUES ?kind { cr:Finding cr:Recommendation }
  ?statement a ?kind ; cr:concerns ?theme .
}
"""

_SOURCES: Final = """
SELECT DISTINCT ?source ?title ?publisher ?issued ?rights WHERE {
  ?source a cr:Document ; dcterms:title ?title ; dcterms:publisher ?publisher ; dcterms:rights ?rights .
  OPTIONAL { ?source dcterms:issued ?issued }
}
"""

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A review in a list: its title, the kind of review, and how much of it the summary gives.

    Attributes:
        year: of the event, as the source gives it; None where it is not stated.
        findings_list: in words, how far the source's list of findings goes; a page says it in place of 0.
        recommendations_list: likewise, of recommendations.
    """

    id: str
    title: str
    type: str
    year: str | None
    findings: int
    recommendations: int
    findings_list: str = ""
    recommendations_list: str = ""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A published text that describes reviews; `added` is when it was published, in words, or empty."""

    title: str
    publisher: str
    added: str
    rights: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the pages say that is not a network; counts of statements and themes are of all reviews."""

    reviews: tuple[ReviewFacts, ...]
    sources: tuple[SourceFacts, ...]
    findings: int
    recommendations: int
    themes: int


def facts(store: Store) -> Facts:
    """Return what the pages say about a store: reviews by source and item, sources by id."""
    counts = {(review, local_name(kind)): int(count) for review, kind, count in select(store, _STATEMENTS)}
    rows = sorted(select(store, _REVIEWS), key=lambda row: (row[3], int(row[4]), row[0]))
    reviews = tuple(
        ReviewFacts(
            local_name(review),
            title,
            kind,
            year or None,
            counts.get((review, "Finding"), 0),
            counts.get((review, "Recommendation"), 0),
            *lists,
        )
        for review, title, kind, _, _, year, *lists in rows
    )
    return Facts(
        reviews,
        tuple(
            SourceFacts(title, publisher, when(issued) if issued else "", rights)
            for _, title, publisher, issued, rights in sorted(select(store, _SOURCES))
        ),
        sum(review.findings for review in reviews),
        sum(review.recommendations for review in reviews),
        next(int(count) for (count,) in select(store, _THEMES)),
    )


def when(date: str) -> str:
    """Return a year, year and month, or date in words.

    Example:
        >>> [when(date) for date in ("2022", "2022-03", "2022-03-01")]
        ['2022', 'March 2022', '1 March 2022']
    """
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return " ".join([*(str(int(day)) for day in rest[1:]), month, year])
