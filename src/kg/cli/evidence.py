"""The records that a command reads, and the texts of their sources where those are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.records import Records


def read(data: Path | None, sources: Path | None) -> tuple[Records, Mapping[str, str]]:
    """Return the records and, from a folder, the text of each source by its id; what is missing is told.

    Raises:
        NotFoundError: a folder does not exist.
        ProblemsFound: a record does not hold, or words stand elsewhere in a text than the record says.
    """
    from kg import documents, records
    from kg.errors import NotFoundError, ProblemsFound
    from kg.resources import data_folder

    every = records.read(data_folder(data))
    if sources is None:
        return every, {}
    if not sources.is_dir():
        raise NotFoundError(f"There is no folder {sources}: name the one that holds the documents as text.")
    texts, missing = documents.texts(sources, every.sources)
    for problem in missing:
        say(str(problem))
    if moved := documents.problems(every, texts):
        raise ProblemsFound(moved)
    return every, texts
