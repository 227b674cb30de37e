"""Documents: bytes to text in a process of its own, text to blocks with offsets, texts that records quote."""

from __future__ import annotations

from kg.documents.evidence import CONTEXT, Quote, problems, quote
from kg.documents.extract import Extracted, Limits, extract
from kg.documents.find import KEPT, kept, kept_name, texts
from kg.documents.formats import READABLE
from kg.documents.many import extract_all
from kg.documents.normal import Block, Normal
from kg.documents.normalise import normalise
from kg.documents.wording import altered, clean, words

__all__ = [
    "CONTEXT",
    "KEPT",
    "READABLE",
    "Block",
    "Extracted",
    "Limits",
    "Normal",
    "Quote",
    "altered",
    "clean",
    "extract",
    "extract_all",
    "kept",
    "kept_name",
    "normalise",
    "problems",
    "quote",
    "texts",
    "words",
]
