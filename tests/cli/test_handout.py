"""`kg handout` on a build of the shipped records."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@pytest.fixture(scope="module")
def folder(with_build: Callable[[str], Path]) -> Path:
    """A folder with a build of the shipped records."""
    return with_build("handouts")


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], cwd=folder, check=False, capture_output=True, text=True)


@pytest.mark.parametrize(
    "what", ["theme=safer sleep", "theme=safer-sleep", "agency=health-visiting", "review=ruby"]
)
def test_what_is_named_is_written_as_a_page_and_as_a_word_file(folder: Path, what: str) -> None:
    for ending in (".html", ".docx"):
        done = kg(folder, "handout", what, "-o", f"one{ending}")
        assert (done.returncode, done.stdout) == (0, f"Wrote one{ending}.\n"), done.stderr
    page = (folder / "one.html").read_text("utf-8")
    title = docx.Document(str(folder / "one.docx")).paragraphs[0].text
    assert f"<h1>{title}</h1>" in page


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("safer-sleep", "-o", "a.html"), 2, "names neither a theme, an agency nor a review"),
        (("topic=safer-sleep", "-o", "a.html"), 2, "names neither a theme, an agency nor a review"),
        (("theme=safer-slep", "-o", "a.html"), 2, "safer-sleep"),
        (("theme=safer-sleep", "-o", "a.pdf"), 2, "end it with one of .html .docx"),
        (("agency=police", "-o", "a.html"), 2, "no finding or recommendation here is on Police"),
        (("theme=safer-sleep", "-o", "none/a.html"), 1, "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = sorted(folder.iterdir())
    done = kg(folder, "handout", *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(folder.iterdir()) == before
