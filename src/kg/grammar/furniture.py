"""What is no part of what a document says: links, menus, page numbers and the like."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 200
"""Characters of such a line at most."""

READ: Final = re.compile(
    r"\W{0,4}(?:Other resources?\b|(?:Read|Download|View|Access)\s+(?:the\s+)?(?:[\w-]+ ){0,6}?"
    r"(?:reports?|reviews?|briefings?|overview|summary|practice)\b|\[[^\]\n]{0,120}\]\([^)\n]*\)\W*$)",
    re.IGNORECASE,
)
_FURNITURE: Final = re.compile(
    r"(?:Skip to|Back to (?:top|contents)|Contact us|Copyright|©|"
    r"Page \d|Tel(?:ephone)?[:.]|Helpline \d|Call (?:us|our|the (?:\w+ )?helpline)|Sign in|Follow us|"
    r"Accessibility (?:statement|help|tools|links)|Terms (?:of use|and)|\d+(?: of \d+)?$|"
    r"Version \d|Published:|(?:Published|Produced|Prepared|Approved) by\b|"
    r"(?:Next )?Review date|Date (?:of|for) (?:next )?review|"
    r"Last updated|Translate this|Freedom of information\W*$|Site map|"
    r"Was this page|(?:This site|We) uses? cookies|Accept all|"
    r"For (?:a copy|more (?:information|details)|further (?:information|details))\b|"
    r"(?:Menu|Home|Search|Accessibility|Translate|Helpline|Cookies?|"
    r"Print|Share|Privacy|Email|Download)\W*(?:$|[:|>\u00bb\u203a(])|"
    r"(?:Print|Share|Search|Email|Download) (?:this|our|us|on|via|by|pdf|page|the (?:page|site|website))\b|"
    r"(?:Email|Search) \S+\W*$|Home ?page|Sign up (?:to|for) (?:our|the|news|alerts|updates|emails?)\b|"
    r"(?:Privacy|Cookies?)(?: (?:and|&) (?:privacy|cookies?))? "
    r"(?:policy|policies|notice|statement|settings|preferences|centre)\b|"
    r"(?:Privacy|Cookies) (?:and|&) (?:privacy|cookies|terms)\b|"
    r"https?://|www\.)",
    re.IGNORECASE,
)
"""How parts of a web page begin; of a word that a point may begin with too (share, search), more is asked."""
_PAGE: Final = re.compile(r"\s[|(]?\s?Page \d{1,3}(?: of \d{1,3})?\)?$", re.IGNORECASE)
_ASKS: Final = re.compile(r"\b(?:should|must|needs? to|to ensure|to be)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://|www\.|tel\b", re.IGNORECASE)
_ALWAYS: Final = re.compile(
    r"(?:Published by|(?:Next )?Review date|For (?:a copy|more|further)|(?:This site|We) uses? cookies)\b",
    re.IGNORECASE,
)


def is_furniture(words: str, kind: str) -> bool:
    """Return whether a unit's words are no part of what the document says: links, menus, page numbers.

    Args:
        words: of the unit, without white space at its ends.
        kind: of the unit: `boilerplate` always is.
    """
    if kind == "boilerplate":
        return True
    if len(words) > LONGEST:
        return False
    if not any(c.isalnum() for c in words) or "[email\xa0protected]" in words or "[email protected]" in words:
        return True
    if words[0].islower() and not _ADDRESS.match(words):  # as points are written, and menus are not
        return False
    if READ.match(words) and not _ASKS.search(words):
        return not re.search(r",\s+[A-Z]", words)
    return bool(_PAGE.search(words)) or (
        bool(_FURNITURE.match(words)) and (not words.endswith((".", ";")) or bool(_ALWAYS.match(words)))
    )
