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
    return pages.network_page(network.themes(store), pages.facts(store))


def write(store: Store, folder: Path) -> list[Path]:
    """Write the pages of a store into a folder, which is made where there is none.

    Returns:
        The files written, in order of name: `index.html` and `network.html`, as UTF-8 with Unix line ends.

    Raises:
        OSError: a page cannot be written; what stood there is untouched.
    """
    written = {"index.html": pages.home_page(pages.facts(store)), "network.html": network_page(store)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        write_text(folder / name, content)
    return [folder / name for name in written]
