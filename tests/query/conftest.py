"""A small invented graph with the cases that questions must get right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import query, resources

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL = Path(__file__).with_name("small.trig")


@pytest.fixture(scope="session")
def small() -> ox.Store:
    """Read it, never change it."""
    store = ox.Store()
    store.bulk_load(path=str(SMALL), format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def shipped() -> Mapping[str, query.Question]:
    """The shipped questions."""
    return query.questions(resources.shipped("queries"))


@pytest.fixture(scope="session")
def later() -> ox.Store:
    """The small graph with that of a later document; read it, never change it."""
    store = ox.Store()
    for path in (SMALL, SMALL.with_name("later.trig")):
        store.bulk_load(path=str(path), format=ox.RdfFormat.TRIG)
    return store
