"""Finds the statement that a person means: by its id, or by words that no other has."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from kg.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.records import Records, Review, Statement

_SHOWN: Final = 5
_LENGTH: Final = 60


def find(records: Records, meant: str, texts: Mapping[str, str]) -> tuple[Review, Statement]:
    """Return a statement and its review.

    Args:
        records: all records.
        meant: an id (`f-2dp763ef`, also as `statement:f-2dp763ef`), or words that stand in one statement
            alone: in its text or, where that is at hand, in the source's words. Case does not count.
        texts: the text of each source that is at hand, by its id.

    Raises:
        NotFoundError: there is none, or several; the message names the nearest.
    """
    every = {one.id: (review, one) for review in records.reviews for one in review.statements}
    name = meant.strip().removeprefix("statement:")
    if name in every:
        return every[name]
    words = _folded(meant)
    held = [pair for pair in every.values() if words and any(words in said for said in _said(*pair, texts))]
    if len(held) == 1:
        return held[0]
    if held:
        listed = "\n".join(f"  {one.id}  {review.alias}: {_short(one.text)}" for review, one in held[:_SHOWN])
        more = f"\n  and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
        raise NotFoundError(
            f"{len(held)} statements have the words {meant!r}: give more of them, or an id.\n{listed}{more}"
        )
    near = get_close_matches(name, every, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " kg query find-statements lists their ids."
    raise NotFoundError(f"No statement has the id or the words {meant!r}.{hint}")


def _said(review: Review, statement: Statement, texts: Mapping[str, str]) -> list[str]:
    evidence = statement.evidence
    source = texts.get(review.source) if statement.orphaned is None else None
    own = [source[evidence.start : evidence.end]] if source else []
    return [_folded(words) for words in (statement.text, *own)]


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _short(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH].rstrip()} ..."
