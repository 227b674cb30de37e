"""A published document to proposed reviews: read, split, searched for facts, themes and agencies.

Nothing is decided here and nothing is written: a proposal is plain data, for a person to accept or reject.
Offsets count characters of the extracted text, and every slice is the document's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.documents import extract, normalise
from kg.errors import Problem, ProblemsFound
from kg.facts import document_form, facts
from kg.gazetteer import Matcher, agencies
from kg.grammar import parse
from kg.ingest.account import account

if TYPE_CHECKING:
    from pathlib import Path

    from kg.documents import Extracted, Normal
    from kg.facts import Fact
    from kg.gazetteer import AgencyMention, Mention
    from kg.grammar import ParsedReview, ParsedStatement, Span
    from kg.vocabulary import Vocabulary

__all__ = ["Matchers", "matchers", "propose", "propose_text"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matchers:
    """What names themes and agencies; made once for any number of documents."""

    themes: Matcher
    agencies: Matcher


def matchers(vocabulary: Vocabulary) -> Matchers:
    """Return the matchers of the theme and agency schemes.

    Raises:
        ProblemsFound: the vocabulary lacks one of them.
    """
    lacking = [name for name in ("theme", "agency") if not vocabulary.schemes.get(name)]
    if lacking:
        remedy = "name the folder that holds themes.ttl and agencies.ttl, each with its terms"
        raise ProblemsFound(
            Problem(f"the vocabulary has no term of the scheme '{name}'", remedy) for name in lacking
        )
    return Matchers(Matcher.of(vocabulary.schemes["theme"]), Matcher.of(vocabulary.schemes["agency"]))


def propose(path: Path, known: Matchers) -> Json:
    """Return what a document proposes: its source, reviews, spans and warnings.

    Args:
        path: a `.txt`, `.md`, `.html`, `.docx` or `.pdf`.
        known: from `matchers`.

    Raises:
        DocumentError: the document cannot be read, or is a scrambled copy.
    """
    return propose_text(extract(path), known)


def propose_text(extracted: Extracted, known: Matchers, even: Normal | None = None) -> Json:
    """Return what an extracted text proposes, from its even form where that is there; see `propose`."""
    normal = even or normalise(extracted.text)
    parsed = parse(normal)
    warnings = [
        {"code": one.code, "message": one.message, "start": normal.at[one.start], "line": one.line}
        for one in parsed.warnings
    ]
    notes = [
        {"code": "reading", "message": note, "start": 0, "line": 1}
        for note in (*extracted.notes, *normal.notes)
    ]
    return {
        "source": {
            "path": str(extracted.path),
            "sha256": extracted.sha256,
            "extractor": extracted.extractor,
        },
        "issues": [
            {"term": _words(span, normal), **_place(span.start, span.end, normal)} for span in parsed.issues
        ],
        "reviews": [_review(review, normal, known) for review in parsed.reviews],
        "spans": account(parsed.spans, normal),
        "warnings": notes + warnings,
    }


def _review(review: ParsedReview, normal: Normal, known: Matchers) -> Json:
    found = facts(review.title, _words(review.summary, normal))
    heading = _words(review.heading, normal).replace("\n", " ")
    title = _shift(review.heading.start + max(0, heading.find(review.title)), normal)
    form = title(found.form) or _form_beside(review, normal)
    summary = _shift(review.summary.start if review.summary else 0, normal)
    return {
        "title": review.title,
        "heading": _place(review.heading.start, review.heading.end, normal),
        "type": found.type.value if found.type else None,
        "form": form["value"] if form else None,
        "facts": {
            "type": title(found.type),
            "form": form,
            "outcome": [summary(fact) for fact in found.outcome],
            "circumstances": [summary(fact) for fact in found.circumstances],
            "ages": [summary(fact) for fact in found.ages],
            "sex": [summary(fact) for fact in found.sex],
            "children": summary(found.children),
            "occurred": summary(found.occurred),
            "perpetrator": [summary(fact) for fact in found.sources_of_harm],
            "legal": summary(found.legal),
        },
        "statements": [_statement(one, normal, known) for one in review.statements],
        "keywords": [
            {"words": _words(span, normal), **_place(span.start, span.end, normal)}
            for span in review.keywords
        ],
    }


def _form_beside(review: ParsedReview, normal: Normal) -> Json | None:
    """Return the document's form from the lines of heading beside its title, where one tells."""
    for span in review.beside:
        if found := document_form(_words(span, normal)):
            place: Json | None = _shift(span.start, normal)(found)
            return place
    return None


def _statement(statement: ParsedStatement, normal: Normal, known: Matchers) -> Json:
    words = normal.text[statement.start : statement.end]
    named = known.themes.find(words)
    bodies = agencies(known.agencies, words, statement.kind)
    return {
        "kind": statement.kind,
        **_place(statement.start, statement.end, normal),
        "lead": statement.lead,
        "addressee": statement.addressee,
        "cut": statement.cut,
        "themes": [_mention(one, statement.start, normal) for one in named],
        "agencies": [{**_mention(one, statement.start, normal), "role": one.role} for one in bodies],
    }


def _mention(mention: Mention | AgencyMention, offset: int, normal: Normal) -> Json:
    place = _place(offset + mention.start, offset + mention.end, normal)
    return {
        "concept": mention.concept,
        **place,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _words(span: Span | None, normal: Normal) -> str:
    return normal.text[span.start : span.end] if span else ""


def _place(start: int, end: int, normal: Normal) -> Json:
    first, last = normal.raw_span(start, end)
    return {"start": first, "end": last}


def _shift(offset: int, normal: Normal) -> Any:
    """Return what writes a fact with its place in the raw text, from its place in a part of the text."""

    def write(fact: Fact[Any] | None) -> Json | None:
        if fact is None:
            return None
        return {"value": fact.value, **_place(offset + fact.start, offset + fact.end, normal)}

    return write
