"""The dialogue in which a person names what a proposal should have been, or what it missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kg.curation import words
from kg.curation.choose import choices
from kg.facts import facts
from kg.records.fields import Place
from kg.records.rules import FACTS
from kg.records.tree import Text

if TYPE_CHECKING:
    from kg.curation.choose import Choice
    from kg.curation.voice import Voice
    from kg.errors import Problem
    from kg.vocabulary import Vocabulary

_FORMS: Final = {
    "age": "Type the age as the summary gives it, such as 5 weeks or 16 years 9 months.",
    "children": "Type how many children the review is about, in digits.",
    "occurred": "Type when it happened: 2020, 2020-04 or 2020-04-01, no more exact than the summary is.",
}
LEAVE: Final = "Enter alone leaves it as it is."
"""What it means to type nothing."""


class Value(NamedTuple):
    """The value of a fact, and of an age what follows from it."""

    value: str
    months: int | None = None
    band: str | None = None


def pick_concept(
    voice: Voice, vocabulary: Vocabulary, scheme: str, noun: str, leave: str = LEAVE
) -> str | None:
    """Ask for a concept by part of its name until one is chosen; None where the person leaves it.

    Args:
        voice: to ask with.
        vocabulary: holds the scheme.
        scheme: such as `theme`.
        noun: what its concepts are called, such as "theme".
        leave: what it means to type nothing.
    """
    voice.say(f"{noun.capitalize()}: type part of the name. {leave}")
    offered: list[Choice] = []
    while typed := voice.line():
        if typed.isdecimal() and 0 < int(typed) <= len(offered):
            return offered[int(typed) - 1].concept.id
        offered = choices(vocabulary, scheme, typed)
        for number, (concept, name) in enumerate(offered, start=1):
            also = f" (also called “{name}”)" if name else ""
            definition = f": {concept.definition}" if concept.definition else ""
            voice.say(f"{concept.label}{also}{definition}", f"{number:>2} ", "   ")
        if offered:
            voice.say(f"Type a number, or other words to look again. {leave}")
        else:
            voice.say(f"There is none with a name like “{typed}”. Type other words. {leave}")
    return None


def pick_role(voice: Voice) -> str | None:
    """Ask what an agency is to a statement; None where the person leaves it."""
    voice.say("What is it in this statement? Type the number.")
    roles = list(words.ROLES)
    for number, role in enumerate(roles, start=1):
        voice.say(f"{role}: {words.ROLES[role]}", f"{number:>2} ", "   ")
    while typed := voice.line():
        if typed in roles:
            return typed
        if typed.isdecimal() and 0 < int(typed) <= len(roles):
            return roles[int(typed) - 1]
        voice.say(f"Type a number from 1 to {len(roles)}. {LEAVE}")
    return None


def pick_value(voice: Voice, vocabulary: Vocabulary, fact: str) -> Value | None:
    """Ask for the value of a fact: a code by its name, or as written; None where the person leaves it."""
    scheme = words.SCHEMES.get(fact)
    if scheme is not None:
        code = pick_concept(voice, vocabulary, scheme, words.FACTS[fact])
        return Value(code) if code else None
    voice.say(f"{_FORMS[fact]} {LEAVE}")
    while typed := voice.line():
        problems: list[Problem] = []
        FACTS[fact](Text(typed, 1), Place("", "", problems))
        if not problems:
            return _age(typed) if fact == "age" else Value(typed)
        voice.say(f"{problems[0].what}: {problems[0].remedy}.")
    return None


def _age(typed: str) -> Value:
    """Return an age with what follows from it, as it would be read in a summary."""
    read = facts("", f"Death of a child aged {typed}.").ages
    if len(read) != 1:
        return Value(typed)
    return Value(read[0].value, read[0].months, read[0].band)
