"""Several files are written together or not at all, wherever the program is cut off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kg import records
from kg.build.inputs import find_inputs
from kg.errors import BuildError, ProblemsFound
from kg.records.together import WRITING, finish, held, replace_all

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"sources/a.yaml": "old source\n", "reviews/b.yaml": "old review\n", "reviews/c.yaml": "kept\n"}
NEW = {"sources/a.yaml": "new source\n", "reviews/b.yaml": "new review\n", "reviews/d.yaml": "added\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def content(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_all_are_written_and_nothing_else_is_left(folder: Path) -> None:
    with held(folder):
        replace_all(folder, NEW)
    assert content(folder) == OLD | NEW


CUT = """
import os, sys, pathlib
from kg.records import together
calls, last = 0, int(sys.argv[2])
def counted(name):
    real = getattr(pathlib.Path, name)
    def call(*arguments, **named):
        global calls
        calls += 1
        if calls == last:
            os._exit(9)
        return real(*arguments, **named)
    return call
for name in ("write_text", "replace", "mkdir"):
    setattr(pathlib.Path, name, counted(name))
folder = pathlib.Path(sys.argv[1])
with together.held(folder):
    together.replace_all(folder, {"sources/a.yaml": "new source\\n", "reviews/b.yaml": "new review\\n",
                                  "reviews/d.yaml": "added\\n"})
"""


@pytest.mark.parametrize("last", range(1, 20))
def test_wherever_it_is_cut_off_all_or_nothing_is_new(folder: Path, last: int) -> None:
    ended = subprocess.run([sys.executable, "-c", CUT, str(folder), str(last)], check=False).returncode
    if (folder / WRITING).is_dir():
        with pytest.raises(ProblemsFound, match="cut off while it moved new records"):
            records.read(folder)
    finish(folder)
    with held(folder):
        pass
    after = content(folder)
    assert after in (OLD, OLD | NEW)
    assert ended == 9 or after == OLD | NEW


def test_what_reads_records_finishes_them_first(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", CUT, str(folder), "11"], check=False)
    assert (folder / WRITING).is_dir()
    find_inputs(folder)
    assert content(folder) == OLD | NEW


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system to fill")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a small file system")
    try:
        for name, text in OLD.items():
            (small / name).parent.mkdir(exist_ok=True)
            (small / name).write_text(text, encoding="utf-8")
        (small / "filler").write_bytes(b"\0" * (shutil.disk_usage(small).free - 8192))
        with held(small), pytest.raises(BuildError, match="Nothing was changed"):
            replace_all(small, NEW | {"reviews/large.yaml": "x" * 100_000})
        (small / "filler").unlink()
        assert content(small) == OLD
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)
