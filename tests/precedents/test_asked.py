"""What is asked about: documents in every format, records by any of their names, and themes given by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.precedents import drafts

from kg import catalogue, graph, records, resources, store
from kg.errors import KgError, ParameterError, UsageError
from kg.precedents import answer, compare_by, request
from kg.precedents.asked import of_document, of_record
from kg.records.model import Found, Records, Tag

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    from kg.catalogue import Catalogue
    from kg.precedents import Request
    from kg.records import Review
    from kg.vocabulary import Vocabulary

RUBY = resources.shipped("data") / "reviews" / "ruby.yaml"


def asked(told: Request) -> list[tuple[str, list[str], list[str]]]:
    """The words, themes and agencies of each recommendation that is asked about."""
    return [
        (
            one.text,
            [theme.id for theme in one.themes],
            [f"{agency.id} {agency.role}" for agency in one.agencies],
        )
        for subject in told.subjects
        for one in subject.asked
    ]


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".pdf"])
def test_a_draft_says_the_same_in_every_format(tmp_path: Path, words: Vocabulary, ending: str) -> None:
    told = of_document(drafts.write(tmp_path, ending), words)
    assert [subject.title for subject in told.subjects] == [drafts.TITLE]
    assert [text.rstrip(".").casefold() for text, _, _ in asked(told)] == [
        point.rstrip(".").casefold() for point in drafts.POINTS
    ]
    assert [rest for _, *rest in asked(told)] == [
        [["safer-sleep"], ["health-visiting addressed"]],
        [["safeguarding-records-education"], ["school addressed"]],
        [[], ["safeguarding-partnership addressed"]],
        [["professional-challenge"], ["all-agencies addressed"]],
        [[], []],
    ]
    assert {theme.basis for subject in told.subjects for one in subject.asked for theme in one.themes} == {
        "proposed"
    }


def test_what_is_read_with_low_confidence_is_told_and_not_compared(tmp_path: Path, words: Vocabulary) -> None:
    (subject,) = of_document(drafts.write(tmp_path, ".md"), words).subjects
    third = subject.asked[2]
    assert ([theme.id for theme in third.doubtful], third.themes) == (["fathers-men"], ())


def test_whom_a_heading_names_is_asked_to_act(tmp_path: Path, words: Vocabulary) -> None:
    path = tmp_path / "draft.md"
    text = (
        "# Child Q\n\n## Recommendations\n\n### For the police\n\n1. Share information.\n2. Keep a record.\n"
    )
    path.write_text(text, encoding="utf-8")
    assert [agencies for _, _, agencies in asked(of_document(path, words))] == [["police addressed"]] * 2


def test_what_was_not_understood_is_said(tmp_path: Path, words: Vocabulary) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Some words that are no review at all.\n", encoding="utf-8")
    (note,) = of_document(path, words).notes
    assert "recommendations may be missing" in note


@pytest.mark.parametrize(
    "name", ["ruby", "review:r-84g5hbbw", "r-84g5hbbw", "Child Safeguarding Practice Review: Ruby", str(RUBY)]
)
def test_a_record_is_the_same_by_any_of_its_names(seed_store: ox.Store, known: Catalogue, name: str) -> None:
    told, by_alias = (answer(request(each, seed_store, known), known) for each in (name, "ruby"))
    assert told == by_alias
    assert len(told.replies) == 5


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no such review", "RECORD='no such review'"),
        ("child", "review:r-9ctk2xce (child-lo)"),
        ("no-such-draft.docx", "There is no file no-such-draft.docx"),
        ("no-such-record.yaml", "There is no file"),
    ],
)
def test_what_is_not_found_says_what_to_do(
    seed_store: ox.Store, known: Catalogue, name: str, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        request(name, seed_store, known)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("draft.doc", "'.doc' is no kind of document"),
        ("draft.pdf", "its first bytes are not"),
        ("draft.txt", "not UTF-8"),
        ("draft.yaml", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_document_says_so(
    seed_store: ox.Store, known: Catalogue, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / name).write_bytes(b"\xff")
    with pytest.raises(KgError) as caught:
        request(str(tmp_path / name), seed_store, known)
    assert message in str(caught.value)


WEAK = Found("gazetteer-1", 6594, 6600, "hidden", "low", "0" * 16)
SURE = replace(WEAK, rule="preferred", confidence="high")
TAGS = (
    Tag("neglect", "theme", "accepted", "editor"),
    Tag("training", "theme", "proposed", "gazetteer-1", found=SURE),
    Tag("covid", "theme", "proposed", "gazetteer-1", found=WEAK),
    Tag("online", "theme", "rejected", "editor", "2031-04-02", found=SURE),
)


@pytest.fixture
def retagged(seed_records: Records) -> Review:
    """A review whose first recommendation has a tag of every standing."""
    (review,) = (one for one in seed_records.reviews if one.alias == "ruby")
    first = next(one for one in review.statements if one.kind == "recommendation")
    tagged = replace(first, themes=TAGS)
    return replace(review, statements=tuple(tagged if one is first else one for one in review.statements))


def test_a_record_tells_accepted_from_proposed_and_forgets_what_was_rejected(
    retagged: Review, seed_records: Records, shipped_words: Vocabulary
) -> None:
    reviews = tuple(retagged if one.id == retagged.id else one for one in seed_records.reviews)
    lines = graph.record_lines(replace(seed_records, reviews=reviews))
    kept = store.load(lines, resources.shipped("ontology"))
    from_store = request("ruby", kept, catalogue.read(kept))
    from_file = of_record(retagged, "2022-03", shipped_words)
    for told in (from_store, from_file):
        first = told.subjects[0].asked[0]
        assert [(theme.id, theme.basis) for theme in first.themes] == [
            ("neglect", "accepted"),
            ("training", "proposed"),
        ]
        assert [theme.id for theme in first.doubtful] == ["covid"]
    assert from_store == from_file


def test_an_orphaned_recommendation_is_not_asked_about(retagged: Review, shipped_words: Vocabulary) -> None:
    last = replace(retagged.statements[-1], orphaned="0" * 64)
    review = replace(retagged, statements=(*retagged.statements[:-1], last))
    assert len(of_record(review, None, shipped_words).subjects[0].asked) == 4


def test_a_record_beside_its_source_has_the_date_of_that(
    seed_store: ox.Store, known: Catalogue, tmp_path: Path
) -> None:
    for folder in ("reviews", "sources"):
        (tmp_path / folder).mkdir()
    text = RUBY.read_text("utf-8").replace("nspcc-2022-03", "mine")
    (tmp_path / "reviews" / "ruby.yaml").write_text(text, "utf-8")
    path = str(tmp_path / "reviews" / "ruby.yaml")
    assert request(path, seed_store, known).subjects[0].issued is None
    source = (resources.shipped("data") / "sources" / "nspcc-2022-03.yaml").read_text("utf-8")
    source = source.replace("id: nspcc-2022-03", "id: mine").replace('"2022-03"', '"2021"')
    (tmp_path / "sources" / "mine.yaml").write_text(source, "utf-8")
    assert request(path, seed_store, known).subjects[0].issued == "2021"
    assert records.read_source(source, "mine.yaml").issued == "2021"


def test_themes_given_by_hand_stand_in_place_of_those_read(
    seed_store: ox.Store, known: Catalogue, tmp_path: Path, words: Vocabulary
) -> None:
    told = of_document(drafts.write(tmp_path, ".md"), words)
    changed = compare_by(told, ["3=Fathers and male partners", "3=audit-assurance"], seed_store, known)
    before, after = ([themes for _, themes, _ in asked(one)] for one in (told, changed))
    assert after[2] == ["fathers-men", "audit-assurance"]
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]
    third = changed.subjects[0].asked[2]
    assert ({theme.basis for theme in third.themes}, third.doubtful) == ({"given"}, ())


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ("safer sleep", UsageError, "the recommendation's number and a theme"),
        ("x=safer sleep", UsageError, "the recommendation's number and a theme"),
        ("6=safer sleep", UsageError, "There are 1 to 5."),
        ("0=safer sleep", UsageError, "There are 1 to 5."),
        ("1=safe sleeper", ParameterError, "theme:safer-sleep"),
        ("1=school", ParameterError, "no such theme"),
    ],
)
def test_a_theme_that_cannot_be_used_says_why(
    seed_store: ox.Store, known: Catalogue, given: str, error: type[KgError], message: str
) -> None:
    told = request("ruby", seed_store, known)
    with pytest.raises(error) as caught:
        compare_by(told, [given], seed_store, known)
    assert message in str(caught.value)
