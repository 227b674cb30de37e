"""The keys of records: one table a block, with how each value is read and an example of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.iris import KIND_LETTERS
from kg.records import rules
from kg.records.fields import (
    Key,
    alias,
    block,
    counting,
    day,
    digest,
    file_name,
    flag,
    many,
    name,
    number,
    quoted,
    record_id,
    scalar,
    source_id,
    version,
    when,
    word,
)
from kg.records.model import (
    Child,
    Coverage,
    Evidence,
    Found,
    Incident,
    Issue,
    Label,
    ReadFact,
    Statement,
    Tag,
)
from kg.records.tree import Block, Items

if TYPE_CHECKING:
    from kg.records.fields import Place
    from kg.records.tree import Node

STATUSES: Final = ("proposed", "accepted", "rejected")
AGENCY_ROLES: Final = ("mentioned", "about", "addressed")


def _statements(node: Node, place: Place) -> tuple[Statement, ...] | None:
    """Read the list of statements; no two have one id, also where one of them could not be used."""
    before = len(place.problems)
    found: tuple[Statement, ...] | None = many(_STATEMENT, at_least=1)(node, place)
    first: dict[str, int] = {}
    for item in node.nodes if isinstance(node, Items) else ():
        own = item.entries.get("id") if isinstance(item, Block) else None
        value = getattr(own, "value", "")
        if value and value in first:
            remedy = "give one of them an id of its own"
            place.say(
                item.line,
                f"the id {quoted(value)} is that of the statement in line {first[value]} too",
                remedy,
            )
        first.setdefault(value, item.line)
    return found if len(place.problems) == before else None


def _found(*, line: int, **values: Any) -> Found:  # noqa: ARG001 - a block has a line; its tag's is enough
    return Found(**values)


def _theme_tag(**values: Any) -> Tag:
    return Tag(role="theme", **values)


def _statement(*, heading: str | None = None, **values: Any) -> Statement:
    return Statement(heading=heading, **values)


_EXAMPLE_DIGEST: Final = "its 64 characters, 0 to 9 and a to f"

_EVIDENCE: Final = block(
    Evidence,
    {"start": Key(number, "5969"), "end": Key(number, "6000"), "sha256": Key(digest, _EXAMPLE_DIGEST)},
    rules.passage,
)
_EXAMPLE_EVIDENCE: Final = "{start: 5969, end: 6000, sha256: ...}"

_FOUND: Final = block(
    _found,
    {
        "by": Key(name, "gazetteer-1"),
        "start": Key(number, "5970"),
        "end": Key(number, "5981"),
        "rule": Key(name, "preferred"),
        "confidence": Key(name, "high"),
        "vocabulary": Key(version, "the first 16 characters of its digest"),
    },
    rules.passage,
)
_DECIDED: Final = {
    "status": Key(word(*STATUSES), "accepted"),
    "by": Key(name, "editor"),
    "decided": Key(day, required=False),
}
_TAG: Final = {**_DECIDED, "found": Key(_FOUND, required=False)}
_THEME: Final = block(_theme_tag, {"concept": Key(name, "safer-sleep"), **_TAG}, rules.tag)
_AGENCY: Final = block(
    Tag,
    {"concept": Key(name, "health-services"), "role": Key(word(*AGENCY_ROLES), "mentioned"), **_TAG},
    rules.tag,
)
_STATEMENT: Final = block(
    _statement,
    {
        "id": Key(record_id, "f-4k2m7q9a"),
        "kind": Key(word(*KIND_LETTERS), "finding"),
        "heading": Key(scalar, required=False),
        "text": Key(scalar, "the point, in one or two plain sentences"),
        "wording": Key(word("paraphrase", "verbatim"), "paraphrase"),
        "evidence": Key(_EVIDENCE, _EXAMPLE_EVIDENCE),
        "cut": Key(flag, required=False),
        "orphaned": Key(digest, required=False),
        "themes": Key(many(_THEME), required=False),
        "agencies": Key(many(_AGENCY), required=False),
    },
    rules.statement,
    named=True,
)
_CHILD: Final = block(
    Child,
    {
        "age": Key(scalar, required=False),
        "months": Key(number, required=False),
        "band": Key(name, required=False),
        "sex": Key(name, required=False),
        "status": Key(many(name), required=False),
    },
)
_INCIDENT: Final = block(
    Incident,
    {
        "outcome": Key(many(name, at_least=1), "[death]"),
        "cause": Key(many(name), required=False),
        "occurred": Key(when, required=False),
        "source-of-harm": Key(many(name), required=False),
        "conviction": Key(name, required=False),
        "children": Key(many(_CHILD), required=False),
    },
    rules.incident,
)
_COVERAGE: Final = block(
    Coverage, {"findings": Key(name, "partial"), "recommendations": Key(name, "partial")}
)
_ISSUE: Final = block(
    Issue,
    {
        "term": Key(scalar, "sleeping behaviour"),
        "theme": Key(name, "safer-sleep"),
        "evidence": Key(_EVIDENCE, _EXAMPLE_EVIDENCE),
    },
)
_FACT: Final = block(
    ReadFact,
    {
        "fact": Key(word(*rules.FACTS), "outcome"),
        "value": Key(scalar, "death"),
        "months": Key(number, required=False),
        "band": Key(name, required=False),
        **_DECIDED,
        "start": Key(number, "120"),
        "end": Key(number, "125"),
    },
    rules.fact,
)
_LABEL: Final = block(
    Label,
    {
        "term": Key(scalar, "disguised compliance"),
        "by": Key(scalar, "source"),
        "start": Key(number, required=False),
        "end": Key(number, required=False),
    },
    rules.label,
)
_END: Final = Key(word("true"), required=False)  # the file's last line is compared character by character

REVIEW: Final = block(
    dict,
    {
        "id": Key(record_id, "r-7k2m9qpa"),
        "alias": Key(alias, "the name of the file without .yaml"),
        "title": Key(scalar, "the review's title as the source gives it"),
        "type": Key(name, "lcspr"),
        "form": Key(name, "review-report"),
        "reason": Key(name, "incident"),
        "source": Key(source_id, "nspcc-2022-03"),
        "item": Key(counting, "5"),
        "incident": Key(_INCIDENT, "{outcome: [death]}"),
        "coverage": Key(_COVERAGE, "{findings: partial, recommendations: partial}"),
        "facts": Key(many(_FACT), required=False),
        "labels": Key(many(_LABEL), required=False),
        "statement-count": Key(number, "16"),
        "statements": Key(_statements, "a list of blocks, each with id, kind, text, wording and evidence"),
        "end": _END,
    },
    rules.review,
)
"""Every key of a review's file, in order."""

SOURCE: Final = block(
    dict,
    {
        "id": Key(source_id, "nspcc-2022-03"),
        "title": Key(scalar, "the document's title"),
        "publisher": Key(scalar, "NSPCC"),
        "issued": Key(when, required=False),
        "language": Key(word("en", "cy"), "en"),
        "file": Key(file_name, required=False),
        "extractor": Key(scalar, required=False),
        "sha256": Key(digest, _EXAMPLE_DIGEST),
        "rights": Key(scalar, "one sentence: whose words they are, and what may be done with them"),
        "quotes": Key(word("private", "open"), "private"),
        "review-count": Key(number, required=False),
        "issues": Key(many(_ISSUE), required=False),
        "end": _END,
    },
    rules.source,
)
"""Every key of a source's file, in order."""
