"""From a label to the sequences of keys that say it: as written, joined or split, and turned round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.gazetteer.words import acronym, plural, tokens, verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.gazetteer.words import Token

Keys = tuple[str, ...]
"""What a text must have, word by word, to say a label."""

PREFIXES: Final = "anti|co|extra|inter|intra|mid|multi|neuro|non|over|poly|post|pre|re|self|semi|sub|under"
"""What may be written with a hyphen, apart or joined to the word after it."""

_HYPHENS: Final = re.compile(r"(?<=\w)[-\u2010\u2011\u2013](?=\w)")
_APART: Final = re.compile(rf"\b({PREFIXES})[-\u2010\u2011\u2013 ](?=\w)", re.IGNORECASE)
_JOINED: Final = re.compile(rf"\b({PREFIXES})(?=\w{{4}})", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"[A-Z0-9& -]*[A-Z][A-Z0-9& -]*s?")
_SHORT: Final = 7  # letters of a label that counts as an acronym


def written(label: str) -> Iterator[Keys]:
    """Yield the keys of a label as it is written, and with its hyphens and prefixes joined or parted.

    Example:
        >>> list(written("multi-agency audits"))
        [('multi', 'agency', 'audit'), ('multiagency', 'audit')]
        >>> list(written("CIN"))
        [('=CIN',)]
    """
    forms = (label, _HYPHENS.sub("", label), _APART.sub(r"\1", label), _JOINED.sub(r"\1-", label))
    yield from dict.fromkeys(keys for form in dict.fromkeys(forms) if (keys := _keys(form)))


def excluding(phrase: str, labels: Collection[Keys]) -> Iterator[Keys]:
    """Yield the keys of an excluded phrase; where it is but the plural of a label, those of the plural only.

    Example:
        >>> list(excluding("front doors", [("front", "door")]))
        [('front', '+door')]
    """
    for keys in written(phrase):
        if keys not in labels:
            yield keys
        elif many := plural(phrase.rsplit(maxsplit=1)[-1]):
            yield *keys[:-1], many


def turned(label: str) -> Iterator[Keys]:
    """Yield the keys of a label of two words turned round its "of".

    Example:
        >>> [*turned("risk assessment"), *turned("transfer of records")]
        [('assessment', 'of', 'risk'), ('record', 'transfer')]
    """
    words = [token.key for token in tokens(label)]
    match words:
        case [first, "of", second]:
            yield second, first
        case [first, second] if not _is_acronym(label):
            yield second, "of", first


def _keys(label: str) -> Keys:
    found = tokens(label)
    if _is_acronym(label):
        return tuple(acronym(label[token.start : token.end]) or token.key for token in found)
    if len(found) == 1:
        return (plural(label) or found[0].key,)
    return tuple(_key(label, token) for token in found)


def _key(label: str, token: Token) -> str:
    return verb(label[token.start : token.end]) or token.key


def _is_acronym(label: str) -> bool:
    return sum(map(str.isalpha, label)) <= _SHORT and bool(_CAPITALS.fullmatch(label))
