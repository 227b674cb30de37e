"""The ranking: its steps by table, what must hold of any themes, and the order that a reader would choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.precedents import answer, request
from kg.precedents.rank import Whom, groups, likeness, overlap, weight, whom

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.catalogue import Catalogue

ORDER = [
    line.split()
    for line in (Path(__file__).parent / "order.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
RAISED = {"sleep": 1, "fathers": 2, "records": 4, "training": 8}
ABOVE = {
    "school": frozenset({"education"}),
    "nursery": frozenset({"education"}),
    "family-court": frozenset({"courts", "justice"}),
    "courts": frozenset({"justice"}),
    "police": frozenset({"justice"}),
}
themes = st.frozensets(st.sampled_from([*RAISED, "unheard-of"]), max_size=5)
some = themes.filter(bool)


@pytest.mark.parametrize(("asked", "first", "after"), ORDER)
def test_the_order_is_that_of_a_reader(
    known: Catalogue, seed_store: ox.Store, asked: str, first: str, after: str
) -> None:
    review = known.statements[asked].review
    told = answer(request(review, seed_store, known), known)
    (reply,) = [one for one in told.replies if one.asked.id == asked]
    order = [one.statement.id for group in reply.groups for one in group.precedents]
    assert order.index(first) < order.index(after)


@pytest.mark.parametrize(
    ("asked", "nearer", "further"),
    [
        ("sleep", "sleep", "sleep fathers"),
        ("sleep", "sleep training", "sleep fathers"),
        ("sleep training", "sleep", "training"),
        ("sleep training", "sleep training", "sleep"),
        ("fathers records", "fathers records training", "fathers"),
        ("fathers", "fathers records training", "records training"),
    ],
)
def test_more_of_the_rarer_themes_and_fewer_others_are_nearer(asked: str, nearer: str, further: str) -> None:
    near, far = (overlap(set(asked.split()), set(one.split()), RAISED, 8) for one in (nearer, further))
    assert near > far


@given(some, themes)
def test_overlap_is_all_for_the_same_nothing_for_none_and_alike_from_both_sides(
    one: frozenset[str], other: frozenset[str]
) -> None:
    value = overlap(one, other, RAISED, 8)
    assert 0 <= value <= 1
    assert (value == 1) == (one == other)
    assert (value == 0) == (not one & other)
    assert value == overlap(other, one, RAISED, 8) if other else True


@given(some, themes, st.sampled_from(sorted(RAISED)))
def test_one_more_shared_theme_is_nearer_and_one_more_other_theme_is_not(
    one: frozenset[str], other: frozenset[str], more: str
) -> None:
    before, after = overlap(one, other, RAISED, 8), overlap(one, other | {more}, RAISED, 8)
    assert after >= before if more in one else after <= before


@given(st.integers(1, 99), st.integers(0, 98))
def test_a_theme_weighs_the_less_the_more_reviews_raise_it(reviews: int, raised: int) -> None:
    assert weight(raised, reviews) >= weight(raised + 1, reviews)
    assert weight(reviews, reviews) == 1


@pytest.mark.parametrize(
    ("asked", "earlier", "step", "group"),
    [
        ("school!", "school!", Whom.ASKED, ""),
        ("school!", "school", Whom.NAMED, ""),
        ("school police!", "school! police!", Whom.ASKED, ""),
        ("school police!", "school! police", Whom.NAMED, ""),
        ("school!", "education!", Whom.GROUP, "education"),
        ("education!", "nursery", Whom.GROUP, "education"),
        ("school", "nursery", Whom.GROUP, "education"),
        ("family-court", "courts", Whom.GROUP, "courts"),
        ("family-court", "police", Whom.GROUP, "justice"),
        ("school family-court", "school police", Whom.NAMED, "justice"),
        ("school", "police", Whom.OTHER, ""),
        ("school", "", Whom.OTHER, ""),
        ("", "", Whom.OTHER, ""),
        ("unheard-of", "unheard-of", Whom.NAMED, ""),
    ],
)
def test_whom_two_recommendations_name(asked: str, earlier: str, step: Whom, group: str) -> None:
    sides = [{name.rstrip("!"): name.endswith("!") for name in side.split()} for side in (asked, earlier)]
    assert whom(*sides, ABOVE) == step
    assert groups(sides[0].keys(), sides[1].keys(), ABOVE) == set(group.split())
    assert whom(*reversed(sides), ABOVE) == step


@given(st.text(), st.text())
def test_words_in_common_are_alike_from_both_sides(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) in (0, 1)
