"""Says which questions there are, and of one what it asks, what counts and how: for people, in words."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from kg.errors import NotFoundError
from kg.query.optional import without
from kg.query.table import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pyoxigraph as ox

    from kg.query.model import Parameter, Question

TOPICS: Final = ("reviews", "themes", "recommendations", "agencies", "links", "news", "evidence")
"""The topics in the order in which they are listed; others follow."""

_FOOT: Final = (
    "kg query NAME answers one, kg query --explain NAME says what it takes and what counts; "
    "a value is a short name, a label or an id, as in kg query theme-reviews theme='safer sleep'."
)
_NARROWEST: Final = 40


def by_topic(questions: Mapping[str, Question]) -> dict[str, list[Question]]:
    """Return the questions of each topic, by name; the topics in the order of `TOPICS`."""
    found: dict[str, list[Question]] = {}
    for question in sorted(questions.values(), key=lambda each: each.name):
        found.setdefault(question.topic, []).append(question)
    return {topic: found[topic] for topic in (*TOPICS, *sorted(found)) if topic in found}


def catalogue(questions: Mapping[str, Question], topic: str | None = None, width: int | None = None) -> str:
    """Return the names of questions beside what they ask, by topic.

    Args:
        questions: by name.
        topic: list this one only.
        width: in characters; the terminal's where not given.

    Raises:
        NotFoundError: there is no such topic; the message names those there are.
    """
    topics = by_topic(questions)
    if topic is not None and topic not in topics:
        raise NotFoundError(f"There is no topic {topic!r}. There are: {', '.join(topics)}.")
    shown = topics if topic is None else {topic: topics[topic]}
    size = max((len(each.name) for group in shown.values() for each in group), default=0)
    width = max(width or get_terminal_size((100, 24)).columns, size + _NARROWEST)
    lines: list[str] = []
    for name, group in shown.items():
        lines += [name.capitalize()]
        for question in group:
            first, *more = wrap(question.question, width - size - 4)
            lines.append(f"  {question.name.ljust(size)}  {first}")
            lines += [f"  {' ' * size}  {line}" for line in more]
        lines.append("")
    return "\n".join([*lines, *wrap(_FOOT, width)])


def explained(
    question: Question,
    values: Mapping[str, Sequence[str]],
    store: ox.Store | None = None,
    width: int | None = None,
) -> str:
    """Return what a question asks and takes, what counts, and its SPARQL with the values in it.

    Args:
        question: as `kg.query.question` reads it.
        values: by parameter's name, as `kg.query.ask` takes them.
        store: the graph that names are looked up in; not needed without values.
        width: of the words, in characters; the terminal's where not given.

    Raises:
        ParameterError: a parameter or its value is unknown.
    """
    if values and store is not None:
        from kg.query.parameters import bind

        text, asked = bind(store, question, values)
    else:
        unused = [p.variable for p in question.parameters if p.default is None and not p.required]
        text = without(question.text, unused)
        asked = tuple(f"{p.name}: {p.default}" for p in question.parameters if p.default)
    width = max(width or get_terminal_size((100, 24)).columns, _NARROWEST)
    return "\n".join([*_words(question, asked, width), "SPARQL", text.strip("\n"), ""])


def _words(question: Question, asked: Sequence[str], width: int) -> Iterator[str]:
    yield question.title
    yield from wrap(question.question, width)
    if asked:
        yield from wrap(f"Asked here with {'; '.join(asked)}.", width)
    for heading, items in (
        ("What can be asked for", [f"{p.name}: {p.help}{_default(p)}" for p in question.parameters]),
        ("What each row says", [f"{column.heading}: {column.meaning}" for column in question.columns]),
        ("What counts, and what does not", list(question.notes)),
        ("Where there are no rows", [question.empty] if question.empty else []),
    ):
        if items:
            yield from ("", heading)
            for item in items:
                first, *more = wrap(item, width - 4)
                yield f"  - {first}"
                yield from (f"    {line}" for line in more)
    yield ""


def _default(parameter: Parameter) -> str:
    if parameter.default is not None:
        return f" If it is not given: {parameter.default}."
    return "" if parameter.required else " It may be left out."
