"""Sources, reviews, incidents, children and statements as triples: what documents say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg import iris
from kg.graph.terms import about, date, integer, plain, ref, text
from kg.iris import code, iri
from kg.namespaces import CR, DCTERMS, FOAF, OA, PROV, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.terms import Triple
    from kg.records.model import Child, Evidence, Incident, Review, Source, Statement

STATEMENT_CLASSES: Final = {
    "summary": CR.CaseSummary,
    "finding": CR.Finding,
    "recommendation": CR.Recommendation,
    "action": CR.ActionTaken,
}
"""The class of each kind of statement; a note is a statement and nothing more."""


def types(*classes: str) -> Iterator[tuple[str, str]]:
    """Yield the classes of a thing, superclasses among them: what is declared is written out."""
    return ((RDF.type, ref(cls)) for cls in classes)


def codes(predicate: str, scheme: str, notations: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    """Yield a predicate with each code of a scheme that is given."""
    return ((predicate, ref(code(scheme, notation))) for notation in notations if notation)


def source_triples(source: Source) -> Iterator[Triple]:
    """Yield what is said of a document, and where it names issues itself."""
    yield from about(
        iri("document", source.id),
        [
            *types(CR.Document, PROV.Entity, FOAF.Document),
            (DCTERMS.title, text(source.title, source.language)),
            (DCTERMS.publisher, text(source.publisher, source.language)),
            *([(DCTERMS.issued, date(source.issued))] if source.issued else []),
            (DCTERMS.language, plain(source.language)),
            (DCTERMS.rights, text(source.rights)),
            (CR.sha256, plain(source.sha256)),
            *([(CR.extractor, plain(source.extractor))] if source.extractor else []),
        ],
    )
    for issue in source.issues:
        yield from passage_triples(iris.issue_name(source.id, issue.theme), issue.evidence, source)


def review_triples(review: Review, source: Source) -> Iterator[Triple]:
    """Yield a review with its incident, children and statements, without any tag."""
    kind = ref(code("review-type", review.type))
    yield from about(
        iri("review", review.id),
        [
            *types(CR.Review, PROV.Activity),
            (DCTERMS.title, text(review.title, source.language)),
            (DCTERMS.type, kind),
            (CR.reviewType, kind),
            (CR.alias, plain(review.alias)),
            (CR.item, integer(review.item)),
            *codes(CR.reportForm, "report-form", [review.form]),
            *codes(CR.reviewReason, "review-reason", [review.reason]),
            *codes(CR.findingsCoverage, "coverage", [review.coverage.findings]),
            *codes(CR.recommendationsCoverage, "coverage", [review.coverage.recommendations]),
            (CR.describedIn, ref(iri("document", source.id))),
            (CR.examines, ref(iri("incident", review.id))),
            *((CR.hasStatement, ref(iri("statement", statement.id))) for statement in review.statements),
        ],
    )
    yield from incident_triples(review.incident, review.id, source.language)
    for statement in review.statements:
        yield from statement_triples(statement, review, source)


def incident_triples(incident: Incident, review_id: str, language: str) -> Iterator[Triple]:
    """Yield an incident and the children in it."""
    children = [(iris.child(review_id, number), child) for number, child in enumerate(incident.children, 1)]
    occurred = incident.occurred
    when = [(CR.occurred, date(occurred)), (CR.year, integer(int(occurred[:4])))] if occurred else []
    yield from about(
        iri("incident", review_id),
        [
            *types(CR.Incident),
            *codes(CR.outcome, "outcome", incident.outcome),
            *codes(CR.cause, "cause", incident.cause),
            *codes(CR.sourceOfHarm, "source-of-harm", incident.source_of_harm),
            *codes(CR.conviction, "conviction", [incident.conviction]),
            *when,
            *([(CR.childCount, integer(len(children)))] if children else []),
            *((CR.involvesChild, ref(name)) for name, _ in children),
        ],
    )
    for name, child in children:
        yield from child_triples(name, child, language)


def child_triples(name: str, child: Child, language: str) -> Iterator[Triple]:
    """Yield a child, described only as far as the source describes them."""
    yield from about(
        name,
        [
            *types(CR.Child),
            *([(CR.ageText, text(child.age, language))] if child.age else []),
            *([(CR.ageInMonths, integer(child.months))] if child.months is not None else []),
            *codes(CR.ageBand, "age-band", [child.band]),
            *codes(CR.sex, "sex", [child.sex]),
            *codes(CR.childStatus, "child-status", child.status),
        ],
    )


def statement_triples(statement: Statement, review: Review, source: Source) -> Iterator[Triple]:
    """Yield a statement and the passage it rests on.

    `cr:position` is the offset of its first character, so an inserted statement changes no other.
    """
    kind = STATEMENT_CLASSES.get(statement.kind)
    heading = [(CR.heading, text(statement.heading, source.language))] if statement.heading else []
    yield from about(
        iri("statement", statement.id),
        [
            *types(*([kind] if kind else []), CR.Statement, PROV.Entity),
            (CR.inReview, ref(iri("review", review.id))),
            *([] if _is_private(statement, source) else [_text(statement, source)]),
            *codes(CR.wording, "wording", [statement.wording]),
            *heading,
            (CR.position, integer(statement.evidence.start)),
            (CR.evidence, ref(iri("passage", statement.id))),
            (PROV.wasDerivedFrom, ref(iri("document", source.id))),
        ],
    )
    yield from passage_triples(statement.id, statement.evidence, source)


def private_triples(review: Review, source: Source) -> Iterator[Triple]:
    """Yield the texts of statements that are the very words of a source whose words stay where they are."""
    for statement in review.statements:
        if _is_private(statement, source):
            yield from about(iri("statement", statement.id), [_text(statement, source)])


def _is_private(statement: Statement, source: Source) -> bool:
    return statement.wording == "verbatim" and source.quotes == "private"


def _text(statement: Statement, source: Source) -> tuple[str, str]:
    return CR.text, text(statement.text, source.language)


def passage_triples(local: str, evidence: Evidence, source: Source) -> Iterator[Triple]:
    """Yield a passage of a document by position and digest (https://www.w3.org/TR/annotation-model/)."""
    yield from about(
        iri("passage", local),
        [
            *types(OA.SpecificResource, PROV.Entity),
            (OA.hasSource, ref(iri("document", source.id))),
            (OA.hasSelector, ref(iri("selector", local))),
            (CR.sha256, plain(evidence.sha256)),
        ],
    )
    yield from about(
        iri("selector", local),
        [
            *types(OA.TextPositionSelector),
            (OA.start, integer(evidence.start)),
            (OA.end, integer(evidence.end)),
        ],
    )
