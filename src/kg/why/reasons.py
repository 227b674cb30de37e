"""Why each theme and agency of a statement is there, and what the word lists would propose now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ingest import matchers
from kg.why.naming import named
from kg.why.words import found_words, tried

if TYPE_CHECKING:
    from kg.records import Found, Review, Statement, Tag
    from kg.vocabulary import Vocabulary
    from kg.why.naming import Naming, Scheme
    from kg.why.words import Tried


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one tag is there.

    Attributes:
        scheme: `theme` or `agency`.
        label: what the concept is called; its id where the vocabulary has it no more.
        by: the method that decided or, while it is proposed, that proposed.
        found: the rule that proposed it, as the record keeps it; None where a person added it.
        words: those that the rule found; None where nothing at hand shows them.
        changed: whether the word list has changed since it was proposed.
        now: how the present word lists name it in the words they were tried on, if they do.
    """

    scheme: Scheme
    concept: str
    label: str
    role: str
    status: str
    by: str
    decided: str | None
    found: Found | None
    words: str | None
    changed: bool
    now: Naming | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement, why its tags are there, and what would be proposed and is not there."""

    statement: Statement
    review: Review
    tried: Tried
    reasons: tuple[Reason, ...]
    proposals: tuple[Naming, ...]


def explain(
    review: Review, statement: Statement, vocabulary: Vocabulary, text: str | None = None
) -> Explanation:
    """Explain the tags of a statement.

    Args:
        review: that the statement is of.
        statement: any of its statements.
        vocabulary: the present word lists.
        text: of the source, where it is at hand.
    """
    words = tried(statement, text)
    now = named(matchers(vocabulary), words.words, statement.kind)
    tags: list[tuple[Scheme, Tag]] = [("theme", tag) for tag in statement.themes]
    tags += [("agency", tag) for tag in statement.agencies]
    there = {(scheme, tag.concept) for scheme, tag in tags}

    def reason(scheme: Scheme, tag: Tag) -> Reason:
        concept = vocabulary.schemes[scheme].get(tag.concept)
        return Reason(
            scheme=scheme,
            concept=tag.concept,
            label=concept.label if concept else tag.concept,
            role=tag.role,
            status=tag.status,
            by=tag.by,
            decided=tag.decided,
            found=tag.found,
            words=found_words(statement, (tag.found.start, tag.found.end), text) if tag.found else None,
            changed=tag.found is not None and tag.found.vocabulary != vocabulary.version(scheme),
            now=now.get((scheme, tag.concept)),
        )

    return Explanation(
        statement,
        review,
        words,
        tuple(reason(scheme, tag) for scheme, tag in tags),
        tuple(naming for key, naming in now.items() if key not in there),
    )
