"""Which concepts a text names, where, and how sure that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from kg.gazetteer.cues import Cues, is_cue
from kg.gazetteer.phrases import excluding, turned, written
from kg.gazetteer.trie import Hit, Label, Node, hits
from kg.gazetteer.words import STOP, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.gazetteer.cues import Span
    from kg.gazetteer.words import Token
    from kg.vocabulary import Concept

Rule = Literal["preferred", "alternative", "phrase", "hidden"]
"""Which kind of label was found."""

Confidence = Literal["high", "medium", "low"]
"""High: several words, or named again; medium: one word, once, or a cue; low: another hidden label."""

_NEGATIONS: Final = frozenset(
    {"no", "not", "without", "never", "neither", "nor", "cannot", "nothing", "none"}
)
_NEGATED_WITHIN: Final = 4  # words before the mention


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text.

    Attributes:
        concept: its id.
        start: offset of the first character.
        end: offset after the last.
        rule: the kind of label that was found.
        confidence: how sure it is: `high`, `medium` or `low`.
        negated: "no" or the like stands before it. The concept is named all the same.
    """

    concept: str
    start: int
    end: int
    rule: Rule
    confidence: Confidence
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """The labels of a scheme, ready to be found. Make it once, by `Matcher.of`, for any number of texts.

    Attributes:
        labels: the phrases that name a concept.
        excluded: the phrases in which a concept's labels do not count, saying its id.
        cues: the hidden labels whose words may stand anywhere in a sentence.
    """

    labels: Node
    excluded: Node
    cues: Cues

    @classmethod
    def of(cls, concepts: Mapping[str, Concept]) -> Matcher:
        """Return a matcher for concepts. A group, which only heads others, is never found.

        Example:
            >>> from kg.vocabulary import Concept
            >>> matcher = Matcher.of({"neglect": Concept("neglect", "Neglect", excluded=("self-neglect",))})
            >>> [(m.concept, m.start, m.end, m.confidence) for m in matcher.find("Self-neglect, or neglect?")]
            [('neglect', 17, 24, 'medium')]
        """
        labels: Node = Node()
        excluded: Node = Node()
        cues = Cues()
        heads = {above for concept in concepts.values() for above in concept.broader}
        for concept in concepts.values():
            if not _is_group(concept, heads):
                _add(labels, concept)
                for name in filter(is_cue, concept.hidden):
                    cues.add(name, concept.id)
            own = {keys for name in (*concept.names[1:], *concept.phrases) for keys in written(name)}
            for phrase in concept.excluded:
                for keys in excluding(phrase, own):
                    excluded.add(keys, Label(turned=False, rank=0, concept=concept.id, words=len(keys)))
        return cls(labels, excluded, cues)

    def find(self, text: str, *, inner: bool = True) -> tuple[Mention, ...]:
        """Return the concepts that a text names, in the order they stand; the longest label wins.

        A label in one of its own concept's excluded phrases does not count. Hidden labels, but for cues, are
        a last resort: what they name is given only where nothing surer is found.

        Args:
            text: what is read.
            inner: whether one word of a longer label names its own concept as well, as "neglect" in "neglect
                toolkit", and so do words that reach out of it. For themes: a school nurse is no school.
        """
        words = tokens(text)
        barred = list(hits(self.excluded, words, gaps=False))
        found = (_without(hit, barred) for hit in hits(self.labels, words, gaps=True))
        said = [hit for hit in found if hit.says]
        chosen = list(_longest(said))
        if inner:
            chosen += _inner(said, chosen)
        named = Counter(
            label.concept for hit in chosen for label in hit.says if _RULES[label.rank] != "hidden"
        )
        mentions = [_mention(words, hit, label, named) for hit in chosen for label in hit.says]
        mentions += [
            _cued(words, concept, span)
            for concept, span in self.cues.find(words)
            if not named[concept] and not _bars(barred, span, concept)
        ]
        sure = [mention for mention in mentions if mention.confidence != "low"]
        return tuple(sorted(sure or mentions, key=lambda m: (m.start, m.end, m.concept)))


_RULES: Final[tuple[Rule, ...]] = get_args(Rule)


def _is_group(concept: Concept, heads: set[str]) -> bool:
    """Whether a concept only heads others: it has no name but its heading, and stands at the top."""
    names = (*concept.alternatives, *concept.contested, *concept.phrases, *concept.hidden)
    return concept.id in heads and not concept.broader and not names


def _add(labels: Node, concept: Concept) -> None:
    hidden = [name for name in concept.hidden if not is_cue(name)]
    kinds = ((concept.label,), (*concept.alternatives, *concept.contested), concept.phrases, hidden)
    for rank, names in enumerate(kinds):
        for name in names:
            words = len(tokens(name))
            for keys in written(name):
                labels.add(keys, Label(turned=False, rank=rank, concept=concept.id, words=words))
            for keys in turned(name):
                labels.add(keys, Label(turned=True, rank=rank, concept=concept.id, words=words))


def _without(hit: Hit, barred: Sequence[Hit]) -> Hit:
    """Return a hit with the best of its labels, less those that an excluded phrase holds."""
    first, last = hit.words[0], hit.words[-1]
    around = (other.says for other in barred if other.words[0] <= first and last <= other.words[-1])
    out = {label.concept for says in around for label in says}
    left = sorted(label for label in hit.says if label.concept not in out)
    best = {label.concept: label for label in reversed(left) if label[:2] == left[0][:2]}
    return Hit(tuple(best[concept] for concept in sorted(best)), hit.words, hit.shared)


def _longest(found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits that share no word: those of most words first, then those without a gap, then the first."""
    taken: set[int] = set()
    for hit in sorted(found, key=lambda h: (-len(h.words), h.gap, h.words, h.says)):
        if taken.isdisjoint(hit.own):
            taken.update(hit.own)
            yield hit


def _inner(found: Iterable[Hit], chosen: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what else the words of longer labels name: one word alone, or words that reach out of them."""
    at: dict[int, list[Hit]] = {}
    for hit in chosen:
        for word in hit.words:
            at.setdefault(word, []).append(hit)
    for hit in sorted(found, key=lambda h: (-len(h.words), h.words, h.says)):
        longer = [other for word in hit.words for other in at.get(word, ())]
        within = len(hit.words) > 1 and any(set(hit.words) <= set(other.words) for other in longer)
        if hit.gap or within:
            continue
        named = {label.concept for other in longer for label in other.says}
        own = (label for label in hit.says if _RULES[label.rank] != "hidden" and label.concept not in named)
        if says := tuple(label for label in own if len(hit.words) == 1 or not label.turned):
            yield Hit(says, hit.words)


def _mention(words: Sequence[Token], hit: Hit, label: Label, named: Mapping[str, int]) -> Mention:
    rule = _RULES[label.rank]
    sure: Confidence = "high" if label.words > 1 or named[label.concept] > 1 else "medium"
    first, last = words[hit.words[0]], words[hit.words[-1]]
    return Mention(
        concept=label.concept,
        start=first.start,
        end=last.end,
        rule=rule,
        confidence="low" if rule == "hidden" else sure,
        negated=_negated(words, hit.words[0]),
    )


def _bars(barred: Sequence[Hit], span: Span, concept: str) -> bool:
    """Whether one of a concept's excluded phrases has words of a cue."""
    near = (hit for hit in barred if hit.words[0] <= span.last and span.first <= hit.words[-1])
    return any(label.concept == concept for hit in near for label in hit.says)


def _cued(words: Sequence[Token], concept: str, span: Span) -> Mention:
    start, end = words[span.first].start, words[span.last].end
    return Mention(concept, start, end, "hidden", "medium", negated=_negated(words, span.first))


def _negated(words: Sequence[Token], at: int) -> bool:
    """Whether a word of denial stands shortly before, in the same clause ("not only" denies nothing)."""
    after = ""
    for token in reversed(words[max(0, at - _NEGATED_WITHIN) : at]):
        if token.key in (STOP, ","):
            return False
        if (token.key in _NEGATIONS and after != "only") or token.key.endswith("n't"):
            return True
        after = token.key
    return False
