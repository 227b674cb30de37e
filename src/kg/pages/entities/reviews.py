"""The page of one review: what it is, what its summary says, and which others are like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.iris import iri
from kg.pages.dates import when
from kg.pages.entities.shared import KINDS, ROLES, Entity, neighbours
from kg.pages.render import site_page
from kg.pages.words import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.catalogue import Catalogue, Concept, Review

SECTIONS: Final = (
    ("What happened", "summary", ""),
    ("Findings", "finding", "The summary lists none."),
    ("Recommendations", "recommendation", "The summary lists none."),
    ("Action already taken", "action", ""),
    ("Notes", "note", ""),
)


@dataclass(frozen=True, slots=True)
class Similar:
    """A review that is like another, and the themes that they share, the rarest first."""

    review: Review
    themes: tuple[Concept, ...]


def review_page(entity: Entity, catalogue: Catalogue, similar: Sequence[Similar], chance: str) -> str:
    """Return the page of a review.

    Args:
        entity: which review, and what stands in its page's head.
        catalogue: that it is in.
        similar: those like it, the most alike first.
        chance: what may be said of chance, in a sentence.
    """
    review = catalogue.reviews[entity.id]
    source = catalogue.sources[review.source]
    previous, following = neighbours(list(catalogue.reviews.values()), entity.id)
    return site_page(
        "review.html",
        f"reviews/{review.id}.html",
        current="",
        sources=sources(catalogue),
        trail=[("Reviews", "reviews/index.html")],
        title=review.title,
        id=review.id,
        iri=iri("review", review.id),
        json_ld=entity.json_ld,
        review=review,
        source=source,
        added=when(source.issued) if source.issued else "",
        occurred=when(review.occurred) if review.occurred else "",
        statements=catalogue.of_review.get(review.id, ()),
        sections=SECTIONS,
        similar=[(each.review, each.themes) for each in similar],
        chance=chance,
        previous=previous,
        next=following,
        what="review",
        c=catalogue,
        kinds=KINDS,
        roles=ROLES,
    )
