"""The account of a text: each character in exactly one span."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kg.grammar.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


_BETWEEN: Final = "between"
_MARKS: Final = re.compile(
    r"[\W_]*(?:and[\W_]*)?(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*|\d{1,2}[.)]\s+|[a-z]\)\s+)?", re.IGNORECASE
)


def account(text: str, painted: Iterable[Span], separators: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return spans that hold each character of a text once, in order.

    Later spans win over earlier ones. White space between parts and the marks between points are
    boilerplate; what nothing claims is residual.

    Example:
        >>> [(span.kind, span.start) for span in account("A. ?", [Span("note", 0, 2)])]
        [('note', 0), ('boilerplate', 2), ('residual', 3)]
    """
    kinds = ["" for _ in text]
    for span in separators:
        kinds[span.start : span.end] = [_BETWEEN] * (span.end - span.start)
    for span in painted:
        kinds[span.start : span.end] = [span.kind] * (span.end - span.start)
    _between(text, kinds)
    spans: list[Span] = []
    begin = 0
    of = [kind or ("boilerplate" if text[n].isspace() else "residual") for n, kind in enumerate(kinds)]
    _fill(text, of)
    edges = {span.start for span in painted if span.kind in {"statement", "summary", "heading", "note"}}
    for at in range(1, len(of) + 1):
        if at == len(of) or of[at] != of[begin] or at in edges:
            spans.append(Span(of[begin], begin, at))
            begin = at
    return tuple(spans)


def _fill(text: str, of: list[str]) -> None:
    """Make residual the white space within a line that is residual to both sides."""
    last = -2
    for at, kind in enumerate(of):
        if kind == "residual":
            if last >= 0 and last < at - 1 and "\n" not in text[last:at]:
                of[last + 1 : at] = [kind] * (at - last - 1)
            last = at
        elif not text[at].isspace():
            last = -2


def _between(text: str, kinds: list[str]) -> None:
    """Decide what stands between points: marks are boilerplate, words with a colon introduce."""
    begin = 0
    for kind, run in groupby(tuple(kinds)):
        end = begin + sum(1 for _ in run)
        if kind == _BETWEEN:
            words = text[begin:end]
            of = "heading" if words.rstrip().endswith(":") else "residual"
            kinds[begin:end] = ["boilerplate" if _MARKS.fullmatch(words) else of] * (end - begin)
        begin = end
