from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.files import decode
from kg.records.strict import MAX_BYTES, parse
from kg.records.tree import MAX_DEPTH, Block, Items, Text

TEXTS = [
    "NO",
    "12:30",
    "0123",
    "5",
    "1.0",
    "true",
    "null",
    "~",
    "2022-03-31",
    "=",
    "0x1F",
    "1e3",
    "é",
    "😀",
    "Yes",
]


@pytest.fixture(params=["C", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test with the C parser and, as where PyYAML was built without it, with the Python one."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not yaml.__with_libyaml__:
        pytest.skip("this PyYAML has no C parser")
    return str(request.param)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", TEXTS)
def test_value_is_the_text_as_written(text: str) -> None:
    tree, problems = parse(f"key: {text}\n", "x.yaml")
    assert problems == []
    assert tree == Block(1, {"key": Text(text, 1)}, {"key": 1})


@pytest.mark.usefixtures("loader")
def test_every_node_has_its_line() -> None:
    tree, problems = parse("# note\na:\n  - {b: c}\n  - d\ne: ''\n", "x.yaml")
    assert problems == []
    inner = Items(3, [Block(3, {"b": Text("c", 3)}, {"b": 3}), Text("d", 4)])
    assert tree == Block(2, {"a": inner, "e": Text("", 5)}, {"a": 2, "e": 5})


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\na: 2\na: 3\n", [2, 3]),
        ("a: &x 1\nb: *x\n", [1, 2]),
        ("*x : 1\n", [1]),
        ("a: !!str 1\nb: !local c\nc: ! d\n", [1, 2, 3]),
        ("a: !!map {}\nb: !!seq []\n", [1, 2]),
        ("<<: {a: b}\n", [1]),
        ("? [a]\n: b\n? {c: d}\n: e\n", [1, 3]),
        ("a: b\n---\nc: d\n", [2]),
        ("a: b\n  c\nd: >\n  e\n", [1, 3]),
        ('a: "b\\nc"\nb: "\\0"\nc: "\\u202e"\n', [1, 2, 3]),
        ('a: b\nc: "\\q"\n', [2]),
        ("a: b\nc: d: e\n", [2]),
        ("a: b\nc: 'd\n", [2]),
        ("a: b\nc: @d\n", [2]),
        ('a: b\nc: "d" e\n', [2]),
        ("a: b\nc: {d: e\nf: g\n", [2, 3]),
        ("a: b\n c: d\n", [1, 2]),
        ("", [1]),
        ("# nothing but a comment\n", [1]),
        ("a: b\r\nc: d\r\n", [1]),
        ("a: b\nc: \0\nd: \ud800\n", [2, 3]),
        ("\ufeffa: b\n", [1]),
        ("a: b\nc:\td\n", [2]),
        ("a: \u2066b\u2069\n", [1, 1]),
        ("a: b\u2028c: d\n", [1]),
        ("a: b\ue000\nc: \ufffe\n", [2]),
    ],
)  # fmt: skip
def test_what_is_not_plain_text_is_a_problem_with_its_line(text: str, lines: list[int]) -> None:
    _, problems = parse(text, "x.yaml", "x")
    assert sorted(p.line or 0 for p in problems) == lines
    assert all(p.path == "x.yaml" and p.record == "x" and p.what and p.remedy for p in problems)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[[{a: ["])
def test_depth_is_refused_at_once(opening: str) -> None:
    started = time.process_time()
    tree, problems = parse(opening * (200_000 // len(opening)), "x.yaml")
    assert tree is None
    assert [p.what for p in problems] == [f"lists and blocks stand more than {MAX_DEPTH} deep in one another"]
    assert time.process_time() - started < 2


@pytest.mark.usefixtures("loader")
def test_depth_is_counted_exactly() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml")[1] == []
    assert len(parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x.yaml")[1]) == 1


@pytest.mark.parametrize("text", ["a" * (MAX_BYTES + 1), "é" * (MAX_BYTES // 2 + 1), "#" + "\0" * MAX_BYTES])
def test_size_is_refused_before_parsing(text: str) -> None:
    tree, problems = parse(text, "x.yaml")
    assert tree is None
    assert [p.what for p in problems] == ["the file is larger than 1024 KiB"]


def test_largest_file_is_read() -> None:
    assert parse("a: " + "b" * (MAX_BYTES - 3), "x.yaml")[1] == []


def test_few_of_many_forbidden_characters_are_named() -> None:
    assert len(parse("\0" * 1000, "x.yaml")[1]) == 5


@pytest.mark.parametrize(
    ("data", "line"), [(b"a\nb\n\xff", 3), (b"caf\xe9", 1), (b"\n\xed\xa0\x80", 2), (b"a\n\xc3", 2)]
)
def test_bytes_that_are_no_utf8_have_a_line(data: bytes, line: int) -> None:
    text, problems = decode(data, "x.yaml", "x")
    assert text is None
    assert [(p.path, p.line, p.record) for p in problems] == [("x.yaml", line, "x")]


@given(st.text(alphabet=st.sampled_from("ab:-?[]{},#&*!|>'\"%@`\\ \n0u<"), max_size=60))
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    tree, problems = parse(text, "x.yaml")
    assert (tree is None) <= bool(problems)
    assert all(1 <= (p.line or 0) <= text.count("\n") + 1 for p in problems)


@given(st.text(alphabet=st.sampled_from("ab:-[]{},#'\" \n"), max_size=40))
def test_both_parsers_agree(text: str) -> None:
    if not yaml.__with_libyaml__:
        pytest.skip("this PyYAML has no C parser")
    fast = parse(text, "x.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        slow = parse(text, "x.yaml")
    assert fast[0] == slow[0]
    assert bool(fast[1]) == bool(slow[1])
