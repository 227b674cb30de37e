"""The form of shapes.ttl, and what its reports tell a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef

from kg import resources
from kg.errors import ProblemsFound
from kg.iris import code, iri
from kg.namespaces import CR, DCAT, DCTERMS, OA, SHAPES, SKOS
from kg.namespaces import RDF as RDF_TERMS
from kg.validate import Place, shapes

if TYPE_CHECKING:
    from pathlib import Path

SH = Namespace("http://www.w3.org/ns/shacl#")
GRAPH = ox.NamedNode(iri("graph", "source.x"))
CHILD = iri("child", "r-7k2m9qpa.1")


@pytest.fixture(scope="module")
def form() -> Graph:
    return shapes.read(resources.shipped("ontology") / "shapes.ttl")


def test_every_shape_has_an_iri_of_ours_and_a_message(form: Graph) -> None:
    every = {
        *form.subjects(SH.path),
        *form.subjects(RDF.type, SH.NodeShape),
        *form.objects(None, SH.property),
    }
    assert len(every) > 150
    assert [shape for shape in every if not str(shape).startswith(SHAPES)] == []
    assert [shape for shape in every if len(list(form.objects(shape, SH.message))) != 1] == []


def test_every_message_says_what_to_do(form: Graph) -> None:
    for shape, message in form.subject_objects(SH.message):
        assert str(message)[0].isupper(), shape
        assert str(message).endswith("."), shape


def test_only_lists_are_blank(form: Graph) -> None:
    blank = {node for triple in form for node in triple if isinstance(node, BNode)}
    assert blank == set(form.subjects(RDF.first))


def test_every_property_shape_belongs_to_a_shape_and_is_named_after_it(form: Graph) -> None:
    owner = {shape: node for node, shape in form.subject_objects(SH.property)}
    assert set(owner) == set(form.subjects(SH.path))
    assert [shape for shape, node in owner.items() if not shape.startswith(f"{node}-")] == []


def test_every_class_is_targeted(form: Graph) -> None:
    ours = {value for name, value in vars(CR).items() if name[0].isupper()}
    others = {
        SKOS.Concept,
        SKOS.ConceptScheme,
        OA.SpecificResource,
        OA.TextPositionSelector,
        OA.TextQuoteSelector,
    }
    targeted = {str(cls) for cls in form.objects(None, SH.targetClass)}
    assert ours | others | {DCAT.Dataset} <= targeted


def test_every_property_of_ours_is_in_a_shape(form: Graph) -> None:
    ours = {value for name, value in vars(CR).items() if name[0].islower()}
    ours.remove(CR.phrase)  # in the graph `wording` alone, which the check concept-wording holds
    assert ours <= {str(path) for path in form.objects(None, SH.path)}


def child(*pairs: tuple[str, ox.NamedNode | ox.Literal]) -> ox.Store:
    store = ox.Store()
    for prop, value in [(RDF_TERMS.type, ox.NamedNode(CR.Child)), *pairs]:
        store.add(ox.Quad(ox.NamedNode(CHILD), ox.NamedNode(prop), value, GRAPH))
    return store


TOLD = {
    "closed": (
        child(("http://xmlns.com/foaf/0.1/name", ox.Literal("x"))),
        "child:r-7k2m9qpa.1: foaf:name may not be said of it: x",
        "Say of a child only the age, age band, sex and status",
    ),
    "limit": (
        child((CR.ageInMonths, ox.Literal(216))),
        "child:r-7k2m9qpa.1: cr:ageInMonths is 216",
        "Give the child's age in completed months, from 0 to 215",
    ),
    "class": (
        child((CR.sex, ox.NamedNode(code("sex", "x")))),
        "child:r-7k2m9qpa.1: cr:sex is code:sex.x, which is not of the class it should be",
        "Give the child's sex at most once",
    ),
    "count": (
        child((CR.ageText, ox.Literal("1", language="en")), (CR.ageText, ox.Literal("2", language="en"))),
        "child:r-7k2m9qpa.1: cr:ageText has more values than it may",
        "Give the child's age at most once",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_a_violation_is_a_problem_with_place_value_and_remedy(case: str, form: Graph) -> None:
    store, what, remedy = TOLD[case]
    (found,) = shapes.problems(store, form, lambda name: Place(name[-12:], 9, "ruby"))
    assert (found.path, found.line, found.record) == ("r-7k2m9qpa.1", 9, "ruby")
    assert found.what == what
    assert found.remedy.startswith(remedy)


def test_a_thing_of_the_wrong_name_is_a_problem(form: Graph) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:x"), ox.NamedNode(RDF_TERMS.type), ox.NamedNode(CR.Child), GRAPH))
    (found,) = shapes.problems(store, form, lambda _: Place())
    assert found.what == "urn:x: it does not have the form it should (Pattern)"


def test_what_is_only_worth_knowing_is_no_problem(form: Graph, seed_store: ox.Store) -> None:
    """A finding without a theme is reported for information only."""
    assert form.value(URIRef(f"{SHAPES}Finding-theme"), SH.severity) == SH.Info
    shaped = [quad for quad in seed_store if not str(quad.graph_name).endswith("/graph/wording>")]
    kept = [quad for quad in shaped if quad.predicate.value not in {CR.concerns, DCTERMS.subject}]
    store = ox.Store()
    store.bulk_extend(kept)
    assert len(kept) < len(shaped)
    assert list(shapes.problems(store, form, lambda _: Place())) == []


def test_literals_reach_rdflib_as_they_are_written() -> None:
    """Neither normalised nor with a datatype that they do not have."""
    byte = "http://www.w3.org/2001/XMLSchema#byte"
    literals = [
        ox.Literal("01", datatype=ox.NamedNode(byte)),
        ox.Literal("x"),
        ox.Literal("x", language="en"),
    ]
    quads = [ox.Quad(ox.NamedNode(CHILD), ox.NamedNode(CR.ageText), value, GRAPH) for value in literals]
    assert set(shapes.graph_of(quads).objects()) == {
        Literal("01", datatype=byte, normalize=False),
        Literal("x"),
        Literal("x", lang="en"),
    }


def test_shapes_that_are_not_turtle_are_a_problem_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("@prefix x: <urn:x:> .\nx:y x:z .\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as raised:
        shapes.read(path)
    (found,) = raised.value.problems
    assert (found.path.endswith("shapes.ttl"), found.line) == (True, 2)


def test_shapes_that_are_missing_are_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="the shapes cannot be read"):
        shapes.read(tmp_path / "shapes.ttl")
