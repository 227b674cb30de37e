"""Records from their YAML: one table of keys a block.

All problems of a file are found in one run. A file that has one gives no record.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from kg.errors import Problem, ProblemsFound
from kg.iris import KIND_LETTERS
from kg.records import rules
from kg.records.fields import (
    Key,
    Place,
    alias,
    block,
    counting,
    digest,
    many,
    name,
    number,
    quoted,
    record_id,
    scalar,
    source_id,
    when,
    word,
)
from kg.records.model import Child, Coverage, Evidence, Incident, Issue, Review, Source, Statement, Tag
from kg.records.strict import MAX_BYTES, parse
from kg.records.tree import Block, Items

if TYPE_CHECKING:
    from kg.records.fields import Read
    from kg.records.tree import Node

LAST_LINE: Final = "end: true\n"
STATUSES: Final = ("proposed", "accepted", "rejected")
AGENCY_ROLES: Final = ("mentioned", "about", "addressed")


def read_review(text: str, path: str) -> Review:
    """Return the review that a file's text describes.

    Args:
        text: the whole file.
        path: the file as messages name it; one that ends in `.yaml` has the alias for its name.

    Raises:
        ProblemsFound: all that is wrong with the file.
    """
    values, lines = _read_file(text, path, REVIEW)
    return Review(**values, path=path, lines=lines)


def read_source(text: str, path: str) -> Source:
    """Return the source that a file's text describes.

    Args:
        text: the whole file.
        path: the file as messages name it; one that ends in `.yaml` has the id for its name.

    Raises:
        ProblemsFound: all that is wrong with the file.
    """
    values, lines = _read_file(text, path, SOURCE)
    return Source(**values, path=path, lines=lines)


def _read_file(text: str, path: str, read: Read) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the values of a file's keys, and the line of each (`incident.cause` for one inside)."""
    tree, problems = parse(text, path, PurePath(path).stem)
    whole = text.endswith(f"\n{LAST_LINE}")
    place = Place(path, PurePath(path).stem, problems, whole=whole)
    if not whole and not text.endswith("\r\n") and len(text) <= MAX_BYTES:
        remedy = (
            "restore what was cut off; 'end: true' and a line break end a record, with nothing after them"
        )
        problems.append(
            Problem(
                "the file does not end with the line 'end: true'", remedy, path, _last(text), place.record
            )
        )
    values = read(tree, place) if tree is not None else None
    if problems or values is None or not isinstance(tree, Block):
        raise ProblemsFound(problems)
    inner = {
        f"{k}.{n}": i for k, b in tree.entries.items() if isinstance(b, Block) for n, i in b.lines.items()
    }
    return {
        k: v for k, v in values.items() if k not in {"statement_count", "end", "line"}
    }, tree.lines | inner


def _last(text: str) -> int:
    return text.rstrip("\n").count("\n") + 1


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


def _theme_tag(**values: Any) -> Tag:
    return Tag(role="theme", **values)


def _statement(*, heading: str | None = None, **values: Any) -> Statement:
    return Statement(heading=heading, **values)


_EXAMPLE_DIGEST: Final = "its 64 characters, 0 to 9 and a to f"

_EVIDENCE: Final = block(
    Evidence,
    {"start": Key(number, "5969"), "end": Key(number, "6000"), "sha256": Key(digest, _EXAMPLE_DIGEST)},
    rules.evidence,
)
_EXAMPLE_EVIDENCE: Final = "{start: 5969, end: 6000, sha256: ...}"

_DECIDED: Final = {"status": Key(word(*STATUSES), "accepted"), "by": Key(name, "editor")}
_THEME: Final = block(_theme_tag, {"concept": Key(name, "safer-sleep"), **_DECIDED})
_AGENCY: Final = block(
    Tag,
    {"concept": Key(name, "health-services"), "role": Key(word(*AGENCY_ROLES), "mentioned"), **_DECIDED},
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
        "issued": Key(when, '"2022-03"'),
        "language": Key(word("en", "cy"), "en"),
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
