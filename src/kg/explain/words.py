"""An explanation as text: for people, and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from kg.english import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.explain.model import Explanation, Said, Shared, Thing

FORMS: Final = ("table", "json")
"""The forms that `render` knows."""

NOTE: Final = (
    "This counts findings and recommendations, under the themes and agencies that our editor agreed: what "
    "they speak of, and not what happened in a case. Our paraphrase is not what the report says to the word: "
    "check the report. Summaries give a selection, so what is not here may still be in the report."
)

_ROLES: Final = {
    "": "",
    "about": " about its service",
    "about and addressed": " addressed to it and about its service",
    "addressed": " addressed to it",
}


def render(told: Explanation, form: str = "table", width: int | None = None) -> str:
    """Return an explanation as text that ends with a line end.

    Args:
        told: as `explain` gave it.
        form: `table` for people; `json` for programs: the fields of `Explanation`.
        width: of the lines, in characters; the terminal's where not given.

    Raises:
        UsageError: there is no such form.
    """
    if form not in FORMS:
        raise UsageError(f"There is no form {form!r}. There are: {', '.join(FORMS)}.")
    if form == "json":
        return json.dumps(asdict(told), indent=1, ensure_ascii=False) + "\n"
    return "".join(f"{line}\n" for line in _lines(told, width or _terminal()))


def _terminal() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def _lines(told: Explanation, width: int) -> Iterator[str]:
    yield from _wrapped(f"{_named(told.first)} and {_named(told.second)}", width)
    yield ""
    for sentence in told.sentences:
        yield from _wrapped(sentence, width)
    if told.shared:
        yield ""
        yield from _wrapped(_heading(told), width)
        yield from _list(told, told.shared, width)
    if told.agencies:
        yield ""
        yield from _wrapped("Agencies that both speak of:", width)
        yield from _list(told, told.agencies, width)
    yield ""
    yield from _wrapped(NOTE, width)


def _named(thing: Thing) -> str:
    return f"{thing.label} ({thing.id})"


def _heading(told: Explanation) -> str:
    if told.first.kind == "review":
        return "Themes that both raise, the rarest first:"
    return "Reviews with both, those first where one statement is about both:"


def _list(told: Explanation, shared: Iterable[Shared], width: int) -> Iterator[str]:
    for number, each in enumerate(shared, 1):
        yield ""
        yield from _wrapped(f"{number}. {each.thing.label}: {_rarity(told, each)}", width)
        for name, found in (
            ("both", each.both),
            (told.first.label, each.first),
            (told.second.label, each.second),
        ):
            if found:
                yield from _wrapped(f"{name}:", width, "   ")
                for said in found:
                    yield from _wrapped(_told(said), width, "   - ")


def _rarity(told: Explanation, shared: Shared) -> str:
    if told.first.kind == "review":
        all_ = ", so it says nothing of these two" if shared.raised == told.reviews else ""
        return f"raised in {shared.raised} of {counted(told.reviews, 'review')}{all_}"
    noun = ("agency", "agencies") if told.first.kind == "agency" else ("theme", "themes")
    return f"a review with {counted(shared.raised, *noun)}"


def _told(said: Said) -> str:
    wording = said.wording.partition(":")[0]  # the label goes on to say what NOTE says once
    return f"{said.kind}{_ROLES[said.role]}, {wording}: {said.text} ({said.id})"


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return text in lines of a width, with nothing in it that a terminal obeys."""
    import pyoxigraph as ox

    from kg.query.cells import shown

    clean = shown(ox.Literal(text))
    return wrap(
        clean,
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
