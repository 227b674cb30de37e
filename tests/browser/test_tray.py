"""The tray in a real browser, from files: picked anywhere, shared by link, taken away in full."""

# ruff: noqa: E501 - what runs in the page stands on one line

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from kg import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox
    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

    from kg.catalogue import Catalogue, Statement

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

SETTINGS = {
    "light": {"viewport": {"width": 1200, "height": 900}},
    "dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True},
}
REVIEW = "r-84g5hbbw"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


@pytest.fixture(scope="module")
def whole(seed_store: ox.Store) -> Catalogue:
    return catalogue.read(seed_store)


@pytest.fixture(scope="module")
def those(whole: Catalogue) -> list[Statement]:
    """Two findings and two recommendations of two reviews, in the order of the collection."""
    found = [one for one in whole.points if one.review == REVIEW]
    last = [
        one
        for one in whole.points
        if one.review != REVIEW and one.kind == "recommendation" and one.those("addressed")
    ]
    wanted = {
        found[0].id,
        found[1].id,
        next(one.id for one in found if one.kind == "recommendation"),
        last[-1].id,
    }
    return [one for one in whole.points if one.id in wanted]


def link(those: list[Statement]) -> str:
    return f"#pick={','.join(one.id for one in those)}"


def saved(page: Page, action: str) -> tuple[str, bytes]:
    """What a button of the tray saves: the file's name and content."""
    with page.expect_download() as waiting:
        page.locator(f"[data-tray={action}]").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def ids(page: Page) -> list[str]:
    return [each.get_attribute("data-pick") or "" for each in page.locator("#tray-list [data-pick]").all()]


@pytest.mark.parametrize("setting", SETTINGS)
def test_nothing_is_asked_for_and_nothing_is_wrong(
    opened: Open, folder: Path, those: list[Statement], setting: str
) -> None:
    for address in ("", link(those)):
        found = opened(folder / "tray.html", address, **SETTINGS[setting])
        assert found.axe() == [], address
        assert found.overflow() == [], address
        assert found.elsewhere == []
        assert found.messages == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_handouts_are_readable_by_all_and_ask_for_nothing(opened: Open, folder: Path, setting: str) -> None:
    for name in ("themes-policy-tools", "agencies-health-visiting", f"reviews-{REVIEW}"):
        found = opened(folder / "handouts" / f"{name}.html", **SETTINGS[setting])
        assert found.axe() == [], name
        assert found.overflow() == [], name
        assert found.requests == [(folder / "handouts" / f"{name}.html").as_uri()]
        assert found.messages == []


def test_what_is_picked_on_any_page_is_in_the_tray_until_it_is_taken_out(
    opened: Open, folder: Path, those: list[Statement]
) -> None:
    page = opened(folder / f"reviews/{REVIEW}.html", **SETTINGS["light"]).page
    page.locator(f"[data-pick={those[0].id}]").click()
    assert page.locator(".top nav a[href$='tray.html']").inner_text() == "Tray (1)"
    assert page.locator(f"[data-pick={those[0].id}]").inner_text() == "Remove from tray"
    assert page.locator(".top [role=status]").text_content() == "Added. 1 in your tray."
    page.goto((folder / "network.html").as_uri() + "#theme=safer-sleep")
    button = page.locator("#one [data-pick]").first
    other = button.get_attribute("data-pick")
    button.click()
    page.locator(".top nav a[href$='tray.html']").click()
    page.wait_for_selector("#tray-list .said")
    assert set(ids(page)) == {those[0].id, other}
    page.locator(f"[data-pick={those[0].id}]").click()
    assert ids(page) == [other]
    assert page.evaluate("document.activeElement.id") == "tray-title"
    page.locator("[data-tray=clear]").click()
    assert page.locator("#tray-empty").is_visible()
    page.locator("[data-tray=back]").click()
    assert ids(page) == [other]


@pytest.mark.parametrize("name", ["themes/safer-sleep", "agencies/health-visiting", f"reviews/{REVIEW}",
                                  "handouts/themes-safer-sleep", "handouts/agencies-health-visiting"])  # fmt: skip
def test_all_statements_of_a_page_can_be_taken_along(opened: Open, folder: Path, name: str) -> None:
    """The handouts among them, which run no scripts."""
    page = opened(folder / f"{name}.html").page
    kinds = page.locator("main .said .kind").count()
    page.locator("main a[href*='tray.html#pick=']").click()
    page.wait_for_selector("#tray-list .said")
    said = page.locator("#tray-list .said").count()
    assert said == page.evaluate("new Set(location.hash.slice(6).split(',')).size") > 0
    assert kinds >= said
    page.locator("#tray-add").click()
    assert page.locator("#tray-title").inner_text() == f"In your tray: {said} statements"


def test_a_link_shows_what_it_brings_and_leaves_ones_own_tray_alone(
    opened: Open, folder: Path, those: list[Statement]
) -> None:
    page = opened(folder / "tray.html", **SETTINGS["light"]).page
    page.evaluate(f"kg.tray.add(['{those[0].id}'])")
    page.goto("about:blank")
    page.goto((folder / "tray.html").as_uri() + link(those[1:]))
    assert ids(page) == [one.id for one in those[1:]]
    assert page.locator(".top nav a[aria-current]").inner_text() == "Tray (1)"
    assert page.locator("#tray-offer").inner_text() == (
        "This link brings these. Your own tray holds 1 statement, and is as it was."
    )
    page.locator("[data-tray=own]").click()
    assert ids(page) == [those[0].id]
    page.evaluate(f"location.hash = '{link(those[1:])}'")
    page.wait_for_selector("#tray-add:visible")
    page.locator("#tray-add").click()
    assert ids(page) == [one.id for one in those]
    assert page.locator("#tray-link").input_value().split("#")[1].removeprefix("pick=").split(",") == [
        one.id for one in those
    ]


def test_what_a_link_names_that_is_not_here_is_said(
    opened: Open, folder: Path, those: list[Statement]
) -> None:
    page = opened(folder / "tray.html", f"{link(those)},f-zzzz9999,<b>", **SETTINGS["light"]).page
    assert page.locator("#tray-lost").inner_text() == (
        "1 statement of 5 is not in this build of the collection: f-zzzz9999."
    )


def test_the_word_file_opens_and_holds_the_exact_words(
    opened: Open, folder: Path, whole: Catalogue, those: list[Statement]
) -> None:
    name, content = saved(opened(folder / "tray.html", link(those), **SETTINGS["light"]).page, "word")
    assert name == "tray.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert parts.testzip() is None
    word = docx.Document(io.BytesIO(content))
    said = [each.text for each in word.paragraphs]
    assert word.core_properties.title == said[0] == "Picked from case reviews"
    kinds = {"finding": "Finding", "recommendation": "Recommendation"}
    for one in those:
        review = whole.reviews[one.review]
        at = said.index(f"{kinds[one.kind]}. {one.text}")
        until = said.index("To discuss", at)
        event = f"event in {review.year}" if review.year else "year of the event not stated"
        assert said[until - 1] == (
            f"Our paraphrase: check the report. {review.title} ({event}), in NSPCC Repository: March 2022, NSPCC, "
            f"item {review.item}, added to the collection in March 2022. {one.id}"
        )
        assert review.title in said
    assert [each.text for each in word.paragraphs if each.style.name == "Heading 1"][-1] == "Notes"


def test_the_table_and_the_action_plan_hold_the_exact_words(
    opened: Open, folder: Path, whole: Catalogue, those: list[Statement]
) -> None:
    page = opened(folder / "tray.html", link(those), **SETTINGS["light"]).page
    name, content = saved(page, "csv")
    assert (name, [(row["identifier"], row["text"]) for row in rows(content)]) == (
        "tray.csv",
        [(one.id, one.text) for one in those],
    )
    assert {row["whose words"] for row in rows(content)} == {"Our paraphrase: check the report"}
    assert {row["to discuss"] for row in rows(content)} == {""}
    name, content = saved(page, "plan")
    planned = [one for one in those if one.kind == "recommendation"]
    assert name == "action-plan.csv"
    assert [(row["identifier"], row["recommendation"]) for row in rows(content)] == [
        (one.id, one.text) for one in planned
    ]
    assert [row["asked of"] for row in rows(content)] == [
        "; ".join(whole.agencies[each].label for each in one.those("addressed")) for one in planned
    ]
    assert all(row["owner"] == row["due"] == row["evidence"] == "" for row in rows(content))


def test_without_storage_what_is_picked_comes_along_by_the_link(
    opened: Open, folder: Path, those: list[Statement]
) -> None:
    found = opened(folder / "tray.html", **SETTINGS["light"])
    found.page.add_init_script(NO_STORAGE)
    found.page.goto((folder / f"reviews/{REVIEW}.html").as_uri())
    found.page.locator(f"[data-pick={those[0].id}]").click()
    found.page.locator(".top nav a[href*='tray.html']").click()
    found.page.wait_for_selector("#tray-list .said")
    assert ids(found.page) == [those[0].id]
    assert found.page.locator("#tray-kept").is_visible()
    assert found.messages == []


def test_what_stands_in_storage_that_is_not_ours_does_no_harm(opened: Open, folder: Path) -> None:
    found = opened(folder / "tray.html", **SETTINGS["light"])
    for value in ("{", "7", '{"a": 1}', '["<img>", 3, null]'):
        found.page.evaluate("(value) => localStorage.setItem('kg-tray', value)", value)
        found.page.reload()
        assert found.page.locator("#tray-empty").is_visible(), value
    assert found.messages == []


def test_text_from_the_data_never_runs_nor_breaks_what_leaves(
    opened: Open, hostile_folder: Path, hostile_store: ox.Store, those: list[Statement]
) -> None:
    bad = catalogue.read(hostile_store)
    found = opened(hostile_folder / "tray.html", link(those), **SETTINGS["light"])
    assert len(ids(found.page)) == len(those)
    _, content = saved(found.page, "word")
    said = [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]
    for one in those:
        assert any(each.endswith(f". {bad.statements[one.id].text}") for each in said)
    _, content = saved(found.page, "csv")
    assert [row["text"] for row in rows(content)] == [bad.statements[one.id].text for one in those]
    handout = opened(hostile_folder / "handouts" / "themes-safer-sleep.html")
    for each in (found, handout):
        assert each.page.evaluate("window.hit") is None
        assert each.elsewhere == []
        assert each.messages == []


def test_what_a_spreadsheet_would_take_for_a_formula_is_made_text(
    opened: Open, folder: Path, those: list[Statement]
) -> None:
    found = opened(folder / "tray.html", **SETTINGS["light"])
    found.page.evaluate(f"kg.said.statements.find((one) => one.id === '{those[0].id}').text = '=cmd|A1'")
    found.page.evaluate(f"location.hash = '{link(those)}'")
    found.page.wait_for_selector("#tray-list .said")
    assert rows(saved(found.page, "csv")[1])[0]["text"] == "'=cmd|A1"


def test_without_scripts_the_tray_says_so_and_no_page_has_a_dead_button(opened: Open, folder: Path) -> None:
    page = opened(folder / "tray.html", java_script_enabled=False).page
    assert page.get_by_text("The tray needs scripts").is_visible()
    assert not any(each.is_visible() for each in page.locator(".needs-script").all())
    page.goto((folder / f"reviews/{REVIEW}.html").as_uri())
    assert page.locator("[data-pick]").count() == 0


def test_picking_a_statement_does_not_move_the_page(opened: Open, folder: Path) -> None:
    """The number beside "Tray" has room in the header of a window of 1280."""
    page = opened(folder / "themes" / "safer-sleep.html", viewport={"width": 1280, "height": 860}).page
    tall = "document.querySelector('header.top').offsetHeight"
    before = page.evaluate(tall)
    for _ in range(2):
        page.get_by_role("button", name="Add to tray").first.click()
    assert "(2)" in page.locator("header.top nav").inner_text()
    assert page.evaluate(tall) == before
