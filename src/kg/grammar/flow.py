"""The flow of a document: which review and which section each unit stands in, and which grammar reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.grammar import digest, headings, keywords, leads, lists, passed, subheads, summaries, tables, units
from kg.grammar.digest import Intro
from kg.grammar.front import Front
from kg.grammar.furniture import is_furniture
from kg.grammar.gather import Gathered
from kg.grammar.labels import ABSENT, EMBEDDED, KEYWORDS, TOPICS
from kg.grammar.section import POINTS, Section, announced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.leads import Lead
    from kg.grammar.tables import Table
    from kg.grammar.units import Unit

_ACTIONS: Final = re.compile(r"(?:key |agreed |main )?actions?(?: plan| points?)?", re.IGNORECASE)
_LIST: Final = 2  # semicolons of a list
_FEWEST: Final = 7  # words of a point that begins as a part of a web page does


class Flow:
    """Reads units in order into reviews, and notes what each stretch of the text is."""

    def __init__(self, text: str, every: Sequence[Unit]) -> None:
        self.text = text
        self.every = every
        self.opening = headings.find(text, every)
        self.made = Gathered(text, every[0].start if every else 0)
        self.front = Front(text, self.made)
        self.lost: list[Unit] = []
        self.doubtful: list[Unit] = []
        self.section = Section()
        if not self.opening:
            self._find_title()

    def run(self) -> None:
        """Read every unit."""
        number = 0
        while number < len(self.every):
            table = tables.at(self.text, self.every, number)
            if table and self.made.reviews:
                self._table(table)
                number = table.after
            else:
                self._read(number, self.every[number])
                number += 1
        self.made.settle()

    def _find_title(self) -> None:
        """A document of one review has its title at the top; without parts it has no review."""
        number = subheads.title(self.text, self.every)
        if number is not None and number >= 0:
            self.opening = {number}
        elif number is not None:
            _ = self.made.review

    def _table(self, table: Table) -> None:
        self.made.painted.extend(tables.spans(table))
        self.made.add(tables.points(self.text, table), listed=True)
        self.section = Section()

    def _read(self, number: int, unit: Unit) -> None:
        """Decide what a unit is."""
        text, start, end = self.text, unit.start, unit.end
        if is_furniture(text[unit.start : unit.end], unit.kind):
            if not self._may_be_point(unit):
                self.made.paint("boilerplate", start, end)
        elif number in self.opening:
            self.made.open(unit)
            self.section = Section()
        elif number - 1 in self.opening and subheads.is_below_title(text, self.every, number):
            self.front.below_title(self.every[number - 1], unit)
        elif label := KEYWORDS.match(text, start, end):
            self.made.paint("heading", start, label.end())
            self.made.add_keywords(label.end(), end)
            self.section = Section()
        elif not self.made.reviews:
            self.front.before(unit, reviews=bool(self.opening))
        elif not self._sections(number, unit):
            self._content(number, unit)

    def _sections(self, number: int, unit: Unit) -> bool:
        """Take a unit that opens a section; return whether it did."""
        text, start, end = self.text, unit.start, unit.end
        if ABSENT.match(text, start, end) or EMBEDDED.match(text, start, end):
            self.made.add(digest.absent(text, start, end), listed=False)
            self.section = Section()
            return True
        lead = leads.at(text, start, end) if unit.kind != "bullet" else None
        if lead and lead.single and subheads.is_subheading(text, self.every, number, min(lead.end, end - 1)):
            self.made.paint("heading", start, end)
            self.section = Section(lead.kind, text[start:end].rstrip(": "), single=True, level=unit.level)
            return True
        if lead and lead.inline and lead.end < end:
            self._inline(lead, unit)
            return True
        head = leads.heading(text, start, end, marked=unit.kind == "heading") or lead
        next_part = self.section.continues(text, unit) and headings.looks(text, unit)
        inside = self.section.kind in POINTS and units.is_item(text, unit) and not next_part
        if head and not (inside and not subheads.stands_over(text, self.every, number)):
            self.made.paint("heading", start, end)
            self.section = Section.of(head, text, unit)
            return True
        item = units.is_item(text, unit) and unit.kind != "heading"
        if next_part or (not item and subheads.is_subheading(text, self.every, number, start)):
            self.made.paint("heading", start, end)
            if self.section.kind in POINTS and passed.is_sentence(text[start:end]):
                self.doubtful.append(unit)
            self.section = self.section.below(text, unit)
            return True
        return False

    def _inline(self, lead: Lead, unit: Unit) -> None:
        """Take a lead-in with what follows it in its paragraph."""
        kind, end = lead.kind, unit.end
        if lead.lost:
            self.lost.append(unit)
            found = any(s.kind == "finding" for s in self.made.review.statements)
            kind = "recommendation" if found else "finding"
        if kind == "note" and not lead.words:
            self.made.paint("note", unit.start, end)
            return
        self.made.paint("heading", unit.start, lead.end)
        intro = Intro(kind, lead.words, lead.addressee)
        if kind == "summary":
            if not self.made.tells(lead.end, end, may_be=True):
                self.made.note(lead.end, end)
        elif kind in {"note", ""}:
            self.made.note(lead.end, end)
        elif lead.single:
            self.made.between(lead.end, end)
            self.made.add(
                lists.points(self.text, lead.end, end, replace(intro, addressee=self.section.addressee)),
                listed=True,
            )
            if kind != self.section.kind:
                self.section = Section(kind, lead.words, single=True)
            return
        else:
            self.made.between(lead.end, end)
            self.made.add(digest.points(self.text, lead.end, end, intro), listed=False)
        opens = kind in POINTS and self.text[end - 1] == ":"
        self.section = Section(kind, lead.words, lead.addressee, level=unit.level) if opens else Section()

    def _content(self, number: int, unit: Unit) -> None:
        """Take a unit that opens nothing: an item, a paragraph of a section, a summary, keywords."""
        text, section = self.text, self.section
        item = units.is_item(text, unit)
        begin = units.marker_end(text, unit)
        listed = item and not units.is_paragraph_number(text, unit)
        if (
            listed
            and text[unit.end - 1] != "?"
            and section.kind == ""
            and (section.words or self.made.review.summary)
        ):
            section.kind = "finding"
        if self._is_keywords(number):
            self.made.add_keywords(unit.start, unit.end)
            self.section = Section()
        elif section.kind in POINTS:
            self._point(number, unit, begin)
        elif lists.opens_group(text, begin, unit.end) and (kind := announced(text[begin : unit.end])):
            self.made.paint("heading", unit.start, unit.end)
            self.section = Section(kind, section.words, sub=text[begin : unit.end].rstrip(": "))
        else:
            self.made.paint("boilerplate", unit.start, begin)
            may_be = section.kind in {"", "summary"} and summaries.may_be(text, unit)
            if not self.made.tells(begin, unit.end, may_be=may_be) and self._is_known(unit, item=item):
                self.made.note(begin, unit.end)

    def _is_known(self, unit: Unit, *, item: bool) -> bool:
        """Say whether a unit stands where the account is told, or under a heading of a note.

        All else may be a point under a heading that nobody knows, and is left as not understood.
        """
        if self.section.kind in {"summary", "note"} or (self.section.words and not self.section.unknown):
            return True
        if self.text[unit.end - 1] == "?":  # a question is no point
            return True
        listed = self.text.count(";", unit.start, unit.end) >= _LIST
        return self.section == Section() and not (self.made.has_points or item or listed)

    def _may_be_point(self, unit: Unit) -> bool:
        """Say whether what looks like a part of a web page may be an item of a list of points."""
        many = len(self.text[unit.start : unit.end].split()) >= _FEWEST
        return self.section.kind in POINTS and unit.kind == "bullet" and many

    def _point(self, number: int, unit: Unit, begin: int) -> None:
        """Take an item or a paragraph of a section of points."""
        text, section = self.text, self.section
        item = units.is_item(text, unit)
        after = self.every[number + 1] if number + 1 < len(self.every) else None
        if lists.opens_group(text, begin, unit.end):
            self.made.paint("heading", unit.start, unit.end)
            section.sub = text[begin : unit.end].rstrip(": ")
            section.sub_number = item and text[unit.start].isdigit()
            section.semicolons = False
            return
        if section.sub_number and text[unit.start].isdigit():
            section.sub, section.sub_number = "", False
        self.made.paint("boilerplate", unit.start, begin)
        followed = section.points == 0 and after is not None and units.is_item(text, after) and not item
        if lists.announces(text, begin, unit.end):
            self.made.paint("note", begin, unit.end)
            return
        if followed and not section.single and not TOPICS.match(section.words):
            self.made.note(begin, unit.end)
            return
        section.points += 1
        if text[unit.start].isdigit():  # so numbers count points here, and no headings
            section.number = ()
        if text[begin : unit.end].rstrip().endswith((";", "; and")):
            section.semicolons = True
        self.made.between(begin, unit.end)
        intro = section.intro()
        if _ACTIONS.fullmatch(section.words) and lists.is_ahead(text, begin, unit.end):
            intro = replace(intro, kind="recommendation")
        self.made.add(lists.points(text, begin, unit.end, intro, stop=not section.semicolons), listed=True)

    def _is_keywords(self, number: int) -> bool:
        topics = TOPICS.match(self.section.words)
        return not topics and keywords.is_line(self.text, self.every, number, self.opening)
