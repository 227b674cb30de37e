"""What a build computes from the graph: links between reviews and between themes, beside what chance gives.

Only themes and agencies of findings and recommendations count, and only accepted tags: those are the direct
triples. Summaries, notes and actions taken are apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final, cast

from kg import links
from kg.graph.links import Link, link_lines
from kg.iris import local_name
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

ALL_PAIRS: Final = 50
"""Up to so many reviews, every pair that shares a theme worth naming is kept: 1,225 links at most."""

NEAREST: Final = 10
"""With more reviews, so many of the most alike are kept of each: about as much text as the review itself."""

_ROWS: Final = """
SELECT ?review ?statement ?property ?topic WHERE {
  VALUES ?class { cr:Finding cr:Recommendation }
  VALUES ?property { cr:concerns cr:refersTo }
  ?statement a ?class ; cr:inReview ?review ; ?property ?topic .
}
"""


@dataclass(frozen=True, slots=True)
class Raised:
    """Who raises what, by local names.

    Attributes:
        themes: (review, theme): a finding or recommendation of the review concerns the theme.
        agencies: the agencies that findings and recommendations of a review refer to, by review.
        statements: the themes of a finding or recommendation, by statement.
    """

    themes: frozenset[tuple[str, str]]
    agencies: Mapping[str, frozenset[str]]
    statements: Mapping[str, frozenset[str]]


def derived_lines(store: ox.Store) -> list[str]:
    """Return the N-Quads lines of all links that follow from a graph, and of what their graphs are."""
    raised = read(store)
    data = links.two_mode(raised.themes)
    return [
        *link_lines("review", review_links(data, raised)),
        *link_lines("theme", theme_links(data, raised)),
    ]


def read(store: ox.Store) -> Raised:
    """Return who raises what, from one query."""
    themes: set[tuple[str, str]] = set()
    agencies: defaultdict[str, set[str]] = defaultdict(set)
    statements: defaultdict[str, set[str]] = defaultdict(set)
    solutions = store.query(_ROWS, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    for solution in cast("Iterable[Iterable[ox.NamedNode]]", solutions):
        review, statement, property_, topic = (local_name(term.value) for term in solution)
        if property_ == "concerns":
            themes.add((review, topic))
            statements[statement].add(topic)
        else:
            agencies[review].add(topic)
    return Raised(frozenset(themes), _frozen(agencies), _frozen(statements))


def review_links(data: links.TwoMode, raised: Raised) -> Iterator[Link]:
    """Yield the links between reviews: all up to `ALL_PAIRS` reviews, else those of the `NEAREST`."""
    pairs = links.row_pairs(data, NEAREST if len(data.rows) > ALL_PAIRS else None)
    themes: defaultdict[str, set[str]] = defaultdict(set)
    for review, theme in raised.themes:
        themes[review].add(theme)
    none: frozenset[str] = frozenset()
    for link in _links(pairs, data.rows):
        agencies = raised.agencies.get(link.first, none) & raised.agencies.get(link.second, none)
        shared = themes[link.first] & themes[link.second]
        yield replace(link, themes=tuple(shared), agencies=tuple(agencies))


def theme_links(data: links.TwoMode, raised: Raised) -> Iterator[Link]:
    """Yield the links between all themes that at least one review raises both of."""
    same = Counter(
        chain.from_iterable(combinations(sorted(themes), 2) for themes in raised.statements.values())
    )
    for link in _links(links.column_pairs(data), data.columns):
        yield replace(link, same=same[link.first, link.second])


def _links(pairs: links.Pairs, names: tuple[str, ...]) -> Iterator[Link]:
    ends = zip(pairs.first.tolist(), pairs.second.tolist(), pairs.count.tolist(), strict=True)
    chances = zip(*(array.tolist() for array in (pairs.expected, pairs.p, pairs.q, pairs.score)), strict=True)
    for (first, second, count), (expected, p, q, score) in zip(ends, chances, strict=True):
        yield Link(names[first], names[second], count, expected, p, q, score)


def _frozen(groups: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(group) for name, group in groups.items()}
