# ruff: noqa: E501 - a pattern stands on one line, where it can be read
"""How it happened: circumstances (code cause)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.facts.cause_forms import CAUSES
from kg.facts.events import fact_of, find
from kg.facts.text import Sentence, blocked, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.model import Fact

_CARE: Final = pattern(
    r"concerns? (?:about|over|regarding|for|around|relating to) (?:the |his |her |their )?(?:\w+ )?(?:(?:quality|standard) of )?care|whose care [^.;,]{0,40}concern(?:ed|s)"
)
_FAMILY: Final = frozenset(
    {"father", "mother", "both-parents", "parent-partner", "relative", "relative-partner", "sibling"}
)
_OUTSIDE: Final = frozenset({"known-adult", "peer", "other-child"})
_SEXUAL: Final = pattern(
    r"sexual(?:ly)?(?:(?:,? and|,|/) ?(?:physical|emotional|psychological)(?:ly)?){0,3} (?:abus(?:e|ed|ing)|assault(?:s|ed)?|offences)|indecent(?:ly)? assault(?:s|ed)?|raped?"
)


# A brother or sister who is a child: "their 14-year-old half-brother", "an older sibling"
_YOUNG: Final = re.compile(
    r"\b1[0-7][ -]years?[ -]old (?:[\w-]+ )*\Z|\b1[0-7][ -]years?[ -]old\b.{0,20}(?:brother|sister|sibling)|\b(?:teenage|adolescent) |sibling\b|\baged 1[0-7]\b",
    re.IGNORECASE,
)


# Injuries that a person is said to have caused, where no other words tell how
_INFLICTED: Final = (
    ("non-accidental-injury", pattern(r"(?:grievous|actual) bodily harm|gbh|wounding with intent")),
    (
        "physical-abuse",
        pattern(
            r"injur(?:y|ies)(?: to [^.;]{0,50}?)?,? (?:(?:that|which) (?:was|were) )?(?:caused|inflicted) by|(?:causing|inflicting) (?:the|his|her|their) injur(?:y|ies)"
        ),
    ),
)
_EXPLAINED: Final = frozenset(
    {"non-accidental-injury", "abusive-head-trauma", "physical-abuse", "homicide", "manslaughter", "accident"}
    | {"weapon", "strangulation", "fabricated-illness", "neglect", "thrown-or-dropped", "poisoning"}
)


def causes(told: Sequence[Sentence], harm: Sequence[Fact[str]]) -> tuple[Fact[str], ...]:
    """Find the circumstances that the sentences about the event tell, in the order of the text.

    Args:
        told: the sentences.
        harm: sources of harm, which tell sexual abuse in the family from abuse outside it.
    """
    found: dict[str, Fact[str]] = {}
    for sentence in told:
        for code, words in CAUSES:
            if code not in found and (fact := find(code, words, sentence, known=True)):
                found[code] = fact
        if (care := _CARE.search(sentence.text)) and "concerns-about-care" not in found:
            found["concerns-about-care"] = fact_of("concerns-about-care", sentence, care)
        _sexual(found, sentence, harm)
        if harm and not found.keys() & _EXPLAINED:
            _inflicted(found, sentence)
    medical, neglect = found.get("medical-neglect"), found.get("neglect")
    if medical and neglect and medical.start <= neglect.start < medical.end:
        del found["neglect"]  # "medical needs were neglected" is one circumstance, not two
    return tuple(sorted(found.values(), key=lambda fact: (fact.start, fact.end)))


def _inflicted(found: dict[str, Fact[str]], sentence: Sentence) -> None:
    for code, words in _INFLICTED:
        match = words.search(sentence.text)
        if match and not blocked(sentence.text, *match.span()):
            found[code] = fact_of(code, sentence, match)
            return


def _by_child(sentence: Sentence, harm: Sequence[Fact[str]]) -> bool:
    for fact in harm:
        if fact.value in {"peer", "other-child"}:
            return True
        start, end = fact.start - sentence.start, fact.end - sentence.start
        if (
            fact.value == "sibling"
            and start >= 0
            and _YOUNG.search(sentence.text[max(0, start - 30) : end + 12])
        ):
            return True
    return False


def _sexual(found: dict[str, Fact[str]], sentence: Sentence, harm: Sequence[Fact[str]]) -> None:
    who = {fact.value for fact in harm}
    side = {("family" if who <= _FAMILY else "outside") for _ in who if who <= _FAMILY or who <= _OUTSIDE}
    match = _SEXUAL.search(sentence.text)
    if who & _FAMILY and who & _OUTSIDE and who <= _FAMILY | _OUTSIDE:
        side = {"family", "outside"}
    if side and match and not blocked(sentence.text, *match.span()):
        for code in sorted(f"sexual-abuse-{one}" for one in side):
            found.setdefault(code, fact_of(code, sentence, match))
        if _by_child(sentence, harm):
            found.setdefault("harmful-sexual-behaviour", fact_of("harmful-sexual-behaviour", sentence, match))
