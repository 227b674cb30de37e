from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import query
from kg.errors import ParameterError
from kg.query.front import read_question
from kg.query.model import Parameter
from kg.query.optional import without
from kg.query.parameters import bind, substitute, term

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "https://w3id.org/crkg/"
THEME = Parameter("theme", "concept", "A theme, by its label.", "theme")
AGENCY = Parameter("agency", "concept", "An agency.", "agency")
COVERAGE = Parameter("coverage", "concept", "How far a list goes.", "code/coverage")
REVIEW = Parameter("review", "review", "A review, by its short name.")
STATEMENT = Parameter("statement", "statement", "A statement, by its id.")
TEXT = Parameter("words", "text", "Any words.")
INTEGER = Parameter("count", "integer", "How many.")
YEAR = Parameter("year", "year", "A year.")
DATE = Parameter("since", "date", "A date.")
KIND = Parameter("kind", "kind", "A kind of statement.")
DOCUMENT = Parameter("document", "document", "A document, by its id.")

FREE = read_question(
    """\
#+ title: Words
#+ question: Which statements hold these words?
#+ topic: evidence
#+ parameters:
#+   words: {type: text, help: Any words.}
#+   year: {type: year, required: false, help: A year.}
#+ columns:
#+   given: {heading: Given, meaning: The words asked for.}
#+   statement: {heading: Statement id, meaning: Its identifier.}
PREFIX cr: <https://w3id.org/crkg/ns#>
SELECT ?given ?statement WHERE {
  { SELECT ?given WHERE { VALUES ?words { "advice" } BIND(?words AS ?given) } }
  VALUES ?year { UNDEF }
  ?statement cr:text ?text ; cr:inReview ?review .
  ?review cr:examines ?incident . ?incident cr:year ?year .
  FILTER(CONTAINS(LCASE(?text), LCASE(?given)))
}
ORDER BY ?statement
""",
    "words",
)

NAMES = [
    (THEME, "safer-sleep", "theme/safer-sleep"),
    (THEME, "Safer sleep", "theme/safer-sleep"),
    (THEME, "  SAFER   sleep ", "theme/safer-sleep"),
    (THEME, "Safer-Sleep", "theme/safer-sleep"),
    (THEME, "safe sleeping", "theme/safer-sleep"),
    (THEME, "safe-sleeping", "theme/safer-sleep"),
    (THEME, "pre birth and perinatal pathway", "theme/pre-birth"),
    (THEME, "parent\u2019s care", "theme/neglect"),
    (THEME, "theme:safer-sleep", "theme/safer-sleep"),
    (THEME, f"{BASE}theme/safer-sleep", "theme/safer-sleep"),
    (THEME, f"<{BASE}theme/safer-sleep>", "theme/safer-sleep"),
    (AGENCY, "County Council", "agency/county-council"),
    (COVERAGE, "none", "code/coverage.none"),
    (COVERAGE, "coverage.none", "code/coverage.none"),
    (COVERAGE, "code:coverage.none", "code/coverage.none"),
    (COVERAGE, "none made", "code/coverage.none"),
    (REVIEW, "ruby", "review/r-84g5hbbw"),
    (REVIEW, "Ruby", "review/r-84g5hbbw"),
    (REVIEW, "r-84g5hbbw", "review/r-84g5hbbw"),
    (REVIEW, "review:r-84g5hbbw", "review/r-84g5hbbw"),
    (REVIEW, "first review: REPORT", "review/r-84g5hbbw"),
    (REVIEW, "r-99999999", "review/r-99999999"),
    (STATEMENT, "f-33333333", "statement/f-33333333"),
    (STATEMENT, "statement:f-33333333", "statement/f-33333333"),
    (DOCUMENT, "made-2022", "document/made-2022"),
    (DOCUMENT, "a made-up digest", "document/made-2022"),
    (KIND, "Finding", "ns#Finding"),
    (KIND, "recommendations", "ns#Recommendation"),
]

WRONG = [
    (THEME, "safer slep", ["theme:safer-sleep (Safer sleep)", "A theme, by its label."]),
    (THEME, "sleep", ["theme:safer-sleep (Safer sleep)"]),
    (THEME, "zzzzzz", ["there is no such theme here", "A theme, by its label."]),
    (THEME, "theme:safe-sleep", ["there is no such theme here", "theme:safer-sleep"]),
    (THEME, "agency:midwifery", ["Midwifery (agency:midwifery) is no theme"]),
    (THEME, "advice to parents", ["can mean", "theme:pre-birth (", "theme:safer-sleep (", "id of one"]),
    (THEME, "", ["theme is empty", "A theme, by its label."]),
    (THEME, "safer-sleep> } #", ["there is no such theme"]),
    (THEME, f"{BASE}theme/a b", ["there is no such theme"]),
    (THEME, "\udcff", ["there is no such theme"]),
    (COVERAGE, "non", ["code:coverage.none (none made)"]),
    (REVIEW, "rubi", ["review:r-84g5hbbw (ruby)"]),
    (STATEMENT, "f-33333334", ["statement:f-33333333"]),
    (TEXT, "\udcff", ["no readable text"]),
    (INTEGER, "1e3", ["no whole number", "How many."]),
    (INTEGER, "\u0661", ["no whole number"]),
    (YEAR, "20", ["no year of four digits"]),
    (DATE, "March 2022", ["no date: write 2022, 2022-03 or 2022-03-31", "A date."]),
    (DATE, "2022-13", ["no date"]),
    (DATE, "2022-3", ["no date"]),
    (KIND, "summary", ["no kind of statement: write finding or recommendation"]),
    (DOCUMENT, "made-2021", ["there is no such document here", "document:made-2022 (A made-up digest)"]),
]


@pytest.mark.parametrize(("parameter", "value", "expected"), NAMES)
def test_a_thing_is_found_by_any_of_its_names(
    small: ox.Store, parameter: Parameter, value: str, expected: str
) -> None:
    assert term(small, parameter, value) == ox.NamedNode(BASE + expected)


@pytest.mark.parametrize(("parameter", "value", "said"), WRONG)
def test_a_wrong_value_says_what_is_near_and_what_is_wanted(
    small: ox.Store, parameter: Parameter, value: str, said: list[str]
) -> None:
    with pytest.raises(ParameterError) as caught:
        term(small, parameter, value)
    assert [words for words in said if words not in str(caught.value)] == [], str(caught.value)


def test_an_id_goes_before_a_label(small: ox.Store) -> None:
    store = ox.Store()
    store.extend(small)
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    store.add(ox.Quad(ox.NamedNode(f"{BASE}theme/pre-birth"), label, ox.Literal("neglect", language="en")))
    assert term(store, THEME, "neglect") == ox.NamedNode(f"{BASE}theme/neglect")
    with pytest.raises(ParameterError, match="can mean"):
        term(store, THEME, "Neglect")


def test_numbers_and_text_are_typed(small: ox.Store) -> None:
    assert term(small, INTEGER, "-7") == ox.Literal(-7)
    assert term(small, YEAR, "2020") == ox.Literal(2020)
    assert term(small, TEXT, " a ") == ox.Literal(" a ")


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("theme-reviews", {"thema": ["x"]}, "theme-reviews has no parameter 'thema'. It takes theme."),
        ("theme-frequency", {"theme": ["x"]}, "theme-frequency takes no parameters"),
    ],
)
def test_an_unknown_parameter_names_those_there_are(
    small: ox.Store, shipped: Mapping[str, query.Question], name: str, values: dict[str, list[str]], said: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        query.ask(small, shipped[name], values)
    assert said in str(caught.value)


@pytest.mark.parametrize("values", [{}, {"words": []}])
def test_a_missing_value_says_what_to_give(small: ox.Store, values: dict[str, list[str]]) -> None:
    with pytest.raises(ParameterError) as caught:
        query.ask(small, FREE, values)
    assert str(caught.value) == "words needs words=... What to give: Any words."


def test_a_default_that_the_graph_does_not_have_must_be_replaced(
    shipped: Mapping[str, query.Question],
) -> None:
    with pytest.raises(
        ParameterError, match=r"needs review=\.\.\., because review:r-84g5hbbw is not in this"
    ):
        query.ask(ox.Store(), shipped["review-statements"], {})


def test_several_values_mean_any_of_them(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    def themes(*values: str) -> set[str]:
        answer = query.ask(small, shipped["theme-reviews"], {"theme": values})
        return {row["theme"].removeprefix(f"{BASE}theme/") for row in answer.dictionaries()}

    assert themes("safer sleep") == {"safer-sleep"}
    assert themes("safer sleep", "pre-birth", "safer-sleep") == {"safer-sleep", "pre-birth"}
    assert themes("pathways") == {"safer-sleep", "pre-birth"}


def test_one_value_may_be_given_bare(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    question = shipped["review-statements"]
    assert query.ask(small, question, {"review": "lo"}) == query.ask(small, question, {"review": ["lo"]})


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("ASK { FILTER EXISTS { VALUES ?a { UNDEF } ?s ?p ?a } ?s ?p ?o }", ["a"], "ASK {  ?s ?p ?o }"),
        ("ASK { FILTER NOT EXISTS { VALUES ?a { UNDEF } { ?s ?p ?a } } }", ["a"], "ASK {  }"),
        ("ASK {\n  FILTER EXISTS { VALUES ?a { 1 } }\n  ?s ?p ?o\n}", ["a"], "ASK {\n  ?s ?p ?o\n}"),
        # A filter is its first parameter's: of another one in it, only the block goes.
        (
            "ASK { FILTER EXISTS { VALUES ?a { 1 } VALUES ?b { UNDEF } } }",
            ["b"],
            "ASK { FILTER EXISTS { VALUES ?a { 1 }  } }",
        ),
        ("ASK { FILTER EXISTS { VALUES ?a { 1 } VALUES ?b { UNDEF } } }", ["a", "b"], "ASK {  }"),
        ("ASK { FILTER EXISTS { VALUES (?a) { (1) } ?s ?p ?a } }", ["a"], None),
        ("ASK { FILTER(?a > 1) VALUES ?a { 2 } }", ["b"], None),
        ("ASK { ?s ?p 'FILTER EXISTS { VALUES ?a { 1 } }' }", ["a"], None),
    ],
)
def test_the_filter_of_what_is_not_asked_is_taken_out(
    text: str, names: list[str], expected: str | None
) -> None:
    assert without(text, names) == (text if expected is None else expected)


def test_an_optional_parameter_without_a_value_asks_nothing(small: ox.Store) -> None:
    everything = query.ask(small, FREE, {"words": ["e"]})
    assert len(everything.rows) == 3
    assert "UNDEF" not in bind(small, FREE, {"words": ["e"]})[0]
    assert query.ask(small, FREE, {"words": ["e"], "year": ["2020"]}).rows == everything.rows
    assert query.ask(small, FREE, {"words": ["e"], "year": ["1999"]}).rows == ()


def test_a_value_replaces_the_default_of_another_parameter(
    small: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    def statements(**values: str) -> list[str]:
        answer = query.ask(small, shipped["statement-evidence"], values)
        return [row["statement"].removeprefix(f"{BASE}statement/") for row in answer.dictionaries()]

    assert statements() == ["s-22222222", "r-44444444", "f-33333333"]
    assert statements(statement="n-77777777") == ["n-77777777"]
    assert statements(review="lo") == ["f-66666666", "n-77777777", "a-88888888"]
    assert statements(statement="n-77777777", review="ruby") == []


def test_what_was_asked_is_said_in_words(small: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    answer = query.ask(small, shipped["theme-reviews"], {"theme": ["neglect", "safe sleeping"]})
    assert answer.asked == ("theme: Neglect (theme:neglect) or Safer sleep (theme:safer-sleep)",)


def test_arguments_of_the_command_line() -> None:
    assert query.parse_values(["theme=a=b", "theme= c "]) == {"theme": ["a=b", "c"]}
    for wrong in ("theme", "=x"):
        with pytest.raises(ParameterError, match="name=value"):
            query.parse_values([wrong])


HOSTILE = [
    '"',
    "'''",
    '"""',
    "\\",
    "\\u0022 } #",
    '" } } #',
    '") } SELECT * { ?s ?p ?o } #',
    "line\nbreak\r\t",
    "} UNION { ?statement ?p ?o }",
    "<http://x.example/>",
    "?statement",
    '"@en',
    "$",
    "{}",
    "#",
]


@settings(deadline=None)  # a busy machine is no fault
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1).filter(str.strip)))
def test_text_is_only_ever_text(words: str) -> None:
    store = ox.Store()
    base = f"{BASE}ns#"
    subject, review, incident = (
        ox.NamedNode(f"{BASE}{kind}/x") for kind in ("statement", "review", "incident")
    )
    for triple in (
        (subject, ox.NamedNode(f"{base}text"), ox.Literal(f"before {words.lower()} after", language="en")),
        (subject, ox.NamedNode(f"{base}inReview"), review),
        (review, ox.NamedNode(f"{base}examines"), incident),
        (incident, ox.NamedNode(f"{base}year"), ox.Literal(2020)),
    ):
        store.add(ox.Quad(triple[0], triple[1], triple[2], ox.NamedNode(f"{BASE}graph/x")))
    try:
        value = ox.Literal(words)
    except ValueError:
        with pytest.raises(ParameterError):
            query.ask(store, FREE, {"words": [words]})
        return
    result = store.query(f"SELECT ?x {{ VALUES ?x {{ {value} }} }}")
    assert isinstance(result, ox.QuerySolutions)
    assert [solution["x"] for solution in result] == [value]  # the engine reads back what it wrote
    answer = query.ask(store, FREE, {"words": [words]})
    assert {row[0] for row in answer.rows} <= {value}
    assert query.ask(store, FREE, {"words": ["before"]}).total == 1


@settings(deadline=None)  # a busy machine is no fault
@given(
    st.lists(
        st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]))), min_size=1
    )
)
def test_a_value_never_leaves_its_block(words: list[str]) -> None:
    before, after = "SELECT ?a WHERE { VALUES ?a { ", " } }"
    terms = [ox.Literal(each) for each in words]
    text = substitute(f"{before}1{after}", "a", terms)
    assert text.startswith(before)
    assert text.endswith(after)
    result = ox.Store().query(text)
    assert isinstance(result, ox.QuerySolutions)
    assert [solution["a"] for solution in result] == terms
