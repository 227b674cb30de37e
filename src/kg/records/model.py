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
class Found:
    """Why software proposed a tag: it stays when a person has decided, so that anyone can ask why.

    Attributes:
        by: the method that proposed it, a code of the scheme `method`.
        start: offset in the source's text of the first character of the words that it rests on.
        end: offset after the last of them.
        rule: the kind of label that was met, a code of `label-rule`.
        confidence: a code of `confidence`.
        vocabulary: version of the scheme that the labels came from, 16 hexadecimal characters.
    """

    by: str
    start: int
    end: int
    rule: str
    confidence: str
    vocabulary: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A decision about a theme or an agency of a statement.

    Attributes:
        concept: local name of the theme or agency.
        role: `theme`, or `mentioned`, `about` or `addressed` for an agency.
        status: `proposed`, `accepted` or `rejected`.
        by: the method that decided or, while it is proposed, that proposed; a code of the scheme `method`.
        decided: the date on which a person decided, or None.
        found: why software proposed it; None where a person added it.
    """

    concept: str
    role: str
    status: str
    by: str
    decided: str | None = None
    found: Found | None = None
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
        cut: its end seems to be missing from the source's text.
        orphaned: digest of the text it last stood in, where the source's present text does not hold it;
            such a statement is kept for a person to look at, and takes no part in the graph.
    """

    id: str
    kind: str
    heading: str | None
    text: str
    wording: str
    evidence: Evidence
    cut: bool = False
    orphaned: str | None = None
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
class ReadFact:
    """A fact that software read in a title or summary, and how it stands; an accepted one is in the incident.

    Attributes:
        fact: `type`, `form`, `outcome`, `cause`, `age`, `sex`, `children`, `occurred`, `source-of-harm` or
            `conviction`.
        value: a code, a date, an age as given, or a number in digits.
        status: `proposed`, `accepted` or `rejected`.
        by: the method that decided or, while it is proposed, that read it; a code of the scheme `method`.
        start: offset in the source's text of the words that state it.
        end: offset after them.
        decided: the date on which a person decided, or None.
        months: of an age, its completed months, only where it is given in months or weeks.
        band: of an age, a code of `age-band`.
    """

    fact: str
    value: str
    status: str
    by: str
    start: int
    end: int
    decided: str | None = None
    months: int | None = None
    band: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Label:
    """A term that somebody else gave a review, in their word: a layer of its own, never one of our tags.

    Attributes:
        term: the term as given, such as a librarian's keyword.
        by: who gave it, in plain words, such as `NSPCC library`; `source` for the document itself.
        start: offset in the source's text, or None where the term came from elsewhere.
        end: offset after it, or None.
    """

    term: str
    by: str
    start: int | None = None
    end: int | None = None
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
        facts: what software read in its title and summary, and how each stands.
        labels: terms that others gave it.
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
    facts: tuple[ReadFact, ...] = ()
    labels: tuple[Label, ...] = ()
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
        issued: a year, year and month, or date; None where the document gives none.
        language: `en` or `cy`.
        sha256: digest of the UTF-8 bytes of the text that offsets refer to.
        rights: whose words they are, in one sentence.
        quotes: `private` (quotes stay on the user's machine) or `open` (they may be published).
        review_count: how many reviews the source says it describes, or None.
        issues: those that the source names itself.
        file: name of the file that the text was read from, without folders; None where a person typed it.
        extractor: what read that file, and its version; None where the text was a text file.
    """

    id: str
    title: str
    publisher: str
    issued: str | None
    language: str
    sha256: str
    rights: str
    quotes: str
    review_count: int | None = None
    issues: tuple[Issue, ...] = ()
    file: str | None = None
    extractor: str | None = None
    path: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a folder, each tuple in order of id."""

    sources: tuple[Source, ...]
    reviews: tuple[Review, ...]
