"""Documents: bytes to text in a process of its own, text to blocks with offsets, texts that records quote."""

from __future__ import annotations

from kg.documents.evidence import CONTEXT, Quote, problems, quote
from kg.documents.extract import Extracted, Limits, extract
from kg.documents.find import texts
from kg.documents.formats import READABLE
from kg.documents.many import extract_all
from kg.documents.normal import Block, Normal
from kg.documents.normalise import normalise

__all__ = [
    "CONTEXT",
    "READABLE",
    "Block",
    "Extracted",
    "Limits",
    "Normal",
    "Quote",
    "extract",
    "extract_all",
    "normalise",
    "problems",
    "quote",
    "texts",
]
