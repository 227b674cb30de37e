"""The pages in a real browser, from a file: drawn, complete, silent on the network, and closed to scripts."""

from __future__ import annotations

import shutil
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg import site
from kg.network import place, themes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

HOSTILE = (
    '"><img src=x onerror="window.hit=1"><script>window.hit=1</script><a href="javascript:window.hit=1">'
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no chromium or google-chrome on the PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield started
        started.close()


class Opened:
    """A page in a fresh profile, with every request and every message it made."""

    def __init__(self, browser: Browser, path: Path, **settings: Any) -> None:
        self.context = browser.new_context(**settings)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.goto(path.as_uri())
        self.page.wait_for_timeout(200)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a page: `opened(path, **settings of the browser's context)`."""
    made: list[Opened] = []

    def open_(path: Path, **settings: Any) -> Opened:
        made.append(Opened(browser, path, **settings))
        return made[-1]

    yield open_
    for each in made:
        each.context.close()


@pytest.fixture(scope="module")
def folder(seed_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped records."""
    folder = tmp_path_factory.mktemp("site")
    site.write(seed_store, folder)
    return folder


@pytest.mark.parametrize("name", ["index.html", "network.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opens_from_a_file_without_a_request_or_a_message(
    opened: Callable[..., Opened], folder: Path, name: str, scheme: str
) -> None:
    it = opened(folder / name, color_scheme=scheme)
    assert it.requests == [(folder / name).as_uri()]
    assert it.messages == []


def test_every_theme_stands_where_the_build_put_it(
    opened: Callable[..., Opened], folder: Path, seed_store: ox.Store
) -> None:
    page = opened(folder / "network.html").page
    found = page.evaluate(POSITIONS)
    places = place(themes(seed_store))
    assert found == {name: {"x": int(where.x), "y": int(where.y)} for name, where in places.items()}
    box_of = "names => names.map((name) => document.getElementById('map').network.getBoundingBox(name))"
    boxes = page.evaluate(box_of, list(places))
    for one, other in combinations(boxes, 2):
        apart = one["right"] < other["left"] or other["right"] < one["left"]
        assert apart or one["bottom"] < other["top"] or other["bottom"] < one["top"]
    for box, where in zip(boxes, places.values(), strict=True):
        assert box["right"] - box["left"] == pytest.approx(where.box.width, abs=0.01)
        assert box["bottom"] - box["top"] == pytest.approx(where.box.height, abs=0.01)


WHERE = """(name) => {
    const { network } = document.getElementById('map');
    return network.canvasToDOM(network.getPosition(name));
}"""

# vis cuts what it is given to whole numbers.
POSITIONS = """() => {
    const { nodes } = document.getElementById('map').network.body;
    return Object.fromEntries(Object.entries(nodes).map(([name, { x, y }]) => [name, { x, y }]));
}"""

COLOURS = """() => {
    const canvas = document.querySelector('#map canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
    }
    return colours.size;
}"""

ALL_IN_SIGHT = """() => {
    const map = document.getElementById('map');
    return Object.keys(map.network.getPositions()).every((name) => {
        const box = map.network.getBoundingBox(name);
        const start = map.network.canvasToDOM({ x: box.left, y: box.top });
        const end = map.network.canvasToDOM({ x: box.right, y: box.bottom });
        return start.x >= 0 && start.y >= 0 && end.x <= map.clientWidth && end.y <= map.clientHeight;
    });
}"""

WIDEST_BEYOND_ITS_BOX = """() => {
    const ctx = document.createElement('canvas').getContext('2d');
    const { nodes, extent } = JSON.parse(document.getElementById('network-data').textContent);
    return Math.max(...nodes.flatMap(({ box }) => box.lines.map((line) => {
        ctx.font = `${box.size}px Arial, "Liberation Sans", Helvetica, sans-serif`;
        return ctx.measureText(line).width - (box.width - extent.tab - 8);
    })));
}"""


def test_the_picture_is_drawn_whole(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html", viewport={"width": 1280, "height": 800}).page
    assert page.evaluate(COLOURS) > 50
    assert page.evaluate(ALL_IN_SIGHT)


def test_every_label_fits_its_box(opened: Callable[..., Opened], folder: Path) -> None:
    assert opened(folder / "network.html").page.evaluate(WIDEST_BEYOND_ITS_BOX) <= 0


def test_the_canvas_is_named_and_the_tables_are_complete(
    opened: Callable[..., Opened], folder: Path, seed_store: ox.Store
) -> None:
    page = opened(folder / "network.html").page
    canvas = page.get_by_role("img")
    assert "tables" in (canvas.get_attribute("aria-label") or "")
    graph = themes(seed_store)
    rows = page.get_by_role("table", name="Themes of findings").get_by_role("rowheader").all_inner_texts()
    assert sorted(rows) == sorted(label for _, label in graph.nodes(data="label"))
    drawn = [line for *_, line in graph.edges(data=True) if line["strongest"]]
    assert page.get_by_role("table", name="Lines drawn").get_by_role("rowheader").count() == len(drawn)


@pytest.mark.parametrize("name", ["index.html", "network.html"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_over_the_side(
    opened: Callable[..., Opened], folder: Path, name: str, width: int
) -> None:
    page = opened(folder / name, viewport={"width": width, "height": 800}).page
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_picture_opens_on_demand(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html", viewport={"width": 390, "height": 844}, has_touch=True).page
    assert not page.locator("#map").is_visible()
    page.locator("summary").click()
    page.wait_for_timeout(200)
    scale = page.evaluate("document.getElementById('map').network.getScale()")
    assert scale > 0.5  # readable: the frame scrolls instead


def test_choosing_a_theme_or_a_line_says_what_it_is(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html", viewport={"width": 1280, "height": 1400}).page
    map_, note = page.locator("#map"), page.get_by_role("status")
    at = page.evaluate(WHERE, "information-sharing")
    map_.click(position={"x": at["x"] - 60, "y": at["y"] + 10})  # near a corner
    page.wait_for_timeout(100)
    assert note.inner_text().startswith("Information sharing (Working together):")
    map_.click(position={"x": 2, "y": 2})
    page.wait_for_timeout(100)
    assert note.inner_text().startswith("Choose a theme")


def test_the_buttons_zoom(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html").page
    scale = "document.getElementById('map').network.getScale()"
    start = page.evaluate(scale)
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(scale) > start
    page.get_by_role("button", name="Show all").click()
    assert page.evaluate(scale) == pytest.approx(start)


def test_the_page_works_by_keyboard(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_scripts_the_tables_are_there(opened: Callable[..., Opened], folder: Path) -> None:
    page = opened(folder / "network.html", java_script_enabled=False).page
    assert page.get_by_text("The picture needs scripts").is_visible()
    assert page.get_by_role("rowheader").count() > 50


def test_markup_and_script_in_every_text_run_nothing(
    opened: Callable[..., Opened], small_store: ox.Store, tmp_path: Path
) -> None:
    for quad in list(small_store):
        if isinstance(quad.object, ox.Literal) and quad.object.language:
            text = ox.Literal(quad.object.value + HOSTILE, language="en")
            small_store.remove(quad)
            small_store.add(ox.Quad(quad.subject, quad.predicate, text, quad.graph_name))
    for path in site.write(small_store, tmp_path):
        it = opened(path)
        if path.name == "network.html":
            for name in ("a", "d"):
                at = it.page.evaluate(WHERE, name)
                it.page.locator("#map").hover(position=at)
                it.page.locator("#map").click(position=at)
                it.page.wait_for_timeout(400)
            assert HOSTILE in it.page.get_by_role("status").inner_text()
        assert it.page.evaluate("window.hit") is None
        assert it.requests == [path.as_uri()]
        assert it.messages == []


def test_the_policy_stops_a_script(opened: Callable[..., Opened], folder: Path, tmp_path: Path) -> None:
    content = (folder / "network.html").read_text("utf-8")
    broken = tmp_path / "broken.html"
    smuggled = '<script>window.hit=1</script><img src="http://127.0.0.1:9/" onerror="window.hit=1">'
    broken.write_text(content.replace('<main id="main"', f'{smuggled}<main id="main"'), "utf-8")
    it = opened(broken)
    assert it.page.evaluate("window.hit") is None
    assert it.page.evaluate("document.scripts.length") == 4
    assert any("Content Security Policy" in message for message in it.messages)
    assert it.page.locator("#map canvas").count() == 1
