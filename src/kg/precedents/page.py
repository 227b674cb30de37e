"""An answer as a page: whole in itself, without scripts, to read in a browser and to print on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.pages.dates import when
from kg.pages.render import page as render_page
from kg.precedents import words

if TYPE_CHECKING:
    from kg.precedents.model import Told


def page(told: Told) -> str:
    """Return an answer as HTML. All text from data and documents is escaped where it is put in."""
    sources = [
        {
            "title": source.title,
            "publisher": source.publisher,
            "added": when(source.issued) if source.issued else "",
            "rights": source.rights,
        }
        for source in told.sources
    ]
    return render_page(
        "precedents.html", styles=("style.css", "precedents.css"), told=told, words=words, sources=sources
    )
