"""The network of agencies: who is addressed or spoken of together, in which statements, on what themes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.network import rows
from kg.network.communities import communities
from kg.network.lines import finish, numbers
from kg.network.measures import measure
from kg.network.rows import Link
from kg.network.themes import evidence, grouped, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    from pyoxigraph import Store

    from kg.network.rows import Concern, Name, Reference


def agencies(store: Store, lines: str = "strongest") -> nx.Graph[str]:
    """Return the network of agencies that findings or recommendations address, or whose service they regard.

    An agency whose name only occurs in a statement is left out. "All agencies" stands for those spoken of
    with no kind named.

    Nodes are local names of agencies, in order:
        `label`, `group`, `group_label`, `reviews`, `findings`, `recommendations`, `statements`, `addressed`
        and `about` (statements in each role), `size` (`reviews`), and what measures and communities add.

    Edges join agencies that come up in one review:
        `shared` (reviews), `expected` (by chance), `p`, `q`, `score` and `weight` (as for themes),
        `beyond_chance`, `same_statement` (findings and recommendations on both), `evidence` (their ids),
        `themes` (local names of what these are about, the most frequent first), `strongest`.

    The graph has the attributes of `kg.network.themes`. No links of agencies are derived at build: they are
    worked out here, in the same way as those of themes.

    Args:
        store: of a build.
        lines: `all`, `strongest` or `same-statement`.

    Raises:
        UsageError: there are no such lines.
        BuildError: an agency has no label or no group in the store.
    """
    references, concerns = rows.references(store), rows.concerns(store)
    graph = network(references, rows.agency_names(store), concerns, rows.review_count(store))
    labels = {name.id: name.label for name in rows.theme_names(store)}
    about: dict[str, set[str]] = {}
    for row in concerns:
        about.setdefault(row.statement, set()).add(labels.get(row.theme, row.theme))
    raised = {
        agency: {theme for row in found for theme in about.get(row.statement, ())}
        for agency, found in grouped((row.agency, row) for row in references).items()
    }
    return measure(finish(communities(graph, raised), lines))


def network(
    references: Iterable[Reference], names: Iterable[Name], concerns: Iterable[Concern], reviews: int
) -> nx.Graph[str]:
    """Return the network of `agencies` with all its lines, from rows in any order; pure."""
    import networkx as nx

    by_agency = grouped((row.agency, row) for row in references)
    graph: nx.Graph[str] = nx.Graph(kind="agencies", reviews=reviews)
    for agency, attributes in nodes(by_agency, names):
        roles = Counter(row.role for row in by_agency[agency])
        graph.add_node(agency, **attributes, addressed=roles["addressed"], about=roles["about"])
    together, about = evidence(by_agency), _themes(concerns)
    for link in links(row for found in by_agency.values() for row in found):
        same = together.get((link.first, link.second), ())
        themes = Counter(theme for statement in same for theme in about.get(statement, ()))
        ordered = tuple(sorted(themes, key=lambda theme: (-themes[theme], theme)))
        line = {**numbers(link), "same_statement": len(same), "evidence": same, "themes": ordered}
        graph.add_edge(link.first, link.second, **line)
    return graph


def _themes(concerns: Iterable[Concern]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in concerns:
        found.setdefault(row.statement, set()).add(row.theme)
    return found


def links(references: Iterable[Reference]) -> list[Link]:
    """Return the links of agencies that share a review, in order of name, with their significance.

    Numbers are rounded as those of the links that a build derives.
    """
    from kg.links import column_pairs, two_mode

    table = two_mode({(row.review, row.agency) for row in references})
    if not table.rows:
        return []
    pairs = column_pairs(table)
    columns = (pairs.first, pairs.second, pairs.count, pairs.expected, pairs.p, pairs.q, pairs.score)
    return sorted(
        Link(
            table.columns[first],
            table.columns[second],
            shared,
            round(expected, 4),
            float(f"{p:.4g}"),
            float(f"{q:.4g}"),
            round(score, 4),
        )
        for first, second, shared, expected, p, q, score in zip(
            *(each.tolist() for each in columns), strict=True
        )
    )
