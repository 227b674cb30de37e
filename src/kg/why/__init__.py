"""Why a tag is there, and what another word list would change: records beside what word lists propose.

    statement ──words.tried──▶ Tried ──naming.named──▶ Naming
                                        ├─reasons.explain──▶ Explanation (who or which rule gave each tag)
                                        └─change.changes───▶ Change (what an edit gains and loses)

Works on records, not on a build: a curator asks while deciding. Links between reviews are `kg.explain`'s.
"""

from __future__ import annotations

from kg.why.change import Change, Compared, Totals, changes, compare, totals
from kg.why.find import find
from kg.why.naming import Naming, named
from kg.why.reasons import Explanation, Reason, explain
from kg.why.words import Tried, tried

__all__ = [
    "Change",
    "Compared",
    "Explanation",
    "Naming",
    "Reason",
    "Totals",
    "Tried",
    "changes",
    "compare",
    "explain",
    "find",
    "named",
    "totals",
    "tried",
]
