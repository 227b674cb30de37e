# ruff: noqa: E501, ISC004 - a pattern of a table stands on one line, where it can be read
"""What happened: outcome (code outcome), and which sentences tell of the event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.model import Fact
from kg.facts.text import Sentence, blocked, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GRAVE: Final = (
    r"serious(?:ly)?|significant(?:ly)?|severe(?:ly)?|life threatening|life changing|life limiting|critical(?:ly)?"
    r"|catastrophic|grave(?:ly)?|major|near fatal|extensive"
)
_HURT: Final = r"injur(?:y|ies|ed)|fracture[sd]?|burns?|burned|scald(?:s|ed)?|wound(?:s|ed)?|head trauma"
_THEIR: Final = r"(?:his|her|their|its)"
_OTHERS: Final = r"(?:mother|father|parents?|grand\w+|uncle|aunt|carer|friend|partner|husband|wife)"

# A space stands for any space or hyphen.
OUTCOMES: Final = (
    (
        "death",
        rf"deaths?(?! threats?)(?! (?:of|in) {_THEIR} {_OTHERS})(?! rate)|died|dies|found dead|suicides?(?! attempt)(?! risk)(?! ideation)"
        rf"|murder(?:s|ed)?(?! of {_THEIR} {_OTHERS})|manslaughter|homicide|killed(?! {_THEIR} {_OTHERS})|killing|fatal(?:ly)?"
        rf"|drowned|(?<!near\s)(?<!near-)drowning of|t(?:ook|aken) {_THEIR} own li(?:fe|ves)|lost {_THEIR} li(?:fe|ves)|infanticide|filicide",
    ),
    (
        "serious-injury",
        rf"(?:{_GRAVE})(?:,? (?!harm|neglect|abuse)[\w-]+){{0,3}}? (?:{_HURT})|(?:serious|significant) harm to|(?:seriously|critically) (?:ill|unwell)|brain (?:damage|injury)|injur(?:y|ies) (?:that|which) (?:was|were) (?:{_GRAVE})",
    ),
    (
        "injury",
        rf"{_HURT}|bruis(?:es|ing)|bite marks|stabb(?:ed|ing)|bleeds? (?:on|to|in) the brain|skull fracture",
    ),
    (
        "abuse",
        r"(?:physical|sexual|emotional|psychological)(?:ly)? abus(?:e|ed)|sexual(?:ly)? (?:assault(?:s|ed)?|exploit(?:ation|ed))"
        r"|criminal(?:ly)? exploit(?:ation|ed)|exploitation|rape[d]?|assault(?:s|ed)?(?! (?:his|her|their|the|a|an|another) (?:\w+ )?(?:carer|mother|father|parents?|teacher|man|woman|partner|police|member))|abuse of|abused|beaten|tortured|traffick(?:ed|ing)|modern slavery|forced marriage|female genital mutilation|fgm",
    ),
    ("neglect", r"neglect(?:ed)?|malnutrition|malnourished|starved|starvation"),
    (
        "self-harm",
        rf"attempted suicides?|suicide attempts?|self harm(?:ed|ing)?|(?:attempt(?:ed|s)?|tried) to (?:end|take) {_THEIR} (?:own )?li(?:fe|ves)|(?:intentional|deliberate) overdose",
    ),
)
"""Codes of outcome by the words of the sentence that tells what happened."""

_CONCERN: Final = re.compile(
    r"\A(?!(?:the|this) review (?:also )?concerns\b)(?:(?:the|this) review\b.{0,60}? )?(?:(?:professional|serious|significant|multi-agency|longstanding|safeguarding) )*(concerns?)\b(?! (?:a|an|the) )",
    re.IGNORECASE,
)
_DEATH_AND_NEGLECT: Final = pattern(r"deaths? and (?:\w+ )?neglect|neglect and (?:\w+ )?deaths?")
_ALSO_HURT: Final = pattern(
    rf"injur(?:y|ies) (?:to|of|suffered by) (?:(?:{_THEIR}|the|a|an) (?:[\w-]+ ){{0,3}}?(?:siblings?|brothers?|sisters?|twin)|the (?:other|second|surviving)\b)"
)

_ALLOWED: Final = {
    "non-accidental-injury": r"suspect\w*|possibl[ey]|concerns?",
    "abusive-head-trauma": r"suspect\w*",
    "self-harm": "attempted",
    "injury": r"suspect\w*|possibl[ey]",
    "serious-injury": r"suspect\w*|possibl[ey]",
    "undetermined": "not|no",
    "fabricated-illness": "concern(?:s|ed)?",
}
# A later sentence tells of causes only if it speaks of the event itself.
_TELLING: Final = pattern(
    r"(?:led|contributed) to (?:his|her|their|the) (?:death|injur(?:y|ies))|died (?:due to|of|from|as a result|after|following|when|by)|causes? of (?:the |his |her |their )?(?:death|injur(?:y|ies))|inquest|post mortem(?: examination)?|coroner|verdict|convicted"
    r"|guilty|sentenced to|jailed for|(?:found|ruled)(?: to (?:be|have been)| as)? (?:an )?accident(?:al)?|cause (?:was|is|remains|could) (?:not|un\w+)|court (?:heard|found|concluded)|judge (?:found|concluded)|finding of fact|neglect (?:was|were|had been) (?:\w+ )?(?:found|identified|established|confirmed|recognised)|condition (?:was|had) (?:not )?(?:been )?(?:\w+ )?managed|when (?:he|she|they) (?:was|were) (?:attacked|stabbed|shot|killed|murdered|injured)|(?:death|injur(?:y|ies)|presentation)(?: [\w\s]{0,14})? (?:was|were|is|are)|(?:were|was) (?:co ?sleeping|bed ?sharing|sharing|killed|murdered|stabbed|shaken|smothered|drowned)"
)
_ANOTHER: Final = pattern(r"(?:earlier|previous|another) (?:deaths?|incidents?|injur(?:y|ies)|child)")
_SELF: Final = frozenset({"suicide", "self-harm"})
_OWN: Final = frozenset({"suicide", "self-harm", "overdose"})
_ADULT: Final = re.compile(
    r"\b(?:father|mother|parent|partner|man|woman|husband)\W+(?:(?:who|then|later|had|has|subsequently|also|and) )*\Z",
    re.IGNORECASE,
)


def outcomes(sentence: Sentence) -> tuple[Fact[str], ...]:
    """Find the outcomes that a sentence tells, in the order of the table."""
    found = {code: fact for code, words in OUTCOMES if (fact := find(code, words, sentence))}
    text = sentence.text
    if "death" in found:
        keep = {"death"} | ({"injury", "serious-injury"} if _ALSO_HURT.search(text) else set())
        keep |= {"neglect"} if _DEATH_AND_NEGLECT.search(text) else set()
        found = {code: fact for code, fact in found.items() if code in keep}
    if "serious-injury" in found:
        found.pop("injury", None)
        found.pop("abuse", None)
    if (concern := _CONCERN.match(text)) and not found.keys() & {"death"}:
        found["concern"] = Fact("concern", sentence.start + concern.start(1), sentence.start + concern.end(1))
    return tuple(found.values())


def telling(sentence: Sentence) -> bool:
    """Say whether a later sentence speaks of the event itself, not of what was known before."""
    return bool(_TELLING.search(sentence.text)) and not _ANOTHER.search(sentence.text)


def own_harm(found: Sequence[Fact[str]]) -> Iterator[Fact[str]]:
    """Yield the child as the source of harm, by the first circumstance of suicide or self-harm."""
    yield from [Fact("self", fact.start, fact.end) for fact in found if fact.value in _SELF][:1]


def find(code: str, words: str, sentence: Sentence, *, known: bool = False) -> Fact[str] | None:
    """Find the first of a code's words that is neither denied, elsewhere nor left open.

    Args:
        code: whose words they are.
        words: a pattern of the tables.
        sentence: in which they are sought.
        known: as of `kg.facts.text.blocked`.
    """
    for match in pattern(words).finditer(sentence.text):
        if code in _OWN and _ADULT.search(sentence.text[: match.start()]):
            continue
        if not blocked(sentence.text, *match.span(), allow=_ALLOWED.get(code, ""), known=known):
            return fact_of(code, sentence, match)
    return None


def fact_of(code: str, sentence: Sentence, match: re.Match[str]) -> Fact[str]:
    """Make a fact of a match in a sentence."""
    return Fact(code, sentence.start + match.start(), sentence.start + match.end())
