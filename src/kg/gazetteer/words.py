"""Words as the matcher compares them: case, quotes, hyphens, plurals, possessives and spelling make no odds.

Inflection is light on purpose. Stemmers merge too much (parents with parenting, relation with relative), so
there are plurals, possessives and a short list of verbs, and nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from kg.gazetteer.kinds import DENIALS, KINDS, VERBS

STOP: Final = "."
"""The key of punctuation that no label reaches across."""

_TOKEN: Final = re.compile(
    r"(?P<word>[^\W_]+(?:['\u2018\u2019\u02bc][^\W_]+)*)"
    r"|(?P<and>&)|(?P<comma>,)|(?P<slash>/)|(?P<stop>[.;:!?()\[\]{}\u2022\u2026\u2014|]|(?<=\s)[\u2013-](?=\s))"
)
_QUOTES: Final = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9]*s?")

_IRREGULAR: Final = MappingProxyType(
    {
        "children": "child",
        "men": "man",
        "women": "woman",
        "midwives": "midwife",
        "lives": "life",
        "wives": "wife",
        "people": "person",
        "crises": "crisis",
        "analyses": "analysis",
        "diagnoses": "diagnosis",
    }
)
_KEPT: Final = re.compile(
    r"(?:[suio]s|less|\b(?:news|series|always|perhaps|besides|towards|across|bias|diabetes|overseas))$"
)

_SPELLINGS: Final = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?<=[a-z]{2}[iy])z(?=e|i|a)", "s"),  # organize, analyze
        (r"^paedi", "pedi"),
        (r"^foet", "fet"),
        (r"(?<=^behavi|^neighb)our", "or"),
        (r"(?<=^colo|^favo|^hono)ur", "r"),
        (r"ll(?=(?:ed|ing|or)$)", "l"),  # labelled, counselling, counsellor
        (r"programme", "program"),
        (r"centre", "center"),
        (r"judgement", "judgment"),
        (r"^enquir", "inquir"),
        (r"licence", "license"),
        (r"learnt$", "learned"),
    )
)
"""Spellings that are one word. The second is a key, never shown: it need not be the better one."""

_RESPELT: Final = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))


class Token(NamedTuple):
    """A word or a mark of a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        key: what a label must have for it.
        others: what a label may have in place of that: a verb, an acronym as written, a plural.
    """

    start: int
    end: int
    key: str
    others: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a text; spaces, hyphens and quotes only part them.

    Example:
        >>> [token.key for token in tokens("Multi-agency records, organized by GPs")]
        ['multi', 'agency', 'record', ',', 'organised', 'by', 'gp']
    """
    found = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "word":
            found.append(Token(*match.span(), *_keys(match[0])))
        else:
            key = {"and": "and", "comma": ",", "slash": "/"}.get(match.lastgroup or "", STOP)
            found.append(Token(*match.span(), key))
    return tuple(found)


def folded(word: str) -> str:
    """Return the key of a word: lower case, singular, without a possessive, in one spelling.

    Example:
        >>> [folded(word) for word in ("Children\u2019s", "agencies", "process", "recognized", "GPs")]
        ['child', 'agency', 'process', 'recognised', 'gp']
    """
    plain = word.translate(_QUOTES).casefold().removesuffix("'s")
    plain = _singular(plain)
    if not _RESPELT.search(plain):
        return plain
    for pattern, spelling in _SPELLINGS:
        plain = pattern.sub(spelling, plain)
    return plain


@lru_cache(maxsize=8192)
def verb(word: str) -> str | None:
    """Return the key that all forms of a verb share, or all ways to deny, if it is one of the list.

    Example:
        >>> verb("Shared"), verb("sharing"), verb("shareholder"), verb("never")
        ('~share', '~share', None, '~not')
    """
    plain = _respelt(word.translate(_QUOTES))
    if plain in DENIALS or plain.endswith("n't"):
        return "~not"
    base = VERBS.get(plain)
    return f"~{base}" if base else None


def kind(word: str) -> str | None:
    """Return the key of the kind of person or service that a word names.

    Example:
        >>> kind("Midwives"), kind("boy's"), kind("plan")
        ('@agency', '@child', None)
    """
    return KINDS.get(folded(word))


def acronym(word: str) -> str | None:
    """Return the key of a word in capitals, which matches in capitals only.

    Example:
        >>> acronym("CIN"), acronym("ICBs"), acronym("Mash")
        ('=CIN', '=ICB', None)
    """
    plain = word.translate(_QUOTES).removesuffix("'s")
    return f"={plain.removesuffix('s')}" if _ACRONYM.fullmatch(plain) else None


def plural(word: str) -> str | None:
    """Return the key of a word in the plural, which matches in the plural only.

    Example:
        >>> plural("Professionals"), plural("professional")
        ('+professional', None)
    """
    plain = word.translate(_QUOTES).casefold().removesuffix("'s")
    return f"+{folded(plain)}" if _singular(plain) != plain else None


@lru_cache(maxsize=8192)
def _keys(word: str) -> tuple[str, tuple[str, ...]]:
    return folded(word), tuple(key for key in (verb(word), acronym(word), plural(word), kind(word)) if key)


def _respelt(word: str) -> str:
    return re.sub(r"(?<=[iy])z(?=e|i)", "s", word.casefold())


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 2 or not word.endswith("s") or _KEPT.search(word):  # noqa: PLR2004 - "is", "as"
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies", "lies"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
