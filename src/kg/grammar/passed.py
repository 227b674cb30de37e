"""Passages that no rule takes for a point and that read like one: they are never passed over in silence."""

from __future__ import annotations

import re
from typing import Final

from kg.grammar import units

_ASKS: Final = (
    r"should(?! (?:live|reside|be placed|be cared))",
    r"must",
    r"ought to",
    r"needs? to",
    r"recommend(?:s|ed|ations?|ing)?",
    r"(?:is|are) (?:asked|advised|required|expected|encouraged|urged) to",
    r"(?:important|essential|vital|crucial) (?:that|to|for)",
)
_DEED: Final = (
    r"(?:considere?|recogni[sz]e|explore|share|assesse?|identif(?:y|ie)|challenge|escalate|followe?|recorde?|"
    r"invite)"
)
_FINDS: Final = (
    r"lessons (?:were|are|is|was|learn\w*|from|to|for|that)",
    r"learning (?:is|was|from|for|points?|identified|that|includes?)",
    r"findings?",
    r"(?:good|poor|effective|strong) practice",
    r"missed opportunit(?:y|ies)|opportunit(?:y|ies) (?:was|were) (?:missed|lost)",
    r"(?:could|would|might) have (?:been|led|helped|made|prevented|given|allowed|prompted)",
    r"(?:failed|failure|failings?) (?:to|of|in)",
    r"lack of",
    r"(?:insufficient|inadequate|inconsistent|ineffective|over-?reliance|over-?optimis\w+)",
    rf"(?:was|were) (?:not|never) (?:\w+ )?(?:{_DEED}d|understood|sought|heard|asked|told|informed)",
    rf"did not (?:\w+ )?(?:{_DEED}|understand|seek|ask|tell|inform|know|communicate|refer)",
)
_READS: Final = re.compile(rf"\b(?:{'|'.join((*_ASKS, *_FINDS))})\b", re.IGNORECASE)
_TELLS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|should|must|will|would|could|can|cannot|may|"
    r"might|needs?|makes?|made|led|leads|know|knew|felt|found|told|saw|\w{2,}ed)\b",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(r"(?:what|how|why|for|to|of|about|on|in)\b", re.IGNORECASE)
_FEWEST: Final = 5  # words of a heading that may be a point


def reads_as_point(text: str, start: int, end: int) -> bool:
    """Say whether a passage asks for something or judges practice, as points do; questions do neither.

    >>> reads_as_point("Staff should ask.", 0, 17), reads_as_point("They lived in a town.", 0, 21)
    (True, False)
    """
    said = units.sentences(text, start, end)
    return any(
        text[after - 1] != "?" and _READS.search(text, first, after) and _TELLS.search(text, first, after)
        for first, after in said
    )


def is_sentence(words: str) -> bool:
    """Say whether a line that was taken for a heading says something, and so may be a point itself.

    >>> is_sentence("Staff were not told of the bruise"), is_sentence("The role of fathers")
    (True, False)
    """
    long = len(words.split()) >= _FEWEST
    return long and not _ASKING.match(words) and words[-1] not in "?:" and bool(_TELLS.search(words))
