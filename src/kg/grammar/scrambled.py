"""Copies whose sentences or points stand in no order: nothing can be told of those, and they are refused."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.errors import DocumentError, Problem
from kg.grammar import keywords, leads, units
from kg.grammar.labels import ABSENT, EMBEDDED, KEYWORDS, OUTCOME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.model import BlockLike, NormalLike
    from kg.grammar.units import Unit

_GLUED: Final = re.compile(r"\bRead the (?:\w+ )?report\s*,\s*[A-Z]")
_PARTS: Final = {"summary": 1, "finding": 2, "recommendation": 3, "keywords": 4}
_FEWEST: Final = 3  # places out of order that make a scrambled copy
_SHARE: Final = 0.3  # of the places where one part follows another
_END: Final = re.compile(r"[;.!?]\s+")
_SHORT_FOR: Final = re.compile(
    r"(?:\b(?:etc|incl|approx|para|paras|resp|\w|[ivx]{2,5})|\.\w)$", re.IGNORECASE
)
_SLIPS: Final = 2  # joints where what follows cannot follow
_SLIP_SHARE: Final = 0.1  # of all joints


def refuse(normal: NormalLike, every: Sequence[Unit], opening: set[int]) -> None:
    """Raise DocumentError where parts stand in no order, as in copies whose sentences were shuffled.

    Args:
        normal: the normalised text.
        every: its units.
        opening: which of them open a review.
    """
    order = _order(normal.text, every, opening)
    if _is_shuffled(normal.text, order, titled=bool(opening)) or _has_slips(normal, order):
        raise DocumentError(
            Problem(
                "the text is scrambled: its summaries, learning and recommendations stand in no order,"
                " so its points cannot be told apart",
                "take the document from its publisher in place of a copy",
                line=every[0].line,
            )
        )


def _is_shuffled(text: str, order: Sequence[str], *, titled: bool) -> bool:
    """Say whether whole parts stand in no order."""
    leading = sum(part in {"finding", "recommendation"} for part in order)
    late = not titled and "summary" in order and order[0] in {"finding", "recommendation"}
    late = late or (not titled and leading > 0 and bool(_GLUED.search(text)))
    if late or leading < 2:  # noqa: PLR2004 - one lead-in has no order
        return late
    wrong = _wrong(order)
    wrong += sum(a == b == "heading" for a, b in pairwise(order))
    loners = sum(b == "summary" and a != "heading" for a, b in pairwise(order))
    bare = sum(a == "heading" and b in {"finding", "recommendation", "keywords"} for a, b in pairwise(order))
    wrong += min(loners, bare)
    leading_wrong = _wrong([part for part in order if part in {"heading", "finding", "recommendation"}])
    loose = sum(part == "fragment" for part in order)
    often = leading_wrong >= _FEWEST and leading_wrong / leading > _SHARE
    return (
        often
        or (wrong >= _FEWEST and wrong / max(1, len(order) - 1) > _SHARE)
        or (not titled and wrong + loose >= _FEWEST)
    )


def _wrong(order: Sequence[str]) -> int:
    """Return how often a part follows one that it stands before in every digest."""
    return sum(
        a != "heading" and _PARTS.get(b, 0) <= _PARTS.get(a, 0) for a, b in pairwise(order) if b != "heading"
    )


def _has_slips(normal: NormalLike, order: Sequence[str]) -> bool:
    """Say whether points of a digest were shuffled: parts after semicolons, lower case after full stops."""
    text = normal.text
    joints = [(text[match.start()], match.start(), match.end()) for match in _END.finditer(text)]
    lists = sum(mark == ";" for mark, _, _ in joints)
    loose = {block.start for block in normal.blocks if block.kind != "paragraph" or _is_keywords(text, block)}
    slips = sum(_slip(text, *joint) for joint in joints if joint[2] not in loose)
    slips += bool(lists and 0 not in loose and text[:1].islower() and not leads.at(text, 0, len(text)))
    back = any(a in _PARTS and b in _PARTS and _PARTS[b] < _PARTS[a] for a, b in pairwise(order))
    return lists > 0 and slips >= (1 if back else _SLIPS) and slips > _SLIP_SHARE * len(joints)


def _is_keywords(text: str, block: BlockLike) -> bool:
    return keywords.are_items(text[block.start : block.end])


def _slip(text: str, mark: str, before: int, at: int) -> bool:
    """Say whether what stands at an offset cannot follow what ends before it."""
    if at >= len(text):
        return False
    if mark != ";":
        cut = text[at].islower() and not _SHORT_FOR.search(text, max(0, before - 8), before)
        return cut and not leads.at(text, at, len(text))
    lead = leads.at(text, at, len(text))
    opens = lead is not None and not lead.single and not lead.lost and lead.kind in _PARTS
    return text[at].isupper() and bool(
        opens
        or OUTCOME.match(text, at)
        or KEYWORDS.match(text, at)
        or ABSENT.match(text, at)
        or EMBEDDED.match(text, at)
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
