"""The page of a network in a real browser, from a file: what it shows, restores and asks for."""

# ruff: noqa: E501 - what runs in the page stands on one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import network

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox
    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

VIEWS = ("#", "#view=map", "#view=table", "#view=compare", "#view=about", "#theme=safer-sleep&lines=all&steps=2",
         "#view=map&theme=domestic-abuse", "#link=early-help~policy-tools", "#find=sleep")  # fmt: skip
SETTINGS = {
    "light": {"viewport": {"width": 1400, "height": 900}},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True},
}
PAGES = ("network.html", "network-reviews.html", "network-agencies.html")


def words(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_nothing_is_asked_for_and_nothing_is_wrong(
    opened: Open, folder: Path, name: str, setting: str
) -> None:
    found = opened(folder / name, **SETTINGS[setting])
    views = VIEWS if name == "network.html" else VIEWS[:5]
    for view in views:
        found.page.evaluate(f"location.hash = {view!r}")
        found.page.wait_for_timeout(50)
        assert found.axe() == [], view
        assert found.overflow() == [], view
    assert found.requests == [(folder / name).as_uri()]
    assert found.messages == []


def test_it_opens_on_one_theme_with_what_was_found_recommended_and_asked(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", **SETTINGS["light"]).page
    assert page.locator("#one h2").inner_text().endswith("Policies, tools and procedures")
    assert [each.inner_text() for each in page.locator("#one .three > section > h3").all()] == [
        "Found",
        "Recommended",
        "Asked of whom",
    ]
    assert page.locator("#found ~ .case .said").count() == 3
    assert page.locator("#recommended ~ .case .said").count() == 5
    assert "6 of 8 reviews" in words(page, "#panel .ranking li:first-child")


def test_it_opens_on_the_theme_seen_last(opened: Open, folder: Path) -> None:
    found = opened(folder / "network.html", "#theme=safer-sleep", **SETTINGS["light"])
    found.page.goto("about:blank")
    found.page.goto((folder / "network.html").as_uri())
    found.page.wait_for_function("() => document.body.dataset.ready === 'true'")
    assert found.page.locator("#one h2").inner_text().endswith("Safer sleep")


def test_neighbours_are_those_of_the_same_statement_until_one_asks_for_more(
    opened: Open, folder: Path
) -> None:
    page = opened(folder / "network.html", "#theme=safer-sleep", **SETTINGS["light"]).page
    assert page.locator("#ego .node").count() == 3
    page.locator("#lines").select_option("all")
    page.wait_for_function("() => document.querySelectorAll('#ego .node').length > 3")
    assert "lines=all" in page.url


def test_a_line_says_why_with_counts_chance_and_the_sentence_on_both(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#theme=safer-sleep", **SETTINGS["light"]).page
    page.locator("#ego .line").first.click()
    page.wait_for_function("() => location.hash.includes('link=')")
    said = words(page, "#panel")
    assert said.startswith("Close Why are these linked?")
    assert "would be expected by chance: too few reviews to tell from chance." in said
    assert "In one finding or recommendation: 1" in said
    assert "Our paraphrase: check the report." in said
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.hash.includes('link=')")


def test_a_link_restores_the_whole_view(opened: Open, folder: Path) -> None:
    """What one person sees, another sees who opens the address."""
    first = opened(folder / "network.html", "#view=map", **SETTINGS["light"]).page
    first.locator("#filters summary").click()
    first.locator("#facet-outcome").select_option("a child died")
    first.locator("#lines").select_option("all")
    first.locator("[data-do=in]").click()
    first.locator("#panel .ranking a").nth(2).click()
    first.wait_for_function("() => location.hash.includes('theme=')")
    second = opened(folder / "network.html", first.evaluate("location.hash"), **SETTINGS["light"]).page
    for part in ("#panel", "#filter-count", "#scene"):
        assert second.locator(part).text_content() == first.locator(part).text_content()
    for made in (
        "scene.getAttribute('transform')",
        "lines.value",
        "document.getElementById('facet-outcome').value",
    ):
        assert second.evaluate(made) == first.evaluate(made)


def test_every_theme_is_in_the_accessibility_tree(opened: Open, folder: Path, seed_store: ox.Store) -> None:
    page = opened(folder / "network.html", "#view=map", **SETTINGS["light"]).page
    for _, node in network.themes(seed_store, "all").nodes(data=True):
        assert page.locator("#picture").get_by_role("link", name=f"{node['label']}: ").count() >= 1


def test_the_map_works_by_keyboard_alone(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=map", **SETTINGS["light"]).page
    page.keyboard.press("Tab")
    for _ in range(60):
        if page.evaluate("document.activeElement.closest('#picture .node') !== null"):
            break
        page.keyboard.press("Tab")
    visited = [page.evaluate("document.activeElement.dataset.id")]
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        visited.append(page.evaluate("document.activeElement.dataset.id"))
    assert all(visited)
    assert len(set(visited)) >= 3
    focus = page.evaluate(
        "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle + style.outlineWidth; })()"
    )
    assert focus.startswith("solid")
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => location.hash.includes('theme={visited[-1]}')")
    page.keyboard.press("+")
    assert "scale(1.3)" in page.locator("#scene").get_attribute("transform")


def test_facets_leave_only_what_they_say(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=table&outcome=a+child+died", **SETTINGS["light"]).page
    shown = page.locator("#node-table tbody tr:visible").count()
    page.locator("#clear").click()
    page.wait_for_function("() => !location.hash.includes('outcome')")
    assert 0 < shown < page.locator("#node-table tbody tr:visible").count() == 59


def test_search_finds_themes_agencies_and_statements(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", **SETTINGS["light"]).page
    page.locator("#find").fill("sleep")
    page.wait_for_selector("#results h2")
    assert "Safer sleep" in words(page, "#results")
    assert page.locator("#results .said").count() > 1
    page.locator("#find").fill("zzzz")
    page.wait_for_function("() => document.getElementById('results').textContent.includes('Nothing here')")
    page.locator("#find").fill("midwif")
    page.wait_for_function("() => document.getElementById('results').textContent.includes('Agencies')")


@pytest.mark.parametrize(("button", "ending", "holds"), [
    ("svg", ".svg", "Professional curiosity"), ("csv", ".csv", "Professional curiosity"), ("png", ".png", None),
])  # fmt: skip
def test_the_picture_can_be_taken_away(
    opened: Open, folder: Path, button: str, ending: str, holds: str | None
) -> None:
    page = opened(folder / "network.html", "#view=map", **SETTINGS["light"]).page
    page.locator(".save summary").click()
    with page.expect_download() as saved:
        page.locator(f"[data-do={button}]").click()
    path = saved.value.path()
    assert saved.value.suggested_filename.endswith(ending)
    content = path.read_bytes()
    if holds is None:
        assert content.startswith(b"\x89PNG")
    else:
        assert holds.split()[0] in content.decode("utf-8")
        assert "Check the report" in content.decode("utf-8")


def test_tables_sort_and_keep_their_form(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=table", **SETTINGS["light"]).page
    heading = page.locator("#node-table thead th").first
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    names = [each.inner_text() for each in page.locator("#node-table tbody th").all()]
    assert names == sorted(names, key=str.casefold)
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "descending"


def test_without_scripts_it_can_be_read_and_its_links_work(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", java_script_enabled=False).page
    assert page.locator("#node-table tbody tr").count() == 59
    assert page.locator("#picture .node").count() == 59
    page.locator("#node-table tbody a").first.click()
    assert page.locator("h1").inner_text() == "Policies, tools and procedures"


def test_the_policy_stops_a_script(opened: Open, folder: Path, tmp_path: Path) -> None:
    content = (folder / "network.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(
        content.replace("</main>", "<script>window.hit=1</script><img src=x onerror='window.hit=1'></main>"),
        encoding="utf-8",
    )
    found = opened(tmp_path / "page.html")
    assert found.page.evaluate("window.hit") is None
    assert any("Content Security Policy" in message for message in found.messages)


def test_the_shipped_page_is_small(folder: Path) -> None:
    assert (folder / "network.html").stat().st_size <= 300_000


def test_an_address_that_names_nothing_says_so(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#theme=no-such-theme", **SETTINGS["light"]).page
    assert "no-such-theme" in words(page, "#status")


def test_a_phone_begins_with_the_table(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", **SETTINGS["phone"]).page
    assert page.locator("#node-table").is_visible()
