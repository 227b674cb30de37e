"""The page to begin with: what is here, the way to the network, and how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.pages.render import page

if TYPE_CHECKING:
    from kg.pages.facts import Facts


def home_page(facts: Facts) -> str:
    """Return the home page as HTML."""
    return page("home.html", facts=facts)
