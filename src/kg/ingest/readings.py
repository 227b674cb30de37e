"""Facts and keywords of a proposal as a record has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.documents import clean
from kg.facts import facts
from kg.records import Label, ReadFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.passages import Passages

Json = dict[str, Any]

FACTS_BY: Final = "summary-1"
"""The method that proposes facts."""

_FACTS: Final = {
    "type": "type",
    "form": "form",
    "outcome": "outcome",
    "circumstances": "cause",
    "ages": "age",
    "sex": "sex",
    "children": "children",
    "occurred": "occurred",
    "perpetrator": "source-of-harm",
    "legal": "conviction",
}
"""The facts of a proposal, and what records call them."""


def readings(given: Json, passages: Passages) -> Iterator[ReadFact]:
    """Yield the facts of a review, each as proposed; no two of them are the same to the character."""
    seen: set[ReadFact] = set()
    ages = iter(_ages(given, passages))
    for name, fact in _FACTS.items():
        stated = given["facts"][name]
        for one in stated if isinstance(stated, list) else [stated] if stated else []:
            value = clean(str(one["value"]))
            months, band = next(ages) if fact == "age" else (None, None)
            read = ReadFact(
                fact, value, "proposed", FACTS_BY, one["start"], one["end"], months=months, band=band
            )
            if read not in seen and value:
                seen.add(read)
                yield read


def _ages(given: Json, passages: Passages) -> list[tuple[int | None, str | None]]:
    """Return months and band of each age: they follow from its words, and a proposal has only those."""
    summary = next((one for one in given["statements"] if one["kind"] == "summary"), None)
    said = passages.even(summary["start"], summary["end"]) if summary else ""
    ages = {age.value: (age.months, age.band) for age in facts(given["title"], said).ages}
    return [ages.get(one["value"], (None, None)) for one in given["facts"]["ages"]]


def labels(given: Json, passages: Passages) -> Iterator[Label]:
    """Yield the keywords of a review, each once, as the document's own."""
    seen: set[str] = set()
    for one in given["keywords"]:
        term = passages.words(one["start"], one["end"])
        if term and term.casefold() not in seen:
            seen.add(term.casefold())
            yield Label(term, "source", one["start"], one["end"])
