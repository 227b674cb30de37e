"""What the pages of questions answer from: what may leave, and the records that are there."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import catalogue
from kg.iris import QUOTES_GRAPHS
from kg.query import questions
from kg.resources import shipped
from kg.site.questions import answered, published
from kg.site.search import search

PRIVATE = "words that only the reader was given"


@pytest.fixture(scope="module")
def private(seed_store: ox.Store) -> ox.Store:
    """The shipped graph, with the words of each passage as a build with the documents keeps them."""
    kept = ox.Store()
    kept.extend(seed_store)
    exact = ox.NamedNode("http://www.w3.org/ns/oa#exact")
    start = ox.NamedNode("http://www.w3.org/ns/oa#start")
    for quad in seed_store.quads_for_pattern(None, start, None):
        graph = ox.NamedNode(f"{QUOTES_GRAPHS}nspcc-2022-03")
        kept.add(ox.Quad(quad.subject, exact, ox.Literal(PRIVATE), graph))
    return kept


def test_no_page_answers_with_words_that_may_not_leave(private: ox.Store) -> None:
    whole, public = catalogue.read(private), published(private)
    files = dict(answered(public, whole)) | dict(search(public, whole))
    assert any(PRIVATE in str(quad.object) for quad in private)
    assert not [name for name, content in files.items() if PRIVATE in content]


def test_a_question_has_its_page_in_a_graph_without_what_its_default_names() -> None:
    empty = ox.Store()
    files = dict(answered(empty, catalogue.read(empty)))
    for name in questions(shipped("queries")):
        assert "No rows in this graph, which has no reviews." in files[f"questions/{name}.html"], name
