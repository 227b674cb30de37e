"""What each question answers on two invented documents, a year apart: every row was checked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import query

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph as ox

BASE = "https://w3id.org/crkg/"

EXPECTED: dict[str, tuple[dict[str, str], str, list[tuple[object, ...]]]] = {
    "agencies-together": (
        {},
        "first second kind name statement",
        [
            ("Children's homes", "County council", "recommendation", "ruby", "statement/r-44444444"),
            ("County council", "Midwifery", "recommendation", "june", "statement/r-ccccccc3"),
            ("County council", "Midwifery", "recommendation", "may", "statement/r-bbbbbbb4"),
        ],
    ),
    "agency-statements": (
        {"agency": "midwifery"},
        "name kind role statement agency",
        [
            ("june", "recommendation", "spoken about", "statement/r-ccccccc3", "agency/midwifery"),
            ("may", "finding", "spoken about", "statement/f-bbbbbbb2", "agency/midwifery"),
            ("may", "recommendation", "spoken about", "statement/r-bbbbbbb4", "agency/midwifery"),
        ],
    ),
    "agency-themes": (
        {},
        "label raised reviews addressed about mentioned",
        [
            ("Children's homes", "Safer sleep", 1, 1, 0, 0),
            ("County council", "Safer sleep", 3, 2, 0, 1),
            ("County council", "Training and knowledge", 1, 1, 0, 0),
            ("Midwifery", "Safer sleep", 2, 0, 3, 0),
            ("Midwifery", "Neglect", 1, 0, 1, 0),
            ("NHS England", "Audit and assurance", 1, 1, 0, 0),
        ],
    ),
    "event-to-publication": (
        {},
        "name occurred issued years months",
        [
            ("may", "2022-11", "2023-05-10", 1, 6),
            ("ruby", "2020", "2022-03", 2, None),
        ],
    ),
    "external-labels": (
        {},
        "term reviews name source review",
        [
            ("Infants", 1, "may", "A later digest", "review/r-bbbbbbbb"),
            ("poor care", 2, "june", "A later digest", "review/r-cccccccc"),
            ("poor care", 2, "may", "A later digest", "review/r-bbbbbbbb"),
        ],
    ),
    "find-reviews": (
        {"theme": "safer sleep", "without-theme": "neglect"},
        "name year findingsList recommendationsList review",
        [
            ("ruby", 2020, "a selection", "a selection", "review/r-84g5hbbw"),
            ("lo", None, "a selection", "none made", "review/r-55555555"),
        ],
    ),
    "find-statements": (
        {"theme": "neglect"},
        "name kind statement",
        [
            ("june", "recommendation", "statement/r-ccccccc2"),
            ("may", "finding", "statement/f-bbbbbbb2"),
            ("may", "recommendation", "statement/r-bbbbbbb5"),
        ],
    ),
    "new-themes": (
        {"document": "made-2023"},
        "label reviews statements earlier theme document",
        [
            ("Neglect", 2, 3, 1, "theme/neglect", "document/made-2023"),
            ("Audit and assurance", 1, 1, 1, "theme/audit-assurance", "document/made-2023"),
            ("Training and knowledge", 1, 1, 1, "theme/training", "document/made-2023"),
        ],
    ),
    "recommendations-by-means": (
        {},
        "means name statement",
        [
            ("audit or assurance", "june", "statement/r-ccccccc4"),
            ("no audit, training or policy named", "june", "statement/r-ccccccc2"),
            ("no audit, training or policy named", "june", "statement/r-ccccccc3"),
            ("no audit, training or policy named", "may", "statement/r-bbbbbbb4"),
            ("no audit, training or policy named", "may", "statement/r-bbbbbbb5"),
            ("no audit, training or policy named", "ruby", "statement/r-44444444"),
        ],
    ),
    "recommendations-to-agency": (
        {},
        "tier role label statement agency",
        [
            (
                "addressed to it",
                "asked to act",
                "County council",
                "statement/r-bbbbbbb4",
                "agency/county-council",
            ),
            (
                "addressed to it",
                "asked to act",
                "Children's homes",
                "statement/r-44444444",
                "agency/childrens-homes",
            ),
            (
                "addressed to it",
                "asked to act",
                "County council",
                "statement/r-44444444",
                "agency/county-council",
            ),
            (
                "only named in it",
                "mentioned",
                "County council",
                "statement/r-ccccccc3",
                "agency/county-council",
            ),
            (
                "only in learning",
                "asked to act",
                "County council",
                "statement/f-bbbbbbb3",
                "agency/county-council",
            ),
        ],
    ),
    "recommendations-to-national-bodies": (
        {},
        "label name statement agency",
        [
            ("NHS England", "june", "statement/r-ccccccc4", "agency/nhs-england"),
        ],
    ),
    "repeated-recommendations": (
        {},
        "label to reviews recommendations onTheme name asked statement agency",
        [
            ("Neglect", "no agency named", 2, 2, 2, "june", "no agency named", "statement/r-ccccccc2", None),
            ("Neglect", "no agency named", 2, 2, 2, "may", "no agency named", "statement/r-bbbbbbb5", None),
            (
                "Safer sleep",
                "County council",
                2,
                2,
                3,
                "may",
                "County council",
                "statement/r-bbbbbbb4",
                "agency/county-council",
            ),
            (
                "Safer sleep",
                "County council",
                2,
                2,
                3,
                "ruby",
                "Children's homes",
                "statement/r-44444444",
                "agency/county-council",
            ),
            (
                "Safer sleep",
                "County council",
                2,
                2,
                3,
                "ruby",
                "County council",
                "statement/r-44444444",
                "agency/county-council",
            ),
        ],
    ),
    "review-counts": (
        {"smallest": "2"},
        "measure value reviews",
        [
            ("age band", "under 1", "2"),
            ("age band", "1 to 5", "fewer than 2"),
            ("cause", "neglect", "fewer than 2"),
            ("outcome", "a child died", "fewer than 2"),
            ("outcome", "injury", "fewer than 2"),
            ("publisher of the document", "A made-up publisher", "2"),
            ("type of review", "local child safeguarding practice review", "5"),
        ],
    ),
    "reviews-by-method": (
        {},
        "title text year place",
        [
            ("May: a SILP review", "May: a SILP review", 2022, "review/r-bbbbbbbb"),
        ],
    ),
    "shared-source-of-harm": (
        {},
        "relation reviews name conviction outcome",
        [
            ("the father", 2, "june", None, "injury"),
            ("the father", 2, "may", "conviction stated", "a child died"),
        ],
    ),
    "shared-with-earlier": (
        {"document": "made-2023"},
        "label here earlier raised source theme old document",
        [
            (
                "Safer sleep",
                2,
                2,
                4,
                "A made-up digest",
                "theme/safer-sleep",
                "document/made-2022",
                "document/made-2023",
            ),
        ],
    ),
    "similar-reviews": (
        {"review": "june"},
        "rank name label raised shared expected chance score review",
        [
            (1, "may", "Neglect", 2, 2, "0.5", "beyond chance", "0.5", "review/r-cccccccc"),
            (1, "may", "Safer sleep", 4, 2, "0.5", "beyond chance", "0.5", "review/r-cccccccc"),
            (
                2,
                "ruby",
                "Safer sleep",
                4,
                1,
                "0.75",
                "too few reviews to tell from chance",
                "0.25",
                "review/r-cccccccc",
            ),
        ],
    ),
    "source-gaps": (
        {"characters": "15"},
        "start end length next document",
        [
            (0, 20, 20, None, "document/made-2023"),
            (27, 300, 273, "may", "document/made-2023"),
            (480, 500, 20, "may", "document/made-2023"),
            (700, 800, 100, "june", "document/made-2023"),
            (880, 900, 20, "june", "document/made-2023"),
        ],
    ),
    "source-issues": (
        {},
        "term label reviews statements document",
        [
            ("poor care", "Neglect", 2, 3, "document/made-2023"),
        ],
    ),
    "source-terms": (
        {},
        "term label place name thing",
        [
            (
                "poor care",
                "Neglect",
                "issue that the document names",
                None,
                "tagging/made-2023.issue.neglect",
            ),
            (
                "words of\nthe document",
                "Pre-birth and perinatal pathway",
                "statement of a review",
                "ruby",
                "statement/f-33333333",
            ),
            (
                "words of\nthe document",
                "Safer sleep",
                "statement of a review",
                "ruby",
                "statement/f-33333333",
            ),
        ],
    ),
    "statements-with-words": (
        {},
        "name kind statement",
        [
            ("june", "recommendation", "statement/r-ccccccc3"),
            ("may", "recommendation", "statement/r-bbbbbbb4"),
            ("ruby", "recommendation", "statement/r-44444444"),
        ],
    ),
    "theme-pairs": (
        {"reviews": "1"},
        "first second together expected chance same",
        [
            ("Neglect", "Training and knowledge", 2, "0.2", "beyond chance", 0),
            ("Neglect", "Safer sleep", 2, "1.6", "too few reviews to tell from chance", 1),
            (
                "Safer sleep",
                "Training and knowledge",
                1,
                "0.6",
                "too few reviews to tell from chance",
                0,
            ),
        ],
    ),
    "theme-recommendations": (
        {},
        "to name source statement theme",
        [
            ("no agency named", "june", "A later digest", "statement/r-ccccccc3", "theme/safer-sleep"),
            ("County council", "may", "A later digest", "statement/r-bbbbbbb4", "theme/safer-sleep"),
            ("Children's homes", "ruby", "A made-up digest", "statement/r-44444444", "theme/safer-sleep"),
            ("County council", "ruby", "A made-up digest", "statement/r-44444444", "theme/safer-sleep"),
        ],
    ),
    "themes-by-age-band": (
        {},
        "band label reviews findings recommendations",
        [
            ("under 1", "Neglect", 2, 1, 2),
            ("under 1", "Safer sleep", 2, 1, 2),
            ("under 1", "Audit and assurance", 1, 0, 1),
            ("under 1", "Training and knowledge", 1, 1, 0),
            ("1 to 5", "Audit and assurance", 1, 0, 1),
            ("1 to 5", "Neglect", 1, 0, 1),
            ("1 to 5", "Safer sleep", 1, 0, 1),
        ],
    ),
    "themes-over-time": (
        {},
        "label issued reviews statements described",
        [
            ("Safer sleep", "2022-03", 2, 3, 3),
            ("Safer sleep", "2023-05-10", 2, 3, 2),
        ],
    ),
    "unmatched-findings": (
        {},
        "name label recommendationsList statement",
        [
            ("lo", "Safer sleep", "none made", "statement/f-66666666"),
            ("may", "Training and knowledge", "a selection", "statement/f-bbbbbbb3"),
        ],
    ),
    "unmatched-recommendations": (
        {},
        "name label findingsList statement",
        [
            ("june", "Neglect", "a selection", "statement/r-ccccccc2"),
            ("june", "Safer sleep", "a selection", "statement/r-ccccccc3"),
            ("june", "Audit and assurance", "a selection", "statement/r-ccccccc4"),
        ],
    ),
    "unreviewed-tags": (
        {},
        "label status method rule confidence statement",
        [
            (
                "Neglect",
                "proposed",
                "word list, version 1",
                "weaker cue",
                "low confidence",
                "statement/f-bbbbbbb3",
            ),
            (
                "Pre-birth and perinatal pathway",
                "proposed",
                "word list, version 1",
                None,
                None,
                "statement/r-44444444",
            ),
            (
                "Safer sleep",
                "accepted",
                "word list, version 1",
                None,
                None,
                "statement/r-44444444",
            ),
        ],
    ),
    "unused-themes": ({}, "label group theme", []),
    "whats-new": (
        {"since": "2023"},
        "news label issued reviews statements earlier thing",
        [
            ("new document", "A later digest", "2023-05-10", 2, 7, 1, "document/made-2023"),
            ("new review", "june", "2023-05-10", 1, 3, 1, "review/r-cccccccc"),
            ("new review", "may", "2023-05-10", 1, 4, 1, "review/r-bbbbbbbb"),
            (
                "theme not raised before",
                "Audit and assurance",
                "2023-05-10",
                1,
                1,
                1,
                "theme/audit-assurance",
            ),
            ("theme not raised before", "Neglect", "2023-05-10", 2, 3, 1, "theme/neglect"),
            ("theme not raised before", "Training and knowledge", "2023-05-10", 1, 1, 1, "theme/training"),
        ],
    ),
}


def short(value: object) -> object:
    return value.removeprefix(BASE) if isinstance(value, str) else value


@pytest.mark.parametrize("name", EXPECTED)
def test_two_documents_give_the_right_rows(
    later: ox.Store, shipped: Mapping[str, query.Question], name: str
) -> None:
    values, columns, rows = EXPECTED[name]
    answer = query.ask(later, shipped[name], values).dictionaries()
    assert [tuple(short(row[column]) for column in columns.split()) for row in answer] == rows


EVERYONE = {"ruby", "lo", "may", "june"}
ASKED = [
    ("find-reviews", {"age-band": "under-1", "theme": "neglect"}, {"may", "june"}),
    ("find-reviews", {"age-band": "1-to-5", "theme": "neglect"}, {"june"}),
    ("find-reviews", {"theme": "neglect", "and-theme": "training"}, {"may"}),
    ("find-reviews", {"theme": "neglect", "kind": "finding"}, {"may"}),
    ("find-reviews", {"without-theme": "safer sleep"}, {None}),
    ("find-reviews", {"without-theme": "safer sleep", "kind": "recommendation"}, {None, "lo"}),
    ("find-reviews", {"without-theme": ["neglect", "pathways"]}, {None}),
    ("find-reviews", {"without-agency": "county council", "kind": "recommendation"}, {None, "lo"}),
    ("find-reviews", {"agency": "national-bodies"}, {"june"}),
    ("find-reviews", {"theme": "safer sleep", "kind": "recommendations"}, {"ruby", "may", "june"}),
    ("find-reviews", {"child-status": "looked-after"}, {"may"}),
    ("find-reviews", {"source-of-harm": "father", "outcome": "a child died"}, {"may"}),
    ("find-reviews", {"cause": "neglect"}, {"june"}),
    ("find-reviews", {"year-from": "2021"}, {"may"}),
    ("find-reviews", {"year-from": "2020", "year-to": "2021"}, {"ruby"}),
    ("find-reviews", {"outcome": ["death", "injury"]}, {"may", "june"}),
    ("find-reviews", {"review-type": "lcspr"}, {None, "ruby", "lo", "may", "june"}),
    ("find-statements", {"theme": "safer sleep", "and-theme": "neglect"}, {"may"}),
    ("find-statements", {"theme": "safer sleep", "and-theme": "training"}, set()),
    ("find-statements", {"theme": "safer sleep", "without-theme": ["neglect", "pre-birth"]}, EVERYONE),
    ("find-statements", {"kind": "finding", "without-theme": ["neglect", "training"]}, {"ruby", "lo"}),
    ("find-statements", {"agency": "midwifery", "kind": "finding"}, {"may"}),
    ("find-statements", {"agency": "midwifery", "without-agency": "county council"}, {"may"}),
    ("find-statements", {"age_band": "1 to 5"}, {"june"}),
    ("recommendations-to-agency", {"theme": "training"}, {"may"}),
    ("repeated-recommendations", {"agency": "local authority"}, {"ruby", "may"}),
    ("repeated-recommendations", {"theme": "neglect"}, {"may", "june"}),
    ("unreviewed-tags", {"review": "may"}, {"may"}),
    ("external-labels", {"review": "june"}, {"june"}),
    ("external-labels", {"document": "made-2023"}, {"may", "june"}),
    ("external-labels", {"document": "made-2022"}, set()),
    ("agencies-together", {"theme": "safer sleep", "agency": "children's homes"}, {"ruby"}),
    ("source-terms", {"document": "made-2022"}, {"ruby"}),
    ("statements-with-words", {"words": "ADVICE ON sleep"}, {"may"}),
    ("statements-with-words", {"words": ["advice on sleep", "NEGLECT early"]}, {"may"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "reviews"), ASKED)
def test_what_is_asked_can_be_combined(
    later: ox.Store,
    shipped: Mapping[str, query.Question],
    name: str,
    values: dict[str, str | list[str]],
    reviews: set[str | None],
) -> None:
    answer = query.ask(later, shipped[name], values).dictionaries()
    assert {row["name"] for row in answer} == reviews
    assert len({tuple(row.items()) for row in answer}) == len(answer)


@pytest.mark.parametrize(
    ("since", "documents"),
    [
        ("2022", {"made-2022", "made-2023"}),
        ("2022-03", {"made-2022", "made-2023"}),
        ("2022-03-31", {"made-2022", "made-2023"}),  # issued in March: the day is not given
        ("2022-04", {"made-2023"}),
        ("2023-05-10", {"made-2023"}),
        ("2023-05-11", set()),
        ("2024", set()),
    ],
)
def test_a_date_is_compared_as_far_as_both_are_given(
    later: ox.Store, shipped: Mapping[str, query.Question], since: str, documents: set[str]
) -> None:
    answer = query.ask(later, shipped["whats-new"], {"since": since}).dictionaries()
    prefix = f"{BASE}document/"
    assert {
        row["thing"].removeprefix(prefix) for row in answer if row["thing"].startswith(prefix)
    } == documents


def test_advice_to_one_agency_recurs_under_that_and_not_under_its_group(
    later: ox.Store, shipped: Mapping[str, query.Question]
) -> None:
    answer = query.ask(later, shipped["repeated-recommendations"], {}).dictionaries()
    assert {row["to"] for row in answer} == {"County council", "no agency named"}
