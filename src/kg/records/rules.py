"""What must hold between the keys of a block: a check looks at the values that could be read, together.

Each takes the values by name, the block they stand in, and its place, where it notes what is wrong.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from kg.iris import KIND_LETTERS
from kg.records.fields import age, counting, name, quoted, when
from kg.records.tree import Items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.records.fields import Place, Read
    from kg.records.model import Evidence, Incident, Label, ReadFact, Tag
    from kg.records.tree import Block

FACTS: Final[Mapping[str, Read]] = {
    "type": name,
    "form": name,
    "outcome": name,
    "cause": name,
    "age": age,
    "sex": name,
    "children": counting,
    "occurred": when,
    "source-of-harm": name,
    "conviction": name,
}
"""The facts that may be read in a title or summary, and how the value of each is read."""

_OF_ONE_CHILD: Final = {"age", "sex"}
"""Facts that the same words may state of several children."""


def _named_after(values: dict[str, Any], node: Block, place: Place, key: str) -> None:
    """A file is named after its record, so that people find it."""
    file, own = PurePath(place.path), values.get(key)
    if own and file.suffix == ".yaml" and file.stem != own:
        remedy = f"name the file {own}.yaml, or write {key}: {file.stem}"
        place.inside(key).say(
            node.lines[key], f"{quoted(own)} is not the name of the file, {file.name}", remedy
        )


def passage(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a passage that ends before it begins."""
    start, end = values.get("start"), values.get("end")
    if start is not None and end is not None and start >= end:
        remedy = "start is the offset of the first character, end the one after the last"
        place.say(node.line, f"the passage ends ({end}) before it begins ({start})", remedy)


def incident(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a conviction where no one is named as the source of harm."""
    if "conviction" in values and not values.get("source_of_harm") and "source-of-harm" not in node.entries:
        remedy = "add source-of-harm as the source states it, or delete conviction"
        place.say(node.lines["conviction"], "there is a conviction and no source-of-harm", remedy)


def _decided(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a date of decision where nothing is decided yet."""
    if "decided" in values and values.get("status") == "proposed":
        remedy = "delete decided, or write the status that was decided on that day"
        place.inside("decided").say(node.lines["decided"], "what is proposed has no date of decision", remedy)


def tag(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a tag that is proposed by one method and found by another."""
    _decided(values, node, place)
    found, by = values.get("found"), values.get("by")
    if found and by and values.get("status") == "proposed" and by != found.by:
        what = f"it is proposed by {quoted(by)}, and found by {quoted(found.by)}"
        remedy = f"write by: {found.by}, or the status that {by} decided"
        place.inside("by").say(node.lines["by"], what, remedy)


def fact(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a value that its fact cannot have, keys of an age at another fact, and who may decide."""
    passage(values, node, place)
    _decided(values, node, place)
    kind, status, by = values.get("fact"), values.get("status"), values.get("by")
    if kind and "value" in values:
        FACTS[kind](node.entries["value"], place.inside("value"))
    for key in ("months", "band"):
        if kind and kind != "age" and key in node.entries:
            what = f"the fact {quoted(kind)} has {key}, which only an age has"
            place.inside(key).say(node.lines[key], what, f"delete {key}, or correct the fact")
    if status and by and (status == "proposed") == (by == "editor"):
        what = f"a fact cannot be {status} by {quoted(by)}"
        remedy = "software proposes, and a person (by: editor) accepts or rejects"
        place.inside("by").say(node.lines["by"], what, remedy)


def label(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a term with half a place, and one of the source itself without a place in it."""
    passage(values, node, place)
    given = [key for key in ("start", "end") if key in node.entries]
    if len(given) == 1:
        what = f"there is {given[0]}, and the other end of the passage is missing"
        place.say(node.line, what, "give both start and end, or neither")
    elif not given and values.get("by") == "source":
        remedy = "add start and end, or say who gave the term"
        place.say(node.line, "a term of the source itself has no place in its text", remedy)


def _found(tags: tuple[Tag, ...], evidence: Evidence, place: Place) -> None:
    """Note words that a tag rests on and that are not the statement's."""
    for tag in tags:
        found = tag.found
        if found and not evidence.start <= found.start < found.end <= evidence.end:
            what = (
                f"the words found ({found.start} to {found.end}) lie outside the statement's evidence"
                f" ({evidence.start} to {evidence.end})"
            )
            place.inside("found").say(tag.line, what, "correct the offsets, or take the tag away")


def _tags(tags: tuple[Tag, ...], place: Place) -> None:
    """A statement has one decision about a concept in a role: two would be one node of the graph."""
    for (concept, role), count in Counter((tag.concept, tag.role) for tag in tags).items():
        if count > 1:
            line = next(tag.line for tag in reversed(tags) if (tag.concept, tag.role) == (concept, role))
            what = f"the statement is tagged {count} times with {quoted(concept)} in the role {quoted(role)}"
            place.say(line, what, "keep one of them")


def statement(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note what of a statement does not fit its kind, and tags that stand twice."""
    own, kind = values.get("id", ""), values.get("kind")
    if own and kind and own[0] != KIND_LETTERS[kind]:
        remedy = f"begin the id of a {kind} with {KIND_LETTERS[kind]}, or correct the kind"
        place.say(node.lines["id"], f"the id {quoted(own)} does not begin as that of a {kind} does", remedy)
    if kind == "summary" and "heading" in node.entries:
        place.say(node.lines["heading"], "a summary has no heading", "delete it, or correct the kind")
    if kind in {"finding", "recommendation", "action"} and "heading" not in node.entries:
        remedy = "add the words that introduce it in the source, such as: heading: Learning focuses on"
        place.say(node.line, f"a {kind} has a heading, and this one has none", remedy)
    for key in ("themes", "agencies"):
        _tags(values.get(key, ()), place.inside(key))
        if "evidence" in values and "orphaned" not in node.entries:
            _found(values.get(key, ()), values["evidence"], place.inside(key))


def _twice(items: Sequence[ReadFact | Label], place: Place) -> None:
    """Note what stands twice, to the character of its place."""
    for number, item in enumerate(items):
        if item in items[:number]:
            place.say(item.line, "this stands in the list twice", "delete one of the two")


def _accepted(values: dict[str, Any], place: Place) -> None:
    """Note accepted facts that the record itself does not have: what is accepted is what counts."""
    incident: Incident = values["incident"]
    had: dict[str, tuple[str | None, ...]] = {
        "type": (values.get("type"),),
        "form": (values.get("form"),),
        "outcome": incident.outcome,
        "cause": incident.cause,
        "occurred": (incident.occurred,),
        "source-of-harm": incident.source_of_harm,
        "conviction": (incident.conviction,),
    }
    for fact in values.get("facts", ()):
        if fact.status != "accepted" or fact.value in had.get(fact.fact, (fact.value,)):
            continue
        if fact.fact == "conviction" and not incident.source_of_harm:
            continue  # stated of nobody, it cannot be recorded yet
        where = fact.fact if fact.fact in {"type", "form"} else f"incident.{fact.fact}"
        what = f"the {fact.fact} {quoted(fact.value)} is accepted, and is not that of the record"
        place.say(fact.line, what, f"write it in {where}, or reject the fact")


def review(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a file of another name than its review, lost statements, and facts that the record denies."""
    _named_after(values, node, place, "alias")
    _twice(values.get("labels", ()), place.inside("labels"))
    _twice([f for f in values.get("facts", ()) if f.fact not in _OF_ONE_CHILD], place.inside("facts"))
    if "incident" in values:
        _accepted(values, place.inside("facts"))
    statements, count = node.entries.get("statements"), values.get("statement_count")
    if isinstance(statements, Items) and count is not None and count != len(statements.nodes):
        what = f"{count} statements are announced, and there are {len(statements.nodes)}"
        remedy = "look for statements lost or added; if all are there, correct the number"
        place.inside("statement-count").say(node.lines["statement-count"], what, remedy)


def source(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a file of another name than its source, and two issues of one theme."""
    _named_after(values, node, place, "id")
    seen: set[str] = set()
    for issue in values.get("issues", ()):
        if issue.theme in seen:
            remedy = "keep the one that says it best, or choose another theme"
            place.inside("issues").say(
                issue.line, f"a second issue has the theme {quoted(issue.theme)}", remedy
            )
        seen.add(issue.theme)
