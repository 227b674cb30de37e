"""The terms of the graph and the one prefix map, as plain strings.

Each vocabulary is a closed class: a misspelt term is an error to the type checker and at run time, which an
open namespace object would let through. A test compares `CR` with `ontology/case-review.ttl`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, get_args

BASE: Final = "https://w3id.org/crkg/"
"""Where every IRI of the project begins: the one constant to change should the address change."""

NS: Final = f"{BASE}ns#"
SHAPES: Final = f"{BASE}shapes#"

Kind = Literal[
    "agency", "child", "code", "dataset", "document", "forum", "graph", "incident", "link", "organisation",
    "passage", "review", "role", "selector", "statement", "tagging", "theme",
]  # fmt: skip
"""A kind of thing that has IRIs under `BASE`, with a prefix of its own name."""

PREFIXES: Final = MappingProxyType(
    {
        "cr": NS,
        "crs": SHAPES,
        **{kind: f"{BASE}{kind}/" for kind in get_args(Kind)},
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vann": "http://purl.org/vocab/vann/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefix to namespace, for every file the project reads or writes."""


class CR:
    """Terms of the Case Review Ontology."""

    Review: Final = f"{NS}Review"
    Incident: Final = f"{NS}Incident"
    Child: Final = f"{NS}Child"
    Statement: Final = f"{NS}Statement"
    CaseSummary: Final = f"{NS}CaseSummary"
    Finding: Final = f"{NS}Finding"
    Recommendation: Final = f"{NS}Recommendation"
    ActionTaken: Final = f"{NS}ActionTaken"
    Theme: Final = f"{NS}Theme"
    Agency: Final = f"{NS}Agency"
    Document: Final = f"{NS}Document"
    Tagging: Final = f"{NS}Tagging"
    Link: Final = f"{NS}Link"
    ReviewLink: Final = f"{NS}ReviewLink"
    ThemeLink: Final = f"{NS}ThemeLink"

    hasStatement: Final = f"{NS}hasStatement"
    inReview: Final = f"{NS}inReview"
    examines: Final = f"{NS}examines"
    involvesChild: Final = f"{NS}involvesChild"
    reviewType: Final = f"{NS}reviewType"
    reportForm: Final = f"{NS}reportForm"
    reviewReason: Final = f"{NS}reviewReason"
    describedIn: Final = f"{NS}describedIn"
    findingsCoverage: Final = f"{NS}findingsCoverage"
    recommendationsCoverage: Final = f"{NS}recommendationsCoverage"
    concerns: Final = f"{NS}concerns"
    refersTo: Final = f"{NS}refersTo"
    addressedTo: Final = f"{NS}addressedTo"
    aboutService: Final = f"{NS}aboutService"
    mentions: Final = f"{NS}mentions"
    evidence: Final = f"{NS}evidence"
    wording: Final = f"{NS}wording"
    outcome: Final = f"{NS}outcome"
    cause: Final = f"{NS}cause"
    sourceOfHarm: Final = f"{NS}sourceOfHarm"
    conviction: Final = f"{NS}conviction"
    ageBand: Final = f"{NS}ageBand"
    sex: Final = f"{NS}sex"
    childStatus: Final = f"{NS}childStatus"
    tagStatus: Final = f"{NS}tagStatus"
    tagRole: Final = f"{NS}tagRole"
    method: Final = f"{NS}method"
    proposedBy: Final = f"{NS}proposedBy"
    labelRule: Final = f"{NS}labelRule"
    confidence: Final = f"{NS}confidence"
    connects: Final = f"{NS}connects"
    sharesTheme: Final = f"{NS}sharesTheme"
    sharesAgency: Final = f"{NS}sharesAgency"

    text: Final = f"{NS}text"
    heading: Final = f"{NS}heading"
    position: Final = f"{NS}position"
    alias: Final = f"{NS}alias"
    item: Final = f"{NS}item"
    occurred: Final = f"{NS}occurred"
    year: Final = f"{NS}year"
    childCount: Final = f"{NS}childCount"
    ageText: Final = f"{NS}ageText"
    ageInMonths: Final = f"{NS}ageInMonths"
    term: Final = f"{NS}term"
    sha256: Final = f"{NS}sha256"
    decided: Final = f"{NS}decided"
    vocabularyVersion: Final = f"{NS}vocabularyVersion"
    matchStart: Final = f"{NS}matchStart"
    matchEnd: Final = f"{NS}matchEnd"
    extractor: Final = f"{NS}extractor"
    externalLabel: Final = f"{NS}externalLabel"
    phrase: Final = f"{NS}phrase"
    excludedPhrase: Final = f"{NS}excludedPhrase"
    contestedTerm: Final = f"{NS}contestedTerm"
    score: Final = f"{NS}score"
    pValue: Final = f"{NS}pValue"
    qValue: Final = f"{NS}qValue"
    sharedCount: Final = f"{NS}sharedCount"
    expectedCount: Final = f"{NS}expectedCount"
    sameStatement: Final = f"{NS}sameStatement"


class DCTERMS:
    """DCMI Metadata Terms, as far as used."""

    title: Final = "http://purl.org/dc/terms/title"
    description: Final = "http://purl.org/dc/terms/description"
    publisher: Final = "http://purl.org/dc/terms/publisher"
    issued: Final = "http://purl.org/dc/terms/issued"
    language: Final = "http://purl.org/dc/terms/language"
    rights: Final = "http://purl.org/dc/terms/rights"
    accessRights: Final = "http://purl.org/dc/terms/accessRights"
    license: Final = "http://purl.org/dc/terms/license"
    identifier: Final = "http://purl.org/dc/terms/identifier"
    subject: Final = "http://purl.org/dc/terms/subject"
    type: Final = "http://purl.org/dc/terms/type"
    hasPart: Final = "http://purl.org/dc/terms/hasPart"
    source: Final = "http://purl.org/dc/terms/source"


class DCAT:
    """Data Catalog Vocabulary, as far as used (https://www.w3.org/TR/vocab-dcat-3/)."""

    Dataset: Final = "http://www.w3.org/ns/dcat#Dataset"


class FOAF:
    """Friend of a Friend, as far as used."""

    Document: Final = "http://xmlns.com/foaf/0.1/Document"
    focus: Final = "http://xmlns.com/foaf/0.1/focus"


class OA:
    """Web Annotation Vocabulary, as far as used (https://www.w3.org/TR/annotation-vocab/)."""

    Annotation: Final = "http://www.w3.org/ns/oa#Annotation"
    SpecificResource: Final = "http://www.w3.org/ns/oa#SpecificResource"
    TextPositionSelector: Final = "http://www.w3.org/ns/oa#TextPositionSelector"
    TextQuoteSelector: Final = "http://www.w3.org/ns/oa#TextQuoteSelector"
    hasTarget: Final = "http://www.w3.org/ns/oa#hasTarget"
    hasBody: Final = "http://www.w3.org/ns/oa#hasBody"
    hasSource: Final = "http://www.w3.org/ns/oa#hasSource"
    hasSelector: Final = "http://www.w3.org/ns/oa#hasSelector"
    motivatedBy: Final = "http://www.w3.org/ns/oa#motivatedBy"
    classifying: Final = "http://www.w3.org/ns/oa#classifying"
    identifying: Final = "http://www.w3.org/ns/oa#identifying"
    tagging: Final = "http://www.w3.org/ns/oa#tagging"
    start: Final = "http://www.w3.org/ns/oa#start"
    end: Final = "http://www.w3.org/ns/oa#end"
    exact: Final = "http://www.w3.org/ns/oa#exact"
    prefix: Final = "http://www.w3.org/ns/oa#prefix"
    suffix: Final = "http://www.w3.org/ns/oa#suffix"


class PROV:
    """PROV-O, as far as used (https://www.w3.org/TR/prov-o/)."""

    Activity: Final = "http://www.w3.org/ns/prov#Activity"
    Entity: Final = "http://www.w3.org/ns/prov#Entity"
    wasDerivedFrom: Final = "http://www.w3.org/ns/prov#wasDerivedFrom"


class RDF:
    """RDF, as far as used."""

    type: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class SKOS:
    """SKOS, as far as used (https://www.w3.org/TR/skos-reference/)."""

    Concept: Final = "http://www.w3.org/2004/02/skos/core#Concept"
    ConceptScheme: Final = "http://www.w3.org/2004/02/skos/core#ConceptScheme"
    prefLabel: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"
    altLabel: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
    hiddenLabel: Final = "http://www.w3.org/2004/02/skos/core#hiddenLabel"
    definition: Final = "http://www.w3.org/2004/02/skos/core#definition"
    scopeNote: Final = "http://www.w3.org/2004/02/skos/core#scopeNote"
    notation: Final = "http://www.w3.org/2004/02/skos/core#notation"
    inScheme: Final = "http://www.w3.org/2004/02/skos/core#inScheme"
    broader: Final = "http://www.w3.org/2004/02/skos/core#broader"
    narrower: Final = "http://www.w3.org/2004/02/skos/core#narrower"
    topConceptOf: Final = "http://www.w3.org/2004/02/skos/core#topConceptOf"


class XSD:
    """XML Schema datatypes that every store keeps as they are written."""

    string: Final = "http://www.w3.org/2001/XMLSchema#string"
    boolean: Final = "http://www.w3.org/2001/XMLSchema#boolean"
    integer: Final = "http://www.w3.org/2001/XMLSchema#integer"
    decimal: Final = "http://www.w3.org/2001/XMLSchema#decimal"
    gYear: Final = "http://www.w3.org/2001/XMLSchema#gYear"
    gYearMonth: Final = "http://www.w3.org/2001/XMLSchema#gYearMonth"
    date: Final = "http://www.w3.org/2001/XMLSchema#date"
