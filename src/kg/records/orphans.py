"""Statements whose words the present text of their source does not hold: kept in the records, and left out.

A person looks at each and deletes it, or says where its words now stand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.records.model import Records, Review, Statement


def orphans(records: Records) -> Iterator[tuple[Review, Statement]]:
    """Yield every orphaned statement with its review."""
    for review in records.reviews:
        yield from ((review, statement) for statement in review.statements if statement.orphaned)


def is_gone(review: Review) -> bool:
    """Say whether a review is no longer in its source: all its statements are orphaned."""
    return all(statement.orphaned for statement in review.statements)


def present(records: Records) -> Records:
    """Return the records without orphaned statements, and without reviews that have no others.

    A list of which nothing is left is no longer said to be whole or a selection: its coverage is `unstated`.
    """
    return replace(records, reviews=tuple(_left(review) for review in records.reviews if not is_gone(review)))


def _left(review: Review) -> Review:
    if not any(statement.orphaned for statement in review.statements):
        return review
    statements = tuple(one for one in review.statements if not one.orphaned)
    lost = {one.kind for one in review.statements} - {one.kind for one in statements}
    coverage = replace(
        review.coverage,
        findings="unstated" if "finding" in lost else review.coverage.findings,
        recommendations="unstated" if "recommendation" in lost else review.coverage.recommendations,
    )
    return replace(review, statements=statements, coverage=coverage)
