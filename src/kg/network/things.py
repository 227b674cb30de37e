"""What people may name: a review, a theme or an agency, looked up as a question's parameters are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.query.model import Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode, Store

_HELP: Final = MappingProxyType(
    {
        "review": "a review, by its alias, id or title.",
        "theme": "a theme, by its label or id.",
        "agency": "an agency, by its label or id.",
    }
)
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {"themes": "theme", "reviews": "review", "agencies": "agency"}
)
"""The kind of thing that each network's nodes are."""


def parameter(kind: str, name: str) -> Parameter:
    """Return what `kg.query.lookup` needs to look a value up.

    Args:
        kind: `review`, `theme` or `agency`.
        name: what the value was given as, which messages begin with.
    """
    if kind == "review":
        return Parameter(name=name, type="review", help=_HELP[kind])
    return Parameter(name=name, type="concept", scheme=kind, help=_HELP[kind])


def find(store: Store, kind: str, value: str, name: str) -> NamedNode:
    """Return the thing of a kind that a value names.

    Raises:
        ParameterError: there is none, or there are several; the message names them or the nearest.
    """
    from kg.query.lookup import find as look_up

    return look_up(store, parameter(kind, name), value.strip())
