"""What each key does at each kind of item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.curation import changes, words
from kg.curation.items import together
from kg.curation.pick import LEAVE, pick_concept, pick_role, pick_value
from kg.curation.screen import keys
from kg.curation.told import definition, help_lines
from kg.curation.writing import undo, write
from kg.records.incident import incident_of
from kg.records.model import ReadFact, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.curation.items import Item
    from kg.curation.state import Deed
    from kg.curation.walk import Walk
    from kg.records import Review

    Act = Callable[[Walk, Item], bool]
    """What a key does; it returns whether the screen is to be shown anew."""


def act(walk: Walk, item: Item | None, key: str) -> bool:
    """Do what a key says; return whether the screen is to be shown anew."""
    if key == "u":
        return _undo(walk)
    if key == "?":
        walk.voice.show(help_lines(walk.voice.look))
    elif item is not None and (does := _FOR[item.kind].get(key)):
        return does(walk, item)
    else:
        walk.voice.say(f"The key {key} does nothing here; ? says what each key does.")
    if item is not None:
        walk.voice.show(walk.voice.look.row(keys(walk.state, item)))
    return False


def _undo(walk: Walk) -> bool:
    if not walk.state.steps:
        walk.voice.say("There is nothing to undo: this reaches back to the beginning of this run.")
        return False
    undo(walk)
    return True


def _review(walk: Walk, item: Item) -> Review:
    return walk.state.of(item.review).review


def _accept(walk: Walk, item: Item) -> bool:
    if not _has_room(walk, item):
        return False
    return _decide(walk, [item], accept=True)


def _has_room(walk: Walk, item: Item) -> bool:
    other = changes.clash(_review(walk, item), item)
    if other is not None:
        told = words.fact(other, walk.known.vocabulary)
        walk.voice.say(f"A review has one at most, and this is accepted: {told}. Reject this, or undo that.")
    return other is None


def _reject(walk: Walk, item: Item) -> bool:
    return _decide(walk, [item], accept=False)


def _accept_all(walk: Walk, item: Item) -> bool:
    review = _review(walk, item)
    found = [one for one in together(walk.state.queue, item) if changes.clash(review, one) is None]
    if not found:
        walk.voice.say("Nothing here may be accepted together with others: decide it by itself.")
        return False
    return _decide(walk, found, accept=True)


def _decide(walk: Walk, found: list[Item], *, accept: bool) -> bool:
    review = _review(walk, found[0])
    status: Deed = "accepted" if accept else "rejected"
    changed = changes.decided(review, found, status, walk.on)
    named = "; ".join(words.about(item.about, walk.known.vocabulary) for item in found if item.about)
    told = f"{status.capitalize()} - {named}{_by_hand(changed, found)}"
    write(walk, changed, (status,) * len(found), told)
    return True


def _by_hand(changed: Review, found: list[Item]) -> str:
    """Return what is to be said where the children of an incident were written by hand."""
    kinds = {item.about.fact for item in found if isinstance(item.about, ReadFact)}
    if not kinds & {"age", "sex", "children"}:
        return ""
    if changed.incident.children == incident_of(changed.facts).children:
        return ""
    return ". The children of the incident were written by hand and stay so: see that they agree"


def _change_fact(walk: Walk, item: Item) -> bool:
    read = item.about
    if not isinstance(read, ReadFact) or not _has_room(walk, item):
        return False
    picked = pick_value(walk.voice, walk.known.vocabulary, read.fact)
    if picked is None:
        return _left(walk)
    if picked.value == read.value:
        return _decide(walk, [item], accept=True)
    stated = replace(
        changes.by_editor(read, "accepted", walk.on),
        value=picked.value,
        months=picked.months,
        band=picked.band,
    )
    changed = changes.valued(_review(walk, item), item, stated)
    told = f"Changed - {words.fact(stated, walk.known.vocabulary)}, in place of {read.value}"
    write(walk, changed, ("changed",), f"{told}{_by_hand(changed, [item])}")
    return True


def _change_tag(walk: Walk, item: Item) -> bool:
    had = item.about
    if not isinstance(had, Tag):
        return False
    tag = _picked_theme(walk) if had.role == "theme" else _picked_agency(walk, had.concept)
    if tag is None:
        return _left(walk)
    if (tag.concept, tag.role) == (had.concept, had.role):
        return _decide(walk, [item], accept=True)
    rejected = changes.decided(_review(walk, item), [item], "rejected", walk.on)
    changed = changes.tagged(rejected, item.statement, tag)
    old = words.tag(had, walk.known.vocabulary).partition(": ")[2]
    write(
        walk, changed, ("changed",), f"Changed - {words.tag(tag, walk.known.vocabulary)}, in place of {old}"
    )
    return True


def _picked_theme(walk: Walk) -> Tag | None:
    concept = pick_concept(walk.voice, walk.known.vocabulary, "theme", "theme")
    return _chosen(walk, concept, "theme") if concept else None


def _picked_agency(walk: Walk, had: str | None = None) -> Tag | None:
    """Ask for an agency and its role; Enter in place of the agency keeps the one that there is."""
    known = walk.known.vocabulary
    keeps = f"Enter alone keeps {words.label(known, 'agency', had)}; then choose its role." if had else LEAVE
    concept = pick_concept(walk.voice, known, "agency", "agency", keeps) or had
    role = pick_role(walk.voice) if concept else None
    return _chosen(walk, concept, role) if concept and role else None


def _chosen(walk: Walk, concept: str, role: str) -> Tag:
    return Tag(concept, role, "accepted", changes.EDITOR, walk.on)


def _add(walk: Walk, item: Item) -> bool:
    walk.voice.say("Add a theme or an agency? t theme   a agency   any other key: neither")
    key = walk.voice.key()
    tag = _picked_theme(walk) if key == "t" else _picked_agency(walk) if key == "a" else None
    if tag is None:
        return _left(walk)
    review = _review(walk, item)
    changed = changes.tagged(review, item.statement, tag)
    told = words.tag(tag, walk.known.vocabulary)
    if changed == review:
        walk.voice.say(f"The statement has it already: {told}.")
        return True
    write(walk, changed, ("added",), f"Added - {told}")
    if item.kind == "untagged":
        walk.voice.say("+ adds another; any other key goes on to the next statement.")
        return walk.voice.key() != "+" or _add(walk, item)
    return True


def _no_add(walk: Walk, _item: Item) -> bool:
    walk.voice.say(
        "Facts have no themes or agencies: add them at a statement. A fact that was missed is written into "
        "the record by hand, under incident."
    )
    return False


def _left(walk: Walk) -> bool:
    walk.voice.say("Nothing was changed.")
    return True


def _skip(walk: Walk, item: Item) -> bool:
    about = words.about(item.about, walk.known.vocabulary) if item.about else "the statement stays as it is"
    walk.state = walk.state.skipped(item, f"Skipped - {about}")
    walk.voice.say(f"Skipped - {about}.")
    return True


def _delete(walk: Walk, item: Item) -> bool:
    review = changes.without(_review(walk, item), item.statement)
    if not review.statements:
        walk.voice.say(
            "It is the last statement of its review. If the review is no longer wanted, delete its file."
        )
        return False
    write(walk, review, ("deleted",), f"Deleted - the statement {item.statement}")
    return True


def _define(walk: Walk, item: Item) -> bool:
    for text in definition(item, walk.known.vocabulary):
        walk.voice.say(text, "  ")
    walk.voice.show(walk.voice.look.row(keys(walk.state, item)))
    return False


_TAG: Final[Mapping[str, Act]] = {
    "a": _accept,
    "r": _reject,
    "c": _change_tag,
    "+": _add,
    "s": _skip,
    "A": _accept_all,
    "d": _define,
}
_FOR: Final[Mapping[str, Mapping[str, Act]]] = {
    "fact": {**_TAG, "c": _change_fact, "+": _no_add},
    "theme": _TAG,
    "agency": _TAG,
    "untagged": {"+": _add, "s": _skip},
    "orphaned": {"k": _skip, "s": _skip, "x": _delete},
}
"""What each key does at each kind of item; `u` and `?` do the same everywhere."""
