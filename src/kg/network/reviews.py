"""The network of reviews that are alike, and the one of reviews and the themes they raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.network import rows
from kg.network.communities import communities
from kg.network.lines import finish, numbers
from kg.network.measures import measure
from kg.network.themes import grouped, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.network.lines import Pair
    from kg.network.rows import Concern, Link, ReviewName


def reviews(store: Store, lines: str = "strongest") -> nx.Graph[str]:
    """Return the network of similar reviews: those that share themes which few others raise.

    Nodes are local names of all reviews, in order:
        `label` (the alias, else the title), `title`, `group` and `group_label` (the type of review), `year`
        (of the event; absent where not given), `themes` (how many it raises), `findings`, `recommendations`,
        `statements`, `size` (`themes`), and what measures and communities add.

    Edges join reviews that share at least one theme which at most half of all reviews raise:
        `shared` (themes), `expected` (by chance), `p`, `q`, `score` and `weight` (likeness from 0 to 1, in
        which a theme counts the more the fewer reviews raise it), `beyond_chance`, `themes` (those shared,
        the rarest first), `agencies` (shared, by name), `strongest`.

    The graph has the attributes of `kg.network.themes`; lines are ranked by `score`.

    Args:
        store: of a build: likeness and significance are those of its derived links.
        lines: `all` or `strongest`.

    Raises:
        UsageError: there are no such lines; two reviews share no statement.
    """
    if lines == "same-statement":
        raise UsageError("A statement belongs to one review: for reviews, choose the lines all or strongest.")
    shared = Shared(
        rows.shared_by(store, rows.REVIEW_LINKS, "cr:sharesTheme"),
        rows.shared_by(store, rows.REVIEW_LINKS, "cr:sharesAgency"),
    )
    concerns = rows.concerns(store)
    graph = network(rows.review_names(store), concerns, rows.links(store, rows.REVIEW_LINKS), shared)
    labels = {name.id: name.label for name in rows.theme_names(store)}
    raised: dict[str, set[str]] = {}
    for row in concerns:
        raised.setdefault(row.review, set()).add(labels.get(row.theme, row.theme))
    return measure(finish(communities(graph, raised), lines, "score"))


@dataclass(frozen=True, slots=True)
class Shared:
    """What the ends of each link share, as local names by pair."""

    themes: Mapping[Pair, list[str]]
    agencies: Mapping[Pair, list[str]]


def network(
    names: Iterable[ReviewName], concerns: Iterable[Concern], links: Iterable[Link], shared: Shared
) -> nx.Graph[str]:
    """Return the network of `reviews` with all its lines, from rows in any order; pure."""
    import networkx as nx

    concerns = sorted(set(concerns))
    by_review = grouped((row.review, row) for row in concerns)
    raise_it = {theme: len({row.review for row in found}) for theme, found in _by_theme(concerns).items()}
    found = {name.id: name for name in sorted(names, reverse=True)}
    graph: nx.Graph[str] = nx.Graph(kind="reviews", reviews=len(found))
    graph.add_nodes_from((name, _node(found[name], by_review.get(name, []))) for name in sorted(found))
    for link in sorted(links):
        pair = (link.first, link.second)
        rarest = sorted(shared.themes.get(pair, ()), key=lambda theme: (raise_it.get(theme, 0), theme))
        agencies = tuple(sorted(shared.agencies.get(pair, ())))
        graph.add_edge(*pair, **numbers(link), themes=tuple(rarest), agencies=agencies)
    return graph


def _by_theme(concerns: Iterable[Concern]) -> dict[str, list[Concern]]:
    return grouped((row.theme, row) for row in concerns)


def _node(name: ReviewName, found: list[Concern]) -> dict[str, Any]:
    kinds = list({row.statement: row.kind for row in found}.values())
    themes = len({row.theme for row in found})
    year = {} if name.year is None else {"year": name.year}
    return {
        "label": name.label,
        "title": name.title,
        "group": name.type,
        "group_label": name.type_label,
        **year,
        "themes": themes,
        "findings": kinds.count("Finding"),
        "recommendations": kinds.count("Recommendation"),
        "statements": len(kinds),
        "size": themes,
    }


def reviews_themes(store: Store) -> nx.Graph[str]:
    """Return the two-mode network of reviews and the themes that they raise.

    Nodes are local names of all reviews (`bipartite` 0) and of the themes of their findings and
    recommendations (`bipartite` 1), with the attributes that they have in `reviews` and `themes`, but for
    measures and communities. Edges join a review with a theme: `findings`, `recommendations`, `statements`
    and `weight` (both together), `evidence` (their ids). The graph: `kind` (`reviews_themes`), `reviews`.
    """
    concerns = rows.concerns(store)
    graph = network(rows.review_names(store), concerns, (), Shared({}, {}))
    for review in graph:
        graph.nodes[review]["bipartite"] = 0
    for theme, attributes in nodes(_by_theme(concerns), rows.theme_names(store)):
        graph.add_node(theme, **attributes, bipartite=1)
    for (review, theme), found in _by_pair(concerns).items():
        kinds = [row.kind for row in found]
        graph.add_edge(
            review,
            theme,
            findings=kinds.count("Finding"),
            recommendations=kinds.count("Recommendation"),
            statements=len(found),
            weight=len(found),
            evidence=tuple(row.statement for row in found),
        )
    graph.graph["kind"] = "reviews_themes"
    return graph


def _by_pair(concerns: Iterable[Concern]) -> dict[Pair, list[Concern]]:
    found: dict[Pair, list[Concern]] = {}
    for row in sorted(concerns):
        found.setdefault((row.review, row.theme), []).append(row)
    return dict(sorted(found.items()))
