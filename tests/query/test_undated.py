"""A document without a date, and what software proposed of it: in the lists, or the question says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import catalogue, query
from kg.pages.words import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph as ox

BASE = "https://w3id.org/crkg/"


LISTED: list[tuple[str, dict[str, str], str]] = [
    ("reviews", {}, "review/r-44556677"),
    ("find-reviews", {"theme": "safer sleep"}, "review/r-44556677"),
    ("event-to-publication", {}, "review/r-44556677"),
    ("source-issues", {}, "document/bulletin"),
    ("source-terms", {}, "document/bulletin"),
    ("whats-new", {"since": "2019"}, "document/bulletin"),
    ("whats-new", {"since": "2040"}, "document/bulletin"),
]


@pytest.mark.parametrize(("name", "values", "thing"), LISTED)
def test_an_undated_document_is_in_the_lists(
    undated: ox.Store, shipped: Mapping[str, query.Question], name: str, values: dict[str, str], thing: str
) -> None:
    answer = query.ask(undated, shipped[name], values).dictionaries()
    (row,) = [row for row in answer if f"{BASE}{thing}" in row.values()]
    assert row["issued"] is None
    assert row.get("years") is None


def test_a_document_without_a_date_is_neither_new_nor_old(
    undated: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    answer = query.ask(undated, shipped["whats-new"], {"since": "2019"}).dictionaries()
    (row,) = [row for row in answer if row["thing"] == f"{BASE}document/bulletin"]
    assert (row["news"], row["reviews"], row["statements"]) == ("document without a date", 1, 3)
    assert row == answer[-1]
    assert not [row for row in answer if row["label"] in ("gamma", "Safer sleep")]


@pytest.mark.parametrize("name", ["new-themes", "shared-with-earlier", "themes-over-time", "whats-new"])
def test_a_question_that_compares_dates_says_what_it_does_with_none(
    shipped: Mapping[str, query.Question], name: str
) -> None:
    assert [note for note in shipped[name].notes if "no date" in note]


@pytest.mark.parametrize("name", ["new-themes", "shared-with-earlier"])
def test_what_comes_before_an_undated_document_is_not_guessed(
    undated: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    assert not query.ask(undated, shipped[name], {"document": "bulletin"}).rows
    assert "no date" in shipped[name].empty


def test_a_page_names_a_document_without_a_date(undated: ox.Store) -> None:
    added = {source["title"]: source["added"] for source in sources(catalogue.read(undated))}
    assert added == {"A bulletin made for tests": "", "A text for tests: two items": "February 2020"}


def rows(answer: query.Answer, columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns.split()) for row in answer.dictionaries()]


def test_a_tag_says_why_it_was_proposed_and_when_it_was_decided(
    undated: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    answer = query.ask(undated, shipped["tag-provenance"], {"review": "gamma"})
    why = ("word list, version 1", "preferred label", "high confidence", "0123456789abcdef")
    weak = ("word list, version 1", "weaker cue", "low confidence", "0123456789abcdef")
    assert rows(answer, "label status method decided proposer rule confidence version") == [
        ("Record keeping", "accepted", "editor", "2031-04-03", None, None, None, None),
        ("Safer sleep", "accepted", "editor", "2031-04-02", *why),
        ("Police", "proposed", "word list, version 1", None, *why),
        ("Information sharing", "rejected", "editor", "2031-04-02", *weak),
        ("Neglect", "proposed", "word list, version 1", None, *why),
    ]


def test_what_waits_for_a_person_says_how_sure_the_method_was(
    undated: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    answer = query.ask(undated, shipped["unreviewed-tags"], {})
    assert rows(answer, "name label rule confidence") == [
        ("alpha", "Record keeping", None, None),
        ("gamma", "Police", "preferred label", "high confidence"),
        ("gamma", "Neglect", "preferred label", "high confidence"),
    ]


@pytest.mark.parametrize(
    "values", [{}, {"review": "gamma"}, {"document": "bulletin"}, {"review": "gamma", "document": "bulletin"}]
)
def test_terms_of_others_are_listed_apart(
    undated: ox.Store, shipped: Mapping[str, query.Question], values: dict[str, str]
) -> None:
    answer = query.ask(undated, shipped["external-labels"], values)
    assert rows(answer, "term reviews name source") == [
        (term, 1, "gamma", "A bulletin made for tests")
        for term in ("disguised compliance", "sleep", "unseen men")
    ]


@pytest.mark.parametrize("values", [{"review": "alpha"}, {"document": "sample"}])
def test_terms_of_others_are_those_of_what_is_asked_about(
    undated: ox.Store, shipped: Mapping[str, query.Question], values: dict[str, str]
) -> None:
    assert not query.ask(undated, shipped["external-labels"], values).rows


def test_terms_of_others_are_in_no_other_answer(
    undated: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    for name, question in shipped.items():
        if name != "external-labels" and not any(p.default for p in question.parameters):
            assert "disguised compliance" not in str(query.ask(undated, question, {}).dictionaries())
