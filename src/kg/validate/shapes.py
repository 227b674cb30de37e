"""What each thing of the graph looks like: `ontology/shapes.ttl`, SHACL Core, run by pySHACL.

Source: https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.errors import Problem, ProblemsFound
from kg.files import shown
from kg.namespaces import PREFIXES, XSD
from kg.validate.checks import brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from rdflib import Graph

    from kg.validate.place import Place

SH: Final = PREFIXES["sh"]

PHRASES: Final = MappingProxyType(
    {
        "MinCount": "{path} is missing",
        "MaxCount": "{path} has more values than it may",
        "Closed": "{path} may not be said of it: {value}",
        "Class": "{path} is {value}, which is not of the class it should be",
        "Datatype": "{path} is of the wrong datatype: {value}",
        "LanguageIn": "{path} is in another language: {value}",
        "HasValue": "{path} lacks the value it should have",
        "Equals": "{path} differs from the property it should equal: {value}",
        "Disjoint": "{path} shares a value with a property it should not: {value}",
        "LessThan": "{path} is not less than it should be: {value}",
    }
)
"""What is wrong, in words, by constraint component; for the others, only the value."""


def read(path: Path) -> Graph:
    """Return the shapes of a Turtle file.

    Raises:
        ProblemsFound: there is no such file, or it is not Turtle.
    """
    try:
        return graph_of(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except OSError as error:
        missing = Problem("the shapes cannot be read", "install the package again", shown(path))
        raise ProblemsFound([missing]) from error
    except SyntaxError as error:
        what = f"the shapes are not Turtle: {error.msg}"
        raise ProblemsFound([Problem(what, "correct that line", shown(path), error.lineno)]) from error


def graph_of(quads: Iterable[ox.Quad]) -> Graph:
    """Return the triples of some quads as an rdflib graph, whatever graph they stand in."""
    from rdflib import BNode, Graph, Literal, URIRef

    def term(node: Any) -> URIRef | BNode | Literal:
        if isinstance(node, ox.NamedNode):
            return URIRef(node.value)
        if isinstance(node, ox.BlankNode):
            return BNode(node.value)
        datatype = None if node.language else URIRef(node.datatype.value)
        plain = datatype is None or str(datatype) == XSD.string
        return Literal(node.value, lang=node.language, datatype=None if plain else datatype, normalize=False)

    graph = Graph(bind_namespaces="none")
    for quad in quads:
        graph.add((term(quad.subject), URIRef(quad.predicate.value), term(quad.object)))
    return graph


def problems(quads: Iterable[ox.Quad], shapes: Graph, locate: Callable[[str], Place]) -> Iterator[Problem]:
    """Yield a problem for every violation of a shape, in the order of what is wrong.

    Args:
        quads: the graph; all named graphs count as one.
        shapes: as `read` gives them.
        locate: from the IRI of a thing to the place that says it.
    """
    for result in sorted(results(graph_of(quads), shapes), key=lambda row: sorted(row.items())):
        if result.get("resultSeverity") != f"{SH}Info":
            yield _problem(result, locate)


def results(graph: Graph, shapes: Graph) -> Iterator[dict[str, str]]:
    """Yield the validation results of a graph: each property's local name in `sh:`, and its value.

    Source: https://www.w3.org/TR/shacl/#validation-report
    """
    from pyshacl import validate
    from rdflib import URIRef

    form = spread(shapes)
    _, report, _ = validate(graph, shacl_graph=form, inference="none", advanced=False, inplace=True)
    for node in report.objects(None, URIRef(f"{SH}result")):
        yield {
            str(name).removeprefix(SH): str(value)
            for name, value in report.predicate_objects(node)
            if str(name) != f"{SH}detail"
        }


def spread(shapes: Graph) -> Graph:
    """Return the same shapes with each property shape aimed at its node shape's targets itself.

    pySHACL then looks at all things of a class in one go, not at each thing for each property: less than half
    the time on the shipped graph. What a closed shape allows is kept by naming its paths as ignored.
    """
    from rdflib import BNode, Graph, URIRef
    from rdflib.collection import Collection

    wide = Graph(bind_namespaces="none") + shapes
    ignored = URIRef(f"{SH}ignoredProperties")
    for node, targets in _targets(shapes):
        members = sorted(shapes.objects(node, URIRef(f"{SH}property")), key=str)
        for member, (kind, target) in product(members, targets):
            wide.remove((node, URIRef(f"{SH}property"), member))
            wide.add((member, kind, target))
        if (node, URIRef(f"{SH}closed"), None) in shapes:
            allowed = [item for head in shapes.objects(node, ignored) for item in Collection(shapes, head)]
            paths = [shapes.value(member, URIRef(f"{SH}path")) for member in members]
            wide.remove((node, ignored, None))
            wide.add((node, ignored, head := BNode()))
            Collection(wide, head, allowed + [path for path in paths if isinstance(path, URIRef)])
    return wide


def _targets(shapes: Graph) -> Iterator[tuple[Any, list[tuple[Any, Any]]]]:
    """Yield each shape that has targets and properties, with its targets."""
    from rdflib import URIRef

    kinds = [
        URIRef(f"{SH}{name}") for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
    ]
    for node in sorted(set(shapes.subjects(URIRef(f"{SH}property"), None)), key=str):
        targets = [(kind, target) for kind in kinds for target in shapes.objects(node, kind)]
        if targets:
            yield node, targets


def _problem(result: dict[str, str], locate: Callable[[str], Place]) -> Problem:
    focus = result["focusNode"]
    component = result["sourceConstraintComponent"].removeprefix(SH).removesuffix("ConstraintComponent")
    path, value = result.get("resultPath"), brief(result.get("value", ""))
    phrase = (
        PHRASES.get(component, "{path} is {value}")
        if path
        else f"it does not have the form it should ({component})"
    )
    what = f"{brief(focus)}: {phrase.format(path=brief(path or ''), value=value)}"
    place = locate(focus)
    return Problem(what, result["resultMessage"], place.path, place.line, place.record)
