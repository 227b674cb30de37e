"""A page for every review, theme and agency, and the lists that lead to them."""

from __future__ import annotations

from kg.pages.entities.concepts import concept_page
from kg.pages.entities.lists import concept_list, recommendations_page, review_list
from kg.pages.entities.reviews import Similar, review_page

__all__ = ["Similar", "concept_list", "concept_page", "recommendations_page", "review_list", "review_page"]
