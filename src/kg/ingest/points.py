"""Statements of a review's record and those that its document has now, made one.

An id stays with its words. What a person wrote stays: it is whatever is not as the document had it when it
was last read. A statement whose words are gone stays too, marked with the text that last held it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kg.ingest.changes import Change, added, short
from kg.ingest.match import Known, pair
from kg.ingest.passages import key
from kg.ingest.tags import Move, merged_tags, moved_tags

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kg.ingest.passages import Passages
    from kg.records import Statement

FIELDS: Final = ("text", "heading", "cut")
"""What of a statement follows its document until a person changes it."""


@dataclass(frozen=True, slots=True)
class Base:
    """What the document said when it was last read.

    Attributes:
        statement: as it was proposed then; None where it was not, or nobody knows.
        text: the text of then; None where it was not kept.
    """

    statement: Statement | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the statements of one review are merged by.

    Attributes:
        bases: what each statement of the record, by its id, was.
        dropped: keys of statements that the document had and the record has not: a person took them out.
        text: the document's text now.
        was: digest of the text of the record, and `now` that of the document.
        settled: kinds of tags, `themes` and `agencies`, of which method and vocabulary are what they were.
    """

    bases: Mapping[str, Base]
    dropped: Collection[str]
    text: Passages
    was: str
    now: str
    settled: Collection[str]


def known(statement: Statement, base: Base) -> Known:
    """Return a statement of a record as it may be met again."""
    was = base.statement or statement
    keys = {key(statement.text), key(was.text)}
    return Known(was.kind, frozenset(keys), orphaned=statement.orphaned is not None)


def merged_points(
    had: Sequence[Statement], now: Sequence[Statement], scene: Scene
) -> tuple[tuple[Statement, ...], list[Change]]:
    """Return the statements of a review, and what became of them; new ones have no id yet.

    Args:
        had: those of the record, in its order, which stays.
        now: those of the document, in its order.
        scene: what they are merged by.
    """
    pairs = pair([known(one, scene.bases[one.id]) for one in had], now)
    back = {here: there for there, here in pairs.items()}
    area = (now[0].evidence.start, max(one.evidence.end for one in now))
    merged: list[Statement] = []
    changes: list[Change] = []
    for here, one in enumerate(had):
        if here in back:
            statement, made = _met(one, now[back[here]], scene)
        else:
            statement, made = _unmet(one, area, scene)
        merged.append(statement)
        changes += made
    own = [merged[here] for here in range(len(had)) if here not in back and not merged[here].orphaned]
    new, made = _new(now, pairs, scene.dropped, own)
    ordered = list(new.get(-1, ()))
    for here, one in enumerate(merged):
        ordered += [one, *new.get(here, ())]
    return tuple(ordered), [*changes, *made]


def _new(
    now: Sequence[Statement], pairs: Mapping[int, int], dropped: Collection[str], own: Sequence[Statement]
) -> tuple[dict[int, list[Statement]], list[Change]]:
    """Return what the document has and the record has not, by the place of what stands before it there."""
    following: dict[int, list[Statement]] = {}
    changes: list[Change] = []
    anchor = -1
    for there, one in enumerate(now):
        if there in pairs:
            anchor = pairs[there]
        elif key(one.text) in dropped:
            what = f"left out, for the record had it and has it no more: {short(one.text)}"
            changes.append(Change("look", "statement", "", what))
        elif any(_overlap(one, other) for other in own):
            what = f"left out, for statements of your own stand there: {short(one.text)}"
            changes.append(Change("look", "statement", "", what))
        else:
            following.setdefault(anchor, []).append(one)
            changes += added([one])
    return following, changes


def _overlap(one: Statement, other: Statement) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _met(had: Statement, now: Statement, scene: Scene) -> tuple[Statement, list[Change]]:
    """Return a statement that the document has, where it stands now."""
    base = scene.bases[had.id]
    move = Move((had.evidence, base.text), (now.evidence, scene.text))
    themes, changes = merged_tags(had.themes, now.themes, move, settled="themes" in scene.settled)
    agencies, more = merged_tags(had.agencies, now.agencies, move, settled="agencies" in scene.settled)
    changes += more
    values = {name: _chosen(had, base.statement, now, name) for name in FIELDS}
    for name in ("heading", "text"):
        if values[name] != getattr(had, name):
            what = f"{had.id}: the {name} is now {short(values[name] or '')}"
            changes.append(Change("changed", name, "", what))
    if (
        values["text"] == had.text
        and key(had.text) != key(now.text)
        and _said(base.statement) != key(now.text)
    ):
        what = f"{had.id}: your text stays; the document says now: {short(now.text)}"
        changes.append(Change("look", "text", "", what))
    if had.orphaned:
        changes.append(Change("returned", "statement", "", f"{had.id} is back: {short(had.text)}"))
    values |= {"evidence": now.evidence, "orphaned": None, "themes": themes, "agencies": agencies}
    return replace(had, **values), changes


def _chosen(mine: Statement, was: Statement | None, new: Statement, name: str) -> Any:
    """Return the record's value, or the document's where it changed there and not in the record."""
    follows = was is not None and getattr(mine, name) == getattr(was, name)
    return getattr(new if follows else mine, name)


def _said(was: Statement | None) -> str:
    return key(was.text) if was else ""


def _unmet(had: Statement, area: tuple[int, int], scene: Scene) -> tuple[Statement, list[Change]]:
    """Return a statement that the document does not propose: moved with its words, or orphaned.

    Words that the document proposed itself before, and does not now, are gone; those that a person marked out
    are looked for.
    """
    base = scene.bases[had.id]
    if scene.was == scene.now:
        return had, []
    place = None
    if base.statement is None:
        words = base.text[had.evidence.start : had.evidence.end] if base.text else had.text
        place = scene.text.find(words, had.evidence.start, area)
    if place is None:
        if had.orphaned:
            return had, []
        what = f"{had.id} is not in the document any more: {short(had.text)}"
        return replace(had, orphaned=scene.was), [Change("orphaned", "statement", "", what)]
    evidence = scene.text.evidence(*place)
    move = Move((had.evidence, base.text), (evidence, scene.text))
    themes, agencies = moved_tags(had.themes, move), moved_tags(had.agencies, move)
    back = [Change("returned", "statement", "", f"{had.id} is back: {short(had.text)}")] * bool(had.orphaned)
    return replace(had, evidence=evidence, orphaned=None, themes=themes, agencies=agencies), back
