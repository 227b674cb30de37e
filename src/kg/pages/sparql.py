"""The page for people who know SPARQL: an editor, the named questions as examples, and the answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from kg.namespaces import PREFIXES
from kg.pages.render import site_page
from kg.pages.words import sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.catalogue import Catalogue
    from kg.query import Question


def sparql_page(catalogue: Catalogue, topics: Mapping[str, Sequence[Question]]) -> str:
    """Return the page that asks in SPARQL.

    Args:
        catalogue: of the store that the site is made of.
        topics: the questions of each topic, as `kg.query.by_topic` gives them; there is at least one.
    """
    every = [question for those in topics.values() for question in those]
    told = {"questions": {each.name: each.text for each in every}, "prefixes": dict(PREFIXES)}
    return site_page(
        "sparql.html",
        "sparql.html",
        current="questions",
        sources=sources(catalogue),
        engine=True,
        thread=True,
        linked_scripts=["yasqe.js", "engine.js", "sparql.js"],
        topics=[(topic.capitalize(), those) for topic, those in topics.items()],
        first=min(every, key=lambda each: len(each.text)),  # the quickest to read
        prefixes=PREFIXES.items(),
        told=Markup(json.dumps(told).replace("<", "\\u003c")),  # noqa: S704 - nothing in it can end a script element
    )


def sparql_address(text: str) -> str:
    """Return where in the site a query can be changed and asked.

    Example:
        >>> sparql_address("ASK { ?s a cr:Review }")
        'sparql.html#query=ASK%20%7B%20%3Fs%20a%20cr%3AReview%20%7D'
    """
    return f"sparql.html#query={quote(text, safe='')}"
