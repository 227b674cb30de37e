"""What a line at the edge of a page is by its form: a page's number, a point, a running title."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.marks import BULLET, NUMBERED

LONGEST: Final = 140
"""Characters of a header or footer at most."""

ALWAYS: Final = re.compile(
    r"(?:https?|file)://\S+\s+\d+/\d+|page\s+\d{1,4}\s+of\s+\d{1,4}|page\s*\|?\s*\d{1,4}", re.IGNORECASE
)
"""A page's number wherever it stands."""

_ROMAN: Final = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"  # so "ill" is a word
_PAGE: Final = re.compile(
    rf"(?:page\s+)?(?:{_ROMAN}|\d{{1,4}}\s*(?:of|/)\s*\d{{1,4}})|[-\u2013]\s*\d{{1,4}}\s*[-\u2013]"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d.*"  # when a browser printed it
    r"|\d{1,4}\s*\|\s*(?:p\s*a\s*g\s*e).*"
    r"|.{0,80}(?:[|\u2013\u2022-]\s*page\s+\d{1,4}|page\s+\d{1,4}\s+of\s+\d{1,4})",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"[.!?;:,][\"')]?$")
_HEADING: Final = re.compile(
    r"#{1,6} +\S.*|(?:(?:the|key|main|practice|overall|executive|areas? (?:of|for)) ){0,2}"
    r"(?:findings?|learning|lessons?|recommendations?|actions?|background|summary|introduction|conclusions?"
    r"|analysis|issues|themes|messages|outcomes?|improvement|good practice|what happened|case summary"
    r"|recommendations? and actions?|findings? and recommendations?)"
    r"(?: (?:points?|plan|taken|identified|learn(?:ed|t)|made|(?:for|from|of|to) (?:the |this )?"
    r"(?:practice|practitioners|managers|professionals|agencies|partners|review|case|board|partnership)))*",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"(?:[\w'-]+ ){0,4}(?:review|case|child|family|finding|recommendation|lesson|theme|point|action|issue"
    r"|appendix|annex|part|section|chapter|stage|episode|event|question|study|example|summary)"
    r" (?:no\.? ?)?\d{1,3}\b.{0,60}",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"(?:\u00a9|copyright|(?:strictly |private and )?confidential|official|restricted|not for|draft|printed"
    r"|all rights|(?:published|produced|prepared) by|this (?:report|document|review|briefing) (?:is|must))\b",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(
    r"\b(?:reviews?|reports?|briefings?|bulletins?|digests?|partnerships?|board|council|trust|official"
    r"|confidential|draft|version|page|(?:19|20)\d\d)\b|\u00a9|https?://|www\.",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|do|does|should|must|needs?|will|can|could|not|found|finds"
    r"|makes?|made|identified|identifies)\b",
    re.IGNORECASE,
)
_WORDS: Final = 12  # of a title


def is_page_number(text: str) -> bool:
    """Say whether a line at a page's edge can be nothing but its number; figures alone may be a sentence's.

    Example:
        >>> [is_page_number(text) for text in ("- 3 -", "iv", "ill", "as the table shows on page 4")]
        [True, True, False, False]
    """
    return bool(_PAGE.fullmatch(text))


def is_item(text: str) -> bool:
    """Say whether a line is marked as an item or heading, or counts cases or points.

    Example:
        >>> [is_item(text) for text in ("\u2022 See the child", "Case review 2", "Review of Child A")]
        [True, True, False]
    """
    return bool(BULLET.match(text) or NUMBERED.match(text) or _COUNTED.fullmatch(text))


def is_point(text: str) -> bool:
    """Say whether a line is what documents are made of: an item, a sentence's end, a section's heading.

    Example:
        >>> [is_point(text) for text in ("Recommendations", "Nobody asked him.", "Learning from reviews")]
        [True, True, False]
    """
    return is_item(text) or bool(_ENDED.search(text) or _HEADING.fullmatch(text))


def is_notice(text: str) -> bool:
    """Say whether a line begins as notices of secrecy and copyright do, which may be sentences.

    Example:
        >>> is_notice("This report is confidential until it is published.")
        True
    """
    return bool(_NOTICE.match(text))


def is_title(text: str) -> bool:
    """Say whether a line reads as the name of a document or of who publishes it.

    Example:
        >>> [is_title(text) for text in ("Review of Child A", "See the child", "The review found a gap")]
        [True, False, False]
    """
    short = len(text.split()) <= _WORDS and not text[0].islower()
    return short and bool(_NAMES.search(text)) and not _VERB.search(text)
