"""Cues: hidden labels whose words stand anywhere near each other, as "father + assess/interview".

A label as it is written misses most of the ways to say a thing: "nobody interviewed the children's father",
"the father, who cared for them, was never interviewed". A cue says what must be there, in one sentence and
within a few words, and leaves order and number open:

    father/stepfather + assess/interview   a word, or words that follow each other, of each part
    self-harm*/overdos* + @child           "*": any ending; "@child", "@parent", "@agency": any such person
    not + ask                              "not": any word that denies; a listed verb: all its forms
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise, product
from operator import contains
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.gazetteer.kinds import DENIALS, KINDS
from kg.gazetteer.words import STOP, acronym, folded, verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.gazetteer.words import Token

REACH: Final = 9
"""How many words a cue may take, from its first word to its last."""

_STEM: Final = 3  # letters that a word with any ending has at least
_KINDS: Final = frozenset(KINDS.values())

Phrase = tuple[str, ...]
"""Keys of words that follow each other; one that ends with "*" has any ending."""

Word = tuple[str, tuple[str, ...]]
"""A word of a text: its key, and what else it may be."""

Begun = tuple[tuple[int, ...], dict[str, list[tuple[Phrase, int]]]]


class Span(NamedTuple):
    """Words of a text, by index: the first and the last."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many words it is."""
        return self.last - self.first + 1


class Cue(NamedTuple):
    """What names a concept if one phrase of each part stands in a sentence."""

    concept: str
    parts: tuple[int, ...]
    rest: frozenset[int]


@dataclass(slots=True)
class Cues:
    """The cues of a scheme, ready to be found.

    Attributes:
        starts: the phrases by their first key, each with the number of its part.
        parts: the number of each part.
        cues: the cues by the number of their first part.
        known: the parts that a word which was met says alone, and the longer phrases that it begins, by
            their second key.
    """

    starts: dict[str, list[tuple[Phrase, int]]] = field(default_factory=dict)
    parts: dict[frozenset[Phrase], int] = field(default_factory=dict)
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    known: dict[Word, Begun] = field(default_factory=dict)

    def add(self, label: str, concept: str) -> None:
        """Add a cue of a concept.

        Example:
            >>> from kg.gazetteer.words import tokens
            >>> cues = Cues()
            >>> cues.add("father/stepfather + assess*", "fathers")
            >>> [tuple(span) for _, span in cues.find(tokens("Assessments left out both stepfathers"))]
            [(0, 4)]
        """
        self.known.clear()
        found = tuple(self._part(part) for part in label.split("+"))
        self.cues.setdefault(found[0], []).append(Cue(concept, found, frozenset(found[1:])))

    def find(self, text: Sequence[Token]) -> Iterator[tuple[str, Span]]:
        """Yield the concepts that a text has a cue of, once for each sentence, with the closest words."""
        if not self.cues:
            return
        stops = (at for at, token in enumerate(text) if token.key == STOP)
        begin = 0
        for end in (*stops, len(text)):
            yield from self._sentence(text, begin, end)
            begin = end + 1

    def _part(self, part: str) -> int:
        phrases = frozenset(tuple(_keys(phrase)) for phrase in part.split("/"))
        number = self.parts.setdefault(phrases, len(self.parts))
        if number == len(self.parts) - 1:
            for phrase in phrases:
                known = self.starts.setdefault(phrase[0], [])
                if (phrase, number) not in known:
                    known.append((phrase, number))
        return number

    def _begun(self, token: Token, keys: frozenset[str]) -> Begun:
        """Return the parts that a word says alone, and the longer phrases that begin with it."""
        word = (token.key, token.others)
        if word not in self.known:
            found = sorted(set(chain.from_iterable(self.starts.get(key, ()) for key in keys)))
            longer: dict[str, list[tuple[Phrase, int]]] = {}
            for phrase, part in found:
                if len(phrase) > 1:
                    longer.setdefault(phrase[1], []).append((phrase, part))
            self.known[word] = tuple(part for phrase, part in found if len(phrase) == 1), longer
        return self.known[word]

    def _sentence(self, text: Sequence[Token], begin: int, end: int) -> Iterator[tuple[str, Span]]:
        said = [_said(token.key, token.others) for token in text[begin:end]]
        places: dict[int, list[Span]] = {}
        for at, keys in enumerate(said):
            alone, longer = self._begun(text[begin + at], keys)
            here = Span(begin + at, begin + at)
            for part in alone:
                places.setdefault(part, []).append(here)
            follow = said[at + 1] if longer and at + 1 < len(said) else ()
            for phrase, part in sorted(chain.from_iterable(longer.get(key, ()) for key in follow)):
                after = said[at + 2 : at + len(phrase)]
                if len(after) == len(phrase) - 2 and all(map(contains, after, phrase[2:])):
                    places.setdefault(part, []).append(Span(begin + at, begin + at + len(phrase) - 1))
        best: dict[str, Span] = {}
        for cue in chain.from_iterable(self.cues.get(part, ()) for part in places):
            if not places.keys() >= cue.rest:
                continue
            if span := _closest([places[part] for part in cue.parts]):
                best[cue.concept] = min(best.get(cue.concept, span), span, key=lambda one: (one.width, one))
        yield from best.items()


def is_cue(label: str) -> bool:
    """Whether a hidden label is a cue."""
    return " + " in label


def _closest(places: Sequence[Sequence[Span]]) -> Span | None:
    """Return the narrowest stretch that holds a place of each part, no two of them sharing a word."""
    found = None
    for one in places[0]:
        for chosen in product([one], *(_near(one, others) for others in places[1:])):
            span = Span(min(chosen).first, max(place.last for place in chosen))
            if _apart(chosen) and span.width <= REACH and (found is None or span.width < found.width):
                found = span
    return found


def _near(one: Span, others: Sequence[Span]) -> Sequence[Span]:
    low, high = Span(one.first - REACH, 0), Span(one.last + REACH, 0)
    return others[bisect_left(others, low) : bisect_left(others, high)]


def _apart(chosen: Iterable[Span]) -> bool:
    return all(one.last < after.first for one, after in pairwise(sorted(chosen)))


def _keys(phrase: str) -> Iterator[str]:
    """Yield what a text must have, word by word, to say a phrase of a cue."""
    for word in phrase.replace("-", " ").split():
        if word in _KINDS:
            yield word
        elif word.endswith("*"):
            # a letter that is no ending keeps the stem from being taken for a plural
            yield f"{folded(word[:-1] + 'x')[:-1]}*"
        elif word in DENIALS:
            yield "~not"
        else:
            yield verb(word) or acronym(word) or folded(word)


@lru_cache(maxsize=8192)
def _said(key: str, others: tuple[str, ...]) -> frozenset[str]:
    """Return all that a cue may have for a word of the text."""
    return frozenset({key, *others, *(f"{key[:n]}*" for n in range(_STEM, len(key) + 1))})
