"""Which review and which statement of a document is which of the records: by their words, and by their order.

The same words, whatever their case, quotes and line breaks, are the same statement. What is left over is
matched where it is nearly the same: a word corrected, a clause added. Nothing is matched to two.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from kg.ingest.passages import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.records import Review, Statement

NEARLY: Final = 0.85
"""Share of characters from which two statements of different words may be the same one corrected."""

IN_PLACE: Final = 0.75
"""The same where what stands before and after it is the same too."""

_SHARED: Final = 0.5  # of the statements of the shorter of two reviews: then they are one under another title
_TITLE: Final = 0.5  # what the same title counts for, against a share of statements


@dataclass(frozen=True, slots=True)
class Known:
    """A statement of a record as it may be met again.

    Attributes:
        kind: its kind, or that which its document gave it.
        keys: its words as they stand in the record, and as its document had them (see `passages.key`).
        orphaned: it is not in the document as it was last read.
    """

    kind: str
    keys: frozenset[str]
    orphaned: bool = False


def pair(old: Sequence[Known], new: Sequence[Statement]) -> dict[int, int]:
    """Return which statement of a document is which known one, both by their place.

    Example:
        >>> from kg.records import Evidence, Statement
        >>> known = [Known("finding", frozenset({"share all concerns"}))]
        >>> said = Statement("", "finding", "Learning", "Share all concerns.", "verbatim", Evidence(0, 9, ""))
        >>> pair(known, [said])
        {0: 0}
    """
    keys = [key(statement.text) for statement in new]
    pairs: dict[int, int] = {}
    for orphaned in (False, True):  # what is there comes before what was lost
        for there, words in enumerate(keys):
            same = (
                here
                for here, one in enumerate(old)
                if one.orphaned == orphaned and one.kind == new[there].kind and words in one.keys
            )
            free = [here for here in same if here not in pairs.values()]
            if there not in pairs and free:
                pairs[there] = min(free, key=lambda here: abs(here - there))
    for _, here, there in sorted(_near(old, new, keys, pairs)):
        if there not in pairs and here not in pairs.values():
            pairs[there] = here
    return pairs


def _near(
    old: Sequence[Known], new: Sequence[Statement], keys: Sequence[str], pairs: Mapping[int, int]
) -> Iterator[tuple[float, int, int]]:
    """Yield how far each pair of what is left over is from being the same, if it is near enough."""
    taken = set(pairs.values())
    for there, words in enumerate(keys):
        for here, one in enumerate(old):
            if there in pairs or here in taken or one.kind != new[there].kind:
                continue
            enough = (
                IN_PLACE if not one.orphaned and _framed(here, there, pairs, len(old), len(new)) else NEARLY
            )
            alike = max(_alike(words, known, enough) for known in one.keys)
            if alike >= enough:
                yield 1 - alike, here, there


def _framed(here: int, there: int, pairs: Mapping[int, int], old: int, new: int) -> bool:
    """Say whether what stands before and after is the same; the beginning and the end count as such."""
    before = here == there == 0 or (there > 0 and pairs.get(there - 1) == here - 1)
    after = (here, there) == (old - 1, new - 1) or pairs.get(there + 1) == here + 1
    return before and after


def _alike(one: str, other: str, enough: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
        return 0.0
    return matcher.ratio()


def pair_reviews(
    old: Sequence[Review],
    titles: Sequence[frozenset[str]],
    words: Sequence[frozenset[str]],
    new: Sequence[Review],
) -> dict[int, int]:
    """Return which review of a document is which of the records, both by their place.

    Args:
        old: the reviews of the source's records.
        titles: of each of them, its titles in the record and in the document (see `passages.key`).
        words: of each of them, the keys of its statements.
        new: the reviews of the document.
    """
    found = []
    for there, review in enumerate(new):
        said = {key(statement.text) for statement in review.statements}
        for here in range(len(old)):
            share = len(said & words[here]) / max(1, min(len(said), len(words[here])))
            titled = key(review.title) in titles[here]
            if share >= _SHARED or (titled and (share > 0 or _alone(review, here, titles, new))):
                found.append((-share - _TITLE * titled, abs(old[here].item - review.item), there, here))
    pairs: dict[int, int] = {}
    for *_, there, here in sorted(found):
        if there not in pairs and here not in pairs.values():
            pairs[there] = here
    return pairs


def _alone(review: Review, here: int, titles: Sequence[frozenset[str]], new: Sequence[Review]) -> bool:
    """Say whether no other review, of the records or the document, has the title."""
    title = key(review.title)
    others = any(title in known for place, known in enumerate(titles) if place != here)
    return not others and sum(key(one.title) == title for one in new) == 1
