"""Networks of what the reviews say, as `networkx.Graph`s, and where to draw them.

Rows come from the store (`rows`), counts and lines are worked out from them (`lines`), and boxes get their
places (`labels`, `layout`). Only `rows` knows RDF.
"""

from __future__ import annotations

from kg.network.layout import place
from kg.network.lines import themes

__all__ = ["place", "themes"]
