"""The words of SPARQL 1.1, to name the one that a query misspells.

Source: https://www.w3.org/TR/sparql11-query/#grammar
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.query.tokens import Token

_WORDS: Final = frozenset(
    """
    A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL CLEAR COALESCE CONCAT CONSTRUCT CONTAINS
    COPY COUNT CREATE DATA DATATYPE DAY DEFAULT DELETE DESC DESCRIBE DISTINCT DROP ENCODE_FOR_URI EXISTS
    FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN INSERT INTO IRI ISBLANK ISIRI
    ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT LOAD MAX MD5 MIN MINUS MINUTES MONTH MOVE
    NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS
    SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS
    STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TO TRUE TZ UCASE UNDEF UNION URI USING UUID
    VALUES WHERE WITH YEAR
    """.split()  # noqa: SIM905 - read as words, not as a list of strings
)


def misspelt(tokens: Iterable[Token]) -> Token | None:
    """Return the first word of a query that is no word of SPARQL, if there is one."""
    return next((token for token in tokens if token.kind == "word" and _is_unknown(token.text)), None)


def meant(word: str) -> str:
    """Say which word is like one that is no word of SPARQL.

    Example:
        >>> meant("FLTER")
        "'FLTER' is no word of SPARQL: did you mean FILTER?"
    """
    from difflib import get_close_matches

    near = get_close_matches(word.upper(), sorted(_WORDS), n=1)
    return f"{word!r} is no word of SPARQL{f': did you mean {near[0]}?' if near else '.'}"


def _is_unknown(text: str) -> bool:
    return text[:1].isalpha() and ":" not in text and text.rstrip(".").upper() not in _WORDS
