"""Links as pure numbers: what pairs share, what chance would give, and how specific it is.

    rows, columns ──two_mode──▶ TwoMode ──column_pairs──▶ Pairs of columns (themes raised by the same reviews)
                                        ──row_pairs─────▶ Pairs of rows (reviews that raise the same themes)

Nothing here knows of themes, reviews or RDF. Which null model, and why: docs/decisions/0009-significance.md.
"""

from __future__ import annotations

from kg.links.adjust import benjamini_hochberg
from kg.links.columns import column_pairs
from kg.links.incidence import TwoMode, together, two_mode
from kg.links.pairs import Pairs
from kg.links.rows import row_pairs
from kg.links.similarity import specificity

__all__ = [
    "Pairs",
    "TwoMode",
    "benjamini_hochberg",
    "column_pairs",
    "row_pairs",
    "specificity",
    "together",
    "two_mode",
]
