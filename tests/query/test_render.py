from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import query
from kg.errors import UsageError
from kg.namespaces import PREFIXES
from kg.query.table import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "https://w3id.org/crkg/"
NASTY = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uff1dx", 'a"b', "a,b", "a\nb", "", "'"]

TABLE = """\
Theme                    Group                   Reviews  Findings  Recommendations  Theme id
-----------------------  ----------------------  -------  --------  ---------------  -----------------
Safer sleep              Services and life             2         2                1  theme:safer-sleep
                         stages
Pre-birth and perinatal  Family, carers and            1         1                0  theme:pre-birth
pathway                  harm at home

2 rows
This counts what findings and recommendations speak of, and not the cases in which it happened: for
"""


def frequency(small: ox.Store, shipped: Mapping[str, query.Question]) -> query.Answer:
    return query.ask(small, shipped["theme-frequency"], {})


def made(*values: str) -> query.Answer:
    return query.Answer((query.Column("a", "A"),), tuple((ox.Literal(value),) for value in values))


def test_a_table_fits_its_width(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    text = query.render(frequency(small, shipped), width=102)
    assert text.startswith(TABLE), text


@pytest.mark.parametrize("width", [10, 40, 60, 80, 100, 160, 400])
def test_no_line_is_wider_than_the_terminal(
    seed_store: ox.Store, shipped: Mapping[str, query.Question], width: int
) -> None:
    for question in shipped.values():
        answer = query.ask(seed_store, question, {})
        text = query.render(answer, width=width)
        assert max(map(len, text.splitlines())) <= max(width, 40)
        assert not [line for line in text.splitlines() if line != line.rstrip()]
        joined = "".join(text.split())
        for row in answer.rows:
            for term in row:
                if isinstance(term, ox.Literal) and width == 400 and len(term.value) < 60:
                    assert "".join(term.value.split()) in joined


def test_what_every_row_shares_stands_once(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    text = query.render(query.ask(small, shipped["review-statements"], {}), width=400)
    assert text.count("review:r-84g5hbbw") == 2  # once for the rows, once for what was asked
    assert "The same in every row: Review: ruby; Review id: review:r-84g5hbbw\n" in text
    assert "\nAsked with review: ruby (review:r-84g5hbbw)\n" in text


@pytest.mark.parametrize(("rows", "shared"), [(2, False), (3, True)])
def test_what_few_rows_share_stands_in_each(rows: int, shared: bool) -> None:  # noqa: FBT001
    text = query.render(made(*["x"] * rows))
    assert ("The same in every row: A: x" in text) is shared
    assert text.count("x") == (1 if shared else rows)


def test_the_foot_counts_rows(small: ox.Store) -> None:
    answer = query.sparql(small, "SELECT ?s { ?s a cr:Statement } ORDER BY ?s")
    assert query.render(answer).endswith("\n6 rows\n")
    assert query.render(answer.first(2)).endswith("\n2 of 6 rows\n")
    assert query.render(answer.first(1)).endswith("\n1 of 6 rows\n")
    assert query.render(query.sparql(small, "SELECT ?s { ?s a cr:Finding } LIMIT 1")).endswith("\n1 row\n")


def test_an_empty_answer_says_what_was_searched(
    small: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    text = query.render(query.ask(small, shipped["theme-reviews"], {"theme": ["neglect"]}), width=900)
    assert text.splitlines() == [
        "No rows: none in these three partial summaries. " + shipped["theme-reviews"].empty,
        "Asked with theme: Neglect (theme:neglect)",
        " ".join(shipped["theme-reviews"].notes),
    ]
    assert query.render(query.sparql(small, "SELECT ?s { ?s a cr:Link }")).startswith("No rows: ")


def test_a_terminal_obeys_nothing_that_a_cell_holds() -> None:
    text = query.render(made("a\x1b[31mb\r\n\u202ec\x9bd"), width=80)
    assert "a [31mb c d" in text


def test_csv_reads_back_and_starts_no_formula() -> None:
    text = query.render(made(*NASTY), "csv")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0] == ["A"]
    for value, (cell,) in zip(NASTY, rows[1:], strict=True):
        assert cell.removeprefix("'") == value.removeprefix("'")
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))
    assert "\r\n" not in text


def test_csv_leaves_numbers_alone(small: ox.Store) -> None:
    answer = query.sparql(small, "SELECT (-1 AS ?a) (-1.5 AS ?b) ('-1' AS ?c) {}")
    assert query.render(answer, "csv") == "a,b,c\n-1,-1.5,'-1\n"


def test_csv_is_for_people(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    assert query.render(frequency(small, shipped), "csv").splitlines() == [
        "Theme,Group,Reviews,Findings,Recommendations,Theme id",
        "Safer sleep,Services and life stages,2,2,1,theme:safer-sleep",
        'Pre-birth and perinatal pathway,"Family, carers and harm at home",1,1,0,theme:pre-birth',
    ]


def test_tsv_holds_whole_terms(small: ox.Store) -> None:
    text = "SELECT (theme:x AS ?a) ('t\\tn\\n\"'@en AS ?b) (1 AS ?c) ('x' AS ?d) ?e {}"
    written = query.render(query.sparql(small, text), "tsv")
    assert written == f'?a\t?b\t?c\t?d\t?e\n<{BASE}theme/x>\t"t\\tn\\n\\""@en\t1\t"x"\t\n'
    read = ox.parse_query_results(written.encode(), format=ox.QueryResultsFormat.TSV)
    assert isinstance(read, ox.QuerySolutions)
    assert [tuple(row) for row in read] == [tuple(query.sparql(small, text).rows[0])]


def test_json_is_that_of_sparql(seed_store: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    for question in shipped.values():
        answer = query.ask(seed_store, question, {})
        written = query.render(answer, "json")
        read = ox.parse_query_results(written.encode(), format=ox.QueryResultsFormat.JSON)
        assert isinstance(read, ox.QuerySolutions)
        assert [variable.value for variable in read.variables] == [column.name for column in answer.columns]
        assert tuple(tuple(row) for row in read) == answer.rows


def test_json_marks_language_and_type(small: ox.Store) -> None:
    text = "SELECT ('a'@en AS ?a) (1 AS ?b) ('c' AS ?c) (theme:x AS ?d) ?e {}"
    document: dict[str, Any] = json.loads(query.render(query.sparql(small, text), "json"))
    assert document == {
        "head": {"vars": ["a", "b", "c", "d", "e"]},
        "results": {
            "bindings": [
                {
                    "a": {"type": "literal", "value": "a", "xml:lang": "en"},
                    "b": {"type": "literal", "value": "1", "datatype": f"{PREFIXES['xsd']}integer"},
                    "c": {"type": "literal", "value": "c"},
                    "d": {"type": "uri", "value": f"{BASE}theme/x"},
                }
            ]
        },
    }


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "yes\n"),
        ("csv", "Answer\ntrue\n"),
        ("tsv", "?answer\ntrue\n"),
        ("json", '{\n "head": {},\n "boolean": true\n}\n'),
    ],
)
def test_a_yes_or_no_is_written(small: ox.Store, form: str, expected: str) -> None:
    assert query.render(query.sparql(small, "ASK { ?s a cr:Finding }"), form) == expected


def graph(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}


def test_triples_are_written_as_turtle(small: ox.Store) -> None:
    answer = query.sparql(small, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    written = query.render(answer, "ttl")
    assert graph(written) == {quad.triple for quad in small}
    assert written.count(" ;\n") == len(answer.rows)


def test_turtle_of_rows_is_all_about_their_things_but_quotes(
    small: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    answer = query.ask(small, shipped["statement-evidence"], {"statement": "f-33333333"})
    triples = graph(query.render(answer, "ttl", store=small))
    subjects = {str(triple.subject).strip("<>").removeprefix(BASE) for triple in triples}
    assert subjects == {
        "statement/f-33333333",
        "review/r-84g5hbbw",
        "document/made-2022",
        "passage/f-33333333",
    }
    selectors = query.sparql(small, "SELECT ?selector { passage:f-33333333 oa:hasSelector ?selector }")
    described = query.render(selectors, "ttl", store=small)
    assert "oa:start 100" in described.replace('"', "").replace("^^xsd:integer", "")
    assert "words of" not in described


def test_turtle_of_rows_is_short_and_sorted(small: ox.Store) -> None:
    answer = query.sparql(small, "SELECT ?i { ?i a cr:Incident }")
    head, _, body = query.render(answer, "ttl", store=small).partition("\n\n")
    assert all(line.startswith("@prefix ") for line in head.splitlines())
    assert body == (
        "incident:r-84g5hbbw\n"
        "    a cr:Incident ;\n"
        '    cr:occurred "2020"^^xsd:gYear ;\n'
        "    cr:year 2020 ;\n"
        ".\n"
    )


def test_what_cannot_be_written_says_why(small: ox.Store) -> None:
    with pytest.raises(UsageError, match=r"There is no form 'xml'. There are: table, csv, tsv, json, ttl."):
        query.render(made("a"), "xml")
    with pytest.raises(UsageError, match="no triples"):
        query.render(query.sparql(small, "ASK { ?s a cr:Finding }"), "ttl")
    with pytest.raises(UsageError, match="give store="):
        query.render(made("a"), "ttl")


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(), st.integers(min_value=1, max_value=30))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
