"""What the terms of the graph mean, read from the ontology that a store holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.iris import local_name, shorten
from kg.store import select

if TYPE_CHECKING:
    from pyoxigraph import Store

_HEAD: Final = """
SELECT ?title ?description ?version WHERE {
  ?ontology a owl:Ontology ; dcterms:title ?title ; dcterms:description ?description ;
    owl:versionInfo ?version .
}
"""

_TERMS: Final = """
SELECT ?term ?definition ?above ?domain ?range WHERE {
  VALUES (?kind ?up) { %s }
  ?term a ?kind ; skos:definition ?definition ; rdfs:isDefinedBy <https://w3id.org/crkg/ns> .
  OPTIONAL { ?term ?up ?above }
  OPTIONAL { ?term rdfs:domain ?domain }
  OPTIONAL { ?term rdfs:range ?range }
}
"""
_CLASSES: Final = "(owl:Class rdfs:subClassOf)"
_PROPERTIES: Final = (
    "(owl:ObjectProperty rdfs:subPropertyOf) (owl:DatatypeProperty rdfs:subPropertyOf) "
    "(owl:AnnotationProperty rdfs:subPropertyOf)"
)

_CODES: Final = """
SELECT ?scheme ?title ?description ?code ?label ?definition WHERE {
  ?scheme a skos:ConceptScheme ; dcterms:title ?title ; dcterms:description ?description .
  ?code skos:inScheme ?scheme ; skos:notation ?notation ; skos:prefLabel ?label ;
    skos:definition ?definition .
  FILTER(STRSTARTS(STR(?code), "https://w3id.org/crkg/code/"))
}
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology; `above`, `domain` and `range` are CURIEs."""

    id: str
    definition: str
    above: tuple[str, ...]
    domain: str
    range: str


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """A code with what it means."""

    id: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A code list."""

    id: str
    title: str
    description: str
    codes: tuple[CodeMeaning, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The ontology: its head, classes, properties and code lists, each by name."""

    title: str
    description: str
    version: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]


def terms(store: Store) -> Terms:
    """Return what the terms of the graph mean.

    Args:
        store: of a build, or any that holds the ontology and the codes.
    """
    title, description, version = next(iter(select(store, _HEAD)), ("", "", ""))
    return Terms(
        title,
        description,
        version,
        _terms(store, _CLASSES),
        _terms(store, _PROPERTIES),
        _schemes(store),
    )


def _terms(store: Store, kinds: str) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for term, definition, above, domain, span in sorted(set(select(store, _TERMS % kinds))):
        own = local_name(term)
        before = found[own].above if own in found else ()
        more = (shorten(above),) if above and shorten(above) not in before else ()
        found[own] = Term(own, definition, (*before, *more), shorten(domain), shorten(span))
    return tuple(found[own] for own in sorted(found, key=str.casefold))


def _schemes(store: Store) -> tuple[Scheme, ...]:
    found: dict[str, Scheme] = {}
    for scheme, title, description, code, label, definition in sorted(set(select(store, _CODES))):
        own = local_name(scheme)
        codes = found[own].codes if own in found else ()
        meaning = CodeMeaning(local_name(code).partition(".")[2], label, definition)
        found[own] = Scheme(own, title, description, (*codes, meaning))
    return tuple(found[own] for own in sorted(found))
