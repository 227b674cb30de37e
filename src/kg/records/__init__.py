"""Records of reviews and of the sources that describe them: frozen dataclasses and their strict YAML."""

from __future__ import annotations

from kg.records.folder import read
from kg.records.model import (
    Child,
    Coverage,
    Evidence,
    Found,
    Incident,
    Issue,
    Label,
    ReadFact,
    Records,
    Review,
    Source,
    Statement,
    Tag,
)
from kg.records.orphans import orphans, present
from kg.records.reader import read_review, read_source
from kg.records.writer import write_review, write_source

__all__ = [
    "Child",
    "Coverage",
    "Evidence",
    "Found",
    "Incident",
    "Issue",
    "Label",
    "ReadFact",
    "Records",
    "Review",
    "Source",
    "Statement",
    "Tag",
    "orphans",
    "present",
    "read",
    "read_review",
    "read_source",
    "write_review",
    "write_source",
]
