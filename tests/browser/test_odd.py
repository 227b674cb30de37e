"""Odd collections and odd addresses: nothing breaks or runs off the page, and what is missing is said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg import graph, site, store
from kg.build.derive import derived_lines
from kg.records import Records
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Opened

    from kg.records import Review, Statement

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

WRONG = re.compile(
    r"undefined|NaN|\bnull\b|Infinity|\[object|\bNone\.|\b1 (reviews|themes|findings|statements)\b"
)
LONG = "Unbroken-and-very-long-" * 20 + "x" * 300


def each(change: Callable[[Statement], Statement | None]) -> Callable[[Records], Records]:
    """Change every statement, or leave it out."""

    def changed(review: Review) -> Review:
        kept = [change(one) for one in review.statements]
        return replace(review, statements=tuple(one for one in kept if one))

    return lambda records: Records(records.sources, tuple(map(changed, records.reviews)))


def no_years(records: Records) -> Records:
    reviews = [replace(one, incident=replace(one.incident, occurred=None)) for one in records.reviews]
    return Records(tuple(replace(one, issued=None) for one in records.sources), tuple(reviews))


def long_words(records: Records) -> Records:
    longer = each(lambda one: replace(one, text=f"{one.text} {LONG}", heading=LONG))(records)
    return Records(
        records.sources, tuple(replace(one, title=f"{one.title} {LONG}") for one in longer.reviews)
    )


ODD: dict[str, Callable[[Records], Records]] = {
    "nothing at all": lambda _: Records((), ()),
    "a source without reviews": lambda records: Records(records.sources, ()),
    "one review": lambda records: Records(records.sources, records.reviews[:1]),
    "no recommendations": each(lambda one: None if one.kind == "recommendation" else one),
    "no findings": each(lambda one: None if one.kind == "finding" else one),
    "no agencies": each(lambda one: replace(one, agencies=())),
    "no themes": each(lambda one: replace(one, themes=())),
    "one theme": each(
        lambda one: replace(one, themes=tuple(tag for tag in one.themes if tag.concept == "safer-sleep"))
    ),
    "no years": no_years,
    "very long words": long_words,
}
MISSING = {
    "nothing at all": {
        "index.html": "This collection holds no review yet.",
        "network.html": "There are no themes to show",
    },
    "no agencies": {"network-agencies.html": "There are no agencies to show"},
    "no recommendations": {"recommendations.html": "No recommendation in these partial summaries."},
    "no themes": {"index.html": "No finding or recommendation of this collection has a theme yet."},
}
"""What pages of an odd collection say in place of a list."""

VIEWS = ("#", "#view=map", "#view=table", "#view=compare", "#view=about")
ADDRESSES = (
    "#theme=", "#theme=%00&link=~", "#link=a~b~c~d", "#view=nonsense&lines=nonsense&steps=99",
    "#at=NaN,1,2&view=map", "#at=1e999,0,1&view=map", "#view=map&at=0,0,-1", "#view=map&at=0,0,1e9",
    "#view=map&at=9e15,9e15,1e-9", "#with=~~~&view=compare", "#band=__proto__&outcome=constructor",
    "#agency=toString&view=table", "#find=%F0%9F%92%A9(((", "#%E0%A4%A", "#=&&&=&theme", "#pick=%",
    "#view=map&theme=__proto__", "#find=" + "a" * 5000, "#review=r-zzzzzzzz&agency=x",
)  # fmt: skip


def some(folder: Path) -> list[Path]:
    """The pages at the top but the one for SPARQL, and of each folder its list and its largest page."""
    found = [path for path in sorted(folder.glob("*.html")) if path.name != "sparql.html"]
    for inner in sorted(one for one in folder.iterdir() if one.is_dir()):
        pages = sorted(inner.glob("*.html"), key=lambda path: (path.stat().st_size, path.name))
        found += dict.fromkeys([*pages[-1:], *(one for one in pages if one.name == "index.html")])
    return found


@pytest.mark.parametrize("name", ODD)
def test_odd_collections_make_whole_pages(
    opened: Open, seed_records: Records, tmp_path: Path, name: str
) -> None:
    kept = store.load(graph.record_lines(ODD[name](seed_records)), shipped("ontology"))
    store.extend(kept, derived_lines(kept))
    site.write(kept, tmp_path, sync=False)
    found = opened(tmp_path / "index.html", viewport={"width": 320, "height": 700})
    for path in some(tmp_path):
        found.go(path.as_uri())
        for view in VIEWS if path.name.startswith("network") else ("#",):
            found.page.evaluate(f"location.hash = {view!r}")
            found.page.wait_for_timeout(20)
            assert not WRONG.search(found.page.inner_text("body")), (path.name, view)
            assert found.overflow() == [], (path.name, view)
        found.page.evaluate("location.hash = '#view=one'")
        found.page.wait_for_timeout(20)
        said = MISSING.get(name, {}).get(str(path.relative_to(tmp_path)), "")
        assert said in found.page.inner_text("body")
        assert not said or "filters: clear one" not in found.page.inner_text("body")
        assert found.messages == [], path.name


@pytest.mark.parametrize("name", ["network.html", "network-reviews.html", "search.html", "tray.html"])
def test_odd_addresses_do_no_harm(opened: Open, folder: Path, name: str) -> None:
    found = opened(folder / name, viewport={"width": 1280, "height": 800})
    for address in ADDRESSES:
        found.page.evaluate(f"location.hash = {address!r}")
        found.page.reload()
        found.page.wait_for_function("() => document.body.dataset.ready === 'true'")
        assert found.page.locator("h1").is_visible(), address
        assert found.messages == [], address
        assert not WRONG.search(found.page.inner_text("main").replace(address[6:], "")), address


def test_reviews_have_names_that_readers_know(opened: Open, folder: Path) -> None:
    page = opened(folder / "network-reviews.html", "#view=map").page
    names = {each.text_content() for each in page.locator("#picture .node text:not(.letter)").all()}
    assert {"Family E", "Child LO", "Emma"} <= names


def test_agencies_begin_with_one_that_has_neighbours(opened: Open, folder: Path) -> None:
    page = opened(folder / "network-agencies.html", viewport={"width": 1280, "height": 800}).page
    assert page.locator("#ego .line").count() > 0
