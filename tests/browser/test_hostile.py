"""Markup and script in every text of every record and vocabulary: on every kind of page, nothing runs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import HOSTILE

from kg import catalogue, network
from kg.pages import Look, explorer_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pyoxigraph as ox
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

NO_TEXT = {
    ("Review", "id"), ("Review", "source"), ("Review", "occurred"), ("Review", "year"),
    ("Source", "id"), ("Source", "issued"), ("Source", "sha256"),
    ("Statement", "id"), ("Statement", "kind"), ("Statement", "review"), ("Statement", "themes"),
    ("Statement", "agencies"), ("Code", "id"), ("Concept", "id"),
}  # fmt: skip
"""Fields that hold no words: ids, dates and digests, each of a form that records and shapes check."""

TEXTS = {
    ("Review", "title"), ("Review", "alias"), ("Child", "age"), ("Source", "title"), ("Source", "rights"),
    ("Source", "publisher"), ("Statement", "text"), ("Statement", "heading"), ("Statement", "wording"),
    ("Concept", "label"), ("Concept", "definition"), ("Concept", "alternatives"), ("Concept", "contested"),
    ("Concept", "notes"), ("Code", "label"),
}  # fmt: skip
"""Fields that hold words, and must be among those seen."""

VIEWS = ("#", "#view=map", "#view=table", "#view=compare", "#view=about", "#lines=all&steps=2", "#find=img")
WORK = """async () => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    for (const kind of ['mouseover', 'mouseenter', 'pointerover', 'focusin'])
        for (const each of document.querySelectorAll('main a, main th, main .said, svg .node, svg .line'))
            each.dispatchEvent(new Event(kind, { bubbles: true }));
    const plain = 'main button:not([data-do=svg]):not([data-do=png]):not([data-do=csv]):not([data-csv])'
        + ':not([data-tray]):not([data-save])';
    for (const each of [...document.querySelectorAll(plain)].slice(0, 60)) each.click();
    await new Promise((done) => setTimeout(done, 100));
}"""
"""What a reader might do on a page: open, point, press."""


def strings(thing: Any) -> Iterator[tuple[str, str, str]]:
    """Every text in plain data: of which class, which field, and the text itself."""
    for field in fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, str):
            yield type(thing).__name__, field.name, value
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(value, tuple) and isinstance(each, str):
                yield type(thing).__name__, field.name, each
            elif is_dataclass(each):
                yield from strings(each)


def test_every_text_that_pages_are_made_of_is_hostile(hostile_store: ox.Store) -> None:
    """Else the tests below would prove nothing."""
    whole = catalogue.read(hostile_store)
    clean = defaultdict(set)
    seen = set()
    for those in (whole.sources, whole.reviews, whole.statements, whole.themes, whole.agencies):
        for each in those.values():
            for kind, field, text in strings(each):
                seen.add((kind, field))
                if HOSTILE not in text and text:
                    clean[kind, field].add(text)
    assert set(clean) <= NO_TEXT, {key: sorted(clean[key])[:3] for key in set(clean) - NO_TEXT}
    assert seen >= TEXTS


def kinds(folder: Path) -> list[Path]:
    """Each kind of page: all at the top, and of each folder its list, its largest and its smallest page."""
    found = sorted(folder.glob("*.html"))
    for inner in sorted(each for each in folder.iterdir() if each.is_dir()):
        pages = sorted(inner.glob("*.html"), key=lambda path: (path.stat().st_size, path.name))
        found += {
            path.name: path for path in [*pages[:1], *pages[-1:], inner / "index.html"] if path.exists()
        }.values()
    return found


def harmless(found: Opened, name: str) -> None:
    assert found.page.evaluate("window.hit") is None, name
    assert found.page.locator("body img").count() == 0, name
    assert found.page.locator("a[href^='javascript']").count() == 0, name
    assert found.elsewhere == [], name
    assert [each for each in found.messages if "Content Security Policy" in each] == [], name


def test_nothing_runs_on_any_kind_of_page(opened: Open, hostile_folder: Path) -> None:
    pages = kinds(hostile_folder)
    assert {path.parent.name for path in pages} >= {"reviews", "themes", "agencies", "questions", "handouts"}
    for path in pages:
        found = opened(path)
        for view in VIEWS if path.name.startswith("network") else ("#", "#find=img"):
            found.page.evaluate(f"location.hash = {view!r}")
            if path.name != "sparql.html":
                found.page.evaluate(WORK)
        harmless(found, path.name)
        found.context.close()


def test_nothing_runs_on_the_page_that_pyvis_draws(
    opened: Open, hostile_store: ox.Store, tmp_path: Path
) -> None:
    path = tmp_path / "network.html"
    graph = network.themes(hostile_store, "all")
    path.write_text(explorer_page(graph, catalogue.read(hostile_store), Look("pyvis")), encoding="utf-8")
    found = opened(path, "#view=map")
    spot = found.page.evaluate(
        """() => { const { network } = document.getElementById('canvas');
        return network.canvasToDOM(network.getPosition('safer-sleep')); }"""
    )
    found.page.locator("#canvas").hover(position=spot)
    found.page.locator("#canvas").click(position=spot)
    for view in VIEWS:
        found.page.evaluate(f"location.hash = {view!r}")
        found.page.evaluate(WORK)
    harmless(found, "pyvis")
