"""The catalogue says of a store exactly what its records say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import catalogue

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.catalogue import Catalogue
    from kg.records import Records


@pytest.fixture(scope="module")
def whole(seed_store: ox.Store) -> Catalogue:
    return catalogue.read(seed_store)


def test_every_review_is_there_as_its_record_has_it(whole: Catalogue, seed_records: Records) -> None:
    records = {review.id: review for review in seed_records.reviews}
    assert set(whole.reviews) == set(records)
    for own, review in whole.reviews.items():
        record = records[own]
        assert (review.alias, review.title, review.source) == (record.alias, record.title, record.source)
        assert (review.type.id, review.form.id, review.reason.id) == (record.type, record.form, record.reason)
        assert review.occurred == record.incident.occurred
        assert {code.id for code in review.outcomes} == set(record.incident.outcome)
        assert {code.id for code in review.causes} == set(record.incident.cause)
        assert {code.id for code in review.sources_of_harm} == set(record.incident.source_of_harm)
        assert (review.conviction and review.conviction.id) == record.incident.conviction
        assert [child.age for child in review.children] == [c.age for c in record.incident.children]
        assert [child.band and child.band.id for child in review.children] == [
            child.band for child in record.incident.children
        ]


def test_every_statement_is_there_in_the_order_of_its_document(
    whole: Catalogue, seed_records: Records
) -> None:
    for record in seed_records.reviews:
        shown = whole.of_review[record.id]
        assert [one.id for one in shown] == [
            one.id for one in sorted(record.statements, key=lambda s: (s.evidence.start, s.id))
        ]
        for one in shown:
            said = next(each for each in record.statements if each.id == one.id)
            assert (one.kind, one.text, one.heading) == (said.kind, said.text, said.heading or "")
            assert (one.start, one.end) == (said.evidence.start, said.evidence.end)
            accepted = {tag.concept for tag in said.themes if tag.status == "accepted"}
            assert set(one.themes) == accepted
            referred = {(tag.role, tag.concept) for tag in said.agencies if tag.status == "accepted"}
            assert set(one.agencies) == referred


def test_reviews_stand_in_the_order_of_their_source(whole: Catalogue) -> None:
    assert [review.item for review in whole.reviews.values()] == list(range(1, 9))


def test_points_leave_summaries_actions_and_notes_out(whole: Catalogue) -> None:
    assert {one.kind for one in whole.points} == {"finding", "recommendation"}
    assert len(whole.points) == 86


def test_a_theme_has_its_findings_and_recommendations_and_no_summary(whole: Catalogue) -> None:
    sleep = whole.of_theme["safer-sleep"]
    assert sleep
    assert {one.kind for one in sleep} <= set(catalogue.POINTS)
    assert any("safer-sleep" in one.themes for one in whole.statements.values() if one.kind == "summary")


def test_an_agency_has_what_addresses_it_or_is_about_it_and_no_mention(whole: Catalogue) -> None:
    for agency, those in whole.of_agency.items():
        for one in those:
            assert {("addressed", agency), ("about", agency)} & set(one.agencies)
    mentioned = {a for one in whole.points for role, a in one.agencies if role == "mentioned"}
    assert mentioned - set(whole.of_agency)


def test_concepts_know_the_groups_they_stand_in_and_a_group_has_none(whole: Catalogue) -> None:
    assert [group.label for group in whole.themes["safer-sleep"].groups] == ["Services and life stages"]
    assert whole.themes["pathways"].groups == ()
    assert whole.themes["disguised-compliance"].contested
