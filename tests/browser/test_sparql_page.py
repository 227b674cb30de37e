"""The page for SPARQL in a browser: what it refuses, restores and keeps, and that all can use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from tests.browser.asking import TABLE, asked, run, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Open = Callable[..., Any]

pytestmark = pytest.mark.browser

SETTINGS = {
    "light": {"viewport": {"width": 1400, "height": 900}},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True},
}
STATES = {
    "at first": None,
    "rows": "SELECT ?review ?title WHERE { ?review a cr:Review ; dcterms:title ?title }",
    "triples": "DESCRIBE theme:neglect",
    "yes or no": "ASK { ?s a cr:Review }",
    "mistake": "SELECT ?s WHERE {\n  ?s a cr:Review .\n  FILTR(?s = 1)\n}",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The query is empty."),
        ("SELECT ?s WHERE {\n  ?s a cr:Review .\n  FILTR(?s = 1)\n}", "not understood at line 3, column 3."),
        ("SELECT ?s WHERE {\n  ?s a nope:Review\n}", "line 2, column 8. Prefix 'nope' is not defined."),
        ("ASK {\n\n ?s ?p", "not understood at line 3"),
        ("SELECT (?a AS ?b)\n(COUNT(*) AS ?n) {}", "not understood at line 2"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("PREFIX ex: <http://127.0.0.1:9/> ASK { SERVICEex:x { ?s ?p ?o } }", "cannot be answered"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM is refused"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD is refused: the graph in this page is only read."),
        ("PREFIX e: <urn:x:>\nINSERT DATA { e:a e:b 1 }", "INSERT is refused"),
        ("delete where { ?s ?p ?o }", "DELETE is refused"),
        ("ASK { FILTER(" + "(" * 200 + "1" + ")" * 200 + ") }", "more than 128 deep"),
    ],
)
def test_what_cannot_be_asked_is_told_and_kept(text: str, said: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html")
    at.page.check("#plain")
    at.page.fill("#query", text)
    assert said in run(at.page)
    assert at.page.input_value("#query") == text
    assert at.page.locator("#result table, #result pre").count() == 0
    assert run(at.page).startswith(said) or said in at.page.text_content("#status")
    assert (at.messages, at.elsewhere) == ([], [])


def test_a_mistake_is_shown_where_it_stands(opened: Open, folder: Path) -> None:
    page = asked(opened, folder, STATES["mistake"] or "").page
    assert page.text_content("#status pre") == "  FILTR(?s = 1)\n  ^"
    marked = page.locator("div:has(> .wrong)")
    assert marked.locator(".CodeMirror-line").text_content().strip() == "FILTR(?s = 1)"
    page.locator(".CodeMirror-line").first.click()
    page.keyboard.type(" ")
    assert marked.count() == 0


def test_an_address_brings_its_query_and_asks_nothing(opened: Open, folder: Path) -> None:
    text = 'ASK { ?s cr:text ?t . FILTER(CONTAINS(?t, "a+b & c#ü") || 1 < 2) }\n# 100%'
    at = opened(folder / "sparql.html", f"#query={quote(text, safe='')}")
    assert at.page.locator(".CodeMirror-line").all_text_contents() == text.split("\n")
    assert "has not been asked" in at.page.text_content("#status")
    assert not at.page.evaluate("Boolean(kg.graph)")
    run(at.page)
    assert at.page.evaluate("() => new URLSearchParams(location.hash.slice(1)).get('query')") == text


def test_an_address_too_deep_for_the_editor_is_not_taken(opened: Open, folder: Path) -> None:
    page = opened(folder / "sparql.html", f"#query={'(' * 20000}").page
    assert "more than 128 deep" in page.text_content("#status")


def test_a_question_leads_here_with_what_it_was_asked_with(opened: Open, folder: Path) -> None:
    page = opened(folder / "questions" / "theme-reviews.html", "#theme=theme%3Aneglect").page
    page.wait_for_function("() => kg.byId('status').textContent.startsWith('Answered')")
    rows = page.evaluate(TABLE)
    page.click("summary >> text=SPARQL")
    page.click("#change")
    page.wait_for_url("**/sparql.html#*")
    page.wait_for_function("() => typeof kg !== 'undefined' && kg.runs")  # a page just come to has none yet
    run(page)
    assert page.evaluate(TABLE) == rows
    assert rows


@pytest.mark.parametrize("begun", ["while it asks", "while the engine starts"])
def test_an_unended_query_is_stopped_and_the_next_is_answered(begun: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html")
    if begun == "while it asks":
        write(at.page, "ASK {}")
        run(at.page)
    write(at.page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    if begun == "while it asks":
        at.page.click("#run")
        at.page.click("#stop")
    else:
        at.page.evaluate("() => { kg.byId('run').click(); kg.byId('stop').click(); }")
    at.page.wait_for_function("() => kg.byId('status').textContent.startsWith('Stopped')")
    assert at.page.evaluate("document.activeElement.id") == "run"
    write(at.page, "ASK { ?s a cr:Review }")
    assert run(at.page) == "Answered: yes."
    assert (at.messages, at.elsewhere) == ([], [])


@pytest.mark.parametrize("field", ["plain", "coloured"])
def test_the_keyboard_goes_in_and_out_of_the_field(field: str, opened: Open, folder: Path) -> None:
    page = opened(folder / "sparql.html").page
    page.set_checked("#plain", field == "plain")
    page.focus("#take")
    passed = []
    for key in ("Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        page.keyboard.press(key)
        passed.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    name = "query" if field == "plain" else "TEXTAREA"
    assert passed == [name, "run", name, "take"]


@pytest.mark.parametrize("field", ["plain", "coloured"])
def test_typing_and_running_need_no_mouse(field: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html")
    at.page.set_checked("#plain", field == "plain")
    at.page.focus("#take")
    for key in ("Tab", "Control+a", "Delete"):
        at.page.keyboard.press(key)
    at.page.keyboard.type("ASK { ?s a cr:Review }")
    at.page.keyboard.press("Control+Enter")
    at.page.wait_for_function("() => kg.byId('status').textContent === 'Answered: yes.'")
    assert (at.messages, at.elsewhere) == ([], [])


def test_the_field_keeps_its_text_when_its_kind_changes(opened: Open, folder: Path) -> None:
    page = opened(folder / "sparql.html").page
    for text, ticked in (("ASK { }", True), ("ASK { ?a ?b ?c }", True)):
        page.set_checked("#plain", ticked)
        page.fill("#query", text)
        page.set_checked("#plain", not ticked)
        assert page.text_content(".CodeMirror-code .CodeMirror-line") == text


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("state", STATES)
def test_the_page_is_accessible_and_fits(state: str, setting: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html", **SETTINGS[setting])
    text = STATES[state]
    if text:
        write(at.page, text)
        run(at.page)
    at.page.click("summary >> text=Prefixes")
    assert (at.axe(), at.overflow(), at.messages, at.elsewhere) == ([], [], [], [])


def test_a_query_that_ends_the_engine_does_not_end_the_page(opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html")
    at.page.check("#plain")
    at.page.fill("#query", "ASK { {}" + " UNION {}" * 3000 + " }")
    assert run(at.page).startswith("The engine broke off")
    at.page.fill("#query", "ASK { ?s a cr:Review }")
    assert run(at.page) == "Answered: yes."
    assert (at.messages, at.elsewhere) == ([], [])


def test_the_plain_field_is_accessible_and_fits(opened: Open, folder: Path) -> None:
    at = opened(folder / "sparql.html", **SETTINGS["phone"])
    at.page.check("#plain")
    assert (at.axe(), at.overflow(), at.messages) == ([], [], [])


def test_text_from_the_data_never_runs(opened: Open, hostile_folder: Path) -> None:
    at = opened(hostile_folder / "sparql.html")
    for text in (
        "SELECT * { ?s ?p ?o FILTER(isLiteral(?o)) }",
        "CONSTRUCT WHERE { ?s skos:prefLabel ?o }",
        "SELECT ('<img src=x onerror=\"window.hit=1\">' AS ?a) {}",
        "SELECT ?s { ?s <img src=x onerror='window.hit=1'> ?o }",
    ):
        write(at.page, text)
        run(at.page)
    assert at.page.evaluate("window.hit") is None
    assert at.page.locator("main img").count() == 0
    assert at.elsewhere == []


def test_nothing_is_kept_in_the_browser(opened: Open, folder: Path) -> None:
    page = asked(opened, folder, "ASK { ?s a cr:Review }").page
    kept = page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept == []


def test_without_scripts_it_says_where_to_go(opened: Open, folder: Path) -> None:
    page = opened(folder / "sparql.html", java_script_enabled=False).page
    assert page.locator("#ask").is_hidden()
    assert page.locator("button:visible").count() == 0
    told = page.locator("noscript")
    assert "Asking here needs scripts." in (folder / "sparql.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+)"', told.inner_html())
    assert links == ["questions/index.html", "data.html"]
    assert all((folder / link).is_file() for link in links)


@pytest.mark.parametrize(
    "name", ["index.html", "data.html", "questions/index.html", "questions/reviews.html"]
)
def test_pages_lead_here(name: str, folder: Path) -> None:
    assert "sparql.html" in (folder / name).read_text("utf-8")


def test_the_policy_allows_no_inline_style_and_no_request(folder: Path) -> None:
    content = (folder / "sparql.html").read_text("utf-8")
    policy = content.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert policy.replace("&#39;", "'").split("; ") == [
        "default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:", "style-src 'self'",
        "worker-src blob:", "script-src 'self' 'wasm-unsafe-eval'",
    ]  # fmt: skip
