"""The page that searches, opened from a disk, and the field on every page that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

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


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("safer sleep", "Theme Safer sleep"),
        ("Safer-Sleep", "Theme Safer sleep"),
        ("health visiting", "Agency Health visiting"),
        ("which reviews raise a theme", "Question"),
        ("neglct", "Theme Neglect"),
        ("r-84g5hbbw", "Review"),
    ],
)
def test_what_is_looked_for_is_found_first(words: str, first: str, opened: Open, folder: Path) -> None:
    page = opened(folder / "search.html").page
    page.fill("#words", words)
    page.click("#find button")
    page.wait_for_selector("#found li")
    found = page.locator("#found li p:first-child").all_text_contents()
    assert " ".join(found[0].split()).startswith(first), found[:5]


def test_each_thing_found_leads_to_its_page(opened: Open, folder: Path) -> None:
    page = opened(folder / "search.html").page
    for thing in page.evaluate("kg.things"):
        path, _, fragment = thing["href"].partition("#")
        content = (folder / path).read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in content, thing


def test_nothing_found_says_what_that_means(opened: Open, folder: Path) -> None:
    page = opened(folder / "search.html", "#find=zzzzzz").page
    said = page.text_content("#status")
    assert "Nothing here has the words “zzzzzz”" in said
    assert "does not mean that the reviews are silent" in said


@pytest.mark.parametrize("name", ["themes/neglect.html", "network.html", "network-reviews.html", "tray.html"])
def test_the_field_of_a_page_leads_to_what_it_finds(name: str, opened: Open, folder: Path) -> None:
    at = opened(folder / name)
    at.page.fill("#seek", "<b>sleep & rest")
    at.page.click(".seek button")
    at.page.wait_for_url("**/search.html#*")
    assert at.page.input_value("#words") == "<b>sleep & rest"
    assert at.elsewhere == []


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("find", ["sleep", "zzzz"])
def test_the_page_is_accessible_and_fits(find: str, setting: str, opened: Open, folder: Path) -> None:
    at = opened(folder / "search.html", f"#find={find}", **SETTINGS[setting])
    assert (at.axe(), at.overflow(), at.messages, at.elsewhere) == ([], [], [], [])


def test_text_from_the_data_never_runs(opened: Open, hostile_folder: Path) -> None:
    at = opened(hostile_folder / "search.html", "#find=sleep")
    assert at.page.locator("#found li").count() > 5
    assert at.page.evaluate("window.hit") is None
    assert at.page.locator("main img").count() == 0
    assert at.elsewhere == []
