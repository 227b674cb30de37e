"""What a file is by its first bytes, whatever its name says, and its characters where it is text."""

from __future__ import annotations

import re
from typing import Final

READABLE: Final = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The files that `extract` reads."""

_HEAD: Final = 1024
_SAVE: Final = "save it as .pdf, .docx, .html or as .txt with the encoding UTF-8"
_MAGIC: Final = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a ZIP archive, as Word files are", ".docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one locked with a password", None),
    (b"{\\rtf", "an RTF file", None),
    (b"\x89PNG", "a picture", None),
    (b"\xff\xd8\xff", "a picture", None),
    (b"GIF8", "a picture", None),
    (b"\x1f\x8b", "a gzip archive", None),
    (b"\xff\xfe", "text as UTF-16", None),
    (b"\xfe\xff", "text as UTF-16", None),
)
_MARKUP: Final = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


class Refused(Exception):  # noqa: N818 - a reader's word to its parent, not an error of the program
    """A document that is not read: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def check(data: bytes, suffix: str) -> None:
    """Compare a file's first bytes with its suffix.

    Raises:
        Refused: they do not fit, or the kind is not read at all.

    Example:
        >>> check(b"%PDF-1.7", ".pdf")
    """
    if suffix not in READABLE:
        raise Refused(f"'{suffix}' is no kind of document that is read ({', '.join(READABLE)})", _SAVE)
    found, fits = _kind(data)
    if found and fits != suffix:
        remedy = f"rename it to end in {fits}" if fits in READABLE else _SAVE
        raise Refused(f"its name ends in {suffix}, but by its first bytes it is {found}", remedy)
    if suffix in (".pdf", ".docx") and not found:
        what = f"its name ends in {suffix}, but its first bytes are not those of such a file"
        raise Refused(what, "download it again, or open it and " + _SAVE)


def _kind(data: bytes) -> tuple[str, str | None]:
    """Return what a file is and the suffix for it, or nothing where it may be any text."""
    for magic, name, suffix in _MAGIC:
        if data.startswith(magic):
            return name, suffix
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head and b"\x00" in data:
        return "a PDF", ".pdf"
    return "", None


def is_page(data: bytes) -> bool:
    """Say whether a file is a web page.

    Example:
        >>> is_page(b"<!DOCTYPE html><p>")
        True
    """
    return bool(_MARKUP.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")))


def decode(data: bytes) -> str:
    """Return bytes as strict UTF-8; line ends and a byte order mark stay as they are.

    Raises:
        Refused: they are not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"line {line}: byte 0x{data[error.start]:02x} is not UTF-8"
        remedy = "save it with the encoding UTF-8, then check quotation marks and accents"
        raise Refused(what, remedy) from error
