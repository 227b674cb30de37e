from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import graph, release, store
from kg.errors import BuildError, UsageError
from kg.iris import code, iri
from kg.namespaces import CR
from kg.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from kg.records.model import Records

PARSERS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
WITH_GRAPHS = (".nq", ".trig")


def loaded(records: Records) -> ox.Store:
    return store.load(graph.record_lines(records), shipped("ontology"))


def written(kept: ox.Store, folder: Path, suffix: str) -> Path:
    path = folder / f"graph{suffix}"
    release.export(kept, path)
    return path


@pytest.mark.parametrize("suffix", release.SUFFIXES)
def test_every_format_reads_back_to_what_was_exported(
    seed_store: ox.Store, tmp_path: Path, suffix: str
) -> None:
    text = written(seed_store, tmp_path, suffix).read_bytes()
    read = list(ox.parse(text, format=PARSERS[suffix]))
    quads = release.exported(seed_store)
    if suffix in WITH_GRAPHS:
        assert set(read) == set(quads)
    else:
        assert {quad.triple for quad in read} == {quad.triple for quad in quads}
    assert len(read) == len(quads)


@pytest.mark.parametrize("suffix", release.SUFFIXES)
def test_there_is_no_blank_node(seed_store: ox.Store, tmp_path: Path, suffix: str) -> None:
    read = ox.parse(written(seed_store, tmp_path, suffix).read_bytes(), format=PARSERS[suffix])
    assert not any(isinstance(node, ox.BlankNode) for quad in read for node in (quad.subject, quad.object))


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig"])
def test_a_statement_added_changes_only_its_own_lines(
    seed_records: Records, tmp_path: Path, suffix: str
) -> None:
    first = seed_records.reviews[0]
    middle = len(first.statements) // 2
    cut = replace(first, statements=first.statements[:middle] + first.statements[middle + 1 :])
    without = replace(seed_records, reviews=(cut, *seed_records.reviews[1:]))
    before = written(loaded(without), tmp_path, suffix).read_text(encoding="utf-8").splitlines()
    after = written(loaded(seed_records), tmp_path, suffix).read_text(encoding="utf-8").splitlines()
    removed = [line for line in subtract(before, after) if line.strip()]
    added = subtract(after, before)
    assert removed == []
    assert added
    name = first.statements[middle].id
    blocks = "\n".join(after)
    for line in added:
        assert name in line or line.strip() in ("", ".") or line in block_of(blocks, name)


def subtract(left: list[str], right: list[str]) -> list[str]:
    rest = list(right)
    kept = []
    for line in left:
        if line in rest:
            rest.remove(line)
        else:
            kept.append(line)
    return kept


def block_of(text: str, name: str) -> str:
    return "\n".join(block for block in text.split("\n\n") if name in block.splitlines()[0])


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "UTC", "LC_ALL": "POSIX"},
    ],
    ids=["seed 1, Tokyo, C", "seed 77, New York, UTF-8", "seed 4242, POSIX"],
)
def test_the_bytes_are_the_same_everywhere(
    seed_store: ox.Store, tmp_path: Path, environment: dict[str, str]
) -> None:
    script = (
        "import sys; from pathlib import Path; from kg import graph, records, release, store\n"
        "from kg.resources import shipped\n"
        "s = store.load(graph.record_lines(records.read(shipped('data'))), shipped('ontology'))\n"
        "[release.export(s, Path(sys.argv[1], f'other{suffix}')) for suffix in release.SUFFIXES]\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, env=environment)
    for suffix in release.SUFFIXES:
        here = written(seed_store, tmp_path, suffix).read_bytes()
        assert (tmp_path / f"other{suffix}").read_bytes() == here


def test_tags_that_nobody_accepted_stay_behind(seed_records: Records) -> None:
    review = seed_records.reviews[0]
    statements = tuple(
        replace(s, themes=tuple(replace(t, status="proposed") for t in s.themes)) for s in review.statements
    )
    records = replace(
        seed_records, reviews=(replace(review, statements=statements), *seed_records.reviews[1:])
    )
    left = {str(quad) for quad in release.exported(loaded(records))}
    assert not any(code("tag-status", "proposed") in line and CR.tagStatus in line for line in left)
    assert not any(f"{statements[1].id}.theme." in line for line in left)
    assert any(".theme." in line for line in left)


def test_private_quotes_stay_behind(seed_records: Records) -> None:
    from kg.documents import Quote

    source = seed_records.sources[0]
    local = seed_records.reviews[0].statements[0].id
    quotes = {local: Quote("the very words", "before ", " after")}
    kept = store.load(
        [*graph.record_lines(seed_records), *graph.quote_lines(source, quotes)], shipped("ontology")
    )
    assert (
        len(list(kept.quads_for_pattern(None, None, None, ox.NamedNode(iri("graph", f"quotes.{source.id}")))))
        == 4
    )
    assert not any("the very words" in str(quad) for quad in release.exported(kept))


def test_what_a_build_computes_and_the_wording_stay_behind(seed_store: ox.Store) -> None:
    """Neither the links nor the description of their graphs: an export describes what it holds."""
    derived = [quad for quad in seed_store if "/graph/derived." in str(quad.graph_name)]
    assert derived
    wording = [quad for quad in seed_store if str(quad.graph_name).endswith("/graph/wording>")]
    left = [str(quad) for quad in release.exported(seed_store)]
    assert not [line for line in left if "crkg/link/" in line or "/graph/derived." in line]
    assert wording
    assert not [line for line in left if "/graph/wording" in line]
    described = [quad for quad in seed_store if "/graph/derived." in f"{quad.subject} {quad.object}"]
    assert len(left) == len(seed_store) - len(derived) - len(described) - len(wording)


def test_json_ld_names_things_shortly(seed_store: ox.Store, tmp_path: Path) -> None:
    document = json.loads(written(seed_store, tmp_path, ".jsonld").read_text(encoding="utf-8"))
    assert any(node["@id"].startswith("review:") for node in document["@graph"])


def test_an_unknown_ending_is_refused_with_those_there_are(seed_store: ox.Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.ttl, \.nt, \.nq, \.trig, \.jsonld"):
        release.export(seed_store, tmp_path / "graph.rdf")


def test_what_stood_there_stays_when_the_file_cannot_be_written(seed_store: ox.Store, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="could not be written"):
        release.export(seed_store, tmp_path / "no" / "such" / "folder.ttl")
