from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, group
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@pytest.fixture(scope="module")
def folder(with_build: Callable[[str], Path]) -> Path:
    """A folder without records of its own, with a build in it."""
    return with_build("elsewhere")


def kg(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KG, *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


def test_help_reads_like_a_page(folder: Path) -> None:
    done = kg(folder, "--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)
    assert "paraphrase" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_the_list_what_its_own_help_says(name: str) -> None:
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.get_short_help_str(200) == COMMANDS[name]
    assert CliRunner().invoke(group, [name, "--help"]).exit_code == 0


HEAVY = ("jinja2", "networkx", "numpy", "pyshacl", "pyvis", "rdflib", "rich", "scipy")
WRONG = [
    (["quary"], 2, "kg query"),
    (["query", "theme-frequncy"], 2, "theme-frequency"),
    (["query", "theme-reviews", "theme=safe sleeper"], 2, "safer-sleep"),
    (["query", "theme-reviews", "thme=safer-sleep"], 2, "theme"),
    (["query", "theme-reviews", "safer-sleep"], 2, "="),
    (["sparql"], 2, "--file"),
    (["sparql", "SELECT nothing"], 2, "line 1"),
    (["sparql", ""], 2, "empty"),
    (["sparql", "SELECT (1" + "+1" * 9000 + " AS ?n) {}"], 2, "divide it"),
    (["sparql", "SELECT * { {}" + " UNION {}" * 9000 + "}"], 2, "divide it"),
    (["sparql", "--file", "no-such.rq"], 2, "no-such.rq"),
    (["export", "-o", "graph.doc"], 2, ".ttl"),
    (["network", "themes", "-o", "themes.doc"], 2, ".html"),
    (["network", "themes", "-o", "no-such-folder/themes.html"], 1, "could not be written"),
    (["build", "--data", "no-such-folder"], 2, "no-such-folder"),
    (["check", "--sources", "no-such-folder"], 2, "no-such-folder"),
    (["query", "theme-frequency", "--build", "no-such-build"], 2, "kg build"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "message"), WRONG, ids=[" ".join(row[0])[:60] for row in WRONG]
)
def test_what_is_not_understood_says_what_to_do(
    folder: Path, arguments: list[str], code: int, message: str
) -> None:
    done = kg(folder, *arguments)
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_in_a_record_ends_with_1_and_names_file_and_line(tmp_path: Path) -> None:
    reviews = tmp_path / "data" / "reviews"
    reviews.mkdir(parents=True)
    (tmp_path / "data" / "sources").mkdir()
    (reviews / "x.yaml").write_text("id: r-22222222\nid: r-22222222\n", encoding="utf-8")
    done = kg(tmp_path, "check")
    assert done.returncode == 1
    assert "data/reviews/x.yaml:2:" in done.stderr


def test_an_answer_can_be_piped_while_the_build_is_named_apart(folder: Path) -> None:
    done = kg(folder, "query", "theme-frequency", "--format", "json")
    assert json.loads(done.stdout)["results"]["bindings"]
    assert "build/current" in done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "ttl"])
def test_every_format_of_every_question_gives_something(folder: Path, form: str) -> None:
    done = kg(folder, "query", "reviews", "--format", form)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_sparql_knows_the_prefixes(folder: Path) -> None:
    done = kg(folder, "sparql", "SELECT (COUNT(?s) AS ?n) WHERE { ?s a cr:Finding }", "--format", "csv")
    assert done.stdout.split() == ["n", "54"]


def test_export_and_network_write_their_files(folder: Path) -> None:
    for arguments in (["export", "-o", "graph.ttl"], ["network", "themes", "-o", "themes.html"]):
        done = kg(folder, *arguments)
        assert done.returncode == 0, done.stderr
        assert (folder / arguments[-1]).stat().st_size > 10_000


def test_python_users_get_rows_and_a_dataset(folder: Path) -> None:
    script = (
        "import kg, sys\n"
        "rows = kg.ask('theme-reviews', theme='safer sleep')\n"
        "assert {row['name'] for row in rows} >= {'ruby', 'child-lo'}, rows\n"
        "assert 'rdflib' not in sys.modules\n"
        "graph = kg.open()\n"
        "assert len(list(graph.query('SELECT ?s WHERE { ?s a <https://w3id.org/crkg/ns#Finding> }'))) == 54\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=folder, check=True)


def test_importing_kg_loads_nothing_heavy(tmp_path: Path) -> None:
    assert loaded("import kg", tmp_path) == []


def test_a_question_loads_nothing_heavy(folder: Path) -> None:
    question = "from kg.cli import group; group(['query', 'theme-frequency'], standalone_mode=False)"
    assert loaded(question, folder) == []


def loaded(code: str, folder: Path) -> list[str]:
    """The heavy libraries that some code loads."""
    script = f"{code}\nimport json, sys\nprint(json.dumps([m for m in {HEAVY} if m in sys.modules]))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_help_keeps_its_examples_on_lines_of_their_own(folder: Path) -> None:
    for arguments in (["--help"], ["query", "--help"], ["sparql", "--help"]):
        lines = kg(folder, *arguments).stdout.splitlines()
        assert not [line for line in lines if "\\b" in line]
        assert [line for line in lines if line.strip().startswith(("kg query", "kg sparql"))]


def test_what_is_for_programs_is_utf_8_and_a_table_never_fails_anywhere(folder: Path) -> None:
    word = "\u4e2d\u2013\u00e9"
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for form in ("csv", "tsv", "json", "table"):
        arguments = [*KG, "sparql", f'SELECT ("{word}" AS ?word) {{}}', "--format", form]
        done = subprocess.run(arguments, cwd=folder, check=False, capture_output=True, env=environment)
        assert done.returncode == 0, done.stderr
        assert (word.encode() in done.stdout) == (form != "table")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_a_full_disk_is_said_in_words(folder: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [*KG, "query", "theme-frequency"],
            cwd=folder,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert "room" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
def test_ctrl_c_ends_a_query_that_would_never_end(folder: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    started = subprocess.Popen(
        [*KG, "sparql", endless], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert started.stderr is not None
    assert "From the build" in started.stderr.readline()
    time.sleep(1)
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=10)
    assert started.returncode != 0


def test_a_query_may_begin_with_a_byte_order_mark_and_have_windows_line_ends(folder: Path) -> None:
    query = "\ufeffSELECT ?s\r\nWHERE { ?s a cr:Review }\r\n"
    (folder / "windows.rq").write_bytes(query.encode())
    for given in (["--file", "windows.rq"], [query]):
        done = kg(folder, "sparql", *given, "--format", "csv")
        assert len(done.stdout.split()) == 9, done.stderr


def test_the_build_says_how_to_call_the_program(folder: Path) -> None:
    program = Path(sys.executable).with_name("kg")
    if not program.is_file():
        pytest.skip("the program is not installed beside this Python")
    elsewhere = {**os.environ, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [program, "build"], cwd=folder, check=True, capture_output=True, text=True, env=elsewhere
    )
    assert f"{program} query theme-frequency" in done.stdout


def test_a_check_names_the_records_that_it_reads(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()  # of something else: it holds no reviews
    assert f"records in {shipped('data').as_posix()}" in kg(tmp_path, "check").stderr
    shutil.copytree(shipped("data"), tmp_path / "data", dirs_exist_ok=True)
    assert "records in data," in kg(tmp_path, "check").stderr
