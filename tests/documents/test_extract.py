from __future__ import annotations

import hashlib
import io
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

import docx
import pytest

from kg.documents import Extracted, Limits, extract, normalise
from kg.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = ["Child A: a local review", "Learning includes: ask early; share it.", "record the child's words"]


def pdf(*streams: bytes, extra: bytes = b"", filters: bytes = b"") -> bytes:
    """Return a PDF with a page for each stream of drawing commands."""
    pages = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, len(streams)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, stream in enumerate(streams):
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
            b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % (5 + 2 * n)
        )
        parts.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filters, stream))
    out = b"%PDF-1.7\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(parts) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>startxref\n%d\n%%%%EOF" % (size, extra, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


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


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def check(extracted: Extracted) -> None:
    assert hashlib.sha256(extracted.text.encode()).hexdigest() == extracted.sha256


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_text_is_kept_to_the_last_character(tmp_path: Path, name: str) -> None:
    text = "\ufeffone\r\ntwo\rthree \u2013 \u201cfour\u201d\n"
    extracted = extract(written(tmp_path, name, text.encode()))
    check(extracted)
    assert extracted.text == text
    assert extracted.extractor == "text 1"


@pytest.mark.parametrize(
    ("name", "data", "library"),
    [
        ("a.docx", word(), "python-docx 1."),
        ("a.html", HTML.encode(), "lxml "),
        ("a.htm", HTML.encode(), "lxml "),
    ],
)
def test_blocks_of_marked_up_documents(tmp_path: Path, name: str, data: bytes, library: str) -> None:
    extracted = extract(written(tmp_path, name, data))
    check(extracted)
    assert extracted.extractor.startswith(library)
    normal = normalise(extracted.text)
    assert [(b.kind, normal.text[b.start : b.end]) for b in normal.blocks] == [
        ("heading", WORDS[0]),
        ("paragraph", WORDS[1]),
        ("bullet", WORDS[2]),
        ("paragraph", "Inside a table."),
    ]


def test_pages_and_paragraphs_of_a_pdf(tmp_path: Path) -> None:
    data = pdf(
        drawn(
            "The nurse wrote down what the child",
            "said, and nobody read it.",
            "",
            "Learning: ask before the plan is",
            "made.",
        ),
        drawn("A second page."),
    )
    extracted = extract(written(tmp_path, "a.pdf", data))
    check(extracted)
    assert extracted.extractor.startswith("pypdfium2 ")
    assert extracted.text == (
        "The nurse wrote down what the child\nsaid, and nobody read it.\n\n"
        "Learning: ask before the plan is\nmade.\fA second page."
    )


def test_drawn_bullets_and_short_lines_of_a_pdf(tmp_path: Path) -> None:
    lines = (
        "Practitioners should write down the words that the child said at each visit",
        "Share",
        "the plan with the school and the nursery before the next meeting is held",
        "Ask again.",
    )
    dots = b"\n44 782 3 3 re f 44 768 3 3 re f 44 740 3 3 re f"
    extracted = extract(written(tmp_path, "a.pdf", pdf(drawn(*lines) + dots)))
    assert extracted.text == f"\u2022 {lines[0]}\n\n\u2022 Share\n\n{lines[2]}\n\n\u2022 Ask again."


def test_lines_of_a_large_heading_are_one(tmp_path: Path) -> None:
    big = b"BT /F 20 Tf 50 780 Td (1. Child A:) Tj ET BT /F 20 Tf 50 756 Td (a review) Tj ET\n"
    data = pdf(
        big + drawn("The nurse wrote down what the child", "said, and nobody read it.", "ever.", top=720)
    )
    text = extract(written(tmp_path, "a.pdf", data)).text
    assert text.split("\n")[:3] == ["1. Child A: a review", "", "The nurse wrote down what the child"]


def test_word_keeps_what_python_docx_passes_over(tmp_path: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    w = nsdecls("w")
    for run in (
        f"<w:ins {w}><w:r><w:t>Inserted words</w:t></w:r></w:ins>",
        f"<w:del {w}><w:r><w:delText>deleted</w:delText></w:r></w:del>",
    ):
        document.add_paragraph()._p.append(parse_xml(run))  # noqa: SLF001 - no other way to write it
    control = f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    for text in ("First", "Second"):
        document.add_paragraph(text, style="List Number")
    document.save(str(tmp_path / "a.docx"))
    text = extract(tmp_path / "a.docx").text
    assert text == "In a control\n\nInserted words\n\n1. First\n\n2. Second\n"


def test_control_and_direction_characters_are_noted(tmp_path: Path) -> None:
    extracted = extract(written(tmp_path, "a.txt", "one\ntwo\u202e\x07".encode()))
    assert extracted.notes == (
        "line 2: the character U+202E does not show",
        "line 2: the character U+0007 does not show",
    )


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


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document_is_refused_in_time(tmp_path: Path, name: str) -> None:
    data, said = HOSTILE[name]
    path = written(tmp_path, name, data)
    began = time.monotonic()
    with pytest.raises(DocumentError) as error:
        extract(path)
    assert time.monotonic() - began < 10
    assert said in error.value.problem.what
    assert error.value.problem.remedy
    assert error.value.problem.path.endswith(name)


def test_limits_of_time_size_and_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"words " * 1000)
    for limits, said in (
        (Limits(size=100), "100 is the most"),
        (Limits(text=100), "more than 100 characters"),
        (Limits(seconds=0.001), "in 0.001 seconds"),
        (Limits(memory=1), "the reader stopped"),
    ):
        with pytest.raises(DocumentError, match=said):
            extract(path, limits)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        extract(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="no file"):
        extract(tmp_path)


def test_modules_beside_the_document_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("json", "kg", "docx"):
        written(tmp_path, f"{name}.py", b"raise SystemExit(9)")
    assert extract(written(tmp_path, "-a.txt", b"words")).text == "words"
