"""A handout as a Word file, which a trainer can change."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from kg.pages.handout import CAUTION, QUESTIONS

if TYPE_CHECKING:
    from docx.document import Document as Word

    from kg.pages.handout import Handout

LINES: Final = 3
"""Blank lines under each question."""
NOTES: Final = 6
_LINE: Final = "_" * 78
_FIRST: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can give: the same bytes every time
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2


def handout_word(told: Handout) -> bytes:
    """Return a handout as a `.docx` file, the same bytes every time.

    Args:
        told: what it holds.
    """
    import docx
    from docx.shared import Mm

    word = docx.Document()
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(15)
    word.core_properties.title = _text(told.heading)
    word.core_properties.author = "Case review knowledge graph"
    word.core_properties.comments = ""
    word.core_properties.language = "en-GB"
    word.add_heading(_text(told.title), 0)
    for words in (told.lead, told.tally, told.wording, CAUTION):
        if words:
            word.add_paragraph(_text(words))
    _cases(word, told)
    word.add_heading(told.asked_heading, 1)
    for one in told.asked or ("None is named here.",):
        word.add_paragraph(_text(one), style="List Bullet")
    _space(word)
    word.add_heading("Where this comes from", 1)
    word.add_paragraph(_text(f"Cite as: {told.citation}"))
    for source in told.sources:
        word.add_paragraph(_text(f"{source.title}, {source.publisher}. {source.rights}"))
    return _same_bytes(word)


def _cases(word: Word, told: Handout) -> None:
    heading = "What the summary says" if told.kind == "review" else "Found and recommended, by review"
    word.add_heading(heading, 1)
    for case in told.cases:
        word.add_heading(_text(case.title), 2)
        word.add_paragraph(_text(case.about)).paragraph_format.keep_with_next = True
        for one in case.statements:
            said = word.add_paragraph(style="List Bullet")
            said.add_run(f"{one.label}. ").bold = True
            said.add_run(_text(one.text))
            for detail in one.details:
                word.add_paragraph(_text(detail), style="List Continue")


def _space(word: Word) -> None:
    word.add_heading("To discuss", 1)
    for question in QUESTIONS:
        word.add_paragraph(question, style="List Number")
        for _ in range(LINES):
            word.add_paragraph(_LINE)
    word.add_heading("Notes", 1)
    for _ in range(NOTES):
        word.add_paragraph(_LINE)


def _text(words: str) -> str:
    """Return words without the characters that XML cannot hold, which would make the file unreadable."""
    return _UNWRITABLE.sub("\ufffd", words)


def _same_bytes(word: Word) -> bytes:
    """Return a document as a file whose entries all have the same time."""
    first, again = io.BytesIO(), io.BytesIO()
    word.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(name))
    return again.getvalue()
