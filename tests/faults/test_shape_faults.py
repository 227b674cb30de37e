"""For every constraint of shapes.ttl, a fault that its report names.

The constraints are read from shapes.ttl itself. Each gets a copy of a thing of the sample (an instance of its
shape's target), with one fault. All copies are validated in one run. A copy without any fault shows that it
is the fault, and not the copying, that is reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg import resources
from kg.namespaces import SHAPES, XSD
from kg.validate import shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rdflib.term import Node

SH = Namespace("http://www.w3.org/ns/shacl#")
NO_CONSTRAINT = {
    *(RDF.type, SH.path, SH.property, SH.targetClass, SH.targetObjectsOf),
    *(SH.message, SH.severity, SH.ignoredProperties),
}
NOTHING = URIRef("https://example.org/nothing")
WRONG = Literal("!", lang="fr")
BOOLEAN = URIRef("http://www.w3.org/2001/XMLSchema#boolean")


@dataclass(frozen=True)
class Constraint:
    """A constraint: `parameter` and its value. `node_shape` has the target; on it, `path` is None."""

    shape: URIRef
    node_shape: URIRef
    path: URIRef | None
    parameter: URIRef
    value: Node

    @property
    def component(self) -> URIRef:
        name = self.parameter.removeprefix(str(SH))
        return SH[f"{name[0].upper()}{name[1:]}ConstraintComponent"]

    @property
    def name(self) -> str:
        several = f"-{self.value.split('#')[-1]}" if self.parameter == SH.disjoint else ""
        return f"{self.shape.removeprefix(SHAPES)}-{self.parameter.removeprefix(str(SH))}{several}"


@cache
def shapes_graph() -> Graph:
    return shapes.read(resources.shipped("ontology") / "shapes.ttl")


def alternatives() -> set[Node]:
    """Shapes that are named in an `sh:or`: a report names the shape that has the `sh:or`, never them."""
    graph = shapes_graph()
    return {
        member for _, _, head in graph.triples((None, SH["or"], None)) for member in Collection(graph, head)
    }


def constraints() -> list[Constraint]:
    return sorted(_constraints(), key=lambda found: found.name)


def _constraints() -> Iterator[Constraint]:
    graph = shapes_graph()
    for node_shape in graph.subjects(RDF.type, SH.NodeShape):
        if node_shape in alternatives():
            continue
        for shape in (node_shape, *graph.objects(node_shape, SH.property)):
            path = graph.value(shape, SH.path)
            for parameter, value in graph.predicate_objects(shape):
                if parameter not in NO_CONSTRAINT:
                    yield Constraint(shape, node_shape, path, parameter, value)


def target(node_shape: URIRef, graph: Graph) -> URIRef:
    """A thing of the sample that a shape is about."""
    for cls in sorted(shapes_graph().objects(node_shape, SH.targetClass)):
        return min(graph.subjects(RDF.type, cls))
    (prop,) = shapes_graph().objects(node_shape, SH.targetObjectsOf)
    return min(graph.objects(None, prop))


def copy(thing: URIRef, name: Node, graph: Graph, node_shape: URIRef) -> Graph:
    """What the graph says of a thing, said of another name; and what makes a shape target it."""
    made = Graph()
    for prop, value in graph.predicate_objects(thing):
        made.add((name, prop, value))
    for prop in shapes_graph().objects(node_shape, SH.targetObjectsOf):
        made.add((NOTHING, prop, name))
    return made


def put(*values: Node) -> Callable[[Graph, Node, Constraint], None]:
    """The fault of having these values instead."""

    def fault(made: Graph, name: Node, constraint: Constraint) -> None:
        if constraint.path != RDF.type:  # without its class, nothing would look at the copy
            made.remove((name, constraint.path, None))
        for value in values:
            made.add((name, constraint.path, value))

    return fault


def remove(made: Graph, name: Node, constraint: Constraint) -> None:
    made.remove((name, constraint.path, None))


def add_too_many(made: Graph, name: Node, constraint: Constraint) -> None:
    for number in range(int(constraint.value) + 1):
        made.add((name, constraint.path, Literal(f"one more {number}", lang="en")))


def be_no_instance(made: Graph, name: Node, constraint: Constraint) -> None:
    if constraint.path is None:
        made.remove((name, RDF.type, constraint.value))
    else:
        put(NOTHING)(made, name, constraint)


def break_pattern(made: Graph, name: Node, constraint: Constraint) -> None:
    if constraint.path is not None:  # the name of a copy breaks the pattern of a node shape
        put(Literal(" ?\n", lang="en"))(made, name, constraint)


def be_one_off(step: int) -> Callable[[Graph, Node, Constraint], None]:
    """The fault of being just past a limit."""

    def fault(made: Graph, name: Node, constraint: Constraint) -> None:
        limit = constraint.value.toPython()
        put(Literal(str(limit + step), datatype=constraint.value.datatype))(made, name, constraint)

    return fault


def be_short(made: Graph, name: Node, constraint: Constraint) -> None:
    put(Literal("x" * (int(constraint.value) - 1), lang="en"))(made, name, constraint)


def be_long(made: Graph, name: Node, constraint: Constraint) -> None:
    put(Literal("x" * (int(constraint.value) + 1), lang="en"))(made, name, constraint)


def say_more(made: Graph, name: Node, _: Constraint) -> None:
    made.add((name, OWL.sameAs, NOTHING))


def share(made: Graph, name: Node, constraint: Constraint) -> None:
    made.add((name, constraint.path, Literal("both", lang="en")))
    made.add((name, constraint.value, Literal("both", lang="en")))


def nothing_more(_made: Graph, _name: Node, _constraint: Constraint) -> None:
    """The copy's blank name is the fault."""


FAULTS: dict[Node, Callable[[Graph, Node, Constraint], None]] = {
    SH.minCount: remove,
    SH.maxCount: add_too_many,
    SH.datatype: put(Literal("true", datatype=BOOLEAN)),
    SH.languageIn: put(WRONG),
    SH["class"]: be_no_instance,
    SH.nodeKind: nothing_more,
    SH.pattern: break_pattern,
    SH.minInclusive: be_one_off(-1),
    SH.minExclusive: be_one_off(0),
    SH.maxInclusive: be_one_off(1),
    SH.minLength: be_short,
    SH.maxLength: be_long,
    SH["in"]: put(NOTHING),
    SH["or"]: put(NOTHING),
    SH.hasValue: remove,
    SH.equals: put(NOTHING),
    SH.disjoint: share,
    SH.lessThan: put(Literal(10**9)),
    SH.closed: say_more,
}


def validate(graph: Graph) -> set[tuple[str, str, str]]:
    """Focus node, shape and component of every result."""
    keys = ("focusNode", "sourceShape", "sourceConstraintComponent")
    return {tuple(result[key] for key in keys) for result in shapes.results(graph, shapes_graph())}


def name_of(constraint: Constraint) -> Node:
    kind = BNode if constraint.parameter == SH.nodeKind else URIRef
    return kind(f"urn:fault:{constraint.name}" if kind is URIRef else f"fault-{constraint.name}")


@pytest.fixture(scope="module")
def reported(sample_graph: Graph) -> set[tuple[str, str, str]]:
    """What is reported of a copy with each fault, and of a copy without."""
    whole = Graph()
    for triple in sample_graph:
        whole.add(triple)
    for constraint in constraints():
        thing = target(constraint.node_shape, sample_graph)
        for name, fault in (
            (name_of(constraint), FAULTS[constraint.parameter]),
            (_sound(constraint), nothing_more),
        ):
            made = copy(thing, name, sample_graph, constraint.node_shape)
            fault(made, name, constraint)
            whole += made
    return validate(whole)


def _sound(constraint: Constraint) -> URIRef:
    return URIRef(f"urn:sound:{constraint.node_shape.removeprefix(SHAPES)}")


@pytest.mark.parametrize("constraint", constraints(), ids=lambda constraint: constraint.name)
def test_the_report_names_the_constraint_that_a_fault_breaks(
    constraint: Constraint, reported: set[tuple[str, str, str]]
) -> None:
    found = (str(constraint.shape), str(constraint.component))
    assert (str(name_of(constraint)), *found) in reported
    if constraint.path is not None or constraint.parameter not in {SH.pattern, SH.nodeKind}:
        assert (str(_sound(constraint)), *found) not in reported


def test_every_kind_of_constraint_has_a_fault() -> None:
    assert {constraint.parameter for constraint in constraints()} == set(FAULTS)


def test_every_shape_is_tried() -> None:
    graph = shapes_graph()
    every = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    bare = {URIRef(f"{SHAPES}ReviewLink"), URIRef(f"{SHAPES}ThemeLink")}  # they only gather property shapes
    assert every - alternatives() - bare == {constraint.shape for constraint in constraints()}


def test_the_sample_has_no_fault(sample_graph: Graph) -> None:
    assert validate(sample_graph) == set()


def test_every_alternative_is_enough_by_itself(sample_graph: Graph) -> None:
    """A value that only one alternative allows is accepted; so each of them does something."""
    graph, whole, names = shapes_graph(), Graph(), []
    whole += sample_graph
    for constraint in constraints():
        if constraint.parameter != SH["or"]:
            continue
        for member in Collection(graph, constraint.value):
            name = URIRef(f"urn:enough:{constraint.name}:{member.removeprefix(SHAPES)}")
            made = copy(
                target(constraint.node_shape, sample_graph), name, sample_graph, constraint.node_shape
            )
            made.set((name, constraint.path, _value_for(member, sample_graph)))
            whole += made
            names.append((str(name), str(constraint.shape), str(constraint.component)))
    assert len(names) == 10
    assert not set(names) & validate(whole)


def _value_for(member: Node, sample: Graph) -> Node:
    graph = shapes_graph()
    if datatype := graph.value(member, SH.datatype):
        text = {XSD.gYear: "2020", XSD.gYearMonth: "2020-04", XSD.date: "2020-04-01"}[str(datatype)]
        return Literal(text, datatype=datatype)
    return min(sample.subjects(RDF.type, graph.value(member, SH["class"])))
