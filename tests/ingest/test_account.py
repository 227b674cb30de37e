"""Every character is accounted for and every slice has its words: of any text, after every reader."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.typeset import Layout, typeset

from kg import vocabulary
from kg.documents import Extracted, Normal, extract_all, normalise
from kg.errors import DocumentError
from kg.grammar import parse
from kg.ingest import Matchers, matchers, propose_text
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = Path(__file__).parents[1] / "grammar"
TEXTS = [
    case["text"]
    for name in ("documents.yaml", "briefings.yaml")
    for case in yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))
]
CELLS = "\n\nAction required\n\n"  # a table; set as paragraphs on a page it would be none
HEADER = "A bulletin of case reviews"
ODD = [
    *("\u00a0", "\u00ad", "\u200b", "\x07", "\x1b", "\x0b", "\x7f", "\u202e", "\ufeff", "\f", "\r\n", "\r"),
    *("**", "*", "_", "\\", "[a](b.c)", "\u2028", "\n\n", "; ", "(", ": ", "\U0001f600", "\u0301"),
]


@pytest.fixture(scope="module")
def known() -> Matchers:
    return matchers(vocabulary.load(shipped("ontology")))


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def said(raw: str, normal: Normal, start: int, end: int) -> str:
    """Return the letters of a raw slice without what the normalised text leaves out of it."""
    for a, b in reversed(normal.left_out):
        if start <= a and b <= end:
            raw, end = raw[:a] + raw[b:], end - (b - a)
    return letters(raw[start:end])


def hold(raw: str, known: Matchers) -> dict[str, Any]:
    """Assert what holds for any text: no gap, slices with their words, nothing left out called words."""
    extracted = Extracted(raw, sha256(raw.encode()).hexdigest(), "text", Path("a.txt"))
    made = propose_text(extracted, known)
    spans = made["spans"]
    assert [span["start"] for span in spans] == [0, *(span["end"] for span in spans)][: len(spans)]
    assert not raw or spans[-1]["end"] == len(raw)
    assert all(span["start"] < span["end"] for span in spans)
    kinds = [span["kind"] for span in spans for _ in range(span["start"], span["end"])]
    normal = normalise(raw)
    assert {kinds[at] for start, end in normal.left_out for at in range(start, end)} <= {"boilerplate"}
    parsed = parse(normal)
    for review, found in zip(parsed.reviews, made["reviews"], strict=True):
        for statement, one in zip(review.statements, found["statements"], strict=True):
            words = letters(normal.text[statement.start : statement.end])
            assert said(raw, normal, one["start"], one["end"]) == words
            inside = {kinds[at] for at in range(one["start"], one["end"])}
            assert inside <= {"statement", "summary", "note", "boilerplate"}
            assert inside - {"boilerplate"}
            for mention in (*one["themes"], *one["agencies"]):
                assert one["start"] <= mention["start"] < mention["end"] <= one["end"]
    return made


def paged(text: str, lines: int) -> str:
    """Return a text as pages give it: a header and a number on each, and form feeds between."""
    rows = text.split("\n")
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return "\f".join("\n".join([HEADER, *page, f"Page {n} of 9"]) for n, page in enumerate(pages, 1))


def wrapped(text: str, width: int) -> str:
    return "\n".join(re.sub(rf"(.{{{width},}}?) ", "\\1\n", line) for line in text.split("\n"))


def mangled(text: str, draw: Any) -> str:
    """Return a text after some of what happens to texts on their way."""
    odd = st.sampled_from(ODD)
    for act in draw(st.lists(st.integers(0, 6), max_size=5)):
        at = draw(st.integers(0, len(text)))
        if act == 0:
            text = text[at:]
        elif act == 1:
            text = text[:at]
        elif act == 2:
            text = text[:at] + draw(odd) + text[at:]
        elif act == 3:
            text = text.replace("\n", "\r\n")
        elif act == 4:
            text = paged(text, draw(st.integers(3, 20)))
        elif act == 5:
            text = wrapped(text, draw(st.integers(20, 80)))
        else:
            text = text[at:] + text[:at]
    return text


@settings(max_examples=150)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.data())
def test_mangled_documents_are_accounted_for(known: Matchers, one: str, two: str, data: Any) -> None:
    try:
        hold(mangled(f"{one}\n{two}", data.draw), known)
    except DocumentError as refused:
        assert "scrambled" in str(refused)  # noqa: PT017 - most texts are not refused


@given(st.text())
def test_any_text_is_accounted_for(known: Matchers, text: str) -> None:
    hold(text, known)


def test_headers_and_targets_within_a_sentence_are_boilerplate(known: Matchers) -> None:
    point = "ask early who is at home at night and write the\nanswer down in the record of the child"
    text = f"Child A: learning review\n\nDeath.\n\nLearning includes: {point}; [tell](http://a.b/c) it."
    raw = "\f".join(f"{HEADER}\n{page}\n{n}" for n, page in enumerate(text.split("\n", 5), 1))
    made = hold(raw, known)
    kinds = {raw[span["start"] : span["end"]]: span["kind"] for span in made["spans"]}
    assert kinds["http://a.b/c"] == "boilerplate"
    findings = [s for s in made["reviews"][0]["statements"] if s["kind"] == "finding"]
    assert [letters(raw[s["start"] : s["end"]])[:8] for s in findings] == ["askearly", "tellhttp"]
    assert HEADER in raw[findings[0]["start"] : findings[0]["end"]]
    assert HEADER not in "".join(words for words, kind in kinds.items() if kind == "statement")


def markdown(blocks: list[tuple[str, str]]) -> bytes:
    marks = {"heading": "## ", "bullet": "- "}
    return "\n\n".join(marks.get(kind, "") + text for kind, text in blocks).encode()


def page(blocks: list[tuple[str, str]]) -> bytes:
    tags = {"heading": "h2", "bullet": "li"}
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for kind, text in blocks for tag in [tags.get(kind, "p")])
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def word(blocks: list[tuple[str, str]]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    styles = {"heading": "Heading 2", "bullet": "List Bullet"}
    for kind, text in blocks:
        document.add_paragraph(text, style=styles.get(kind))
    document.save(out)
    return out.getvalue()


def pdf(blocks: list[tuple[str, str]], layout: Layout) -> bytes:
    marks = {"heading": "# ", "bullet": "\u2022 "}
    return typeset([marks.get(kind, "") + text for kind, text in blocks], layout)


RENDERINGS = {
    "plain.txt": lambda blocks: "\n\n".join({"bullet": "- "}.get(k, "") + t for k, t in blocks).encode(),
    "marks.md": markdown,
    "page.html": page,
    "word.docx": word,
    "one.pdf": lambda blocks: pdf(blocks, Layout(header=HEADER, numbered=True)),
    "two.pdf": lambda blocks: pdf(blocks, Layout(columns=2, justified=True)),
}


def points(made: dict[str, Any], raw: str) -> list[tuple[str, str]]:
    return [
        (one["kind"], letters(raw[one["start"] : one["end"]]))
        for review in made["reviews"]
        for one in review["statements"]
    ]


@pytest.mark.parametrize("name", RENDERINGS)
def test_every_reader_gives_the_points_of_the_text(tmp_path: Path, known: Matchers, name: str) -> None:
    """All that the table finds in its texts is found after each reader, in slices of the right words."""
    texts = [text for text in TEXTS if not (name.endswith(".pdf") and CELLS in text)]
    paths = list(kept(tmp_path, [normalise(text) for text in texts], name))
    for text, read in zip(texts, extract_all(paths), strict=True):
        assert isinstance(read, Extracted), text[:60]
        assert points(hold(read.text, known), read.text) == points(hold(text, known), text), text[:60]


def kept(folder: Path, plain: list[Normal], name: str) -> Iterator[Path]:
    for n, one in enumerate(plain):
        path = folder / f"{n:02}-{name}"
        path.write_bytes(RENDERINGS[name]([(b.kind, one.text[b.start : b.end]) for b in one.blocks]))
        yield path
