"""Answers as text: a table, CSV, TSV, SPARQL's JSON, or Turtle."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.iris import QUOTES_GRAPHS
from kg.namespaces import BASE
from kg.query import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.query.model import Answer
    from kg.turtle import Triple

_EMPTY: Final = '""'  # a row of one empty cell, which is no empty line


def render(
    answer: Answer, form: str = "table", width: int | None = None, store: ox.Store | None = None
) -> str:
    """Return an answer as text that ends with a line end.

    Args:
        answer: as `ask` or `sparql` gave it.
        form: `table` for people; `csv` for spreadsheets, with headings in words, short ids, Unix line ends
            (RFC 4180 but for these) and nothing that begins a formula; `tsv` and `json` for programs, with
            full IRIs, as SPARQL 1.1 has them; `ttl`, the triples of CONSTRUCT and DESCRIBE, or of every
            thing of the graph that the rows name, quotes left out.
        width: of the table, in characters; the terminal's where not given.
        store: the graph that was asked; only `ttl` of rows needs it.

    Raises:
        UsageError: there is no such form, or the answer cannot be written in it.
    """
    if form not in FORMS:
        raise UsageError(f"There is no form {form!r}. There are: {', '.join(FORMS)}.")
    if form == "table":
        from kg.query.table import lines

        return "".join(f"{line}\n" for line in lines(answer, width or _terminal()))
    if form == "ttl":
        return _ttl(answer, store)
    return _WRITERS[form](answer)


def _terminal() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def _csv(answer: Answer) -> str:
    """Write rows as RFC 4180 has them, with Unix line ends."""
    if answer.form == "ask":
        return f"Answer\n{_truth(answer)}\n"
    rows = [[column.heading for column in answer.columns]]
    rows += [[cells.harmless(term) for term in row] for row in answer.rows]
    return "".join(f"{','.join(map(cells.quoted, row)) or _EMPTY}\n" for row in rows)


def _tsv(answer: Answer) -> str:
    """Write rows as SPARQL 1.1 has them (https://www.w3.org/TR/sparql11-results-csv-tsv/)."""
    if answer.form == "ask":
        return f"?answer\n{_truth(answer)}\n"
    lines = ["\t".join(f"?{column.name}" for column in answer.columns)]
    lines += ["\t".join(map(cells.tab_separated, row)) for row in answer.rows]
    return "".join(f"{line}\n" for line in lines)


def _json(answer: Answer) -> str:
    """Write rows as SPARQL 1.1 has them (https://www.w3.org/TR/sparql11-results-json/)."""
    import json

    if answer.form == "ask":
        return json.dumps({"head": {}, "boolean": answer.yes}, indent=1) + "\n"
    names = [column.name for column in answer.columns]
    bindings = [
        {name: cells.binding(term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    whole = {"head": {"vars": names}, "results": {"bindings": bindings}}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _truth(answer: Answer) -> str:
    return "true" if answer.yes else "false"


def _ttl(answer: Answer, store: ox.Store | None) -> str:
    from kg.turtle import turtle

    if answer.form == "ask":
        raise UsageError("A yes or no has no triples: choose table, csv, tsv or json.")
    if answer.form == "triples":
        return "".join(turtle({(s, p, o) for s, p, o in answer.rows if s and p and o}))
    if store is None:
        raise UsageError("Turtle of rows needs the graph that was asked: give store=.")
    return "".join(turtle(set(_described(answer, store))))


def _described(answer: Answer, store: ox.Store) -> Iterator[Triple]:
    """Yield every triple about the things of ours that the rows name, but for the documents' own words."""
    named = {term for row in answer.rows for term in row if isinstance(term, ox.NamedNode)}
    for node in named:
        if node.value.startswith(BASE):
            for quad in store.quads_for_pattern(node, None, None, None):
                if not _is_quote(quad.graph_name):
                    yield quad.subject, quad.predicate, quad.object


def _is_quote(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> bool:
    return isinstance(graph, ox.NamedNode) and graph.value.startswith(QUOTES_GRAPHS)


_WRITERS: Final[Mapping[str, Callable[[Answer], str]]] = MappingProxyType(
    {"csv": _csv, "tsv": _tsv, "json": _json}
)
FORMS: Final = ("table", "csv", "tsv", "json", "ttl")
"""The forms that `render` knows."""
