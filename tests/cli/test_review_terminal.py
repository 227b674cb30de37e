"""`kg review` at a terminal, Ctrl-C, and processes that are killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from tests.cli.reviewing import KG, PLAIN, copied, kg, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0  # seconds until a screen must have come, however busy the machine is

pty = pytest.importorskip("pty", reason="terminals are tested on systems that have pseudo-terminals")
termios = pytest.importorskip("termios")


class Screen:
    """The command at a terminal of its own, in which Ctrl-C ends what runs."""

    def __init__(self, data: Path, *arguments: str, **environment: str) -> None:
        self.said, self._at = "", 0
        self.terminal, theirs = pty.openpty()
        self.settings = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            [*KG, "--data", str(data), *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - the test runs one thread
            env={**PLAIN, "TERM": "xterm", "COLUMNS": "80", **environment},
        )
        os.close(theirs)

    def until(self, words: str) -> str:
        """Read until some words are on the screen after those of the last time; return what came."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        while not (found := pattern.search(self.said, self._at)):
            self.said += self._read()
        came = self.said[self._at : found.end()]
        self._at = found.end()
        return came

    def press(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def end(self) -> int:
        """Read to the end and return the exit code."""
        while piece := self._read(at_end=""):
            self.said += piece
        return self.process.wait(PATIENCE)

    def _read(self, at_end: str | None = None) -> str:
        from select import select

        if not select([self.terminal], [], [], PATIENCE)[0]:
            raise AssertionError(f"nothing came for {PATIENCE} s after: {self.said[-2000:]}")
        try:
            piece = os.read(self.terminal, 4096).decode("utf-8", "replace").replace("\r\n", "\n")
        except OSError:
            piece = ""
        if not piece and at_end is None:
            raise AssertionError(f"it ended after: {self.said[-2000:]}")
        return piece

    def close(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self.terminal)


def _take_terminal() -> None:
    import fcntl

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background may have it ignored


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def screen(data: Path) -> Iterator[Screen]:
    one = Screen(data, NO_COLOR="1")
    yield one
    one.close()


def test_one_key_is_enough_at_a_terminal(data: Path, screen: Screen) -> None:
    screen.until("A accept all 6 ? help q quit >")
    screen.press("a")
    screen.until("15 proposals left")
    screen.press("\rr\n")  # Enter before and after a key does no harm
    screen.until("14 proposals left")
    screen.press("\x1b[A\x1b[B\x1bOP")  # arrows and F1 do nothing
    screen.press("cneg\x7f\x7f\x7funsafe s\x1b[Dl\r1\rq")
    assert screen.end() == 0
    assert "\x1b" not in screen.said
    assert statuses(data)[:4] == ["accepted", "rejected", "accepted", "proposed"]


def test_ctrl_c_keeps_what_was_decided_and_the_terminal_as_it_was(data: Path, screen: Screen) -> None:
    screen.until("q quit >")
    assert termios.tcgetattr(screen.terminal) != screen.settings
    screen.press("aa")
    screen.until("14 proposals left")
    screen.until("q quit >")
    screen.press("\x03")
    assert screen.end() == 130
    assert "2 accepted" in " ".join(screen.said.split())
    assert "Traceback" not in screen.said
    assert termios.tcgetattr(screen.terminal) == screen.settings
    assert statuses(data)[:3] == ["accepted", "accepted", "proposed"]


def test_ctrl_c_in_the_middle_of_a_name_changes_nothing(data: Path, screen: Screen) -> None:
    screen.until("q quit >")
    screen.press("clearn")
    screen.until(": learn")
    screen.press("\x03")
    assert screen.end() == 130
    assert set(statuses(data)) == {"proposed"}


def test_ctrl_d_and_a_closed_terminal_end_the_walk(data: Path, screen: Screen) -> None:
    screen.until("q quit >")
    screen.press("a\x04")
    assert screen.end() == 0
    assert statuses(data)[:2] == ["accepted", "proposed"]


def test_an_arrow_key_over_a_slow_line_accepts_nothing(data: Path, screen: Screen) -> None:
    screen.until("q quit >")
    screen.press("\x1b")
    time.sleep(0.2)
    screen.press("[A")  # not the A that accepts all
    time.sleep(0.2)
    screen.press("s")
    screen.until("Skipped - kind of review")
    screen.press("q")
    assert screen.end() == 0
    assert set(statuses(data)) == {"proposed"}


def test_a_process_that_is_ended_leaves_the_terminal_as_it_was(screen: Screen) -> None:
    screen.until("q quit >")
    screen.process.terminate()
    assert screen.end() == 143
    assert termios.tcgetattr(screen.terminal) == screen.settings


def test_a_terminal_shows_marks_in_bold_too(data: Path) -> None:
    one = Screen(data)
    try:
        one.until("q quit >")
        one.press("s" * 8)
        assert "\x1b[1m«safer sleep»\x1b[0m" in one.until("mother only")
    finally:
        one.close()


def test_a_kill_at_any_point_loses_no_decision(data: Path) -> None:
    """Kill -9 at ever later points; the next run goes on, and in the end all is decided as by one run."""
    decided = 0
    for round_ in range(12):
        one = subprocess.Popen(
            [*KG, "--data", str(data), "--record", "twins-r"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=PLAIN,
        )
        assert one.stdin is not None
        assert one.stdout is not None
        one.stdin.write(b"a\n" * 30)
        one.stdin.flush()
        one.stdout.read(1)
        time.sleep(0.003 * round_)
        one.send_signal(signal.SIGKILL)
        said = one.stdout.read().decode("utf-8", "replace")
        one.communicate()
        now = statuses(data, "twins-r").count("accepted")
        # What it said it had written is written; one more may have been, before it could say so.
        assert now in (decided + said.count("Accepted - "), decided + said.count("Accepted - ") + 1)
        decided = now
        assert not set(statuses(data, "twins-r")) & {"rejected"}
    kg(data, "a " * 8, "--record", "twins-r")
    assert set(statuses(data, "twins-r")) == {"accepted"}
    assert {path.name for path in (data / "reviews").iterdir()} == {"child-q.yaml", "twins-r.yaml"}
