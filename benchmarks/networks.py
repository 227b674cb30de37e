"""How long the network of themes takes, beside NetworkX's projection, measured in one run.

    .venv/bin/python -m benchmarks.networks [reviews]

Both begin with what they need: NetworkX with its bipartite graph, `kg.links` with the incidence matrix;
making these from the same (review, theme) pairs is stated apart. Prints medians of several runs, and how many
times faster than `networkx.bipartite.weighted_projected_graph` each way is, by wall and by CPU time.
"""

from __future__ import annotations

import sys
import time
from statistics import median
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from networkx.algorithms import bipartite
from tests.links.synthetic import named, spoken

from kg.links import column_pairs, row_pairs, together, two_mode

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5
THEMES = 150


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return wall and CPU seconds of some work: the medians of `RUNS` after one that is not counted."""
    work()
    wall, cpu = [], []
    for _ in range(RUNS):
        start = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - start[0])
        cpu.append(time.process_time() - start[1])
    return median(wall), median(cpu)


def show(name: str, taken: tuple[float, float], base: tuple[float, float] | None = None) -> None:
    """Print what something took, and how many times faster than the base that is."""
    faster = f"{base[0] / taken[0]:7.1f} {base[1] / taken[1]:7.1f} times faster" if base else ""
    print(f"{name:44} {taken[0]:8.4f} s wall {taken[1]:8.4f} s CPU {faster}")


def main(reviews: int = 10_000) -> None:
    """Measure and print."""
    data = named(spoken(reviews, THEMES, 1))
    pairs = [(data.rows[row], data.columns[column]) for row, column in np.argwhere(data.matrix)]

    def graph() -> nx.Graph[str]:
        made: nx.Graph[str] = nx.Graph()
        made.add_nodes_from(data.rows)
        made.add_nodes_from(data.columns)
        made.add_edges_from(pairs)
        return made

    made = graph()
    projected = bipartite.weighted_projected_graph(made, data.columns)
    counts = together(data.matrix)
    place = {name: number for number, name in enumerate(data.columns)}
    for first, second, weight in projected.edges(data="weight"):
        if counts[place[first], place[second]] != weight:
            raise AssertionError((first, second))

    base = seconds(lambda: bipartite.weighted_projected_graph(made, data.columns))
    print(f"{reviews:,} reviews, {len(data.columns)} themes, {len(pairs):,} pairs; medians of {RUNS} runs")
    show("NetworkX, its bipartite graph from pairs", seconds(graph))
    show("NetworkX, weighted_projected_graph", base)
    show("counts of all pairs of themes", seconds(lambda: together(data.matrix)), base)
    show("counts, expected, p, q and score", seconds(lambda: column_pairs(data)), base)
    show("the same, from (review, theme) pairs", seconds(lambda: column_pairs(two_mode(pairs))), base)
    show("10 most alike of each review, with p and q", seconds(lambda: row_pairs(data, 10)))
    vectors = data.matrix.astype(np.float32)
    show(
        "the bare product of all reviews, for scale",
        seconds(lambda: [vectors[at : at + 512] @ vectors.T for at in range(0, len(vectors), 512)]),
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
