"""Groups of nodes that belong together, found only where the data support them.

Communities are looked for among the lines beyond chance alone, by the Louvain method (Blondel et al., 2008,
"Fast unfolding of communities in large networks"), because it finds groups in anything, noise included. They
are kept only where the division is better than what the same method finds in networks rewired at random
that leave every node as many lines as it has (Maslov and Sneppen, 2002).
"""

# ruff: noqa: S311 - seeded, so that the same network always has the same communities
from __future__ import annotations

import math
import random
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.network import chance
from kg.network.lines import in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import networkx as nx

    Numbered = nx.Graph[int]
    Parts = list[set[int]]

SEED: Final = 11
REWIRED: Final = 19
"""Rewired networks that a division must all surpass: chance alone does so once in twenty times."""
SWAPS: Final = 10
"""Swaps tried for each line of a network that is rewired."""
FEWEST: Final = 2
NAMED_BY: Final = 3
"""How many themes name a community."""


def communities(graph: nx.Graph[str], raised: Mapping[str, Collection[str]] | None = None) -> nx.Graph[str]:
    """Give each node its community, where the data support any; return the same graph.

    Nodes get `community` (from 1, the largest first; 0 for none) and `community_name` (its most typical
    themes; empty for none). The graph gets `communities` (how many) and `communities_note`: how they were
    found, or why there are none, in plain words.

    Args:
        graph: with all its lines, which have `beyond_chance` and `weight`, and its number of `reviews`.
        raised: the labels of each node's themes, which name the communities; where not given, the nodes are
            themes themselves.
    """
    found, note = _supported(graph)
    for node in graph.nodes.values():
        node["community"], node["community_name"] = 0, ""
    for number, members in enumerate(found, 1):
        themes = _of_themes(graph, members) if raised is None else _typical(raised, members)
        for name in members:
            graph.nodes[name]["community"] = number
            graph.nodes[name]["community_name"] = ", ".join(themes[:NAMED_BY])
    graph.graph["communities"] = len(found)
    graph.graph["communities_note"] = note
    return graph


def _supported(graph: nx.Graph[str]) -> tuple[list[list[str]], str]:
    """Return the communities that the data support, and what to say of them."""
    beyond = [(a, b) for a, b, line in graph.edges(data=True) if line["beyond_chance"]]
    if not beyond:
        few = graph.graph["reviews"] < chance.ENOUGH
        why = chance.TOO_FEW if few else f"no line is beyond chance (q below {chance.LEVEL})"
        return [], f"No communities: {why}."
    names = sorted({name for pair in beyond for name in pair})
    index = {name: number for number, name in enumerate(names)}
    lines = [(index[a], index[b], graph.edges[a, b]["weight"]) for a, b in in_order(beyond)]
    parts, score = _divide(lines)
    if len(parts) < FEWEST:
        return [], f"No communities: the {len(beyond)} lines beyond chance do not fall into groups."
    for seed in range(REWIRED):
        if _divide(_rewired(lines, seed))[1] >= score:
            return [], (
                f"No communities: the {len(beyond)} lines beyond chance fall into groups no better than "
                "lines drawn at random between the same nodes."
            )
    found = [sorted(names[number] for number in part) for part in parts]
    found.sort(key=lambda members: (-len(members), members))
    return found, (
        f"{len(found)} communities among the {len(beyond)} lines beyond chance: the division is better than "
        f"in any of {REWIRED} networks with the same nodes, rewired at random (modularity {score:.2f})."
    )


def _divide(lines: Sequence[tuple[int, int, float]]) -> tuple[Parts, float]:
    """Return Louvain's division and its modularity. Nodes are numbers, of which sets have an order."""
    import networkx as nx

    numbered: Numbered = nx.Graph()
    numbered.add_nodes_from(sorted({node for line in lines for node in line[:2]}))
    numbered.add_weighted_edges_from(lines)
    parts = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    return parts, round(nx.community.modularity(numbered, parts, weight="weight"), 9)


def _rewired(lines: Sequence[tuple[int, int, float]], seed: int) -> list[tuple[int, int, float]]:
    """Return lines whose ends were swapped at random: each node keeps its number, no line comes twice."""
    mixed = random.Random(seed)
    ends = [(first, second) for first, second, _ in lines]
    there = set(ends)
    for _ in range(SWAPS * len(ends)):
        one, other = mixed.randrange(len(ends)), mixed.randrange(len(ends))
        (a, b), (c, d) = ends[one], ends[other]
        if mixed.random() < 0.5:  # noqa: PLR2004 - either end of the other, as likely
            c, d = d, c
        new = [(min(a, d), max(a, d)), (min(c, b), max(c, b))]
        if len({a, b, c, d}) == len("abcd") and there.isdisjoint(new):
            there -= {ends[one], ends[other]}
            there |= set(new)
            ends[one], ends[other] = new
    return [(*pair, weight) for pair, (_, _, weight) in zip(ends, lines, strict=True)]


def _of_themes(graph: nx.Graph[str], members: Iterable[str]) -> list[str]:
    """Return the labels of a community's themes, those first that hang together with the others most."""
    inside = set(members)

    def within(name: str) -> float:
        lines = (line for other, line in graph[name].items() if other in inside and line["beyond_chance"])
        return round(float(sum(line["weight"] for line in lines)), 9)

    ordered = sorted(inside, key=lambda name: (-within(name), graph.nodes[name]["label"], name))
    return [graph.nodes[name]["label"] for name in ordered]


def _typical(raised: Mapping[str, Collection[str]], members: Iterable[str]) -> list[str]:
    """Return the themes that many members and few others raise, the most typical first."""
    everywhere = Counter(theme for themes in raised.values() for theme in set(themes))
    here = Counter(theme for name in members for theme in set(raised.get(name, ())))

    def typical(theme: str) -> float:
        return round(here[theme] * math.log(len(raised) / everywhere[theme]), 9)

    return sorted((theme for theme in here if typical(theme) > 0), key=lambda theme: (-typical(theme), theme))
