"""Records from their YAML: one table of keys a block, and the rules that hold between keys.

All problems of a file are found in one run. A file that has one gives no record.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from kg.errors import Problem, ProblemsFound
from kg.iris import KIND_LETTERS
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


def _named_after(values: dict[str, Any], node: Block, place: Place, key: str) -> None:
    """A file is named after its record, so that people find it."""
    file, own = PurePath(place.path), values.get(key)
    if own and file.suffix == ".yaml" and file.stem != own:
        remedy = f"name the file {own}.yaml, or write {key}: {file.stem}"
        place.inside(key).say(
            node.lines[key], f"{quoted(own)} is not the name of the file, {file.name}", remedy
        )


def _check_evidence(values: dict[str, Any], node: Block, place: Place) -> None:
    start, end = values.get("start"), values.get("end")
    if start is not None and end is not None and start >= end:
        remedy = "start is the offset of the first character, end the one after the last"
        place.say(node.line, f"the passage ends ({end}) before it begins ({start})", remedy)


def _check_incident(values: dict[str, Any], node: Block, place: Place) -> None:
    if "conviction" in values and not values.get("source_of_harm") and "source-of-harm" not in node.entries:
        remedy = "add source-of-harm as the source states it, or delete conviction"
        place.say(node.lines["conviction"], "there is a conviction and no source-of-harm", remedy)


def _check_tags(tags: tuple[Tag, ...], place: Place) -> None:
    """A statement has one decision about a concept in a role: two would be one node of the graph."""
    for (concept, role), count in Counter((tag.concept, tag.role) for tag in tags).items():
        if count > 1:
            line = next(tag.line for tag in reversed(tags) if (tag.concept, tag.role) == (concept, role))
            what = f"the statement is tagged {count} times with {quoted(concept)} in the role {quoted(role)}"
            place.say(line, what, "keep one of them")


def _check_statement(values: dict[str, Any], node: Block, place: Place) -> None:
    own, kind = values.get("id", ""), values.get("kind")
    if own and kind and own[0] != KIND_LETTERS[kind]:
        remedy = f"begin the id of a {kind} with {KIND_LETTERS[kind]}, or correct the kind"
        place.say(node.lines["id"], f"the id {quoted(own)} does not begin as that of a {kind} does", remedy)
    if kind == "summary" and "heading" in node.entries:
        place.say(node.lines["heading"], "a summary has no heading", "delete it, or correct the kind")
    if kind in {"finding", "recommendation", "action"} and "heading" not in node.entries:
        remedy = "add the words that introduce it in the source, such as: heading: Learning focuses on"
        place.say(node.line, f"a {kind} has a heading, and this one has none", remedy)
    _check_tags(values.get("themes", ()), place.inside("themes"))
    _check_tags(values.get("agencies", ()), place.inside("agencies"))


def _check_review(values: dict[str, Any], node: Block, place: Place) -> None:
    _named_after(values, node, place, "alias")
    statements, count = node.entries.get("statements"), values.get("statement_count")
    if isinstance(statements, Items) and count is not None and count != len(statements.nodes):
        what = f"{count} statements are announced, and there are {len(statements.nodes)}"
        remedy = "look for statements lost or added; if all are there, correct the number"
        place.inside("statement-count").say(node.lines["statement-count"], what, remedy)


def _check_source(values: dict[str, Any], node: Block, place: Place) -> None:
    _named_after(values, node, place, "id")
    seen: set[str] = set()
    for issue in values.get("issues", ()):
        if issue.theme in seen:
            remedy = "keep the one that says it best, or choose another theme"
            place.inside("issues").say(
                issue.line, f"a second issue has the theme {quoted(issue.theme)}", remedy
            )
        seen.add(issue.theme)


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
    _check_evidence,
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
    _check_statement,
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
    _check_incident,
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
    _check_review,
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
    _check_source,
)
"""Every key of a source's file, in order."""
