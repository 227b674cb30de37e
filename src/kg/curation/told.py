"""What a walk says at its beginning and end, on help, and of a concept; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from kg.curation import words
from kg.curation.state import Deed
from kg.records.model import ReadFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.curation.items import Item
    from kg.curation.look import Look
    from kg.curation.state import State
    from kg.vocabulary import Vocabulary

HELP: Final = {
    "a": "accept: the statement is about this theme; the agency is in it in this role; the fact is stated.",
    "r": "reject: it is not. What is rejected is kept in the record, so that it is not proposed again.",
    "c": "change: reject it, and choose what it should have been. Of an agency, its role too.",
    "+": "add a theme or an agency that was missed, before you decide the last proposal of the statement.",
    "s": "skip: decide nothing now. You are asked again the next time.",
    "A": "accept all that is left of this statement, or of the facts. What says something of a person (who "
    "caused harm, a conviction) is never among them.",
    "d": "definition: what the theme, agency or code means, and when to choose it.",
    "u": "undo the last decision, and the one before it, and so on, over reviews too, until you quit.",
    "k, x": "keep or delete a statement whose words the source has no more.",
    "q": "quit. So does Ctrl-C.",
}
"""Each key with what it does."""

SAVED: Final = (
    "Every decision is written to the record at once, so nothing is lost however you stop, and the next time "
    "goes on where you stopped."
)

_NAMES: Final = 8  # names of a concept that are shown
_ALWAYS: Final = ("accepted", "rejected", "changed", "skipped")


def opening(state: State, look: Look) -> Iterator[str]:
    """Yield how much there is to decide, and how."""
    held = len(state.held)
    yield from look.wrap(
        f"{_count(state.left, 'proposal')} to decide in {_count(held, 'review')}. Software read the "
        f"documents and proposed; only what you accept counts. {SAVED}"
    )


def help_lines(look: Look) -> Iterator[str]:
    """Yield what each key does."""
    for key, does in HELP.items():
        yield from look.wrap(does, f"{key:>5}  ", " " * 7)
    yield from look.wrap(SAVED)


def definition(item: Item, vocabulary: Vocabulary) -> list[str]:
    """Return what the concept that an item proposes means and when to choose it, a sentence or two each."""
    concept = words.concept(item, vocabulary)
    if concept is None:
        what = item.about.fact if isinstance(item.about, ReadFact) else ""
        return [f"There is no definition: {words.FACTS.get(what, 'this')} is written as the source gives it."]
    broader = [words.label(vocabulary, words.scheme(item), above) for above in concept.broader]
    return [
        f"{concept.label}: {concept.definition or 'it has no definition.'}",
        *([f"When to choose it: {concept.scope}"] if concept.scope else []),
        *([f"Part of: {', '.join(broader)}."] if broader else []),
        *([f"Also called: {_some(concept.alternatives)}."] if concept.alternatives else []),
    ]


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_NAMES]) + (" and others" if len(names) > _NAMES else "")


def closing(state: State, look: Look, where: str = "") -> Iterator[str]:
    """Yield what was done, what is left, and what to do next.

    Args:
        state: at the end.
        look: of the terminal.
        where: the option that names the records, where they are not the usual ones.
    """
    tally = state.tally
    yield from ("", look.rule())
    for deed in get_args(Deed):
        if tally[deed] or deed in _ALWAYS:
            yield f"{tally[deed]:>5}  {deed}"
    yield f"{state.left:>5}  left to decide"
    yield "Next:"
    if state.left:
        yield from look.wrap(f"kg review{where}: goes on with what is left", "  ", "    ")
    yield from look.wrap(f"kg check{where}: sees that all records hold", "  ", "    ")
    yield from look.wrap(f"kg build{where}: makes graph and pages from what is accepted", "  ", "    ")
    yield from look.wrap("kg query unreviewed-tags: lists what is undecided, after a build", "  ", "    ")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
