"""Networks of what the reviews say, as `networkx.Graph`s, and where to draw them.

`themes`, `reviews`, `agencies` and `reviews_themes` make networks of a store, `around` a view of one;
attributes of nodes, edges and graphs are said there. `place` gives boxes their places, `written` makes files
for other programs. Only `rows` knows RDF; the other modules work on plain rows, in any order.
"""

from __future__ import annotations

from kg.network.agencies import agencies
from kg.network.around import around
from kg.network.layout import place
from kg.network.reviews import reviews, reviews_themes
from kg.network.themes import themes

__all__ = ["agencies", "around", "place", "reviews", "reviews_themes", "themes"]
