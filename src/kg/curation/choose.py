"""Concepts that a person may mean by what they typed: by any name, or part of one; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.gazetteer.cues import is_cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary import Vocabulary
    from kg.vocabulary.schemes import Concept

MOST: Final = 6
"""Concepts that are offered at once."""

_NO_LETTERS: Final = re.compile(r"[\W_]+")


class Choice(NamedTuple):
    """A concept that may be meant, and the name by which it was found where that is not its label."""

    concept: Concept
    name: str


def choices(vocabulary: Vocabulary, scheme: str, typed: str) -> list[Choice]:
    """Return the concepts of a scheme that a person may mean, the likeliest first, `MOST` at most.

    Args:
        vocabulary: holds the scheme.
        scheme: such as `theme`; groups of themes, which are no themes, are not offered.
        typed: any name of a concept or part of it; words in any order, and their beginnings will do. What is
            part of no name is taken for a name that is misspelt.

    Example:
        >>> from kg import resources, vocabulary
        >>> known = vocabulary.load(resources.shipped("ontology"))
        >>> [(choice.concept.id, choice.name) for choice in choices(known, "theme", "bed shar")]
        [('safer-sleep', 'bed sharing')]
        >>> choices(known, "theme", "safr slep")[0].concept.label
        'Safer sleep'
    """
    wanted = _plain(typed)
    if not wanted:
        return []
    concepts = _choosable(vocabulary.schemes.get(scheme, {}), scheme)
    ranked = sorted(_ranked(concepts, wanted), key=lambda found: found[:2])
    if not ranked:
        near = vocabulary.nearest(scheme, typed)
        return [Choice(near, "")] if near and near.id in concepts else []
    return [choice for *_, choice in ranked[:MOST]]


def _choosable(concepts: Mapping[str, Concept], scheme: str) -> dict[str, Concept]:
    return {name: one for name, one in concepts.items() if scheme != "theme" or one.broader}


def _ranked(concepts: Mapping[str, Concept], wanted: str) -> Iterator[tuple[int, str, Choice]]:
    """Yield each concept that has such a name, with how well the best of its names fits, 0 the best."""
    for concept in concepts.values():
        names = enumerate(name for name in concept.names if not is_cue(name))
        ranks = [(_rank(_plain(name), wanted), place, name) for place, name in names]
        fit, place, name = min((rank for rank in ranks if rank[0] is not None), default=(None, 0, ""))
        if fit is not None:
            other = "" if _plain(name) in {_plain(concept.id), _plain(concept.label)} else name
            yield 2 * fit + (place > 1), concept.label, Choice(concept, other)


def _rank(name: str, wanted: str) -> int | None:
    """Return how well a name fits: the same, beginning so, having the words, or holding the letters."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 2
    return 3 if wanted in name else None


def _plain(name: str) -> str:
    return _NO_LETTERS.sub(" ", name.casefold()).strip()
