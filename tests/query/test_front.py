from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import query, resources
from kg.errors import NotFoundError, ProblemsFound
from kg.query.checks import problems
from kg.query.front import read_question

if TYPE_CHECKING:
    from collections.abc import Mapping

GOOD = """\
#+ title: Themes of a group
#+ question: Which themes stand in a group?
#+ topic: themes
#+ parameters:
#+   group:
#+     type: concept
#+     scheme: theme
#+     default: theme:family
#+     help: A group, by its label or id.
#+ columns:
#+   label: {heading: Theme, meaning: Its label.}
#+   theme: {heading: Theme id, meaning: Its identifier.}
#+ notes:
#+   - One level down only.
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX theme: <https://w3id.org/crkg/theme/>
SELECT ?label ?theme WHERE {
  VALUES ?group { theme:family }
  ?theme skos:broader ?group ; skos:prefLabel ?label .
}
ORDER BY STR(?label) ?theme
"""

FAULTS = {
    "no front matter": (("#+", "# "), "the question has no keys", 1),
    "no title": (("#+ title: Themes of a group\n", ""), "the question has no title", 1),
    "unknown key": (("#+ topic: themes", "#+ topic: themes\n#+ author: nobody"), "there is no such key", 4),
    "key twice": (("#+ topic: themes", "#+ topic: themes\n#+ topic: groups"), "the key stands here twice", 4),
    "empty text": (("topic: themes", "topic: ''"), "there is no text here", 3),
    "no YAML": (("#+ topic: themes", "#+ topic: {themes"), "the front matter is not YAML", 4),
    "no type": (("#+     type: concept\n", ""), "the parameter has no type", 5),
    "unknown type": (("type: concept", "type: theme"), "there is no type 'theme'", 5),
    "no scheme": (("#+     scheme: theme\n", ""), "a concept, and nothing else, has a scheme", 5),
    "required": (("#+     default: theme:family", "#+     required: maybe"), "required is true or false", 5),
    "default of the query": (("default: theme:family", "default: theme:child"), "the query holds", 5),
    "default is no CURIE": (("theme:family", "family"), "'family' is no CURIE", 5),
    "replaces nothing": (("#+     help", "#+     replaces: other\n#+     help"), "there is no other", 5),
    "no VALUES": (("VALUES ?group { theme:family }", ""), "the query has no VALUES ?group", 5),
    "no heading": (("heading: Theme, ", ""), "the column has no heading", 11),
    "columns of the query": (("SELECT ?label ?theme", "SELECT ?theme ?label"), "the query gives", 15),
    "notes": (("#+   - One", "#+   One"), "notes are a list", 14),
    "SPARQL": (("skos:broader", "skos:broader ("), "the query is not understood", 19),
    "prefix": (("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n", ""), "Prefix not found", 18),
    "no order": (("ORDER BY STR(?label) ?theme", ""), "the query has no ORDER BY", 15),
    "no table": (("SELECT ?label ?theme WHERE", "ASK WHERE"), "the query is no SELECT", 15),
    "engines differ": (
        ("ORDER BY", "GROUP BY ?label ?theme HAVING(SAMPLE(?theme) = ?theme)\nORDER BY"),
        "SAMPLE differs between engines",
        15,
    ),
    "reaches out": (
        ("?theme skos:broader", "SERVICE <http://x.example/> { } ?theme skos:broader"),
        "uses",
        15,
    ),
}


def test_a_question_is_read_whole() -> None:
    question = read_question(GOOD, "group-themes", "queries/group-themes.rq")
    assert problems(question) == []
    assert (question.title, question.topic) == ("Themes of a group", "themes")
    assert question.notes == ("One level down only.",)
    assert question.columns == (
        query.Column("label", "Theme", "Its label."),
        query.Column("theme", "Theme id", "Its identifier."),
    )
    (parameter,) = question.parameters
    assert (parameter.scheme, parameter.default, parameter.required) == ("theme", "theme:family", False)
    assert question.text.startswith("PREFIX skos:")
    assert GOOD.split("\n")[question.first_line - 1].startswith("PREFIX skos:")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_malformed_question_is_a_problem_with_file_and_line(tmp_path: Path, fault: str) -> None:
    (old, new), what, line = FAULTS[fault]
    assert old in GOOD
    path = tmp_path / "group-themes.rq"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        query.questions(tmp_path)
    found = [(problem.what, problem.line) for problem in caught.value.problems]
    assert any(what in text and at == line for text, at in found), found
    assert all(
        problem.path.endswith("group-themes.rq") and problem.remedy for problem in caught.value.problems
    )


def test_the_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.rq").write_text(GOOD.replace("topic: themes", "topic: ''"), encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        query.questions(tmp_path)
    assert [Path(problem.path).name for problem in caught.value.problems] == ["one.rq", "two.rq"]


def test_a_file_that_is_no_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "one.rq").write_bytes(b"#+ title: \xe9\n")
    with pytest.raises(ProblemsFound, match="not UTF-8"):
        query.questions(tmp_path)


def test_questions_come_in_order_of_name(shipped: Mapping[str, query.Question]) -> None:
    assert list(shipped) == sorted(shipped)
    assert set(shipped) >= {
        "recommendations-to-agency",
        "review-statements",
        "reviews",
        "reviews-without-recommendations",
        "statement-evidence",
        "tag-provenance",
        "theme-frequency",
        "theme-reviews",
        "theme-pairs",
        "similar-reviews",
        "agency-themes",
        "repeated-recommendations",
        "unmatched-findings",
        "whats-new",
        "unreviewed-tags",
        "source-issues",
    }


def test_one_question_is_the_same_as_among_all(shipped: Mapping[str, query.Question]) -> None:
    for name, question in shipped.items():
        assert query.question(resources.shipped("queries"), name) == question


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("theme-frequncy", "The nearest: theme-frequency"),
        ("Theme-Frequency", "The nearest: theme-frequency"),
        ("x", "There are: agencies-together, "),
        ("../queries/reviews", "reviews"),
    ],
)
def test_an_unknown_question_names_the_nearest(name: str, named: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        query.question(resources.shipped("queries"), name)
    assert named in str(caught.value)
