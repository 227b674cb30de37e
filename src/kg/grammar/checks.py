"""What a person should look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.grammar.model import Warning as Caution
from kg.grammar.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.flow import Flow
    from kg.grammar.model import Draft, NormalLike, Span

_COUNT: Final = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(NUMBER_WORDS[1:])})\s+(?:(?!weeks|months|"
    rf"years)[\w-]+\s+){{0,4}}?(?:reviews|review reports|summaries|cases)\b",
    re.IGNORECASE,
)
_LIST: Final = re.compile(r"[:;][^:;]*;")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MAY_DOUBLE: Final = frozenset(("had", "very"))


def cautions(normal: NormalLike, flow: Flow, spans: Sequence[Span]) -> Iterator[Caution]:
    """Yield every warning about a document, in no order."""
    text = normal.text
    yield from _doubled(normal)
    yield from _count(normal, flow)
    for unit in flow.lost:
        yield Caution(
            "lost-lead-in",
            "a lead-in has lost its first word; its points are taken by their place",
            unit.start,
            unit.line,
        )
    for unit in flow.doubtful:
        words = text[unit.start : unit.end][:60]
        yield Caution("heading-or-point", f"taken for a heading: '{words}'", unit.start, unit.line)
    for review in flow.made.reviews:
        yield from _of_review(normal, review)
    if not any(review.statements for review in flow.made.reviews) and text.strip():
        yield Caution("no-statements", "no statement was found in this document", 0, 1)
    for span in spans:
        if span.kind == "residual":
            words = text[span.start : span.start + 60].replace("\n", " ")
            yield Caution("residual", f"not understood: '{words}'", span.start, line_of(normal, span.start))


def line_of(normal: NormalLike, at: int) -> int:
    """Return the source's line at an offset: exact at the start of a block, near within one."""
    found = None
    for block in normal.blocks:
        if block.start > at:
            break
        found = block
    return found.line + normal.text.count("\n", found.start, at) if found else 1


def _doubled(normal: NormalLike) -> Iterator[Caution]:
    """Yield each word that stands twice in a row; the source's slip is kept."""
    text = normal.text
    for block in normal.blocks:
        before = None
        for word in _WORD.finditer(text, block.start, block.end):
            if before and _same(text, before, word):
                message = f"the word '{word.group()}' stands twice in a row; kept as it is"
                yield Caution("doubled-word", message, before.start(), line_of(normal, before.start()))
            before = word


def _same(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    one, two = before.group().lower(), word.group().lower()
    between = text[before.end() : word.start()]
    return (
        one == two
        and len(one) > 1
        and one not in _MAY_DOUBLE
        and bool(between)
        and between.isspace()
        and not word.group()[0].isupper()
    )


def stated_count(text: str, end: int) -> tuple[int, re.Match[str]] | None:
    """Return how many reviews the introduction of a text says it has, and where, or None.

    Args:
        text: normalised.
        end: of the introduction, where the first review begins.

    Example:
        >>> stated_count("In March eight case reviews were published.", 40)[0]
        8
    """
    match = _COUNT.search(text, 0, end)
    if not match:
        return None
    word = match["count"].lower()
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word), match


def _count(normal: NormalLike, flow: Flow) -> Iterator[Caution]:
    """Yield a warning where the introduction gives another number of reviews than was found."""
    first = min((r.heading.start for r in flow.made.reviews), default=0)
    stated, found = stated_count(normal.text, first), len(flow.made.reviews)
    if stated and stated[0] != found:
        match, verb = stated[1], "was" if found == 1 else "were"
        message = f"the introduction says '{match.group()}', and {found} {verb} found"
        yield Caution("count", message, match.start(), line_of(normal, match.start()))


def _of_review(normal: NormalLike, review: Draft) -> Iterator[Caution]:
    text = normal.text
    for statement in review.statements:
        if statement.cut:
            tail = text[max(statement.start, statement.end - 40) : statement.end]
            yield Caution(
                "cut",
                f"the end seems to be missing: '...{tail}'",
                statement.start,
                line_of(normal, statement.start),
            )
    summary = review.summary
    if summary and _LIST.search(text, summary.start, summary.end):
        message = "the summary looks like a list: a lead-in may have been lost"
        yield Caution("summary-list", message, summary.start, line_of(normal, summary.start))
    if review.title and not any(s.kind in {"finding", "recommendation", "action"} for s in review.statements):
        message = f"no finding or recommendation was found in '{review.title}'"
        yield Caution("no-statements", message, review.heading.start, line_of(normal, review.heading.start))
