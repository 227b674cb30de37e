"""The network of themes: which come up in the same reviews, and in the same finding or recommendation."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import BuildError
from kg.network import rows
from kg.network.communities import communities
from kg.network.lines import finish, numbers
from kg.network.measures import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.network.lines import Pair
    from kg.network.rows import Concern, Link, Name, Reference

Row = TypeVar("Row", "Concern", "Reference")


def themes(store: Store, lines: str = "strongest") -> nx.Graph[str]:
    """Return the network of themes that findings or recommendations concern, by accepted tags alone.

    Nodes are local names of themes, in order:
        `label`, `group`, `group_label` (of two groups, the one whose name comes first), `reviews`,
        `findings`, `recommendations` and `statements` (both together) that are about it, `size` (`reviews`),
        and what `kg.network.measures` and `kg.network.communities` add.

    Edges join themes that a review raises both of:
        `shared` (reviews), `expected` (by chance), `p`, `q`, `score` and `weight` (reviews that raise both,
        against the geometric mean of those that raise each), `beyond_chance`, `same_statement` (findings and
        recommendations about both), `evidence` (their ids), `strongest`.

    The graph:
        `kind` (`themes`), `reviews` (of the store), `lines`, `lines_all`, `ranked_by`, `chance`,
        `communities`, `communities_note`, `betweenness`.

    Args:
        store: of a build: counts and significance are those of its derived links.
        lines: `all`, `strongest` or `same-statement`.

    Raises:
        UsageError: there are no such lines.
        BuildError: a theme that a statement concerns has no label or no group in the store.
    """
    links = rows.links(store, rows.THEME_LINKS)
    graph = network(rows.concerns(store), rows.theme_names(store), links, rows.review_count(store))
    return measure(finish(communities(graph), lines))


def network(
    concerns: Iterable[Concern], names: Iterable[Name], links: Iterable[Link], reviews: int
) -> nx.Graph[str]:
    """Return the network of `themes` with all its lines, from rows in any order; pure."""
    import networkx as nx

    by_theme = grouped((row.theme, row) for row in concerns)
    graph: nx.Graph[str] = nx.Graph(kind="themes", reviews=reviews)
    graph.add_nodes_from(nodes(by_theme, names))
    together = evidence(by_theme)
    for link in sorted(links):
        same = together.get((link.first, link.second), ())
        graph.add_edge(link.first, link.second, **numbers(link), same_statement=len(same), evidence=same)
    return graph


def grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    """Return rows by name, all in order and each once."""
    found: dict[str, list[Row]] = {}
    for name, row in sorted(set(pairs)):
        found.setdefault(name, []).append(row)
    return found


def nodes(by_name: Mapping[str, list[Row]], names: Iterable[Name]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield each theme or agency with its names and how often it comes up.

    Raises:
        BuildError: one has no label or no group.
    """
    named = {name.id: name for name in sorted(names, reverse=True)}
    for name, found in by_name.items():
        if name not in named:
            raise BuildError(f"{name} has no label or no group: add it to the vocabularies of ontology/.")
        kinds = Counter(dict((row.statement, row.kind) for row in found).values())  # noqa: C402 - reads better
        reviews = len({row.review for row in found})
        yield (
            name,
            {
                "label": named[name].label,
                "group": named[name].group,
                "group_label": named[name].group_label,
                "reviews": reviews,
                "findings": kinds["Finding"],
                "recommendations": kinds["Recommendation"],
                "statements": kinds.total(),
                "size": reviews,
            },
        )


def evidence(by_name: Mapping[str, list[Row]]) -> dict[Pair, tuple[str, ...]]:
    """Return the ids of the statements that two themes or agencies come up in together, by pair."""
    of_statement: dict[str, set[str]] = {}
    for name, found in by_name.items():
        for row in found:
            of_statement.setdefault(row.statement, set()).add(name)
    together: dict[Pair, list[str]] = {}
    for statement, those in sorted(of_statement.items()):
        for pair in combinations(sorted(those), 2):
            together.setdefault(pair, []).append(statement)
    return {pair: tuple(statements) for pair, statements in together.items()}
