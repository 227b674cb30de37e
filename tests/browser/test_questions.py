"""The pages of questions in a browser, opened from a disk: what they answer is what Python answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.query import ask, question, questions
from kg.query.cells import plain
from kg.resources import shipped
from kg.site.questions import published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox

    Open = Callable[..., Any]

pytestmark = pytest.mark.browser

TABLE = """() => [...document.querySelectorAll('#answer-table tbody tr')].map(
    (row) => [...row.cells].map((cell) => cell.textContent))"""
ASK_ALL = """async (every) => {
  const found = {};
  for (const [name, sparql] of Object.entries(every)) {
    const answer = await kg.asks(sparql);
    found[name] = answer.results.bindings.map(
      (row) => answer.head.vars.map((each) => row[each]?.value ?? null));
  }
  return found;
}"""


SETTINGS = {
    "light": {"viewport": {"width": 1400, "height": 900}},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True},
}


@pytest.fixture(scope="module")
def store(seed_store: ox.Store) -> ox.Store:
    return published(seed_store)


def rows(store: ox.Store, name: str, **values: list[str]) -> list[list[str]]:
    answer = ask(store, question(shipped("queries"), name), values)
    return [[plain(term) for term in row] for row in answer.rows]


def submit(page: Any, **values: str) -> None:
    """Fill the form, ask, and wait for the answer."""
    for field, value in values.items():
        control = page.locator(f"[name={field.replace('_', '-')}]")
        if control.evaluate("(each) => each.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    page.click("#ask button[type=submit]")
    page.wait_for_function("() => !kg.byId('status').textContent.startsWith('Asking')")


def test_the_engine_in_the_page_answers_every_question_as_python_does(
    opened: Open, folder: Path, store: ox.Store
) -> None:
    """As the pages ask: the very SPARQL of each form with its defaults."""
    every = questions(shipped("queries"))
    page = opened(folder / "questions" / "reviews.html").page
    asked = {name: page_sparql(folder, name) for name in every}
    found = page.evaluate(ASK_ALL, asked)
    for name, one in every.items():
        expected = [[None if t is None else t.value for t in row] for row in ask(store, one, {}).rows]
        assert found[name] == expected, name
    assert sum(map(len, found.values())) > 500


def page_sparql(folder: Path, name: str) -> str:
    """What the script of a page asks with nothing chosen, put together as it does."""
    content = (folder / "questions" / f"{name}.html").read_text("utf-8")
    told = json.loads(content.split('id="question">')[1].split("</script>")[0])
    one = question(shipped("queries"), name)
    values = {p.name: p for p in one.parameters}
    return "".join(
        piece if at % 2 == 0 else f" {written(values[piece].type, values[piece].default)} "
        for at, piece in enumerate(told["pieces"])
    )


def written(kind: str, default: str | None) -> str:
    if default is None:
        return "UNDEF"
    return json.dumps(default) if kind in {"text", "date"} else default


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("theme-reviews", {}),
        ("theme-reviews", {"theme": "theme:neglect"}),
        ("statements-with-words", {"words": "health"}),
        ("statements-with-words", {"words": 'a"} . ?s ?p "\\'}),
        ("theme-pairs", {"reviews": "3"}),
        ("whats-new", {"since": "2022"}),
        ("find-statements", {"theme": "theme:safer-sleep", "kind": "finding"}),
        ("find-reviews", {"year_from": "2015", "year_to": "2019"}),
        ("external-labels", {}),
        ("theme-frequency", {}),
    ],
)
def test_a_form_answers_as_the_command_does(
    name: str, values: dict[str, str], opened: Open, folder: Path, store: ox.Store
) -> None:
    one = question(shipped("queries"), name)
    known = {p.name.replace("-", "_") for p in one.parameters}
    assert set(values) <= known, known
    at = opened(folder / "questions" / f"{name}.html")
    submit(at.page, **values)
    assert at.page.evaluate(TABLE) == rows(store, name, **{k: [v] for k, v in values.items()})
    assert at.page.text_content("#status").startswith("Answered:")
    assert (at.messages, at.elsewhere) == ([], [])


def test_an_address_asks_what_it_names(opened: Open, folder: Path, store: ox.Store) -> None:
    at = opened(folder / "questions" / "theme-reviews.html", "#theme=theme%3Aneglect")
    at.page.wait_for_function("() => kg.byId('status').textContent.startsWith('Answered')")
    assert at.page.evaluate(TABLE) == rows(store, "theme-reviews", theme=["theme:neglect"])
    assert "Neglect (theme:neglect)" in at.page.text_content("#asked")


@pytest.mark.parametrize("fragment", ["#theme=theme:no-such", "#theme=%3E%20%7D%20SERVICE"])
def test_an_address_that_names_nothing_here_is_told_so_and_asks_nothing(
    fragment: str, opened: Open, folder: Path
) -> None:
    at = opened(folder / "questions" / "theme-reviews.html", fragment)
    assert "not in this graph" in at.page.text_content("#status")
    assert not at.page.evaluate("Boolean(kg.graph)")


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("theme-pairs", {"reviews": "two"}, "Reviews: give a whole number"),
        ("find-reviews", {"year-from": "19"}, "give a year of four digits"),
        ("whats-new", {"since": "March 2022"}, "give a date"),
    ],
)
def test_a_value_of_the_wrong_form_is_told(
    name: str, given: dict[str, str], said: str, opened: Open, folder: Path
) -> None:
    page = opened(folder / "questions" / f"{name}.html").page
    submit(page, **given)
    assert said in page.text_content("#status")


def test_a_question_without_rows_says_where_it_looked(opened: Open, folder: Path) -> None:
    page = opened(folder / "questions" / "statements-with-words.html").page
    submit(page, words="zzzz")
    assert "No rows in these eight partial summaries." in page.text_content("#result")


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(
    "name", ["index", "theme-reviews", "find-reviews", "external-labels", "tag-provenance"]
)
def test_the_pages_are_accessible_and_fit(name: str, setting: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "questions" / f"{name}.html", **SETTINGS[setting])
    if name != "index":
        submit(at.page)
        at.page.click("summary >> text=SPARQL")
    assert (at.axe(), at.overflow(), at.messages, at.elsewhere) == ([], [], [], [])


def test_without_scripts_the_answer_to_the_defaults_is_there(
    opened: Open, folder: Path, store: ox.Store
) -> None:
    page = opened(folder / "questions" / "theme-reviews.html", java_script_enabled=False).page
    shown = [row.locator("td").all_text_contents() for row in page.locator("#answer-table tbody tr").all()]
    assert shown == rows(store, "theme-reviews")
    assert page.locator("#ask").is_hidden()


@pytest.mark.parametrize("name", ["theme-reviews", "find-statements", "reviews"])
def test_text_from_the_data_never_runs(name: str, opened: Open, hostile_folder: Path) -> None:
    at = opened(hostile_folder / "questions" / f"{name}.html")
    submit(at.page)
    assert at.page.text_content("#status").startswith("Answered")
    assert at.page.evaluate("window.hit") is None
    assert at.page.locator("main img").count() == 0
    assert at.elsewhere == []
