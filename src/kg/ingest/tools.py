"""What every document is read by, made once."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg import vocabulary
from kg.ingest import matchers
from kg.ingest.passages import key
from kg.iris import mint
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.ingest import Matchers
    from kg.ingest.ids import Mint
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True)  # without slots: a cached property is kept in the object's dictionary
class Tools:
    """What every document is read by, made once.

    Attributes:
        words: the vocabularies.
        matchers: of their labels.
        mint: the source of new ids.
    """

    words: Vocabulary
    matchers: Matchers
    mint: Mint

    @cached_property
    def themes(self) -> Mapping[str, str]:
        """Id of the theme that has each name, hidden labels apart; the names as `passages.key` makes them."""
        return {
            key(label): concept.id
            for concept in self.words.schemes["theme"].values()
            for label in (concept.label, *concept.alternatives)
        }


def load() -> Tools:
    """Return the tools of the shipped vocabulary.

    The labels become hundreds of thousands of small objects that stay as long as the program: Python's
    collector of garbage is kept from going through them again and again.

    Raises:
        ProblemsFound: the vocabulary cannot be read.
    """
    gc.disable()
    try:
        words = vocabulary.load(shipped("ontology"))
        made = Tools(words, matchers(words), mint)
    finally:
        gc.enable()
    gc.freeze()
    return made
