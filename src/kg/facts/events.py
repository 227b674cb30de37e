# ruff: noqa: E501, ISC004 - a pattern of a table stands on one line, where it can be read
"""What happened and how: outcome (code outcome) and circumstances (code cause)."""

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
        r"|criminal(?:ly)? exploit(?:ation|ed)|exploitation|rape[d]?|assault(?:s|ed)?(?! (?:his|her|their|a|an|another) (?:\w+ )?(?:carer|mother|father|parents?|teacher|man|woman|partner|police|member))|abuse of|abused|traffick(?:ed|ing)|modern slavery|forced marriage|female genital mutilation|fgm",
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
_CARE: Final = pattern(
    r"concerns? (?:about|over|regarding|for|around|relating to) (?:the |his |her |their )?(?:\w+ )?(?:quality of )?care"
)
_DEATH_AND_NEGLECT: Final = pattern(r"deaths? and (?:\w+ )?neglect|neglect and (?:\w+ )?deaths?")
_ALSO_HURT: Final = pattern(
    rf"injur(?:y|ies) (?:to|of|suffered by) (?:{_THEIR}|the|a|an) (?:[\w-]+ ){{0,3}}?(?:siblings?|brothers?|sisters?|twin)"
)

CAUSES: Final = (
    (
        "abusive-head-trauma",
        r"(?:abusive|non accidental|inflicted) head (?:trauma|injur(?:y|ies))|shaken|shaking|shook",
    ),
    (
        "non-accidental-injury",
        r"non accidental(?:ly)?(?! head)|inflicted (?:injur(?:y|ies)|fractures)|deliberately inflicted|injuries (?:\w+ ){0,4}inflicted",
    ),
    (
        "accident",
        r"(?<!non\s)(?<!non-)(?<!not\s)accident(?:al|ally|s)?(?! and emergency)|misadventure",
    ),
    (
        "airway-obstruction",
        r"airway obstruction|obstruct(?:ion of|ed) (?:the |his |her |their )?airways?|chok(?:ed|ing)|positional asphyxia|accidental(?:ly)? suffocat(?:ion|ed)",
    ),
    (
        "unsafe-sleep",
        r"unsafe(?: \w+)? sleep(?:ing)?|(?:sleeping|asleep|slept) (?:\w+ ){0,3}?in (?:an? )?unsafe|co ?sleeping|co ?slept|bed ?shar(?:ing|ed)|shar(?:ing|ed) (?:a|the|his|her|their) (?:\w+ )?(?:bed|sofa)|overl(?:ay|aid|aying|ain)"
        r"|(?:asleep|sleeping|slept) (?:in|on) (?:a|the|his|her|their)(?: same)? (?:sofa|(?:parents?'?|mother's|father's|adult) bed)|(?:asleep|sleeping|slept) in an adult bed",
    ),
    (
        "sudi",
        r"sudden (?:and )?un(?:expected|explained) (?:death in infancy|infant death)|sudden infant death(?: syndrome)?|sudi|sids|cot death"
        r"|sudden (?:and )?un(?:expected|explained) death of (?:a|an|two|three) (?=[\w\s-]{0,24}(?:week|day|month|infant|baby|babies|newborn))",
    ),
    (
        "suicide",
        rf"suicides?(?! attempt)(?! risk)(?! ideation)|t(?:ook|aken) {_THEIR} own li(?:fe|ves)|ended {_THEIR} (?:own )?li(?:fe|ves)",
    ),
    (
        "self-harm",
        rf"attempted suicides?|suicide attempts?|self harm(?:ed|ing)?|(?:attempt(?:ed|s)?|tried) to (?:end|take) {_THEIR} (?:own )?li(?:fe|ves)|(?:intentional|deliberate)(?:ly)? overdos\w+",
    ),
    ("manslaughter", r"manslaughter|culpable homicide"),
    (
        "homicide",
        rf"murder(?:s|ed)?(?! of {_THEIR} {_OTHERS})|homicide|unlawful(?:ly)? kill(?:ing|ed)|killed(?: (?!in\b|when\b|after\b)\w+){{0,5}}? by (?!a (?:car|train|bus|lorry|van|vehicle|fall|dog))|killing|infanticide|filicide",
    ),
    ("overdose", r"overdos(?:e|ed|ing)"),
    ("poisoning", r"poison(?:ed|ing)|ingest(?:ed|ing|ion)|swallow(?:ed|ing)|methadone|toxicity"),
    ("drowning", r"drown(?:ed|ing)"),
    (
        "burns-scalds",
        r"burns?|burned|burnt|scald(?:s|ed|ing)?|(?:house |flat )?fire(?! (?:service|brigade|and rescue|arm))",
    ),
    (
        "strangulation",
        r"strangl(?:ed|ing)|strangulation|smother(?:ed|ing)|(?<!accidental\s)suffocat(?:ed by|ion)",
    ),
    (
        "weapon",
        r"stab(?:bed|bing)|stab (?:wounds?|injur\w+)|kni(?:fe|ves)|shot|shooting|gunshot|firearm|machete",
    ),
    (
        "thrown-or-dropped",
        r"(?:thrown|threw|throwing) (?:them |him |her |the \w+ )?(?:from|off|onto|into|out|down|against|across|to the)|dropp(?:ed|ing) (?:them|him|her|the (?:baby|child)|from)",
    ),
    ("medical-neglect", rf"medical neglect|neglect of {_THEIR} (?:medical|health|dental) needs"),
    (
        "neglect",
        r"(?<!medical\s)neglect(?:ed)?(?! of (?:his|her|their) (?:medical|health|dental))|malnutrition|malnourished|starved|starvation",
    ),
    ("emotional-abuse", r"(?:emotional|psychological)(?:ly)?(?: and physical| and sexual)? abus(?:e|ed)"),
    (
        "physical-abuse",
        r"physical(?:ly)?(?: and emotional| and sexual)? (?:abus(?:e|ed)|assault(?:s|ed)?)|(?<!sexual\s)(?<!sexually\s)assault(?:s|ed)?(?! (?:his|her|their|a|an|another) (?:\w+ )?(?:carer|mother|father|parents?|teacher|man|woman|partner|police|member))(?! by penetration)|beaten|beatings?",
    ),
    ("sexual-exploitation", r"(?:child )?sexual(?:ly)? exploit(?:ation|ed)|cse"),
    (
        "criminal-exploitation",
        r"criminal(?:ly)? exploit(?:ation|ed)|cce|county lines",
    ),
    (
        "sexual-abuse-family",
        r"intra ?familial (?:child )?sexual abuse|sexual abuse (?:with)?in the family|sibling sexual abuse|incest",
    ),
    (
        "sexual-abuse-outside",
        r"extra ?familial (?:child )?sexual abuse",
    ),
    ("harmful-sexual-behaviour", r"harmful sexual behaviours?|sexually harmful behaviours?|hsb"),
    (
        "fabricated-illness",
        r"(?:fabricat(?:ed|ion)|induced)(?: or induced| and induced| or induction of)? illness(?:es)?|illness(?:es)? (?:was |were |being )?(?:fabricated|induced)|fii",
    ),
    (
        "faith-belief-abuse",
        r"abuse linked to (?:faith|belief|witchcraft)(?: \w+)?|witchcraft|spirit possession",
    ),
    ("fgm", r"female genital mutilation|fgm"),
    ("forced-marriage", r"forced marriage"),
    ("abduction", r"abduct(?:ion|ed)"),
    ("trafficking", r"traffick(?:ed|ing)|modern slavery"),
    (
        "natural-causes",
        r"natural causes?|medical causes?|(?:died|deaths?)\b[^.;,]{0,60}? (?:from|of|due to) (?:an? )?(?:complications of|(?:\w+ )?infection|sepsis|meningitis"
        r"|pneumonia|asthma|epilep\w+|diabet\w+|cancer)(?!\W+(?:as|due)\b)",
    ),
    (
        "undetermined",
        r"un(?:explained|ascertained|determined)(?! absence)|open verdict|cause (?:of (?:the |his |her |their )?(?:death|injur(?:y|ies)) )?(?:\w+ )?(?:is|was|remains|has|could|cannot) (?:not|unknown|unclear)(?: be| been)?(?: established| determined| found| explained)?"
        r"|(?:could not|did not|unable to|cannot) (?:find|establish|determine) (?:a|the) cause(?: of (?:death|the injur(?:y|ies)))?|no cause (?:of death )?(?:was|could be) (?:found|established)",
    ),
)
"""Codes of cause by the words of a sentence that tells what happened or what was found about it."""

_ALLOWED: Final = {
    "non-accidental-injury": r"suspect\w*|possibl[ey]|concerns?",
    "abusive-head-trauma": r"suspect\w*",
    "self-harm": "attempted",
    "injury": r"suspect\w*|possibl[ey]",
    "serious-injury": r"suspect\w*|possibl[ey]",
    "undetermined": "not|no",
}
# A later sentence tells of causes only if it speaks of the event itself.
_TELLING: Final = pattern(
    r"(?:led|contributed) to (?:his|her|their|the) (?:death|injur(?:y|ies))|died (?:due to|of|from|as a result|after|following|when|by)|causes? of (?:the |his |her |their )?(?:death|injur(?:y|ies))|inquest|post mortem(?: examination)?|coroner|verdict|convicted"
    r"|guilty|(?:death|injur(?:y|ies)|presentation)(?: [\w\s]{0,14})? (?:was|were|is|are)|(?:were|was) (?:co ?sleeping|bed ?sharing|sharing|killed|murdered|stabbed|shaken|smothered|drowned)"
)
_ANOTHER: Final = pattern(r"(?:earlier|previous|another) (?:deaths?|incidents?|injur(?:y|ies)|child)")
_SELF: Final = frozenset({"suicide", "self-harm"})
_OWN: Final = frozenset({"suicide", "self-harm", "overdose"})
_ADULT: Final = re.compile(
    r"\b(?:father|mother|parent|partner|man|woman|husband)\W+(?:(?:who|then|later|had|has|subsequently|also|and) )*\Z",
    re.IGNORECASE,
)
_FAMILY: Final = frozenset(
    {"father", "mother", "both-parents", "parent-partner", "relative", "relative-partner", "sibling"}
)
_OUTSIDE: Final = frozenset({"known-adult", "peer", "other-child"})
_SEXUAL: Final = pattern(r"sexual(?:ly)? (?:abus(?:e|ed)|assault(?:s|ed)?)|raped?")


def outcomes(sentence: Sentence) -> tuple[Fact[str], ...]:
    """Find the outcomes that a sentence tells, in the order of the table."""
    found = {code: fact for code, words in OUTCOMES if (fact := _find(code, words, sentence))}
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


def causes(told: Sequence[Sentence], harm: Sequence[Fact[str]]) -> tuple[Fact[str], ...]:
    """Find the circumstances that the sentences about the event tell, in the order of the text.

    Args:
        told: the sentences.
        harm: sources of harm, which tell sexual abuse in the family from abuse outside it.
    """
    found: dict[str, Fact[str]] = {}
    for sentence in told:
        for code, words in CAUSES:
            if code not in found and (fact := _find(code, words, sentence, known=True)):
                found[code] = fact
        if (care := _CARE.search(sentence.text)) and "concerns-about-care" not in found:
            found["concerns-about-care"] = _fact("concerns-about-care", sentence, care)
        _sexual(found, sentence, {fact.value for fact in harm})
    return tuple(sorted(found.values(), key=lambda fact: (fact.start, fact.end)))


def own_harm(found: Sequence[Fact[str]]) -> Iterator[Fact[str]]:
    """Yield the child as the source of harm, by the first circumstance of suicide or self-harm."""
    yield from [Fact("self", fact.start, fact.end) for fact in found if fact.value in _SELF][:1]


def _sexual(found: dict[str, Fact[str]], sentence: Sentence, harm: set[str]) -> None:
    side = {("family" if harm <= _FAMILY else "outside") for _ in harm if harm <= _FAMILY or harm <= _OUTSIDE}
    match = _SEXUAL.search(sentence.text)
    if side and match and not blocked(sentence.text, *match.span()):
        code = f"sexual-abuse-{side.pop()}"
        found.setdefault(code, _fact(code, sentence, match))


def _find(code: str, words: str, sentence: Sentence, *, known: bool = False) -> Fact[str] | None:
    for match in pattern(words).finditer(sentence.text):
        if code in _OWN and _ADULT.search(sentence.text[: match.start()]):
            continue
        if not blocked(sentence.text, *match.span(), allow=_ALLOWED.get(code, ""), known=known):
            return _fact(code, sentence, match)
    return None


def _fact(code: str, sentence: Sentence, match: re.Match[str]) -> Fact[str]:
    return Fact(code, sentence.start + match.start(), sentence.start + match.end())
