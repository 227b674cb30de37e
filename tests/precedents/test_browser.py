"""The page in a real browser, from a file: nothing runs, nothing is fetched, and it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.precedents import Told, render

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def opened(browser: Browser, path: Path, requests: list[str], **settings: Any) -> Page:
    page: Page = browser.new_context(**settings).new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: requests.append(message.text))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [320, 1200])
def test_in_a_browser_nothing_runs_nothing_is_fetched_and_nothing_is_cut_off(
    hostile: Told, browser: Browser, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render(hostile, "html"), encoding="utf-8")
    heard: list[str] = []
    page = opened(browser, path, heard, viewport={"width": width, "height": 800})
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert [one for one in heard if not one.startswith("data:")] == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_black_on_white_also_where_the_screen_is_dark(
    draft: Told, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render(draft, "html"), encoding="utf-8")
    page = opened(browser, path, [], color_scheme="dark")
    style = "getComputedStyle(document.documentElement)"
    colours = f"[{style}.color, {style}.backgroundColor]"
    on_screen = page.evaluate(colours)
    page.emulate_media(media="print")
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"] != on_screen
