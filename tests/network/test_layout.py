"""Places: no two boxes overlap, whatever the themes are and in whatever order they come."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from kg.network import place
from kg.network.labels import LONGEST, PADDING, TAB, WIDTHS, box, text_width, wrap
from kg.network.lines import strongest
from kg.network.separate import separate
from kg.network.tangle import Picture, tangle, tidy

WORDS = "Child protection safeguarding of a parental multi-agency information record and home I".split()  # noqa: SIM905 - easier to read


def random_themes(count: int, seed: int) -> nx.Graph[str]:
    mixed = random.Random(seed)
    graph = nx.gnm_random_graph(count, 4 * count, seed=seed)
    graph = nx.relabel_nodes(graph, {number: f"theme-{number:03}" for number in graph})
    for name in graph:
        label = " ".join(mixed.choices(WORDS, k=mixed.randint(1, 8)))
        graph.add_node(name, label=label, group=f"g{mixed.randint(1, 8)}", size=mixed.randint(1, 9))
    graph.graph.update(lines="all", ranked_by="count")
    for pair in graph.edges:
        shared = mixed.randint(1, 3)
        graph.edges[pair].update(shared=shared, score=shared / 9, same_statement=mixed.randint(0, 1))
    chosen = strongest(graph)
    for first, second, line in graph.edges(data=True):
        line["strongest"] = (min(first, second), max(first, second)) in chosen
    return graph


@pytest.mark.parametrize(
    ("count", "seed"), [(1, 0), (2, 0), (3, 0), (30, 1), (30, 2), (60, 3), (120, 4), (200, 5)]
)
def test_no_two_boxes_overlap(count: int, seed: int) -> None:
    places = place(random_themes(count, seed))
    assert len(places) == count
    for one, other in combinations(places.values(), 2):
        apart_x = abs(one.x - other.x) - (one.box.width + other.box.width) / 2
        apart_y = abs(one.y - other.y) - (one.box.height + other.box.height) / 2
        assert max(apart_x, apart_y) > 10


def test_places_do_not_depend_on_the_order_of_nodes_and_lines() -> None:
    graph = random_themes(40, 6)
    nodes, edges = list(graph.nodes(data=True)), [(b, a, line) for a, b, line in graph.edges(data=True)]
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    other: nx.Graph[str] = nx.Graph(**graph.graph)
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert place(other) == place(graph)
    assert list(place(other)) == sorted(graph)


def test_places_are_rounded_and_no_themes_have_none() -> None:
    assert place(nx.Graph()) == {}
    for where in place(random_themes(30, 7)).values():
        assert (where.x, where.y) == (round(where.x, 1), round(where.y, 1))


@pytest.mark.parametrize("spread", [0.0, 1e-12, 1.0, 1e4])
def test_boxes_are_separated_from_any_start(spread: float) -> None:
    numbers = np.arange(60, dtype=np.float64)
    x, y = numbers * spread, (numbers % 7) * spread
    x, y = separate(x, y, np.full(60, 150.0), np.full(60, 40.0))
    over = (np.abs(x[:, None] - x) < 150) & (np.abs(y[:, None] - y) < 40)
    assert over.sum() == 60  # each with itself alone


def test_boxes_that_will_not_settle_are_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.network.separate.ROUNDS", 0)
    x, y = np.arange(30, dtype=np.float64), np.arange(30, dtype=np.float64) % 3
    x, y = separate(x, y, np.full(30, 150.0), np.full(30, 40.0))
    assert ((np.abs(x[:, None] - x) < 150) & (np.abs(y[:, None] - y) < 40)).sum() == 30


def line_picture(*, hidden: bool) -> Picture:
    """A line from left to right, with a box behind it or beside it, and a line that crosses or not."""
    y = np.array([0.0, 0.0, 0.0 if hidden else 200.0, 100.0, 150.0 if hidden else -100.0])
    size = np.full(5, 40.0)
    return Picture(
        np.array([0.0, 400.0, 200.0, 100.0, 110.0]), y, size, size, np.array([0, 3]), np.array([1, 4])
    )


@pytest.mark.parametrize(("hidden", "expected"), [(True, 3), (False, 1)])
def test_a_hidden_line_is_three_times_a_crossing(hidden: bool, expected: int) -> None:  # noqa: FBT001
    assert tangle(line_picture(hidden=hidden)) == expected


def test_tidying_clears_the_line_and_keeps_boxes_apart() -> None:
    picture = line_picture(hidden=True)
    tidy(picture)
    assert tangle(picture) == 0


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Neglect", ("Neglect",)),
        ("Information sharing", ("Information sharing",)),
        (
            "Child's mental health, self-harm and suicide risk",
            ("Child's mental", "health, self-harm", "and suicide risk"),
        ),
        ("", ("",)),
        ("  two \n words ", ("two words",)),
    ],
)
def test_labels_are_wrapped_evenly(label: str, lines: tuple[str, ...]) -> None:
    assert wrap(label) == lines


def test_every_line_fits_its_box_and_no_letter_is_lost() -> None:
    for label in ["x" * 200, "漢字" * 30, "é ü ø", *WORDS, " ".join(WORDS)]:
        drawn = box(label, 16)
        assert "".join(drawn.lines).replace(" ", "") == label.replace(" ", "")
        assert all(text_width(line) * 16 + 2 * PADDING[0] + TAB <= drawn.width + 0.1 for line in drawn.lines)
        assert max(map(text_width, drawn.lines)) <= LONGEST


def test_all_printable_ascii_has_a_width() -> None:
    assert set(WIDTHS) == {chr(number) for number in range(32, 127)}
    assert text_width("é") == text_width("e")
