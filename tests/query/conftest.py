"""A small invented graph with the cases that questions must get right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg import graph, query, records, resources, store
from kg.build.derive import derived_lines
from kg.records import Evidence, Issue, Records

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL = Path(__file__).with_name("small.trig")
FOLDERS = Path(__file__).parent.parent / "records"


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


@pytest.fixture(scope="session")
def undated() -> ox.Store:
    """The documents of `sample`, of 2020, and of `proposed`, without a date; read it, never change it."""
    dated, other = (records.read(FOLDERS / name) for name in ("sample", "proposed"))
    (review,), (source,) = other.reviews, other.sources
    review = replace(review, incident=replace(review.incident, occurred="2030"))
    source = replace(source, issues=(Issue("sleeping", "safer-sleep", Evidence(200, 211, "0" * 64)),))
    both = Records((source, *dated.sources), (*dated.reviews, review))
    kept = store.load(graph.record_lines(both), resources.shipped("ontology"))
    store.extend(kept, derived_lines(kept))
    return kept
