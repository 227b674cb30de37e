"""What is asked about, and what earlier reviews said of the same, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kg.catalogue import Review, Source, Statement
    from kg.precedents.rank import Whom

Basis = Literal["accepted", "proposed", "given"]
"""Whose word a theme or an agency is: an editor's, software's that nobody has checked, or the user's now."""

State = Literal["found", "none", "no-theme"]
"""Earlier recommendations were found, none were, or no theme was recognised and nothing was compared."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a recommendation that is asked about."""

    id: str
    label: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that a recommendation names; its role is `addressed`, `about` or `mentioned`."""

    id: str
    label: str
    role: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation that is asked about.

    Attributes:
        number: its place in the answer, from 1.
        id: of its statement; empty where it stands in a document.
        text: its words, on one line.
        wording: whose words they are.
        agencies: each with its strongest role.
        doubtful: themes that software read with low confidence; they are shown, and not compared.
    """

    number: int
    id: str
    text: str
    wording: str
    themes: tuple[Theme, ...]
    agencies: tuple[Agency, ...]
    doubtful: tuple[Theme, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A review that is asked about.

    Attributes:
        id: local name, empty for a review of a document.
        source: id of the source that describes it; empty where the collection does not hold the document.
        issued: date of that source, as exactly as it is known, or None.
    """

    title: str
    asked: tuple[Asked, ...]
    id: str = ""
    source: str = ""
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """All that is asked about at once.

    Attributes:
        name: of the document's file, or of the review.
        kind: `document` or `record`.
        sha256: digest of a document's text; empty for a record.
        notes: what a reader should know of how it was read.
    """

    name: str
    kind: Literal["document", "record"]
    subjects: tuple[Subject, ...]
    sha256: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier recommendation.

    Attributes:
        timing: why it is not certain to be earlier; empty where it is, or where a document is asked about.
        whom: whom it names, beside whom the recommendation asked about names.
        words: share of words that the two have in common, 0 to 1.
    """

    statement: Statement
    review: Review
    source: Source
    timing: str
    whom: Whom
    words: float


@dataclass(frozen=True, slots=True)
class Group:
    """Earlier recommendations on the same set of themes that name the same set of agencies.

    Attributes:
        overlap: of the themes, by weight, 0 to 1; 1 for the same themes.
        themes: labels of those shared, the rarest first, and how many reviews of the collection raise each.
        more: labels of the themes that only the earlier ones have.
        agencies: labels of the agencies that both sides name.
        groups: labels of the groups that agencies of both sides belong to, where they name not the same.
        others: labels of the agencies that only the earlier ones name.
        recommendations: how many there are, shown or not.
        reviews: in how many reviews.
    """

    overlap: float
    themes: tuple[tuple[str, int], ...]
    more: tuple[str, ...]
    agencies: tuple[str, ...]
    groups: tuple[str, ...]
    others: tuple[str, ...]
    precedents: tuple[Precedent, ...]
    recommendations: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Count:
    """So many recommendations in so many reviews."""

    recommendations: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What was found for one recommendation.

    Attributes:
        groups: the nearest first.
        any_theme: earlier ones that share a theme with it: all that are in the groups.
        all_themes: those of them that have all of its themes.
        same_agency: those of them that name an agency that it names.
    """

    asked: Asked
    state: State
    groups: tuple[Group, ...]
    any_theme: Count
    all_themes: Count
    same_agency: Count

    def first(self, limit: int) -> Reply:
        """Return the reply with its nearest recommendations only; the counts still say how many there are."""
        kept: list[Group] = []
        for group in self.groups:
            if limit > 0:
                kept.append(replace(group, precedents=group.precedents[:limit]))
            limit -= len(group.precedents)
        return replace(self, groups=tuple(kept))

    @property
    def hidden(self) -> int:
        """How many earlier recommendations are left out of the groups."""
        return self.any_theme.recommendations - sum(len(group.precedents) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Part:
    """The replies for one review that is asked about.

    Attributes:
        searched: how many summaries were searched, in words.
        notes: what was left out of the search, and why.
    """

    title: str
    replies: tuple[Reply, ...]
    searched: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The whole answer.

    Attributes:
        name: of the document's file, or of the review.
        kind: `document` or `record`.
        reviews: how many reviews the collection holds.
        themeless: recommendations of the collection without an accepted theme; they cannot be compared.
        sources: all of the collection.
        notes: what a reader should know of how the document was read.
    """

    name: str
    kind: Literal["document", "record"]
    parts: tuple[Part, ...]
    reviews: int
    themeless: Count
    sources: tuple[Source, ...]
    notes: tuple[str, ...]

    @property
    def replies(self) -> tuple[Reply, ...]:
        """All replies, in order."""
        return tuple(reply for part in self.parts for reply in part.replies)

    def first(self, limit: int) -> Told:
        """Return the answer with only the nearest recommendations for each one asked about."""
        parts = (
            replace(part, replies=tuple(reply.first(limit) for reply in part.replies)) for part in self.parts
        )
        return replace(self, parts=tuple(parts))
