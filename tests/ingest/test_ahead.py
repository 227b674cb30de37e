"""Work done ahead by other processes: in order, the same as done here, and no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.ahead import ahead

HERE = os.getpid()
linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are listed in /proc")


def children() -> set[str]:
    tasks = Path("/proc/self/task").iterdir()
    return {child for task in tasks for child in (task / "children").read_text("ascii").split()}


def doubled(text: str) -> str:
    return text + text


def fragile(text: str) -> tuple[str, bool]:
    """Return a text, and whether that was done here; where it is done elsewhere, 'die' ends the process."""
    if text == "die" and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "wrong" and os.getpid() != HERE:
        raise ValueError(text)
    return text, os.getpid() == HERE


@given(st.lists(st.text(max_size=5), max_size=6))
def test_the_results_are_those_of_doing_it_here_in_order(texts: list[str]) -> None:
    assert list(ahead(doubled, texts)) == [doubled(text) for text in texts]


def test_what_fills_a_channel_both_ways_does_not_stop_it() -> None:
    """Both ends of a channel that wait until the other has read would wait for ever."""
    large = "x" * 5_000_000
    assert [len(one) for one in ahead(doubled, [large] * 5)] == [10_000_000] * 5


@linux
def test_it_is_done_elsewhere() -> None:
    assert not any(here for _, here in ahead(fragile, "abcdef"))


@linux
@pytest.mark.parametrize("event", ["die", "wrong"])
def test_what_another_process_cannot_do_is_done_here(event: str) -> None:
    texts = ["a", event, "b", event, "c", "d"]
    done = list(ahead(fragile, texts))
    assert [text for text, _ in done] == texts
    assert done[1] == (event, True)


def test_an_error_is_raised_as_if_it_were_done_here() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(ahead(int, ["1", "x", "2"]))


@linux
def test_no_process_is_left() -> None:
    before = children()
    assert len(list(ahead(doubled, "abc"))) == 3
    with closing(ahead(doubled, "abcdef")) as begun:
        next(begun)
        assert len(children() - before) == 2
    assert children() == before


@linux
def test_no_process_outlives_one_that_was_killed() -> None:
    """The copies have its standard output: it is closed once the last of them has ended."""
    program = (
        "import os, signal\n"
        "from kg.ingest.ahead import ahead\n"
        "begun = ahead(str, range(9))\n"
        "next(begun)\n"
        "print('begun', flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, b"begun\n")


def test_where_there_is_no_fork_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ingest.ahead._FORKS", False)
    assert list(ahead(fragile, "ab")) == [("a", True), ("b", True)]
