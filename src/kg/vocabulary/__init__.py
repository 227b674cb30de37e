"""The vocabulary: concept schemes read from Turtle, and what records name of them."""

from __future__ import annotations

from kg.vocabulary.schemes import Concept, Vocabulary, load, parse
from kg.vocabulary.uses import SCHEME_OF, problems

__all__ = ["SCHEME_OF", "Concept", "Vocabulary", "load", "parse", "problems"]
