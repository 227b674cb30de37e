from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import store
from kg.build import inputs
from kg.build.chain import build, check, counts
from kg.build.find import find_build
from kg.build.inputs import find_inputs
from kg.build.manifest import read_manifest
from kg.cli import group
from kg.errors import BuildError, NotFoundError, ProblemsFound
from kg.namespaces import CR, SKOS
from kg.resources import shipped
from kg.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.build.inputs import Inputs
    from kg.records.model import Records

    Lean = Callable[[Path], Inputs]

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def quiet(_: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory) -> Lean:
    """Inputs whose themes have no other names and no wording: a build takes less time."""
    ontology = Path(shutil.copytree(shipped("ontology"), tmp_path_factory.mktemp("lean") / "ontology"))
    themes = ontology / "themes.ttl"
    every = list(ox.parse(path=str(themes), format=ox.RdfFormat.TURTLE))
    contested = {(quad.subject, quad.object) for quad in every if quad.predicate.value == CR.contestedTerm}
    names = (SKOS.altLabel, SKOS.hiddenLabel, CR.excludedPhrase)
    kept = (
        (quad.subject, quad.predicate, quad.object)
        for quad in every
        if quad.predicate.value not in names or (quad.subject, quad.object) in contested
    )
    themes.write_text("".join(turtle(kept)), encoding="utf-8")
    (ontology / "wording" / "themes.ttl").write_text("", encoding="utf-8")
    return lambda data: replace(find_inputs(data), ontology=ontology)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, lean: Lean) -> Path:
    root = tmp_path_factory.mktemp("built") / "build"
    build(lean(shipped("data")), root, quiet)
    return root


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped("data"), tmp_path / "data"))


def content(root: Path) -> dict[str, str]:
    """The digest of every file below a folder but the store's and the lock, links followed."""
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "store" not in path.relative_to(root).parts and path.name != ".lock"
    }


def change(data: Path, before: str, after: str, name: str = "ruby") -> Path:
    path = data / "reviews" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


def test_a_build_holds_store_pages_and_a_manifest_that_fits_them(built: Path) -> None:
    folder = built / "current"
    manifest = read_manifest(folder)
    assert (manifest.counts["reviews"], manifest.counts["finding statements"]) == (8, 54)
    assert manifest.counts["recommendation statements"] == 32
    assert store.digest(store.open_read_only(folder / "store")) == manifest.store
    found = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in (folder / "site").rglob("*")
        if path.is_file()
    }
    assert found == manifest.files
    assert {"site/index.html", "site/network.html"} <= set(found)


def test_the_same_records_give_the_same_bytes(built: Path, tmp_path: Path, lean: Lean) -> None:
    again = build(lean(shipped("data")), tmp_path / "again", quiet)
    assert again.new
    assert content(again.folder) == content(built / "current")


def test_nothing_is_done_when_nothing_changed(built: Path, lean: Lean) -> None:
    before = (built / "current").resolve().stat().st_mtime_ns
    again = build(lean(shipped("data")), built, quiet)
    assert not again.new
    assert (built / "current").resolve().stat().st_mtime_ns == before


def test_a_change_makes_a_new_build_and_keeps_the_one_before(
    own_data: Path, tmp_path: Path, lean: Lean
) -> None:
    root = tmp_path / "build"
    first = build(lean(own_data), root, quiet).name
    change(own_data, "text: Being aware", "text: Being well aware")
    second = build(lean(own_data), root, quiet).name
    change(own_data, "text: Being well aware", "text: Being quite aware")
    third = build(lean(own_data), root, quiet).name
    assert len({first, second, third}) == 3
    assert sorted(path.name for path in (root / "builds").iterdir()) == sorted([second, third])


@pytest.mark.parametrize("name", ["pages/home.py", "pages/templates/home.html", "pages/templates/style.css"])
def test_the_program_with_its_templates_style_and_script_is_an_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    package = Path(shutil.copytree(Path(inputs.__file__).parent.parent, tmp_path / "kg"))
    monkeypatch.setattr(inputs, "__file__", str(package / "build" / "inputs.py"))
    before = inputs.digest(find_inputs(shipped("data")))
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert inputs.digest(find_inputs(shipped("data"))) != before


def test_a_lock_among_the_records_is_no_input(tmp_path: Path) -> None:
    data = Path(shutil.copytree(shipped("data"), tmp_path / "data"))
    before = inputs.digest(find_inputs(data))
    (data / ".lock").touch()
    assert inputs.digest(find_inputs(data)) == before
    (data / "lock").touch()
    assert inputs.digest(find_inputs(data)) != before


def test_the_version_of_a_library_is_an_input(monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs.digest(find_inputs(shipped("data")))
    monkeypatch.setattr("importlib.metadata.version", lambda _: "0")
    assert inputs.digest(find_inputs(shipped("data"))) != before


def test_a_kind_of_statement_that_no_record_has_is_counted_as_none(seed_records: Records) -> None:
    bare = tuple(replace(review, statements=review.statements[:1]) for review in seed_records.reviews)
    assert counts(replace(seed_records, reviews=bare), ox.Store())["recommendation statements"] == 0


def test_a_fault_stops_the_build_and_leaves_what_was_there(
    own_data: Path, tmp_path: Path, lean: Lean
) -> None:
    root = tmp_path / "build"
    build(lean(own_data), root, quiet)
    before = content(root)
    path = change(own_data, "concept: parental-history", "concept: parental-histroy")
    with pytest.raises(ProblemsFound) as found:
        build(lean(own_data), root, quiet)
    (problem,) = found.value.problems
    line = path.read_text(encoding="utf-8").split("parental-histroy")[0].count("\n") + 1
    assert (problem.path, problem.line) == (path.as_posix(), line)
    assert "parental-history" in problem.remedy
    assert content(root) == before


def test_all_faults_of_a_run_are_reported(own_data: Path) -> None:
    change(own_data, "type: lcspr", "type: lcsrp")
    change(own_data, "statement-count: 11", "statement-count: 12", "emma")
    change(own_data, "wording: paraphrase", "wordin: paraphrase", "liam")
    with pytest.raises(ProblemsFound) as found:
        check(find_inputs(own_data), quiet)
    assert {Path(problem.path).stem for problem in found.value.problems} >= {"emma", "liam"}


@pytest.mark.seed
def test_check_compares_all_86_with_their_source(seeds: Path) -> None:
    counts = check(find_inputs(shipped("data"), seeds), quiet)
    assert counts["compared"] == 86


@pytest.mark.seed
def test_check_finds_a_passage_that_moved(own_data: Path, seeds: Path) -> None:
    before = re.findall(r"start: \d+", (own_data / "reviews" / "ruby.yaml").read_text(encoding="utf-8"))[1]
    path = change(own_data, before, f"start: {int(before.split()[1]) + 1}")
    with pytest.raises(ProblemsFound) as found:
        check(find_inputs(own_data, seeds), quiet)
    assert [(problem.path, problem.key) for problem in found.value.problems] == [
        (path.as_posix(), "evidence")
    ]


def test_orphaned_statement_is_named_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the folder of the tests: one of five statements, of a source without a date."""
    folder = Path(__file__).parent / "records" / "proposed"
    said: list[str] = []
    found = check(find_inputs(folder, folder / "texts"), said.append)
    assert (found["orphaned statements, left out"], found["finding statements"], found["compared"]) == (
        1,
        3,
        3,
    )
    (line,) = [one for one in said if one.startswith("Left out")]
    assert line.startswith("Left out, 1: ")
    assert line.endswith("reviews/gamma.yaml:59: [gamma f-78923456]")
    group(["build", "--data", str(folder), "--out", str(tmp_path)], standalone_mode=False)
    assert "Left out as orphaned: 1" in capsys.readouterr().out


def test_check_reads_the_questions_too(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("ASK {}", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"a\.rq"):
        check(replace(find_inputs(shipped("data")), queries=tmp_path), quiet)


@pytest.mark.seed
def test_quotes_are_beside_the_statements_and_in_no_export(seeds: Path, tmp_path: Path) -> None:
    from kg import release

    made = build(find_inputs(shipped("data"), seeds), tmp_path / "build", quiet)
    kept = store.open_read_only(made.store)
    quotes = [quad for quad in kept if "/graph/quotes." in str(quad.graph_name)]
    assert quotes
    assert not [quad for quad in release.exported(kept) if quad in set(quotes)]


def test_a_folder_with_records_but_no_build_says_what_to_run(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_data.parent)
    with pytest.raises(NotFoundError, match="run kg build"):
        find_build(None, quiet)


def test_elsewhere_the_shipped_records_are_built_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    first = find_build(None, said.append)
    again = find_build(None, said.append)
    assert first.name == again.name
    assert len(said) == 1


def test_a_build_can_be_named_by_its_root_or_by_itself(built: Path) -> None:
    by_root = find_build(built, quiet)
    by_itself = find_build((built / "current").resolve(), quiet)
    assert by_root.name == by_itself.name
    with pytest.raises(NotFoundError, match="no build"):
        find_build(built / "builds", quiet)


def test_a_current_build_without_a_manifest_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build" / "current").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFoundError, match="run kg build"):
        find_build(None, quiet)


def test_a_damaged_manifest_says_what_to_run(built: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree((built / "current").resolve(), tmp_path / "copy"))
    (copy / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(BuildError, match="run kg build again"):
        find_build(copy, quiet)


def test_a_kill_at_any_time_leaves_the_old_build_or_the_new(own_data: Path, tmp_path: Path) -> None:
    root = tmp_path / "build"
    old = build(find_inputs(own_data), root, quiet).name
    change(own_data, "text: Being aware", "text: Being well aware")
    command = [*KG, "build", "--data", str(own_data), "--out", str(root)]
    pause = random.Random(7)  # noqa: S311 - where to cut, not a secret
    for _ in range(8):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(pause.uniform(0.05, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = find_build(root, quiet)
        assert store.digest(store.open_read_only(found.store)) == found.manifest.store
        assert {p: sha256((found.folder / p).read_bytes()).hexdigest() for p in found.manifest.files} == dict(
            found.manifest.files
        )
        if found.name != old:
            break
    subprocess.run(command, check=True, capture_output=True)
    assert find_build(root, quiet).name != old
    assert not list((root / "builds").glob(".*"))


def test_two_builds_at_once_both_end_well(own_data: Path, tmp_path: Path) -> None:
    command = [*KG, "build", "--data", str(own_data), "--out", str(tmp_path / "build")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    ended = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], ended
    assert sorted(out.startswith(b"Built") for out, _ in ended) == [False, True]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system to fill")
def test_a_full_disk_destroys_nothing(own_data: Path, tmp_path: Path, lean: Lean) -> None:
    root = tmp_path / "small"
    root.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(root)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this system lets nobody mount a small file system")
    try:
        (root / "build").mkdir()
        _fill_and_build(own_data, root, lean)
    finally:
        subprocess.run(["umount", "-l", str(root)], check=True)


def _fill_and_build(own_data: Path, root: Path, lean: Lean) -> None:
    build(lean(own_data), root / "build", quiet)
    before = content(root)
    usage = shutil.disk_usage(root)
    with (root / "filler").open("wb") as filler:
        filler.write(b"\0" * (usage.free - 200_000))
    change(own_data, "text: Being aware", "text: Being well aware")
    with pytest.raises(BuildError, match=r"What was there stays|could not be written"):
        build(lean(own_data), root / "build", quiet)
    (root / "filler").unlink()
    assert content(root) == before


def test_the_manifest_names_no_time_and_no_machine(built: Path) -> None:
    text = (built / "current" / "manifest.json").read_text(encoding="utf-8")
    assert set(json.loads(text)) == {"counts", "files", "inputs", "store"}
    assert str(built) not in text


DAMAGE = {
    "no store": lambda folder: shutil.rmtree(folder / "store"),
    "a store cut short": lambda folder: [
        file.write_bytes(file.read_bytes()[:100]) for file in (folder / "store").glob("*.sst")
    ],
    "an empty manifest": lambda folder: (folder / "manifest.json").write_bytes(b""),
    "a manifest of something else": lambda folder: (folder / "manifest.json").write_bytes(b"[]"),
    "no page": lambda folder: (folder / "site" / "network.html").unlink(),
    "another page": lambda folder: (folder / "site" / "network.html").write_bytes(b"other"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_build_is_made_again(built: Path, tmp_path: Path, kind: str, lean: Lean) -> None:
    root = Path(shutil.copytree(built, tmp_path / "build", symlinks=True))
    DAMAGE[kind](root / "current")
    again = build(lean(shipped("data")), root, quiet)
    assert again.new
    assert content(again.folder) == content(built / "current")
    assert store.digest(store.open_read_only(again.store)) == again.manifest.store


def test_a_damaged_store_is_named_with_its_remedy(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "build", symlinks=True))
    DAMAGE["a store cut short"](root / "current")
    with pytest.raises(BuildError, match="run kg build again"):
        store.open_read_only(root / "current" / "store")


def test_what_is_not_the_programs_stays_where_it_is(own_data: Path, tmp_path: Path, lean: Lean) -> None:
    root = tmp_path / "build"
    (root / "builds" / "photographs").mkdir(parents=True)
    for name in ("builds/photographs/one.jpg", "builds/.DS_Store", "builds/notes.txt"):
        (root / name).touch()
    for words in ("Being aware", "Being well aware", "Being very well aware"):
        change(own_data, "text: Being", f"text: {words}")
        build(lean(own_data), root, quiet)
    assert (root / "builds" / "photographs" / "one.jpg").exists()
    assert (root / "builds" / ".DS_Store").exists()
    assert (root / "builds" / "notes.txt").exists()


def test_a_link_to_a_build_that_is_gone_is_no_reason_to_read_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "current").symlink_to("builds/0123456789abcdef")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFoundError, match="kg build"):
        find_build(None, quiet)
