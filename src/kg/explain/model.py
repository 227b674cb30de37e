"""What an explanation is, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """A review, theme or agency.

    Attributes:
        id: its CURIE.
        label: a review's alias, else its title; a theme's or agency's label.
        kind: `review`, `theme` or `agency`.
        statements: how many findings and recommendations it has, or are about it.
        tags: of a review, how many themes it raises; of a theme or agency, how many reviews it comes up in.
    """

    id: str
    label: str
    kind: str
    statements: int = 0
    tags: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A finding or recommendation on one side of a link.

    Attributes:
        id: its CURIE.
        kind: `finding` or `recommendation`.
        wording: whose words the text is in: `our paraphrase`, or the source's own.
        review: the label of its review.
        role: of an agency, whether it is `addressed` or the statement is `about` its service; else empty.
    """

    id: str
    kind: str
    text: str
    wording: str
    review: str
    review_id: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that both share, with what each side says of it.

    Attributes:
        raised: of a theme or agency, how many reviews raise it; of a review, how many of these it has.
        both: statements about both, where two themes or agencies are linked.
        first: statements of the first alone: about the shared theme, or in the shared review.
        second: likewise.
    """

    thing: Thing
    raised: int
    both: tuple[Said, ...]
    first: tuple[Said, ...]
    second: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a link is worth; as `kg.network.rows.Link` has it, with what may be said of chance."""

    shared: int
    expected: float
    p: float
    q: float
    score: float
    verdict: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two things are linked, or that they are not.

    Attributes:
        reviews: how many the graph holds.
        numbers: of the link; None where there is none.
        shared: what decides, the rarest first: themes for reviews; reviews for themes and agencies.
        agencies: what two reviews share beside it, which does not count in their likeness.
        sentences: the same in plain words.
    """

    first: Thing
    second: Thing
    reviews: int
    numbers: Numbers | None
    shared: tuple[Shared, ...]
    agencies: tuple[Shared, ...]
    sentences: tuple[str, ...]
