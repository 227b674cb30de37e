"""The shipped records as a catalogue, and vocabularies to read documents by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import catalogue, vocabulary
from kg.resources import shipped

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.catalogue import Catalogue
    from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def known(seed_store: ox.Store) -> Catalogue:
    """The shipped records; read it, never change it."""
    return catalogue.read(seed_store)


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The shipped vocabularies."""
    return vocabulary.load(shipped("ontology"))
