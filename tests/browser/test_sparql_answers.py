"""Answers of the page for SPARQL: those of Python and of the command line, in every form."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from tests.browser.asking import TABLE, asked, run

from kg.query import question, questions, sparql
from kg.query.cells import plain
from kg.resources import shipped
from kg.site.questions import published

if TYPE_CHECKING:
    from collections.abc import Callable

    Open = Callable[..., Any]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(seed_store: ox.Store) -> ox.Store:
    return published(seed_store)


def test_every_question_of_the_list_answers_as_python_does(
    opened: Open, folder: Path, store: ox.Store
) -> None:
    at = opened(folder / "sparql.html")
    every = questions(shipped("queries"))
    offered = at.page.evaluate("() => [...kg.byId('example').options].map((one) => [one.value, one.text])")
    assert dict(offered) == {one.name: one.title for one in every.values()}
    for name, one in every.items():
        at.page.select_option("#example", name)
        at.page.click("#take")
        assert at.page.locator(".cm-error").count() == 0, name
        assert at.page.locator(".CodeMirror-line", has_text="PREFIX cr:").count() == 1
        said = run(at.page)
        expected = [[plain(term) for term in row] for row in sparql(store, one.text).rows]
        assert said.startswith("Answered"), (name, said)
        assert at.page.evaluate(TABLE) == expected, name
    assert (at.messages, at.elsewhere) == ([], [])


@pytest.fixture(scope="module")
def built(with_build: Callable[[str], Path]) -> Path:
    """A folder with a build of the shipped records."""
    return with_build("built")


def command(folder: Path, *arguments: str) -> str:
    called = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    return subprocess.run(
        called, cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.removeprefix("\ufeff")


@pytest.mark.parametrize("name", ["theme-reviews", "theme-recommendations"])
def test_the_rows_that_are_saved_are_those_of_the_command_line(name: str, opened: Open, built: Path) -> None:
    page = asked(opened, built / "build/current/site", question(shipped("queries"), name).text).page
    with page.expect_download() as saved:
        page.click("text=Save this table (CSV)")
    (built / "query.rq").write_text(question(shipped("queries"), name).text, encoding="utf-8")
    expected = command(built, "sparql", "--file", "query.rq", "--format", "csv")
    content = Path(saved.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(content.splitlines()))
    assert rows == list(csv.reader(expected.splitlines()))
    assert len(rows) > 1


@pytest.mark.parametrize(
    ("text", "said", "answer"),
    [
        ("ASK { ?s a cr:Review }", "Answered: yes.", "Yes: something in this graph fits the query."),
        ("ASK { ?s a cr:Nothing }", "Answered: no.", "No: nothing in this graph fits the query."),
        ("SELECT ?s { ?s a cr:Nothing }", "Answered: no rows.", "No rows: nothing in this graph"),
        ("CONSTRUCT WHERE { ?s a cr:Nothing }", "Answered: no triples.", "No triples: nothing in this"),
        ("SELECT (1 AS ?one) {}", "Answered: 1 row.", "1 row."),
        ("SELECT * { ?s ?p ?o }", " rows.", "The first 1,000 are shown; the CSV holds them all."),
        ("# FROM SERVICE { <\nASK { ?from cr:aboutService ?service }", "Answered: yes.", "Yes:"),
        ("BASE <https://w3id.org/crkg/> ASK { <theme/neglect> ?p 'a FROM b', ?o }", "Answered: no.", "No:"),
    ],
)
def test_answers_of_every_form_are_told(
    text: str, said: str, answer: str, opened: Open, folder: Path
) -> None:
    at = asked(opened, folder, text)
    assert said in at.page.text_content("#status")
    assert answer in at.page.text_content("#result")
    assert (at.messages, at.elsewhere) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "DESCRIBE theme:neglect",
        "CONSTRUCT { ?s a cr:Thing ; cr:n 1.5, 'a \\\"b\\\"\\n'@en, <https://e.org/é> } { ?s a cr:Review }",
    ],
)
def test_triples_come_as_turtle(text: str, opened: Open, folder: Path, store: ox.Store) -> None:
    at = asked(opened, folder, text)
    turtle = at.page.text_content("#turtle")
    found = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
    expected = sparql(store, text)
    assert {(q.subject, q.predicate, q.object) for q in found} == set(expected.rows)
    assert at.page.text_content("#status") == f"Answered: {expected.total} triples."


def test_things_lead_to_their_pages(opened: Open, folder: Path) -> None:
    page = asked(opened, folder, "SELECT ?s { VALUES ?s { theme:neglect <https://example.org/> } }").page
    links = page.evaluate(
        "() => [...document.querySelectorAll('#result td a')].map((a) => a.getAttribute('href'))"
    )
    assert links == ["themes/neglect.html"]
    assert (folder / links[0]).is_file()


def test_turtle_declares_the_prefixes_that_it_uses(opened: Open, folder: Path) -> None:
    page = asked(opened, folder, "CONSTRUCT { ?s a cr:Theme ; cr:text 'child: 1' } { ?s a cr:Review }").page
    lines = page.text_content("#turtle").splitlines()
    assert [line.split(" ")[1] for line in lines if line.startswith("PREFIX")] == ["cr:", "review:"]
