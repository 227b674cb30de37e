"""`kg review` as people and scripts run it: pipes, terminals, Ctrl-C, and processes that are killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import records

if TYPE_CHECKING:
    from collections.abc import Iterator

KG = [sys.executable, "-c", "from kg.cli import main; main()", "review"]
SAMPLE = Path(__file__).parent.parent / "curation" / "sample"
PLAIN = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}
PATIENCE = 60.0  # seconds until a screen must have come, however busy the machine is


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "data")
    return tmp_path / "data"


def kg(
    data: Path, keys: str, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command with keys on standard input, one a line."""
    command = [*KG, "--data", str(data), *arguments]
    return subprocess.run(
        command,
        check=False,
        input="".join(f"{key}\n" for key in keys.split()),
        capture_output=True,
        encoding="utf-8",
        env={**PLAIN, **(environment or {})},
        cwd=data.parent,
    )


def statuses(data: Path, review: str = "child-q") -> list[str]:
    """The statuses of a review's facts and tags; all records of the folder hold."""
    one = next(review_ for review_ in records.read(data).reviews if review_.alias == review)
    tags = [tag for statement in one.statements for tag in (*statement.themes, *statement.agencies)]
    return [*(fact.status for fact in one.facts), *(tag.status for tag in tags)]


def test_keys_come_one_a_line_from_a_pipe(data: Path) -> None:
    done = kg(data, "a r q", "--on", "2031-06-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert statuses(data)[:3] == ["accepted", "rejected", "proposed"]
    assert 'decided: "2031-06-01"' in (data / "reviews" / "child-q.yaml").read_text(encoding="utf-8")
    assert "24 proposals to decide in 2 reviews" in " ".join(done.stdout.split())
    assert re.search(r"1 +accepted\n +1 +rejected\n +0 +changed\n +0 +skipped\n +22 +left", done.stdout)
    assert f"kg check --data {data}" in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_a_decision_has_the_date_of_the_day_it_is_taken(data: Path) -> None:
    days = {date.today().isoformat()}  # noqa: DTZ011 - the day where the test runs
    kg(data, "a")
    days.add(date.today().isoformat())  # noqa: DTZ011 - likewise; a test may run at midnight
    text = (data / "reviews" / "child-q.yaml").read_text(encoding="utf-8")
    assert any(f'decided: "{day}"' in text for day in days)


@pytest.mark.parametrize("name", ["twins-r", "r-55667788"])
def test_one_review_is_named_by_alias_or_id(data: Path, name: str) -> None:
    done = kg(data, "A", "--record", name)
    assert "Twins R" in done.stdout
    assert "Child Q" not in done.stdout
    assert set(statuses(data)) == {"proposed"}


def test_a_record_that_there_is_not_is_named_with_the_nearest(data: Path) -> None:
    done = kg(data, "", "--record", "child-k")
    assert done.returncode == 2
    assert "There is no record 'child-k'. Did you mean child-q?" in done.stderr


def test_nothing_to_review_says_so(data: Path) -> None:
    done = kg(data, "A a a a A s s A x A A")
    assert "That was the last one" in done.stdout
    assert "0  left to decide" in done.stdout
    assert "kg review" not in done.stdout
    done = kg(data, "")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing to review: all that was proposed is decided.")


def test_statements_without_a_theme_are_offered_again_by_name_only(data: Path) -> None:
    kg(data, "A a a a A s s A x A A")
    assert "hold the whole family in mind" in kg(data, "s s", "--record", "child-q").stdout
    assert "Nothing to review in twins-r" in kg(data, "", "--record", "twins-r").stdout


def test_a_record_that_cannot_be_read_costs_only_itself(data: Path) -> None:
    path = data / "reviews" / "child-q.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("item: 1", "item: one"), encoding="utf-8")
    done = kg(data, "a")
    assert done.returncode == 1
    assert "child-q.yaml:9: [child-q] item: 'one'" in done.stderr
    assert statuses_of_text(data / "reviews" / "twins-r.yaml")["accepted"] == 1


def statuses_of_text(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8")
    return {word: text.count(f"status: {word}") for word in ("proposed", "accepted", "rejected")}


def test_without_records_of_onesterminal_nothing_that_ships_is_changed(tmp_path: Path) -> None:
    done = subprocess.run(
        KG, check=False, input="a\n", capture_output=True, encoding="utf-8", env=PLAIN, cwd=tmp_path
    )
    assert done.returncode == 2
    assert "There are no records here" in done.stderr


@pytest.mark.parametrize("sources", [True, False], ids=["with the source", "without the source"])
def test_the_words_found_are_marked(data: Path, sources: bool) -> None:  # noqa: FBT001 - a parameter
    arguments = ["--sources", str(data / "texts")] if sources else []
    done = kg(data, "s " * 12, *arguments)
    assert "«5-week-old»" in done.stdout
    assert "advice on «safer sleep» was given to the mother only" in done.stdout
    assert "«police»" in done.stdout or "«neglect»" in done.stdout
    assert done.stderr == ""


def test_a_source_that_is_not_there_is_told_and_does_no_harm(data: Path) -> None:
    done = kg(data, "s " * 9, "--sources", str(data))
    assert done.returncode == 0
    assert "marked as well as they can be" in " ".join(done.stderr.split())
    assert "«safer sleep»" in done.stdout


@pytest.mark.parametrize("width", [40, 60])
def test_every_line_fits_a_narrow_terminal(data: Path, width: int) -> None:
    keys = "? d c learning 1 u s s s A s s d c sleep 1 u A + t whole 1 s d a x s c 3weeks A A A A"
    done = kg(data, keys, environment={"COLUMNS": str(width)})
    own = [line for line in done.stdout.splitlines() if str(data) not in line]
    assert max(len(line) for line in own if not line.startswith((": ", "> "))) <= width


def test_ascii_is_enough(data: Path) -> None:
    done = kg(data, "s " * 9 + "? q", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "advice on >>safer sleep<< was given" in done.stdout
    assert "?safer" not in done.stdout


# From here on at a terminal.

pty = pytest.importorskip("pty", reason="terminals are tested on systems that have pseudo-terminals")


class Screen:
    """The command at a terminal of its own, in which Ctrl-C ends what runs."""

    def __init__(self, data: Path, *arguments: str, **environment: str) -> None:
        self.said, self._at = "", 0
        self.terminal, theirs = pty.openpty()
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
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


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
    screen.press("cneg\x7f\x7f\x7funsafe s\r1\rq")
    assert screen.end() == 0
    assert "\x1b" not in screen.said
    assert statuses(data)[:4] == ["accepted", "rejected", "accepted", "proposed"]


def test_ctrl_c_keeps_what_was_decided_and_the_terminal_as_it_was(data: Path, screen: Screen) -> None:
    import termios

    before = termios.tcgetattr(screen.terminal)
    screen.until("q quit >")
    assert termios.tcgetattr(screen.terminal) != before
    screen.press("aa")
    screen.until("14 proposals left")
    screen.until("q quit >")
    screen.press("\x03")
    assert screen.end() == 130
    assert "2 accepted" in " ".join(screen.said.split())
    assert "Traceback" not in screen.said
    assert termios.tcgetattr(screen.terminal) == before
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
