"""PDF to text through pypdfium2: a form feed between pages, an empty line where the page leaves space."""

from __future__ import annotations

import ctypes
import re
from itertools import islice, pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kg.documents.formats import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGES: Final = 2000
_WIDER: Final = 1.3  # times the usual distance of two lines: a new paragraph
_LOOSEST: Final = 1.6  # sizes: where most paragraphs are of one line, their distance is not that of lines
_SINGLE: Final = 1.25  # sizes: the distance of lines that are set close
_SOME: Final = 0.4  # of the lines
_OTHER_SIZE: Final = 0.08  # share by which a size differs: a heading
_INDENT: Final = 40.0  # points
_SAME_LINE: Final = 0.5  # sizes: less is a raised letter, not a line
_FEW: Final = 2  # characters
_MOST: Final = 0.85
_DOT: Final = (1.0, 9.0)  # points across
_FIGURES: Final = 2000  # on a page; more is a drawing
_BREAK: Final = re.compile(r"\r\n|\n|\r")
_HYPHEN: Final = re.compile("[\x02\ufffe](?:\r?\n)?")
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD


class _Line(NamedTuple):
    text: str
    left: float
    base: float
    size: float
    right: float = 0.0


def read_pdf(data: bytes) -> tuple[str, str]:
    """Return the text of a PDF, and what read it.

    Raises:
        Refused: it is locked, broken, or has too many pages.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(error) from error
    if len(document) > _PAGES:
        raise Refused(
            f"it has {len(document):,} pages, and {_PAGES:,} is the most", "split it into its parts"
        )
    try:
        pages = [_page(document, number) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise _refused(error) from error
    version = f"pypdfium2 {pdfium.PYPDFIUM_INFO.version} (PDFium {pdfium.PDFIUM_INFO.build})"
    return "\f".join(pages), version


def _refused(error: Exception) -> Refused:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return Refused("it is locked with a password", "open it with the password and save it without one")
    return Refused(f"it is a broken PDF ({error})", "download it again, or save its text as .txt")


def _page(document: Any, number: int) -> str:
    page = document[number]
    try:
        lines = _with_dots(list(_lines(page.get_textpage())), list(_dots(page)))
    finally:
        page.close()
    return _HYPHEN.sub("-\n", _spaced(lines))


def _lines(text: Any) -> Iterator[_Line]:
    """Yield the lines of a page with the place and size of their first character."""
    whole = text.get_text_range()
    wide = whole.isascii() or max(map(ord, whole), default=0) < 0x10000  # noqa: PLR2004 - one unit a character
    at = 0
    for match in _BREAK.finditer(whole + "\n"):
        line = whole[at : match.start()]
        if line.strip() and wide:
            first = at + len(line) - len(line.lstrip())
            last = _place(text, at + len(line.rstrip()) - 1)[0]
            yield _Line(line.rstrip(), *_place(text, first), last)
        else:
            yield _Line(line.rstrip(), 0.0, 0.0, 0.0)
        at = match.end()


def _place(text: Any, index: int) -> tuple[float, float, float]:
    """Return left edge, base line and size of a character; zeros where the page does not say."""
    from pypdfium2 import raw

    at = raw.FPDFText_GetCharIndexFromTextIndex(text.raw, index)
    x, y = ctypes.c_double(), ctypes.c_double()
    if at < 0 or not raw.FPDFText_GetCharOrigin(text.raw, at, x, y):
        return 0.0, 0.0, 0.0
    return x.value, y.value, raw.FPDFText_GetFontSize(text.raw, at)


def _spaced(lines: Sequence[_Line]) -> str:
    """Join lines: an empty one where distance or size of letters shows a paragraph; a heading is one line."""
    kept = [line for line in lines if line.text]
    body = median(line.size for line in kept for _ in line.text) if kept else 0.0
    large = body * (1 + _OTHER_SIZE)
    margins = _margins(kept, large)
    usual = _usual(kept, margins)
    out: list[str] = []
    for before, line in zip([None, *kept], kept, strict=False):
        if before:
            heading = min(before.size, line.size) > large
            goes_on = heading and (before.text.endswith(":") or line.text[0].islower())
            room = not goes_on and _room(before, line, margins)
            out.append("\n\n" if room or _apart(before, line, usual) else " " if heading else "\n")
        out.append(line.text)
    return "".join(out)


def _usual(lines: Sequence[_Line], margins: dict[tuple[float, float], float]) -> float:
    """Return the usual distance of lines in sizes of their letters: of those that fill their width."""
    steps = [(_step(a, b), _room(a, b, margins)) for a, b in pairwise(lines) if _step(a, b) > 0]
    full = [step for step, room in steps if not room]
    if len(full) < len(steps) * _SOME:  # most paragraphs are of one line: no distance is that of lines
        return min(median(step for step, _ in steps), _SINGLE)
    return min(median(full), _LOOSEST) if full else 0.0


def _margins(lines: Sequence[_Line], large: float) -> dict[tuple[float, float], float]:
    """Return the right edge of lines by left edge and size: that of most full ones, not of the widest.

    Lines in letters larger than `large`, headings, are held against those of any size.
    """
    places = {(line.left, line.size) for line in lines}
    found = {}
    for left, size in places:
        edges = sorted(
            line.right
            for line in lines
            if abs(line.left - left) <= _INDENT
            and (size > large or abs(line.size - size) <= size * _OTHER_SIZE)
        )
        found[left, size] = edges[int(len(edges) * _MOST)]
    return found


def _room(before: _Line, line: _Line, margins: dict[tuple[float, float], float]) -> bool:
    """Say whether the next line's first word would have fitted, so that a paragraph ended before it."""
    if line.text.startswith("\u2022"):
        return True
    if _step(before, line) < _SAME_LINE or len(before.text) < _FEW:
        return False
    letter = (before.right - before.left) / (len(before.text) - 1)
    word = len(line.text.split(" ", 1)[0])
    return letter > 0 and before.right + (word + 3) * letter < margins[before.left, before.size]


def _dots(page: Any) -> Iterator[tuple[float, float]]:
    """Yield the right edge and the height of each small round or square figure: a bullet that was drawn."""
    from pypdfium2 import raw

    for figure in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2), _FIGURES):
        left, bottom, right, top = figure.get_bounds()
        wide, high = right - left, top - bottom
        if _DOT[0] < wide < _DOT[1] and abs(wide - high) < wide / 3:
            yield right, (bottom + top) / 2


def _with_dots(lines: list[_Line], dots: Sequence[tuple[float, float]]) -> list[_Line]:
    """Write a bullet where one was drawn just before a line."""
    return [
        line._replace(text=f"\u2022 {line.text}")
        if any(0 < line.left - x < _INDENT and 0 < y - line.base < line.size for x, y in dots)
        else line
        for line in lines
    ]


def _step(before: _Line, line: _Line) -> float:
    """Return how far a line is below another, in sizes of its letters; 0 where it is not or none is known."""
    return (before.base - line.base) / before.size if before.base > line.base > 0 < before.size else 0.0


def _apart(before: _Line, line: _Line, usual: float) -> bool:
    other = before.size > 0 < line.size and abs(before.size - line.size) / before.size > _OTHER_SIZE
    return other or _step(before, line) > usual * _WIDER > 0
