"""Word files to text, a block a paragraph: headings as `# `, items as `• ` or numbered; by python-docx.

The body is walked element by element, since `Document.paragraphs` passes over content controls, text boxes,
tables and what was inserted with changes tracked.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from kg.documents.formats import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", _FALLBACK}
)
_CHARACTERS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_LARGEST: Final = 200_000_000  # bytes of all parts, unpacked
_LARGEST_PART: Final = 20_000_000  # bytes of one part of XML
_LEVELS: Final = 9
_HEADING: Final = re.compile(r"(?:heading ([1-6])|(title))$", re.IGNORECASE)
_AGAIN: Final = "open it in Word, save it again as .docx without a password, or as .pdf"


def read_word(data: bytes) -> tuple[str, str]:
    """Return the text of a Word file, and what read it.

    Raises:
        Refused: it is broken, expands beyond measure, or declares entities of its own.
    """
    import docx

    _check_archive(data)
    document = _open(data)
    root = document.element.getroottree()
    if root.docinfo.internalDTD is not None or root.docinfo.doctype:
        raise Refused("it declares entities, as no Word file does", _AGAIN)
    numbers = _Numbers(document)
    blocks = list(_blocks(document.element.body, document, numbers))
    return "\n\n".join([*blocks, *_notes(document)]) + "\n", f"python-docx {docx.__version__}"


def _check_archive(data: bytes) -> None:
    """Look at the archive's directory before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("it is a broken archive", "download it again, or " + _AGAIN) from error
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("it is locked with a password", _AGAIN)
    if not any(part.filename == "word/document.xml" for part in parts):
        raise Refused("it is an archive, but no Word file", "unpack it, and name the documents in it")
    largest = max((p.file_size for p in parts if p.filename.endswith((".xml", ".rels"))), default=0)
    if sum(part.file_size for part in parts) > _LARGEST or largest > _LARGEST_PART:
        raise Refused("unpacked it is too large: it may have been made to do harm", "save its text as .txt")


def _open(data: bytes) -> Any:
    """Open a Word file; what its libraries raise on a broken one is many things."""
    import zlib

    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    broken = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, AttributeError)
    try:
        return docx.Document(io.BytesIO(data))
    except (*broken, NotImplementedError, EOFError, OSError) as error:
        raise Refused(f"it is a broken Word file ({error})", "download it again, or " + _AGAIN) from error


def _blocks(parent: Any, document: Any, numbers: _Numbers) -> Iterator[str]:
    """Yield the text of each paragraph in order, those of text boxes after the one that holds them."""
    for paragraph in parent.iter(f"{_W}p"):
        if _hidden(paragraph):
            continue
        text = "".join(_text(paragraph)).strip()
        if text:
            yield _marker(paragraph, document, numbers) + text


def _hidden(paragraph: Any) -> bool:
    return any(a.tag in (f"{_W}del", f"{_W}moveFrom", _FALLBACK) for a in paragraph.iterancestors())


def _text(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != f"{_W}txbxContent":
            yield from _text(child)


def _marker(paragraph: Any, document: Any, numbers: _Numbers) -> str:
    """Return what stands before a paragraph's words: that it is a heading, an item, or its number."""
    style = _style(paragraph, document)
    name = style.name or "" if style is not None else ""
    heading = _HEADING.search(name)
    number = numbers.next(paragraph, style)
    if heading:
        return "#" * int(heading[1] or 1) + " " + number.replace("• ", "")
    return number or ("• " if name.startswith("List Bullet") else "")


def _style(paragraph: Any, document: Any) -> Any:
    used = paragraph.find(f"{_W}pPr/{_W}pStyle")
    wanted = used.get(f"{_W}val") if used is not None else None
    return next((s for s in document.styles if s.style_id == wanted), None) if wanted else None


class _Numbers:
    """Counts the items of each list, as Word does when it shows them."""

    def __init__(self, document: Any) -> None:
        self._levels = dict(_levels(document))
        self._counts: Counter[tuple[str, int]] = Counter()

    def next(self, paragraph: Any, style: Any) -> str:
        """Return the marker of a paragraph, or nothing."""
        where = paragraph.find(f"{_W}pPr/{_W}numPr")
        if where is None and style is not None:
            where = style.element.find(f"{_W}pPr/{_W}numPr")
        if where is None:
            return ""
        number, level = _value(where, "numId"), int(_value(where, "ilvl") or 0)
        form, shape = self._levels.get((number, level), ("", ""))
        if number in ("", "0") or form in ("", "none"):
            return ""
        if form == "bullet":
            return "• "
        self._counts[number, level] += 1
        for deeper in range(level + 1, _LEVELS):
            del self._counts[number, deeper]
        shown = re.sub(r"%(\d)", lambda m: str(self._counts[number, int(m[1]) - 1] or 1), shape)
        return (shown if re.search(r"[\d]", shown) else f"{self._counts[number, level]}.") + " "


def _levels(document: Any) -> Iterator[tuple[tuple[str, int], tuple[str, str]]]:
    """Yield the form and shape of each level of each list."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    abstract = {a.get(f"{_W}abstractNumId"): a for a in root.findall(f"{_W}abstractNum")}
    for number in root.findall(f"{_W}num"):
        for level in abstract.get(_value(number, "abstractNumId"), ()):
            if level.tag == f"{_W}lvl":
                key = number.get(f"{_W}numId"), int(level.get(f"{_W}ilvl"))
                yield key, (_value(level, "numFmt"), _value(level, "lvlText"))


def _value(element: Any, name: str) -> str:
    child = element.find(_W + name)
    return str(child.get(f"{_W}val", "")) if child is not None else ""


def _notes(document: Any) -> Iterator[str]:
    """Yield the text of footnotes and endnotes."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for paragraph in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}p"):
                text = "".join(_text(paragraph)).strip()
                if text:
                    yield text
