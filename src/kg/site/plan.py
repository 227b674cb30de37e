"""What a site is made of: each part yields its files as (path in the site, content)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import catalogue, pages
from kg.pages import Look
from kg.pages.handout import FOLDERS, handout, handout_page
from kg.pages.render import asset
from kg.pages.tray import statements_script, tray_page
from kg.site.data import data
from kg.site.entities import entities
from kg.site.networks import NETWORKS
from kg.site.questions import answered, published
from kg.site.search import search
from kg.site.sparql import sparql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.catalogue import Catalogue

    Files = Iterator[tuple[str, str]]


def plan(store: Store) -> Files:
    """Yield every file of the site of a store, in a fixed order.

    Args:
        store: of a build.
    """
    whole = catalogue.read(store)
    yield "index.html", pages.home_page(whole)
    yield from _networks(store, whole)
    yield from entities(store, whole)
    yield from data(store, whole)
    public = published(store)
    yield from answered(public, whole)
    yield from search(public, whole)
    yield from sparql(whole)
    yield from _handouts(whole)
    yield "tray.html", tray_page(whole)
    yield "assets/statements.js", statements_script(whole)
    yield from _assets()


def _networks(store: Store, whole: Catalogue) -> Files:
    """Yield the page of each network that is small enough to be drawn: themes always are."""
    look = Look(in_site=True)
    yield "network.html", pages.explorer_page(NETWORKS["themes"](store, "all"), whole, look)
    for kind in ("reviews", "agencies"):
        yield f"network-{kind}.html", pages.explorer_page(NETWORKS[kind](store, "all"), whole, look)


def _handouts(whole: Catalogue) -> Files:
    """Yield the handout of every theme, agency and review that has statements."""
    for kind, those in (("theme", whole.of_theme), ("agency", whole.of_agency), ("review", whole.of_review)):
        for own in sorted(those):
            told = handout(kind, own, whole)
            yield f"handouts/{FOLDERS[kind]}-{own}.html", handout_page(told, in_site=True)


def _assets() -> Files:
    """Yield the style and the scripts that the pages share."""
    yield "assets/site.css", "".join(map(asset, ("style.css", "explorer.css")))
    shared = ("base", "table", "tray", "seek", "site")
    yield "assets/site.js", "".join(asset(f"scripts/{name}.js") for name in shared)
    yield "assets/tray.js", "".join(asset(f"scripts/{name}.js") for name in ("word", "tray_page"))
