"""Every mistake of the table is found, and nothing is said that the table does not expect."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from kg import documents, records, resources, vocabulary
from kg.errors import ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.errors import Problem

HERE = Path(__file__).parent
TABLES = {"sample": "broken.yaml", "proposed": "broken-proposals.yaml"}
CASES = [
    (folder, case)
    for folder, table in TABLES.items()
    for case in yaml.safe_load((HERE / table).read_text(encoding="utf-8"))
]


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


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a copy of a folder of records the working folder."""

    def copy(name: str) -> Path:
        shutil.copytree(HERE / name, tmp_path, dirs_exist_ok=True)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return copy


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case["case"] for _, case in CASES])
def test_mistake_is_found(
    name: str, case: dict[str, str], start: Callable[[str], Path], known: vocabulary.Vocabulary
) -> None:
    folder = start(name)
    file = folder / case["file"]
    text = file.read_bytes().decode()
    assert text.count(case["replace"]) == 1, "what a case replaces stands in its file once"
    file.write_bytes(text.replace(case["replace"], case["with"]).encode())
    found = problems(folder, known)
    assert [said(problem) for problem in found] == case["says"]
    assert {problem.path for problem in found} == {case.get("found in", case["file"])}


@pytest.mark.parametrize("name", TABLES)
def test_folder_itself_has_no_mistake(
    name: str, start: Callable[[str], Path], known: vocabulary.Vocabulary
) -> None:
    assert problems(start(name), known) == ()
