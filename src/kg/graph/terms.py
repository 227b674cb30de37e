"""Terms and lines of N-Quads, written by template (https://www.w3.org/TR/n-quads/).

Text by template and a bulk load is several times faster than adding terms one by one, and the same line is
always the same bytes. Only this module escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Triple = tuple[str, str, str]
"""Subject, predicate and object, each written as N-Triples writes it."""

_ESCAPES: Final = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        **{chr(code): f"\\u{code:04X}" for code in range(0x20) if chr(code) not in "\t\n\r"},
        "\x7f": "\\u007F",
    }
)
_DATE_TYPES: Final = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def ref(iri: str) -> str:
    """Return an IRI that `kg.iris` or `kg.namespaces` gave, as a term.

    Example:
        >>> ref("https://w3id.org/crkg/theme/neglect")
        '<https://w3id.org/crkg/theme/neglect>'
    """
    return f"<{iri}>"


def plain(value: str) -> str:
    r"""Return a string literal without language.

    Example:
        >>> print(plain('say "no"\n'))
        "say \"no\"\n"
    """
    return f'"{value.translate(_ESCAPES)}"'


def text(value: str, language: str = "en") -> str:
    """Return a literal in a language.

    Example:
        >>> print(text("neglect"))
        "neglect"@en
    """
    return f"{plain(value)}@{language}"


def integer(value: int) -> str:
    """Return a whole number; `xsd:integer` is the one integer type that every store keeps."""
    return f'"{value}"^^<{XSD.integer}>'


def decimal(value: float, places: int) -> str:
    """Return a decimal number, as a store keeps it: no exponent, no zeros at the end.

    Args:
        value: 0 or more.
        places: how many after the point, 18 at most: stores keep no more.

    Example:
        >>> print(decimal(0.5, 4))
        "0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>
        >>> print(decimal(2, 4))
        "2"^^<http://www.w3.org/2001/XMLSchema#decimal>
    """
    written = f"{value:.{places}f}"
    return f'"{written.rstrip("0").rstrip(".") if places else written}"^^<{XSD.decimal}>'


def date(value: str) -> str:
    """Return a year, a year and month or a date, no more exact than it is given.

    Args:
        value: `2020`, `2020-04` or `2020-04-01`.

    Example:
        >>> print(date("2020-04"))
        "2020-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>
    """
    return f'"{value}"^^<{_DATE_TYPES[len(value)]}>'


def about(subject: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Triple]:
    """Yield a triple for each predicate (an IRI) and object (a term) of a subject (an IRI)."""
    term = ref(subject)
    for predicate, value in pairs:
        yield term, ref(predicate), value


def lines(triples: Iterable[Triple], graph: str) -> Iterator[str]:
    """Yield the N-Quads lines of triples in a graph (an IRI)."""
    ending = f" {ref(graph)} .\n"
    for subject, predicate, value in triples:
        yield f"{subject} {predicate} {value}{ending}"
