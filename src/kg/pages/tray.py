"""The page of the tray, and all statements as a script, since a page from disk can read no other data.

The tray's ids are looked up in `assets/statements.js`, so that a link to a tray needs to carry ids alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.pages.dates import when
from kg.pages.entities.shared import KINDS
from kg.pages.handout import CAUTION
from kg.pages.render import site_page
from kg.pages.words import cite, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.catalogue import Catalogue, Source


def tray_page(catalogue: Catalogue) -> str:
    """Return the page of the tray."""
    return site_page(
        "tray.html",
        "tray.html",
        current="tray",
        sources=sources(catalogue),
        caution=CAUTION,
        linked_scripts=("statements.js", "tray.js"),
    )


def statements_script(catalogue: Catalogue) -> str:
    """Return a script that sets `kg.said` to all statements, their reviews, themes and agencies.

    Lists refer to each other by number of place. The script is ASCII, and holds no `<`.
    """
    wordings = sorted({one.wording for one in catalogue.statements.values()})
    data = {
        "caution": CAUTION,
        "cite": cite(catalogue),
        "kinds": KINDS,
        "wordings": wordings,
        "themes": [each.label for each in catalogue.themes.values()],
        "agencies": [each.label for each in catalogue.agencies.values()],
        "reviews": [
            {
                "id": review.id,
                "title": review.title,
                "year": review.year or "",
                "source": _source(catalogue.sources[review.source], review.item),
            }
            for review in catalogue.reviews.values()
        ],
        "statements": list(_statements(catalogue, wordings)),
    }
    written = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f'"use strict";\nkg.said = {written};\n'


def _statements(catalogue: Catalogue, wordings: list[str]) -> Iterator[dict[str, Any]]:
    reviews, themes, agencies = (
        {each: number for number, each in enumerate(those)}
        for those in (catalogue.reviews, catalogue.themes, catalogue.agencies)
    )
    for one in catalogue.statements.values():
        yield {
            "id": one.id,
            "kind": one.kind,
            "review": reviews[one.review],
            "text": one.text,
            "wording": wordings.index(one.wording),
            "themes": [themes[each] for each in one.themes],
            "asked": [agencies[each] for each in one.those("addressed")],
            "about": [agencies[each] for each in one.those("about")],
        }


def _source(source: Source, item: int) -> str:
    added = f"added to the collection in {when(source.issued)}" if source.issued else "not dated"
    return f"{source.title}, {source.publisher}, item {item}, {added}"
