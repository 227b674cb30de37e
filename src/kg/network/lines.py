"""Themes as nodes, and the lines between them: what two themes share, and which lines are worth drawing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.network import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.network.rows import Concern, ThemeName

Pair = tuple[str, str]

LINES_PER_THEME = 2
"""How many of its own strongest lines each theme keeps, beyond those that hold the picture together."""


def themes(store: Store) -> nx.Graph[str]:
    """Return the network of themes that findings or recommendations concern, by accepted tags alone.

    Nodes are local names of themes, in order, with `label`, `group`, `group_label`, `reviews`, `findings`,
    `recommendations` and `statements` (findings and recommendations together). Edges join themes that share
    a review, with `shared` (reviews), `same_statement` (statements that carry both), `evidence` (the ids of
    those, sorted) and `strongest` (worth drawing: see `strongest`). The graph's own `reviews` is the number
    of reviews in the store. A theme in two groups is drawn under the one whose name comes first.

    Raises:
        BuildError: a theme that a statement concerns has no label or no group in the store.
    """
    return network(rows.concerns(store), rows.theme_names(store), rows.review_count(store))


def network(concerns: Iterable[Concern], names: Iterable[ThemeName], reviews: int) -> nx.Graph[str]:
    """Return the network of `themes` from rows; pure, and the same whatever the order of the rows."""
    import networkx as nx

    by_theme = _by_theme(concerns)
    named = {name.theme: name for name in sorted(names, reverse=True)}
    graph: nx.Graph[str] = nx.Graph(reviews=reviews)
    for theme, rows_ in by_theme.items():
        graph.add_node(theme, **_node(theme, rows_, named))
    graph.add_edges_from(_edges(by_theme))
    chosen = strongest(graph)
    for first, second, line in graph.edges(data=True):
        line["strongest"] = (first, second) in chosen
    return graph


def _by_theme(concerns: Iterable[Concern]) -> dict[str, list[Concern]]:
    by_theme: dict[str, list[Concern]] = {}
    for row in sorted(set(concerns)):
        by_theme.setdefault(row.theme, []).append(row)
    return by_theme


def _node(theme: str, concerns: list[Concern], named: Mapping[str, ThemeName]) -> dict[str, object]:
    if theme not in named:
        raise BuildError(f"The theme {theme} has no label or no group: add it to ontology/themes.ttl.")
    findings = sum(row.kind == "Finding" for row in concerns)
    return {
        "label": named[theme].label,
        "group": named[theme].group,
        "group_label": named[theme].group_label,
        "reviews": len({row.review for row in concerns}),
        "findings": findings,
        "recommendations": len(concerns) - findings,
        "statements": len({row.statement for row in concerns}),
    }


def _edges(by_theme: Mapping[str, list[Concern]]) -> Iterable[tuple[str, str, dict[str, object]]]:
    reviews = {theme: {row.review for row in concerns} for theme, concerns in by_theme.items()}
    statements = {theme: {row.statement for row in concerns} for theme, concerns in by_theme.items()}
    for first, second in combinations(by_theme, 2):
        if shared := reviews[first] & reviews[second]:
            evidence = tuple(sorted(statements[first] & statements[second]))
            yield (
                first,
                second,
                {"shared": len(shared), "same_statement": len(evidence), "evidence": evidence},
            )


def ranked(graph: nx.Graph[str]) -> list[Pair]:
    """Return the lines as (first, second) in order of name, the strongest first.

    Order: more shared reviews; then the closer association, which for equal shares is the smaller product of
    the two themes' numbers of reviews (shared reviews against what chance would give); then the names.
    """

    def key(pair: Pair) -> tuple[int, int, Pair]:
        first, second = pair
        spread = graph.nodes[first]["reviews"] * graph.nodes[second]["reviews"]
        return (-graph.edges[pair]["shared"], spread, pair)

    return sorted(((min(pair), max(pair)) for pair in graph.edges), key=key)


def strongest(graph: nx.Graph[str]) -> set[Pair]:
    """Return the lines to draw: each theme's two strongest, and a maximum spanning tree (or forest).

    The tree keeps every theme joined to all that it shares a review with, through others; it is Kruskal's,
    over the order of `ranked`, so that equal lines never fall out by chance.
    """
    from networkx.utils import UnionFind

    joined = UnionFind(graph.nodes)
    kept: dict[str, int] = dict.fromkeys(graph.nodes, 0)
    chosen: set[Pair] = set()
    for pair in ranked(graph):
        apart = joined[pair[0]] != joined[pair[1]]
        if apart or any(kept[theme] < LINES_PER_THEME for theme in pair):
            chosen.add(pair)
        joined.union(*pair)
        for theme in pair:
            kept[theme] += 1
    return chosen
