from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import BuildError, ProblemsFound
from kg.files import locked, read_text, write_text

if TYPE_CHECKING:
    from pathlib import Path


def test_what_cannot_be_read_is_a_problem_with_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ProblemsFound, match=r"folder: the file cannot be read: Is a directory"):
        read_text(tmp_path / "folder")


def test_line_ends_are_kept_both_ways(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "é\r\nb\n")
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\r\nb\n"
    assert read_text(tmp_path / "a") == "é\r\nb\n"


def test_what_cannot_be_written_leaves_what_stood_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BuildError, match="could not be written"):
        write_text(tmp_path / "folder", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path):
        with pytest.raises(BuildError, match="Another kg is writing to"), locked(tmp_path, 0.05):
            pass
        assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    with locked(tmp_path, 0.05):
        pass
