"""Which kind of section a heading opens; the words are in `point_words` and `account_words`."""

from __future__ import annotations

import re
from typing import Final

from kg.grammar.account_words import NOTE, SUMMARY
from kg.grammar.numbers import NUMBER_WORDS
from kg.grammar.point_words import ACTION, FINDING, RECOMMENDATION

_QUALIFIERS: Final = (
    rf"\d{{1,2}}|{'|'.join(NUMBER_WORDS[2:11])}",
    r"the|our|key|main|overall|other|further|additional|practice|professional|wider|systems?|emerging|final",
    r"local|national|strategic|operational|common|recurring|cross-cutting|identified|initial|headline|top",
    r"important|significant|specific|single[- ]agency|multi-?agency|inter-?agency|overarching",
    r"areas? (?:of|for)|summary of|examples? of|what (?:is|was|are|were) the",
    r"(?:report|review|panel|author|reviewer)(?:'s|s')?",
    r"analysis (?:and|&)|(?:conclusions?|analysis|learning|findings) (?:and|&)(?= (?:key )?recommend)",
)
_QUALIFIER: Final = rf"(?:(?:{'|'.join(_QUALIFIERS)})\s+)*"

SECTIONS: Final = tuple(
    (kind, re.compile(rf"{_QUALIFIER}(?:{'|'.join(phrases)})(?![\w'])", re.IGNORECASE))
    for kind, phrases in (
        ("recommendation", RECOMMENDATION),
        ("action", ACTION),
        (
            "note",
            (r"(?:the )?learning review process", r"points? for discussion", r"questions and challenges"),
        ),
        ("finding", FINDING),
        ("summary", SUMMARY),
        ("note", NOTE),
        ("", (r"conclusions?",)),
    )
)
"""Kinds of sections with the words that open each; the first that matches counts. Where the kind is empty,
items are points and paragraphs are not."""
