"""The file of labels: what is taken from any spreadsheet, and what is refused, with its line and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocabulary
from kg.cli.tables import csv
from kg.errors import ProblemsFound
from kg.evaluate import COLUMNS, Labelled, read_labels
from kg.evaluate.words import letters_of, same, single
from kg.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from kg.vocabulary import Vocabulary

HEAD = "document,review,kind,words,themes,agencies"
ROW = ',,finding,"babies, and where they sleep",safer-sleep neglect,police'


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return vocabulary.load(shipped("ontology"))


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n{ROW}\n".encode(),
        f"{HEAD}\r\n{ROW}\r\n".encode("utf-8-sig"),
        f"{HEAD},,\n{ROW},,\n,,,,,,,\n".encode(),
        f"Kind,Words,themes,agencies,document,review,comment\nfinding,{ROW[10:]},,,a doubt\n".encode(),
        HEAD.replace(",", ";").encode()
        + b"\n;;finding;babies, and where they sleep;safer-sleep neglect;police\n",
        HEAD.replace(",", "\t").encode()
        + b"\n\t\tfinding\tbabies, and  where they sleep \tsafer-sleep neglect\tpolice\n",
        f'{HEAD}\n,,finding,"babies, and\nwhere they sleep",neglect  safer-sleep,police\n'.encode(),
    ],
    ids=[
        "plain",
        "Excel",
        "empty columns and rows",
        "other order",
        "semicolons",
        "tabs",
        "two lines in a cell",
    ],
)
def test_any_spreadsheet_will_do(tmp_path: Path, known: Vocabulary, content: bytes) -> None:
    (tmp_path / "gold.csv").write_bytes(content)
    (row,) = read_labels(tmp_path / "gold.csv", known)
    assert row == Labelled(
        "", "", "finding", "babies, and where they sleep",
        frozenset({"safer-sleep", "neglect"}), frozenset({"police"}), 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "line", "what", "remedy"),
    [
        (",,findin,words,,", 2, "no kind 'findin'", "finding, recommendation"),
        (",,finding,,,", 2, "words are missing", "write the words"),
        (",,finding,words,safe-sleep,", 2, "no theme 'safe-sleep'", "safer-sleep"),
        (",,finding,words,,police\n,,note,words,,nurseries", 3, "no agency 'nurseries'", "write nursery"),
        ("a.txt,A,finding,words,,", 2, "no document 'a.txt'", "--documents"),
        (",A,title,words,,", 2, "a title without a document", "name the document"),
        ("gold.csv,A,outcome,died,,", 2, "no outcome 'died'", "there are: abuse"),
        ("gold.csv,A,legal,stated-code,,", 2, "no conviction 'stated-code'", "write stated"),
        ("gold.csv,A,children,two,,", 2, "'two' is no value of 'children'", "digits"),
        ("gold.csv,A,occurred,May 2031,,", 2, "no value of 'occurred'", "2031-04"),
        ("gold.csv,A,keyword,neglect,neglect,", 2, "a keyword has no themes", "empty these cells"),
        (",,finding,babies, and more,,police", 2, "7 cells, where there are 6", "quotation marks"),
        (",,finding,words", 2, "4 cells, where there are 6", "quotation marks"),
        (',,finding,"words,,\n', 2, "this is no CSV", "ends with one"),
        ("", None, "it labels nothing", "one row for each"),
    ],
)
def test_what_is_wrong_is_told_by_line(  # noqa: PLR0913, PLR0917 - the columns of a table, and two fixtures
    tmp_path: Path, known: Vocabulary, rows: str, line: int | None, what: str, remedy: str
) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(f"{HEAD}\n{rows}\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as raised:
        read_labels(path, known)
    (problem,) = raised.value.problems
    assert (problem.line, problem.path) == (line, path.as_posix())
    assert what in problem.what
    assert remedy in problem.remedy


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, known: Vocabulary) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(f"{HEAD}\n,,finding,a,b,c,d\n,,findings,words,,\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as raised:
        read_labels(path, known)
    assert [problem.line for problem in raised.value.problems] == [2, 3]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (f"{HEAD}\n,,finding,the child\u2019s voice,,\n".encode("cp1252"), "not UTF-8"),
        (f"{HEAD}\n{ROW}\n".encode("utf-16"), "not UTF-8"),
        (b"document,review,kind,words,theme,agencies\n", "no column 'themes'"),
        (f"{HEAD},kind\n".encode(), "'kind' stands twice"),
    ],
    ids=["Excel's own encoding", "UTF-16", "a column is missing", "a column twice"],
)
def test_a_file_of_another_make_is_refused(
    tmp_path: Path, known: Vocabulary, content: bytes, what: str
) -> None:
    (tmp_path / "gold.csv").write_bytes(content)
    with pytest.raises(ProblemsFound) as raised:
        read_labels(tmp_path / "gold.csv", known)
    assert what in str(raised.value)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))).map(single)


@given(st.lists(WORDS.filter(bool), min_size=1))
def test_words_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, known: Vocabulary, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("labels") / "gold.csv"
    text = csv([COLUMNS, *(("", "", "finding", one, "", "") for one in words)])
    path.write_text(text, encoding="utf-8", newline="\n")
    read = [row.words for row in read_labels(path, known)]
    assert [one.removeprefix("'") for one in read] == [one.removeprefix("'") for one in words]


@given(st.text(), st.text(), st.text())
def test_words_are_found_where_they_stand(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    place = letters_of(text).find(words)
    assert "".join(letters_of("".join(text[at] for at in place)).text) == letters_of(words).text
    assert list(place) == sorted(place)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the child\u2019s\u00a0voice", "the  child's voice", True),
        ("safe\u00adguarding", "safeguarding", True),
        ("2019\u201320", "2019-20", True),
        ("The child", "the child", False),
        ("the child.", "the child", False),
    ],
)
def test_when_words_are_the_same(one: str, other: str, alike: bool) -> None:  # noqa: FBT001 - a column
    assert (same(one) == same(other)) is alike


@given(st.text())
def test_the_same_words_stay_the_same(words: str) -> None:
    assert same(same(words)) == same(words)
