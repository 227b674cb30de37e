"""The whole map in a real browser: words that can be read, boxes that never meet, and what is chosen in sight."""

# ruff: noqa: E501 - what runs in the page stands on one line

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from tests.pages import synthetic

from kg import network
from kg.network import place
from kg.pages import explorer_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox
    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (1400, 900), (1920, 1080)]
READABLE = 12
"""Least size of words on the first view of the shipped map, in CSS pixels."""

BOXES = """() => { const scale = document.getElementById('scene').getScreenCTM().a;
    return [...document.querySelectorAll('#picture .node')].map((node) => {
    const box = node.querySelector('rect').getBoundingClientRect(), text = node.querySelector('text:not(.letter)');
    const words = text.getBoundingClientRect();
    return { id: node.dataset.id, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
    from: words.left, to: words.right, font: parseFloat(getComputedStyle(text).fontSize) * scale }; }); }"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of 150 made-up themes in 2,000 made-up reviews."""
    path = tmp_path_factory.mktemp("large") / "network.html"
    path.write_text(explorer_page(*synthetic.large()), encoding="utf-8")
    return path


def boxes(page: Page) -> list[dict[str, Any]]:
    """Each theme's box, where its words begin and end, and the size of their font, as the screen shows them."""
    found: list[dict[str, Any]] = page.evaluate(BOXES)
    return found


def apart(those: list[dict[str, Any]]) -> bool:
    return all(
        one["right"] <= other["left"]
        or other["right"] <= one["left"]
        or one["bottom"] <= other["top"]
        or other["bottom"] <= one["top"]
        for one, other in combinations(those, 2)
    )


def window(size: tuple[int, int]) -> dict[str, Any]:
    return {"viewport": {"width": size[0], "height": size[1]}}


@pytest.mark.parametrize("size", SIZES)
def test_all_words_can_be_read_at_once_and_no_box_lies_on_another(
    opened: Open, folder: Path, size: tuple[int, int]
) -> None:
    found = boxes(opened(folder / "network.html", "#view=map", **window(size)).page)
    assert len(found) == 59
    assert min(box["font"] for box in found) >= READABLE
    assert max(box["right"] for box in found) <= size[0]
    assert max(box["bottom"] for box in found) - min(box["top"] for box in found) <= size[1]
    assert apart(found)
    for box in found:
        assert box["left"] <= box["from"]
        assert box["to"] <= box["right"] + 0.5


@pytest.mark.parametrize("name", ["network-reviews.html", "network-agencies.html"])
def test_a_small_map_is_neither_tiny_nor_huge(opened: Open, folder: Path, name: str) -> None:
    found = boxes(opened(folder / name, "#view=map", **window(SIZES[0])).page)
    assert min(box["font"] for box in found) >= READABLE
    assert max(box["font"] for box in found) <= 2 * READABLE
    assert apart(found)


def test_on_a_phone_words_are_as_large_and_the_map_scrolls(opened: Open, folder: Path) -> None:
    page = opened(
        folder / "network.html", "#view=map", has_touch=True, is_mobile=True, **window((320, 700))
    ).page
    found = boxes(page)
    assert min(box["font"] for box in found) >= READABLE
    assert apart(found)
    legend = page.locator("#map .legend li").all()
    assert all(
        (each.bounding_box() or {})["x"] + (each.bounding_box() or {})["width"] <= 320 for each in legend
    )


def names_from_afar(page: Page) -> int:
    """How many groups are named once one zooms out as far as it goes: all to be read, none on another."""
    for _ in range(6):
        page.locator("[data-do=out]").click()
    assert page.locator("#picture.far").count() == 1
    names = [each.bounding_box() for each in page.locator(".group-names text").all() if each.is_visible()]
    sides = [
        {"left": at["x"], "right": at["x"] + at["width"], "top": at["y"], "bottom": at["y"] + at["height"]}
        for at in names
        if at
    ]
    assert apart(sides)
    assert page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.group-names text')).fontSize) * document.getElementById('scene').getScreenCTM().a"
    ) >= READABLE  # fmt: skip
    return len(sides)


def test_the_shipped_map_names_its_groups_from_afar(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=map", **window(SIZES[1])).page
    assert names_from_afar(page) == 8


@pytest.mark.parametrize("size", SIZES)
def test_a_large_map_shows_its_groups_from_afar_and_its_words_from_near(
    opened: Open, large: Path, size: tuple[int, int]
) -> None:
    page = opened(large, "#view=map", **window(size)).page
    found = boxes(page)
    assert len(found) == 150
    assert apart(found)
    assert names_from_afar(page) == synthetic.GROUPS
    page.locator("[data-do=fit]").click()
    for _ in range(3):
        page.locator("[data-do=in]").click()
    assert min(box["font"] for box in boxes(page)) >= READABLE
    assert page.locator("#picture.far").count() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ["#view=map&theme=case-transfer", "#view=map&link=early-help~policy-tools",
                                     "#view=map&theme=voice-of-child&at=200,100,2"])  # fmt: skip
def test_what_is_chosen_is_not_under_the_panel(
    opened: Open, folder: Path, address: str, size: tuple[int, int]
) -> None:
    page = opened(folder / "network.html", address, **window(size)).page
    panel = page.locator("#panel").bounding_box()
    picture = page.locator("#picture").bounding_box()
    assert panel
    assert picture
    chosen = page.locator("#picture .node.on rect:first-child").all()
    assert chosen
    for box in chosen:
        at = box.bounding_box()
        assert at
        assert picture["x"] <= at["x"]
        assert at["x"] + at["width"] <= panel["x"]


def test_a_box_that_takes_the_focus_comes_out_from_under_the_panel(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=map&theme=covid", **window(SIZES[0])).page
    panel = page.locator("#panel").bounding_box()
    assert panel
    for box in page.locator("#picture .node").all():
        box.focus()
        at = box.locator("rect").first.bounding_box()
        assert at
        assert at["x"] + at["width"] <= panel["x"], box.get_attribute("data-id")


def test_what_is_chosen_below_the_map_is_shown_on_it(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=map", **window(SIZES[0])).page
    page.locator("#panel .ranking a").last.click()
    page.wait_for_selector("#picture .node.on")
    frame = page.locator(".frame.map").bounding_box()
    assert frame
    assert min(frame["y"] + frame["height"], SIZES[0][1]) - max(frame["y"], 0) > SIZES[0][1] / 3


def test_every_theme_stands_where_the_build_put_it(opened: Open, folder: Path, seed_store: ox.Store) -> None:
    page = opened(folder / "network.html", "#view=map", **window(SIZES[1])).page
    drawn = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('#picture .node')].map((n) => [n.dataset.id, n.dataset.at]))"
    )
    places = place(network.themes(seed_store, "all"))
    assert drawn == {name: f"{where.x} {where.y}" for name, where in places.items()}
