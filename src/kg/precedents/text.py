"""An answer for the terminal: each recommendation, and beneath it the earlier ones, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.precedents import words
from kg.query.table import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.precedents.model import Part, Reply, Told

_NARROWEST: Final = 40


def lines(told: Told, width: int) -> Iterator[str]:
    """Yield the lines of an answer, none wider than `width` characters (40 at least)."""
    width = max(width, _NARROWEST)
    yield from _wrapped("Has it been said before?", width)
    for sentence in words.sentences(told):
        yield from _wrapped(sentence, width)
    for part in told.parts:
        yield from _part(part, told, width)
    if not told.replies:
        yield ""
        yield from _wrapped(words.nothing(told), width)
    yield ""
    for caution in (words.HOW, *words.CAUTIONS):
        yield from _wrapped(caution, width)


def _part(part: Part, told: Told, width: int) -> Iterator[str]:
    yield ""
    yield from _wrapped(part.title, width)
    yield "-" * min(len(part.title), width)
    for note in part.notes:
        yield from _wrapped(note, width)
    for reply in part.replies:
        yield ""
        yield from _reply(reply, part, told, width)
    if told.replies and not part.replies:
        yield "No recommendation was recognised here."


def _reply(reply: Reply, part: Part, told: Told, width: int) -> Iterator[str]:
    asked = reply.asked
    yield from _wrapped(f"{asked.number}. {asked.text} ({asked.wording})", width, hang=3)
    sentences = (*words.themes(asked), *words.agencies(asked), words.verdict(reply, part), words.hint(reply))
    for sentence in filter(None, sentences):
        yield from _wrapped(sentence, width, "   ")
    for rank, group in enumerate(reply.groups, 1):
        yield ""
        why = [*words.why(group, asked, told), words.made(group)]
        yield from _wrapped(f"{asked.number}.{rank} {' '.join(why)}", width, "   ", hang=4)
        for one in group.precedents:
            yield from _wrapped(f"- {one.statement.text}", width, "       ", hang=2)
            yield from _wrapped(f"{words.citation(one)} statement:{one.statement.id}", width, "         ")
    if reply.hidden:
        yield ""
        yield from _wrapped(words.hidden(reply), width, "   ")


def _wrapped(text: str, width: int, indent: str = "", hang: int = 0) -> Iterator[str]:
    """Yield text in lines of a width, with nothing in it that a terminal obeys.

    All lines but the first are indented by `hang` more.
    """
    import pyoxigraph as ox

    from kg.query.cells import shown

    for number, line in enumerate(wrap(shown(ox.Literal(text)), width - len(indent) - hang)):
        yield f"{indent}{' ' * hang if number else ''}{line}"
