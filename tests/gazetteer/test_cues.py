"""Hidden labels whose words stand anywhere near each other in a sentence."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import Matcher
from kg.gazetteer.cues import REACH
from kg.vocabulary import Concept


def found(cue: str, text: str, *excluded: str) -> list[str]:
    concept = Concept("one", "Something else", hidden=(cue,), excluded=excluded)
    return [text[m.start : m.end] for m in Matcher.of({"one": concept}).find(text)]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("father + assess", "The father was assessed.", ["father was assessed"]),
        ("father + assess", "Assessing both fathers", ["Assessing both fathers"]),
        ("father/uncle + assess", "An uncle, it seems, assessed it", ["uncle, it seems, assessed"]),
        ("father + assess", "The father left. Assess it.", []),
        ("father + assess", "The father's plan", []),
        (
            "assess* + @child",
            "No reassessment of the baby; an assessment of the twins and the boy",
            ["assessment of the twins and the boy"],
        ),
        ("@parent + @agency", "His mum rang the midwife", ["mum rang the midwife"]),
        ("not + explore", "Nobody had explored it", ["Nobody had explored"]),
        ("in care/looked-after + move", "A looked after boy moved", ["looked after boy moved"]),
        ("care + care", "In care", []),
        ("care + care", "In care, care moved", ["care, care"]),
        ("paediatric* + organise*", "Pediatricians organized it", ["Pediatricians organized"]),
        ("PLO + meeting", "A plo meeting, a PLO meeting", ["PLO meeting"]),
    ],
)
def test_words_of_a_cue(cue: str, text: str, expected: list[str]) -> None:
    assert found(cue, text) == expected


@pytest.mark.parametrize(("between", "is_found"), [(REACH - 2, True), (REACH - 1, False)])
def test_a_cue_reaches_over_so_many_words(between: int, is_found: object) -> None:
    assert bool(found("father + assess", f"father {'and ' * between}assess")) is is_found


def test_a_cue_does_not_count_where_a_phrase_is_excluded() -> None:
    assert found("father* + see", "The father figure was seen") == ["father figure was seen"]
    assert not found("father* + see", "The father figure was seen", "father figure")


def test_a_cue_is_of_medium_confidence_and_only_where_nothing_else_names_its_concept() -> None:
    matcher = Matcher.of({"men": Concept("men", "Men", ("stepfather",), hidden=("father* + see", "dad"))})
    said = [(m.rule, m.confidence, m.negated) for m in matcher.find("No father was seen by dad")]
    assert said == [("hidden", "medium", True)]
    assert [m.rule for m in matcher.find("Stepfather and father seen")] == ["alternative"]


@given(st.permutations(["father", "nursery", "assess", "plan"]))
def test_order_does_not_matter(words: list[str]) -> None:
    concepts = {"one": Concept("one", "Else", hidden=("father + assess + plan",))}
    assert len(Matcher.of(concepts).find(" ".join(words))) == 1


def test_order_of_parts_does_not_matter() -> None:
    texts = {
        tuple(found(" + ".join(parts), "a father saw the plan"))
        for parts in permutations(["father", "see", "plan"])
    }
    assert texts == {("father saw the plan",)}
