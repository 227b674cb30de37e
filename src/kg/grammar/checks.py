"""What a person should look at, and the copies that nothing can be read from."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.errors import DocumentError, Problem
from kg.grammar import leads, units
from kg.grammar.labels import KEYWORDS, OUTCOME
from kg.grammar.model import Warning as Caution
from kg.grammar.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.flow import Flow
    from kg.grammar.model import Draft, NormalLike, Span
    from kg.grammar.units import Unit

_COUNT: Final = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(NUMBER_WORDS[1:])})\s+(?:(?!weeks|months|"
    rf"years)[\w-]+\s+){{0,4}}?(?:reviews|review reports|summaries|cases)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_GLUED: Final = re.compile(r"\bRead the (?:\w+ )?report\s*,\s*[A-Z]")
_MAY_DOUBLE: Final = frozenset(("had", "very"))
_PARTS: Final = {"summary": 1, "finding": 2, "recommendation": 3, "keywords": 4}
_FEWEST: Final = 3  # places out of order that make a scrambled copy
_SHARE: Final = 0.3  # of the places where one part follows another


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
    for review in flow.reviews:
        yield from _of_review(normal, review)
    if not any(review.statements for review in flow.reviews) and text.strip():
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


def refuse_scrambled(text: str, every: Sequence[Unit], opening: set[int]) -> None:
    """Raise DocumentError where parts stand in no order, as in copies whose sentences were shuffled."""
    order = _order(text, every, opening)
    leading = sum(part in {"finding", "recommendation"} for part in order)
    late = not opening and "summary" in order and order[0] in {"finding", "recommendation"}
    late = late or (not opening and leading > 0 and bool(_GLUED.search(text)))
    if leading < 2 and not late:  # noqa: PLR2004 - one lead-in has no order
        return
    wrong = sum(_PARTS.get(b, 0) <= _PARTS.get(a, 0) for a, b in pairwise(order) if b != "heading")
    wrong += sum(a == b == "heading" for a, b in pairwise(order))
    loners = sum(b == "summary" and a != "heading" for a, b in pairwise(order))
    bare = sum(a == "heading" and b in {"finding", "recommendation", "keywords"} for a, b in pairwise(order))
    wrong += min(loners, bare)
    leading_wrong = sum(
        a != "heading" and _PARTS.get(b, 0) <= _PARTS.get(a, 0)
        for a, b in pairwise(part for part in order if part in {"heading", "finding", "recommendation"})
        if b != "heading"
    )
    loose = sum(part == "fragment" for part in order)
    often = leading_wrong >= _FEWEST and leading_wrong / leading > _SHARE
    if (
        late
        or (often or (wrong >= _FEWEST and wrong / max(1, len(order) - 1) > _SHARE))
        or (not opening and wrong + loose >= _FEWEST)
    ):
        raise DocumentError(
            Problem(
                "the text is scrambled: its summaries, learning and recommendations stand in no order,"
                " so its points cannot be told apart",
                "take the document from its publisher in place of a copy",
                line=every[0].line,
            )
        )


def _order(text: str, every: Sequence[Unit], opening: set[int]) -> list[str]:
    """Return the parts of digests in the order in which they stand."""
    order: list[str] = []
    for number, unit in enumerate(every):
        if number in opening:
            order.append("heading")
        elif KEYWORDS.match(text, unit.start, unit.end):
            order.append("keywords")
        elif units.is_item(text, unit):
            continue
        elif (lead := leads.at(text, unit.start, unit.end)) and not lead.single and not lead.lost:
            if lead.kind in _PARTS and (lead.kind != "summary") and text.count(";", unit.start, unit.end):
                order.append(lead.kind)
            if any(_outcome(text, s) for s in list(units.sentences(text, unit.start, unit.end))[1:]):
                order.append("summary")
        elif OUTCOME.match(text, unit.start, unit.end) and unit.kind == "paragraph":
            order.append("summary")
        elif text[unit.start].islower() and unit.kind == "paragraph":
            order.append("fragment")
    return order


def _outcome(text: str, sentence: tuple[int, int]) -> bool:
    return bool(
        re.match(
            r"(?:Death|Suicide|Murder|Serious injur\w+|Sexual abuse|Significant neglect)s? (?:of|to)\b",
            text[slice(*sentence)],
        )
    )


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


def _count(normal: NormalLike, flow: Flow) -> Iterator[Caution]:
    """Yield a warning where the introduction gives another number of reviews than was found."""
    first = min((r.heading.start for r in flow.reviews), default=0)
    match = _COUNT.search(normal.text, 0, first)
    if not match:
        return
    word = match["count"].lower()
    stated = int(word) if word.isdigit() else NUMBER_WORDS.index(word)
    found = len(flow.reviews)
    if stated != found:
        message = (
            f"the introduction says '{match.group()}', and {found} {'was' if found == 1 else 'were'} found"
        )
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
    if summary and text.count(";", summary.start, summary.end) > 1:
        message = "the summary looks like a list: a lead-in may have been lost"
        yield Caution("summary-list", message, summary.start, line_of(normal, summary.start))
    if review.title and not any(s.kind in {"finding", "recommendation", "action"} for s in review.statements):
        message = f"no finding or recommendation was found in '{review.title}'"
        yield Caution("no-statements", message, review.heading.start, line_of(normal, review.heading.start))
