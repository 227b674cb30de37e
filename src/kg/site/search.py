"""The page that searches the site, and what it searches."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.iris import local_name
from kg.namespaces import CR
from kg.pages.render import asset
from kg.pages.search import search_page, things_script
from kg.query import questions
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.catalogue import Catalogue


def search(store: ox.Store, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the page that searches, its scripts, and the list of what it finds.

    Args:
        store: as `kg.site.questions.published` gives it: a statement whose words stay is not found.
        catalogue: of all reviews.
    """
    text = ox.NamedNode(CR.text)
    said = {local_name(str(quad.subject)[1:-1]) for quad in store.quads_for_pattern(None, text, None)}
    every = questions(shipped("queries")).values()
    yield "search.html", search_page(catalogue)
    yield "assets/search-index.js", things_script(catalogue, said, every)
    yield "assets/search.js", asset("scripts/search.js")
    yield "assets/minisearch.js", (files("kg") / "vendored" / "minisearch.js").read_text("utf-8")
