"""Small documents of each kind, and hostile ones, each with what must be said when it is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import docx
from tests.documents.typeset import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = ["Child A: a local review", "Learning includes: ask early; share it.", "record the child's words"]


def drawn(*lines: str, top: int = 780, step: int = 14) -> bytes:
    shown = [f"BT /F 10 Tf 50 {top - n * step} Td ({line}) Tj ET" for n, line in enumerate(lines) if line]
    return "\n".join(shown).encode("cp1252")


def word() -> bytes:
    document = docx.Document()
    document.add_heading(WORDS[0])
    document.add_paragraph(WORDS[1])
    document.add_paragraph(WORDS[2], style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Inside a table."
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


HTML = f"""<!DOCTYPE html><html><head><title>no</title><style>p{{}}</style></head><body>
<h1>{WORDS[0]}</h1><p>{WORDS[1].replace("ask", "<b>ask</b>")}</p><ul><li><p>{WORDS[2]}</p></li></ul>
<p>Inside a table.</p><script>no</script></body></html>"""


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def replaced(name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word())) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    return archive(parts | {name: change(parts[name])})


def squeezed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def entities(xml: bytes) -> bytes:
    declared = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    return xml.replace(b"?>", b"?>" + declared + b"]>", 1).replace(b"Inside", b"&j;")


LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
LOCKED += b"/ID[<41><41>]"
HOSTILE = {
    "latin-1.txt": ("Caf\u00e9".encode("latin-1"), "byte 0xe9 is not UTF-8"),
    "nul.txt": (b"one\n\x00two", "line 2 holds a NUL"),
    "utf-16.txt": ("one".encode("utf-16"), "text as UTF-16"),
    "empty.txt": (b"", "no text in it"),
    "blank.txt": (b" \n\t\n", "no text in it"),
    "page.txt": (HTML.encode(), "it is a web page"),
    "pdf.txt": (pdf(drawn("a")), "it is a PDF"),
    "pdf.docx": (pdf(drawn("a")), "it is a PDF"),
    "word.pdf": (word(), "it is a ZIP archive"),
    "text.pdf": (b"just words", "its first bytes are not"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password"),
    "picture.html": (b"\x89PNG\r\n", "a picture"),
    "other.odt": (b"PK\x03\x04", "no kind of document"),
    "empty.pdf": (pdf(b""), "no text in it"),
    "cut.pdf": (pdf(drawn("a" * 500))[:300], "broken PDF"),
    "locked.pdf": (pdf(drawn("a"), extra=LOCKED), "locked with a password"),
    "bomb.pdf": (
        pdf(
            squeezed(b"BT /F 1 Tf (aaaaaaaaaaaaaaaaaaaaa) Tj ET\n" * 5_000_000, 2),
            filters=b"/Filter[/FlateDecode/FlateDecode]",
        ),
        "",
    ),
    "empty.html": (b"<html><body><script>x</script></body></html>", "no text in it"),
    "deep.html": (b"<html>" + b"<div>" * 100_000 + b"deep", "nested more than"),
    "nul.html": (b"<html>\x00<p>a", "NUL character"),
    "zip.docx": (archive({"a.txt": b"a"}), "no Word file"),
    "cut.docx": (word()[:2000], "broken archive"),
    "broken.docx": (replaced("word/document.xml", lambda xml: xml[:500]), "broken Word file"),
    "bomb.docx": (replaced("word/document.xml", lambda xml: xml + b" " * 300_000_000), "too large"),
    "many.docx": (
        replaced(
            "word/document.xml", lambda xml: xml.replace(b"</w:body>", b"<w:p/>" * 6_000_000 + b"</w:body>")
        ),
        "",
    ),
    "entities.docx": (replaced("word/document.xml", entities), ""),
}
