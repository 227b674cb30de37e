"""The page that finds reviews, statements, themes, agencies and questions by their words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.pages.entities.shared import KINDS
from kg.pages.render import site_page
from kg.pages.words import sources

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from kg.catalogue import Catalogue, Concept
    from kg.query import Question

Thing = dict[str, str]


def search_page(catalogue: Catalogue) -> str:
    """Return the page that searches."""
    return site_page(
        "search.html",
        "search.html",
        current="search",
        sources=sources(catalogue),
        linked_scripts=["minisearch.js", "search-index.js", "search.js"],
    )


def things_script(catalogue: Catalogue, said: Container[str], questions: Iterable[Question]) -> str:
    """Return what can be found, as a script, which a page from a disk can load where it may fetch nothing.

    Args:
        catalogue: of all reviews.
        said: ids of the statements whose words may be shown.
        questions: that have a page.
    """
    every = [*_reviews(catalogue), *_statements(catalogue, said)]
    every += _concepts(catalogue.themes.values(), "Theme", "themes")
    every += _concepts(catalogue.agencies.values(), "Agency", "agencies")
    every += [
        _thing("Question", one.title, f"questions/{one.name}.html", one.question, one.name)
        for one in questions
    ]
    numbered = [{"id": number, **thing} for number, thing in enumerate(every)]
    return f'"use strict";\nkg.things = {json.dumps(numbered)};\n'


def _thing(kind: str, title: str, href: str, text: str = "", names: str = "") -> Thing:
    return {"kind": kind, "title": title, "href": href, "text": text, "names": names}


def _reviews(catalogue: Catalogue) -> Iterator[Thing]:
    for own, review in catalogue.reviews.items():
        codes = (review.type, *review.outcomes, *review.causes, *review.bands)
        said = "; ".join(code.label for code in codes)
        yield _thing("Review", review.title, f"reviews/{own}.html", said, f"{review.alias} {own}")


def _statements(catalogue: Catalogue, said: Container[str]) -> Iterator[Thing]:
    for own, one in catalogue.statements.items():
        if own not in said:
            continue
        review = catalogue.reviews[one.review]
        themes = " ".join(catalogue.themes[theme].label for theme in one.themes)
        href = f"reviews/{one.review}.html#{own}"
        yield _thing(KINDS[one.kind], one.text, href, review.title, f"{own} {themes}")


def _concepts(concepts: Iterable[Concept], kind: str, folder: str) -> Iterator[Thing]:
    for each in concepts:
        names = " ".join((each.id, *each.alternatives, *each.contested))
        yield _thing(kind, each.label, f"{folder}/{each.id}.html", each.definition, names)
