"""What a text names, by the labels of a scheme: themes and agencies proposed, each with its words and why.

    concepts ──Matcher.of──▶ Matcher ──find──▶ Mention (concept, span, rule, confidence)
                                     ──agencies──▶ AgencyMention (and a role)

Nothing is learnt from records, and nothing is decided: a person accepts or rejects.
"""

from __future__ import annotations

from kg.gazetteer.matcher import Confidence, Matcher, Mention, Rule
from kg.gazetteer.roles import AgencyMention, Role, agencies

__all__ = [
    "AgencyMention",
    "Confidence",
    "Matcher",
    "Mention",
    "Role",
    "Rule",
    "agencies",
]
