"""What a question and an answer are, as plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from kg.namespaces import XSD

if TYPE_CHECKING:
    import pyoxigraph as ox

    Term: TypeAlias = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple
    Row: TypeAlias = tuple[Term | None, ...]

NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,59}")
PARAMETER: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PARAMETER_TYPES: Final = (
    "concept", "review", "document", "statement", "kind", "text", "integer", "year", "date",
)  # fmt: skip

Form = Literal["select", "ask", "triples"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked with.

    Attributes:
        name: its name; its variable in the query is the same in one word (`and-theme`, `?andTheme`).
        type: `concept`, `review`, `document`, `statement`, `kind`, `text`, `integer`, `year` or `date`.
        help: what to give, in one sentence.
        scheme: for a concept, the scheme it is of: `theme`, `agency`, `code/outcome`.
        default: what the query holds where no value is given, a CURIE for a thing of the graph; or None.
        required: whether the question cannot be asked without a value.
        replaces: a parameter whose default is not used where this one is given.
        line: its line in the query's file.
    """

    name: str
    type: str
    help: str
    scheme: str | None = None
    default: str | None = None
    required: bool = True
    replaces: str | None = None
    line: int = 0

    @property
    def variable(self) -> str:
        """Return the name of its variable.

        Example:
            >>> Parameter("and-theme", "concept", "Another theme.").variable
            'andTheme'
        """
        first, *more = self.name.split("-")
        return first + "".join(word.capitalize() for word in more)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer: the name of its variable, a heading in plain words, and what it means."""

    name: str
    heading: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked by name: a file of `queries/`.

    Attributes:
        name: what people type, and the file's name.
        question: the question in plain words.
        notes: sentences that say what counts and what does not.
        empty: what it means that there are no rows, or why there can be none yet.
        text: the SPARQL, with working defaults.
        first_line: the line of the file that `text` begins in.
    """

    name: str
    title: str
    question: str
    topic: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    notes: tuple[str, ...]
    text: str
    path: str = ""
    first_line: int = 1
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph answered.

    Attributes:
        columns: of the rows; subject, predicate and object for triples; none for a yes or no.
        rows: in the question's order; None where a cell is empty.
        form: `select` for rows, `ask` for yes or no, `triples` for a graph.
        yes: the answer to an `ask`.
        total: how many rows there were before `first`.
        question: the named question, where it was one.
        asked: what it was asked with, in words a person reads: `theme: Safer sleep (theme:safer-sleep)`.
        searched: of an answer without rows, what was searched: `these eight partial summaries`.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    form: Form = "select"
    yes: bool | None = None
    total: int = 0
    question: Question | None = None
    asked: tuple[str, ...] = ()
    searched: str = ""

    def first(self, count: int) -> Answer:
        """Return the answer with only its first rows; `total` still says how many there were."""
        return replace(self, rows=self.rows[:count])

    def dictionaries(self) -> list[dict[str, Any]]:
        """Return a dictionary for each row, by column's name.

        Returns:
            IRIs and texts as `str`, whole numbers as `int`, yes and no as `bool`, absent values as None.
        """
        names = [column.name for column in self.columns]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in self.rows]


def _plain(term: Term | None) -> Any:
    if term is None:
        return None
    value = getattr(term, "value", str(term))
    datatype = getattr(term, "datatype", None)
    if datatype is not None and datatype.value == XSD.integer:
        return int(value)
    if datatype is not None and datatype.value == XSD.boolean:
        return value in {"true", "1"}
    return value
