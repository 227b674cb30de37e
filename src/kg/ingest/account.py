"""The account of a document: what each character of its raw text is, without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.documents import Normal
    from kg.grammar import Span

Json = dict[str, Any]
_BETWEEN = "boilerplate"


def account(spans: Sequence[Span], normal: Normal) -> list[Json]:
    r"""Return spans of the raw text that follow each other from its first character to its last.

    What the normalised text leaves out (marks of bullets, space, headers and footers within a sentence) is
    boilerplate, as is what stands before the first block and after the last.

    Args:
        spans: of the normalised text, one for each of its characters.
        normal: the normalised text.

    Example:
        >>> from kg.documents import normalise
        >>> from kg.grammar import parse
        >>> normal = normalise("Learning\n\n- ask early\n")
        >>> [(s["kind"], s["start"], s["end"]) for s in account(parse(normal).spans, normal)]
        [('heading', 0, 8), ('boilerplate', 8, 12), ('statement', 12, 21), ('boilerplate', 21, 22)]
    """
    made: list[Json] = []
    done = 0
    for kind, start, end in _cut(spans, normal):
        for what, first, after in ((_BETWEEN, done, start), (kind, max(start, done), end)):
            if first < after and made and made[-1]["kind"] == what == _BETWEEN:
                made[-1]["end"] = after
            elif first < after:
                made.append({"kind": what, "start": first, "end": after})
        done = max(done, end)
    return made


def _cut(spans: Sequence[Span], normal: Normal) -> Iterator[tuple[str, int, int]]:
    """Yield the raw spans, cut where something was left out of them, and last the end of the text."""
    left_out = iter([*normal.left_out, (normal.at[-1], normal.at[-1])])
    gap = next(left_out)
    for span in spans:
        start, end = normal.raw_span(span.start, span.end)
        while gap[1] <= start < normal.at[-1]:
            gap = next(left_out)
        while start <= gap[0] < end:
            yield span.kind, start, gap[0]
            start, gap = gap[1], next(left_out)
        yield span.kind, start, max(start, end)
    yield _BETWEEN, normal.at[-1], normal.at[-1]
