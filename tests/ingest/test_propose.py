from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocabulary
from kg.documents import Extracted
from kg.errors import DocumentError, ProblemsFound
from kg.ingest import Matchers, matchers, propose, propose_text
from kg.resources import shipped

if TYPE_CHECKING:
    from typing import Any

    from kg.records.model import Records


@pytest.fixture(scope="module")
def known() -> Matchers:
    return matchers(vocabulary.load(shipped("ontology")))


@pytest.fixture(scope="module")
def proposed(seeds: Path, known: Matchers) -> dict[str, Any]:
    (path,) = sorted(seeds.glob("*.txt"))
    return propose(path, known)


@pytest.mark.seed
def test_the_bulletin_gives_the_shipped_statements_to_the_character(
    proposed: dict[str, Any], seed_records: Records
) -> None:
    reviews = sorted(seed_records.reviews, key=lambda review: review.item)
    assert len(proposed["reviews"]) == len(reviews) == 8
    kinds = ("finding", "recommendation")
    for found, review in zip(proposed["reviews"], reviews, strict=True):
        made = {(s["kind"], s["start"], s["end"]) for s in found["statements"] if s["kind"] in kinds}
        kept = {(s.kind, s.evidence.start, s.evidence.end) for s in review.statements if s.kind in kinds}
        assert made == kept, review.alias
        assert (found["type"], found["title"]) == (review.type, review.title)


@pytest.mark.seed
def test_the_bulletin_gives_the_issues_that_it_names_itself(
    proposed: dict[str, Any], seed_records: Records
) -> None:
    (source,) = seed_records.sources
    assert [(i["term"], i["start"], i["end"]) for i in proposed["issues"]] == [
        (issue.term, issue.evidence.start, issue.evidence.end) for issue in source.issues
    ]


@pytest.mark.seed
def test_every_character_of_the_bulletin_is_accounted_for(proposed: dict[str, Any], seeds: Path) -> None:
    (path,) = sorted(seeds.glob("*.txt"))
    text = path.read_text(encoding="utf-8")
    assert follow(proposed["spans"], len(text))
    assert proposed["source"]["sha256"] == sha256(text.encode()).hexdigest()
    assert any(one["code"] == "doubled-word" for one in proposed["warnings"])


@pytest.mark.seed
def test_mentions_stand_within_their_statement(proposed: dict[str, Any]) -> None:
    for review in proposed["reviews"]:
        for said in review["statements"]:
            for one in (*said["themes"], *said["agencies"]):
                assert said["start"] <= one["start"] < one["end"] <= said["end"]


def follow(spans: list[dict[str, Any]], length: int) -> bool:
    ends = [0, *(span["end"] for span in spans)]
    return all(span["start"] == end for span, end in zip(spans, ends, strict=False)) and ends[-1] == length


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["Child A", "Learning includes:", "a need for x;", "\n\n", ". ", "- ", "the"]))
)
def test_any_text_is_accounted_for(known: Matchers, parts: list[str]) -> None:
    text = " ".join(["Some words.", *parts])
    extracted = Extracted(text, sha256(text.encode()).hexdigest(), "text", Path("a.txt"))
    try:
        made = propose_text(extracted, known)
    except DocumentError:
        return
    assert follow(made["spans"], len(text))


def proposed_from(text: str, known: Matchers) -> dict[str, Any]:
    return propose_text(Extracted(text, sha256(text.encode()).hexdigest(), "text", Path("a.txt")), known)


def test_facts_of_a_title_point_at_its_words(known: Matchers) -> None:
    body = "Death of a baby.\n\nLearning includes: ask; tell."
    text = f"1. Child A: serious case review:\nlearning briefing\n\n{body}"
    (review,) = proposed_from(text, known)["reviews"]
    assert review["title"] == "Child A: serious case review: learning briefing"
    for field, words in (("type", "serious case review"), ("form", "learning briefing")):
        fact = review["facts"][field]
        assert text[fact["start"] : fact["end"]] == words


def test_form_of_a_document_may_stand_beside_its_title(known: Matchers) -> None:
    body = "Death of a baby girl in 2020.\n\nKey learning\n\n- Ask who is at home.\n"
    text = f"7 MINUTE BRIEFING\n\nLearning review: Kit\n\n{body}"
    (review,) = proposed_from(text, known)["reviews"]
    assert (review["title"], review["type"]) == ("Learning review: Kit", "learning")
    assert review["facts"]["form"] == {"value": "seven-minute-briefing", "start": 0, "end": 17}


@pytest.mark.parametrize("left", [(), ("theme",), ("agency",)])
def test_a_vocabulary_without_themes_or_agencies_is_told(left: tuple[str, ...]) -> None:
    whole = vocabulary.load(shipped("ontology"))
    part = vocabulary.Vocabulary({name: whole.schemes[name] for name in left}, whole.digests)
    with pytest.raises(ProblemsFound) as told:
        matchers(part)
    assert len(told.value.problems) == 2 - len(left)
    assert all("themes.ttl and agencies.ttl" in one.remedy for one in told.value.problems)
