# ruff: noqa: E501 - a pattern of a table stands on one line, where it can be read
"""The children that a review is about: who, how many, and their sex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.facts.model import Fact
from kg.facts.numbers import ONE, UNIT, N, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.text import Sentence


_NOUN: Final = (
    r"(?:child(?:ren)?|boys?|girls?|bab(?:y|ies)|infants?|toddlers?|twins|triplets|siblings?|sisters?|brothers?|half[ -]siblings?|newborns?"
    r"|young[ ]+(?:person|people|wom[ae]n|m[ae]n)|teenagers?|adolescents?|males?|females?|pupils?|students?|sons?|daughters?|school(?:girl|boy)s?|youths?|(?:year|month|week|day)s?[ -]olds?(?![ -]+(?:(?!(?:and|by|of|in|who|with|was|from|on|at|to|after|for|when|had|died|is|due|following|whose|as|during|while|killed|caused)\b)[\w-]+[ ]){0,3}(?:child|boy|girl|bab|infant|toddler|twin|sibling|sister|brother|young|teen|male|female|pupil|son\b|daughter|school)))"
)


_COUNT: Final = rf"(?:an?|the|one|his|her|their|{N}|twin)"


_BETWEEN: Final = r"(?:(?!(?:and|of|or|by|at|on|about|for|from|into|during|after|when|that|which|over|who|whose|with|to|was|were|in|mother|father|parent|group|number|family|review|partner|review's|mother's|father's|old(?= (?:mother|father|woman|man)))\b)[\w'.½,-]+[ ]+)"


_SUBJECT: Final = re.compile(
    rf"\b(?P<count>{_COUNT})[ ]+(?!{UNIT}\b)(?P<adj>{_BETWEEN}{{0,6}}?(?:\w+[ -])?)(?P<noun>(?:twin |school)?{_NOUN})(?P<noun2>[ ]+(?:boys?|girls?|bab(?:y|ies)|infants?|sisters?|brothers?|males?|females?|siblings|child(?:ren)?|sons?|daughters?))?\b(?!'s? (?:home|social|services))",
    re.IGNORECASE,
)


_TWINS: Final = re.compile(r"\btwin(?:s| (?:boys|girls|babies|brothers|sisters|infants))\b", re.IGNORECASE)


_GROUP: Final = re.compile(
    rf"\b(?:an? )?(?:sibling group|group|family) of (?P<count>{N})(?: (?:siblings|children|brothers|sisters))?",
    re.IGNORECASE,
)


_NAMED: Final = re.compile(r"\b(?:Child|Baby|Infant)(?: [A-Z][\w-]*)\b(?!'s (?:mother|father))")


_NAMES: Final = re.compile(
    r"\b(?:Children|Babies|Siblings) ((?:[A-Z]\w{0,2}(?:, | and |,| & )){1,6}[A-Z]\w{0,2})\b"
)


_AND: Final = re.compile(
    rf"(?:,? (?:who was |both )?(?:aged )?{ONE})?,? and (?:(?-i:[A-Z][a-z]+), )?(?=(?:an?|his|her|their|{N})[ -])",
    re.IGNORECASE,
)


_BEFORE_OTHER: Final = re.compile(
    r"\b(?:by|with|(?:mother|father|parents?|carer) of|group of|number of|behaviou?rs? by|from|another|over|least|under|towards|between)[ ]\Z|\bunder \Z",
    re.IGNORECASE,
)


_FEMALE: Final = re.compile(
    r"\b(?:school)?girls?\b|\bdaughters?\b|\bsisters?\b|\bfemales?\b|\byoung wom[ae]n\b", re.IGNORECASE
)


_MALE: Final = re.compile(
    r"\b(?:school)?boys?\b|\bsons?\b|\bbrothers?\b|\bmales?\b|\byoung m[ae]n\b", re.IGNORECASE
)


_OWN_ACT: Final = re.compile(
    r"\b(?:self[ -]harm|suicide|overdose|ingestion|swallowing|swallowed|suffered|sustained|experienced)\b[\w ]{0,30} by \Z",
    re.IGNORECASE,
)


_APPOSED: Final = re.compile(r",? (?:(?:who )?(?:was|is) )?(?=an? )", re.IGNORECASE)


_BARE: Final = re.compile(
    r"\b(?:infants|children|babies|siblings|boys|girls|sisters|brothers|toddlers|teenagers|adolescents|newborns)\b",
    re.IGNORECASE,
)


_CASES: Final = re.compile(rf"(?P<count>{N}) cases\b", re.IGNORECASE)


_OTHERS: Final = re.compile(
    r"\b(?:mother|father|parents?|wom[ae]n|m[ae]n|partner|carers?|brother|sister|uncle|aunt|grand\w+|adults?|friend|step\w+|sibling|twin|cousin|boyfriend|girlfriend|husband|wife|teacher|worker|staff|member|driver|doctor|peer|gang|tutor|coach|neighbour|stranger|person|people|lodger|babysitter|childminder|relative|pupil)s?\b",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(r"(She|He|Her|His) (?!partner|wife|husband)[a-z]+\b")
# The child's own pronoun, in the sentence that tells of the child, before anybody else is spoken of
_OWN_PRONOUN: Final = re.compile(r"\b(she|he|herself|himself|her|his)\b", re.IGNORECASE)
_ADULT_VICTIM: Final = re.compile(
    r"(?:murder|death|homicide|killing|suicide|manslaughter) of (?:an?|the) (?:[\w-]+ ){0,3}?(?:woman|man|mother|father|adult|grand\w+)\b(?! and)",
    re.IGNORECASE,
)


class Subject(NamedTuple):
    """The words that say whom a review is about, and how many they are, 0 if they do not say."""

    start: int
    end: int
    number: int


def subject(sentence: Sentence) -> Subject | None:
    """Find the words that say whom the review is about, in the sentence that tells what happened."""
    text = sentence.text
    for match in _subjects(text):
        before = text[: match.start()]
        if not _BEFORE_OTHER.search(before) or _OWN_ACT.search(before):
            count, end = _number(match), match.end()
            if (more := _APPOSED.match(text, end)) and (other := _SUBJECT.match(text, more.end())):
                end = other.end()
            apposed = end != match.end() and count > 1
            while (more := _AND.match(text, end)) and (other := _SUBJECT.match(text, more.end())):
                count, end = (count + _number(other) if count and not apposed else count), other.end()
            return Subject(match.start(), end, count)
    if bare := _BARE.search(text):
        return Subject(bare.start(), bare.end(), 0)
    return None


def children(sentence: Sentence, who: Subject | None, *, grown: bool) -> Fact[int] | None:
    """The number of children that the review is about, where it is said, and none where it is about an adult."""
    if (cases := _CASES.match(sentence.text)) and (number := value(cases["count"])):
        return Fact(number, sentence.start, sentence.start + cases.end("count"))
    if names := _NAMES.search(sentence.text):
        count = len(re.findall(r"[A-Z]\w*", names[1]))
        return Fact(count, sentence.start + names.start(), sentence.start + names.end())
    if who is None or not who.number or grown or _ADULT_VICTIM.match(sentence.text):
        return None
    return Fact(who.number, sentence.start + who.start, sentence.start + who.end)


def sexes(sentence: Sentence, who: Subject | None) -> tuple[Fact[str], ...]:
    """The sex of the children, where they are called girls, boys or the like."""
    if who is None:
        return ()
    found = []
    for code, words in (("female", _FEMALE), ("male", _MALE)):
        if match := words.search(sentence.text, who.start, who.end):
            found.append(Fact(code, sentence.start + match.start(), sentence.start + match.end()))
    return tuple(sorted(found, key=lambda fact: fact.start))


def spoken(sentence: Sentence, later: Sequence[Sentence], who: Subject | None) -> tuple[Fact[str], ...]:
    """The sex of one child by the pronoun that begins the next sentence, where nobody else can be meant."""
    if who is None or who.number != 1:
        return ()
    found = _OWN_PRONOUN.search(sentence.text, who.end)
    if found and not _OTHERS.search(sentence.text[: found.start()]):
        return _called(sentence, found)
    if later and not _OTHERS.search(sentence.text) and (found := _PRONOUN.match(later[0].text)):
        return _called(later[0], found)
    return ()


def _called(sentence: Sentence, found: re.Match[str]) -> tuple[Fact[str], ...]:
    code = "female" if found[1].lower().startswith(("she", "her")) else "male"
    return (Fact(code, sentence.start + found.start(1), sentence.start + found.end(1)),)


def _subjects(text: str) -> list[re.Match[str]]:
    found = [match for words in (_SUBJECT, _GROUP, _NAMED, _TWINS) for match in words.finditer(text)]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _number(match: re.Match[str]) -> int:
    words = match[0].lower()
    if "twin" in words and re.search(r"twins|twin (?:boys|girls|babies|brothers|sisters|infants)", words):
        return 2
    if "triplets" in words:
        return 3
    groups = match.groupdict()
    if "count" not in groups:
        return 1  # Child A, Baby B
    count = value(groups["count"])
    many = re.search(r"(?:s|children|babies|people|men|women)\Z", words) and not words.endswith(" olds")
    if count is None and many:
        return value((groups.get("adj") or "").split(" ")[0]) or 0
    if count is None:
        return 1
    return count
