"""Puts the values of a call into a question: as terms of RDF, never as text.

A term is checked by the engine's own constructors and written by its own serialiser, into the VALUES block
that holds the question's default; nothing that a value says can leave that block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.iris import expand
from kg.namespaces import CR, XSD
from kg.query.optional import without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kg.query.model import Parameter, Question

    Value = ox.NamedNode | ox.Literal

WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
YEAR: Final = re.compile(r"[0-9]{4}")
DATE: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
KINDS: Final[Mapping[str, str]] = {"finding": CR.Finding, "recommendation": CR.Recommendation}
"""The kinds of statement that a question can be narrowed to."""


def parse_values(arguments: Iterable[str]) -> dict[str, list[str]]:
    """Return the values of arguments such as `theme=neglect`; a name given twice has both.

    Raises:
        ParameterError: an argument has no `=`.

    Example:
        >>> parse_values(["theme=safer sleep", "theme=neglect"])
        {'theme': ['safer sleep', 'neglect']}
    """
    values: dict[str, list[str]] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals or not name.strip():
            raise ParameterError(
                f"{argument!r} is not understood: write name=value, as in theme='safer sleep'."
            )
        values.setdefault(name.strip(), []).append(value.strip())
    return values


def bind(
    store: ox.Store, question: Question, values: Mapping[str, Sequence[str]]
) -> tuple[str, tuple[str, ...]]:
    """Return a question's SPARQL with values in it, and what it is asked with in words.

    Args:
        store: the graph that names are looked up in.
        question: what is asked.
        values: by parameter's name; several values mean any of them.

    Raises:
        ParameterError: a parameter is unknown or missing, or its value is; the message names the nearest.
    """
    given = {name.replace("_", "-"): _listed(value) for name, value in values.items()}
    _check_names(question, given)
    replaced = {p.replaces for p in question.parameters if given.get(p.name)}
    text, asked, unused = question.text, [], []
    for parameter in question.parameters:
        words = given.get(parameter.name, [])
        if words:
            terms = list(dict.fromkeys(term(store, parameter, word) for word in words))
            text = substitute(text, parameter.variable, terms)
        elif parameter.default is not None and parameter.name not in replaced:
            terms = [_default(store, question, parameter)]
        elif parameter.required and parameter.name not in replaced:
            raise ParameterError(f"{question.name} needs {parameter.name}=... What to give: {parameter.help}")
        else:
            unused.append(parameter.variable)
            continue
        asked.append(f"{parameter.name}: {' or '.join(_shown(store, each) for each in terms)}")
    return without(text, unused), tuple(asked)


def term(store: ox.Store, parameter: Parameter, value: str) -> Value:
    """Return what a value means, as a term.

    Raises:
        ParameterError: it means nothing, or several things.
    """
    if not value.strip():
        raise ParameterError(f"{parameter.name} is empty. What to give: {parameter.help}")
    make = _MAKERS.get(parameter.type)
    if make:
        return make(parameter, value)
    from kg.query.lookup import find

    return find(store, parameter, value.strip())


def substitute(text: str, name: str, terms: Sequence[Value]) -> str:
    """Return a query with terms in every VALUES block of a variable.

    Example:
        >>> substitute("ASK { VALUES ?n { 1 } ?s ?p ?n }", "n", [ox.Literal("a } b")])
        'ASK { VALUES ?n { "a } b" } ?s ?p ?n }'
    """
    from kg.query.tokens import values_blocks

    for _, content, end in reversed(values_blocks(text).get(name, [])):
        text = f"{text[:content]} {' '.join(map(str, terms))} {text[end:]}"
    return text


def _check_names(question: Question, given: Mapping[str, object]) -> None:
    known = [parameter.name for parameter in question.parameters]
    for name in given:
        if name in known:
            continue
        if not known:
            raise ParameterError(f"{question.name} takes no parameters, so not {name!r}.")
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), known, n=1) or known
        raise ParameterError(f"{question.name} has no parameter {name!r}. It takes {', '.join(near)}.")


def _listed(value: Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _text(parameter: Parameter, value: str) -> ox.Literal:
    try:
        return ox.Literal(value)
    except ValueError as error:  # half a character, from bytes that are no UTF-8
        raise ParameterError(f"{parameter.name}={value!r} is no readable text.") from error


def _integer(parameter: Parameter, value: str) -> ox.Literal:
    if not WHOLE.fullmatch(value.strip()):
        raise ParameterError(f"{parameter.name}={value!r} is no whole number. What to give: {parameter.help}")
    return ox.Literal(int(value))


def _year(parameter: Parameter, value: str) -> ox.Literal:
    if not YEAR.fullmatch(value.strip()):
        raise ParameterError(
            f"{parameter.name}={value!r} is no year of four digits. What to give: {parameter.help}"
        )
    return ox.Literal(str(int(value)), datatype=ox.NamedNode(XSD.integer))


def _date(parameter: Parameter, value: str) -> ox.Literal:
    """Return a date as plain text: engines differ in how they compare months and years."""
    if not DATE.fullmatch(value.strip()):
        what = f"{parameter.name}={value!r} is no date: write 2022, 2022-03 or 2022-03-31."
        raise ParameterError(f"{what} What to give: {parameter.help}")
    return ox.Literal(value.strip())


def _kind(parameter: Parameter, value: str) -> ox.NamedNode:
    wanted = value.strip().lower().removeprefix("cr:").removesuffix("s")
    if wanted not in KINDS:
        what = f"{parameter.name}={value!r} is no kind of statement: write {' or '.join(KINDS)}."
        raise ParameterError(f"{what} What to give: {parameter.help}")
    return ox.NamedNode(KINDS[wanted])


_MAKERS: Final[Mapping[str, Callable[[Parameter, str], Value]]] = {
    "date": _date,
    "integer": _integer,
    "kind": _kind,
    "text": _text,
    "year": _year,
}


def _default(store: ox.Store, question: Question, parameter: Parameter) -> Value:
    """Return the default as a term; other records than those shipped may not have the thing it names."""
    default = parameter.default or ""
    make = _MAKERS.get(parameter.type)
    if make:
        return make(parameter, default)
    from kg.query.lookup import belongs

    node = ox.NamedNode(expand(default) or default)
    if not belongs(store, parameter, node):
        what = f"{question.name} needs {parameter.name}=..., because {default} is not in this graph."
        raise ParameterError(f"{what} What to give: {parameter.help}")
    return node


def _shown(store: ox.Store, value: Value) -> str:
    from kg.query.lookup import label

    for kind, iri in KINDS.items():
        if value.value == iri:
            return kind
    return label(store, value) if isinstance(value, ox.NamedNode) else value.value
