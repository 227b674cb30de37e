"""What an export says of one thing: the part of the graph that a page of the site has as a file beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.namespaces import BASE, OA
from kg.release.write import json_ld
from kg.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN: Final = tuple(f"{BASE}{kind}/" for kind in ("incident", "child", "statement", "passage", "selector"))
"""What belongs to the thing that leads to it, and is described with it."""


class Descriptions:
    """An export, ready to be asked for one thing at a time."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._about: dict[str, list[ox.Triple]] = {}
        self._pointing: dict[str, list[ox.Triple]] = {}
        self._tagging: dict[str, list[str]] = {}
        for quad in quads:
            subject = _name(quad.subject)
            self._about.setdefault(subject, []).append(quad.triple)
            if isinstance(quad.object, ox.NamedNode):
                self._pointing.setdefault(quad.object.value, []).append(quad.triple)
                if quad.predicate.value == OA.hasTarget:
                    self._tagging.setdefault(quad.object.value, []).append(subject)

    def of(self, thing: str) -> list[ox.Triple]:
        """Return the triples about a thing (an IRI) and what belongs to it, with the tags of its statements.

        Of a theme or agency, also the triples that point to it.
        """
        found: list[ox.Triple] = []
        seen: set[str] = set()
        waiting = [thing]
        while waiting:
            subject = waiting.pop()
            if subject in seen:
                continue
            seen.add(subject)
            waiting += self._tagging.get(subject, ())
            found += self._about.get(subject, ())
            objects = (_name(triple.object) for triple in self._about.get(subject, ()))
            waiting += [value for value in objects if value.startswith(OWN)]
        if not thing.startswith(f"{BASE}review/"):
            found += [t for t in self._pointing.get(thing, ()) if _name(t.subject) not in seen]
        return list(dict.fromkeys(found))

    def turtle(self, thing: str) -> str:
        """Return a thing as a Turtle document."""
        return "".join(turtle((t.subject, t.predicate, t.object) for t in self.of(thing)))

    def json_ld(self, thing: str, context: Mapping[str, Any]) -> str:
        r"""Return a thing as JSON-LD that may stand in a script element: `<` is written as `\\u003c`.

        What only points to it is left out, and of the context whatever is not needed.
        """
        own = [triple for triple in self.of(thing) if _name(triple.object) != thing]
        document = json_ld(own, context)
        written = _dense(document["@graph"])
        used = {name for name in context["@context"] if f'"{name}:' in written}
        document["@context"] = {name: context["@context"][name] for name in sorted(used)}
        return _dense(document).translate({ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})


def _dense(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """Return the IRI of a term, or nothing; the graph has no blank nodes."""
    return term.value if isinstance(term, ox.NamedNode) else ""
