"""The flow of a document: which review and which section each unit stands in, and which grammar reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.grammar import digest, headings, issues, keywords, leads, lists, subheads, units
from kg.grammar.digest import Intro
from kg.grammar.labels import ABSENT, EMBEDDED, KEYWORDS, TOPICS
from kg.grammar.model import Draft, ParsedStatement, Span
from kg.grammar.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.grammar.leads import Lead
    from kg.grammar.units import Unit

POINTS: Final = ("finding", "recommendation", "action")
_LIST: Final = 2  # semicolons of a list


class Flow:
    """Reads units in order into reviews, and notes what each stretch of the text is."""

    def __init__(self, text: str, every: Sequence[Unit]) -> None:
        self.text = text
        self.every = every
        self.opening = headings.find(text, every)
        self.reviews: list[Draft] = []
        self.painted: list[Span] = []
        self.separators: list[Span] = []
        self.lost: list[Unit] = []
        self.issues: list[Span] = []
        self.titled = False
        self.section = Section()
        if not self.opening:
            self._find_title()

    def run(self) -> None:
        """Read every unit."""
        for number, unit in enumerate(self.every):
            self._read(number, unit)

    @property
    def review(self) -> Draft | None:
        """The review that is open."""
        return self.reviews[-1] if self.reviews else None

    def _find_title(self) -> None:
        """A document of one review has its title at the top; without parts it has no review."""
        number = subheads.title(self.text, self.every)
        if number is not None and number >= 0:
            self.opening = {number}
        elif number is not None:
            self._here()

    def _read(self, number: int, unit: Unit) -> None:
        """Decide what a unit is."""
        text, start, end = self.text, unit.start, unit.end
        if units.is_furniture(text, unit):
            self._paint("boilerplate", start, end)
        elif number in self.opening:
            self._open(unit)
        elif number - 1 in self.opening and subheads.is_subtitle(text, unit):
            self._paint("heading", start, end)
            self._here().title += f" {text[start:end]}"
            self._here().heading = replace(self._here().heading, end=end)
        elif label := KEYWORDS.match(text, start, end):
            self._paint("heading", start, label.end())
            self._keywords(label.end(), end)
        elif self.review is None:
            self._before(unit)
        elif not self._sections(number, unit):
            self._content(number, unit)

    def _open(self, unit: Unit) -> None:
        begin, end = headings.title(self.text, unit)
        self.reviews.append(Draft(self.text[begin:end].strip(), Span("heading", unit.start, unit.end)))
        self._paint("heading", unit.start, unit.end)
        self.section = Section()

    def _before(self, unit: Unit) -> None:
        """Take what stands before the first review: the document's title, its introduction, a menu."""
        kind = subheads.before(self.text, unit, titled=self.titled, reviews=bool(self.opening))
        self.titled = self.titled or kind == "heading"
        if kind in {"note", "heading"}:
            self.issues.extend(issues.issues(self.text, unit.start, unit.end))
        if kind:
            self._paint(kind, unit.start, unit.end)

    def _sections(self, number: int, unit: Unit) -> bool:
        """Take a unit that opens a section; return whether it did."""
        text, start, end = self.text, unit.start, unit.end
        if ABSENT.match(text, start, end) or EMBEDDED.match(text, start, end):
            self._add(digest.absent(text, start, end), 0)
            self.section = Section()
            return True
        lead = leads.at(text, start, end) if unit.kind != "bullet" else None
        if lead and lead.single and subheads.is_subheading(text, self.every, number, min(lead.end, end - 1)):
            self._paint("heading", start, end)
            self.section = Section(lead.kind, text[start:end].rstrip(": "), single=True)
            return True
        if lead and lead.inline and lead.end < end:
            self._inline(lead, unit)
            return True
        marked = unit.kind == "heading"
        head = leads.heading(text, start, end, marked=marked) or lead
        if head and not (
            self.section.kind in POINTS
            and units.is_item(text, unit)
            and not subheads.stands_over(text, self.every, number)
        ):
            self._paint("heading", start, end)
            self.section = Section(head.kind, head.words, head.addressee, single=head.single)
            return True
        if not units.is_item(text, unit) and subheads.is_subheading(text, self.every, number, start):
            self._paint("heading", start, end)
            words = text[start:end].rstrip(": ")
            inside = self.section.kind in POINTS
            self.section = replace(self.section, sub=words) if inside else Section("", words)
            return True
        return False

    def _inline(self, lead: Lead, unit: Unit) -> None:
        """Take a lead-in with what follows it in its paragraph."""
        review = self._here()
        kind = lead.kind
        if lead.lost:
            self.lost.append(unit)
            kind = "recommendation" if any(s.kind == "finding" for s in review.statements) else "finding"
        if kind == "note" and not lead.words:
            self._note(unit.start, unit.end, "")
            return
        self._paint("heading", unit.start, lead.end)
        if kind == "summary" and review.summary is None:
            self._summary(lead.end, unit.end)
        elif kind in {"summary", "note"}:
            self._note(lead.end, unit.end, lead.words)
        elif lead.single:
            self._add(
                lists.points(self.text, lead.end, unit.end, Intro(kind, lead.words, self.section.addressee)),
                1,
            )
            self.separators.append(Span("boilerplate", lead.end, unit.end))
            if kind != self.section.kind:
                self.section = Section(kind, lead.words, single=True)
            return
        else:
            self._add(
                digest.points(self.text, lead.end, unit.end, Intro(kind, lead.words, lead.addressee)), 0
            )
            self.separators.append(Span("boilerplate", lead.end, unit.end))
        opens = kind in POINTS and self.text[unit.end - 1] == ":"
        self.section = Section(kind, lead.words, lead.addressee) if opens else Section()

    def _content(self, number: int, unit: Unit) -> None:
        """Take a unit that opens nothing: an item, a paragraph of a section, a summary, keywords."""
        text, review = self.text, self._here()
        item = units.is_item(text, unit)
        begin = units.marker_end(text, unit)
        kind = self.section.kind
        if item and kind not in POINTS and (self.section.words or review.summary) and kind == "":
            kind = self.section.kind = "finding"
        if kind in POINTS and not self._is_keywords(number):
            self._point(number, unit, begin, item=item)
        elif self._is_keywords(number):
            self._keywords(unit.start, unit.end)
        elif review.summary is None and not item and kind in {"", "summary"}:
            self._summary(unit.start, unit.end)
        elif kind in {"summary", "note"} or self.section.words:
            self._paint("boilerplate", unit.start, begin)
            self._note(begin, unit.end, self.section.words)
        elif (
            not any(s.kind in POINTS for s in review.statements)
            and text.count(";", unit.start, unit.end) < _LIST
        ):
            self._note(unit.start, unit.end, "")

    def _point(self, number: int, unit: Unit, begin: int, *, item: bool) -> None:
        """Take an item or a paragraph of a section of points."""
        text = self.text
        after = self.every[number + 1] if number + 1 < len(self.every) else None
        followed = after is not None and units.is_item(text, after)
        if lists.opens_group(text, begin, unit.end):
            self._paint("heading", unit.start, unit.end)
            self.section.sub = text[begin : unit.end].rstrip(": ")
            self.section.sub_number = item and text[unit.start].isdigit()
            return
        if self.section.sub_number and text[unit.start].isdigit():
            self.section.sub, self.section.sub_number = "", False
        self._paint("boilerplate", unit.start, begin)
        if not item and followed and not self.section.single and not TOPICS.match(self.section.words):
            self._note(begin, unit.end, self.section.intro().words)
            return
        self.separators.append(Span("boilerplate", begin, unit.end))
        self._add(lists.points(text, begin, unit.end, self.section.intro()), 1)

    def _is_keywords(self, number: int) -> bool:
        topics = TOPICS.match(self.section.words)
        return not topics and keywords.is_line(self.text, self.every, number, self.opening)

    def _keywords(self, start: int, end: int) -> None:
        self._paint("note", start, end)
        if self.review is not None:
            self.review.keywords.extend(keywords.spans(self.text, start, end))
        self.section = Section()

    def _summary(self, start: int, end: int) -> None:
        """Take the opening summary; a sentence that says where the learning stands is a note."""
        review = self._here()
        rest = [s for s in units.sentences(self.text, start, end) if EMBEDDED.match(self.text, *s)]
        stop = rest[0][0] if rest else end
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            review.summary = Span("summary", start, stop)
            self._add([ParsedStatement("summary", start, stop)], 0)
        if rest:
            self._note(rest[0][0], end, "")

    def _note(self, start: int, end: int, words: str) -> None:
        while start < end and self.text[start].isspace():
            start += 1
        if start < end:
            self._add([ParsedStatement("note", start, end, words)], 0)

    def _add(self, statements: Iterable[ParsedStatement], listed: int) -> None:
        review = self._here()
        for statement in statements:
            review.statements.append(statement)
            review.listed += listed and statement.kind in POINTS
            kind = statement.kind if statement.kind in {"summary", "note"} else "statement"
            self._paint(kind, statement.start, statement.end)

    def _here(self) -> Draft:
        if self.review is None:
            at = self.every[0].start if self.every else 0
            self.reviews.append(Draft("", Span("heading", at, at)))
        return self.reviews[-1]

    def _paint(self, kind: str, start: int, end: int) -> None:
        if start < end:
            self.painted.append(Span(kind, start, end))
