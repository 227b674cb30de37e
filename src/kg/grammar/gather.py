"""What is gathered while a document is read: reviews, their points, and what each stretch of text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar import headings, keywords, passed, summaries, units
from kg.grammar.labels import EMBEDDED
from kg.grammar.model import Draft, ParsedStatement, Span
from kg.grammar.section import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.grammar.units import Unit


class Gathered:
    """Reviews and their points; `painted` says what stretches are, the later over the earlier."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.reviews: list[Draft] = []
        self.painted: list[Span] = []
        self.separators: list[Span] = []

    @property
    def review(self) -> Draft:
        """The review that is open; one without a title where none is."""
        if not self.reviews:
            self.reviews.append(Draft("", Span("heading", self.start, self.start)))
        return self.reviews[-1]

    @property
    def has_points(self) -> bool:
        """Whether the open review has a finding, a recommendation or an action."""
        return any(s.kind in POINTS for s in self.review.statements)

    def paint(self, kind: str, start: int, end: int) -> None:
        """Say what a stretch of the text is."""
        if start < end:
            self.painted.append(Span(kind, start, end))

    def note(self, start: int, end: int) -> None:
        """Say that a passage is a note; one that reads as a point is left as not understood."""
        if not passed.reads_as_point(self.text, start, end):
            self.paint("note", start, end)

    def between(self, start: int, end: int) -> None:
        """Say that a stretch holds points, so that what no point takes are marks between them."""
        self.separators.append(Span("boilerplate", start, end))

    def open(self, unit: Unit) -> None:
        """Open a review under its heading."""
        self.settle()
        begin, end = headings.title(self.text, unit)
        self.reviews.append(Draft(self.text[begin:end].strip(), Span("heading", unit.start, unit.end)))
        self.paint("heading", unit.start, unit.end)

    def add(self, statements: Iterable[ParsedStatement], *, listed: bool) -> None:
        """Add statements to the open review; `listed` where the grammar of lists found them."""
        for statement in statements:
            if statement.kind in POINTS and not self.has_points:
                self.settle()
            review = self.review
            review.statements.append(statement)
            review.listed += listed and statement.kind in POINTS
            kind = statement.kind if statement.kind in {"summary", "note"} else "statement"
            self.paint(kind, statement.start, statement.end)

    def add_keywords(self, start: int, end: int) -> None:
        """Take a line of a librarian's keywords."""
        self.paint("note", start, end)
        if self.reviews:
            self.review.keywords.extend(keywords.spans(self.text, start, end))

    def tells(self, start: int, end: int, *, may_be: bool) -> bool:
        """Take a passage as the summary where it tells what happened; else keep it where it may stand in."""
        review = self.review
        if review.summary or self.has_points:
            return False
        while start < end and self.text[start].isspace():
            start += 1
        if summaries.tells(self.text, start, end):
            self._summary(start, end)
            return True
        if may_be and review.fallback is None and start < end:
            review.fallback = Span("summary", start, end)
        return False

    def settle(self) -> None:
        """Where nothing told what happened, take the first paragraph that may be the summary."""
        review = self.reviews[-1] if self.reviews else None
        if review and review.summary is None and review.fallback:
            self._summary(review.fallback.start, review.fallback.end)

    def _summary(self, start: int, end: int) -> None:
        """Take the opening summary; a sentence that says where the learning stands is a note."""
        rest = [s for s in units.sentences(self.text, start, end) if EMBEDDED.match(self.text, *s)]
        stop = rest[0][0] if rest else summaries.end(self.text, start, end)
        self.note(stop, end)
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            self.review.summary = Span("summary", start, stop)
            self.add([ParsedStatement("summary", start, stop)], listed=False)
        if rest:
            self.add([ParsedStatement("note", rest[0][0], end)], listed=False)
