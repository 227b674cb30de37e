"""Questions asked of the graph by name or in SPARQL, and their answers as text."""

from __future__ import annotations

from kg.query.front import question, questions
from kg.query.model import Answer, Column, Parameter, Question
from kg.query.parameters import parse_values
from kg.query.render import FORMS, catalogue, render
from kg.query.run import ask, sparql

__all__ = [
    "FORMS",
    "Answer",
    "Column",
    "Parameter",
    "Question",
    "ask",
    "catalogue",
    "parse_values",
    "question",
    "questions",
    "render",
    "sparql",
]
