from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.hostile import HTML, WORDS, drawn, word
from tests.documents.typeset import pdf

from kg import documents, records
from kg.records import Evidence, Records, Source

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).parent.parent / "records" / "sample"
TEXT = SAMPLE / "texts" / "any-name.txt"


@pytest.fixture
def sample() -> Records:
    return records.read(SAMPLE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `texts/` with the sample's text, in the working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLE / "texts", tmp_path / "texts")
    return tmp_path / "texts"


def source_of(data: bytes) -> Source:
    digest = hashlib.sha256(data).hexdigest()
    return Source(
        "a", "A text", "P", "2020", "en", digest, "R", "open", path="sources/a.yaml", lines={"sha256": 6}
    )


@pytest.mark.parametrize("name", ["any-name.txt", "other.md"])
def test_text_is_found_by_its_digest_under_any_name(folder: Path, sample: Records, name: str) -> None:
    (folder / "any-name.txt").rename(folder / name)
    (folder / "another.txt").write_text("something else", encoding="utf-8")
    texts, problems = documents.texts(folder, sample.sources)
    assert texts == {"sample": TEXT.read_bytes().decode()}
    assert problems == []


def test_two_copies_of_a_text_are_no_problem(folder: Path, sample: Records) -> None:
    shutil.copy(folder / "any-name.txt", folder / "copy.md")
    texts, problems = documents.texts(folder, sample.sources)
    assert list(texts) == ["sample"]
    assert problems == []


def test_missing_text_says_what_was_looked_for_and_what_is_there(folder: Path, sample: Records) -> None:
    (folder / "any-name.txt").unlink()
    (folder / "report.odt").write_bytes(b"PK")
    _, problems = documents.texts(folder, sample.sources)
    assert [(p.path, p.line, p.record) for p in problems] == [(sample.sources[0].path, 7, "sample")]
    digest = sample.sources[0].sha256[:12]
    wanted = f"the text of 'A text for tests: two items' (SHA-256 {digest}...) is not in texts"
    assert problems[0].what == f"{wanted}, which holds no document: .txt, .md, .html, .htm, .docx, .pdf"
    (folder / "other.txt").write_bytes(b"")
    assert "which holds other.txt (e3b0c44298fc...)" in documents.texts(folder, sample.sources)[1][0].what


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", HTML.encode()), ("a.DOCX", word()), ("a.pdf", pdf(drawn(*WORDS)))],
)
def test_text_of_any_document_is_found_by_its_digest(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    text = documents.extract(tmp_path / name).text
    texts, problems = documents.texts(tmp_path, [source_of(text.encode())])
    assert texts == {"a": text}
    assert problems == []
    _, (problem,) = documents.texts(tmp_path, [source_of(b"another text")])
    assert f"{name} ({hashlib.sha256(text.encode()).hexdigest()[:12]}...)" in problem.what
    assert "broken.pdf (not read: it is a broken PDF" in problem.what


def test_document_that_another_version_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    source = replace(source_of(b"as it was"), file="a.html", extractor="lxml 1.0")
    _, (problem,) = documents.texts(tmp_path, [source])
    assert problem.remedy.startswith("a.html was read by lxml 1.0, and here is lxml ")


def test_missing_folder_is_a_problem(tmp_path: Path, sample: Records) -> None:
    _, problems = documents.texts(tmp_path / "nowhere", sample.sources)
    assert "no such folder" in problems[0].what


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), "with Windows line ends"),
        (lambda data: b"\xef\xbb\xbf" + data, "with a byte order mark"),
        (lambda data: data + b"\n", "with a line break added at the end"),
        (lambda data: data.removesuffix(b"\n"), "without the line break at its end"),
    ],
)
def test_text_changed_on_its_way_is_recognised(
    folder: Path, sample: Records, change: Callable[[bytes], bytes], said: str
) -> None:
    file = folder / "any-name.txt"
    file.write_bytes(change(file.read_bytes()))
    texts, problems = documents.texts(folder, sample.sources)
    assert texts == {}
    assert [problem.remedy for problem in problems] == [
        f"any-name.txt is that text, but {said}: take the original again, or change that back"
    ]


def test_text_that_is_no_utf8_is_a_problem_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"one\ntwo\xff\n")
    texts, problems = documents.texts(tmp_path, [source_of(b"one\ntwo\xff\n")])
    assert texts == {}
    assert [(p.path, p.line, p.record, p.what) for p in problems] == [
        ("a.txt", 2, "a", "byte 0xff is not UTF-8")
    ]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\rthree\n")
    texts, _ = documents.texts(tmp_path, [source_of(b"one\r\ntwo\rthree\n")])
    assert texts == {"a": "one\r\ntwo\rthree\n"}


def test_passages_that_fit_are_no_problem(sample: Records) -> None:
    assert documents.problems(sample, {"sample": TEXT.read_bytes().decode()}) == []


def test_source_without_a_text_is_passed_over(sample: Records) -> None:
    assert documents.problems(sample, {}) == []


@pytest.mark.parametrize(
    ("start", "end"),
    [(start, end) for end in (-41, -1, 0, 1, 40) for start in range(-41, 42) if start < end + 40],
)
def test_passage_that_moved_is_found_close_by(sample: Records, start: int, end: int) -> None:
    review = sample.reviews[0]
    good = review.statements[1]
    moved = replace(good.evidence, start=good.evidence.start + start, end=good.evidence.end + end)
    changed = replace(review, statements=(replace(good, evidence=moved),))
    found = documents.problems(Records((), (changed,)), {"sample": TEXT.read_bytes().decode()})
    if (start, end) == (0, 0):
        assert found == []
        return
    assert [(p.path, p.line, p.record, p.key) for p in found] == [
        (review.path, good.evidence.line, good.id, "evidence")
    ]
    near = start == 0 or end in (0, start)
    close = near and max(abs(start), abs(end)) <= 40
    assert (f"set start to {good.evidence.start} and end to {good.evidence.end}" in found[0].remedy) == close


def test_passage_beyond_the_text_is_a_problem(sample: Records) -> None:
    found = documents.problems(sample, {"sample": TEXT.read_bytes().decode()[:300]})
    assert [problem.record for problem in found] == ["r-23456789", "s-34567892"]
    assert all("runs past the end of the text, which has 300 characters" in problem.what for problem in found)


def test_passage_beyond_the_text_is_a_problem_though_its_words_are_the_last(sample: Records) -> None:
    review = sample.reviews[0]
    last = review.statements[2]
    text = TEXT.read_bytes().decode()[: last.evidence.end]
    changed = replace(last, evidence=replace(last.evidence, end=last.evidence.end + 5))
    found = documents.problems(Records((), (replace(review, statements=(changed,)),)), {"sample": text})
    assert [problem.remedy for problem in found] == [
        "the words stand at 328 to 355: set start to 328 and end to 355"
    ]


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_quote_is_the_slice_with_what_surrounds_it(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(max(start, end), len(text))
    quote = documents.quote(text, Evidence(start, max(start, end), ""))
    assert quote.exact == text[start : max(start, end)]
    assert text.startswith(quote.prefix + quote.exact + quote.suffix, max(0, start - 32))
    assert len(quote.prefix) == min(32, start)
    assert len(quote.suffix) == min(32, len(text) - max(start, end))


@pytest.mark.seed
def test_every_shipped_passage_stands_where_its_record_says(seeds: Path, seed_records: Records) -> None:
    texts, problems = documents.texts(seeds, seed_records.sources)
    assert problems == []
    assert documents.problems(seed_records, texts) == []
