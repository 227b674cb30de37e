"""What a record holds, as plain data: no RDF, no files.

Fields that name a code, theme or agency hold its local name; `kg.vocabulary` knows whether there is one.
Lines are those of the record's file, from 1, so that every later message can name them; they and the path
take no part in comparing two records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words of a statement stand in its source's text.

    Attributes:
        start: offset of the first character, in Unicode characters from 0.
        end: offset after the last character.
        sha256: digest of the UTF-8 bytes of the raw slice, 64 hexadecimal characters.
    """

    start: int
    end: int
    sha256: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """A decision about a theme or an agency of a statement.

    Attributes:
        concept: local name of the theme or agency.
        role: `theme`, or `mentioned`, `about` or `addressed` for an agency.
        status: `proposed`, `accepted` or `rejected`.
        by: the method that decided, a code of the scheme `method`.
    """

    concept: str
    role: str
    status: str
    by: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One separable point that a source makes about a review.

    Attributes:
        id: opaque, unique over all records; its letter says the kind.
        kind: `summary`, `finding`, `recommendation`, `action` or `note`.
        heading: the words that introduce it in the source; None for a summary.
        text: the point, in our words or the source's, as `wording` says.
        wording: `paraphrase` or `verbatim`.
    """

    id: str
    kind: str
    heading: str | None
    text: str
    wording: str
    evidence: Evidence
    themes: tuple[Tag, ...] = ()
    agencies: tuple[Tag, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Child:
    """A child as far as the source describes them; never an identity.

    Attributes:
        age: as the source gives it, in plain form, or None.
        months: completed months, only where the source gives months or weeks.
        band: a code of `age-band`, or None.
        sex: a code of `sex`, or None.
        status: codes of `child-status`: plans and legal status at the time.
    """

    age: str | None = None
    months: int | None = None
    band: str | None = None
    sex: str | None = None
    status: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Incident:
    """What led to a review, as the source states it.

    Attributes:
        outcome: codes of `outcome`, one or more.
        cause: codes of `cause`.
        occurred: a year, year and month, or date (`2020`, `2020-04`, `2020-04-01`), or None.
        source_of_harm: codes of `source-of-harm`.
        conviction: a code of `conviction`, or None.
        children: those harmed or at risk.
    """

    outcome: tuple[str, ...]
    cause: tuple[str, ...] = ()
    occurred: str | None = None
    source_of_harm: tuple[str, ...] = ()
    conviction: str | None = None
    children: tuple[Child, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the lists of a record are all that the review made: codes of `coverage`."""

    findings: str
    recommendations: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """One review as one source describes it: a file of `data/reviews/`.

    Attributes:
        id: opaque, minted once.
        alias: what people type, and the file's name; no part of any IRI.
        type: a code of `review-type`.
        form: a code of `report-form`.
        reason: a code of `review-reason`: why the review was held.
        source: id of the source.
        item: its place in that source, from 1.
        lines: the line of each key of the file, by name (`incident.cause` for one inside), for messages.
    """

    id: str
    alias: str
    title: str
    type: str
    form: str
    reason: str
    source: str
    item: int
    incident: Incident
    coverage: Coverage
    statements: tuple[Statement, ...]
    path: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that a source names itself, in its own word, and the theme that an editor matched to it."""

    term: str
    theme: str
    evidence: Evidence
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A published text that describes reviews: a file of `data/sources/`.

    Attributes:
        id: readable, unique; part of its IRI and of its graphs' names.
        issued: a year, year and month, or date.
        language: `en` or `cy`.
        sha256: digest of the UTF-8 bytes of the text that offsets refer to.
        rights: whose words they are, in one sentence.
        quotes: `private` (quotes stay on the user's machine) or `open` (they may be published).
        review_count: how many reviews the source says it describes, or None.
        issues: those that the source names itself.
    """

    id: str
    title: str
    publisher: str
    issued: str
    language: str
    sha256: str
    rights: str
    quotes: str
    review_count: int | None = None
    issues: tuple[Issue, ...] = ()
    path: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a folder, each tuple in order of id."""

    sources: tuple[Source, ...]
    reviews: tuple[Review, ...]
