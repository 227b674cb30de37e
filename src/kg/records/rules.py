"""What must hold between the keys of a block: a check looks at the values that could be read, together.

Each takes the values by name, the block they stand in, and its place, where it notes what is wrong.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kg.iris import KIND_LETTERS
from kg.records.fields import quoted
from kg.records.tree import Items

if TYPE_CHECKING:
    from kg.records.fields import Place
    from kg.records.model import Tag
    from kg.records.tree import Block


def _named_after(values: dict[str, Any], node: Block, place: Place, key: str) -> None:
    """A file is named after its record, so that people find it."""
    file, own = PurePath(place.path), values.get(key)
    if own and file.suffix == ".yaml" and file.stem != own:
        remedy = f"name the file {own}.yaml, or write {key}: {file.stem}"
        place.inside(key).say(
            node.lines[key], f"{quoted(own)} is not the name of the file, {file.name}", remedy
        )


def evidence(values: dict[str, Any], node: Block, place: Place) -> None:
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
    _tags(values.get("themes", ()), place.inside("themes"))
    _tags(values.get("agencies", ()), place.inside("agencies"))


def review(values: dict[str, Any], node: Block, place: Place) -> None:
    """Note a file of another name than its review, and statements that are not as many as announced."""
    _named_after(values, node, place, "alias")
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
