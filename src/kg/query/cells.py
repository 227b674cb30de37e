"""How one cell of an answer is written: for people, for spreadsheets, for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.iris import shorten
from kg.namespaces import XSD

if TYPE_CHECKING:
    from kg.query.model import Term

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")  # the last four: full-width + - = @
_SPECIAL: Final = re.compile(r"[\",\r\n]")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_NUMERIC: Final = frozenset({XSD.integer, XSD.decimal})


def plain(term: Term | None) -> str:
    """Return a cell as people read it: a CURIE for an IRI, the bare value of a literal, nothing for no value.

    Example:
        >>> plain(ox.NamedNode("https://w3id.org/crkg/theme/neglect"))
        'theme:neglect'
    """
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)


def is_number(term: Term | None) -> bool:
    """Tell whether a cell is a number, by its type and its form."""
    return (
        isinstance(term, ox.Literal)
        and term.datatype.value in _NUMERIC
        and _NUMBER.fullmatch(term.value) is not None
    )


def shown(term: Term | None) -> str:
    """Return a cell for a terminal: on one line, and with nothing in it that a terminal obeys."""
    return _UNSEEN.sub(" ", plain(term))


def harmless(term: Term | None) -> str:
    """Return a cell for a spreadsheet: text that it would take for a formula begins with an apostrophe.

    Example:
        >>> harmless(ox.Literal("=1+1")), harmless(ox.Literal(-1))
        ("'=1+1", '-1')
    """
    text = plain(term)
    return f"'{text}" if _FORMULA.match(text) and not is_number(term) else text


def quoted(text: str) -> str:
    """Return a cell as RFC 4180 has it: in double quotes where it needs them.

    Example:
        >>> quoted("no, yes")
        '"no, yes"'
    """
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


def tab_separated(term: Term | None) -> str:
    """Return a cell as SPARQL's tab-separated results have it: a term in full, tabs and line ends escaped.

    Source: https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv
    """
    if term is None:
        return ""
    if is_number(term) and isinstance(term, ox.Literal):
        return term.value
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def binding(term: Term) -> dict[str, object]:
    """Return a cell as SPARQL's JSON results have it.

    Source: https://www.w3.org/TR/sparql11-results-json/#select-encode-terms
    """
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: binding(part) for name, part in parts.items()}}
    literal: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        literal["xml:lang"] = term.language
    elif term.datatype.value != XSD.string:
        literal["datatype"] = term.datatype.value
    return literal
