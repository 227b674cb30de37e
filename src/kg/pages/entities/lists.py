"""The lists that lead to the pages of reviews, themes, agencies and recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.pages.entities.shared import KINDS, ROLES
from kg.pages.render import site_page
from kg.pages.words import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.catalogue import Catalogue, Concept, Review, Statement

Cell = dict[str, str | int | bool]

NOBODY: Final = "Nobody named"


def review_list(catalogue: Catalogue) -> str:
    """Return the list of all reviews."""
    rows = [_review(review, catalogue) for review in catalogue.reviews.values()]
    words = ("Review", "Type of review", "What happened", "Age band", "Year of the event")
    return _list(
        catalogue,
        "reviews",
        rows,
        columns=[*_columns(words), *_columns(("Findings", "Recommendations"), number=True)],
        title="Reviews",
        lead="Every review of the collection, in the order of its source.",
        caption="Reviews, with what was matched in each summary",
    )


def _review(review: Review, catalogue: Catalogue) -> list[Cell]:
    kinds = [one.kind for one in catalogue.of_review.get(review.id, ())]
    said = [
        review.type.label,
        "; ".join(code.label for code in review.outcomes),
        "; ".join(code.label for code in review.bands) or "not stated",
        review.year or "not stated",
    ]
    counts = [
        (kinds.count("finding"), review.findings.label),
        (kinds.count("recommendation"), review.recommendations.label),
    ]
    return [
        {"text": review.title, "href": f"reviews/{review.id}.html"},
        *_words(said),
        *_numbers([count or how for count, how in counts]),
    ]


def _words(values: Sequence[str]) -> list[Cell]:
    return [{"text": value} for value in values]


def _numbers(values: Sequence[int | str]) -> list[Cell]:
    return [{"text": value, "number": True} for value in values]


def concept_list(catalogue: Catalogue, kind: str) -> str:
    """Return the list of all themes or agencies that stand in a group.

    Args:
        catalogue: that they are in.
        kind: `theme` or `agency`.
    """
    is_theme = kind == "theme"
    folder = "themes" if is_theme else "agencies"
    concepts = catalogue.themes if is_theme else catalogue.agencies
    found = catalogue.of_theme if is_theme else catalogue.of_agency
    rows = [_row(each, found.get(each.id, ()), folder) for each in concepts.values() if each.groups]
    lead = (
        "Every theme of the vocabulary, with how many reviews raise it in a finding or recommendation."
        if is_theme
        else "Every agency and role of the vocabulary, with how many reviews ask it to act or tell of it."
    )
    return _list(
        catalogue,
        folder,
        rows,
        columns=[
            *_columns(("Theme" if is_theme else "Agency", "Group")),
            *_columns(("Reviews", "Findings", "Recommendations"), number=True),
        ],
        title="Themes" if is_theme else "Agencies",
        lead=lead,
        caption=f"{'Themes' if is_theme else 'Agencies'} by name",
    )


def _row(concept: Concept, said: Sequence[Statement], folder: str) -> list[Cell]:
    """Return the row of a theme or agency: its name, its groups, and how often it is spoken of."""
    kinds = [one.kind for one in said]
    return [
        {"text": concept.label, "href": f"{folder}/{concept.id}.html"},
        {"text": "; ".join(group.label for group in concept.groups)},
        *_numbers([len({one.review for one in said}), kinds.count("finding"), kinds.count("recommendation")]),
    ]


def recommendations_page(catalogue: Catalogue) -> str:
    """Return all recommendations, under each agency that they ask to act."""
    every = [one for one in catalogue.points if one.kind == "recommendation"]
    groups = [
        {
            "id": agency.id,
            "label": agency.label,
            "statements": [one for one in every if agency.id in one.those("addressed")],
        }
        for agency in catalogue.agencies.values()
    ]
    groups.append(
        {
            "id": "nobody",
            "label": NOBODY,
            "statements": [one for one in every if not one.those("addressed")],
        }
    )
    return site_page(
        "recommendations.html",
        "recommendations.html",
        current="recommendations",
        sources=sources(catalogue),
        groups=[group for group in groups if group["statements"]],
        c=catalogue,
        kinds=KINDS,
        roles=ROLES,
    )


def _columns(words: Sequence[str], *, number: bool = False) -> list[Cell]:
    return [{"words": each, "number": number} for each in words]


def _list(catalogue: Catalogue, name: str, rows: list[list[Cell]], **shown: Any) -> str:
    return site_page(
        "list.html",
        f"{name}/index.html",
        current=name,
        sources=sources(catalogue),
        trail=[],
        table_id=f"{name}-table",
        rows=rows,
        kinds=KINDS,
        roles=ROLES,
        **shown,
    )
