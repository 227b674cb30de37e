"""The site: every page, written into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import network, pages
from kg.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store


def network_page(store: Store) -> str:
    """Return the page of the network of themes of a store."""
    return _network_page(store, pages.facts(store))


def _network_page(store: Store, facts: pages.Facts) -> str:
    return pages.network_page(network.themes(store), facts)


def write(store: Store, folder: Path) -> list[Path]:
    """Write the pages of a store into a folder, which is made where there is none.

    Returns:
        The files written, in order of name: `index.html` and `network.html`, as UTF-8 with Unix line ends.

    Raises:
        BuildError: a page cannot be written; what stood there is untouched.
    """
    facts = pages.facts(store)
    written = {"index.html": pages.home_page(facts), "network.html": _network_page(store, facts)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        write_text(folder / name, content)
    return [folder / name for name in written]
