"""The ontology's terms, its language and its metadata; and that JSON-LD names them all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kg import resources
from kg.namespaces import BASE, CR, NS, PREFIXES
from kg.validate.shapes import graph_of

if TYPE_CHECKING:
    from pathlib import Path

AXIOMS = {
    RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith,
}  # fmt: skip
KINDS = {
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.SymmetricProperty,
    OWL.Ontology,
}
OWL_2_DATATYPES = {"string", "integer", "decimal"}


@pytest.fixture(scope="module")
def folder() -> Path:
    return resources.shipped("ontology")


@pytest.fixture(scope="module")
def ontology(folder: Path) -> Graph:
    return graph_of(ox.parse(path=str(folder / "case-review.ttl")))


def declared(ontology: Graph, kind: URIRef) -> set[str]:
    return {str(term) for term in ontology.subjects(RDF.type, kind) if term.startswith(NS)}


def test_the_terms_are_those_of_the_code(ontology: Graph) -> None:
    named = {value for name, value in vars(CR).items() if not name.startswith("_")}
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    assert set().union(*(declared(ontology, kind) for kind in kinds)) == named
    assert len(declared(ontology, OWL.Class)) == 15


def test_nothing_but_plain_axioms_is_used(ontology: Graph) -> None:
    """So that it is in OWL 2 DL and, but for one range, RL: no blank nodes, no imports."""
    annotations = set(ontology.subjects(RDF.type, OWL.AnnotationProperty))
    builtin = {RDFS.label, RDFS.isDefinedBy, OWL.versionIRI, OWL.versionInfo}
    assert set(ontology.predicates()) <= AXIOMS | annotations | builtin
    assert set(ontology.objects(None, RDF.type)) == KINDS
    assert all(isinstance(subject, URIRef) for subject in ontology.subjects())


def test_only_the_range_of_connects_is_outside_rl(ontology: Graph) -> None:
    assert list(ontology.subject_predicates(OWL.Thing)) == [(URIRef(CR.connects), RDFS.range)]


def test_every_datatype_is_one_of_owl_2(ontology: Graph) -> None:
    xsd = PREFIXES["xsd"]
    used = {
        str(datatype).removeprefix(xsd) for datatype in ontology.objects(None, RDFS.range) if xsd in datatype
    }
    assert used == OWL_2_DATATYPES
    literals = {str(value.datatype) for value in ontology.objects() if getattr(value, "datatype", None)}
    assert literals == set()


def test_no_term_is_two_kinds_of_property(ontology: Graph) -> None:
    kinds = [set(ontology.subjects(RDF.type, kind)) for kind in sorted(KINDS - {OWL.SymmetricProperty})]
    assert sum(map(len, kinds)) == len(set().union(*kinds))


@pytest.fixture(scope="module")
def context(folder: Path) -> dict[str, object]:
    return json.loads((folder / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def test_the_context_names_every_term_and_prefix(context: dict[str, object]) -> None:
    def target(value: object) -> object:
        return value["@id"] if isinstance(value, dict) else value

    named = {str(target(value)).replace("cr:", NS, 1) for value in context.values()}
    assert {value for name, value in vars(CR).items() if not name.startswith("_")} <= named
    assert {name for name in PREFIXES if name not in {"crs", "sh"}} <= set(context)
    assert all(context[name] == PREFIXES[name] for name in PREFIXES if name in context)


def test_the_context_reads_a_statement_as_the_graph_has_it(context: dict[str, object]) -> None:
    document = {
        "@context": context,
        "id": "statement:f-4k2m7q9a",
        "type": ["Finding", "Statement", "Entity"],
        "text": "A point.",
        "position": 5969,
        "inReview": "review:r-7k2m9qpa",
        "concerns": ["theme:parental-history"],
        "wasDerivedFrom": "document:nspcc-2022-03",
        "http://www.w3.org/2004/02/skos/core#note": "x",
    }
    read = {str(quad) for quad in ox.parse(json.dumps(document).encode(), format=ox.RdfFormat.JSON_LD)}
    base, cr = "https://w3id.org/crkg/", NS
    subject = f"<{base}statement/f-4k2m7q9a>"
    rdf_type = f"<{RDF.type}>"
    assert read == {
        f"{subject} {rdf_type} <{cr}Finding>",
        f"{subject} {rdf_type} <{cr}Statement>",
        f"{subject} {rdf_type} <{PREFIXES['prov']}Entity>",
        f'{subject} <{cr}text> "A point."@en',
        f'{subject} <{cr}position> "5969"^^<{PREFIXES["xsd"]}integer>',
        f"{subject} <{cr}inReview> <{base}review/r-7k2m9qpa>",
        f"{subject} <{cr}concerns> <{base}theme/parental-history>",
        f"{subject} <{PREFIXES['prov']}wasDerivedFrom> <{base}document/nspcc-2022-03>",
        f'{subject} <{PREFIXES["skos"]}note> "x"',
    }


def test_the_context_reads_every_term_of_the_seed(context: dict[str, object], seed_store: ox.Store) -> None:
    """Every property and class of the graph has a short name in the context."""
    ours = [quad for quad in seed_store if str(quad.subject).startswith(f"<{BASE}")]
    data = [quad for quad in ours if not str(quad.subject).startswith(f"<{NS.removesuffix('#')}")]
    expanded = set()
    for value in context.values():
        short = str(value["@id"] if isinstance(value, dict) else value)
        prefix, _, local = short.partition(":")
        expanded.add(PREFIXES.get(prefix, "") + local)
    rdf_type = str(RDF.type)
    used = {quad.predicate.value for quad in data} - {rdf_type}
    classes = {quad.object.value for quad in data if quad.predicate.value == rdf_type}
    assert used - expanded == set()
    assert classes - expanded == {f"{PREFIXES['foaf']}Document"}  # "Document" is ours
