"""Asks the graph: named questions and free SPARQL, over the union of all named graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import BuildError, SparqlError
from kg.namespaces import PREFIXES
from kg.query import tokens
from kg.query.model import Answer, Column
from kg.query.parameters import bind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query.model import Question, Row

    Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_REASON: Final = re.compile(r"[A-Z][A-Za-z]* [A-Za-z' ]+")
_KEYWORD: Final = re.compile(r"(?!LATERAL|SERVICE)[A-Z]{2,}")
_FEW: Final = 6  # keywords that a message names
_TRIPLE: Final = ("subject", "predicate", "object")


def ask(store: ox.Store, question: Question, values: Mapping[str, Sequence[str]]) -> Answer:
    """Return the answer to a named question.

    Args:
        store: the graph.
        question: as `kg.query.question` reads it.
        values: by parameter's name; several values mean any of them, and none means the default.

    Raises:
        ParameterError: a parameter is unknown or missing, or its value is; the message names the nearest.
    """
    text, asked = bind(store, question, values)
    rows = _rows(_run(store, text))
    return Answer(question.columns, rows, total=len(rows), question=question, asked=asked)


def sparql(store: ox.Store, text: str) -> Answer:
    """Return the answer to a query in SPARQL 1.1; the project's prefixes need no declaration.

    Triples of CONSTRUCT and DESCRIBE come sorted, and each once.

    Raises:
        SparqlError: the query does not parse, changes data, names graphs with FROM, or uses SERVICE.
    """
    _refuse(text)
    result = _run(store, text)
    if isinstance(result, ox.QueryBoolean):
        return Answer((), (), form="ask", yes=bool(result))
    if isinstance(result, ox.QueryTriples):
        triples = sorted({(t.subject, t.predicate, t.object) for t in result}, key=lambda t: [*map(str, t)])
        columns = tuple(Column(name, name.capitalize()) for name in _TRIPLE)
        return Answer(columns, tuple(triples), form="triples", total=len(triples))
    columns = tuple(Column(variable.value, variable.value) for variable in result.variables)
    rows = _rows(result)
    return Answer(columns, rows, total=len(rows))


def _run(store: ox.Store, text: str) -> Result:
    try:
        return store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise SparqlError(_pointed(text, str(error))) from error
    except OSError as error:
        raise BuildError(f"The build cannot be read ({error}): run kg build again.") from error


def _rows(result: Result) -> tuple[Row, ...]:
    if isinstance(result, ox.QueryBoolean):
        return ()
    return tuple(tuple(solution) for solution in result)


def _refuse(text: str) -> None:
    """Refuse what would reach out, change data, or end the process."""
    if tokens.reaches_out(text):
        raise SparqlError("SERVICE is refused: a query reads this graph and calls on no other service.")
    word = tokens.keyword(text)
    if word in tokens.UPDATES:
        raise SparqlError(f"{word} is refused: the graph is only read. Change the records, and run kg build.")
    if tokens.names_graphs(text):
        raise SparqlError(
            "FROM is refused: a query reads every graph at once. Name one with GRAPH <...> { ... }."
        )
    if tokens.depth(text) > tokens.MAX_DEPTH:
        raise SparqlError(f"Brackets stand more than {tokens.MAX_DEPTH} deep in one another.")


def _pointed(text: str, message: str) -> str:
    """Return the engine's message with the line it means, and a mark under the place."""
    number, column, hint = _misspelt(text) or place(message)
    lines = text.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    blank = re.sub(r"[^\t]", " ", line[: column - 1])
    return f"The query is not understood at line {number}, column {column}.{hint}\n  {line}\n  {blank}^"


def _misspelt(text: str) -> tuple[int, int, str] | None:
    """Return the place of the first word that is no word of SPARQL: the engine often gives up far from it."""
    from kg.query.words import meant, misspelt

    token = misspelt(tokens.tokens(text))
    if token is None:
        return None
    before = text[: token.start]
    return before.count("\n") + 1, token.start - before.rfind("\n"), f" {meant(token.text)}"


def place(message: str) -> tuple[int, int, str]:
    """Return the line and column that the engine's message names, from 1, and what it says in words.

    Example:
        >>> place("error at 2:9: expected one of LATERAL, OPTIONAL, ['a'..'z']")
        (2, 9, ' Expected here: OPTIONAL.')
    """
    match = _PLACE.match(message)
    if match is None:
        return 1, 1, f" {message}"
    return int(match[1]), int(match[2]), _hint(match[3].removeprefix("one of ").split(", "))


def _hint(expected: list[str]) -> str:
    """Return what the engine expected, as far as it says so in words."""
    reasons = [each for each in expected if _REASON.fullmatch(each)]
    keywords = [each for each in expected if _KEYWORD.fullmatch(each)]
    if reasons:
        return f" {'; '.join(reasons)}."
    return f" Expected here: {', '.join(keywords)}." if 0 < len(keywords) <= _FEW else ""
