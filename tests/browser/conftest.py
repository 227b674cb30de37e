"""A real browser, pages from files, and what every page must keep to."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg import site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")
CODED = re.compile("(notation|sha256|preferredNamespaceUri)$")
"""Terms whose strings are codes and digests, by which pages find things, and no words."""

HOSTILE = (
    '"><img src=x onerror="window.hit=1"><script>window.hit=1</script><a href="javascript:window.hit=1">'
    "</title></script><!--{{ 7 * 7 }}&amp;\u2028'`"
)


class Opened:
    """A page in a fresh profile, with every request and every message it made."""

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        self.context = browser.new_context(**settings)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.scripted = settings.get("java_script_enabled", True)
        self.go(address)

    def go(self, address: str) -> None:
        """Go to a page in the same window, where a fresh profile adds nothing, and wait until it is ready."""
        self.page.goto(address)
        if self.scripted:
            self.page.wait_for_function(
                "() => document.body.dataset.ready === 'true' || !document.scripts.length"
            )

    @property
    def elsewhere(self) -> list[str]:
        """The requests for anything but files beside the page."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]

    def axe(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA and best practice: rule and element."""
        # The page's policy allows no script but its own, so the checker comes in by the browser's debugger.
        self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8") + "\n;0")
        found = self.page.evaluate(
            "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
            "'best-practice'], resultTypes: ['violations'], preload: false})"
        )
        return [
            f"{rule['id']}: {node['html'][:160]}"
            for rule in found["violations"]
            for node in rule["nodes"][:3]
        ]

    def overflow(self) -> list[str]:
        """What makes the page wider than its window: nothing, or the elements that reach over its side."""
        # A phone's `innerWidth` grows with what is too wide: what counts is the width that was asked for.
        size = self.page.viewport_size
        found: list[str] = self.page.evaluate(
            """(width) => document.documentElement.scrollWidth <= width ? []
            : [...document.querySelectorAll('body *')]
            .filter((each) => each.getBoundingClientRect().right > width + 1)
            .map((each) => each.outerHTML.slice(0, 120))""",
            size and size["width"],
        )
        return found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a page: `opened(path, '#view=map', **settings of the browser's context)`."""
    made: list[Opened] = []

    def open_(path: Path, fragment: str = "", **settings: Any) -> Opened:
        made.append(Opened(browser, path.as_uri() + fragment, **settings))
        return made[-1]

    yield open_
    for each in made:
        each.context.close()


@pytest.fixture(scope="session")
def folder(seed_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped records."""
    folder = tmp_path_factory.mktemp("site")
    site.write(seed_store, folder, sync=False)
    return folder


@pytest.fixture(scope="session")
def hostile_store(seed_store: ox.Store) -> ox.Store:
    """The shipped graph with markup and script at the end of every text of every record and vocabulary."""
    kept = ox.Store()
    for quad in seed_store:
        value = quad.object
        if isinstance(value, ox.Literal) and value.language:
            value = ox.Literal(value.value + HOSTILE, language=value.language)
        elif (
            isinstance(value, ox.Literal)
            and value.datatype == STRING
            and not CODED.search(quad.predicate.value)
        ):
            value = ox.Literal(value.value + HOSTILE)
        kept.add(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return kept


@pytest.fixture(scope="session")
def hostile_folder(hostile_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile graph."""
    folder = tmp_path_factory.mktemp("hostile")
    site.write(hostile_store, folder, sync=False)
    return folder
