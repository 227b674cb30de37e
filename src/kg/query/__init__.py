"""Questions asked of the graph by name or in SPARQL, and their answers as text."""

from __future__ import annotations

from kg.query.front import question, questions
from kg.query.guide import by_topic, catalogue, explained
from kg.query.model import Answer, Column, Parameter, Question
from kg.query.parameters import parse_values
from kg.query.render import FORMS, render
from kg.query.run import ask, sparql

__all__ = [
    "FORMS",
    "Answer",
    "Column",
    "Parameter",
    "Question",
    "ask",
    "by_topic",
    "catalogue",
    "explained",
    "parse_values",
    "question",
    "questions",
    "render",
    "sparql",
]
