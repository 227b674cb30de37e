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
_KIN: Final = r"(?:relative|extended family member|(?:great[ -]|step[ -]?)?grand(?:father|mother|parent|dad|ma)|(?:great[ -])?(?:uncle|aunt)|auntie|cousin|nephew|niece)"

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
        r"(?:head ?)?teacher|head ?master|teaching assistant|(?:scout|church|faith|religious|community|youth|group|club) leader|nanny|au pair|family acquaintance|friend of (?:the|his|her|their) (?:family|mother|father|parents)|imam|vicar|pastor|clergyman|doctor|(?:residential|respite|key|family) worker|respite carer|nursery (?:manager|assistant)|caretaker|taxi driver|instructor|(?:member of |nursery )staff|staff member|nursery (?:worker|nurse)|volunteer|(?:care|support) worker|neighbour|family friend|coach|tutor|childminder|foster (?:carer|father|mother)s?|babysitter|lodger|priest|youth worker",
    ),
    (
        "peer",
        r"peers?|(?:members? of )?(?:a |an |the )?(?:rival |local |\w+ )?gang(?: members?)?|rivals?|class ?mates?|school ?friends?|fellow (?:pupil|resident|student)s?|group of (?:young people|youths|teenagers|boys|young men)|(?:two |three |four |five |other |another )+(?:young (?:people|person|m[ae]n)|teenagers?|youths?)",
    ),
    ("other-child", r"(?:another|other) (?:child(?:ren)?|pupil|boy|girl)"),
)
"""Codes of source-of-harm by what the person is called."""

_WHO: Final = "|".join(f"(?P<p{place}>{words})" for place, (_, words) in enumerate(PERSONS))
_OWNER: Final = r"(?:(?:the|a|an|one of|his|her|their|its|the child's|the baby's|[A-Z]\w+'s|child's|(?:older|younger|elder|birth|biological|adoptive|maternal|paternal|\d\d-year-old|own|step|half|teenage)) )*"
_ADJ: Final = r"(?!(?:of|to|by|with|from|in|on|at|for|who|whom|whose|known|that|which|and|or|was|were|foster|friend|partner)\b)[\w-]+"
_PERSON: Final = re.compile(
    rf"(?:{_OWNER}|(?:the|an?|his|her|their) (?:{_ADJ} ){{1,3}}?)\b(?:{_WHO})\b", re.IGNORECASE
)
_SECOND: Final = re.compile(
    rf",? and (?:also )?(?:by )?(?=(?:his|her|their|the|an?|{_KIN}|mother|father|step)\b)", re.IGNORECASE
)
_HER_MATE: Final = re.compile(rf"(?:her|his|their) {_MATE}\b", re.IGNORECASE)
_ACT: Final = (
    r"(?:run over|knocked down|hit|struck) by (?:an? )?(?:\w+ ){1,3}driven|fire (?:\w+ )?(?:started|set)|abus\w+|assault\w*|murder\w*|kill\w*|sh(?:aking|aken|ook)|smother\w*|injur\w+|stabb\w+|abduct\w+|thrown|inflicted|caused|perpetrated|strangl\w+"
    r"|drown\w+|poison\w*|suffocat\w+|harm\w*|neglect\w*|beaten|raped?|attack\w*|exploit\w*|scalded|burnt|burned|manslaughter|homicide|fabricated|dropped|hit|punched|kicked|slapped|bitten|struck|tortured|shot|starv\w+|traffick\w+|groomed|imprisoned|hurt|violence|cruelty|ill[ -]?treat\w*|maltreat\w*|overlain|induced|coerced|burns?|run over|knocked down|mutilat\w+"
)
_BY: Final = re.compile(rf"\b(?:{_ACT})\b(?P<gap>[^.;:]{{0,70}}?)\b(?:by|at the hands of) ", re.IGNORECASE)
_OTHER_DEED: Final = re.compile(
    r"\b(?:found|seen|looked after|cared|reported|witnessed|discovered|raised|known|taken|brought|supported|referred|recorded|followed|placed|reviewed|published|not|suspected|alleged(?:ly)?|commissioned|noted|identified|noticed|spotted|observed|disclosed|documented|treated|treatment|examined|assess\w+|diagnosed|confirmed|described|told|shared|notified|alerted|investigated|attended|considered|heard|recogni[sz]ed|visited|exposed|denied|missed|overlooked|responded|response|concerns?)\b",
    re.IGNORECASE,
)
_DEED: Final = re.compile(
    r"\A,? (?:who |had |then |has |also |later |fatally |repeatedly |deliberately |seriously |sexually |physically |and )*(?:dropped|hit|punched|kicked|slapped|bit|burned|burnt|shot|starved|neglected|hurled|flung|drugged|abducted|kidnapped|trafficked|exploited|groomed|ran over|(?:fabricated|induced|exaggerated) (?:his|her|their|illness|symptoms)|(?:had )?(?:caused|inflicted) (?:the|his|her|their|these|serious) (?:\w+ )?(?:injur|death|burns|fracture|harm)|started (?:deliberately|(?:a|the) fire)|gave (?:him|her|them) |(?:was|were) (?:found |held |judged )?(?:to be |to have been )?responsible for (?:the|his|her|their|causing) (?:\w+ )?(?:injur|death|harm|abuse)|drop|threw|shook|smothered|killed|murdered|stabbed|drowned|strangled|assaulted|poisoned|injured|beat|attacked|raped|sexually abused|physically abused|abused|suffocated|scalded|set fire)\b(?! (?:(?:him|her)self|themselves|(?:his|her|their|the|an?) (?:own |\w+ )?(?:mother|father|parents?|partner|wife|husband|girlfriend|boyfriend|ex|police|teacher|carer|man|woman)\b))",
    re.IGNORECASE,
)
_COURT: Final = r"convicted(?: of)?|found guilty(?: of)?|(?:pleaded|pled|plead) guilty(?: to)?|admitted (?=murder|manslaughter|causing|killing|child cruelty)|(?<=but )guilty of|found (?:him|her|them|the \w+) guilty(?: of)?|admitted (?=(?:the |his |her |their )?(?:neglect|grievous|assault|rape|cruelty|abus|sexual|offence))"
_GUILTY: Final = re.compile(rf"\b(?:{_COURT}|conviction (?:of (?P<of>[\w' ]+?) )?for)\b", re.IGNORECASE)
# A sentence that was passed tells of a conviction, where the summary does not say of what.
_PASSED: Final = re.compile(
    r"\b(?:sentenced to(?= [^.;]{0,40}\b(?:imprison|prison|years|life|custod|detention|months))(?! [^.;]{0,80}\bfor (?:drug|burglary|robbery|theft|fraud|an? (?:unrelated|earlier|other)))|jailed for(?= )|(?:received|given) (?=an? (?:\w+ )?(?:life|prison|custodial|suspended|community) sentence|life imprisonment))",
    re.IGNORECASE,
)
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
    r"\b(?:found to (?:be|have been)|ruled(?: to be| as)?(?: an)?|recorded(?: as)?|concluded|verdict of|conclusion of|deemed(?: to be)?|determined to be)\b[^.;]{0,40}?\b(?<!non-)(?<!not )accident(?:al)?(?: death)?\b",
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
    for words in (_GUILTY, _PASSED):
        for place, sentence in enumerate(sentences):
            for match in words.finditer(sentence.text):
                if not _UNSURE.search(sentence.text[: match.start()]):
                    return _legal(sentences[place : place + _LEGAL_REACH], match)
    return None


def _legal(near: Sequence[Sentence], match: re.Match[str]) -> Legal:
    start = near[0].start
    offence = _offence(near[0], match) if match.re is _GUILTY else None
    penalty = next((found for one in near if (found := _penalty(one))), None)
    ends = [start + match.end(), *(fact.end for fact in (offence, penalty) if fact)]
    return Legal("stated", start + match.start(), max(ends), offence, penalty)


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
    match = _GUILTY.search(after) or _PASSED.search(after)
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
