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
from kg.errors import ParameterError
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


WAIVED: dict[str, str] = {}
"""Questions of which rdflib gives other rows, each with the reason; there is none at present."""


def has_defaults(store: ox.Store, question: query.Question) -> bool:
    """Tell whether a graph has everything that a question asks about where nothing is given."""
    try:
        query.ask(store, question, {})
    except ParameterError:
        return False
    return True


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


@pytest.mark.parametrize("name", EXPECTED)
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
    library = resources.shipped("queries").parent / "tests" / "query" / "test_library.py"
    tested = library.read_text(encoding="utf-8")
    assert [name for name in NAMES if name not in EXPECTED and f'    "{name}": (' not in tested] == []


@pytest.fixture(scope="module", params=["small", "later", "undated", "seed_store"])
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
    if name in WAIVED:
        pytest.skip(WAIVED[name])
    if not has_defaults(store, shipped[name]):
        pytest.skip("the graph does not have what the question asks about by default")
    expected = written(query.ask(store, shipped[name], {}).rows)
    for other in others:  # the file as it stands, with no prefixes but its own
        assert written(other.query(shipped[name].text)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_data_changes_nothing(
    later: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    question = shipped[name]
    if not has_defaults(later, question):
        pytest.skip("the graph does not have what the question asks about by default")
    expected = query.ask(later, question, {}).rows
    triples = sorted(str(quad.triple) for quad in later)
    for seed in range(3):
        random.Random(seed).shuffle(triples)  # noqa: S311 - a repeatable shuffle, nothing secret
        graph = rdflib.Graph()
        graph.parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
        assert written(graph.query(question.text)) == written(expected)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", ["small", "later", "undated", "seed_store"])
def test_no_two_rows_tie(
    request: pytest.FixtureRequest, shipped: Mapping[str, query.Question], which: str, name: str
) -> None:
    question = shipped[name]
    words = [token.text for token in tokens(question.text)]
    order = words[len(words) - words[::-1].index("ORDER") + 1 :]
    ids = [
        word[1:] for word in order if word.startswith("?") and word[1:] in {c.name for c in question.columns}
    ]
    store = request.getfixturevalue(which)
    if not has_defaults(store, question):
        pytest.skip("the graph does not have what the question asks about by default")
    rows = query.ask(store, question, {}).dictionaries()
    keys = [tuple(row[name] for name in ids) for row in rows]
    assert len(set(keys)) == len(keys)


UNANSWERED = {
    "external-labels": "No term that others gave",
    "new-themes": "no earlier document",
    "reviews-by-method": "seldom say how a review was carried out",
    "shared-with-earlier": "one document only",
    "themes-over-time": "one document only",
    "unreviewed-tags": "decided by an editor",
}
"""Questions that the shipped records cannot answer yet, and words of the reason that the answer gives."""


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_records_answer_or_the_question_says_why_not(
    seed_store: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    answer = query.ask(seed_store, shipped[name], {})
    if name in UNANSWERED:
        first, *_ = query.render(answer, width=1000).splitlines()
        assert first.startswith("No rows: none in these eight partial summaries. ")
        assert UNANSWERED[name] in first
    else:
        assert answer.rows
        assert {len(row) for row in answer.rows} == {len(answer.columns)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_that_the_project_does_not_say(
    shipped: Mapping[str, query.Question], name: str
) -> None:
    question = shipped[name]
    said = [question.title, question.question, question.empty, *question.notes]
    said += [words for column in question.columns for words in (column.heading, column.meaning)]
    said += [parameter.help for parameter in question.parameters]
    for word in ("perpetrator", "missing", "failed", "failure", "exhort", "prevalence", "hidden"):
        assert not [text for text in said if word in text.lower()]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_says_what_counts_and_what_no_rows_mean(
    shipped: Mapping[str, query.Question], name: str
) -> None:
    assert shipped[name].notes
    assert shipped[name].empty or not shipped[name].parameters or name in EXPECTED


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
