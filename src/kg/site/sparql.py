"""The page that asks in SPARQL, with its editor; engine and graph are those of the pages of questions."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from kg.pages.render import asset
from kg.pages.sparql import sparql_page
from kg.query import by_topic, questions
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.catalogue import Catalogue


def sparql(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the page, its style and scripts, and the licences of what others wrote of the site's scripts."""
    vendored = files("kg") / "vendored"
    yield "sparql.html", sparql_page(catalogue, by_topic(questions(shipped("queries"))))
    yield "assets/sparql.css", (vendored / "yasqe.css").read_text("utf-8") + asset("sparql.css")
    scripts = ("sparql_engine", "sparql_editor", "sparql")
    yield "assets/sparql.js", "".join(asset(f"scripts/{name}.js") for name in scripts)
    yield "assets/yasqe.js", (vendored / "yasqe.js").read_text("utf-8")
    named = sorted((each.name, each) for each in vendored.iterdir() if each.name.endswith(".LICENSE"))
    texts = (f"{name.removesuffix('.LICENSE')}.js\n\n{each.read_text('utf-8')}" for name, each in named)
    yield "assets/licences.txt", "\n\n".join(texts)
