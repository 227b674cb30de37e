"""Every mistake of the table is found, and nothing is said that the table does not expect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from kg import documents, records, resources, vocabulary
from kg.errors import ProblemsFound

if TYPE_CHECKING:
    from kg.errors import Problem

CASES = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def known() -> vocabulary.Vocabulary:
    return vocabulary.load(resources.shipped("ontology"))


def problems(folder: Path, known: vocabulary.Vocabulary) -> tuple[Problem, ...]:
    """All that `kg check --sources` says of records."""
    try:
        found = records.read(folder)
    except ProblemsFound as error:
        return error.problems
    texts, missing = documents.texts(folder / "texts", found.sources)
    return (*vocabulary.problems(found, known), *missing, *documents.problems(found, texts))


def said(problem: Problem) -> str:
    """A problem as the table has it: the line, what the program says, and what to do."""
    what, remedy = str(problem).split("\n    what to do: ")
    return f"{what.removeprefix(f'{problem.path}:')} => {remedy}"


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_mistake_is_found(case: dict[str, str], sample: Path, known: vocabulary.Vocabulary) -> None:
    file = sample / case["file"]
    text = file.read_bytes().decode()
    assert text.count(case["replace"]) == 1, "what a case replaces stands in its file once"
    file.write_bytes(text.replace(case["replace"], case["with"]).encode())
    found = problems(sample, known)
    assert [said(problem) for problem in found] == case["says"]
    assert {problem.path for problem in found} == {case.get("found in", case["file"])}


def test_sample_itself_has_no_mistake(sample: Path, known: vocabulary.Vocabulary) -> None:
    assert problems(sample, known) == ()
