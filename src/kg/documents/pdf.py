"""PDF to text through pypdfium2: a form feed between pages, an empty line where the page leaves space."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kg.documents.formats import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGES: Final = 2000
_WIDER: Final = 1.3  # times the usual distance of two lines: a new paragraph
_OTHER_SIZE: Final = 0.08  # share by which a size differs: a heading
_BREAK: Final = re.compile(r"\r\n|\n|\r")
_HYPHEN: Final = re.compile("[\x02\ufffe](?:\r?\n)?")
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD


class _Line(NamedTuple):
    text: str
    left: float
    base: float
    size: float


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
        text = page.get_textpage()
        lines = list(_lines(text))
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
            yield _Line(line.rstrip(), *_place(text, first))
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
    """Join lines, with an empty one where the distance or the size of the letters shows a new paragraph."""
    kept = [line for line in lines if line.text]
    steps = [a.base - b.base for a, b in pairwise(kept) if a.base > b.base > 0]
    usual = median(steps) if steps else 0.0
    out: list[str] = []
    for before, line in zip([None, *kept], kept, strict=False):
        if before and _apart(before, line, usual):
            out.append("")
        out.append(line.text)
    return "\n".join(out)


def _apart(before: _Line, line: _Line, usual: float) -> bool:
    if not (before.base and line.base):
        return False
    if before.size and line.size and abs(before.size - line.size) / before.size > _OTHER_SIZE:
        return True
    # the usual distance may be that of paragraphs, where most are of one line: the letters' size bounds it
    one = min(usual, before.size * 1.6) if before.size > 1 else usual
    return before.base - line.base > one * _WIDER > 0
