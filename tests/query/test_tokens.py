from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from kg import query
from kg.errors import SparqlError
from kg.query import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

REACHING = [
    "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { service<URL>{ ?s ?p ?o } }",
    "ASK { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "ASK { SERVICESILENT<URL>{ ?s ?p ?o } }",
    "ASK { SERVICE # } \n SILENT # { \r <URL> # <\n { ?s ?p ?o } }",
    "PREFIX : <URL> ASK { SERVICE: { ?s ?p ?o } }",
    "PREFIX ex: <URL> ASK { SERVICEex: { ?s ?p ?o } }",
    "PREFIX ex: <URL> ASK { ?s ?p ex:a.b.SERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX ex: <URL> ASK { ?s ?p ex:a\\#b . SERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX ex: <URL> ASK { ?s ?p ex:a\\'b . SERVICE<URL>{ ?s ?p ?o } } # '",
    "ASK { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "ASK { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } }",
    "ASK { ?s ?p <http://a/\\u0041#b> . SERVICE<URL>{ ?s ?p ?o } }",
    "ASK { BIND(1 AS ?a) BIND('x>' AS ?b) FILTER(?a<'x>') SERVICE<URL>{ ?s ?p ?o } FILTER(?b='y') }",
    'ASK { ?s ?p <http://a/"> . SERVICE<URL>{ ?s ?p ?o } FILTER("a"="a") }',
    'ASK { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b#>"""\n) SERVICE<URL>{ ?s ?p ?o } #"""\n }',
    "ASK { VALUES ?g { <URL> } SERVICE ?g { ?s ?p ?o } }",
    "ASK { VALUES ?été { <URL> } SERVICE ?été { ?s ?p ?o } }",
    "ASK { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
]

ALLOWED = [
    "ASK { ?s cr:aboutService ?agency . { ?s ?p ?o } }",
    "ASK { ?s cr:aboutService ?agency { ?s ?p ?o } }",
    "ASK { ?s cr:aboutService agency:midwifery. { ?s ?p ?o } }",
    "SELECT ?service ?agency { ?s cr:aboutService ?service . BIND(1 AS ?agency) }",
    "SELECT $service ?agency { ?s cr:aboutService $service . BIND(1 AS ?agency) }",
    "ASK { ?s cr:text ?text FILTER(CONTAINS(?text, 'health service {')) }",
    "ASK { ?s cr:text ?text } # another service",
    "ASK { ?s cr:text ?text FILTER(CONTAINS(?text, 'learning from practice')) }",
    "SELECT ?from { ?from ?p 'FROM' }",
]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


@pytest.mark.parametrize("text", REACHING)
def test_a_query_that_reaches_out_is_refused(small: ox.Store, listener: socket.socket, text: str) -> None:
    text = text.replace("URL", f"http://127.0.0.1:{listener.getsockname()[1]}/")
    with pytest.raises(SparqlError, match="SERVICE is refused"):
        query.sparql(small, text)
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize("text", ALLOWED)
def test_a_query_that_only_speaks_of_a_service_is_asked(small: ox.Store, text: str) -> None:
    assert not tokens.reaches_out(text)
    query.sparql(small, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * {}", "SELECT"),
        ("# ASK\nselect * {}", "SELECT"),
        ("BASE <http://a/> PREFIX a: <b> PREFIX : <c> construct {} {}", "CONSTRUCT"),
        ("PREFIX insert: <http://a/> DELETE WHERE {}", "DELETE"),
        ("", ""),
        ("{", ""),
    ],
)
def test_the_first_word_says_what_a_query_does(text: str, expected: str) -> None:
    assert tokens.keyword(text) == expected


def test_values_blocks_are_found_where_they_are_no_text() -> None:
    text = (
        "# VALUES ?a { 1 }\nASK {"
        " VALUES ?a { 'VALUES ?a { 2 }' \"}\" } { values $a {3} VALUES (?a) { (4) } } }"
    )
    found = [text[start:end] for _, start, end in tokens.values_blocks(text)["a"]]
    assert found == [" 'VALUES ?a { 2 }' \"}\" ", "3"]


def test_depth_counts_brackets_that_are_no_text() -> None:
    assert tokens.depth("ASK { ?s ?p '((((' FILTER(<http://a/(>) } # {{{") == 2
