"""The agencies that a statement names, and what each may be to it: proposals, for a person to decide.

- *addressed*: it must act. It is the subject of "should", "must", "needs to", "to ensure" or the like, at the
  start of its sentence or after "when ...,", or it is asked ("recommends that the ...", "a need for ... to").
  In a recommendation a subject is addressed whatever the verb ("schools have a record of ...").
- *about*: the statement is about its service or its staff. Its practice, role or records are named ("practice
  of", "staff of", "...'s records", "provided by"), something is to be made sure of it ("ensure that ...
  know"), it is to be encouraged or trained, "across" or "throughout" it, or the subject of a plain fact.
- *mentioned*: all else. Summaries, notes and actions taken address nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from kg.gazetteer.matcher import Confidence, Matcher, Mention, Rule

Role = Literal["addressed", "about", "mentioned"]

_LIGHT: Final = (
    r"(?:(?:the|a|an|all|any|every|each|both|and|or|of|in|on|with|for|that|local|relevant|partner|their|its|"
    r"other|staff|services?|teams?|there|is|needs?)\b|,)"
)
_START: Final = re.compile(rf"(?:{_LIGHT}\s*)*", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"(?:when|where|if|in|on|at|as|after|before|following|during|while|to|for|once|given|until)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:ask|asks|asked|request|requests|requested|invite|invites|urge|urges|remind|reminds|require|requires|"
    r"recommend|recommends|recommended|recommendation|advise|advises|is for|are for|call on|calls on)"
    rf"(?: that)?\s+(?:{_LIGHT}\s*)*$",
    re.IGNORECASE,
)
_ACTS: Final = re.compile(
    r"(?P<subject>[^.;:]{0,120}?)\b(?:should|must|shall|ought|needs? to|(?:has|have) to|(?:is|are) to)\b"
    r"(?P<rest>[^.;:]*)",
    re.IGNORECASE,
)
_TO_ACT: Final = re.compile(
    r"(?:\s+(?:services?|staff|teams?|workers?|practitioners?|professionals?|leaders?|leads?))?"
    r"(?:\s+(?:and|or)\s+\w+){0,2},?\s+(?:to\s+\w|ensures?\b|makes?\s+sure\b)",
    re.IGNORECASE,
)
_DONE_TO: Final = re.compile(
    r"\s+(?:not\s+|also\s+|all\s+)?be\s+(?:\w+ly\s+)?(?!concerned\b|prepared\b|involved\b|assured\b|satisfied\b)"
    r"(?:\w+ed|given|told|taught|held|made|shown|kept)\b",
    re.IGNORECASE,
)
_THINGS: Final = (
    r"(?:practice|roles?|work|staff|services?|provision|training|capacity|contribution|involvement|"
    r"responses?|records?|recording|systems?|understanding|knowledge|awareness|confidence|policy|policies|"
    r"procedures?|processes|supervision|management|assessments?|links|communication|attendance)"
)
_OF: Final = re.compile(
    rf"\b{_THINGS}\s+(?:of|in|within|by|for|at|from|across|throughout|between|among)\s+(?:{_LIGHT}\s*)*$",
    re.IGNORECASE,
)
_HELPED: Final = re.compile(
    r"\b(?:ensur(?:e|es|ing)|make sure|making sure|across|throughout|what|how|why|whether|"
    r"(?:encourage|support|enable|help|train|equip|empower|guide|brief)(?:s|ing)?)\s+"
    rf"(?:{_LIGHT}\s*)*$",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\b(?:experienced|faced|provided|offered|delivered|held|used|kept|run|given|made) by\s+"
    rf"(?:{_LIGHT}\s*)*$",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(r"\s+(?:is|are)(?=\s)(?P<rest>[^.;:]*)", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"^\s*\([^()]*\)")
_THING_ACTS: Final = re.compile(
    r"\s+(?!who\b|that\b|which\b|working\b)(?:[\w-]+\s+){0,2}(?:practice|training|records?|systems?|provision|"
    r"polic(?:y|ies)|procedures?|processes|assessments?|responses?|guidance)\b",
    re.IGNORECASE,
)
_POSSESSED: Final = re.compile(rf"(?:['\u2019]s?\s+\w|\s+(?:\w+\s+)?{_THINGS}\b)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['\u2019]s$")
_STOPS: Final = re.compile(r"[.!?;:]\s+|\n\s*\n")
_WINDOW: Final = 400  # characters looked at to each side
_MANDATES: Final = frozenset({"finding", "recommendation"})


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency named in a statement, and the role that is proposed for it.

    Attributes:
        concept: the agency's id.
        role: `addressed`, `about` or `mentioned`.
        start: offset of the first character.
        end: offset after the last.
        rule: the kind of label that was found.
        confidence: how sure the mention is; the role is only ever proposed.
    """

    concept: str
    role: Role
    start: int
    end: int
    rule: Rule
    confidence: Confidence


def agencies(matcher: Matcher, text: str, kind: str) -> tuple[AgencyMention, ...]:
    """Return the agencies that a statement names, in the order they stand, each with a role.

    Args:
        matcher: of the scheme of agencies.
        text: the statement's words.
        kind: `finding`, `recommendation`, `summary`, `action` or `note`.

    Example:
        >>> from kg.gazetteer import Matcher
        >>> from kg.vocabulary import Concept
        >>> matcher = Matcher.of({name: Concept(name, name) for name in ("police", "school")})
        >>> found = agencies(matcher, "Police should tell the school.", "recommendation")
        >>> [(agency.concept, agency.role) for agency in found]
        [('police', 'addressed'), ('school', 'mentioned')]
    """
    mentions = matcher.find(text, inner=False)
    return tuple(
        AgencyMention(m.concept, _role(text, mentions, at, kind), m.start, m.end, m.rule, m.confidence)
        for at, m in enumerate(mentions)
    )


def _role(text: str, mentions: tuple[Mention, ...], at: int, kind: str) -> Role:
    mention = mentions[at]
    before, after = _around(text, mentions, at)
    leads = bool(_START.fullmatch(_opened(before)))
    owned = bool(_POSSESSIVE.search(text[mention.start : mention.end]) or _POSSESSED.match(after))
    if any(pattern.search(before) for pattern in (_OF, _HELPED, _BY)):
        return "about"
    subject = leads or bool(_ASKED.search(before))
    if kind in _MANDATES and subject and _acts(after, text[mention.start : mention.end], kind):
        return "addressed"
    return "about" if owned or leads else "mentioned"


def _acts(after: str, name: str, kind: str) -> bool:
    """Whether a subject is told to act: not one of its things, as in "the school's records should ..."."""
    if _POSSESSIVE.search(name) or after[:1] in ("'", "\u2019"):
        return False
    if _TO_ACT.match(after):
        return True
    told = _ACTS.match(after)
    if told:
        return not _DONE_TO.match(told["rest"]) and not _THING_ACTS.match(told["subject"])
    passive = _PASSIVE.match(after)
    return kind == "recommendation" and not (passive and _DONE_TO.match(f" be{passive['rest']}"))


def _around(text: str, mentions: tuple[Mention, ...], at: int) -> tuple[str, str]:
    """Return what stands before and after a mention in its sentence, without the agencies named before it."""
    start, end = mentions[at].start, mentions[at].end
    begin = max(0, start - _WINDOW)
    begin = max((match.end() for match in _STOPS.finditer(text, begin, start)), default=begin)
    before = list(text[begin:start])
    for other in takewhile(lambda m: m.start >= begin, reversed(mentions[max(0, at - _WINDOW) : at])):
        before[other.start - begin : other.end - begin] = " " * (min(other.end, start) - other.start)
    after = _BRACKETS.sub("", text[end : end + _WINDOW])
    return "".join(before).lstrip("\"'\u2018\u201c-\u2022 \n"), after


def _opened(before: str) -> str:
    """Return what stands before a subject, without an opening such as "When a child moves,"."""
    return before.rpartition(",")[2].lstrip() if _OPENING.match(before) and "," in before else before
