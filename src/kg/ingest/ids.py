"""Ids and aliases for what is new: given once at random, and kept in the record from then on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.ingest import names
from kg.iris import KIND_LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.records import Records, Review

    Mint = Callable[[str], str]
    """Returns a new random id that begins with a letter, as `kg.iris.mint` does."""


def named(
    reviews: Sequence[Review], others: Records, aliases: Iterable[str], mint: Mint
) -> tuple[Review, ...]:
    """Return reviews with ids and aliases for all that has none; no two are the same.

    Args:
        reviews: of one source.
        others: all records there are.
        aliases: those that files there have for their names.
        mint: the source of randomness.
    """
    everything = (*others.reviews, *reviews)
    ids = {review.id for review in everything} | {source.id for source in others.sources}
    ids |= {statement.id for review in everything for statement in review.statements}
    taken = {*aliases, *(review.alias for review in everything)}

    def new(letter: str) -> str:
        while (found := mint(letter)) in ids:
            pass
        ids.add(found)
        return found

    made = []
    for review in reviews:
        alias = review.alias or names.alias(review.title, taken, f"{review.source}-{review.item}")
        taken.add(alias)
        statements = tuple(
            one if one.id else replace(one, id=new(KIND_LETTERS[one.kind])) for one in review.statements
        )
        made.append(replace(review, id=review.id or new("r"), alias=alias, statements=statements))
    return tuple(made)
