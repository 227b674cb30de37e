"""The shipped records as a catalogue, and a small vocabulary of one's own to read documents by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.precedents import drafts

from kg import catalogue, vocabulary
from kg.precedents import Request, Told, answer, request
from kg.precedents.asked import of_document
from kg.resources import shipped
from kg.vocabulary import Concept, Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    from kg.catalogue import Catalogue

THEMES = (
    Concept("safer-sleep", "Safer sleep"),
    Concept("safeguarding-records-education", "Records in education", ("child protection records",)),
    Concept("fathers-men", "Fathers and male partners", hidden=("fathers",)),
    Concept("professional-challenge", "Professional challenge", ("escalate their concerns",)),
)
AGENCIES = (
    Concept("health-visiting", "Health visiting", ("health visitors",)),
    Concept("school", "School"),
    Concept("safeguarding-partnership", "Safeguarding partnership", ("the partnership",)),
    Concept("all-agencies", "All agencies", ("agencies",)),
    Concept("police", "Police"),
)


@pytest.fixture(scope="session")
def known(seed_store: ox.Store) -> Catalogue:
    """The shipped records; read it, never change it."""
    return catalogue.read(seed_store)


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """Enough themes and agencies for the drafts, so that no change of the shipped ones changes a test."""
    return Vocabulary({"theme": {one.id: one for one in THEMES}, "agency": {one.id: one for one in AGENCIES}})


@pytest.fixture(scope="session")
def shipped_words() -> Vocabulary:
    """The shipped vocabularies."""
    return vocabulary.load(shipped("ontology"))


@pytest.fixture
def asked_draft(tmp_path: Path, words: Vocabulary) -> Request:
    """The draft as it is asked about."""
    return of_document(drafts.write(tmp_path, ".md"), words)


@pytest.fixture
def draft(known: Catalogue, asked_draft: Request) -> Told:
    return answer(asked_draft, known)


@pytest.fixture
def hostile(known: Catalogue, tmp_path: Path, words: Vocabulary) -> Told:
    return answer(of_document(drafts.hostile(tmp_path), words), known)


@pytest.fixture
def ruby(seed_store: ox.Store, known: Catalogue) -> Told:
    return answer(request("ruby", seed_store, known), known)
