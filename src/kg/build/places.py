"""Where each thing of the graph was written down, so that every message can name file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg import iris
from kg.files import shown
from kg.iris import expand, iri
from kg.validate import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.records.model import Records, Review, Source
    from kg.vocabulary import Vocabulary


def places(records: Records, vocabulary: Vocabulary, ontology: Path) -> Callable[[str], Place]:
    """Return a function from the IRI of anything in the graph to the place that it was read from."""
    known: dict[str, Place] = dict(_terms(ontology / "case-review.ttl"))
    for scheme, concepts in vocabulary.schemes.items():
        for concept in concepts.values():
            known[iris.concept(scheme, concept.id)] = Place(concept.path, concept.line, concept.id)
    for source in records.sources:
        known.update(_of_source(source))
    for review in records.reviews:
        known.update(_of_review(review))
    return lambda name: known.get(name, Place("", None, iris.shorten(name)))


def _terms(path: Path) -> Iterator[tuple[str, Place]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r"(cr:\w+)", line)
        if match and (name := expand(match[1])):
            yield name, Place(shown(path), number, "")


def _of_source(source: Source) -> Iterator[tuple[str, Place]]:
    yield iri("document", source.id), Place(source.path, source.lines.get("id", 1), source.id)
    for issue in source.issues:
        place, local = Place(source.path, issue.line, source.id), iris.issue_name(source.id, issue.theme)
        for name in (iri("passage", local), iri("selector", local), iri("tagging", local)):
            yield name, place


def _of_review(review: Review) -> Iterator[tuple[str, Place]]:
    yield iri("review", review.id), Place(review.path, review.lines.get("id", 1), review.alias)
    yield iri("incident", review.id), Place(review.path, review.incident.line, review.alias)
    for number, child in enumerate(review.incident.children, 1):
        yield iris.child(review.id, number), Place(review.path, child.line, review.alias)
    for statement in review.statements:
        place = Place(review.path, statement.line, f"{review.alias} {statement.id}")
        yield iri("statement", statement.id), place
        evidence = Place(review.path, statement.evidence.line, place.record)
        yield iri("passage", statement.id), evidence
        yield iri("selector", statement.id), evidence
        for tag in (*statement.themes, *statement.agencies):
            yield (
                iris.tagging(statement.id, tag.role, tag.concept),
                Place(review.path, tag.line, place.record),
            )
