"""Every kind of page of the site in a real browser: open to all, quiet, whole without scripts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PAGES = {
    "home": "index.html",
    "reviews": "reviews/index.html",
    "review": "reviews/r-84g5hbbw.html",
    "review-without-findings": "reviews/family-s",
    "themes": "themes/index.html",
    "theme": "themes/safer-sleep.html",
    "theme-of-none": "themes/cse.html",
    "theme-group": "themes/pathways.html",
    "agencies": "agencies/index.html",
    "agency": "agencies/health-visiting.html",
    "recommendations": "recommendations.html",
    "data": "data.html",
    "ontology": "ontology.html",
}
SETTINGS = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True},
}
PICTURED = {
    "home": ("index.html", ""),
    "theme-first": ("network.html", "#theme=professional-curiosity"),
    "theme-map": ("network.html", "#view=map"),
    "why-linked": ("network.html", "#view=map&link=early-help~policy-tools"),
    "compare-reviews": ("network.html", "#view=compare"),
    "review": ("reviews/r-84g5hbbw.html", ""),
    "recommendations": ("recommendations.html", ""),
    "theme-table": ("network.html", "#view=table"),
    "network-about": ("network.html", "#view=about"),
    "network-reviews": ("network-reviews.html", ""),
    "network-agencies": ("network-agencies.html", ""),
    "reviews": ("reviews/index.html", ""),
    "themes": ("themes/index.html", ""),
    "theme": ("themes/safer-sleep.html", ""),
    "agencies": ("agencies/index.html", ""),
    "agency": ("agencies/health-visiting.html", ""),
    "questions": ("questions/index.html", ""),
    "question": ("questions/theme-reviews.html", ""),
    "sparql": ("sparql.html", ""),
    "search": ("search.html", "#find=safe+sleep"),
    "data": ("data.html", ""),
    "ontology": ("ontology.html", ""),
    "tray": ("tray.html", ""),
    "handout": ("handouts/themes-safer-sleep.html", ""),
}
"""What `make pictures` takes a picture of: each kind of page."""
SHOWN = ("home", "theme-first", "theme-map", "why-linked", "compare-reviews", "review")
"""Those in the README."""


def find(folder: Path, name: str) -> Path:
    if name.endswith(".html"):
        path = folder / name
        return path if path.exists() else min((folder / name).parent.glob("*.html"))
    alias = name.rpartition("/")[2].replace("-", " ").title()
    return next(
        path for path in sorted((folder / "reviews").glob("r-*.html")) if alias in path.read_text("utf-8")
    )


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_is_open_to_all_and_quiet(
    opened: Open, folder: Path, kind: str, setting: str
) -> None:
    found = opened(find(folder, PAGES[kind]), **SETTINGS[setting])
    assert found.axe() == []
    assert found.overflow() == []
    assert found.elsewhere == []
    assert found.messages == []


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_can_be_read_without_scripts(opened: Open, folder: Path, kind: str) -> None:
    page = opened(find(folder, PAGES[kind]), java_script_enabled=False).page
    assert page.locator("h1").is_visible()
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("name", ["questions/reviews.html", "reviews/index.html", "network.html#view=table"])
def test_a_printed_table_keeps_its_headings_and_loses_its_buttons(
    opened: Open, folder: Path, name: str
) -> None:
    path, _, fragment = name.partition("#")
    page = opened(folder / path, f"#{fragment}" if fragment else "").page
    said = page.locator("thead th:visible").all_inner_texts()
    page.emulate_media(media="print")
    assert page.locator("thead th:visible").all_inner_texts() == said
    assert all(said)
    assert page.locator("button:visible:not(.sort)").count() == 0
    assert page.locator(".seek:visible").count() == 0


@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_of_each_page_can_be_taken(opened: Open, folder: Path, tmp_path: Path, name: str) -> None:
    """With KG_PICTURES=FOLDER the pictures are kept there: `make pictures`."""
    kept = Path(os.environ.get("KG_PICTURES", tmp_path))
    if kept == tmp_path and name not in SHOWN:
        pytest.skip("only `make pictures` takes those that the README does not show")
    address, fragment = PICTURED[name]
    page = opened(folder / address, fragment, viewport={"width": 1280, "height": 860}).page
    page.wait_for_timeout(100)
    page.screenshot(path=kept / f"{name}.png")
    assert (kept / f"{name}.png").stat().st_size > 20_000
