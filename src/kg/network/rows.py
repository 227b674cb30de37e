"""What the network needs from the store, as plain rows in a fixed order; no other module here sees RDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from kg.iris import local_name
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import QuerySolutions, Store

# Only accepted tags are direct triples, and only findings and recommendations are counted.
_CONCERNS: Final = """
SELECT DISTINCT ?theme ?statement ?kind ?review WHERE {
  VALUES ?kind { cr:Finding cr:Recommendation }
  ?statement a ?kind ; cr:inReview ?review ; cr:concerns ?theme .
}
"""

_THEMES: Final = """
SELECT DISTINCT ?theme ?label ?group ?groupLabel WHERE {
  ?theme a cr:Theme ; skos:prefLabel ?label ; skos:broader* ?group .
  ?group skos:topConceptOf ?scheme ; skos:prefLabel ?groupLabel .
}
"""

_REVIEWS: Final = "SELECT (COUNT(DISTINCT ?review) AS ?count) WHERE { ?review a cr:Review }"


@dataclass(frozen=True, slots=True, order=True)
class Concern:
    """A finding or recommendation that concerns a theme; all four are local names of IRIs."""

    theme: str
    statement: str
    kind: str
    review: str


@dataclass(frozen=True, slots=True, order=True)
class ThemeName:
    """A theme with the group it is drawn under; a theme of two groups has a row for each."""

    theme: str
    label: str
    group: str
    group_label: str


def select(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """Yield the solutions of a SELECT query over all graphs as strings, an unbound variable as an empty one.

    The query is the program's own, never a user's, and may use the prefixes of `kg.namespaces`.
    """
    solutions = store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    for solution in cast("QuerySolutions", solutions):
        yield tuple("" if term is None else str(term.value) for term in solution)


def concerns(store: Store) -> list[Concern]:
    """Return which findings and recommendations concern which themes, sorted."""
    return sorted(Concern(*map(local_name, row)) for row in select(store, _CONCERNS))


def theme_names(store: Store) -> list[ThemeName]:
    """Return every theme of the vocabulary with its labels, sorted."""
    return sorted(
        ThemeName(local_name(theme), label, local_name(group), group_label)
        for theme, label, group, group_label in select(store, _THEMES)
    )


def review_count(store: Store) -> int:
    """Return how many reviews the store holds, whether or not anything of theirs is tagged."""
    return next(int(count) for (count,) in select(store, _REVIEWS))
