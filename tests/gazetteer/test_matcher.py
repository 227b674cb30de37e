"""What a mention says of itself, and what holds of any text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.gazetteer import Matcher, Mention
from kg.vocabulary import Concept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.vocabulary import Vocabulary

SMALL = {
    concept.id: concept
    for concept in (
        Concept("group", "Harm"),
        Concept("neglect", "Neglect", excluded=("self-neglect",), broader=("group",)),
        Concept("self-neglect", "Self-neglect", broader=("group",)),
        Concept(
            "sharing",
            "Information sharing",
            ("share information",),
            ("told each other",),
            ("told",),
            broader=("group",),
        ),
        Concept("reporting", "Reports", contested=("whistle-blowing",), broader=("group",)),
        Concept("plan", "Plan", ("CIN", "child in need plan"), broader=("group",)),
    )
}
WORDS = [
    *("Neglect", "neglected", "self-neglect", "self", "share", "shared", "all", "of", "the", "their"),
    *("information", "sharing", "told", "report", "reports", "whistle-blowing", "CIN", "cin", "child"),
    *("child's", "children's", "in", "need", "plan", "plans", "not", "no", "and", "or", ",", ".", ";", "(x)"),
]
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@pytest.fixture(scope="module")
def small() -> Matcher:
    return Matcher.of(SMALL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neglect.", [("neglect", "preferred", "medium", False)]),
        ("Neglect; neglect!", [("neglect", "preferred", "high", False)] * 2),
        ("They share information.", [("sharing", "alternative", "high", False)]),
        ("They told each other.", [("sharing", "phrase", "high", False)]),
        ("They were told.", [("sharing", "hidden", "low", False)]),
        ("They were told, and told.", [("sharing", "hidden", "low", False)] * 2),
        ("Whistle blowing.", [("reporting", "alternative", "high", False)]),
        ("There was no sign of neglect.", [("neglect", "preferred", "medium", True)]),
        ("There was no sign. Neglect", [("neglect", "preferred", "medium", False)]),
        ("Not only neglect", [("neglect", "preferred", "medium", False)]),
        ("They didn\u2019t see neglect", [("neglect", "preferred", "medium", True)]),
        ("Self neglect", [("self-neglect", "preferred", "high", False)]),
        ("A report", []),
        ("Harm", []),
        ("CIN, cin", [("plan", "alternative", "medium", False)]),
    ],
)
def test_rule_confidence_and_denial(small: Matcher, text: str, expected: list[object]) -> None:
    assert [(m.concept, m.rule, m.confidence, m.negated) for m in small.find(text)] == expected


def test_a_span_is_the_words_from_the_first_to_the_last(small: Matcher) -> None:
    text = "They share all of their information about children's in-need plans."
    found = [text[m.start : m.end] for m in small.find(text)]
    assert found == ["share all of their information", "children's in-need plans"]


def test_no_label_reaches_over_a_full_stop_or_a_comma(small: Matcher) -> None:
    assert not small.find("What they share. Information is kept; they share, information too")


def test_groups_are_only_those_that_have_no_name_but_their_heading(small: Matcher) -> None:
    named = {**SMALL, "group": Concept("group", "Harm", alternatives=("harm at home",))}
    assert not small.find("harm at home")
    assert [m.concept for m in Matcher.of(named).find("harm at home")] == ["group"]


@given(texts)
def test_spans_are_words_of_the_text_in_order(text: str) -> None:
    mentions = Matcher.of(SMALL).find(text)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end, m.concept))
    for mention in mentions:
        words = text[mention.start : mention.end]
        assert words
        assert words == words.strip(" ,.;()-")
        assert (text[: mention.start][-1:] + text[mention.end :][:1]).replace("'", "").isalnum() is False


@given(texts)
def test_case_and_hyphens_change_nothing_but_acronyms(text: str) -> None:
    matcher = Matcher.of({key: concept for key, concept in SMALL.items() if key != "plan"})
    found = matcher.find(text)
    assert matcher.find(text.upper()) == found
    assert matcher.find(text.lower()) == found
    assert matcher.find(text.replace("-", " ")) == found
    assert matcher.find(text.replace("-", "\u2011").replace("'", "\u2019")) == found


@given(st.permutations(list(SMALL)), texts)
def test_order_of_concepts_does_not_matter(order: list[str], text: str) -> None:
    assert Matcher.of({key: SMALL[key] for key in order}).find(text) == Matcher.of(SMALL).find(text)


def test_order_of_the_shipped_concepts_does_not_matter(
    matchers: Mapping[str, Matcher], shipped: Vocabulary, root: Path
) -> None:
    text = (root / "ontology" / "themes.ttl").read_text("utf-8")[:60_000]
    for scheme, matcher in matchers.items():
        concepts = dict(reversed(shipped.schemes[scheme].items()))
        assert Matcher.of(concepts).find(text) == matcher.find(text)


def test_every_label_of_the_vocabulary_is_found_as_it_is_written(
    matchers: Mapping[str, Matcher], shipped: Vocabulary
) -> None:
    """But for those that a longer phrase excludes in so many words."""
    for scheme in ("theme", "agency"):
        for concept in shipped.schemes[scheme].values():
            if concept.broader and concept.label.casefold() not in concept.excluded:
                found = {m.concept for m in matchers[scheme].find(concept.label)}
                assert concept.id in found, concept.label


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for mention in Matcher.of(SMALL).find(text):
        assert isinstance(mention, Mention)
        assert 0 <= mention.start < mention.end <= len(text)


def test_a_long_text_without_a_stop_takes_no_more_than_its_share(matchers: Mapping[str, Matcher]) -> None:
    times = []
    for many in (500, 2000):
        started = time.process_time()
        matchers["theme"].find("share all of the child and mother records with sharing " * many)
        times.append(time.process_time() - started)
    assert times[1] < 12 * times[0] + 0.2
