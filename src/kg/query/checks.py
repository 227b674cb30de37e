"""What must hold of a question beyond its form: that its front matter and its SPARQL say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import Problem
from kg.iris import expand
from kg.query import tokens
from kg.query.model import NAME, PARAMETER, PARAMETER_TYPES
from kg.query.pointer import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.model import Parameter, Question


def problems(question: Question) -> list[Problem]:
    """Return what is wrong with a question whose front matter could be read."""
    found = [*_of_query(question), *_of_defaults(question)]
    for parameter in question.parameters:
        found += [
            Problem(what, remedy, question.path, parameter.line, key=parameter.name)
            for what, remedy in _of_parameter(question, parameter)
        ]
    return found


def _of_query(question: Question) -> Iterator[Problem]:
    """Yield what is wrong with the SPARQL: it must run as it stands, and give the columns in order."""
    path, line = question.path, question.first_line
    if not NAME.fullmatch(question.name):
        yield Problem("the file's name is no name of a question", "use a-z, 0-9 and '-'", path)
    if tokens.reaches_out(question.text) or tokens.names_graphs(question.text):
        yield Problem("the query uses SERVICE or FROM", "ask the graph as a whole", path, line)
        return
    try:
        result = ox.Store().query(question.text)
    except SyntaxError as error:
        number, column, hint = place(str(error))
        what = f"the query is not understood at column {column}.{hint}"
        yield Problem(what, "look at what stands before it, too", path, line + number - 1)
        return
    if not isinstance(result, ox.QuerySolutions):
        yield Problem("the query is no SELECT", "questions answer with rows", path, line)
        return
    given, named = [v.value for v in result.variables], [column.name for column in question.columns]
    if given != named:
        what = f"the query gives {', '.join(given)}; columns are {', '.join(named)}"
        yield Problem(what, "describe the same columns, in the same order", path, line, key="columns")
    words = [token.text.upper() for token in tokens.tokens(question.text) if token.kind == "word"]
    if "ORDER" not in words:
        yield Problem("the query has no ORDER BY", "order by enough that no two rows tie", path, line)
    for word in sorted({"GROUP_CONCAT", "SAMPLE"} & set(words)):
        yield Problem(f"{word} differs between engines", "give a row for each value", path, line)


def _of_defaults(question: Question) -> Iterator[Problem]:
    """Yield where the default of the front matter is not what the query holds."""
    blocks = tokens.values_blocks(question.text)
    for parameter in question.parameters:
        expected = written(parameter)
        held = [question.text[start:end].strip() for _, start, end in blocks.get(parameter.variable, [])]
        if not held:
            what = f"the query has no VALUES ?{parameter.variable} {{ ... }}"
            yield Problem(what, "add one where it is used", question.path, parameter.line, key=parameter.name)
        elif expected is not None and set(held) != {expected}:
            what = f"the query holds {', '.join(sorted(set(held)))}, not {expected}"
            yield Problem(what, "write the same in both", question.path, parameter.line, key=parameter.name)


def written(parameter: Parameter) -> str | None:
    """Return what a parameter's VALUES block must hold in the file; None where any example will do."""
    if parameter.default is None:
        return None if parameter.required else "UNDEF"
    return str(ox.Literal(parameter.default)) if parameter.type in {"text", "date"} else parameter.default


def _of_parameter(question: Question, parameter: Parameter) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a parameter's own keys, each with its remedy."""
    if not PARAMETER.fullmatch(parameter.name):
        yield "the name is no name of a parameter", "use a-z, 0-9 and '-', as in and-theme"
    if parameter.type not in PARAMETER_TYPES:
        yield f"there is no type {parameter.type!r}", f"use one of {', '.join(PARAMETER_TYPES)}"
    if (parameter.type == "concept") != (parameter.scheme is not None):
        yield "a concept, and nothing else, has a scheme", "write scheme: theme, agency or code/<list>"
    others = {other.name for other in question.parameters} - {parameter.name}
    if parameter.replaces is not None and parameter.replaces not in others:
        yield f"there is no other parameter {parameter.replaces!r}", "name one that this one replaces"
    if parameter.default is None:
        return
    is_thing = parameter.type in {"concept", "review", "document", "statement"}
    if is_thing and expand(parameter.default) is None:
        yield f"{parameter.default!r} is no CURIE", "write the default as theme:safer-sleep"
    if parameter.type in {"integer", "year"} and not parameter.default.isdecimal():
        yield f"{parameter.default!r} is no whole number", "write digits only"
