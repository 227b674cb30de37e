"""Fixtures that every test may use: the shipped records, the graph made of them, the source documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import settings

from kg import graph, records, resources, store
from kg.build.derive import derived_lines

if TYPE_CHECKING:
    from kg.records.model import Records

settings.register_profile("project", deadline=None)  # a busy machine is no fault
settings.load_profile("project")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the source documents, which are not the project's to ship."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the source documents are not beside this checkout (../shared/seeds)")
    return folder


@pytest.fixture(scope="session")
def seed_records() -> Records:
    """The shipped records."""
    return records.read(resources.shipped("data"))


@pytest.fixture(scope="session")
def seed_store(seed_records: Records) -> ox.Store:
    """The whole graph of the shipped records, in memory; read it, never change it."""
    kept = store.load(graph.record_lines(seed_records), resources.shipped("ontology"))
    store.extend(kept, derived_lines(kept))
    return kept


@pytest.fixture
def small_store() -> ox.Store:
    """A store of one's own with the small graph of `tests/network/small.trig`."""
    store = ox.Store()
    store.bulk_load(path=str(ROOT / "tests" / "network" / "small.trig"), format=ox.RdfFormat.TRIG)
    return store
