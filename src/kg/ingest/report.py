"""What a proposal holds, in words: what was found, what was not understood, and what to look at."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kg.english import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

_KINDS: Final = ("summary", "finding", "recommendation", "action", "note")
"""Kinds of statement, in the order in which a reader asks after them."""
_MANY: Final = MappingProxyType({"summary": "summaries"})


def report(proposal: Json, text: str) -> Iterator[str]:
    """Yield the lines of a report on one document.

    Args:
        proposal: as `kg.ingest.propose` gave it.
        text: the extracted text, to count lines in.
    """
    source, reviews = proposal["source"], proposal["reviews"]
    count = counted(len(reviews), "review")
    yield f"{source['path']}: {count} (reader: {source['extractor']})"
    for review in reviews:
        kinds = Counter(statement["kind"] for statement in review["statements"])
        those = [counted(kinds[kind], kind, _MANY.get(kind, "")) for kind in _KINDS if kinds[kind]]
        yield f"  {review['title'] or '(no title)'}: {', '.join(those) or 'no statements'}"
    yield f"  characters: {', '.join(_shares(proposal['spans']))}"
    for span in residual(proposal, text):
        line = text.count("\n", 0, span["start"]) + 1
        begins = text[span["start"] : span["end"]].strip().partition("\n")[0]
        yield f"  not understood, line {line}: {begins[:60]}"
    for warning in proposal["warnings"]:
        if warning["code"] == "reading":  # it names its line itself
            yield f"  look at the text: {warning['message']}"
        elif warning["code"] != "residual":  # told above
            yield f"  look at line {warning['line']}: {warning['message']}"


def residual(proposal: Json, text: str) -> list[Json]:
    """Return the spans that no grammar understood, white space apart."""
    spans: list[Json] = proposal["spans"]
    return [
        span for span in spans if span["kind"] == "residual" and text[span["start"] : span["end"]].strip()
    ]


def _shares(spans: list[Json]) -> list[str]:
    """Return the share of characters of each kind of span, the largest first."""
    shares: Counter[str] = Counter()
    for span in spans:
        shares[span["kind"]] += span["end"] - span["start"]
    total = max(shares.total(), 1)
    return [f"{kind} {100 * count / total:.0f}%" for kind, count in shares.most_common()]
