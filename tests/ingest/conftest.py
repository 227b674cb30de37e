"""A folder of records that documents are ingested into, by hand as it were: read, decide, read again."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import records, vocabulary
from kg.documents import Extracted
from kg.ingest import matchers
from kg.ingest.drafts import Told, proposed
from kg.ingest.folder import open_shelf
from kg.ingest.run import How, Outcome, ingest, outcome_lines
from kg.ingest.tools import Tools
from kg.iris import ALPHABET
from kg.resources import shipped

if TYPE_CHECKING:
    from kg.ingest.ids import Mint
    from kg.records import Records, Review, Statement


def minting() -> Mint:
    """Ids that are the same in every run."""
    dice = random.Random(7)  # noqa: S311 - ids of a test, not a secret
    return lambda letter: f"{letter}-" + "".join(dice.choices(ALPHABET, k=8))


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The shipped vocabulary."""
    words = vocabulary.load(shipped("ontology"))
    return Tools(words, matchers(words), minting())


@dataclass
class Desk:
    """A folder of records, and what a person does with it."""

    folder: Path
    tools: Tools
    told: Told = field(default_factory=Told)

    def read(self, text: str, name: str = "bulletin.txt", extractor: str = "text 1") -> Outcome:
        digest = sha256(text.encode()).hexdigest()
        extracted = Extracted(text, digest, extractor, Path(name))
        document = proposed(extracted, self.tools, self.told)
        return ingest(open_shelf(self.folder, write=True), document, self.tools, How(self.told))

    def lines(self, outcome: Outcome) -> str:
        return "\n".join(outcome_lines(outcome, self.folder, write=True))

    def records(self) -> Records:
        return records.read(self.folder)

    def review(self, alias: str) -> Review:
        return next(one for one in self.records().reviews if one.alias == alias)

    def statements(self) -> dict[str, Statement]:
        return {one.id: one for review in self.records().reviews for one in review.statements}

    def content(self) -> dict[str, bytes]:
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.name != ".lock")
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def change(self, alias: str, old: str, new: str) -> None:
        path = self.folder / "reviews" / f"{alias}.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, tools: Tools) -> Desk:
    return Desk(tmp_path / "data", tools)
