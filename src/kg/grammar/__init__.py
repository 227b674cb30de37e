"""A normalised text to its reviews and their points, with every character accounted for.

Two grammars read it, each its blocks: *digest*, where a lead-in is followed by points between semicolons, and
*list*, where a heading stands over bullets, numbers or paragraphs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar import scrambled
from kg.grammar.checks import cautions
from kg.grammar.flow import Flow
from kg.grammar.model import (
    SPAN_KINDS,
    STATEMENT_KINDS,
    Parsed,
    ParsedReview,
    ParsedStatement,
    Span,
    Warning,  # noqa: A004 - the name that the project agreed on
)
from kg.grammar.spans import account
from kg.grammar.units import pieces

if TYPE_CHECKING:
    from kg.grammar.model import NormalLike

__all__ = [
    "SPAN_KINDS",
    "STATEMENT_KINDS",
    "Parsed",
    "ParsedReview",
    "ParsedStatement",
    "Span",
    "Warning",
    "parse",
]


def parse(normal: NormalLike) -> Parsed:
    """Return the reviews of a document with their points, what each character is, and what to look at.

    Args:
        normal: a normalised text with its blocks; offsets in the answer are those of its text.

    Raises:
        DocumentError: the text is a scrambled copy, of which nothing can be told.
    """
    every = pieces(normal)
    flow = Flow(normal.text, every)
    scrambled.refuse(normal, every, flow.opening)
    flow.run()
    spans = account(normal.text, flow.made.painted, flow.made.separators)
    warnings = sorted(cautions(normal, flow, spans), key=lambda w: (w.start, w.code))
    reviews = tuple(review.done() for review in flow.made.reviews)
    if len(reviews) == 1:
        reviews = (replace(reviews[0], beside=tuple(flow.front.beside)),)
    return Parsed(reviews, spans, tuple(warnings), tuple(flow.front.issues))
