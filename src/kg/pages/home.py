"""The page to begin with: what is here, and the ways to what people come for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.pages.render import site_page
from kg.pages.words import period, sources

if TYPE_CHECKING:
    from kg.catalogue import Catalogue

MOST: Final = 10
"""How many of the most common themes are listed."""


def home_page(catalogue: Catalogue) -> str:
    """Return the home page of the site."""
    kinds = [one.kind for one in catalogue.points]
    ranked = sorted(
        catalogue.of_theme.items(),
        key=lambda item: (-len({one.review for one in item[1]}), -len(item[1]), item[0]),
    )
    return site_page(
        "home.html",
        "index.html",
        current="home",
        sources=sources(catalogue),
        reviews=list(catalogue.reviews.values()),
        counts={
            "reviews": len(catalogue.reviews),
            "findings": kinds.count("finding"),
            "recommendations": kinds.count("recommendation"),
            "themes": len(catalogue.of_theme),
        },
        period=period(catalogue),
        common=[
            (catalogue.themes[theme], len({one.review for one in said})) for theme, said in ranked[:MOST]
        ],
    )
