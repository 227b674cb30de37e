from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kg import records
from kg.errors import ProblemsFound
from kg.records.together import WRITING, finish

if TYPE_CHECKING:
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]
DIGEST = """Reviews of the month

1. Child A: serious case review

Death of a 5-week-old girl in May 2015.

Learning includes: seeing where babies sleep; the need to share concerns about parents.

Recommendations include: the council should check how fathers are involved.
"""


def kg(
    *arguments: object, cwd: Path | None = None, command: str = "ingest"
) -> subprocess.CompletedProcess[str]:
    called = [*KG, command, *map(str, arguments)]
    return subprocess.run(called, check=False, capture_output=True, text=True, cwd=cwd)


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    path = tmp_path / "digest.txt"
    path.write_text(DIGEST, encoding="utf-8")
    return path


def test_what_a_document_proposes_is_shown_and_nothing_is_written(tmp_path: Path, digest: Path) -> None:
    done = kg("--dry-run", "--into", tmp_path / "mine", digest)
    assert done.returncode == 0, done.stderr
    assert "Child A: serious case review: 1 summary, 2 findings, 1 recommendation" in done.stdout
    assert "would be new, 2 files" in done.stdout
    assert not (tmp_path / "mine").exists()


def test_json_is_a_list_with_an_object_for_each_document(tmp_path: Path, digest: Path) -> None:
    (one,) = json.loads(kg("--format", "json", "--into", tmp_path / "mine", digest).stdout)
    (review,) = one["reviews"]
    assert (review["type"], review["facts"]["outcome"][0]["value"]) == ("scr", "death")
    words = [DIGEST[s["start"] : s["end"]] for s in review["statements"] if s["kind"] == "finding"]
    assert words == ["seeing where babies sleep", "the need to share concerns about parents"]
    assert one["records"]["state"] == "new"
    assert one["records"]["files"][:2] == ["reviews/child-a.yaml", "sources/digest.yaml"]


def test_records_are_written_and_pass_every_check(tmp_path: Path, digest: Path) -> None:
    done = kg("--into", "mine", digest, "--publisher", "A library", "--issued", "2031-03", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "kg review --data mine --sources mine/texts" in done.stderr
    found = records.read(tmp_path / "mine")
    (source,) = found.sources
    assert (source.id, source.publisher, source.issued) == ("digest", "A library", "2031-03")
    assert (source.file, source.quotes) == ("digest.txt", "private")
    (review,) = found.reviews
    assert (review.alias, review.type, review.incident.outcome) == ("child-a", "scr", ("unstated",))
    checked = kg("--data", "mine", "--sources", "mine/texts", command="check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr


def test_nothing_changes_when_nothing_has_changed(tmp_path: Path, digest: Path) -> None:
    kg("--into", tmp_path / "mine", digest)
    before = content(tmp_path / "mine")
    done = kg("--into", tmp_path / "mine", digest)
    assert "nothing has changed" in done.stdout
    assert content(tmp_path / "mine") == before


def test_documents_that_cannot_be_read_do_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"no pdf at all")
    (folder / "b.txt").write_text(DIGEST, encoding="utf-8")
    (folder / "c.txt").write_text("Nothing that would be a review.\n", encoding="utf-8")
    (folder / "d.txt").write_text(DIGEST.replace("Child A", "Child B"), encoding="utf-8")
    done = kg("--into", tmp_path / "mine", folder)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if " of 4: " in line][1].startswith("2 of 4: ")
    assert "a.pdf" in done.stderr
    assert "c.txt: no review was found in it" in done.stderr
    assert "4 documents: 2 new, 2 not ingested, for the reasons above." in done.stderr
    assert {one.alias for one in records.read(tmp_path / "mine").reviews} == {"child-a", "child-b"}


def test_two_documents_do_not_take_turns_in_the_same_records(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "report.txt").write_text(DIGEST, encoding="utf-8")
    (folder / "report.md").write_text(DIGEST.replace("girl", "boy"), encoding="utf-8")
    done = kg("--into", tmp_path / "mine", folder)
    assert done.returncode == 1
    assert "it would be the source 'report', as" in done.stderr
    (folder / "report.md").write_text(DIGEST, encoding="utf-8")
    assert "it has the same text as" in kg("--into", tmp_path / "other", folder).stderr


def test_a_trial_without_a_folder_says_what_would_be_made_here(tmp_path: Path, digest: Path) -> None:
    done = kg("--dry-run", digest, cwd=tmp_path)
    assert "source 'digest' in data: would be new" in done.stdout
    assert not (tmp_path / "data").exists()


def test_another_document_of_the_same_name_replaces_nothing(tmp_path: Path, digest: Path) -> None:
    kg("--into", tmp_path / "mine", digest)
    before = content(tmp_path / "mine")
    other = "1. Child X: learning review\n\nSerious injury of a boy.\n\nLearning includes: one; two things.\n"
    digest.write_text(other, encoding="utf-8")
    done = kg("--into", tmp_path / "mine", digest)
    assert done.returncode == 1
    assert "none of its reviews is one of the source 'digest'" in done.stderr
    assert content(tmp_path / "mine") == before
    assert kg("--into", tmp_path / "mine", digest, "--source", "other").returncode == 0


SAID = {
    "no file": ([], "FILE"),
    "two documents of one name": (["digest.txt", "digest.txt", "--source", "a"], "--source is said of one"),
    "no id": (["digest.txt", "--source", "A B"], "'A B' is no id"),
    "no date": (["digest.txt", "--issued", "2031-13"], "'2031-13' is no date"),
    "a file in place of a folder": (["digest.txt", "--into", "digest.txt"], "is no folder"),
}


@pytest.mark.parametrize("case", SAID)
def test_what_is_not_understood_says_what_to_do(case: str, tmp_path: Path, digest: Path) -> None:
    arguments, message = SAID[case]
    done = kg(*arguments, cwd=digest.parent)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert not (tmp_path / "data").exists()


def test_nothing_is_written_into_what_comes_with_kg(tmp_path: Path, digest: Path) -> None:
    done = kg(digest, cwd=tmp_path)
    assert done.returncode == 2
    assert "come with kg, and nothing is written there" in done.stderr
    assert "--into DIR" in done.stderr


def test_strict_refuses_what_was_not_understood(tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("Some words that are no review at all.\n", encoding="utf-8")
    strict = kg("--strict", "--into", tmp_path / "mine", odd)
    assert strict.returncode == 1
    assert "not understood, line 1: Some words" in strict.stdout
    assert strict.stdout.count("Some words") == 1
    assert "one passage was not understood, and --strict refuses that" in strict.stderr
    assert not (tmp_path / "mine" / "sources").exists()


def test_a_character_that_does_not_show_is_told_with_its_line_once(tmp_path: Path, digest: Path) -> None:
    digest.write_text(DIGEST.replace("sleep;", "\u202esleep;"), encoding="utf-8")
    done = kg("--dry-run", "--into", tmp_path / "mine", digest)
    assert "  look at the text: line 7: the character U+202E does not show\n" in done.stdout


def test_records_that_are_broken_are_not_written_to(tmp_path: Path, digest: Path) -> None:
    kg("--into", tmp_path / "mine", digest)
    broken = tmp_path / "mine" / "reviews" / "child-a.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("type: scr", "typ: scr"), encoding="utf-8")
    before = content(tmp_path / "mine")
    done = kg("--into", tmp_path / "mine", digest)
    assert done.returncode == 1
    assert "did you mean 'type'?" in done.stderr
    assert content(tmp_path / "mine") == before


def test_a_kill_at_any_time_leaves_the_old_records_or_the_new(tmp_path: Path, digest: Path) -> None:
    folder = tmp_path / "mine"
    many = "\n".join(DIGEST.partition("1. ")[2].replace("Child A", f"Child {name}") for name in "ABCDEFGH")
    digest.write_text(many, encoding="utf-8")
    kg("--into", folder, digest)
    old = content(folder)
    digest.write_text(many.replace("babies", "all babies"), encoding="utf-8")
    command = [*KG, "ingest", "--into", str(folder), str(digest)]
    pause = random.Random(7)  # noqa: S311 - where to cut, not a secret
    new = None
    for _ in range(10):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(pause.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (folder / WRITING).is_dir():
            with pytest.raises(ProblemsFound, match="cut off"):
                records.read(folder)
        finish(folder)
        assert len(records.read(folder).reviews) == 8
        now = {name: text for name, text in content(folder).items() if not name.startswith(WRITING)}
        assert now == old or sum(b"all babies" in text for text in now.values()) == 9
        new = now if now != old else new
        if new:
            break
    subprocess.run(command, check=True, capture_output=True)
    assert sum(b"all babies" in text for text in content(folder).values()) == 9
    assert not list(folder.glob(f"{WRITING}*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system to fill")
def test_a_full_disk_destroys_nothing(tmp_path: Path, digest: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a small file system")
    try:
        kg("--into", small / "mine", digest)
        before = content(small / "mine")
        (small / "filler").write_bytes(b"\0" * (shutil.disk_usage(small).free - 4096))
        digest.write_text(DIGEST.replace("seeing", "always seeing"), encoding="utf-8")
        done = kg("--into", small / "mine", digest)
        assert done.returncode == 1
        assert "Nothing was changed" in done.stderr
        assert content(small / "mine") == before
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_two_at_once_both_end_well(tmp_path: Path, digest: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(DIGEST.replace("5-week", "6-week"), encoding="utf-8")
    running = [
        subprocess.Popen([*KG, "ingest", "--into", str(tmp_path / "mine"), str(path)], stderr=subprocess.PIPE)
        for path in (digest, other)
    ]
    ended = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], ended
    assert {one.alias for one in records.read(tmp_path / "mine").reviews} == {"child-a", "child-a-2"}


def test_what_is_not_read_in_a_folder_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    none = kg("--into", tmp_path / "mine", folder)
    assert (none.returncode, (tmp_path / "mine").exists()) == (2, False)
    assert "no document" in none.stderr
    (folder / "within.txt").mkdir()
    (folder / "within.txt" / "one.txt").write_text(DIGEST, encoding="utf-8")
    (folder / "two.doc").write_text(DIGEST, encoding="utf-8")
    done = kg("--into", tmp_path / "mine", folder)
    assert done.returncode == 0, done.stderr
    assert "two.doc is left out" in done.stderr
    assert done.stderr.count("left out") == 1


def test_a_scrambled_text_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text(
        "Learning includes: visit early; ask twice. The family had moved. Keywords: infants, sleep> Read the"
        " overview report, Death of a 3-month-old child. Recommendations include: write it down; share it.",
        encoding="utf-8",
    )
    refused = kg("--dry-run", "--into", tmp_path / "mine", path)
    assert refused.returncode == 1
    assert "mixed.txt:1: the text is scrambled" in refused.stderr
