"""What words name by the word lists, each theme and agency once: the surest mention stands for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kg.gazetteer import agencies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.gazetteer import AgencyMention, Confidence, Mention, Rule
    from kg.ingest import Matchers

Scheme = Literal["theme", "agency"]
Key = tuple[Scheme, str]
"""A scheme, and a concept's id in it."""

SURENESS: Final[tuple[Confidence, ...]] = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Naming:
    """A theme or agency that words name: in which words, by which rule, how surely."""

    scheme: Scheme
    concept: str
    role: str
    words: str
    rule: Rule
    confidence: Confidence


def named(known: Matchers, words: str, kind: str) -> Mapping[Key, Naming]:
    """Return what words name, by scheme and concept; the surest mention of each, of those the first.

    Args:
        known: from `kg.ingest.matchers`.
        words: of a statement.
        kind: of the statement; the role of an agency depends on it.
    """
    found: dict[Key, Naming] = {}
    for mention in known.themes.find(words):
        _keep(found, _naming("theme", mention, "theme", words))
    for body in agencies(known.agencies, words, kind):
        _keep(found, _naming("agency", body, body.role, words))
    return found


def _naming(scheme: Scheme, mention: Mention | AgencyMention, role: str, words: str) -> Naming:
    said = " ".join(words[mention.start : mention.end].split())
    return Naming(scheme, mention.concept, role, said, mention.rule, mention.confidence)


def _keep(found: dict[Key, Naming], one: Naming) -> None:
    key = one.scheme, one.concept
    if key not in found or SURENESS.index(one.confidence) > SURENESS.index(found[key].confidence):
        found[key] = one
