"""Each single change of what a record rests on is noticed, with its file and its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import documents, records, resources, vocabulary
from kg.errors import Problem, ProblemsFound
from kg.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parent / "sample"
FILES = ["reviews/alpha.yaml", "reviews/beta.yaml", "sources/sample.yaml"]
OFFSET = re.compile(r"(?:start|end): ([0-9]+)")
NUMBER = re.compile(r"(?:start|end|count|item): ([0-9]+)")
DIGEST = re.compile(r"sha256: ([0-9a-f]{64})")
CODE = re.compile(
    r"\b(?:type|form|reason|conviction|band|sex|findings|recommendations|wording|concept|theme|role|status|by)"
    r": ([a-z0-9-]+)"
)
LIST = re.compile(r"\[([a-z0-9-]+)")
KEY = re.compile(r"^ *(?:- )?([a-z0-9-]+): .*\n", re.MULTILINE)


@pytest.fixture(scope="module")
def known() -> vocabulary.Vocabulary:
    return vocabulary.load(resources.shipped("ontology"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {"sample": (SAMPLE / "texts" / "any-name.txt").read_bytes().decode()}


def changed(text: str) -> Iterator[tuple[int, str]]:
    """Every changed text, with the line that was changed."""
    for pattern, change in [
        (NUMBER, lambda old: str(int(old) + 1)),
        (OFFSET, lambda old: str(int(old) - 1)),
        (OFFSET, lambda old: f"{old}0"),
        (DIGEST, lambda old: old[:-1] + ("0" if old[-1] != "0" else "1")),
        (DIGEST, lambda old: old[:-1]),
        (CODE, lambda old: f"{old}x"),
        (CODE, lambda old: old[1:]),
        (LIST, lambda old: f"x{old}"),
    ]:
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield line, text[: match.start(1)] + change(match[1]) + text[match.end(1) :]
    for match in KEY.finditer(text):
        indented = re.sub("^( *)- ", r"\1  ", match[0])
        yield text.count("\n", 0, match.end()) + 1, text[: match.end()] + indented + text[match.end() :]


def problems(text: str, file: str, known: vocabulary.Vocabulary, texts: dict[str, str]) -> list[Problem]:
    """What is found in one changed file, the others being as they were."""
    good = records.read(SAMPLE)
    try:
        if file.startswith("sources"):
            found = Records((records.read_source(text, file),), good.reviews)
        else:
            review = records.read_review(text, file)
            found = Records(good.sources, (review,))
    except ProblemsFound as error:
        return list(error.problems)
    _, missing = documents.texts(SAMPLE / "texts", found.sources)
    return [*vocabulary.problems(found, known), *documents.problems(found, texts), *missing]


@pytest.mark.parametrize("file", FILES)
def test_every_single_change_is_noticed(
    file: str, known: vocabulary.Vocabulary, texts: dict[str, str], sample: Path
) -> None:
    original = (SAMPLE / file).read_bytes().decode()
    assert problems(original, file, known, texts) == []
    count = 0
    for line, text in changed(original):
        count += 1
        found = problems(text, file, known, texts)
        if not found:  # a rule between files
            (sample / file).write_bytes(text.encode())
            with pytest.raises(ProblemsFound) as caught:
                records.read(sample)
            (sample / file).write_bytes(original.encode())
            found = list(caught.value.problems)
        assert any(line == p.line or f"{file}:{line} " in p.what for p in found), text
    assert count > 20
