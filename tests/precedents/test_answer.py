"""What an answer holds: every earlier recommendation on a shared theme once, none of the review itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.precedents import drafts

from kg.catalogue import Catalogue
from kg.precedents import answer, request
from kg.precedents import words as said
from kg.precedents.answer import SAME_DOCUMENT, TOGETHER, UNDATED

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.precedents import Request

ALIASES = "babies-with-injuries child-lo child-ys emma family-e family-s liam ruby".split()  # noqa: SIM905


@pytest.mark.parametrize("alias", ALIASES)
def test_every_earlier_recommendation_on_a_shared_theme_is_there_once(
    seed_store: ox.Store, known: Catalogue, alias: str
) -> None:
    told = answer(request(alias, seed_store, known), known)
    own = next(one.id for one in known.reviews.values() if one.alias == alias)
    every = [one for one in known.statements.values() if one.kind == "recommendation"]
    assert [reply.asked.id for reply in told.replies] == [one.id for one in every if one.review == own]
    for reply in told.replies:
        themes = {theme.id for theme in reply.asked.themes}
        wanted = {one.id for one in every if one.review != own and themes.intersection(one.themes)}
        found = [one.statement.id for group in reply.groups for one in group.precedents]
        assert sorted(found) == sorted(wanted)
        assert reply.any_theme.recommendations == len(found)
        assert sum(group.recommendations for group in reply.groups) == len(found)
        assert reply.state == ("found" if found else "none")


def test_recommendations_of_the_same_themes_and_agencies_stand_together_and_are_counted(
    known: Catalogue, asked_draft: Request
) -> None:
    first = next(
        one
        for one in known.statements.values()
        if one.themes == ("safer-sleep",) and one.kind == "recommendation"
    )
    there = [one for one in known.reviews.values() if one.id != first.review][:2]
    more = [
        replace(first, id=f"r-copy{number}", review=review.id, text=text)
        for number, (review, text) in enumerate(
            zip(
                [there[0], there[0], there[1]], ["Other words.", drafts.POINTS[0], "More words."], strict=True
            )
        )
    ]
    wider = replace(known, statements={**known.statements, **{one.id: one for one in more}})
    reply = answer(asked_draft, wider).replies[0]
    group = reply.groups[0]
    assert (group.recommendations, group.reviews) == (4, 3)
    assert group.precedents[0].statement.id == "r-copy1"
    assert (reply.any_theme.recommendations, reply.any_theme.reviews) == (5, 4)
    shown = [reply.first(limit) for limit in range(1, 7)]
    counted = [sum(len(each.precedents) for each in one.groups) for one in shown]
    assert counted == [1, 2, 3, 4, 5, 5]
    assert [one.hidden for one in shown] == [4, 3, 2, 1, 0, 0]


@pytest.mark.parametrize(
    ("first", "after"),
    [
        (("", "", "Other words."), ("grt", "addressed", drafts.POINTS[0])),
        (("grt", "addressed", "Other words."), ("migration", "mentioned", drafts.POINTS[0])),
        (("grt", "mentioned", "Other words."), ("migration", "", drafts.POINTS[0])),
        (("grt", "about", drafts.POINTS[0]), ("migration", "about", "Other words.")),
    ],
    ids=["themes before agencies", "asked before named", "named before others", "words last"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_each_step_decides_where_those_before_are_equal(
    known: Catalogue,
    asked_draft: Request,
    first: tuple[str, str, str],
    after: tuple[str, str, str],
    turned: bool,  # noqa: FBT001 - pytest gives it
) -> None:
    given = [after, first] if turned else [first, after]
    there = [one for one in known.statements.values() if one.kind == "recommendation"][: len(given)]
    statements = {
        one.id: replace(
            one,
            text=text,
            themes=("safer-sleep", theme) if theme else ("safer-sleep",),
            agencies=((role, "health-visiting"),) if role else (),
        )
        for one, (theme, role, text) in zip(there, given, strict=True)
    }
    reply = answer(asked_draft, replace(known, statements=statements)).replies[0]
    assert [group.precedents[0].statement.text for group in reply.groups] == [first[2], after[2]]


def test_only_the_nearest_are_shown_and_the_counts_stay(seed_store: ox.Store, known: Catalogue) -> None:
    told = answer(request("child-ys", seed_store, known), known)
    for limit in range(1, 12):
        for whole, first in zip(told.replies, told.first(limit).replies, strict=True):
            order = [one for group in whole.groups for one in group.precedents]
            assert [one for group in first.groups for one in group.precedents] == order[:limit]
            assert first.any_theme == whole.any_theme
            assert first.hidden == max(0, len(order) - limit)


def test_no_recognised_theme_is_not_the_same_as_none_found(known: Catalogue, asked_draft: Request) -> None:
    told = answer(asked_draft, known)
    assert [reply.state for reply in told.replies] == ["found", "found", "no-theme", "found", "no-theme"]


def dated(known: Catalogue, issued: str | None) -> Catalogue:
    """The collection with the review `ruby` alone in a second document of some date."""
    (source,) = known.sources.values()
    other = replace(source, id="other", sha256="0" * 64, issued=issued)
    reviews = {
        each: replace(one, source="other") if one.alias == "ruby" else one
        for each, one in known.reviews.items()
    }
    return replace(known, sources={source.id: source, "other": other}, reviews=reviews)


@pytest.mark.parametrize(
    ("theirs", "timing"),
    [
        ("2021-12", ""),
        ("2022-02-28", ""),
        ("2021", ""),
        ("2022", TOGETHER),
        ("2022-03", TOGETHER),
        ("2022-03-31", TOGETHER),
        (None, UNDATED),
        ("2022-04", "later"),
        ("2023", "later"),
    ],
)
def test_only_what_is_not_later_is_compared_with_a_record(
    seed_store: ox.Store, known: Catalogue, theirs: str | None, timing: str
) -> None:
    told = answer(request("child-lo", seed_store, known), dated(known, theirs))
    found = [one for reply in told.replies for group in reply.groups for one in group.precedents]
    ruby = [one.timing for one in found if one.review.alias == "ruby"]
    assert set(ruby) == (set() if timing == "later" else {timing})
    assert {one.timing for one in found if one.review.alias != "ruby"} == {SAME_DOCUMENT}
    (part,) = told.parts
    assert ("Left out: 1 review of later documents." in part.notes) == (timing == "later")
    assert "The review itself was left out." in part.notes
    assert part.searched.startswith("these six" if timing == "later" else "these seven")


def test_for_a_document_all_of_the_collection_is_earlier(known: Catalogue, asked_draft: Request) -> None:
    told = answer(asked_draft, dated(known, "2999"))
    found = [one for reply in told.replies for group in reply.groups for one in group.precedents]
    assert {one.timing for one in found} == {""}
    assert any(one.review.alias == "ruby" for one in found)


def test_a_document_of_the_collection_is_not_compared_with_itself(
    known: Catalogue, asked_draft: Request
) -> None:
    (source,) = known.sources.values()
    told = answer(replace(asked_draft, sha256=source.sha256), dated(known, "2021"))
    found = [one for reply in told.replies for group in reply.groups for one in group.precedents]
    assert {one.review.alias for one in found} == {"ruby"}
    assert any("its own reviews were left out" in note for note in told.parts[0].notes)


def test_a_review_of_the_same_title_is_pointed_out(known: Catalogue, asked_draft: Request) -> None:
    reviews = {
        each: replace(one, title=drafts.TITLE.upper()) if one.alias == "ruby" else one
        for each, one in known.reviews.items()
    }
    notes = answer(asked_draft, replace(known, reviews=reviews)).parts[0].notes
    assert [note for note in notes if "of this title (ruby)" in note]
    assert not [note for note in answer(asked_draft, known).parts[0].notes if "of this title" in note]


def test_recommendations_without_an_accepted_theme_are_counted(
    seed_store: ox.Store, known: Catalogue
) -> None:
    ruby = next(one.id for one in known.reviews.values() if one.alias == "ruby")
    statements = {
        each: replace(one, themes=()) if one.review == ruby else one for each, one in known.statements.items()
    }
    asked = request("emma", seed_store, known)
    told = answer(asked, replace(known, statements=statements))
    assert (told.themeless.recommendations, told.themeless.reviews) == (5, 1)
    sentence = "Not compared, since no theme of theirs is accepted: 5 recommendations in 1 review."
    assert sentence in said.searched(told)
    assert answer(asked, known).themeless.recommendations == 0
    assert not [one for one in said.searched(answer(asked, known)) if "Not compared" in one]


def test_an_empty_collection_gives_none_and_no_error(asked_draft: Request) -> None:
    told = answer(asked_draft, Catalogue({}, {}, {}, {}, {}))
    assert {reply.state for reply in told.replies} == {"none", "no-theme"}
    assert told.parts[0].searched == "this graph, which has no reviews"


def test_the_order_of_what_was_read_makes_no_odds(seed_store: ox.Store, known: Catalogue) -> None:
    asked: Request = request("child-ys", seed_store, known)
    turned = replace(known, statements=dict(reversed(list(known.statements.items()))))
    assert answer(asked, turned) == answer(asked, known)
