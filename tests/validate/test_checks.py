"""Reading checks, running them, and what a person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import resources, validate
from kg.errors import ProblemsFound
from kg.iris import iri
from kg.namespaces import CR
from kg.validate import Place, checks

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '#+ id: a\n#+ message: "Has {value}."\n#+ remedy: "Remove it."\n#+ severity: violation\n'
QUERY = "SELECT ?this ?value WHERE { ?this ?property ?value }\n"

MALFORMED = {
    "no front matter": (QUERY, 1, "the check has no front matter"),
    "no YAML": (FRONT.replace('"Remove', 'x: "Remove') + QUERY, 3, "the front matter is not YAML"),
    "no remedy": (FRONT.replace('"Remove it."', '""') + QUERY, 3, "the check has no remedy"),
    "another id": (FRONT.replace("id: a", "id: b") + QUERY, 1, "the id 'b' is not the file's name"),
    "unknown key": (FRONT + "#+ expect: no rows\n" + QUERY, 5, "there is no such key"),
    "unknown severity": (FRONT.replace("violation", "grave") + QUERY, 4, "there is no severity 'grave'"),
    "no SPARQL": (FRONT + "SELECT ?this ?value\nWHERE { ?this }", 6, "the query is not SPARQL"),
    "no SELECT": (FRONT + "ASK { ?this ?property ?value }", None, "the query is no SELECT"),
    "no value": (FRONT + QUERY.replace("?value WHERE", "WHERE"), 2, "the query selects no ?value"),
    "message of nothing": (FRONT.replace("{value}", "{other}") + QUERY, 2, "the query selects no ?other"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_check_is_a_problem_with_file_and_line(case: str) -> None:
    text, line, what = MALFORMED[case]
    with pytest.raises(ProblemsFound) as raised:
        checks.read_check(text, "a", "ontology/checks/a.rq")
    assert [(found.path, found.line) for found in raised.value.problems] == [("ontology/checks/a.rq", line)]
    assert raised.value.problems[0].what.startswith(what)
    assert "\n" not in raised.value.problems[0].what


def test_all_malformed_checks_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text(QUERY, encoding="utf-8")
    (tmp_path / "b.rq").write_bytes(b"\xff")
    with pytest.raises(ProblemsFound) as raised:
        checks.read(tmp_path)
    assert [found.what for found in raised.value.problems] == [
        "the check has no front matter",
        "byte 0xff is not UTF-8",
    ]


def test_a_folder_without_checks_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="there are no checks here"):
        checks.read(tmp_path)


def test_a_row_is_a_problem_with_place_value_and_remedy() -> None:
    store = ox.Store()
    review, theme = ox.NamedNode(iri("review", "r-7k2m9qpa")), ox.NamedNode(iri("theme", "neglect"))
    store.add(ox.Quad(review, ox.NamedNode(CR.concerns), theme, ox.NamedNode(iri("graph", "tags.x"))))
    check = checks.read_check(FRONT + QUERY, "a")
    (found,) = checks.problems(store, [check], lambda name: Place(name[-10:], 7, "ruby"))
    assert str(found) == (
        "r-7k2m9qpa:7: [ruby] review:r-7k2m9qpa: Has theme:neglect.\n    what to do: Remove it."
    )


def test_a_check_for_information_is_no_problem() -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.BlankNode(), ox.NamedNode(CR.alias), ox.Literal("x")))
    check = checks.read_check(FRONT.replace("violation", "info") + QUERY, "a")
    assert list(checks.rows(store, check)) != []
    assert list(checks.problems(store, [check], lambda _: Place())) == []


def test_a_long_value_is_cut_short() -> None:
    assert checks.brief("x" * 200) == "x" * checks.LENGTH + " ..."


def test_every_message_is_a_sentence_and_every_remedy_says_what_to_do() -> None:
    for check in checks.read(resources.shipped("ontology") / "checks"):
        assert check.message[0].isupper(), check.id
        assert check.message.endswith((".", "}")), check.id
        assert check.remedy[0].isupper(), check.id
        assert check.remedy.endswith("."), check.id


def test_the_shipped_graph_has_no_problem(seed_store: ox.Store) -> None:
    assert validate.problems(seed_store, resources.shipped("ontology"), lambda _: Place()) == []
