"""The matchers of the shipped vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import vocabulary
from kg.gazetteer import Matcher

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def shipped(root: Path) -> Vocabulary:
    return vocabulary.load(root / "ontology")


@pytest.fixture(scope="session")
def matchers(shipped: Vocabulary) -> Mapping[str, Matcher]:
    return {scheme: Matcher.of(shipped.schemes[scheme]) for scheme in ("theme", "agency")}
