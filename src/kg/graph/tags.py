"""Taggings: who decided that a statement has a theme or refers to an agency, and how that stands.

An accepted decision is a direct triple as well, with its superproperty, so that questions need no reasoner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg import iris
from kg.graph.statements import codes, types
from kg.graph.terms import about, date, integer, plain, ref, text
from kg.iris import iri
from kg.namespaces import CR, DCTERMS, OA, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.terms import Triple
    from kg.records.model import Found, Issue, Review, Source, Statement, Tag

DIRECT: Final = {
    "theme": (CR.concerns, DCTERMS.subject),
    "mentioned": (CR.mentions, CR.refersTo),
    "about": (CR.aboutService, CR.refersTo),
    "addressed": (CR.addressedTo, CR.refersTo),
}
"""For each role, the direct property of an accepted tagging and the superproperty written with it."""


def review_tags(review: Review) -> Iterator[Triple]:
    """Yield the taggings of every statement of a review."""
    for statement in review.statements:
        for tag in (*statement.themes, *statement.agencies):
            yield from tag_triples(statement, tag)


def tag_triples(statement: Statement, tag: Tag) -> Iterator[Triple]:
    """Yield one decision, and its direct triples where it is accepted."""
    target = iri("statement", statement.id)
    is_theme = tag.role == "theme"
    body = ref(iri("theme" if is_theme else "agency", tag.concept))
    yield from about(
        iris.tagging(statement.id, tag.role, tag.concept),
        [
            *types(CR.Tagging, OA.Annotation, PROV.Entity),
            (OA.hasTarget, ref(target)),
            (OA.hasBody, body),
            (OA.motivatedBy, ref(OA.classifying if is_theme else OA.identifying)),
            *codes(CR.tagRole, "tag-role", [tag.role]),
            *codes(CR.tagStatus, "tag-status", [tag.status]),
            *codes(CR.method, "method", [tag.by]),
            *([(CR.decided, date(tag.decided))] if tag.decided else []),
            *(_found(tag.found) if tag.found else ()),
        ],
    )
    if tag.status == "accepted":
        yield from about(target, ((predicate, body) for predicate in DIRECT[tag.role]))


def _found(found: Found) -> Iterator[tuple[str, str]]:
    """Yield why software proposed a tag, which stays when a person has decided."""
    yield from codes(CR.proposedBy, "method", [found.by])
    yield from codes(CR.labelRule, "label-rule", [found.rule])
    yield from codes(CR.confidence, "confidence", [found.confidence])
    yield CR.vocabularyVersion, plain(found.vocabulary)
    yield CR.matchStart, integer(found.start)
    yield CR.matchEnd, integer(found.end)


def review_labels(review: Review, language: str) -> Iterator[Triple]:
    """Yield the terms that others gave a review, each once."""
    terms = dict.fromkeys(label.term for label in review.labels)
    yield from about(iri("review", review.id), ((CR.externalLabel, text(term, language)) for term in terms))


def source_tags(source: Source) -> Iterator[Triple]:
    """Yield the issues that a source names itself: its own labels of itself, and no tag of a statement."""
    for issue in source.issues:
        yield from issue_triples(issue, source)


def issue_triples(issue: Issue, source: Source) -> Iterator[Triple]:
    """Yield one issue in the source's own word, with the theme that an editor matched to it."""
    yield from about(
        iris.tagging(source.id, "issue", issue.theme),
        [
            *types(CR.Tagging, OA.Annotation, PROV.Entity),
            (OA.hasTarget, ref(iri("document", source.id))),
            (OA.hasBody, ref(iri("theme", issue.theme))),
            (OA.motivatedBy, ref(OA.tagging)),
            (CR.term, text(issue.term, source.language)),
            (CR.evidence, ref(iri("passage", iris.issue_name(source.id, issue.theme)))),
            *codes(CR.tagRole, "tag-role", ["issue"]),
            *codes(CR.tagStatus, "tag-status", ["accepted"]),
            *codes(CR.method, "method", ["source"]),
        ],
    )
