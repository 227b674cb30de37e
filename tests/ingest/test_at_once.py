"""Two programs and one folder of records: whoever reads sees all that the other wrote, or none of it."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from kg import records
from kg.ingest.folder import open_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ingest.conftest import Desk

KG = [sys.executable, "-c", "from kg.cli import main; main()"]
WRITER = """
import sys
from pathlib import Path
from kg.records.together import held, replace_all
folder = Path(sys.argv[1])
texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.glob("*/*.yaml")}
for n in range(60):
    with held(folder):
        replace_all(folder, {name: text.replace("year", f"{n} year") for name, text in texts.items()})
"""
REVIEW = """
{n}. Child {name}: serious case review

Death of a girl in her first year.

Learning includes: asking where Child {name} sleeps; sharing what is known of Child {name}.
"""


def document(names: str) -> str:
    return "".join(REVIEW.format(n=n, name=name) for n, name in enumerate(names, 1))


def test_records_are_never_seen_half_written(desk: Desk) -> None:
    desk.read(document("ABCDEFGH"))
    with subprocess.Popen([sys.executable, "-c", WRITER, str(desk.folder)]) as writer:
        seen = set()
        while writer.poll() is None:
            for write in (True, False):
                shelf = open_shelf(desk.folder, write=write)
                with shelf.held():
                    found = shelf.records()
                texts = [one.statements[0].text for one in found.reviews]
                assert len(texts) == 8
                assert len(set(texts)) == 1
                seen.add(texts[0])
    assert writer.returncode == 0
    assert len(seen) > 1


def test_documents_of_two_at_once_are_all_kept(tmp_path: Path) -> None:
    running = []
    for part in ("one", "two"):
        (tmp_path / part).mkdir()
        for n in range(6):
            path = tmp_path / part / f"{part}-{n}.txt"
            path.write_text(document(f"{part[0].upper()}{n}"), encoding="utf-8")
        command = [*KG, "ingest", "--into", str(tmp_path / "mine"), str(tmp_path / part)]
        running.append(
            subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        )
    told = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    assert all("6 documents: 6 new." in one for one in told)
    found = records.read(tmp_path / "mine")
    assert {one.id for one in found.sources} == {f"{part}-{n}" for part in ("one", "two") for n in range(6)}
    assert len(found.reviews) == 24


def test_a_run_that_is_stopped_leaves_whole_documents_and_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for n in range(12):
        path = tmp_path / "reports" / f"r{n}.txt"
        path.write_text(document(f"{chr(65 + n)}{n}"), encoding="utf-8")
    command = [*KG, "ingest", "--into", str(tmp_path / "mine"), str(tmp_path / "reports")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as running:
        assert running.stderr is not None
        first = running.stderr.readline()
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert first.startswith("1 of 12:")
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. Each document is written whole or not at all")
    shelf = open_shelf(tmp_path / "mine", write=True)
    with shelf.held():
        found = shelf.records()
    assert len(found.reviews) == 2 * len(found.sources) < 24
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
