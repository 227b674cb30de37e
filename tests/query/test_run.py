from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import query
from kg.errors import SparqlError

if TYPE_CHECKING:
    import pyoxigraph as ox

BASE = "https://w3id.org/crkg/"


def test_the_projects_prefixes_need_no_declaration(small: ox.Store) -> None:
    text = "SELECT ?label { theme:neglect skos:prefLabel ?label }"
    assert query.sparql(small, text).dictionaries() == [{"label": "Neglect"}]
    own = f"PREFIX theme: <{BASE}agency/> SELECT ?label {{ theme:midwifery skos:prefLabel ?label }}"
    assert query.sparql(small, own).dictionaries() == [{"label": "Midwifery"}]


def test_all_graphs_are_read_at_once_and_can_be_named(small: ox.Store) -> None:
    across = "SELECT ?text { ?s cr:concerns theme:neglect ; cr:text ?text }"
    assert len(query.sparql(small, across).rows) == 1
    within = "SELECT ?g { GRAPH ?g { ?s cr:concerns theme:neglect } }"
    assert query.sparql(small, within).dictionaries() == [{"g": f"{BASE}graph/tags.made-2022"}]


def test_a_yes_or_no(small: ox.Store) -> None:
    assert query.sparql(small, "ASK { ?s a cr:Finding }").yes is True
    assert query.sparql(small, "ASK { ?s a cr:Link }").yes is False


def test_triples_come_sorted_and_once(small: ox.Store) -> None:
    text = "CONSTRUCT { ?r cr:hasStatement ?s } { ?s cr:inReview ?r ; cr:wording ?w }"
    answer = query.sparql(small, text)
    rows = [tuple(map(str, row)) for row in answer.rows]
    assert answer.form == "triples"
    assert rows == sorted(set(rows))
    assert len(rows) == 6
    described = query.sparql(small, "DESCRIBE theme:neglect")
    assert {str(row[0]) for row in described.rows} == {f"<{BASE}theme/neglect>"}


def test_cells_are_plain_python_where_asked_for(small: ox.Store) -> None:
    text = "SELECT (1 AS ?a) (true AS ?b) (theme:x AS ?c) (1.5 AS ?d) ?e {}"
    expected = {"a": 1, "b": True, "c": f"{BASE}theme/x", "d": "1.5", "e": None}
    assert query.sparql(small, text).dictionaries() == [expected]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT is refused"),
        ("PREFIX a: <a:> delete where { ?s ?p ?o }", "DELETE is refused"),
        ("LOAD <file:///etc/passwd>", "LOAD is refused"),
        ("CLEAR ALL", "CLEAR is refused"),
        ("SELECT * FROM <http://x.example/> { ?s ?p ?o }", "FROM is refused"),
        ("ASK FROM NAMED <file:///etc/passwd> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * " + "{" * 200 + "}" * 200, "128 deep"),
        ("ASK { ?s nope:x ?o }", "line 1, column 16. Prefix not found."),
        (
            "ASK {\n\t?s ?p 'é' . FLTER }",
            (
                "column 14. 'FLTER' is no word of SPARQL: did you mean FILTER?\n"
                "  \t?s ?p 'é' . FLTER }\n  \t            ^"
            ),
        ),
        ("", "The query is empty."),
        ("\ufeff \n", "The query is empty."),
        ("#" * 1_100_000, "longer than"),
        ("SELECT (1" + "+1" * 600 + " AS ?n) {}", "too large"),
        ("SELECT ?s { ?s ?p ?o", "line 1, column 21"),
        ("SELECT ?x WHERE { ?s ?p ?o } GROUP BY ?s", "The SELECT contains a variable that is unbound."),
    ],
)
def test_what_is_refused_or_not_understood_is_said_in_words(small: ox.Store, text: str, said: str) -> None:
    before = len(small)
    with pytest.raises(SparqlError) as caught:
        query.sparql(small, text)
    assert said in str(caught.value), str(caught.value)
    assert len(small) == before


def test_the_first_rows_know_how_many_there_were(small: ox.Store) -> None:
    answer = query.sparql(small, "SELECT ?s { ?s a cr:Statement } ORDER BY ?s")
    assert (len(answer.first(2).rows), answer.first(2).total, answer.total) == (2, 6, 6)
    assert answer.first(2).rows == answer.rows[:2]
