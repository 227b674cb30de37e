"""Reads what is asked about: the recommendations of a document, a record's file, or a review of a build.

A document is read as `kg ingest --dry-run` reads it. Nothing of it is written anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.iris import local_name
from kg.precedents.model import Agency, Asked, Request, Subject, Theme
from kg.store import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import NamedNode, Store

    from kg.catalogue import Catalogue
    from kg.ingest import Matchers
    from kg.precedents.model import Basis
    from kg.records import Review, Statement
    from kg.records.model import Tag
    from kg.vocabulary import Vocabulary

OWN_WORDS: Final = "the document's own words"
ROLES: Final = ("addressed", "about", "mentioned")
"""What an agency can be to a recommendation, the strongest first."""

_TAGS: Final = """
SELECT DISTINCT ?statement ?tag ?role ?status ?confidence WHERE {
  ?statement a cr:Recommendation ; cr:inReview <%s> .
  ?tagging oa:hasTarget ?statement ; oa:hasBody ?tag ; cr:tagRole ?role ; cr:tagStatus ?status .
  OPTIONAL { ?tagging cr:confidence ?confidence }
}
"""

_Tag = tuple[str, str, str, str]
"""Concept, role, status and confidence; the last empty where it is not known."""


def of_document(path: Path, vocabulary: Vocabulary) -> Request:
    """Return the recommendations of a document, with the themes and agencies that software reads in them.

    Raises:
        DocumentError: the document cannot be read.
    """
    from kg.documents import extract
    from kg.ingest import matchers, propose_text
    from kg.ingest.report import residual

    known = matchers(vocabulary)
    extracted = extract(path)
    proposal = propose_text(extracted, known)
    notes = [one["message"] for one in proposal["warnings"] if one["code"] == "reading"]
    if residual(proposal, extracted.text):
        notes.append(
            "Parts of the document were not understood, so recommendations may be missing here: "
            "kg ingest --dry-run shows which lines."
        )
    subjects = tuple(
        Subject(
            _plain(review["title"]) or "(no title)",
            tuple(_proposed(review, extracted.text, known, vocabulary)),
        )
        for review in proposal["reviews"]
    )
    return _numbered(Request(path.name, "document", subjects, extracted.sha256, tuple(notes)))


def of_record(review: Review, issued: str | None, vocabulary: Vocabulary) -> Request:
    """Return the recommendations of a record.

    Args:
        review: as `kg.records` reads it.
        issued: the date of its source, where it is known.
        vocabulary: that its themes, agencies and codes are of.
    """
    wordings = vocabulary.schemes["code/wording"]
    asked = tuple(
        Asked(
            0,
            one.id,
            one.text,
            wordings[one.wording].label if one.wording in wordings else one.wording,
            *_tagged(map(_of_tag, (*one.themes, *one.agencies)), _labels(vocabulary)),
        )
        for one in _recommendations(review)
    )
    subject = Subject(review.title, asked, review.id, review.source, issued)
    return _numbered(Request(review.alias, "record", (subject,)))


def of_review(node: NamedNode, store: Store, catalogue: Catalogue) -> Request:
    """Return the recommendations of a review of a build, with what is accepted and what is only proposed."""
    review = catalogue.reviews[local_name(node.value)]
    tags: dict[str, list[_Tag]] = {}
    for statement, tag, *codes in sorted(select(store, _TAGS % node.value)):
        role, status, confidence = (local_name(code).rpartition(".")[2] for code in codes)
        tags.setdefault(local_name(statement), []).append((local_name(tag), role, status, confidence))
    concepts = {**catalogue.agencies, **catalogue.themes}
    labels = {each: concept.label for each, concept in concepts.items()}
    asked = tuple(
        Asked(0, one.id, one.text, one.wording, *_tagged(tags.get(one.id, ()), labels))
        for one in catalogue.of_review.get(review.id, ())
        if one.kind == "recommendation"
    )
    issued = catalogue.sources[review.source].issued
    subject = Subject(review.title, asked, review.id, review.source, issued)
    return _numbered(Request(review.alias or review.title, "record", (subject,)))


def corrected(request: Request, themes: Mapping[int, Sequence[Theme]]) -> Request:
    """Return a request in which some recommendations have the themes given, in place of those read.

    Args:
        request: what is asked about.
        themes: by the recommendation's number.

    Raises:
        UsageError: there is no recommendation of a number.
    """
    numbers = [one.number for subject in request.subjects for one in subject.asked]
    for number in themes:
        if number not in numbers:
            there = f"There are 1 to {numbers[-1]}." if numbers else "There are none."
            raise UsageError(f"--theme: there is no recommendation {number}. {there}")
    return replace(
        request,
        subjects=tuple(
            replace(
                subject,
                asked=tuple(
                    replace(one, themes=tuple(themes[one.number]), doubtful=())
                    if one.number in themes
                    else one
                    for one in subject.asked
                ),
            )
            for subject in request.subjects
        ),
    )


def _numbered(request: Request) -> Request:
    """Number the recommendations through all reviews, from 1."""
    subjects, last = [], 0
    for subject in request.subjects:
        asked = tuple(replace(one, number=last + place) for place, one in enumerate(subject.asked, 1))
        subjects.append(replace(subject, asked=asked))
        last += len(asked)
    return replace(request, subjects=tuple(subjects))


def _proposed(
    review: Mapping[str, Any], text: str, known: Matchers, vocabulary: Vocabulary
) -> Iterator[Asked]:
    """Yield the recommendations of a proposed review; whom their heading names is asked to act."""
    for one in review["statements"]:
        if one["kind"] != "recommendation":
            continue
        named = [(each["concept"], each["role"], "proposed", each["confidence"]) for each in one["agencies"]]
        named += [(each["concept"], "theme", "proposed", each["confidence"]) for each in one["themes"]]
        heads = known.agencies.find(one["addressee"])
        named += [(each.concept, "addressed", "proposed", each.confidence) for each in heads]
        words = _plain(text[one["start"] : one["end"]])
        yield Asked(0, "", words, OWN_WORDS, *_tagged(named, _labels(vocabulary)))


def _plain(words: str) -> str:
    """Return a document's words on one line, without characters that a terminal obeys or that do not show."""
    import pyoxigraph as ox

    from kg.query.cells import shown

    return " ".join(shown(ox.Literal(words)).split())


def _recommendations(review: Review) -> Iterator[Statement]:
    """Yield what a record recommends in its source's present text."""
    return (one for one in review.statements if one.kind == "recommendation" and one.orphaned is None)


def _of_tag(tag: Tag) -> _Tag:
    return tag.concept, tag.role, tag.status, tag.found.confidence if tag.found else ""


def _labels(vocabulary: Vocabulary) -> dict[str, str]:
    schemes = (vocabulary.schemes["agency"], vocabulary.schemes["theme"])
    return {each: concept.label for scheme in schemes for each, concept in scheme.items()}


def _tagged(
    tags: Iterable[_Tag], labels: Mapping[str, str]
) -> tuple[tuple[Theme, ...], tuple[Agency, ...], tuple[Theme, ...]]:
    """Return themes, agencies and doubtful themes: each once, what is accepted before what is proposed.

    A theme that software read with low confidence is doubtful. An agency counts whatever the confidence: it
    only changes the order of what is found.
    """
    themes: dict[str, Theme] = {}
    agencies: dict[str, Agency] = {}
    doubtful: dict[str, Theme] = {}
    for concept, role, status, confidence in sorted(tags, key=_strongest):
        if status == "rejected":
            continue
        basis: Basis = "accepted" if status == "accepted" else "proposed"
        weak = basis == "proposed" and confidence == "low"
        label = labels.get(concept, concept)
        if role == "theme":
            (doubtful if weak else themes).setdefault(concept, Theme(concept, label, basis))
        else:
            agencies.setdefault(concept, Agency(concept, label, role, basis))
    left = tuple(theme for each, theme in doubtful.items() if each not in themes)
    return _by_label(themes.values()), tuple(agencies.values()), _by_label(left)


def _strongest(tag: _Tag) -> tuple[bool, int, str]:
    concept, role, status, _ = tag
    return status != "accepted", ROLES.index(role) if role in ROLES else -1, concept


def _by_label(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    return tuple(sorted(themes, key=lambda theme: (theme.label.casefold(), theme.id)))
