"""For every check, at least one fault in the sample that it finds: `checks.ru` beside this file."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.iris import iri
from kg.namespaces import PREFIXES
from kg.validate import checks

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
CHECKS = {check.id: check for check in checks.read(resources.shipped("ontology") / "checks")}


def sparql(update: str) -> str:
    """The update with prefixes; a local name with two full stops, which pyoxigraph refuses, as an IRI."""
    written = re.sub(
        r"\b(tagging|link|passage):([\w.-]+)", lambda name: f"<{PREFIXES[name[1]]}{name[2]}>", update
    )
    return PROLOGUE + written


def faults() -> list[tuple[str, str, str]]:
    """Each fault: the check's id, the CURIE of what it is to find, the update."""
    text = (Path(__file__).parent / "checks.ru").read_text(encoding="utf-8")
    return re.findall(r"^# ([a-z-]+): (\S+)\n(.+?)\n(?:\n|\Z)", text, re.MULTILINE | re.DOTALL)


def test_every_check_has_a_fault() -> None:
    assert {fault[0] for fault in faults()} == set(CHECKS)


def test_no_fault_is_overlooked() -> None:
    text = (Path(__file__).parent / "checks.ru").read_text(encoding="utf-8")
    assert len(faults()) == text.count("\n# ") - 1


@pytest.mark.parametrize("name", CHECKS)
def test_the_sample_is_sound(name: str, sample: ox.Store) -> None:
    assert list(checks.rows(sample, CHECKS[name])) == []


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: f"{fault[0]} {fault[1]}")
def test_the_check_finds_the_fault(fault: tuple[str, str, str], sample: ox.Store) -> None:
    name, curie, update = fault
    prefix, local = curie.split(":")
    store = ox.Store()
    store.bulk_extend(sample)
    store.update(sparql(update))
    found = list(checks.rows(store, CHECKS[name]))
    assert PREFIXES[prefix] + local in [row.get("this") for row in found]
    assert all("value" in row for row in found)


def test_a_quote_is_no_part_of_the_dataset(sample: ox.Store) -> None:
    """So the graph of quotes, which the sample has, need not be listed; any other graph must be."""
    quotes = ox.NamedNode(iri("graph", "quotes.digest"))
    assert sample.contains_named_graph(quotes)
    assert not list(sample.quads_for_pattern(None, None, quotes))
