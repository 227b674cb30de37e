"""Many documents at a time: in order, each as if it were the only one, and no process left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.documents.hostile import HOSTILE, HTML, WORDS, drawn, word
from tests.documents.typeset import pdf

from kg.documents import Extracted, Limits, extract, extract_all
from kg.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = {
    "good.txt": "\n\n".join(WORDS).encode(),
    "good.html": HTML.encode(),
    "good.docx": word(),
    "good.pdf": pdf(drawn(*WORDS)),
}
linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are listed in /proc")


def kept(folder: Path, files: dict[str, bytes]) -> Iterator[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
        yield folder / name


def children() -> set[str]:
    """The processes that this one started and has not seen the end of."""
    tasks = Path("/proc/self/task").iterdir()
    return {child for task in tasks for child in (task / "children").read_text("ascii").split()}


def test_hostile_documents_cost_only_themselves(tmp_path: Path) -> None:
    """After each hostile document the next stands in for all that come later, in the same server."""
    good = list(kept(tmp_path, GOOD))
    hostile = list(kept(tmp_path, {name: data for name, (data, _) in HOSTILE.items()}))
    paths = [path for n, bad in enumerate(hostile) for path in (bad, good[n % len(good)])]
    alone = {path: extract(path) for path in good}
    found = list(extract_all(paths))
    assert len(found) == len(paths)
    for path, one in zip(paths, found, strict=True):
        if path in alone:
            assert one == alone[path]
        else:
            assert isinstance(one, DocumentError), path.name
            assert HOSTILE[path.name][1] in one.problem.what
            assert one.problem.path.endswith(path.name)


def test_each_document_has_the_whole_of_each_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words " * 1000)
    (tmp_path / "b.txt").write_bytes(b"few words")
    paths = [tmp_path / name for name in ("a.txt", "b.txt") * 4]
    for limits, said in (
        (Limits(size=100), "100 is the most"),
        (Limits(text=100), "more than 100 characters"),
    ):
        found = list(extract_all(paths, limits))
        assert [said in str(one) for one in found] == [True, False] * 4
        assert [one.text for one in found if isinstance(one, Extracted)] == ["few words"] * 4
    for limits, said in (
        (Limits(seconds=0.0001), "in 0.0001 seconds"),
        (Limits(memory=1), "the reader stopped"),
    ):
        assert [said in str(one) for one in extract_all(paths, limits)] == [True] * 8


def test_a_missing_file_is_an_answer_too(tmp_path: Path) -> None:
    (path,) = kept(tmp_path, {"a.txt": b"words"})
    missing, there = extract_all([tmp_path / "none.txt", path])
    assert isinstance(missing, DocumentError)
    assert isinstance(there, Extracted)
    assert list(extract_all([])) == []


@linux
def test_no_process_is_left_where_reading_ends_early(tmp_path: Path) -> None:
    before = children()
    paths = [*kept(tmp_path, GOOD), *kept(tmp_path, {"bomb.pdf": HOSTILE["bomb.pdf"][0]})] * 3
    reading = extract_all(paths)
    next(reading)
    assert children() > before
    reading.close()
    assert children() == before


@linux
def test_a_server_that_dies_costs_one_document(tmp_path: Path) -> None:
    paths = list(kept(tmp_path, GOOD)) * 8
    before = children()
    reading = extract_all(paths)
    found = [next(reading)]
    for child in children() - before:
        os.kill(int(child), 9)
    found += reading
    assert len(found) == len(paths)
    assert sum(isinstance(one, DocumentError) for one in found) <= 2
    assert all(isinstance(one, Extracted) for one in found[-8:])


def test_where_there_is_no_fork_each_document_has_a_python_of_its_own(tmp_path: Path) -> None:
    paths = [str(path) for path in kept(tmp_path, GOOD)]
    code = (
        "import os, sys; from pathlib import Path; del os.fork\n"
        "from kg.documents import extract_all\n"
        "print(sum(len(one.text) > 0 for one in extract_all(map(Path, sys.argv[1:]))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *paths], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "4"
