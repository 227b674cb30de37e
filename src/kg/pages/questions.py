"""The pages of the named questions: what each asks, what counts, and the answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.english import counted
from kg.namespaces import BASE
from kg.pages.render import site_page
from kg.pages.sparql import sparql_address
from kg.pages.words import sources
from kg.query.cells import is_number, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.catalogue import Catalogue
    from kg.query import Answer, Question
    from kg.query.model import Term


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter as a form shows it.

    Attributes:
        name: of the parameter.
        words: its name as people read it.
        help: what to give, in one sentence.
        type: as `kg.query.Parameter` has it.
        choices: what it can be, each an IRI, its label and its CURIE; none for what is typed in.
        default: what it is asked with where nothing is chosen, as an IRI or as text.
        said: the default in words.
        required: whether it cannot be left out.
        replaces: the parameter whose default is not used where this one is given.
    """

    name: str
    words: str
    help: str
    type: str
    choices: tuple[tuple[str, str, str], ...] = ()
    default: str = ""
    said: str = ""
    required: bool = False
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer.

    Attributes:
        fields: its parameters, in order.
        answer: to what `sparql` asks.
        sparql: as it was asked, with its values.
        pieces: the SPARQL cut where values stand: text, and names of parameters, by turns.
        searched: what is looked in, in words.
        example: whether the answer is an example, because the graph does not hold what the default names.
    """

    question: Question
    fields: tuple[Field, ...]
    answer: Answer
    sparql: str
    pieces: tuple[str, ...]
    searched: str
    example: bool = False


def addresses(catalogue: Catalogue) -> dict[str, str]:
    """Return where in the site each thing is told of, by IRI."""
    found = {f"{BASE}review/{own}": f"reviews/{own}.html" for own in catalogue.reviews}
    found |= {f"{BASE}theme/{own}": f"themes/{own}.html" for own in catalogue.themes}
    found |= {f"{BASE}agency/{own}": f"agencies/{own}.html" for own in catalogue.agencies}
    for own, one in catalogue.statements.items():
        found[f"{BASE}statement/{own}"] = f"reviews/{one.review}.html#{own}"
    return found


def questions_page(catalogue: Catalogue, topics: Mapping[str, Sequence[Question]]) -> str:
    """Return the list of all questions, by topic."""
    return site_page(
        "questions.html",
        "questions/index.html",
        current="questions",
        sources=sources(catalogue),
        topics=[(topic.capitalize(), those) for topic, those in topics.items()],
    )


def question_page(catalogue: Catalogue, asked: Asked, places: Mapping[str, str]) -> str:
    """Return the page of one question.

    Args:
        catalogue: of the store that was asked.
        asked: the question and its answer.
        places: where each thing is told of, as `addresses` gives it.
    """
    question, answer = asked.question, asked.answer
    columns = [
        {"words": column.heading, "number": _numbers(row[at] for row in answer.rows)}
        for at, column in enumerate(question.columns)
    ]
    rows = [
        [
            {"text": plain(term), "href": _place(term, places), "number": column["number"]}
            for term, column in pair
        ]
        for pair in (zip(row, columns, strict=True) for row in answer.rows)
    ]
    return site_page(
        "question.html",
        f"questions/{question.name}.html",
        current="questions",
        sources=sources(catalogue),
        engine=True,
        linked_scripts=["engine.js", "question.js"],
        told=_told(asked),
        change=sparql_address(asked.sparql),
        one=asked,
        question=question,
        columns=columns,
        rows=rows,
        caption=f"{question.title}: {counted(len(rows), 'row', 'rows')}",
    )


def _told(asked: Asked) -> Markup:
    """Return what the script of the page needs to know, as JSON in which nothing ends its element."""
    question = asked.question
    told = {
        "title": question.title,
        "empty": question.empty,
        "searched": asked.searched,
        "root": "../",
        "pieces": asked.pieces,
        "columns": [{"name": column.name, "heading": column.heading} for column in question.columns],
        "fields": [
            {
                "name": field.name,
                "words": field.words,
                "help": field.help,
                "type": field.type,
                "required": field.required,
                "replaces": field.replaces,
            }
            for field in asked.fields
        ],
    }
    return Markup(json.dumps(told).replace("<", "\\u003c"))  # noqa: S704 - nothing in it can end a script element


def _numbers(terms: Iterable[Term | None]) -> bool:
    """Tell whether a column holds numbers and nothing else."""
    given = [term for term in terms if term is not None]
    return bool(given) and all(map(is_number, given))


def _place(term: Term | None, places: Mapping[str, str]) -> str:
    return places.get(getattr(term, "value", ""), "") if term is not None else ""
