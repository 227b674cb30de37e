from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import records
from kg.errors import ProblemsFound

PROPOSED = Path(__file__).parent / "proposed"


def wrong(folder: Path) -> list[tuple[str, int | None, str]]:
    with pytest.raises(ProblemsFound) as caught:
        records.read(folder)
    assert all(problem.remedy for problem in caught.value.problems)
    return [(problem.path, problem.line, problem.what) for problem in caught.value.problems]


def test_records_are_in_order_of_id(sample: Path) -> None:
    found = records.read(sample)
    assert [source.id for source in found.sources] == ["sample"]
    assert [review.id for review in found.reviews] == ["r-22334455", "r-33445566"]


def test_orphaned_statements_are_told_apart() -> None:
    found = records.read(PROPOSED)
    assert [(review.alias, one.id) for review, one in records.orphans(found)] == [("gamma", "f-78923456")]
    (review,) = records.present(found).reviews
    assert [one.id for one in review.statements] == ["s-45678923", "f-45678923", "f-56789234", "f-67892345"]
    assert review.coverage == found.reviews[0].coverage


def test_list_of_which_nothing_is_left_is_neither_whole_nor_a_selection() -> None:
    found = records.read(PROPOSED)
    (review,) = found.reviews
    lost = tuple(replace(one, orphaned=one.orphaned or "0" * 64) for one in review.statements[1:])
    left = records.present(
        replace(found, reviews=(replace(review, statements=(review.statements[0], *lost)),))
    )
    assert left.reviews[0].coverage.findings == "unstated"
    assert left.reviews[0].coverage.recommendations == review.coverage.recommendations


def test_review_that_is_gone_is_counted_nowhere(sample: Path) -> None:
    """Its number in the source is another review's now, and the source says how many it has now."""
    digest = "0" * 64
    file = sample / "reviews" / "beta.yaml"
    gone = re.sub(r"(    evidence: .*\n)", rf'\1    orphaned: "{digest}"\n', file.read_text(encoding="utf-8"))
    file.write_text(gone.replace("item: 2", "item: 1"), encoding="utf-8")
    source = sample / "sources" / "sample.yaml"
    source.write_bytes(source.read_bytes().replace(b"review-count: 2", b"review-count: 1"))
    found = records.read(sample)
    assert len(found.reviews) == 2
    assert [review.alias for review in records.present(found).reviews] == ["alpha"]


def test_path_is_as_a_person_writes_it(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert records.read(sample).reviews[0].path == "reviews/alpha.yaml"
    monkeypatch.chdir(sample / "texts")
    assert records.read(sample).reviews[0].path == str(sample / "reviews" / "alpha.yaml")


@pytest.mark.parametrize("name", ["notes.txt", "alpha.yml", "alpha.yaml~", ".alpha.yaml", "README"])
def test_file_that_is_no_record_is_named(sample: Path, name: str) -> None:
    (sample / "reviews" / name).write_text("x", encoding="utf-8")
    assert wrong(sample) == [(f"reviews/{name}", None, "this is no file of a record")]


def test_hidden_files_of_other_programs_are_passed_over(sample: Path) -> None:
    (sample / "reviews" / ".DS_Store").write_bytes(b"\0")
    assert len(records.read(sample).reviews) == 2


def test_folder_among_the_records_is_named(sample: Path) -> None:
    (sample / "sources" / "old.yaml").mkdir()
    assert wrong(sample) == [("sources/old.yaml", None, "this is a folder, and no record")]


def test_empty_and_absent_folders_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviews").mkdir()
    assert wrong(tmp_path) == [
        ("reviews", None, "there are no records in this folder"),
        ("sources", None, "there is no such folder"),
    ]


def test_file_that_is_no_utf8_has_its_line(sample: Path) -> None:
    file = sample / "reviews" / "beta.yaml"
    file.write_bytes(file.read_bytes().replace(b"second", b"s\xe9cond"))
    assert wrong(sample) == [("reviews/beta.yaml", 4, "byte 0xe9 is not UTF-8")]


def test_large_file_is_not_read_to_its_end(sample: Path) -> None:
    with (sample / "reviews" / "beta.yaml").open("r+b") as file:
        file.truncate(4 * 1024**3)
    assert wrong(sample) == [("reviews/beta.yaml", 1, "the file is larger than 1024 KiB")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read every file")
def test_file_that_cannot_be_read_is_named(sample: Path) -> None:
    (sample / "reviews" / "beta.yaml").chmod(0)
    assert [path for path, *_ in wrong(sample)] == ["reviews/beta.yaml"]


def test_problems_of_all_files_are_found_in_one_run(sample: Path) -> None:
    for file in sample.glob("*/*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"title:", b"titel:"))
    assert sorted((path, line) for path, line, _ in wrong(sample)) == [
        ("reviews/alpha.yaml", 4),
        ("reviews/beta.yaml", 4),
        ("sources/sample.yaml", 3),
    ]


def test_source_with_problems_is_not_also_said_to_be_missing(sample: Path) -> None:
    file = sample / "sources" / "sample.yaml"
    file.write_bytes(file.read_bytes().replace(b"language: en", b"language: xx"))
    assert wrong(sample) == [("sources/sample.yaml", 6, "'xx' cannot stand here")]


def test_alias_and_statement_ids_are_used_once_in_all_files(sample: Path) -> None:
    copy = (sample / "reviews" / "alpha.yaml").read_bytes().replace(b"alias: alpha", b"alias: gamma")
    (sample / "reviews" / "gamma.yaml").write_bytes(copy.replace(b"item: 1", b"item: 2"))
    (sample / "reviews" / "beta.yaml").unlink()
    assert [(path, line) for path, line, _ in wrong(sample)] == [
        ("reviews/gamma.yaml", 2),
        *[("reviews/gamma.yaml", line) for line in (22, 29, 41, 47)],
    ]


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_raise_nothing_but_problems(sample: Path, data: bytes) -> None:
    (sample / "reviews" / "beta.yaml").write_bytes(data)
    assert {path for path, *_ in wrong(sample)} == {"reviews/beta.yaml"}


def test_only_the_file_that_is_cut_is_blamed(sample: Path) -> None:
    file = sample / "reviews" / "beta.yaml"
    data = file.read_bytes()
    for length in range(0, len(data), 17):
        file.write_bytes(data[:length])
        found = wrong(sample)
        assert {path for path, *_ in found} == {"reviews/beta.yaml"}
        assert all(line for _, line, _ in found)
