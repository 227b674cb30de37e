"""How well proposals agree with what a person labelled: a file of labels in, precision, recall and F1 out.

    labels (CSV) ──gold.read──▶ Labelled ┐
    documents ──reading.read──▶ Reading  ┴─measures.figures──▶ Figure (scores with intervals), Loss
                                          └mistakes.mistakes──▶ Mistake (what was missed, what was wrong)

Nothing here changes a record: it says how far `kg ingest` can be relied on, for documents of a kind.
"""

from __future__ import annotations

from kg.evaluate.gold import COLUMNS, Labelled
from kg.evaluate.gold import read as read_labels
from kg.evaluate.loss import Loss, loss
from kg.evaluate.measures import Figure, figures
from kg.evaluate.mistakes import Mistake, mistakes
from kg.evaluate.reading import Reading
from kg.evaluate.reading import read as read_document
from kg.evaluate.scores import Scores, evaluate

__all__ = [
    "COLUMNS",
    "Figure",
    "Labelled",
    "Loss",
    "Mistake",
    "Reading",
    "Scores",
    "evaluate",
    "figures",
    "loss",
    "mistakes",
    "read_document",
    "read_labels",
]
