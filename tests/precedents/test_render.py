"""An answer as text, CSV, JSON and a page: what they say, and that nothing of a draft ever acts."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tests.precedents import drafts

from kg.errors import UsageError
from kg.precedents import FORMS, Told, answer, render, request
from kg.precedents.asked import of_document
from kg.precedents.render import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox

    from kg.catalogue import Catalogue
    from kg.vocabulary import Vocabulary

FORMULA = re.compile(r"[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
NUMBER = re.compile(r"-?[0-9.]+")


def flat(text: str) -> str:
    return " ".join(text.split())


class Elements(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += f" {data}"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


SAID: dict[str, Callable[[Told], str]] = {
    "table": lambda told: flat(render(told, "table", 80)),
    "html": lambda told: flat(Elements(render(told, "html")).text),
}


@pytest.mark.parametrize("form", SAID)
@pytest.mark.parametrize(
    "sentence",
    [
        "draft.md was read for this answer only: nothing of it was added to the collection, kept or sent.",
        "Searched: 8 reviews of 1 source, March 2022.",
        "Theme read by software, not yet checked: Safer sleep.",
        "Agency read by software, not yet checked: Health visiting (asked to act).",
        "Too uncertain to compare by: Fathers and male partners.",
        "2 earlier recommendations in 2 reviews share its theme.",
        "Same theme: Safer sleep (raised in 2 of 8 reviews).",
        "Our paraphrase: check the report.",
        "(event in 2020), in NSPCC Repository: March 2022 (NSPCC), added to the collection in March 2022.",
        "It asks the same agency to act.",
        "No theme recognised; nothing to compare.",
        "Counts are of published summaries",
        "The same theme is not the same advice",
    ],
)
def test_what_a_reader_must_know_is_said(draft: Told, form: str, sentence: str) -> None:
    assert sentence in SAID[form](draft)


@pytest.mark.parametrize("form", SAID)
@pytest.mark.parametrize(
    ("alias", "sentence"),
    [
        (
            "emma",
            "None found: no recommendation in these seven summaries (6 of them partial) is on its theme.",
        ),
        ("emma", "is on any of its themes."),
        ("ruby", "It stands in the same document: which review came first is not given."),
        ("ruby", "2 other recommendations in 2 reviews share its theme."),
        ("ruby", "The review itself was left out."),
        ("liam", "The record gives no recommendations."),
    ],
)
def test_what_is_said_of_a_record(
    seed_store: ox.Store, known: Catalogue, form: str, alias: str, sentence: str
) -> None:
    told = answer(request(alias, seed_store, known), known)
    assert sentence in SAID[form](told)
    assert "was read for this answer only" not in SAID[form](told)


@pytest.mark.parametrize("form", SAID)
def test_a_document_without_recommendations_says_so(
    known: Catalogue, tmp_path: Path, words: Vocabulary, form: str
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Some words that are no review at all.\n", encoding="utf-8")
    said = SAID[form](answer(of_document(path, words), known))
    assert "No recommendation was recognised in this document." in said
    assert "None found" not in said


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_table_keeps_to_its_width(hostile: Told, width: int) -> None:
    assert max(map(len, render(hostile, "table", width).splitlines())) <= width


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_written_that_a_terminal_obeys_or_that_does_not_show(hostile: Told, form: str) -> None:
    odd = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not odd.search(render(hostile, form, 80))
    assert not odd.search(json.dumps(json.loads(render(hostile, "json")), ensure_ascii=False))


def test_csv_has_a_row_for_each_and_one_where_there_is_none(draft: Told) -> None:
    text = render(draft, "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text.splitlines()[0] == ",".join(HEADINGS)
    assert "\r" not in text
    counted = [row["Number"] for row in rows]
    assert [counted.count(str(number)) for number in range(1, 6)] == [2, 2, 1, 2, 1]
    results = {row["Number"]: row["Result"] for row in rows}
    assert [results[number] for number in "12345"] == [
        "found",
        "found",
        "no theme recognised",
        "found",
        "no theme recognised",
    ]
    assert rows[0]["Themes by"] == "software, not yet checked"
    assert rows[0]["Earlier wording"] == "our paraphrase: check the report"


def test_no_cell_begins_a_formula(hostile: Told) -> None:
    rows = list(csv.reader(io.StringIO(render(hostile, "csv"))))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert any(cell.startswith("'@SUM") for cell in cells)
    assert not [cell for cell in cells if FORMULA.match(cell) and not NUMBER.fullmatch(cell)]
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_json_is_the_answer(draft: Told) -> None:
    data: dict[str, Any] = json.loads(render(draft, "json"))
    assert [len(part["replies"]) for part in data["parts"]] == [5]
    first = data["parts"][0]["replies"][0]
    assert first["asked"]["themes"] == [{"id": "safer-sleep", "label": "Safer sleep", "basis": "proposed"}]
    assert first["groups"][0]["precedents"][0]["statement"]["id"] == "r-y5fgeht5"


@pytest.mark.parametrize("form", FORMS)
def test_the_same_answer_is_the_same_bytes(
    known: Catalogue, tmp_path: Path, words: Vocabulary, form: str
) -> None:
    path = drafts.write(tmp_path, ".md")
    one, other = (render(answer(of_document(path, words), known), form, 80) for _ in range(2))
    assert one == other
    assert one.endswith("\n")


def test_there_is_no_other_form(draft: Told) -> None:
    with pytest.raises(UsageError, match="table, csv, html, json"):
        render(draft, "xlsx")


def test_the_page_is_whole_silent_and_accessible(draft: Told) -> None:
    page = Elements(render(draft, "html"))
    assert page.all("html") == [{"lang": "en-GB"}]
    assert not page.all("script")
    assert not page.all("img")
    (rules,) = [one["content"] for one in page.all("meta") if "http-equiv" in one]
    assert "default-src 'none'" in str(rules)
    assert "script-src" not in str(rules)
    assert len(page.all("caption")) == len(page.all("table")) == 1
    headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    ids = [one["id"] for _, one in page.tags if "id" in one]
    assert len(set(ids)) == len(ids)
    links = [str(one["href"]) for one in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {one.partition(":")[0] for one in links if not one.startswith("#")} <= {"tel", "https"}


def test_nothing_of_a_draft_becomes_an_element(hostile: Told, draft: Told) -> None:
    page, harmless = Elements(render(hostile, "html")), Elements(render(draft, "html"))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in harmless.tags}
    assert "<script>window.hit=1</script>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert not [one for _, attributes in page.tags for one in attributes if one.startswith("on")]
