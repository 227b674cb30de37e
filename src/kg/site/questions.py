"""The pages of the named questions, answered by the graph as it is published."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.iris import DERIVED_GRAPHS, expand, shorten
from kg.namespaces import PREFIXES
from kg.pages.questions import Asked, Field, addresses, question_page, questions_page
from kg.pages.render import asset
from kg.query import Answer, ask, by_topic, questions
from kg.query.lookup import entries, label
from kg.query.parameters import KINDS, bind
from kg.query.scope import searched
from kg.query.tokens import values_blocks
from kg.release import exported, serialise
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.catalogue import Catalogue
    from kg.query import Parameter, Question

    Files = Iterator[tuple[str, str]]
    Choices = tuple[tuple[str, str, str], ...]


def published(store: ox.Store) -> ox.Store:
    """Return, in memory, what may leave and what is computed of it: what the pages answer from.

    No page may answer from more: a source's own words stay where they were read.
    """
    kept = ox.Store()
    kept.extend(exported(store))
    for graph in store.named_graphs():
        if graph.value.startswith(DERIVED_GRAPHS):
            kept.extend(store.quads_for_pattern(None, None, None, graph))
    return kept


def answered(store: ox.Store, catalogue: Catalogue) -> Files:
    """Yield the page of each question, the list of them, and what asks them anew in the browser.

    Args:
        store: as `published` gives it.
        catalogue: of it.
    """
    every = questions(shipped("queries"))
    yield "questions/index.html", questions_page(catalogue, by_topic(every))
    places = addresses(catalogue)
    looked_in = searched(store)
    # Made once: many questions take the same themes and agencies.
    kinds = {_list(own): own for one in every.values() for own in one.parameters}
    lists = {kind: _choices(store, own) for kind, own in kinds.items()}
    for name, one in every.items():
        fields = tuple(_field(store, own, lists[_list(own)]) for own in one.parameters)
        asked = _asked(store, one, fields, looked_in)
        yield f"questions/{name}.html", question_page(catalogue, asked, places)
    yield "assets/engine.js", asset("scripts/engine.js")
    yield "assets/question.js", asset("scripts/question.js")
    yield "assets/oxigraph.js", (files("kg") / "vendored" / "oxigraph.js").read_text("utf-8")
    yield "assets/graph.js", _graph(store, places)


def _graph(store: ox.Store, places: dict[str, str]) -> str:
    """Return the graph as a script, which a page from a disk can load where it may fetch nothing."""
    told = {
        "trig": "".join(serialise(list(store), ".trig", {})),
        "prefixes": list(PREFIXES.items()),
        "addresses": places,
    }
    return f'"use strict";\nkg.graph = {json.dumps(told)};\n'


def _asked(store: ox.Store, question: Question, fields: tuple[Field, ...], looked_in: str) -> Asked:
    """Return a question with the answer to its defaults, or to an example where the graph lacks them."""
    rest = (_pieces(question), looked_in)
    try:
        return Asked(question, fields, ask(store, question, {}), bind(store, question, {})[0], *rest)
    except ParameterError:  # its default is of other records than these
        wanted = (field for field, own in zip(fields, question.parameters, strict=True) if own.default)
        example = {field.name: [field.choices[0][0]] for field in wanted if field.choices}
    if not example:
        nothing = Answer(question.columns, (), question=question, searched=looked_in)
        return Asked(question, fields, nothing, question.text, *rest, example=True)
    answer, text = ask(store, question, example), bind(store, question, example)[0]
    return Asked(question, fields, answer, text, *rest, example=True)


def _pieces(question: Question) -> tuple[str, ...]:
    """Return the SPARQL cut at the content of its VALUES blocks: text and names of parameters by turns."""
    names = {parameter.variable: parameter.name for parameter in question.parameters}
    places = sorted(
        (content, end, names[variable])
        for variable, blocks in values_blocks(question.text).items()
        if variable in names
        for _, content, end in blocks
    )
    pieces, done = [], 0
    for content, end, name in places:
        pieces += [question.text[done:content], name]
        done = end
    return (*pieces, question.text[done:])


def _field(store: ox.Store, parameter: Parameter, choices: Choices) -> Field:
    default = parameter.default or ""
    iri = expand(default) or default if choices else default
    held = not choices or any(iri == each for each, *_ in choices)
    said = label(store, ox.NamedNode(iri)) if choices and iri and parameter.type != "kind" else default
    return Field(
        parameter.name,
        parameter.name.replace("-", " ").capitalize(),
        parameter.help,
        parameter.type,
        choices,
        iri if held else "",
        said if held else "",
        required=parameter.required,
        replaces=parameter.replaces or "",
    )


def _list(parameter: Parameter) -> tuple[str, str | None]:
    """Return what a parameter's choices depend on."""
    return parameter.type, parameter.scheme


def _choices(store: ox.Store, parameter: Parameter) -> Choices:
    """Return what a parameter can be, each an IRI, its label and its CURIE, in order of label."""
    if parameter.type == "kind":
        return tuple((iri, kind.capitalize(), kind) for kind, iri in sorted(KINDS.items()))
    if parameter.type in {"text", "integer", "year", "date"}:
        return ()
    found = [(each.node.value, each.label, shorten(each.node.value)) for each in entries(store, parameter)]
    named = ((iri, words or short, short) for iri, words, short in found)
    return tuple(sorted(named, key=lambda item: (item[1].casefold(), item[0])))
