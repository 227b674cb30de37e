"""Handouts: every statement with what must stand beside it, on a page and as a Word file."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from markupsafe import escape

from kg import catalogue
from kg.pages.handout import CAUTION, QUESTIONS, handout, handout_page
from kg.pages.handout_word import handout_word

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.catalogue import Catalogue
    from kg.pages.handout import Handout

HOSTILE = "</title></script><!--\"><img src=x onerror=a(1)><script>a(2)</script>{{ 7 * 7 }}&amp;\u2028'`"

THOSE = (
    ("theme", "safer-sleep"),
    ("theme", "policy-tools"),
    ("agency", "health-visiting"),
    ("review", "r-84g5hbbw"),
)


@pytest.fixture(scope="module")
def whole(seed_store: ox.Store) -> Catalogue:
    return catalogue.read(seed_store)


def words_of(content: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def every(whole: Catalogue) -> list[Handout]:
    found = {"theme": whole.of_theme, "agency": whole.of_agency, "review": whole.of_review}
    return [handout(kind, own, whole) for kind, those in found.items() for own in those]


@pytest.mark.parametrize(("kind", "own"), THOSE)
def test_a_handout_holds_every_statement_with_its_review_year_and_whose_words_they_are(
    whole: Catalogue, kind: str, own: str
) -> None:
    said = {"theme": whole.of_theme, "agency": whole.of_agency, "review": whole.of_review}[kind][own]
    told = handout(kind, own, whole)
    page, words = handout_page(told), "\n".join(words_of(handout_word(told)))
    assert {one.id for one in said} == {one.id for case in told.cases for one in case.statements}
    for one in said:
        review = whole.reviews[one.review]
        event = f"event in {review.year}" if review.year else "year of the event not stated"
        assert str(escape(one.text)) in page
        assert one.text in words
        for text in (page, words):
            assert review.title in text
            assert event in text
    for text in (page, words):
        assert "Our paraphrase: check the report." in text
        assert CAUTION in text
        assert all(question in text for question in QUESTIONS)
        assert f"{told.title}. Handout of the case review knowledge graph." in text


def test_no_handout_leaves_a_statement_out(whole: Catalogue) -> None:
    counts = {"theme": whole.of_theme, "agency": whole.of_agency, "review": whole.of_review}
    for told in every(whole):
        written = sum(len(case.statements) for case in told.cases)
        assert written == len(counts[told.kind][told.id]), told.title
        assert handout_page(told).count('<li class="said">') == written


def test_agencies_that_are_asked_are_named_with_how_often(whole: Catalogue) -> None:
    for own in whole.of_theme:
        told = handout("theme", own, whole)
        asked = [one for one in whole.of_theme[own] if one.kind == "recommendation"]
        names = {whole.agencies[each].label for one in asked for each in one.those("addressed")}
        assert {each.rpartition(" (")[0] for each in told.asked} == names


def test_statements_in_other_words_are_each_labelled(whole: Catalogue) -> None:
    """Where a document's own words stand beside a paraphrase, each says which it is."""
    first, *rest = whole.of_review["r-84g5hbbw"]
    mixed = replace(
        whole,
        statements={one.id: one for one in (replace(first, wording="words of the NSPCC document"), *rest)},
    )
    told = handout("review", "r-84g5hbbw", mixed)
    assert told.wording == "Words of the NSPCC document. Our paraphrase: check the report."
    labels = [one.details[-1] for case in told.cases for one in case.statements]
    assert labels.count("Words of the NSPCC document") == 1
    assert labels.count("Our paraphrase: check the report") == len(rest)


def test_a_theme_without_statements_has_none(whole: Catalogue) -> None:
    unsaid = next(own for own in whole.themes if own not in whole.of_theme)
    assert handout("theme", unsaid, whole).cases == ()


def test_both_forms_are_the_same_bytes_every_time(whole: Catalogue) -> None:
    told = handout("theme", "safer-sleep", whole)
    assert handout_page(told) == handout_page(told)
    assert handout_word(told) == handout_word(told)


def test_text_from_the_data_stays_text(whole: Catalogue) -> None:
    bad = replace(
        whole,
        statements={own: replace(one, text=f"{HOSTILE}\x07\x00") for own, one in whole.statements.items()},
        themes={own: replace(one, label=one.label + HOSTILE) for own, one in whole.themes.items()},
    )
    told = handout("theme", "safer-sleep", bad)
    page = handout_page(told)
    assert "<script" not in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page
    assert any(f"{HOSTILE}\ufffd\ufffd" in each for each in words_of(handout_word(told)))


def test_the_page_of_the_site_leads_back_and_the_other_leads_nowhere(whole: Catalogue) -> None:
    told = handout("agency", "health-visiting", whole)
    assert 'href="../agencies/health-visiting.html"' in handout_page(told, in_site=True)
    assert 'href="../' not in handout_page(told)
    assert ".html" not in handout_page(told)
