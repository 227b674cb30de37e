"""The names of concepts that records use, and whether the vocabulary has them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.records import Incident, ReadFact, Records, Review, Statement, Tag
    from kg.vocabulary.schemes import Vocabulary

SCHEME_OF: Final = MappingProxyType(
    {
        "review.type": "code/review-type",
        "review.form": "code/report-form",
        "review.reason": "code/review-reason",
        "coverage.findings": "code/coverage",
        "coverage.recommendations": "code/coverage",
        "incident.outcome": "code/outcome",
        "incident.cause": "code/cause",
        "incident.source-of-harm": "code/source-of-harm",
        "incident.conviction": "code/conviction",
        "child.band": "code/age-band",
        "child.sex": "code/sex",
        "child.status": "code/child-status",
        "statement.wording": "code/wording",
        "themes.concept": "theme",
        "agencies.concept": "agency",
        "themes.role": "code/tag-role",
        "agencies.role": "code/tag-role",
        "themes.status": "code/tag-status",
        "agencies.status": "code/tag-status",
        "themes.by": "code/method",
        "agencies.by": "code/method",
        "themes.found.by": "code/method",
        "agencies.found.by": "code/method",
        "themes.found.rule": "code/label-rule",
        "agencies.found.rule": "code/label-rule",
        "themes.found.confidence": "code/confidence",
        "agencies.found.confidence": "code/confidence",
        "facts.type": "code/review-type",
        "facts.form": "code/report-form",
        "facts.outcome": "code/outcome",
        "facts.cause": "code/cause",
        "facts.sex": "code/sex",
        "facts.source-of-harm": "code/source-of-harm",
        "facts.conviction": "code/conviction",
        "facts.band": "code/age-band",
        "facts.status": "code/tag-status",
        "facts.by": "code/method",
        "issues.theme": "theme",
    }
)
"""Each field of a record that names a concept, and the scheme it names one of."""

_LISTED: Final = 12
"""Concepts that a message lists at most."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A concept's name where a record writes it."""

    field: str
    name: str
    path: str
    line: int
    record: str


def problems(records: Records, vocabulary: Vocabulary) -> list[Problem]:
    """Return what records name and the vocabulary does not have, each with the nearest that it has."""
    uses = [use for review in records.reviews for use in _of_review(review)]
    uses += [
        _Use("issues.theme", issue.theme, source.path, issue.line, source.id)
        for source in records.sources
        for issue in source.issues
    ]
    schemes = vocabulary.schemes
    absent = sorted({SCHEME_OF[use.field] for use in uses} - schemes.keys())
    return [_absent(scheme) for scheme in absent] + [
        _unknown(use, vocabulary)
        for use in uses
        if SCHEME_OF[use.field] in schemes and use.name not in schemes[SCHEME_OF[use.field]]
    ]


def _absent(scheme: str) -> Problem:
    what = f"records name concepts of the scheme '{scheme}', and the vocabulary has no such scheme"
    return Problem(what, "restore the .ttl file that has it, or name the folder that holds them all")


def _of_review(review: Review) -> Iterator[_Use]:
    """Yield every name of a concept in a review's record."""
    top = {"type": review.type, "form": review.form, "reason": review.reason}
    coverage = {"findings": review.coverage.findings, "recommendations": review.coverage.recommendations}
    for key, value in top.items():
        yield _Use(f"review.{key}", value, review.path, review.lines.get(key, 0), review.alias)
    for key, value in coverage.items():
        yield _Use(
            f"coverage.{key}", value, review.path, review.lines.get(f"coverage.{key}", 0), review.alias
        )
    for field, name, line in _of_incident(review.incident, review.lines):
        yield _Use(field, name, review.path, line, review.alias)
    for fact in review.facts:
        for field, name in _of_fact(fact):
            yield _Use(field, name, review.path, fact.line, review.alias)
    for statement in review.statements:
        for field, name, line in _of_statement(statement):
            yield _Use(field, name, review.path, line, statement.id)


def _of_incident(incident: Incident, lines: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    """Yield field, name and line of each concept that an incident names."""
    values: dict[str, Sequence[str]] = {
        "outcome": incident.outcome,
        "cause": incident.cause,
        "source-of-harm": incident.source_of_harm,
        "conviction": _some(incident.conviction),
    }
    for key, names in values.items():
        yield from ((f"incident.{key}", name, lines.get(f"incident.{key}", incident.line)) for name in names)
    for child in incident.children:
        known = {"band": _some(child.band), "sex": _some(child.sex), "status": child.status}
        for key, names in known.items():
            yield from ((f"child.{key}", name, child.line) for name in names)


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _of_statement(statement: Statement) -> Iterator[tuple[str, str, int]]:
    """Yield field, name and line of each concept that a statement names."""
    yield "statement.wording", statement.wording, statement.line
    for kind, tags in {"themes": statement.themes, "agencies": statement.agencies}.items():
        for tag in tags:
            yield from ((f"{kind}.{key}", name, tag.line) for key, name in _of_tag(tag).items())


def _of_tag(tag: Tag) -> dict[str, str]:
    values = {"concept": tag.concept, "role": tag.role, "status": tag.status, "by": tag.by}
    if tag.found is None:
        return values
    found = {"by": tag.found.by, "rule": tag.found.rule, "confidence": tag.found.confidence}
    return values | {f"found.{key}": name for key, name in found.items()}


def _of_fact(fact: ReadFact) -> Iterator[tuple[str, str]]:
    """Yield field and name of each concept that a fact names; an age, a number and a date name none."""
    yield "facts.status", fact.status
    yield "facts.by", fact.by
    if f"facts.{fact.fact}" in SCHEME_OF:
        yield f"facts.{fact.fact}", fact.value
    yield from (("facts.band", band) for band in _some(fact.band))


def _unknown(use: _Use, vocabulary: Vocabulary) -> Problem:
    scheme = SCHEME_OF[use.field]
    known = list(vocabulary.schemes[scheme])
    likely = vocabulary.nearest(scheme, use.name)
    if likely:
        remedy = f"did you mean {likely.id} ({likely.label})?"
    elif len(known) <= _LISTED:
        remedy = f"choose one of these: {', '.join(known)}"
    else:
        remedy = f"choose one of the {len(known)} in {vocabulary.schemes[scheme][known[0]].path}"
    kind = scheme.removeprefix("code/").replace("-", " ")
    return Problem(
        f"the vocabulary has no {kind} '{use.name}'", remedy, use.path, use.line, use.record, use.field
    )
