"""The page of one theme or agency: what it means, what was found and recommended, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from kg.iris import iri
from kg.pages.entities.shared import KINDS, ROLES, Entity, neighbours, tallied
from kg.pages.render import site_page
from kg.pages.words import sources

if TYPE_CHECKING:
    from kg.catalogue import Catalogue, Concept, Statement

MOST_JOINED: Final = 12
"""How many other themes or agencies the page of one lists."""


def concept_page(entity: Entity, catalogue: Catalogue, kind: Literal["theme", "agency"]) -> str:
    """Return the page of a theme or an agency.

    Args:
        entity: which one, and what stands in its page's head.
        catalogue: that it is in.
        kind: `theme` or `agency`.
    """
    is_theme = kind == "theme"
    concepts = catalogue.themes if is_theme else catalogue.agencies
    folder = "themes" if is_theme else "agencies"
    concept = concepts[entity.id]
    said = (catalogue.of_theme if is_theme else catalogue.of_agency).get(entity.id, ())
    previous, following = neighbours(list(concepts.values()), entity.id)
    return site_page(
        "concept.html",
        f"{folder}/{concept.id}.html",
        current="",
        sources=sources(catalogue),
        trail=[("Themes" if is_theme else "Agencies", f"{folder}/index.html")],
        title=concept.label,
        id=concept.id,
        iri=iri(kind, concept.id),
        json_ld=entity.json_ld,
        concept=concept,
        narrower=[each for each in concepts.values() if concept.id in {above.id for above in each.broader}],
        folder=folder,
        total=len(catalogue.reviews),
        network=f"network.html#theme={concept.id}"
        if is_theme
        else f"network-agencies.html#agency={concept.id}",
        **_said(said),
        joined=_joined(said, concept, catalogue, is_theme=is_theme),
        previous=previous,
        next=following,
        what=kind,
        c=catalogue,
        kinds=KINDS,
        roles=ROLES,
        **_third(said, catalogue, is_theme=is_theme),
    )


def _said(said: tuple[Statement, ...]) -> dict[str, Any]:
    """Return the statements of a page, by kind, and of how many reviews they are."""
    return {
        "statements": said,
        "findings": [one for one in said if one.kind == "finding"],
        "recommendations": [one for one in said if one.kind == "recommendation"],
        "reviews": len({one.review for one in said}),
    }


def _joined(
    said: tuple[Statement, ...], concept: Concept, catalogue: Catalogue, *, is_theme: bool
) -> list[tuple[Concept, int]]:
    """Return what else the same statements are about, the most often first."""
    if is_theme:
        found = tallied(said, lambda one: one.themes, dict(catalogue.themes))
    else:
        found = tallied(said, lambda one: one.those("addressed", "about"), dict(catalogue.agencies))
    return [(other, count) for other, count, _ in found if other.id != concept.id][:MOST_JOINED]


def _third(said: tuple[Statement, ...], catalogue: Catalogue, *, is_theme: bool) -> dict[str, Any]:
    """Return the third list of a page: for a theme, who is asked to act; for an agency, on which themes."""
    if is_theme:
        asked = [one for one in said if one.kind == "recommendation"]
        return {
            "third_heading": "Asked of whom",
            "third_folder": "agencies",
            "third_none": "No recommendation about it here names who must act.",
            "third": tallied(asked, lambda one: one.those("addressed"), dict(catalogue.agencies)),
        }
    return {
        "third_heading": "On which themes",
        "third_folder": "themes",
        "third_none": "These statements have no theme.",
        "third": tallied(said, lambda one: one.themes, dict(catalogue.themes)),
    }
