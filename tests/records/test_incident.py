"""What accepted facts make of an incident: the children above all, of whom each fact says a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Child, Incident, ReadFact
from kg.records.incident import incident_of

if TYPE_CHECKING:
    from collections.abc import Sequence

AGES = {"5 weeks": (1, "under-1"), "3 years": (None, "1-to-5"), "12 years": (None, "11-to-15")}


def facts(*told: tuple[str, str], status: str = "accepted") -> list[ReadFact]:
    """Facts of one status; an age with what follows from it."""
    made = []
    for at, (fact, value) in enumerate(told):
        months, band = AGES.get(value, (None, None))
        made.append(ReadFact(fact, value, status, "editor", at, at + 1, None, months, band))
    return made


def five(sex: str | None = None) -> Child:
    return Child("5 weeks", 1, "under-1", sex)


def three(sex: str | None = None) -> Child:
    return Child("3 years", None, "1-to-5", sex)


A, B, F, M = ("age", "5 weeks"), ("age", "3 years"), ("sex", "female"), ("sex", "male")
CHILDREN = [
    # accepted facts                             the children of the incident
    ([], []),
    ([A], [five()]),
    ([F], [Child(sex="female")]),
    ([A, F], [five("female")]),
    ([A, B], [five(), three()]),
    ([A, B, F, M], [five("female"), three("male")]),
    ([A, B, M], [five("male"), three("male")]),
    ([("children", "2")], [Child(), Child()]),
    ([("children", "2"), A, M], [five("male"), five("male")]),
    ([("children", "2"), A, A, M], [five("male"), five("male")]),
    ([("children", "3"), A, B], [Child(), Child(), Child()]),
    ([("children", "3"), A, B, F], [Child(sex="female")] * 3),
    ([("children", "1"), A, B], [Child()]),
    ([F, M], [Child()]),
    ([("outcome", "death")], []),
]


@pytest.mark.parametrize(("told", "children"), CHILDREN, ids=lambda value: f"{len(value)}")
def test_children_come_of_their_number_ages_and_sexes(
    told: Sequence[tuple[str, str]], children: Sequence[Child]
) -> None:
    assert incident_of(facts(*told)).children == tuple(children)


def test_codes_are_copied_in_order_and_once() -> None:
    told = [
        ("outcome", "injury"),
        ("outcome", "death"),
        ("outcome", "injury"),
        ("cause", "accident"),
        ("occurred", "2031-05"),
        ("source-of-harm", "father"),
        ("conviction", "stated"),
    ]
    assert incident_of(facts(*told)) == Incident(
        ("injury", "death"), ("accident",), "2031-05", ("father",), "stated"
    )


def test_a_conviction_of_nobody_waits_for_a_source_of_harm() -> None:
    assert incident_of(facts(("conviction", "stated"))).conviction is None


@pytest.mark.parametrize("status", ["proposed", "rejected"])
def test_only_what_is_accepted_counts(status: str) -> None:
    assert incident_of(facts(A, F, ("outcome", "death"), status=status)) == Incident(("unstated",))


@given(st.lists(st.sampled_from([A, B, F, M, ("children", "2"), ("children", "4")]), max_size=8))
def test_there_are_as_many_children_as_is_said(told: list[tuple[str, str]]) -> None:
    children = incident_of(facts(*told)).children
    number = next((int(value) for fact, value in told if fact == "children"), None)
    ages = [value for fact, value in told if fact == "age"]
    assert len(children) == (number or max(len(ages), bool(told)))
    assert {child.age for child in children} <= {None, *ages}
    assert all((child.age is None) == (child.band is None) for child in children)
