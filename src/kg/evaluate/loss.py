"""Silent loss: labelled words that stand in no proposed statement, and that nothing warns of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.evaluate.gold import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.evaluate.gold import Labelled
    from kg.evaluate.reading import Reading

_NO_PLACE: Final = frozenset({"count", "doubled-word", "reading"})
"""Warnings that point to no lost words."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost of one document.

    Attributes:
        document: its name.
        silent: labelled statements some of whose words are in no statement, not residual, not warned of.
        absent: labelled statements whose words do not stand in its text: a slip in the label, or a text that
            was read badly.
        labelled: all its labelled statements.
    """

    document: str
    silent: tuple[Labelled, ...]
    absent: tuple[Labelled, ...]
    labelled: int


def loss(reading: Reading, rows: Iterable[Labelled]) -> Loss:
    """Return what was lost of a document; of one that was refused, nothing is lost silently."""
    labelled = [row for row in rows if row.kind in STATEMENTS]
    places = [(row, _place(row.words, reading)) for row in labelled if not reading.refused]
    return Loss(
        reading.document,
        silent=tuple(row for row, place in places if place and _silent(place, reading)),
        absent=tuple(row for row, place in places if not place),
        labelled=len(labelled),
    )


def _place(words: str, reading: Reading) -> Sequence[int]:
    return next((found for letters in reading.letters if (found := letters.find(words))), ())


def _silent(place: Sequence[int], reading: Reading) -> bool:
    stretches = [(one.start, one.end) for one in reading.statements] + list(reading.residual)
    left = [at for at in place if not any(start <= at < end for start, end in stretches)]
    return bool(left) and not _warned(place[0], place[-1], reading)


def _warned(first: int, last: int, reading: Reading) -> bool:
    """Whether a warning points into the words, or says that the review they stand in has no points."""
    starts = [review.start for review in reading.reviews if review.start <= first]
    review = max(starts, default=0)
    return any(
        first <= at <= last or (code == "no-statements" and at in (0, review))
        for code, at in reading.warned
        if code not in _NO_PLACE
    )
