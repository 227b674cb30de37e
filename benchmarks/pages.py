"""How soon the page of a network is ready, and how smoothly its map moves, in Chromium, measured in one run.

    .venv/bin/python -m benchmarks.pages [reviews] [themes]

The page is opened from a file in a fresh profile, `RUNS` times. Ready is when every view can be used, counted
from the moment the address is asked for; frames are counted over two seconds of dragging the map to and fro.
Without a graphics card, as here, the browser draws with the processor. The load of the machine stands first:
a figure from a busy machine is worth little. Targets, for 2,000 reviews and 150 themes: ready within 1 s, 50
frames a second.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.conftest import ARGUMENTS
from tests.pages import synthetic

from kg.pages import Look, explorer_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RUNS = 5
WINDOW = {"width": 1400, "height": 900}
DRAG = """async (zoom) => {
    for (let each = 0; each < zoom; each += 1) kg.zoom(1.3);
    const on = document.getElementById('picture') ?? document.querySelector('#canvas canvas');
    const box = on.getBoundingClientRect();
    const at = { x: box.left + box.width / 2, y: box.top + box.height / 3 };
    const mouse = { bubbles: true, button: 0, buttons: 1, pointerType: 'mouse', pointerId: 1 };
    const send = (kind, x, y) => on.dispatchEvent(
        new PointerEvent(kind, { ...mouse, isPrimary: true, clientX: x, clientY: y }));
    send('pointerdown', at.x, at.y);
    let frames = 0, x = at.x;
    const start = performance.now();
    await new Promise((done) => {
        const step = () => {
            frames += 1;
            x += frames % 60 < 30 ? 6 : -6;
            send('pointermove', x, at.y + frames % 40);
            if (performance.now() - start < 2000) requestAnimationFrame(step); else done(); };
        requestAnimationFrame(step);
    });
    const taken = performance.now() - start;
    send('pointerup', x + 50, at.y);
    if (!location.hash.includes('at=')) throw new Error('the map did not move');
    return 1000 * frames / taken;
}"""


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """Open a page in a fresh profile; return it, and the seconds until it is ready."""
    page = browser.new_context(viewport=WINDOW).new_page()
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function("document.body.dataset.ready === 'true'")
    return page, time.perf_counter() - start


def show(browser: Browser, path: Path, renderer: str) -> None:
    """Print the figures of one page."""
    for view in ("", "#view=map"):
        taken = []
        for _ in range(RUNS):
            page, seconds = opened(browser, path.as_uri() + view)
            taken.append(seconds)
            page.context.close()
        name = "the whole map" if view else "one theme"
        span = f"from {min(taken):.2f} to {max(taken):.2f}"
        print(f"{renderer}: ready on {name:14} {median(taken):6.2f} s ({span})")
    for zoom, name in ((0, "all of it"), (4, "near enough to read")):
        page, _ = opened(browser, f"{path.as_uri()}#view=map")
        print(f"{renderer}: dragging the map, {name:20} {page.evaluate(DRAG, zoom):6.1f} frames a second")
        page.context.close()


def main(reviews: int = 2000, themes: int = 150) -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        sys.exit("No chromium or google-chrome on the PATH: install one of them.")
    whole = synthetic.catalogue(reviews, themes)
    graph = synthetic.theme_network(whole)
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    print(f"{reviews:,} reviews, {themes} themes, {graph.number_of_edges():,} lines; {os.cpu_count()} cores")
    print(f"load of the machine over 1, 5 and 15 minutes: {load}; medians of {RUNS} runs")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        for renderer in ("svg", "pyvis"):
            path = Path(folder) / f"{renderer}.html"
            path.write_text(explorer_page(graph, whole, Look(renderer)), encoding="utf-8")
            print(f"{renderer}: {path.stat().st_size / 1000:,.0f} KB")
            show(browser, path, renderer)
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
