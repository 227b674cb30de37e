"""Pages by keyboard and without colours: where the focus is, and what colours say, is always said otherwise too."""

# ruff: noqa: E501 - what runs in the page stands on one line

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PAGES = ["index.html", "network.html#", "network.html#view=map", "network.html#view=map&theme=early-help",
         "network.html#view=table", "network.html#view=compare", "network-reviews.html#", "reviews/r-84g5hbbw.html",
         "themes/safer-sleep.html", "recommendations.html", "questions/find-statements.html", "search.html#find=sleep",
         "tray.html", "data.html", "ontology.html", "handouts/themes-safer-sleep.html"]  # fmt: skip
WINDOW: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DARK = WINDOW | {"color_scheme": "dark"}

FOCUS = """() => { const it = document.activeElement; if (it === document.body) return null;
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    const line = it.matches('svg a.line') ? getComputedStyle(it.querySelector('line:not(.reach)')) : null;
    const ring = line ? parseFloat(line.strokeWidth) >= 6 : style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0 && box.height > 0;
    const at = inside && document.elementFromPoint(Math.max(1, Math.min(innerWidth - 1, box.left + box.width / 2)), Math.max(1, Math.min(innerHeight - 1, box.top + box.height / 2)));
    const covered = at && !it.contains(at) && !at.contains(it) && at.closest('.panel, .facets, .top') && !it.closest('.panel, .facets, .top');
    return { ring, inside, covered: Boolean(covered), what: it.outerHTML.slice(0, 160) }; }"""
"""What the focus looks like: its ring, whether it is in the window, and whether something lies over it."""


def go(opened: Open, folder: Path, name: str, settings: dict[str, Any]) -> Page:
    path, _, fragment = name.partition("#")
    return opened(folder / path, f"#{fragment}" if fragment else "", **settings).page


@pytest.mark.parametrize("settings", [WINDOW, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_focus_is_always_seen(opened: Open, folder: Path, name: str, settings: dict[str, Any]) -> None:
    page = go(opened, folder, name, settings)
    stops = 0
    for _ in range(45):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUS)
        if seen is None:
            break
        stops += 1
        assert seen["ring"], seen["what"]
        assert seen["inside"], seen["what"]
        assert not seen["covered"], seen["what"]
    assert stops > 8


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_said_by_colour_alone(opened: Open, folder: Path, name: str) -> None:
    page = go(opened, folder, name, WINDOW)
    bare = page.evaluate(
        """() => { const seen = (each) => each.getClientRects().length > 0;
        const letters = [...document.querySelectorAll('.chip, svg .node')].filter(seen).filter((each) => !/^[A-Z]/.test((each.querySelector('.letter') ?? each).textContent.trim()));
        const links = [...document.querySelectorAll('main :is(p, li, td, dd) a:not(svg a, .go, nav a)')].filter(seen).filter((each) => !getComputedStyle(each).textDecorationLine.includes('underline') && ![...each.querySelectorAll('span')].some((inner) => getComputedStyle(inner).textDecorationLine.includes('underline')));
        const kinds = [...document.querySelectorAll('.kind')].filter((each) => !each.textContent.trim());
        const current = [...document.querySelectorAll('[aria-current]:not(.crumbs li, svg a)')].filter(seen).filter((each) => parseInt(getComputedStyle(each).fontWeight) < 600);
        return [...letters, ...links, ...kinds, ...current].map((each) => each.outerHTML.slice(0, 160)); }"""
    )
    assert bare == []


def test_each_group_has_a_letter_of_its_own_in_the_legend_and_on_its_boxes(
    opened: Open, folder: Path
) -> None:
    page = opened(folder / "network.html", "#view=map", **WINDOW).page
    legend = dict(each.inner_text().split(maxsplit=1) for each in page.locator(".legend.groups li").all())
    groups = page.evaluate("Object.values(kg.data.groups).map((group) => [group.letter, group.label])")
    assert legend == dict(groups)
    assert len(legend) == len(groups)
    drawn = page.evaluate(
        "[...document.querySelectorAll('#picture .node')].map((each) => [each.dataset.id, each.querySelector('.letter').textContent])"
    )
    own = page.evaluate("kg.data.nodes.map((node) => [node.id, kg.data.groups[node.group].letter])")
    assert sorted(drawn) == sorted(own)


def test_lines_of_one_statement_differ_from_others_in_more_than_colour(opened: Open, folder: Path) -> None:
    page = opened(folder / "network.html", "#view=map", **WINDOW).page
    dashes = page.evaluate(
        "[...document.querySelectorAll('#picture .line')].map((each) => [each.dataset.id, getComputedStyle(each.querySelector('line:not(.reach)')).strokeDasharray !== 'none'])"
    )
    same = page.evaluate("Object.fromEntries(kg.lines.map((line) => [line.id, line.same]))")
    assert {dashed for _, dashed in dashes} == {True, False}
    for name, dashed in dashes:
        assert dashed == (same[name] == 0)
