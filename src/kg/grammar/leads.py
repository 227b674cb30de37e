"""Lead-ins and the headings of sections: what kind of points they introduce, and where those begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.grammar.labels import (
    ABOUT,
    BARE_SUBLEAD,
    BODY,
    LABEL,
    LOST,
    MAKES,
    NUMBERED_POINT,
    RECOMMENDS,
    SUBLEAD,
    VERB,
)
from kg.grammar.section_words import SECTIONS

_NUMBER: Final = re.compile(
    r"(?:(?:section|part|step)\s+)?(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,5}[.):])\s+", re.IGNORECASE
)
_REST: Final = re.compile(
    r"\s*(?:$|\?|[:&/,]|(?:and|for|from|of|learn(?:ed|t)|focus\w*|relat\w*|cover\w*|concern\w*|"
    r"noted|raised|highlighted|emerging|has|have|identified|arising|made|includ\w+|in|to|the|that|"
    r"we|you|your|us|it|so|next|leading|since|agreed|completed|taken|already|following|after|now|across|with|[A-Z]$|did|was|were|is"
    r"|are|happened|points?|themes?|about|on|this|practitioners|professionals|review|\([^)]*\))\b)",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"\b(?:to|for) (?P<who>(?:the |all |both )?[^:;.,]{2,60}?)(?= (?:are|is|include[sd]?|was|"
    r"were)\b|\s*$)"
)
_NUMBERED_KINDS: Final = {"Recommendation": "recommendation", "Action": "action"}
_LONGEST: Final = 10  # words of a section's heading
_PLAIN: Final = 7  # words of one that nothing on the page marks as a heading
_TAIL: Final = 60  # characters between a label and its verb


@dataclass(frozen=True, slots=True)
class Lead:
    """What introduces points.

    Attributes:
        kind: of the points: finding, recommendation, action, summary or note.
        words: as the source has them, without the last colon.
        end: offset at which the points begin.
        addressee: whom the lead-in itself names.
        inline: whether points may follow in the same paragraph.
        lost: whether its first word seems lost.
        single: whether it introduces one point, as "Recommendation 3:" does.
    """

    kind: str
    words: str
    end: int
    addressee: str = ""
    inline: bool = True
    lost: bool = False
    single: bool = False


def kind_of(words: str) -> tuple[str, int] | None:
    """Return the kind that a heading's words announce, and how many characters say so."""
    for kind, pattern in SECTIONS:
        if match := pattern.match(words):
            return kind, match.end()
    return None


def at(text: str, start: int, end: int) -> Lead | None:
    """Return the lead-in that stands at an offset, if one does.

    Example:
        >>> lead = at("Learning includes: there is a need to: listen; act.", 0, 51)
        >>> lead.kind, lead.words
        ('finding', 'Learning includes: there is a need to')
    """
    if point := NUMBERED_POINT.match(text, start, end):
        kind = _NUMBERED_KINDS.get(point["what"] or "Recommendation", "finding")
        return Lead(kind, point["label"], point.end(), single=True)
    if lost := LOST.match(text, start, end):
        return Lead("", lost["verb"], lost.end(), lost=True)
    return _labelled(text, start, end) or _with_verb(text, start, end) or _makes(text, start, end)


def heading(text: str, start: int, end: int, *, marked: bool) -> Lead | None:
    """Return what section a heading opens; `marked` where the page shows it as a heading."""
    number = _NUMBER.match(text, start, end)
    begin = number.end() if number else start
    words = text[begin:end].rstrip().rstrip(":").rstrip()
    count = len(words.split())
    if not words or count > _LONGEST or words[-1] in ".;," or ". " in words:
        return None
    found = kind_of(words)
    if found is None or not (words[0].isupper() or marked):
        return None
    sure = (marked or text[start:end].rstrip().endswith(":")) and not number
    if not sure and (count > _PLAIN or not (_REST.match(words, found[1]) or words[-1] == "?")):
        return None
    return Lead(found[0], words, end, _addressee(found[0], words), inline=False)


def _addressee(kind: str, words: str) -> str:
    match = _TO.search(words) if kind == "recommendation" else None
    named = match and any(body.end() == len(match["who"]) for body in BODY.finditer(match["who"]))
    return match["who"] if match and named else ""


def _labelled(text: str, start: int, end: int) -> Lead | None:
    label = LABEL.match(text, start, end)
    if not label:
        return None
    words = text[start : label.end() - 1].rstrip()
    found = kind_of(words)
    if found is None or not _REST.match(words, found[1]):
        return None
    begin = _skip(text, label.end(), end)
    if ABOUT.match(text, begin, end) and text.find(";", begin, end) < 0:
        return Lead("note", words, begin)
    last = start + len(words)
    if sub := SUBLEAD.match(text, begin, end) or BARE_SUBLEAD.match(text, begin, end):
        last = begin + len(sub.group().rstrip().rstrip(":").rstrip())
        begin = sub.end()
    return Lead(found[0], text[start:last], begin, _addressee(found[0], words))


def _with_verb(text: str, start: int, end: int) -> Lead | None:
    """Return a lead-in that has a verb and no colon."""
    found = kind_of(text[start : min(end, start + 120)])
    if not found or found[0] not in {"finding", "recommendation", "action"} or not text[start].isupper():
        return None
    verb = VERB.search(text, start + found[1], min(end, start + found[1] + _TAIL))
    if not verb or re.search(r"[:;.,!?\n]", text[start + found[1] : verb.start()]):
        return None
    words = text[start : verb.end()].rstrip()
    return Lead(found[0], words, verb.end(), _addressee(found[0], words))


def _makes(text: str, start: int, end: int) -> Lead | None:
    """Return 'Makes recommendations that ...' and its like; without what follows 'covering', it is a note."""
    if bare := RECOMMENDS.match(text, start, end):
        return Lead("recommendation", bare.group().strip().rstrip(":"), bare.end())
    makes = MAKES.match(text, start, end)
    if not makes or not text[start].isupper():
        return None
    about = makes["about"].strip().rstrip(":").rpartition(" ")[2]
    kind = "recommendation" if makes["what"].startswith("recommendation") else "finding"
    vague = about in {"covering", "about", "regarding", "around", "on", "across"}
    listed = text.find(";", makes.end(), end) > 0
    opens = bool(about) or makes["about"].strip() == ":"
    if not opens or (vague and not listed) or makes.end() >= end:
        return Lead("note", "", start)
    who = re.match(r" (?:to|for) (?P<who>.{3,}?) (?:that|to|for|including)", makes["about"])
    return Lead(kind, makes.group().strip().rstrip(":"), makes.end(), who["who"] if who else "")


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
