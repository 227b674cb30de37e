"""What the shipped questions answer: the right rows, in one order, on any engine."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.util

from kg import query, resources
from kg.query.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BASE = "https://w3id.org/crkg/"
NAMES = sorted(path.stem for path in resources.shipped("queries").glob("*.rq"))

EXPECTED: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "reviews": (
        "name year findings recommendations recommendationsList review",
        [
            (None, None, 0, 0, "none made", "review/r-99999999"),
            ("ruby", 2020, 1, 1, "a selection", "review/r-84g5hbbw"),
            ("lo", None, 1, 0, "none made", "review/r-55555555"),
        ],
    ),
    "review-statements": (
        "kind heading year position statement",
        [
            ("summary", None, 2020, 10, "statement/s-22222222"),
            ("recommendation", None, 2020, 20, "statement/r-44444444"),
            ("finding", "Learning", 2020, 100, "statement/f-33333333"),
        ],
    ),
    "theme-reviews": (
        "name year kind label statement theme",
        [
            ("lo", None, "finding", "Safer sleep", "statement/f-66666666", "theme/safer-sleep"),
            ("ruby", 2020, "recommendation", "Safer sleep", "statement/r-44444444", "theme/safer-sleep"),
            ("ruby", 2020, "finding", "Safer sleep", "statement/f-33333333", "theme/safer-sleep"),
        ],
    ),
    "theme-frequency": (
        "label group reviews findings recommendations theme",
        [
            ("Safer sleep", "Services and life stages", 2, 2, 1, "theme/safer-sleep"),
            (
                "Pre-birth and perinatal pathway",
                "Family, carers and harm at home",
                1,
                1,
                0,
                "theme/pre-birth",
            ),
        ],
    ),
    "recommendations-to-agency": (
        "label name year statement agency",
        [
            ("Children's homes", "ruby", 2020, "statement/r-44444444", "agency/childrens-homes"),
            ("County council", "ruby", 2020, "statement/r-44444444", "agency/county-council"),
        ],
    ),
    "reviews-without-recommendations": (
        "name kind text statement",
        [
            ("A review of which little is known", None, None, None),
            ("lo", "note", "It makes no recommendations.", "statement/n-77777777"),
            ("lo", "action taken", "A leaflet was written.", "statement/a-88888888"),
        ],
    ),
    "statement-evidence": (
        "start end sha256 quote statement passage",
        [
            (10, 90, "aa", None, "statement/s-22222222", "passage/s-22222222"),
            (20, 95, "cc", None, "statement/r-44444444", "passage/r-44444444"),
            (100, 190, "bb", "words of\nthe document", "statement/f-33333333", "passage/f-33333333"),
        ],
    ),
    "tag-provenance": (
        "label role status method statement",
        [
            ("Neglect", "theme", "accepted", "editor", "statement/s-22222222"),
            ("County council", "addressed", "accepted", "editor", "statement/r-44444444"),
            ("Neglect", "theme", "rejected", "editor", "statement/r-44444444"),
            (
                "Pre-birth and perinatal pathway",
                "theme",
                "proposed",
                "word list, version 1",
                "statement/r-44444444",
            ),
            ("Safer sleep", "theme", "accepted", "word list, version 1", "statement/r-44444444"),
            ("Pre-birth and perinatal pathway", "theme", "accepted", "editor", "statement/f-33333333"),
            ("Safer sleep", "theme", "accepted", "editor", "statement/f-33333333"),
        ],
    ),
}


def short(value: object) -> object:
    return value.removeprefix(BASE) if isinstance(value, str) else value


def written(rows: Iterable[Any]) -> list[list[str | None]]:
    """Rows of either engine, each cell with its language or type, and xsd:string where rdflib has no type."""
    return [[None if cell is None else canonical(cell) for cell in row] for row in rows]


def canonical(cell: Any) -> str:
    term = rdflib.util.from_n3(str(cell)) if not isinstance(cell, rdflib.term.Node) else cell
    if isinstance(term, rdflib.Literal):
        return f"{str(term)!r} {term.language or term.datatype or rdflib.XSD.string}"
    return str(term)


@pytest.mark.parametrize("name", NAMES)
def test_the_small_graph_gives_the_right_rows(
    small: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    columns, rows = EXPECTED[name]
    answer = query.ask(small, shipped[name], {}).dictionaries()
    assert [tuple(short(row[column]) for column in columns.split()) for row in answer] == rows


def test_what_is_asked_of_a_group_is_asked_of_all_below_it(
    small: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    def asked(agency: str) -> list[object]:
        answer = query.ask(small, shipped["recommendations-to-agency"], {"agency": agency})
        return [short(row["agency"]) for row in answer.dictionaries()]

    assert asked("local authority") == ["agency/childrens-homes", "agency/county-council"]
    assert asked("children's homes") == ["agency/childrens-homes"]
    assert asked("midwifery") == []


def test_every_shipped_question_is_expected() -> None:
    assert set(NAMES) == set(EXPECTED)


@pytest.fixture(scope="module", params=["small", "seed_store"])
def engines(request: pytest.FixtureRequest) -> tuple[ox.Store, list[Any]]:
    """A graph in the engine of record; and merged into one, there and in rdflib, and as a union in rdflib."""
    store: ox.Store = request.getfixturevalue(request.param)
    one = ox.Store()
    one.extend(ox.Quad(*quad.triple) for quad in store)
    merged = rdflib.Graph(bind_namespaces="none")
    union = rdflib.Dataset(default_union=True)
    for name in store.named_graphs():
        lines = "".join(f"{quad.triple} .\n" for quad in store.quads_for_pattern(None, None, None, name))
        for graph in (merged, union.graph(rdflib.URIRef(str(name)[1:-1]))):
            graph.parse(data=lines, format="nt")
    return store, [one, merged, union]


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize("name", NAMES)
def test_every_engine_gives_the_same_rows(
    engines: tuple[ox.Store, list[Any]], shipped: Mapping[str, query.Question], name: str
) -> None:
    store, others = engines
    expected = written(query.ask(store, shipped[name], {}).rows)
    for other in others:  # the file as it stands, with no prefixes but its own
        assert written(other.query(shipped[name].text)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_data_changes_nothing(
    small: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    question = shipped[name]
    expected = query.ask(small, question, {}).rows
    triples = sorted(str(quad.triple) for quad in small)
    for seed in range(3):
        random.Random(seed).shuffle(triples)  # noqa: S311 - a repeatable shuffle, nothing secret
        graph = rdflib.Graph()
        graph.parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
        assert written(graph.query(question.text)) == written(expected)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", ["small", "seed_store"])
def test_no_two_rows_tie(
    request: pytest.FixtureRequest, shipped: Mapping[str, query.Question], which: str, name: str
) -> None:
    question = shipped[name]
    words = [token.text for token in tokens(question.text)]
    order = words[len(words) - words[::-1].index("ORDER") + 1 :]
    ids = [
        word[1:] for word in order if word.startswith("?") and word[1:] in {c.name for c in question.columns}
    ]
    rows = query.ask(request.getfixturevalue(which), question, {}).dictionaries()
    keys = [tuple(row[name] for name in ids) for row in rows]
    assert len(set(keys)) == len(keys)
    assert ids[-1] == question.columns[-1].name or ids[-1] in {"statement", "tagging", "passage"}


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_records_answer_every_question(
    seed_store: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    answer = query.ask(seed_store, shipped[name], {})
    assert answer.rows
    assert {len(row) for row in answer.rows} == {len(answer.columns)}


def test_summaries_are_not_counted(seed_store: ox.Store, shipped: Mapping[str, query.Question]) -> None:
    rows = query.ask(seed_store, shipped["theme-frequency"], {}).dictionaries()
    assert all(row["findings"] + row["recommendations"] >= row["reviews"] >= 1 for row in rows)
    kinds = "VALUES ?kind { cr:Finding cr:Recommendation }"
    tags = f"SELECT (COUNT(*) AS ?n) {{ {kinds} ?s a ?kind ; cr:concerns ?t }}"
    total = query.sparql(seed_store, tags).dictionaries()[0]["n"]
    assert sum(row["findings"] + row["recommendations"] for row in rows) == total


def test_asking_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; import pyoxigraph as ox; from kg import query, resources\n"
        "question = query.question(resources.shipped('queries'), 'theme-frequency')\n"
        "query.render(query.ask(ox.Store(), question, {}), 'csv')\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"rdflib", "networkx", "numpy", "rich", "jinja2", "difflib", "json", "kg.records"}
    assert set(done.stdout.split()) & heavy == set()
