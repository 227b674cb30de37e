"""From a label to the sequences of keys that say it: as written, joined or split, and turned round."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
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
_DETERMINERS: Final = re.compile(r"(?<=\w )(?:the|an?|other|their) (?=\w)", re.IGNORECASE)
_PREPOSITIONS: Final = frozenset(
    {"about", "at", "between", "by", "for", "from", "in", "of", "on", "to", "with"}
)
_PARTICLES: Final = frozenset({"away", "down", "for", "in", "into", "off", "on", "out", "over", "to", "up"})
_NO_PARENT: Final = frozenset({"adoptive", "birth", "foster"})
_ANY: Final = MappingProxyType(
    {"agency": "@agency", "professional": "@agency", "child": "@child", "parent": "@parent"}
)
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
    """Yield what else says a label of several words: turned round, in the passive, of another such person.

    Example:
        >>> [*turned("risk assessment"), *turned("transfer of records")]
        [('assessment', 'of', 'risk'), ('record', 'transfer')]
        >>> list(turned("ask the child"))
        [('~ask', '@child'), ('@child', '~ask'), ('~ask', 'child'), ('child', '~ask')]
    """
    if _is_acronym(label):
        return
    words = tuple(token.key for token in tokens(label))
    match words:
        case [first, "of", second]:
            yield second, first
        case [first, second]:
            yield second, "of", first
        case [_]:
            return
    plain = _keys(label)
    loose = _keys(_DETERMINERS.sub("", label))
    for keys in dict.fromkeys((_kinds(loose), loose)):
        if keys != plain:
            yield keys
        if keys[0] == f"~{label.partition(' ')[0]}" != "~not":
            yield from _passive(keys)


def _passive(keys: Keys) -> Iterator[Keys]:
    """Yield a verb and what it is done to, turned round: "pass on records" as in "records were passed on".

    Only labels with the plain form of the verb are: "took months" has no passive.
    """
    done = 2 if len(keys) > 1 and keys[1] in _PARTICLES else 1
    thing = keys[done:]
    if len(thing) in (1, 2) and thing[0] not in _PREPOSITIONS:
        yield *thing, *keys[:done]


def _kinds(keys: Keys) -> Keys:
    """Return keys in which a child, a parent, professionals or agencies stand for any such person."""
    found = list(keys)
    for at, key in enumerate(keys):
        kind = _ANY.get(key)
        before, after = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
        doer = not at and after.startswith("~")
        done_to = not after and (before.startswith("~") or before in _PREPOSITIONS)
        parent = kind == "@parent" and after != "and" and before not in _NO_PARENT
        if kind and (doer or done_to or parent):
            found[at] = kind
    return tuple(found)


@lru_cache(maxsize=64)
def _keys(label: str) -> Keys:
    found = tokens(label)
    if _is_acronym(label):
        return tuple(acronym(label[token.start : token.end]) or token.key for token in found)
    if len(found) == 1:
        return (plural(label) or found[0].key,)
    keys = tuple(_key(label, token) for token in found)
    # "not told" is said of those who were not told: "cannot tell" says another thing
    return (keys[0], *(token.key for token in found[1:])) if keys[0] == "~not" else keys


def _key(label: str, token: Token) -> str:
    return verb(label[token.start : token.end]) or token.key


def _is_acronym(label: str) -> bool:
    return sum(map(str.isalpha, label)) <= _SHORT and bool(_CAPITALS.fullmatch(label))
