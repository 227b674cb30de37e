from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

import docx
import pytest
from tests.documents.hostile import HOSTILE, HTML, WORDS, drawn, word
from tests.documents.typeset import pdf

from kg.documents import Extracted, Limits, extract, normalise
from kg.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


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
