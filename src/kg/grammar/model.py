"""What a grammar is given and what it gives, as plain data; offsets are those of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

SPAN_KINDS: Final = ("heading", "summary", "statement", "note", "boilerplate", "residual")
STATEMENT_KINDS: Final = ("summary", "finding", "recommendation", "action", "note")


class BlockLike(Protocol):
    """A block of a normalised text: paragraph, bullet, numbered, heading or boilerplate."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""

    @property
    def kind(self) -> str:
        """What it looks like on the page."""

    @property
    def line(self) -> int:
        """Line of the source that it begins on, from 1."""

    @property
    def level(self) -> int:
        """Of a heading that the source marks: 1 for the highest; 0 where no mark says."""


class NormalLike(Protocol):
    """A normalised text: `kg.documents.Normal` is one."""

    @property
    def text(self) -> str:
        """The text that offsets refer to."""

    @property
    def at(self) -> Sequence[int]:
        """The place in the source of each character."""

    @property
    def blocks(self) -> Sequence[BlockLike]:
        """Its blocks, in order."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text and what it is: one of `SPAN_KINDS`, or a `keyword` or `issue` in such a list."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the name that the project agreed on; used as grammar.Warning
    """Something that a person should look at.

    Attributes:
        code: `doubled-word`, `count`, `cut`, `summary-list`, `residual`, `lost-lead-in`, `heading-or-point`
            or `no-statements`.
        message: what was met, in words.
        start: offset where it stands.
        line: line of the source, from 1.
    """

    code: str
    message: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class ParsedStatement:
    """One separable point, from its first word to its last.

    Attributes:
        kind: one of `STATEMENT_KINDS`.
        start: offset of its first character.
        end: offset after its last character.
        lead: the words that introduce it, without the last colon; empty for a summary.
        addressee: whom a group of items or its lead-in names; empty where none is named.
        cut: whether its end seems to be missing.
    """

    kind: str
    start: int
    end: int
    lead: str = ""
    addressee: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ParsedReview:
    """One review of a document.

    Attributes:
        title: as the source gives it, without its number.
        heading: where the title stands; empty at the review's start where it has none.
        summary: the opening summary.
        statements: all its points, the summary and notes too, in order.
        keywords: a librarian's keywords, each a span of kind `keyword`.
        grammar: `digest` or `list`, whichever found more of its points.
        beside: other lines of heading before and below the title, where the document is of one review.
    """

    title: str
    heading: Span
    summary: Span | None
    statements: tuple[ParsedStatement, ...]
    keywords: tuple[Span, ...]
    grammar: str
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's reviews, spans that hold each character once, and warnings in order of place.

    `issues` are what its introduction names for all reviews together, each a span of kind `issue`.
    """

    reviews: tuple[ParsedReview, ...]
    spans: tuple[Span, ...]
    warnings: tuple[Warning, ...]
    issues: tuple[Span, ...] = ()


@dataclass(slots=True)
class Draft:
    """A review while it is read."""

    title: str
    heading: Span
    summary: Span | None = None
    fallback: Span | None = None
    statements: list[ParsedStatement] = field(default_factory=list)
    keywords: list[Span] = field(default_factory=list)
    listed: int = 0

    def done(self) -> ParsedReview:
        """Return the review as it stands."""
        points = sum(s.kind in {"finding", "recommendation", "action"} for s in self.statements)
        ordered = sorted(self.statements, key=lambda s: (s.start, -s.end))
        grammar = "list" if self.listed * 2 > points else "digest"
        return ParsedReview(
            self.title, self.heading, self.summary, tuple(ordered), tuple(self.keywords), grammar
        )
