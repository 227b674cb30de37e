"""Finds the two things to link: by any of their names, as a question finds its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.errors import ParameterError
from kg.network.things import find, parameter

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

    from kg.query.lookup import Entry

KINDS: Final = ("review", "theme", "agency")
WANTED: Final = "Two reviews, two themes or two agencies can be linked."


def pair(store: Store, first: str, second: str) -> tuple[str, NamedNode, NamedNode]:
    """Return the kind that two names share, and what they name.

    Raises:
        ParameterError: a name means nothing, or several things; or the two mean things of different kinds,
            or the same thing.
    """
    found = [_found(store, value, name) for value, name in ((first, "A"), (second, "B"))]
    kinds = [kind for kind in KINDS if all(kind in each for each in found)]
    if not kinds:
        one, other = (" or ".join(_article(kind) for kind in each) for each in found)
        raise ParameterError(
            f"{first!r} is {one}, and {second!r} is {other}: they cannot be linked. {WANTED}"
        )
    if len(kinds) > 1:
        known = "; ".join(
            f"{kind}:{_local(found[0][kind])}, {kind}:{_local(found[1][kind])}" for kind in kinds
        )
        raise ParameterError(
            f"{first!r} and {second!r} can be {' or '.join(kinds)}. Give their ids: {known}."
        )
    nodes = found[0][kinds[0]], found[1][kinds[0]]
    if nodes[0] == nodes[1]:
        raise ParameterError(f"{first!r} and {second!r} are the same {kinds[0]}. {WANTED}")
    return kinds[0], *nodes


def _found(store: Store, value: str, name: str) -> dict[str, NamedNode]:
    """Return what a value can mean, by kind.

    Raises:
        ParameterError: it means nothing, or several things of one kind.
    """
    from kg.query.lookup import entries, fold, nearest

    meant: dict[str, NamedNode] = {}
    known: list[Entry] = []
    for kind in KINDS:
        try:
            meant[kind] = find(store, kind, value, name)
        except ParameterError:
            every = list(entries(store, parameter(kind, name)))
            if any(fold(value) in entry.names for entry in every):
                raise  # it names several
            known += every
    if meant:
        return meant
    near = "; ".join(map(str, nearest(fold(value), known)))
    hint = f" The nearest: {near}." if near else ""
    raise ParameterError(f"{name}={value!r}: there is no such review, theme or agency here.{hint} {WANTED}")


def _article(kind: str) -> str:
    return f"{'an' if kind == 'agency' else 'a'} {kind}"


def _local(node: NamedNode) -> str:
    return node.value.rpartition("/")[2]
