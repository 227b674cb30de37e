"""Fixtures that every test may use: the shipped records, the graph made of them, the source documents."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import settings

from kg import graph, records, resources, store
from kg.build.chain import build
from kg.build.derive import derived_lines
from kg.build.inputs import find_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from kg.records.model import Records

# A busy machine is no fault, and the same code passes or fails every time; `make fuzz` draws anew, and more.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("KG_EXAMPLES", "same"))

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

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


@pytest.fixture(scope="session")
def with_build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Make a folder with a build of the shipped records in it, made once for a whole run."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    made = build(find_inputs(resources.shipped("data")), shared, lambda _: None)

    def folder(name: str) -> Path:
        path = tmp_path_factory.mktemp(name)
        shutil.copytree(made.folder, path / "build" / "builds" / made.name)
        (path / "build" / "current").symlink_to(f"builds/{made.name}")
        return path

    return folder


@pytest.fixture
def small_store() -> ox.Store:
    """A store of one's own with the small graph of `tests/network/small.trig`."""
    store = ox.Store()
    store.bulk_load(path=str(ROOT / "tests" / "network" / "small.trig"), format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no chromium or google-chrome on the PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield started
        started.close()
