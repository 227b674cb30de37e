"""Asks the graph: named questions and free SPARQL, over the union of all named graphs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import BuildError, SparqlError
from kg.namespaces import PREFIXES
from kg.query.model import Answer, Column
from kg.query.parameters import bind
from kg.query.scope import searched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.query.model import Question, Row

    Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

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
    with _damage_named():
        text, asked = bind(store, question, values)
        rows = _rows(_run(store, text))
    seen = "" if rows else searched(store)
    return Answer(question.columns, rows, total=len(rows), question=question, asked=asked, searched=seen)


def sparql(store: ox.Store, text: str) -> Answer:
    """Return the answer to a query in SPARQL 1.1; the project's prefixes need no declaration.

    Triples of CONSTRUCT and DESCRIBE come sorted, and each once.

    Raises:
        SparqlError: the query does not parse, changes data, names graphs with FROM, or uses SERVICE.
    """
    text = text.removeprefix("\ufeff")  # the byte order mark that some editors write
    _refuse(text)
    with _damage_named():
        return _answer(_run(store, text))


def _answer(result: Result) -> Answer:
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
        from kg.query.pointer import pointed

        raise SparqlError(pointed(text, str(error))) from error


@contextmanager
def _damage_named() -> Iterator[None]:
    """Say what to do where the store's files turn out to be damaged while they are read."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # the latter: what the engine calls corruption
        raise BuildError(f"The build cannot be read ({error}): run kg build again.") from error


def _rows(result: Result) -> tuple[Row, ...]:
    if isinstance(result, ox.QueryBoolean):
        return ()
    return tuple(tuple(solution) for solution in result)


def _refuse(text: str) -> None:
    """Refuse what would reach out, change data, or end the process."""
    from kg.query import tokens

    if not text.strip():
        raise SparqlError("The query is empty. Give one, such as 'SELECT ?s WHERE { ?s a cr:Review }'.")
    if len(text) > tokens.MAX_LENGTH:
        raise SparqlError(f"The query is longer than {tokens.MAX_LENGTH:,} characters: divide it.")
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
    if tokens.operators(text) > tokens.MAX_OPERATORS:
        what = f"More than {tokens.MAX_OPERATORS} signs or words such as + and UNION join its parts"
        raise SparqlError(f"The query is too large. {what}: use VALUES or IN for a list, or divide it.")
