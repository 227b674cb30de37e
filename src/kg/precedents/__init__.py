"""Has it been said before? For each recommendation, the earlier ones on the same themes, the nearest first.

`request` reads what is asked about (a document, a record's file or a review of a build), `answer` compares it
with a collection, and `render` writes the answer as text, CSV, JSON or a page to print. Nothing of a document
that is asked about is kept: it is read, compared and forgotten.
"""

from __future__ import annotations

from kg.precedents.answer import answer
from kg.precedents.find import compare_by, request
from kg.precedents.model import Reply, Request, Told
from kg.precedents.render import ENDINGS, FORMS, render

__all__ = ["ENDINGS", "FORMS", "Reply", "Request", "Told", "answer", "compare_by", "render", "request"]
