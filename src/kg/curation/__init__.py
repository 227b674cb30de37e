"""A person decides what software proposed: the facts of a review, its themes and agencies.

    records ──items──▶ queue ──screen──▶ lines; key ──acts──▶ changes ──desk──▶ the record's file

Each decision is written at once, whole and validated, with the person's comments and order of keys kept; each
can be taken back. What is proposed counts for nothing until somebody accepted it here or in the file.
"""

from __future__ import annotations

from kg.curation.asking import take
from kg.curation.desk import Held, hold, hold_all
from kg.curation.items import Item, is_open, items, proposals, queue
from kg.curation.look import Look
from kg.curation.screen import Known
from kg.curation.state import State
from kg.curation.talk import Lines, Talk, talking
from kg.curation.voice import Voice
from kg.curation.walk import Walk

__all__ = [
    "Held",
    "Item",
    "Known",
    "Lines",
    "Look",
    "State",
    "Talk",
    "Voice",
    "Walk",
    "hold",
    "hold_all",
    "is_open",
    "items",
    "proposals",
    "queue",
    "take",
    "talking",
]
