"""What a person sees of one thing to decide, as lines for a terminal; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.curation import marks, words
from kg.curation.changes import tags
from kg.curation.items import SENSITIVE, items, proposals, together
from kg.records.model import ReadFact, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.curation.items import Item
    from kg.curation.look import Look
    from kg.curation.marks import Span
    from kg.curation.state import State
    from kg.records import Review, Statement
    from kg.vocabulary import Vocabulary

KEYS: Final = {
    "fact": ("a accept", "r reject", "c change", "s skip", "d definition"),
    "theme": ("a accept", "r reject", "c change", "+ add", "s skip", "d definition"),
    "untagged": ("+ add a theme or agency", "s leave it so"),
    "orphaned": ("k keep it for now", "x delete it"),
}
"""The keys that are shown for each kind of item, before those that are shown for all."""

_ORPHANED: Final = (
    "Its words are not in the source's text any more: the source was read again, and reads otherwise now. It "
    "is kept in the record and takes no part in the graph. If you keep it, you are asked again next time."
)
_UNTAGGED: Final = "It has no theme. If one fits, add it; many statements have none."
_CUT: Final = "(Its end seems to be missing in the source.)"


@dataclass(frozen=True, slots=True)
class Known:
    """What screens are made from, beside the records.

    Attributes:
        vocabulary: for labels and definitions.
        texts: the raw text of a source by its id, where it is at hand.
    """

    vocabulary: Vocabulary
    texts: Mapping[str, str] = field(default_factory=dict)


def screen(state: State, item: Item, known: Known, look: Look) -> list[str]:
    """Return the lines that show an item: where it stands, what is decided, what is proposed and why."""
    review = state.of(item.review).review
    return [
        "",
        look.rule(),
        *(look.bold(line) for line in look.wrap(review.title)),
        *look.wrap(_position(state, review, item)),
        "",
        *(_facts(review, item, known, look) if item.kind == "fact" else _body(review, item, known, look)),
        "",
        *look.row(keys(state, item)),
    ]


def keys(state: State, item: Item) -> list[str]:
    """Return the keys that may be pressed at an item, each with what it does."""
    more = len(together(state.queue, item))
    return [
        *KEYS.get(item.kind, KEYS["theme"]),
        *([f"A accept all {more}"] if more > 1 else []),
        *(["u undo"] if state.steps else []),
        "? help",
        "q quit",
    ]


def place(review: Review, item: Item, known: Known) -> tuple[str, Span | None]:
    """Return the text that is shown for an item, and where in it the words stand that it rests on."""
    source, concept = known.texts.get(review.source), words.concept(item, known.vocabulary)
    statement = statement_of(review, item)
    if isinstance(item.about, ReadFact):
        if item.about.fact in words.OF_TITLE:
            return review.title, marks.of_label(review.title, concept)
        return (statement.text, marks.of_fact(statement, item.about, source)) if statement else ("", None)
    if statement is None:
        return "", None
    found = item.about.found if item.about else None
    return statement.text, marks.of_tag(statement, found, concept, source) if found else None


def statement_of(review: Review, item: Item) -> Statement | None:
    """Return the statement that an item is about; for a fact the summary, where there is one."""
    if item.kind == "fact":
        return next((one for one in review.statements if one.kind == "summary"), None)
    return next((one for one in review.statements if one.id == item.statement), None)


def _position(state: State, review: Review, item: Item) -> str:
    number = [one.review.id for one in state.held].index(review.id) + 1
    parts = [f"review {number} of {len(state.held)}"] if len(state.held) > 1 else []
    ids = [one.id for one in review.statements]
    if item.statement:
        kind = review.statements[ids.index(item.statement)].kind
        parts.append(f"statement {ids.index(item.statement) + 1} of {len(ids)}, {_a(kind)}")
    else:
        parts.append("its facts")
    left = proposals(items(review))
    parts.append(f"{left} proposal{'' if left == 1 else 's'} left in this review")
    return "; ".join(parts)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _facts(review: Review, item: Item, known: Known, look: Look) -> Iterator[str]:
    text, span = place(review, item, known)
    yield from look.marked(text, span)
    yield ""
    for index, fact in enumerate(review.facts):
        alone = " (to be decided by itself)" if fact.fact in SENSITIVE and fact.status == "proposed" else ""
        told = f"{words.fact(fact, known.vocabulary)} - {fact.status}{alone}"
        yield from _row(look, told, here=index == item.index)
    yield from _reason(item, text[slice(*span)] if span else None, known, look)


def _body(review: Review, item: Item, known: Known, look: Look) -> Iterator[str]:
    statement = statement_of(review, item)
    if statement is None:
        return
    text, span = place(review, item, known)
    if statement.heading:
        yield from look.wrap(f"{statement.heading}:")
    yield from look.marked(text, span)
    if statement.cut:
        yield from look.wrap(_CUT, "  ")
    yield ""
    for tag in tags(review, statement.id):
        told = f"{words.tag(tag, known.vocabulary)} - {tag.status}"
        yield from _row(look, told, here=tag == item.about)
    yield from _reason(item, text[slice(*span)] if span else None, known, look)


def _row(look: Look, text: str, *, here: bool) -> list[str]:
    lines = look.wrap(text, "> " if here else "  ", "    ")
    return [look.bold(line) for line in lines] if here else lines


def _reason(item: Item, found: str | None, known: Known, look: Look) -> Iterator[str]:
    """Yield why something is asked, and what to bear in mind."""
    if item.kind in {"untagged", "orphaned"}:
        yield from look.wrap(_UNTAGGED if item.kind == "untagged" else _ORPHANED)
        return
    yield ""
    yield from look.wrap(f"Why: {words.why(item, found, known.vocabulary)}.")
    if isinstance(item.about, Tag) and item.about.role in words.ROLES:
        yield from look.wrap(f"Its role, {item.about.role}: {words.ROLES[item.about.role]}.")
    if isinstance(item.about, Tag) and item.about.role == "addressed":
        yield from look.wrap(words.CAREFUL)
    if item.sensitive:
        yield from look.wrap(words.SENSITIVE)
