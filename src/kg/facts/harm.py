# ruff: noqa: E501 - a pattern of a table stands on one line, where it can be read
"""Who caused the harm (code source-of-harm), and what a court decided (code conviction), only as stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.model import Fact, Legal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.facts.text import Sentence

_MATE: Final = (
    r"(?:(?:male|female|new|former|ex|then|current)[ -])*(?:partner|boyfriend|girlfriend|husband|wife)"
)
_KIN: Final = r"(?:relative|grand(?:father|mother|parent)|uncle|aunt|cousin)"

# The longer names stand before those that they contain.
PERSONS: Final = (
    ("relative-partner", rf"(?:{_KIN}|sister|brother)'s {_MATE}"),
    (
        "parent-partner",
        rf"(?:mother|father|parent|mum|dad)'s {_MATE}|partner of (?:the|his|her|their) (?:mother|father)",
    ),
    ("parent-partner", r"step[ -]?(?:father|mother|parent|dad|mum)"),
    (
        "both-parents",
        r"(?:both )?(?:of )?(?:his |her |their |the )?parents|mother and (?:the )?father|father and (?:the )?mother",
    ),
    ("mother", r"mother(?!'s)"),
    ("father", r"(?<!grand)(?<!foster )(?<!step)father(?!'s)"),
    ("relative", rf"{_KIN}s?(?!'s)"),
    ("sibling", r"(?:half[ -]|step[ -]?)?(?:sibling|brother|sister)(?!'s)"),
    (
        "known-adult",
        r"teacher|teaching assistant|(?:member of |nursery )staff|staff member|nursery (?:worker|nurse)|volunteer|(?:care|support) worker|neighbour|family friend|coach|tutor|childminder|foster (?:carer|father|mother)s?|babysitter|lodger|priest|youth worker",
    ),
    (
        "peer",
        r"peers?|gang|group of (?:young people|youths|teenagers|boys|young men)|(?:two |three |four |five |other |another )+(?:young (?:people|person|m[ae]n)|teenagers?|youths?)",
    ),
    ("other-child", r"(?:another|other) (?:child(?:ren)?|pupil|boy|girl)"),
)
"""Codes of source-of-harm by what the person is called."""

_WHO: Final = "|".join(f"(?P<p{place}>{words})" for place, (_, words) in enumerate(PERSONS))
_OWNER: Final = r"(?:(?:the|a|an|one of|his|her|their|its|the child's|the baby's|[A-Z]\w+'s|child's|(?:older|younger|elder|birth|biological|adoptive|maternal|paternal|\d\d-year-old|own|step|half|teenage)) )*"
_PERSON: Final = re.compile(rf"{_OWNER}\b(?:{_WHO})\b", re.IGNORECASE)
_SECOND: Final = re.compile(
    rf",? and (?:also )?(?:by )?(?=(?:his|her|their|the|an?|{_KIN}|mother|father|step)\b)", re.IGNORECASE
)
_HER_MATE: Final = re.compile(rf"(?:her|his|their) {_MATE}\b", re.IGNORECASE)
_ACT: Final = (
    r"abus\w+|assault\w*|murder\w*|kill\w*|sh(?:aking|aken|ook)|smother\w*|injur\w+|stabb\w+|abduct\w+|thrown|inflicted|caused|perpetrated|strangl\w+"
    r"|drown\w+|poison\w*|suffocat\w+|harm\w*|neglect\w*|beaten|raped?|attack\w*|exploit\w*|scalded|burnt|burned|manslaughter|homicide|fabricated|dropped"
)
_BY: Final = re.compile(rf"\b(?:{_ACT})\b(?P<gap>[^.;:]{{0,70}}?)\b(?:by|at the hands of) ", re.IGNORECASE)
_OTHER_DEED: Final = re.compile(
    r"\b(?:found|seen|looked after|cared|reported|witnessed|discovered|raised|known|taken|brought|supported|referred|recorded|followed|placed|reviewed|published|not|suspected|alleged(?:ly)?|commissioned)\b",
    re.IGNORECASE,
)
_DEED: Final = re.compile(
    r"\A (?:had |then |has |also )*(?:dropped|drop|threw|shook|smothered|killed|murdered|stabbed|drowned|strangled|assaulted|poisoned|injured|beat|attacked|raped|sexually abused|physically abused|abused|suffocated|scalded|set fire)\b",
    re.IGNORECASE,
)
_COURT: Final = r"convicted(?: of)?|found guilty(?: of)?|(?:pleaded|pled|plead) guilty(?: to)?|admitted (?=murder|manslaughter|causing|killing|child cruelty)|(?<=but )guilty of"
_GUILTY: Final = re.compile(rf"\b(?:{_COURT}|conviction (?:of (?P<of>[\w' ]+?) )?for)\b", re.IGNORECASE)
_UNSURE: Final = re.compile(
    r"\b(?:not|never|no one|nobody|no person|neither|previous(?:ly)?|prior|earlier|had (?:also )?been|past|history of|no|wrongly|nor)\W+(?:\w+\W+){0,3}\Z",
    re.IGNORECASE,
)
_OFFENCE: Final = re.compile(
    r"\s*(?:(?:the|his|her|their|[A-Z][\w-]*'s|the (?:child|baby|boy|girl)'s)\s+)?(?P<what>\w[^,;.()]*?)"
    r"(?=\s+and (?:was|were|is|are|sentenced|jailed|imprisoned|received|given|the|each|both|he|she|they)\b|\s+in (?:\d{4}|[A-Z]|relation|respect|connection)|\s+(?:at|after|following|for which|but|while|whilst|on|over|by)\b|[,;.()]|\s*\Z)"
)
_VICTIM: Final = re.compile(r"(?i)\A(murder|manslaughter|killing)\s+of\s.*")
_SENTENCED: Final = re.compile(
    r"\b(?:sentenced to(?: serve)?|jailed for|imprisoned for|received|given|sent to prison for)\s+(?P<what>[^,;()]*?)(?=\s+and\b|\s+(?:after|following|when|at)\s|\s+in \d{4}|\s+for\s|[,;()]|\.(?:\s|\Z)|\s*\Z)",
    re.IGNORECASE,
)
_TERM: Final = re.compile(
    r"\b(?:sentences?|imprisonment|prison|custody|years?|months?|life|orders?|detention|detained)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:an? total of|an?|the)\s+", re.IGNORECASE)
_FOUND: Final = re.compile(
    r"\b(?:found to (?:be|have been)|ruled(?: to be| as)?|recorded(?: as)?|concluded|verdict of|conclusion of|deemed(?: to be)?|determined to be)\b[^.;]{0,40}?\b(?<!non-)(?<!not )accident(?:al)?(?: death)?\b",
    re.IGNORECASE,
)
_LEGAL_REACH: Final = 2  # sentences after a conviction in which its sentence is looked for


def sources(told: Sequence[Sentence]) -> tuple[Fact[str], ...]:
    """Find who the sentences about the event say caused harm, in the order of the text."""
    found: dict[str, Fact[str]] = {}
    for sentence in told:
        for fact in _sources(sentence):
            found.setdefault(fact.value, fact)
    if not found:
        for sentence in told:
            if match := _FOUND.search(sentence.text):
                return (Fact("no-person", sentence.start + match.start(), sentence.start + match.end()),)
    if "both-parents" in found:
        found = {code: fact for code, fact in found.items() if code not in {"mother", "father"}}
    return tuple(sorted(found.values(), key=lambda fact: fact.start))


def legal(sentences: Sequence[Sentence]) -> Legal | None:
    """Find the first conviction that is stated as an outcome of the event, and its sentence."""
    for place, sentence in enumerate(sentences):
        for match in _GUILTY.finditer(sentence.text):
            if not _UNSURE.search(sentence.text[: match.start()]):
                offence = _offence(sentence, match)
                near = sentences[place : place + _LEGAL_REACH]
                penalty = next((found for one in near if (found := _penalty(one))), None)
                ends = [sentence.start + match.end(), *(fact.end for fact in (offence, penalty) if fact)]
                return Legal("stated", sentence.start + match.start(), max(ends), offence, penalty)
    return None


def convicting(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a conviction."""
    return bool(_GUILTY.search(sentence.text))


def _offence(sentence: Sentence, match: re.Match[str]) -> Fact[str] | None:
    if not re.search(r"(?:of|to|for|admitted )\Z", match[0], re.IGNORECASE):
        return None
    found = _OFFENCE.match(sentence.text, match.end())
    if not found:
        return None
    start, words = found.start("what"), found["what"]
    if victim := _VICTIM.match(words):
        words = victim[1]
    return Fact(words, sentence.start + start, sentence.start + start + len(words))


def _penalty(sentence: Sentence) -> Fact[str] | None:
    for found in _SENTENCED.finditer(sentence.text):
        start = found.start("what")
        if article := _ARTICLE.match(sentence.text, start, found.end("what")):
            start = article.end()
        words = sentence.text[start : found.end("what")].rstrip()
        if _TERM.search(words):
            return Fact(words, sentence.start + start, sentence.start + start + len(words))
    return None


def _sources(sentence: Sentence) -> Iterator[Fact[str]]:
    text = sentence.text
    for by in _BY.finditer(text):
        if not _OTHER_DEED.search(by["gap"]) and not re.search(r"\bbehaviou?rs?\b", by[0]):
            yield from _chain(sentence, by.end())
    for match in _PERSON.finditer(text):
        after = text[match.end() :]
        if _DEED.match(after) or _convicted(after):
            yield from _chain(sentence, match.start())


def _convicted(after: str) -> bool:
    """Say whether what follows a person says that they were convicted, and not merely that another was."""
    match = _GUILTY.search(after)
    if not match or _UNSURE.search(after[: match.start()]):
        return False
    return bool(
        re.fullmatch(
            rf"(?:,? (?:and (?:his|her|their) {_MATE}|who|of them|was|were|both|had|has|been|later|subsequently|each|then|also|is|are|aged \w+))*,? ?",
            after[: match.start()],
            re.IGNORECASE,
        )
    )


def _chain(sentence: Sentence, start: int) -> Iterator[Fact[str]]:
    match = _PERSON.match(sentence.text, start)
    while match:
        place = next(place for place in range(len(PERSONS)) if match[f"p{place}"])
        group = f"p{place}"
        yield Fact(PERSONS[place][0], sentence.start + match.start(group), sentence.start + match.end(group))
        more = _SECOND.match(sentence.text, match.end())
        mate = _HER_MATE.match(sentence.text, more.end()) if more else None
        if mate and PERSONS[place][0] in {"mother", "father"}:
            yield Fact("parent-partner", sentence.start + mate.start(), sentence.start + mate.end())
        match = _PERSON.match(sentence.text, more.end()) if more else None
