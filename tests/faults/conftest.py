"""The sample graph that faults are seeded in, with the real ontology, codes, shapes and checks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import resources
from kg.iris import iri
from kg.validate import shapes

if TYPE_CHECKING:
    from rdflib import Graph


@pytest.fixture(scope="session")
def sample() -> ox.Store:
    """One of everything; read it, never change it."""
    store, vocab = ox.Store(), ox.NamedNode(iri("graph", "vocab"))
    store.bulk_load(path=str(Path(__file__).parent / "sample.trig"))
    for name in ("case-review.ttl", "codes.ttl"):
        store.bulk_load(path=str(resources.shipped("ontology") / name), to_graph=vocab)
    return store


@pytest.fixture(scope="session")
def sample_graph(sample: ox.Store) -> Graph:
    """The sample as one rdflib graph; read it, never change it."""
    return shapes.graph_of(sample)
