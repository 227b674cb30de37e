"""Parameters of every question: values that attack, values that combine, and words that explain."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg import query, resources
from kg.errors import NotFoundError, ParameterError
from kg.network import chance
from kg.query.model import PARAMETER_TYPES
from kg.query.parameters import KINDS, bind
from kg.query.tokens import values_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BASE = "https://w3id.org/crkg/"
SHIPPED = query.questions(resources.shipped("queries"))
PARAMETERS = [(name, one) for name, question in SHIPPED.items() for one in question.parameters]
IDS = [f"{name}-{one.name}" for name, one in PARAMETERS]
ATTACKS = [
    "} } SELECT * WHERE { ?s ?p ?o } #",
    '" } ?s ?p ?o . { "',
    "x' } UNION { ?statement ?p ?o }",
    "UNDEF } ?review ?p ?o . VALUES ?x { 1",
    "<https://w3id.org/crkg/theme/safer-sleep> } #",
    "theme:safer-sleep theme:neglect",
    "\\u0022 } #",
    "?review",
    "*",
    "$",
    "\n}\n#",
]
FILTERS = {
    "theme": ["safer-sleep", "fathers-men", "information-sharing", "practice", "domestic-abuse"],
    "and-theme": ["professional-curiosity", "culture-faith", "family"],
    "without-theme": ["covid", "information-sharing", "organisation"],
    "agency": ["all-agencies", "health-services", "county-council"],
    "without-agency": ["all-agencies", "local-authority"],
    "kind": ["finding", "recommendation"],
    "age-band": ["under-1", "1-to-5"],
    "outcome": ["death", "injury"],
    "cause": ["unsafe-sleep", "neglect"],
    "review-type": ["scr", "lcspr", "learning"],
    "child-status": ["child-protection-plan"],
    "source-of-harm": ["father"],
    "year-from": ["2018", "2020"],
    "year-to": ["2017", "2020"],
}


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS, ids=IDS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_value_changes_nothing_but_its_own_blocks(
    seed_store: ox.Store, name: str, parameter: query.Parameter, attack: str
) -> None:
    question = SHIPPED[name]
    if parameter.type != "text":
        with pytest.raises(ParameterError):
            query.ask(seed_store, question, {parameter.name: attack})
        return
    text, _ = bind(seed_store, question, {parameter.name: [attack]})
    given = f" {ox.Literal(attack)} "
    places = values_blocks(text)[parameter.variable]
    assert [text[start:end] for _, start, end in places] == [given] * len(places)
    for start, end in reversed([place[1:] for place in places]):
        text = f"{text[:start]} {ox.Literal(parameter.default or '')} {text[end:]}"
    assert text == bind(seed_store, question, {})[0]
    assert query.ask(seed_store, question, {parameter.name: attack}).rows == ()


def test_every_type_of_parameter_is_used() -> None:
    assert {one.type for _, one in PARAMETERS} == set(PARAMETER_TYPES)


def identifiers(store: ox.Store, name: str, values: Mapping[str, str | Sequence[str]]) -> set[str]:
    column = name.removeprefix("find-").removesuffix("s")
    return {row[column] for row in query.ask(store, SHIPPED[name], values).dictionaries()}


@pytest.mark.parametrize("name", ["find-reviews", "find-statements"])
@pytest.mark.parametrize("seed", range(8))
def test_what_is_asked_together_is_what_fits_each_alone(seed_store: ox.Store, name: str, seed: int) -> None:
    """A kind in find-reviews changes what the others look at, so it is asked each time."""
    chosen = random.Random(seed)  # noqa: S311 - a repeatable choice, nothing secret
    for _ in range(12):
        names = chosen.sample(sorted(FILTERS), chosen.randint(1, 4))
        values = {key: chosen.choice(FILTERS[key]) for key in names}
        base = {key: value for key, value in values.items() if key == "kind" and name == "find-reviews"}
        expected = identifiers(seed_store, name, base)
        for key, value in values.items():
            expected &= identifiers(seed_store, name, {**base, key: value})
        assert identifiers(seed_store, name, values) == expected, values


@pytest.mark.parametrize("name", ["find-reviews", "find-statements"])
@pytest.mark.parametrize("theme", FILTERS["theme"])
def test_with_and_without_a_theme_are_all(seed_store: ox.Store, name: str, theme: str) -> None:
    having, lacking = (identifiers(seed_store, name, {key: theme}) for key in ("theme", "without-theme"))
    assert having
    assert not having & lacking
    assert having | lacking == identifiers(seed_store, name, {})


@pytest.mark.parametrize("theme", FILTERS["theme"])
def test_questions_agree_with_one_another(seed_store: ox.Store, theme: str) -> None:
    def column(name: str, key: str, **values: str) -> set[Any]:
        return {row[key] for row in query.ask(seed_store, SHIPPED[name], values).dictionaries()}

    raised = column("theme-reviews", "statement", theme=theme)
    assert column("find-statements", "statement", theme=theme) == raised
    assert column("find-reviews", "review", theme=theme) == column("theme-reviews", "review", theme=theme)
    advised = column("theme-recommendations", "statement", theme=theme)
    assert column("find-statements", "statement", theme=theme, kind="recommendation") == advised
    means = column("recommendations-by-means", "statement", theme=theme)
    assert means == advised
    both = {"theme": [theme, "neglect"]}
    assert identifiers(seed_store, "find-statements", both) == raised | column(
        "theme-reviews", "statement", theme="neglect"
    )


@pytest.mark.parametrize("agency", ["health-visiting", "local-authority", "all-agencies", "courts"])
def test_tiers_and_statements_of_an_agency_agree(seed_store: ox.Store, agency: str) -> None:
    spoken = identifiers(seed_store, "find-statements", {"agency": agency})
    for name in ("agency-statements", "recommendations-to-agency"):
        rows = query.ask(seed_store, SHIPPED[name], {"agency": agency}).dictionaries()
        assert {row["statement"] for row in rows} == spoken
    order = ["addressed to it", "about its service", "only named in it", "only in learning"]
    assert [row["tier"] for row in rows] == sorted((row["tier"] for row in rows), key=order.index)


def test_the_other_death_in_unsafe_sleep_is_most_like_ruby(seed_store: ox.Store) -> None:
    rows = query.ask(seed_store, SHIPPED["similar-reviews"], {"review": "ruby"}).dictionaries()
    first = rows[0]
    assert (first["rank"], first["name"], first["label"], first["raised"]) == (
        1,
        "child-lo",
        "Safer sleep",
        2,
    )
    assert {row["chance"] for row in rows} == {chance.TOO_FEW}
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)


@pytest.mark.parametrize("name", ["similar-reviews", "theme-pairs"])
def test_chance_is_spoken_of_as_elsewhere(name: str) -> None:
    text = SHIPPED[name].text
    assert f'?q < {chance.LEVEL}, "{chance.verdict(0, 1)}"' in text
    assert f'?total < {chance.ENOUGH}, "{chance.TOO_FEW}", "{chance.verdict(1, chance.ENOUGH)}"' in text


def test_learning_is_matched_by_theme_within_one_review(seed_store: ox.Store) -> None:
    rows = query.ask(seed_store, SHIPPED["unmatched-findings"], {}).dictionaries()
    listed = {row["statement"] for row in rows}
    text = (
        "SELECT DISTINCT ?f { ?f a cr:Finding ; cr:concerns ?t ; cr:inReview ?r . "
        "?a a cr:Recommendation ; cr:concerns ?t ; cr:inReview ?r }"
    )
    matched = {row["f"] for row in query.sparql(seed_store, text).dictionaries()}
    findings = {row["f"] for row in query.sparql(seed_store, "SELECT ?f { ?f a cr:Finding }").dictionaries()}
    assert listed == findings - matched
    assert any("not matched in this summary" in note for note in SHIPPED["unmatched-findings"].notes)


def test_an_empty_answer_counts_what_it_searched(seed_store: ox.Store) -> None:
    answer = query.ask(seed_store, SHIPPED["recommendations-to-agency"], {"agency": "cafcass"})
    assert query.render(answer).startswith("No rows: none in these eight partial summaries. ")


@pytest.mark.parametrize("name", SHIPPED)
def test_each_question_is_explained(seed_store: ox.Store, name: str) -> None:
    question = SHIPPED[name]
    text = query.explained(question, {}, width=1000)
    words, _, sparql = text.partition("\nSPARQL\n")
    for said in (question.title, question.question, question.empty, *question.notes):
        assert said in words
    for one in question.parameters:
        assert f"{one.name}: {one.help}" in words
    assert "UNDEF" not in sparql
    rows = seed_store.query(sparql, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    assert [tuple(row) for row in rows] == list(query.ask(seed_store, question, {}).rows)


def test_an_explanation_has_the_values_that_were_given(seed_store: ox.Store) -> None:
    values = {"theme": ["safer sleep", "neglect"], "kind": ["finding"]}
    text = query.explained(SHIPPED["find-statements"], values, seed_store, width=1000)
    assert "theme: Safer sleep (theme:safer-sleep) or Neglect (theme:neglect); kind: finding." in text
    assert f"VALUES ?theme {{ <{BASE}theme/safer-sleep> <{BASE}theme/neglect> }}" in text
    assert f"VALUES ?kind {{ <{KINDS['finding']}> }}" in text
    assert "withoutTheme" not in text


def test_the_catalogue_has_every_question_beside_its_name() -> None:
    text = query.catalogue(SHIPPED, width=400)
    for question in SHIPPED.values():
        assert any(
            line.split("  ")[1] == question.name and line.endswith(question.question)
            for line in text.splitlines()
            if line.startswith("  ")
        ), question.name
    assert max(map(len, query.catalogue(SHIPPED, width=100).splitlines())) <= 100


def test_the_catalogue_of_a_topic_is_a_part() -> None:
    text = query.catalogue(SHIPPED, "links")
    assert "similar-reviews" in text
    assert "theme-frequency" not in text
    with pytest.raises(NotFoundError, match="There are: reviews, themes"):
        query.catalogue(SHIPPED, "link")
