"""Just enough of SPARQL's tokens to find a VALUES block, and to refuse what reaches out or changes data.

pyoxigraph offers no way to forbid SERVICE, and reads `SERVICEex:thing {` and `ex:a.b.SERVICE<...> {` as one,
so a list of words is not enough: see `reaches_out`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 128
"""Brackets in one another: a few thousand end the process, because the engine's parser recurses."""

MAX_OPERATORS: Final = 500
"""Signs and words that join parts: some thousands end the process as well, brackets or no brackets."""

MAX_LENGTH: Final = 1_048_576
"""Characters of a query."""

_OPERATORS: Final = frozenset({"!", "+", "-", "*", "/", "|", "^", "=", "<", ">", "&"})
_JOINS: Final = frozenset({"BIND", "FILTER", "LATERAL", "MINUS", "OPTIONAL", "UNION"})

UPDATES: Final = frozenset(
    {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"}
)

_TOKEN: Final = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<iri>     <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
    | (?P<string>  \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                 | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<var>     [?$]\w+ )
    | (?P<word>    @?(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?\#@%-])+ )
    | (?P<space>   \s+ )
    | (?P<mark>    . )
    """,
    re.VERBOSE | re.DOTALL,
)

_GAP: Final = r"(?:[ \t\r\n]|\#[^\r\n]*(?:[\r\n]|\Z))*"
_PLACE: Final = r"(?:<[^>]*>|[?$][A-Za-z0-9_\x80-\U0010ffff]+|[^ \t\r\n{]*:[^ \t\r\n{]*)"
_SERVICE: Final = re.compile(rf"service(?={_GAP}(?:silent{_GAP})?{_PLACE}{_GAP}\{{)", re.IGNORECASE)
_ENDS_A_NAME: Final = re.compile(r"(?:[?$][A-Za-z0-9_]*|:[A-Za-z0-9_]+)\Z")
_LONGEST_NAME: Final = 80


class Token(NamedTuple):
    """A token: what it is (`word`, `var`, `iri`, `string`, `mark`), its text, and where it begins."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query; comments and spaces are left out.

    Example:
        >>> [token.text for token in tokens("ASK { ?s cr:text 'a } b' } # c")]
        ['ASK', '{', '?s', 'cr:text', "'a } b'", '}']
    """
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind not in {"comment", "space"}:
            yield Token(kind, match[0], match.start())


def reaches_out(text: str) -> bool:
    """Tell whether a query could make the engine ask another service.

    It looks at the bare text, for the word SERVICE with what must follow it, unless the word ends the name of
    a variable or of a term, as in `cr:aboutService`. Whether `<` begins an IRI or a comparison depends on the
    place, so a query can be written in which a tokeniser takes SERVICE for part of a string and the engine
    does not. The price: a SERVICE clause in a comment or string is refused as well.

    Example:
        >>> reaches_out("ASK { SERVICE <https://example.org/> { } }")
        True
        >>> reaches_out("ASK { ?s cr:text ?t FILTER(CONTAINS(?t, 'health service')) }")
        False
    """
    return any(
        not _ENDS_A_NAME.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        for match in _SERVICE.finditer(text)
    )


def depth(text: str) -> int:
    """Return how deep the brackets of a query stand in one another."""
    deepest = now = 0
    for token in tokens(text):
        if token.kind == "mark":
            now += (token.text in "{([") - (token.text in "})]")
            deepest = max(deepest, now)
    return deepest


def operators(text: str) -> int:
    """Return how many signs and words of a query join its parts.

    Example:
        >>> operators("ASK { ?s ?p ?o FILTER(?o > 1 + 2) }")
        3
    """
    return sum(
        token.text in _OPERATORS if token.kind == "mark" else token.text.upper() in _JOINS
        for token in tokens(text)
        if token.kind in {"mark", "word"}
    )


def keyword(text: str) -> str:
    """Return the word that says what a query does, in capitals, or nothing where there is none.

    Example:
        >>> keyword("PREFIX select: <https://example.org/> ask { }")
        'ASK'
    """
    words = tokens(text)
    for token in words:
        word = token.text.upper()
        if word == "PREFIX":
            next(words, None)
            next(words, None)
        elif word in {"BASE", "VERSION"}:
            next(words, None)
        else:
            return word if token.kind == "word" else ""
    return ""


def names_graphs(text: str) -> bool:
    """Tell whether a query says FROM which graphs it reads."""
    return any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(text))


def values_blocks(text: str) -> dict[str, list[tuple[int, int, int]]]:
    """Return, by variable, where the one-variable VALUES blocks of a query stand.

    Returns:
        For each block, where its first word, its content and its last bracket begin.

    Example:
        >>> values_blocks("ASK { VALUES ?a { 1 } ?s ?p ?a }")
        {'a': [(6, 17, 20)]}
    """
    found: dict[str, list[tuple[int, int, int]]] = {}
    every = list(tokens(text))
    for index, token in enumerate(every):
        if token.kind == "word" and token.text.upper() == "VALUES" and _opens(every[index + 1 : index + 3]):
            name, opening = every[index + 1], every[index + 2]
            closing = next((t for t in every[index + 3 :] if t.kind == "mark" and t.text == "}"), None)
            if closing:
                place = (token.start, opening.start + 1, closing.start)
                found.setdefault(name.text[1:], []).append(place)
    return found


def _opens(pair: list[Token]) -> bool:
    return [token.kind for token in pair] == ["var", "mark"] and pair[1].text == "{"
