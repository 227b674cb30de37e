"""The pages about the data: the files to take away, and what the terms of the graph mean."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.namespaces import PREFIXES
from kg.pages.render import site_page
from kg.pages.words import cite, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.catalogue import Catalogue
    from kg.catalogue.terms import Terms

FILES: Final = (
    ("data/case-reviews.ttl", "Turtle", "graph tools, and people who read RDF"),
    ("data/case-reviews.trig", "TriG", "the same with its named graphs: who says what"),
    ("data/case-reviews.jsonld", "JSON-LD", "programs that read JSON"),
    ("data/statements.csv", "Statements (CSV)", "spreadsheets: a row for each statement"),
    ("data/reviews.csv", "Reviews (CSV)", "spreadsheets: a row for each review"),
    ("data/themes.csv", "Themes (CSV)", "the theme vocabulary"),
    ("data/agencies.csv", "Agencies (CSV)", "the agency vocabulary"),
    ("data/ontology.ttl", "Ontology (Turtle)", "what the terms of the graph mean"),
)
"""The files that the page leads to: address in the site, words, and what each is for."""


def data_page(catalogue: Catalogue, contents: Mapping[str, str]) -> str:
    """Return the page that leads to the data as files.

    Args:
        catalogue: of the store that the files were made of.
        contents: of each of `FILES`, by address.
    """
    files = [
        {
            "name": name,
            "words": words,
            "use": use,
            "size": f"{len(contents[name].encode()) / 1000:.0f}",
            "sha256": sha256(contents[name].encode()).hexdigest(),
        }
        for name, words, use in FILES
    ]
    return site_page(
        "data.html",
        "data.html",
        current="data",
        sources=sources(catalogue),
        files=files,
        counts=[
            ("Sources", len(catalogue.sources)),
            ("Reviews", len(catalogue.reviews)),
            ("Statements", len(catalogue.statements)),
            ("Findings and recommendations", len(catalogue.points)),
            ("Themes that they are about", len(catalogue.of_theme)),
            ("Agencies that they ask or tell of", len(catalogue.of_agency)),
        ],
        citation=f"Case review knowledge graph. {cite(catalogue)}",
    )


def ontology_page(catalogue: Catalogue, terms: Terms) -> str:
    """Return the page that says what the classes, properties and codes mean."""
    return site_page(
        "ontology.html",
        "ontology.html",
        current="data",
        sources=sources(catalogue),
        namespace=PREFIXES["cr"],
        title=terms.title,
        description=terms.description,
        version=terms.version,
        classes=terms.classes,
        properties=terms.properties,
        schemes=terms.schemes,
    )
