"""The only place that mints identifiers and IRIs.

Reviews and statements have opaque ids, minted once and kept in their record; themes, agencies and codes have
readable names. Everything else is named after what it belongs to, so no IRI depends on order, time or place.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.namespaces import BASE, PREFIXES

if TYPE_CHECKING:
    from kg.namespaces import Kind

ALPHABET: Final = "23456789abcdefghjkmnpqrstvwxyz"
"""Digits and letters that are not mistaken for one another when read out."""

KIND_LETTERS: Final = {"summary": "s", "finding": "f", "recommendation": "r", "action": "a", "note": "n"}
RECORD_ID: Final = re.compile(rf"[a-z]-[{ALPHABET}]{{8}}")
LOCAL: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?")
CURIE: Final = re.compile(r"([a-z]+):([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)")

_PREFIX_OF: Final = MappingProxyType({namespace: prefix for prefix, namespace in PREFIXES.items()})

VOCABULARY_GRAPH: Final = f"{BASE}graph/vocab"
WORDING_GRAPH: Final = f"{BASE}graph/wording"
"""The graph of the expressions by which themes are proposed; it is not exported, and no page shows it."""

DERIVED_GRAPHS: Final = f"{BASE}graph/derived."
"""How the name of each graph begins that a build computes from the others; none is exported."""

QUOTES_GRAPHS: Final = f"{BASE}graph/quotes."
"""How the name of each graph of a source's own words begins; none leaves the user's machine."""


def mint(letter: str) -> str:
    """Return a new random id: a letter, a hyphen and eight characters of `ALPHABET` (39 bits).

    Example:
        >>> RECORD_ID.fullmatch(mint("f")) is not None
        True
    """
    import secrets

    return f"{letter}-" + "".join(secrets.choice(ALPHABET) for _ in range(8))


def iri(kind: Kind, local: str) -> str:
    """Return the IRI of a thing of the project.

    Args:
        kind: what it is, one of `kg.namespaces.Kind`.
        local: a local name of lower-case letters, digits, full stops and hyphens, 100 characters at most.

    Raises:
        ValueError: the local name has other characters, so that it could not be written as a CURIE.

    Example:
        >>> iri("theme", "safer-sleep")
        'https://w3id.org/crkg/theme/safer-sleep'
    """
    if not LOCAL.fullmatch(local):
        raise ValueError(f"{local!r} is no local name: use a-z, 0-9, '.' and '-', 100 characters at most")
    return f"{BASE}{kind}/{local}"


def code(scheme: str, notation: str) -> str:
    """Return the IRI of a code of a scheme.

    Example:
        >>> code("review-type", "scr")
        'https://w3id.org/crkg/code/review-type.scr'
    """
    return iri("code", f"{scheme}.{notation}")


def concept(scheme_name: str, local: str) -> str:
    """Return the IRI of a concept by the name of its scheme.

    Example:
        >>> concept("theme", "neglect").removeprefix(BASE), concept("code/sex", "male").removeprefix(BASE)
        ('theme/neglect', 'code/sex.male')
    """
    return f"{BASE}{scheme_name}{'.' if scheme_name.startswith('code/') else '/'}{local}"


def child(review_id: str, number: int) -> str:
    """Return the IRI of a review's child, by number in the record from 1."""
    return iri("child", f"{review_id}.{number}")


def tagging(target_id: str, role: str, concept: str) -> str:
    """Return the IRI of the decision that a statement or document has a concept in a role.

    Example:
        >>> tagging("f-4k2m7q9a", "theme", "safer-sleep").removeprefix(BASE)
        'tagging/f-4k2m7q9a.theme.safer-sleep'
    """
    return iri("tagging", f"{target_id}.{role}.{concept}")


def link(kind: str, first: str, second: str) -> str:
    """Return the IRI of the link between two things of a kind, whichever is named first.

    Example:
        >>> link("theme", "safer-sleep", "neglect").removeprefix(BASE)
        'link/theme.neglect.safer-sleep'
    """
    low, high = sorted((first, second))
    return iri("link", f"{kind}.{low}.{high}")


def issue_name(source_id: str, theme: str) -> str:
    """Return the local name of the passage in which a source names an issue itself.

    Example:
        >>> issue_name("nspcc-2022-03", "safer-sleep")
        'nspcc-2022-03.issue.safer-sleep'
    """
    return f"{source_id}.issue.{theme}"


def scheme(name: str) -> str:
    """Return the IRI of a concept scheme: its namespace without the final slash.

    Example:
        >>> scheme("code/review-type")
        'https://w3id.org/crkg/code/review-type'
    """
    return f"{BASE}{name}"


def local_name(text: str) -> str:
    """Return what follows the last slash or hash of an IRI.

    Example:
        >>> local_name("https://w3id.org/crkg/theme/safer-sleep")
        'safer-sleep'
    """
    return re.split(r"[/#]", text)[-1]


def shorten(text: str) -> str:
    """Return an IRI as a CURIE where one of the project's prefixes fits, else the IRI as it is.

    Example:
        >>> shorten("https://w3id.org/crkg/review/r-7k2m9qpa")
        'review:r-7k2m9qpa'
        >>> shorten("https://example.org/")
        'https://example.org/'
    """
    end = max(text.rfind("/"), text.rfind("#")) + 1
    prefix = _PREFIX_OF.get(text[:end])
    return curie if prefix and CURIE.fullmatch(curie := f"{prefix}:{text[end:]}") else text


def expand(text: str) -> str | None:
    """Return the IRI of a CURIE with one of the project's prefixes, else nothing.

    Example:
        >>> expand("theme:safer-sleep")
        'https://w3id.org/crkg/theme/safer-sleep'
        >>> expand("nobody:knows") is None
        True
    """
    match = CURIE.fullmatch(text)
    if match is None or match[1] not in PREFIXES:
        return None
    return PREFIXES[match[1]] + match[2]
