"""Triples as JSON-LD, with the project's short names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.iris import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def json_ld(triples: Iterable[ox.Triple], context: Mapping[str, Any]) -> dict[str, Any]:
    """Return JSON-LD 1.1 with shortened names (https://www.w3.org/TR/json-ld11/)."""
    ordered = sorted(triples, key=str)
    expanded = json.loads(ox.serialize(ordered, format=ox.RdfFormat.JSON_LD) or b"[]")
    return {"@context": context["@context"], "@graph": [_compact(node) for node in expanded]}


def _compact(value: Any) -> Any:
    """Shorten the IRIs that are names of things, properties and types; leave every literal as it is."""
    if isinstance(value, list):
        return [_compact(item) for item in value]
    if isinstance(value, dict):
        return {key if key[0] == "@" else shorten(key): _name_or(key, item) for key, item in value.items()}
    return value


def _name_or(key: str, value: Any) -> Any:
    if key in ("@id", "@type"):
        return [shorten(item) for item in value] if isinstance(value, list) else shorten(value)
    return value if key in ("@value", "@language") else _compact(value)
