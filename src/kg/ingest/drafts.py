"""A proposal as records that nobody has decided on yet; their ids and aliases are given once, later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.documents import clean
from kg.grammar.checks import stated_count
from kg.ingest import names, propose_text
from kg.ingest.coverage import coverage
from kg.ingest.passages import Passages, key
from kg.ingest.readings import labels, readings
from kg.records import Found, Issue, Review, Source, Statement, Tag
from kg.records.incident import UNSTATED, incident_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.documents import Extracted
    from kg.ingest.tools import Tools
    from kg.vocabulary import Vocabulary

Json = dict[str, Any]

TAGS_BY: Final = "gazetteer-1"
"""The method that proposes tags; a code of the scheme `method`."""

RIGHTS: Final = (
    "The published words belong to their publishers; this record is for use on this machine until the rights"
    " are known."
)

_CONFIDENCE: Final = ("high", "medium", "low")
_NO_HEADING: Final = "no heading"


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a document; None where the document or its file name is to tell."""

    source: str | None = None
    title: str | None = None
    publisher: str | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document proposes as records; its reviews and statements have no ids yet.

    Attributes:
        passages: the text that offsets refer to.
        left: what of the document is in no record, in words.
    """

    source: Source
    reviews: tuple[Review, ...]
    passages: Passages
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A document that was read, and all that follows from it alone.

    Attributes:
        proposal: what it proposes; see `kg.ingest.propose`.
        draft: the same as records.
    """

    extracted: Extracted
    proposal: Json
    draft: Draft


def proposed(extracted: Extracted, tools: Tools, told: Told | None = None) -> Proposed:
    """Return all that follows from a document alone.

    Args:
        extracted: its text.
        tools: what it is read by.
        told: what the user says of it.

    Raises:
        DocumentError: it is a scrambled copy.
    """
    passages = Passages.of(extracted.text)
    proposal = propose_text(extracted, tools.matchers, passages.normal)
    reviews, left = [], []
    for item, given in enumerate(proposal["reviews"], 1):
        review, doubled = _review(given, item, passages, tools.words)
        left += [f"said twice in '{review.title}', kept once: {text}" for text in doubled]
        if review.statements:
            reviews.append(review)
        else:
            left.append(f"no statement was found in '{review.title}', so that it has no record")
    issues, unnamed = _issues(proposal["issues"], passages, tools)
    left += [f"the document names the issue '{term}': add it to issues with its theme" for term in unnamed]
    source = _source(proposal, extracted, passages, told or Told(), (len(reviews), issues))
    return Proposed(extracted, proposal, Draft(source, tuple(reviews), passages, tuple(left)))


def _source(
    proposal: Json,
    extracted: Extracted,
    passages: Passages,
    told: Told,
    has: tuple[int, tuple[Issue, ...]],
) -> Source:
    first = min((review["heading"]["start"] for review in proposal["reviews"]), default=len(extracted.text))
    opening = [span for span in proposal["spans"] if span["end"] <= first]
    heads = (passages.words(one["start"], one["end"]) for one in opening if one["kind"] == "heading")
    heading = next(heads, "")
    introduction, stem = passages.even(0, first), extracted.path.stem
    stated = stated_count(introduction, len(introduction))
    return Source(
        id=told.source or names.source_id(stem),
        title=told.title or heading or clean(stem),
        publisher=told.publisher or "not stated",
        issued=told.issued or names.issued(heading, introduction, stem),
        language="en",
        sha256=extracted.sha256,
        rights=RIGHTS,
        quotes="private",
        review_count=has[0] if stated and stated[0] == has[0] else None,
        issues=has[1],
        file=clean(extracted.path.name),
        extractor=None if extracted.extractor.startswith("text ") else extracted.extractor,
    )


def _issues(given: Sequence[Json], passages: Passages, tools: Tools) -> tuple[tuple[Issue, ...], list[str]]:
    """Return the issues whose term is the name of one theme, and the terms of all others."""
    issues: dict[str, Issue] = {}
    unnamed = []
    for one in given:
        term, theme = passages.words(one["start"], one["end"]), tools.themes.get(key(one["term"]))
        if theme is None:
            unnamed.append(term)
        else:
            issues.setdefault(theme, Issue(term, theme, passages.evidence(one["start"], one["end"])))
    return tuple(issues.values()), unnamed


def _review(given: Json, item: int, passages: Passages, words: Vocabulary) -> tuple[Review, list[str]]:
    """Return a review, and the texts that it has twice."""
    statements: dict[str, Statement] = {}
    doubled = []
    for one in given["statements"]:
        statement = _statement(one, passages, words)
        if statement.text.casefold() in statements:
            doubled.append(statement.text)
        elif statement.text:
            statements[statement.text.casefold()] = statement
    read = tuple(readings(given, passages))
    review = Review(
        id="",
        alias="",
        title=clean(given["title"]) or "no title",
        type=given["type"] or UNSTATED,
        form=given["form"] or UNSTATED,
        reason=UNSTATED,
        source="",
        item=item,
        incident=incident_of(read),
        coverage=coverage(tuple(statements.values())),
        statements=tuple(statements.values()),
        facts=read,
        labels=tuple(labels(given, passages)),
    )
    return review, doubled


def _statement(given: Json, passages: Passages, words: Vocabulary) -> Statement:
    start, end, kind = given["start"], given["end"], given["kind"]
    lead = clean(": ".join(part for part in (given["lead"], _group(given)) if part))
    needs = kind not in ("summary", "note")
    return Statement(
        id="",
        kind=kind,
        heading=None if kind == "summary" else lead or (_NO_HEADING if needs else None),
        text=passages.words(start, end),
        wording="verbatim",
        evidence=passages.evidence(start, end),
        cut=given["cut"],
        themes=_tags(given["themes"], words.version("theme")),
        agencies=_tags(given["agencies"], words.version("agency")),
    )


def _group(given: Json) -> str:
    """Return whom a group of points is for, where its lead-in does not say it."""
    addressee: str = given["addressee"]
    held = given["kind"] == "action" or key(addressee) in key(given["lead"])
    return "" if held else addressee


def _tags(mentions: Sequence[Json], version: str) -> tuple[Tag, ...]:
    """Return one tag for each concept and role: the surest of its mentions, the first of several."""
    best: dict[tuple[str, str], Json] = {}
    for one in mentions:
        name = (one["concept"], one.get("role", "theme"))
        had = best.get(name)
        if had is None or _CONFIDENCE.index(one["confidence"]) < _CONFIDENCE.index(had["confidence"]):
            best[name] = one
    return tuple(
        Tag(concept, role, "proposed", TAGS_BY, found=_found(one, version))
        for (concept, role), one in best.items()
    )


def _found(one: Json, version: str) -> Found:
    return Found(TAGS_BY, one["start"], one["end"], one["rule"], one["confidence"], version)
