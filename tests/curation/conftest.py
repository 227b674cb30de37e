"""Records to decide on, and sessions of keys over them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import resources, vocabulary
from kg.curation import Known, Lines, Look, State, Voice, Walk, hold_all, take
from kg.curation.told import closing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.vocabulary import Vocabulary

SAMPLE = Path(__file__).parent / "sample"
TODAY = "2031-06-01"


@pytest.fixture(scope="session")
def shipped() -> Vocabulary:
    return vocabulary.load(resources.shipped("ontology"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample: two reviews of one source, as software proposed them."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    return folder


@pytest.fixture
def begin(shipped: Vocabulary) -> Callable[..., tuple[Walk, io.StringIO]]:
    """What begins a walk over all the reviews of a folder, with keys one a line; and what it will say."""

    def walk(folder: Path, keys: Sequence[str], look: Look | None = None) -> tuple[Walk, io.StringIO]:
        said = io.StringIO()
        lines = Lines(io.StringIO("".join(f"{key}\n" for key in keys)), said)
        state = State(tuple(hold_all(folder)[0]))
        return Walk(state, Known(shipped), Voice(lines, look or Look()), TODAY), said

    return walk


@pytest.fixture
def session(begin: Callable[..., tuple[Walk, io.StringIO]]) -> Callable[..., str]:
    """What walks through a folder with some keys, and returns all that was said."""

    def run(folder: Path, keys: Sequence[str], look: Look | None = None) -> str:
        walk, said = begin(folder, keys, look)
        take(walk)
        said.write("\n".join(closing(walk.state, walk.voice.look)))
        return said.getvalue()

    return run
