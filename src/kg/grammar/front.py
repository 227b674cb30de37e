"""What stands before the first review and below a title: headings, an introduction, its issues, a menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar import issues, subheads
from kg.grammar.model import Span
from kg.grammar.section import POINTS

if TYPE_CHECKING:
    from kg.grammar.gather import Gathered
    from kg.grammar.units import Unit


class Front:
    """Reads what no review holds; `issues` and `beside` are what it found."""

    def __init__(self, text: str, made: Gathered) -> None:
        self.text = text
        self.made = made
        self.issues: list[Span] = []
        self.beside: list[Span] = []
        self.titled = False
        self.points = False

    def below_title(self, above: Unit, unit: Unit) -> None:
        """Take a second line of heading under a title."""
        self.made.paint("heading", unit.start, unit.end)
        if subheads.is_subtitle(self.text, above, unit):
            review = self.made.review
            review.title += f" {self.text[unit.start : unit.end]}"
            review.heading = replace(review.heading, end=unit.end)
        else:
            self.beside.append(Span("heading", unit.start, unit.end))

    def before(self, unit: Unit, *, reviews: bool) -> None:
        """Take what stands before the first review: the document's title, its introduction, a menu."""
        kind = subheads.before(self.text, unit, titled=self.titled, reviews=reviews)
        named = list(issues.issues(self.text, unit.start, unit.end))
        if self._holds_points(unit, kind) and not named:
            return
        self.titled = self.titled or kind == "heading"
        if kind == "heading":
            self.beside.append(Span("heading", unit.start, unit.end))
        if kind in {"note", "heading"}:
            self.issues.extend(named)
        if kind:
            self.made.paint(kind, unit.start, unit.end)

    def _holds_points(self, unit: Unit, kind: str) -> bool:
        """Say whether points may stand in a unit, which is then left as not understood."""
        lead = subheads.part(self.text, unit)
        if lead or kind == "heading":
            self.points = lead is not None and lead.kind in POINTS
        return self.points and kind not in {"heading", "boilerplate"}
