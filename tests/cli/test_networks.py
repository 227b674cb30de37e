"""`kg network` and `kg link` on a build of the shipped records."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@pytest.fixture(scope="module")
def folder(with_build: Callable[[str], Path]) -> Path:
    """A folder with a build of the shipped records in it."""
    return with_build("elsewhere")


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], cwd=folder, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("what", ["themes", "reviews", "agencies"])
@pytest.mark.parametrize("ending", ["html", "svg", "graphml", "gexf", "json", "csv"])
def test_every_network_is_written_in_every_format(folder: Path, what: str, ending: str) -> None:
    done = kg(folder, "network", what, "-o", f"{what}.{ending}")
    assert done.returncode == 0, done.stderr
    names = [f"{what}.{ending}"] + ([f"{what}-nodes.csv"] if ending == "csv" else [])
    assert done.stdout.splitlines() == [f"Wrote {name}." for name in names]
    assert all((folder / name).stat().st_size > 500 for name in names)


def test_a_view_is_smaller_and_grows_with_its_steps(folder: Path) -> None:
    sizes = []
    for steps in ("0", "1", "2"):
        done = kg(folder, "network", "themes", "-o", "x.json", "--around", "safer sleep", "--steps", steps)
        assert done.returncode == 0, done.stderr
        sizes.append(len(json.loads((folder / "x.json").read_text("utf-8"))["nodes"]))
    assert sizes[0] == 1
    assert sizes[0] < sizes[1] < sizes[2] < 59


def test_lines_are_those_asked_for(folder: Path) -> None:
    counts = []
    for lines in ("same-statement", "strongest", "all"):
        done = kg(folder, "network", "themes", "-o", "x.json", "--lines", lines)
        assert done.returncode == 0, done.stderr
        counts.append(len(json.loads((folder / "x.json").read_text("utf-8"))["edges"]))
    assert counts[0] < counts[2]
    assert counts[1] < counts[2]


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("ruby", "child-lo"), "1. Safer sleep: raised in 2 of 8 reviews"),
        (("safer sleep", "theme:infants"), "come up together in"),
        (("Health visiting", "midwifery"), "both:"),
        (("neglect", "safer sleep"), "No review brings up both Neglect and Safer sleep."),
    ],
)
def test_a_link_is_explained(folder: Path, pair: tuple[str, str], said: str) -> None:
    done = kg(folder, "link", *pair)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    data = json.loads(kg(folder, "link", *pair, "--format", "json").stdout)
    assert data["sentences"]
    assert data["reviews"] == 8
    if data["numbers"]:
        assert data["numbers"]["verdict"] == "too few reviews to tell from chance"
        assert "too few reviews to tell from chance" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["link", "ruby"], "Missing argument"),
        (["link", "rubi", "emma"], "review:r-84g5hbbw (ruby)"),
        (["link", "ruby", "neglect"], "Two reviews, two themes or two agencies can be linked."),
        (["link", "ruby", "review:r-84g5hbbw"], "the same review"),
        (["link", "ruby", "emma", "--format", "csv"], "json"),
        (["network", "themes", "-o", "x.html", "--around", "safe sleeper"], "theme:safer-sleep"),
        (["network", "reviews", "-o", "x.html", "--lines", "same-statement"], "all or strongest"),
        (["network", "roles", "-o", "x.html"], "agencies"),
        (["network", "themes", "-o", "x.doc"], ".gexf"),
        (["network", "themes", "-o", "x.html", "--steps", "-1"], "--steps"),
    ],
)
def test_what_is_not_understood_says_what_to_do(folder: Path, arguments: list[str], message: str) -> None:
    done = kg(folder, *arguments)
    assert done.returncode == 2, done.stdout
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "x.html").exists()
