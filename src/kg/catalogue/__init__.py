"""Everything that pages show of a store, read once, as plain data: no page sees RDF.

store ──read──▶ Catalogue: sources, reviews, statements, themes, agencies, codes
"""

from __future__ import annotations

from kg.catalogue.model import (
    POINTS,
    Catalogue,
    Child,
    Code,
    Concept,
    Review,
    Source,
    Statement,
)
from kg.catalogue.read import read

__all__ = ["POINTS", "Catalogue", "Child", "Code", "Concept", "Review", "Source", "Statement", "read"]
