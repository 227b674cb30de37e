"""Finds what people mean: a theme, agency, code, review or statement, by any of its names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.iris import LOCAL, concept, expand, scheme, shorten
from kg.namespaces import BASE, CR, DCTERMS, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.query.model import Parameter

SHOWN: Final = 5
"""How many of the nearest a message names."""

_DASHES: Final = re.compile(r"[-_\u2010\u2011\u2013]")
_CUT: Final = 60  # characters of a label that a message shows
_ALIKE: Final = 0.6
_SHORTEST: Final = 3  # characters from which a part of a name counts as near


class Entry(NamedTuple):
    """A thing that can be meant, its label, and its names as `fold` leaves them."""

    node: ox.NamedNode
    label: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the id first, since that is what can be typed."""
        label = self.label if len(self.label) <= _CUT else f"{self.label[: _CUT - 1].rstrip()}…"
        return f"{shorten(self.node.value)} ({label})" if label else shorten(self.node.value)


def fold(text: str) -> str:
    """Return a name as it is compared: without difference of case, hyphens, apostrophes and runs of spaces.

    Example:
        >>> fold("Safer-Sleep ") == fold("safer  sleep")
        True
    """
    return " ".join(_DASHES.sub(" ", text).replace("\u2019", "'").casefold().split())


def find(store: ox.Store, parameter: Parameter, value: str) -> ox.NamedNode:
    """Return the thing that a value names.

    Args:
        store: the graph.
        parameter: of the type `concept`, `document`, `review` or `statement`.
        value: an alias, local name, label, CURIE or IRI.

    Raises:
        ParameterError: there is none, or there are several; the message names them or the nearest.
    """
    for iri in _direct(parameter, value):
        if iri is not None and belongs(store, parameter, iri):
            return iri
    spelt = spelt_so(store, parameter, value)
    if len(spelt) == 1:
        return spelt.pop()
    every = list(entries(store, parameter))
    wanted = fold(value)
    found = [entry for entry in every if wanted in entry.names]
    if len(found) == 1:
        return found[0].node
    if found:
        several = "; ".join(sorted(map(str, found)))
        raise ParameterError(f"{parameter.name}={value!r} can mean {several}. Give the id of one.")
    raise ParameterError(_missing(store, parameter, value, nearest(wanted, every)))


def spelt_so(store: ox.Store, parameter: Parameter, value: str) -> set[ox.NamedNode]:
    """Return what has a value as its label in a usual spelling: a look at the index, not at every label."""
    spaced = _DASHES.sub(" ", value)
    spellings = {each for word in (value, spaced) for each in (word, word.lower(), word.capitalize())}
    try:
        literals = [ox.Literal(each, language=tag) for each in spellings for tag in (None, "en")]
    except ValueError:  # half a character, from bytes that are no UTF-8
        return set()
    quads = (
        quad
        for name in _LABELS[parameter.type]
        for literal in literals
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), literal, None)
    )
    named = {quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    return {node for node in named if belongs(store, parameter, node)}


def label(store: ox.Store, node: ox.NamedNode) -> str:
    """Return a thing as a person reads it, `Safer sleep (theme:safer-sleep)`."""
    for predicate in (SKOS.prefLabel, CR.alias, DCTERMS.title):
        for quad in store.quads_for_pattern(node, ox.NamedNode(predicate), None, None):
            if isinstance(quad.object, ox.Literal):
                return f"{quad.object.value} ({shorten(node.value)})"
    return shorten(node.value)


def belongs(store: ox.Store, parameter: Parameter, node: ox.NamedNode) -> bool:
    """Tell whether a thing is of the kind that a parameter asks for."""
    predicate, kind = _kind(parameter)
    return any(store.quads_for_pattern(node, predicate, kind, None))


def entries(store: ox.Store, parameter: Parameter) -> Iterator[Entry]:
    """Yield everything that a parameter can mean."""
    predicate, kind = _kind(parameter)
    words: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, predicate, kind, None):
        if isinstance(quad.subject, ox.NamedNode):
            words[quad.subject.value] = []
    # One pass over each kind of label costs less than one for each thing.
    for name in _LABELS[parameter.type]:
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                words.get(quad.subject.value, []).append(quad.object.value)
    for iri, labels in words.items():
        local = iri.removeprefix(BASE).partition("/")[2]
        short = local.rpartition(".")[2] if _is_code(parameter) else local
        shown = labels[0] if labels else ""
        yield Entry(ox.NamedNode(iri), shown, tuple(fold(word) for word in (short, local, *labels)))


def nearest(wanted: str, every: Iterable[Entry]) -> list[Entry]:
    """Return the entries most like a name, the nearest first: those that hold it, then those spelt alike."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=wanted, autojunk=False)
    scored: list[tuple[float, str, Entry]] = []
    for entry in every:
        best = 0.0
        for name in entry.names:
            matcher.set_seq1(name)
            held = len(wanted) >= _SHORTEST and wanted in name
            if held or matcher.quick_ratio() >= _ALIKE:
                best = max(best, matcher.ratio() + held)
        if best >= _ALIKE:
            scored.append((-best, entry.node.value, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda each: each[:2])[:SHOWN]]


_LABELS: Final = {
    "concept": (SKOS.prefLabel, SKOS.altLabel, SKOS.notation),
    "document": (DCTERMS.title,),
    "review": (CR.alias, DCTERMS.title),
    "statement": (),
}


_CLASSES: Final = {"document": CR.Document, "review": CR.Review, "statement": CR.Statement}


def _is_code(parameter: Parameter) -> bool:
    return (parameter.scheme or "").startswith("code/")


def _kind(parameter: Parameter) -> tuple[ox.NamedNode, ox.NamedNode]:
    """Return the predicate and object that everything of a parameter's kind has."""
    if parameter.type == "concept":
        return ox.NamedNode(SKOS.inScheme), ox.NamedNode(scheme(parameter.scheme or ""))
    return ox.NamedNode(RDF.type), ox.NamedNode(_CLASSES[parameter.type])


def _direct(parameter: Parameter, value: str) -> Iterator[ox.NamedNode | None]:
    """Yield what a value is as an IRI, a CURIE or a local name."""
    if value.strip("<>").startswith(BASE):
        yield _node(value.strip("<>"))
    elif (iri := expand(value)) is not None:
        yield _node(iri)
    elif LOCAL.fullmatch(value):
        yield _node(concept(parameter.scheme or parameter.type, value))


def _node(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None


def _missing(store: ox.Store, parameter: Parameter, value: str, near: list[Entry]) -> str:
    """Say that there is no such thing, what it may be in its place, and what is wanted."""
    kind = (parameter.scheme or parameter.type).replace("code/", "").replace("-", " ")
    parts = [f"{parameter.name}={value!r}: there is no such {kind} here."]
    iri = next(_direct(parameter, value), None)
    if iri is not None and (known := label(store, iri)) != shorten(iri.value):
        parts = [f"{parameter.name}={value!r}: {known} is no {kind}."]
    if near:
        parts.append(f"The nearest: {'; '.join(map(str, near))}.")
    return " ".join([*parts, f"What to give: {parameter.help}"])
