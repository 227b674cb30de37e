"""A tree of keys: where the phrases of a text are, found in one walk from each word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.gazetteer.words import STOP, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.gazetteer.phrases import Keys
    from kg.gazetteer.words import Token

_WORDS: Final = (
    "a an the this that these those any all each every both some more most much its it their his her our"
    " your of on with within in own other key relevant appropriate timely good better best effective clear"
    " robust full formal regular consistent accurate early local"
    " is are was were be been being did do does had has have would could can should must to"
    " not always also fully well properly adequately sufficiently routinely consistently"
    " important significant"
)
FILLERS: Final = frozenset(folded(word) for word in _WORDS.split())
"""Words that may stand between those of a label and change nothing."""

_CONJUNCTIONS: Final = frozenset({"and", "or", "nor", "/"})
_FILLED: Final = 3  # fillers in a row
_AFTER_VERB: Final = 3  # any words between a verb and its object


class Label(NamedTuple):
    """What a phrase says. Of several that one phrase says, the lowest wins.

    Attributes:
        turned: it was made by turning the label round.
        rank: 0 for a preferred label, 1 for an alternative, 2 for a phrase, 3 for a hidden one.
        concept: the concept's id.
        words: how many words the label has.
    """

    turned: bool
    rank: int
    concept: str
    words: int


@dataclass(slots=True)
class Node:
    """What may follow the words read so far, and what they say if the phrase ends here."""

    below: dict[str, Node] = field(default_factory=dict)
    says: list[Label] = field(default_factory=list)

    def add(self, keys: Keys, value: Label) -> None:
        """Add a phrase."""
        node = self
        for key in keys:
            node = node.below.setdefault(key, Node())
        if value not in node.says:
            node.says.append(value)


class Hit(NamedTuple):
    """A phrase found: what it says, and the words of the text that it takes.

    Attributes:
        words: index of each word that is of the phrase, in order.
        shared: index of the first word that a neighbour may take too, as "misuse" in "drug and alcohol
            misuse"; else none.
    """

    says: tuple[Label, ...]
    words: tuple[int, ...]
    shared: int | None = None

    @property
    def gap(self) -> int:
        """How many words of the text it passes over."""
        return self.words[-1] - self.words[0] + 1 - len(self.words)

    @property
    def own(self) -> tuple[int, ...]:
        """The words that no other phrase may take."""
        return self.words if self.shared is None else tuple(w for w in self.words if w < self.shared)


def hits(root: Node, text: Sequence[Token], *, gaps: bool) -> Iterator[Hit]:
    """Yield every phrase of a tree that a text has, with or without gaps in it."""
    for at, token in enumerate(text):
        if token.key not in root.below and root.below.keys().isdisjoint(token.others):
            continue
        yield from _from(root, text, Hit((), (at,)), gaps=gaps)


def _from(node: Node, text: Sequence[Token], hit: Hit, *, gaps: bool) -> Iterator[Hit]:
    """Yield the phrases that go on with the last word of a hit."""
    at = hit.words[-1]
    for key in (text[at].key, *text[at].others):
        below = node.below.get(key)
        if below is None:
            continue
        if below.says:
            yield Hit(tuple(below.says), hit.words, hit.shared)
        if below.below:
            steps = _steps(text, at, is_verb=key.startswith("~")) if gaps else [(at + 1, False)]
            for to, conjoined in steps:
                if to < len(text) and not (conjoined and hit.shared):
                    shared = to if conjoined else hit.shared
                    yield from _from(below, text, Hit((), (*hit.words, to), shared), gaps=gaps)


def _steps(text: Sequence[Token], at: int, *, is_verb: bool) -> Iterator[tuple[int, bool]]:
    """Yield where the next word of a phrase may stand, and whether "and" or "or" was passed on the way."""
    yield at + 1, False
    reach = _AFTER_VERB if is_verb else _FILLED
    for to in range(at + 1, min(at + 1 + reach, len(text))):
        key = text[to].key
        if key in (STOP, ",") or not (is_verb or key in FILLERS):
            break
        yield to + 1, False
    if at + 2 < len(text) and text[at + 1].key in _CONJUNCTIONS and text[at + 2].key not in (STOP, ","):
        yield at + 3, True
