"""Where the words that a proposal rests on stand in a statement as it is shown; pure.

Offsets of a record refer to the source's raw text; a statement is shown with its white space made single, and
may have lost a hyphen or a page's footer. With the raw text at hand the place is exact. Without it, the
place is that of the offsets where nothing was taken out, else that of the concept's label nearest to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.gazetteer import Matcher

if TYPE_CHECKING:
    from kg.records.model import Evidence, Found, ReadFact, Statement
    from kg.vocabulary.schemes import Concept

Span = tuple[int, int]
"""Start and end of a passage, in characters."""


def of_tag(statement: Statement, found: Found, concept: Concept | None, source: str | None) -> Span | None:
    """Return the place in a statement's text of the words that a tag was proposed for, or None.

    Args:
        statement: as the record has it.
        found: why the tag was proposed.
        concept: the theme or agency, or None where the vocabulary has it no more.
        source: the raw text that offsets refer to, where it is at hand.
    """
    near = found.start - statement.evidence.start
    return _place(statement, found.start, found.end, source) or of_label(statement.text, concept, near)


def of_label(text: str, concept: Concept | None, near: int = 0) -> Span | None:
    """Return the place in a text of a concept's label, the one nearest to an offset, or None.

    Example:
        >>> from kg.vocabulary.schemes import Concept
        >>> of_label("Child Q: serious case review", Concept("scr", "serious case review"))
        (9, 28)
    """
    mentions = Matcher.of({concept.id: concept}).find(text) if concept else ()
    return min(((m.start, m.end) for m in mentions), key=lambda span: abs(span[0] - near), default=None)


def of_fact(summary: Statement, fact: ReadFact, source: str | None) -> Span | None:
    """Return the place in a summary's text of the words that state a fact, or None."""
    if not summary.evidence.start <= fact.start < fact.end <= summary.evidence.end:
        return None
    return _place(summary, fact.start, fact.end, source)


def _place(statement: Statement, start: int, end: int, source: str | None) -> Span | None:
    evidence, text = statement.evidence, statement.text
    if statement.wording != "verbatim":
        return None
    first, last = start - evidence.start, end - evidence.start
    if source is not None and evidence.end <= len(source):
        return aligned(source[evidence.start : evidence.end], text, (first, last))
    return (first, last) if _as_long(evidence, text) and text[first:last].strip() else None


def _as_long(evidence: Evidence, text: str) -> bool:
    return evidence.end - evidence.start == len(text)


def aligned(raw: str, text: str, span: Span) -> Span | None:
    r"""Return the place in a text of a passage of the raw text that differs from it in white space only.

    Returns:
        None where they differ in more, or the passage is white space.

    Example:
        >>> aligned("the need\n  for safer\nsleep", "the need for safer sleep", (15, 26))
        (13, 24)
    """
    letters = [at for at, letter in enumerate(raw) if not letter.isspace()]
    shown = [at for at, letter in enumerate(text) if not letter.isspace()]
    if [raw[at] for at in letters] != [text[at] for at in shown]:
        return None
    inside = [there for here, there in zip(letters, shown, strict=True) if span[0] <= here < span[1]]
    return (inside[0], inside[-1] + 1) if inside else None
