"""What holds of the whole graph of the shipped records: no reasoner needed, nothing lost in the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, Graph, Literal, URIRef

from kg import graph, resources, store
from kg.build.derive import derived_lines
from kg.namespaces import BASE, CR, NS
from kg.validate.shapes import graph_of

if TYPE_CHECKING:
    from kg.records.model import Records


ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""The property under which owlrl reports a contradiction."""


def expand(graph: Graph) -> Graph:
    """The graph with all that OWL 2 RL adds to it."""
    from owlrl import DeductiveClosure, OWLRL_Semantics

    after = Graph()
    after += graph
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(after)
    return after


@pytest.fixture(scope="module")
def before(seed_store: ox.Store) -> Graph:
    """The graph without its literals: they take part in no axiom, and owlrl is slow with so many."""
    made = Graph()
    for triple in graph_of(seed_store):
        if not isinstance(triple[2], Literal):
            made.add(triple)
    return made


@pytest.fixture(scope="module")
def after(before: Graph) -> Graph:
    return expand(before)


@pytest.fixture
def few(before: Graph) -> tuple[Graph, URIRef]:
    """The ontology and one finding."""
    finding = min(before.subjects(RDF.type, URIRef(CR.Finding)))
    made = Graph()
    for triple in before:
        if triple[0] == finding or str(triple[0]).startswith(NS):
            made.add(triple)
    return made, finding


def test_a_reasoner_adds_nothing_about_the_data(before: Graph, after: Graph) -> None:
    added = {
        (subject, prop, value)
        for subject, prop, value in set(after) - set(before)
        if str(subject).startswith(BASE) and not str(subject).startswith(NS.removesuffix("#"))
        if (prop, value) not in {(OWL.sameAs, subject), (RDF.type, OWL.Thing)}
    }
    assert added == set()


def test_a_reasoner_finds_no_contradiction(after: Graph) -> None:
    assert list(after.objects(None, ERROR)) == []


def test_a_reasoner_adds_what_is_not_written_out(few: tuple[Graph, URIRef]) -> None:
    made, finding = few
    made.remove((finding, RDF.type, URIRef(CR.Statement)))
    assert (finding, RDF.type, URIRef(CR.Statement)) in expand(made)


def test_a_reasoner_finds_a_contradiction(few: tuple[Graph, URIRef]) -> None:
    made, finding = few
    made.add((finding, RDF.type, URIRef(CR.Recommendation)))
    assert list(expand(made).objects(None, ERROR)) != []


def test_no_triple_is_changed_by_the_store(seed_records: Records, seed_store: ox.Store) -> None:
    """Some stores rewrite numbers, durations and language tags: nothing here can be rewritten."""
    lines = [*graph.record_lines(seed_records), *derived_lines(seed_store)]
    written = {str(quad) for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS)}
    folder = resources.shipped("ontology")
    for local, names in {"vocab": store.VOCABULARY_FILES, "wording": store.WORDING_FILES}.items():
        for name in names:
            written |= {f"{quad} <{BASE}graph/{local}>" for quad in ox.parse(path=str(folder / name))}
    assert {str(quad) for quad in seed_store} == written


def test_there_is_no_blank_node(seed_store: ox.Store) -> None:
    assert [quad for quad in seed_store if isinstance(quad.subject, ox.BlankNode)] == []
    assert [quad for quad in seed_store if isinstance(quad.object, ox.BlankNode)] == []


def test_each_triple_stands_in_one_named_graph(seed_store: ox.Store) -> None:
    counts = Counter(quad.triple for quad in seed_store)
    assert [triple for triple, count in counts.items() if count > 1] == []
    assert [quad for quad in seed_store if isinstance(quad.graph_name, ox.DefaultGraph)] == []
