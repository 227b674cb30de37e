"""The words of a statement that the word lists are tried on: the source's where there are any, else ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from kg.records import Statement

Whose = Literal["source", "verbatim", "paraphrase"]

WHOSE: Final = {
    "source": "the source's own words",
    "verbatim": "the source's own words, as the record has them",
    "paraphrase": "our paraphrase",
}
"""Each kind of words, as a person reads it."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Words, and whose they are."""

    words: str
    whose: Whose


def tried(statement: Statement, text: str | None = None) -> Tried:
    """Return the words of a statement to try word lists on.

    Args:
        statement: any.
        text: of its source, where it is at hand. Its passage is taken to have been compared with the record
            (`kg.documents.problems`), unless the statement is orphaned, whose words stand in another text.
    """
    if text is not None and statement.orphaned is None:
        return Tried(text[statement.evidence.start : statement.evidence.end], "source")
    return Tried(statement.text, "verbatim" if statement.wording == "verbatim" else "paraphrase")


def found_words(statement: Statement, span: tuple[int, int], text: str | None = None) -> str | None:
    """Return the words at a span of the source's text, or None where nothing at hand shows them.

    A verbatim text shows them where its white space was single in the source, so that both have one length.
    """
    start, end = span
    evidence = statement.evidence
    if text is not None and statement.orphaned is None:
        return " ".join(text[start:end].split())
    if statement.wording == "verbatim" and len(statement.text) == evidence.end - evidence.start:
        return statement.text[start - evidence.start : end - evidence.start] or None
    return None
