"""The small graph of `tests/network/small.trig`, in the shape that the build gives a store."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest


@pytest.fixture
def small_store() -> ox.Store:
    """A store of one's own with the small graph."""
    store = ox.Store()
    store.bulk_load(
        path=str(Path(__file__).parent.parent / "network" / "small.trig"), format=ox.RdfFormat.TRIG
    )
    return store
