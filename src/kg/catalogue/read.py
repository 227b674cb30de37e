"""Reads a catalogue out of a store: a few queries, each over one kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from kg.catalogue.model import Catalogue, Child, Code, Concept, Review, Source, Statement
from kg.iris import local_name
from kg.store import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Store

Value = TypeVar("Value")

_KINDS: Final = {
    "CaseSummary": "summary",
    "Finding": "finding",
    "Recommendation": "recommendation",
    "ActionTaken": "action",
}
_ROLES: Final = (("addressedTo", "addressed"), ("aboutService", "about"), ("mentions", "mentioned"))

_REVIEWS: Final = """
SELECT ?review ?title ?alias ?source ?item WHERE {
  ?review a cr:Review ; dcterms:title ?title ; cr:describedIn ?source ; cr:item ?item .
  OPTIONAL { ?review cr:alias ?alias }
}
"""

_STATEMENTS: Final = """
SELECT ?statement ?review ?text ?wording ?heading ?start ?end WHERE {
  ?statement a cr:Statement ; cr:inReview ?review ; cr:text ?text ; cr:wording/skos:prefLabel ?wording ;
    cr:evidence/oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end .
  OPTIONAL { ?statement cr:heading ?heading }
}
"""

_SOURCES: Final = """
SELECT ?source ?title ?publisher ?issued ?rights ?sha256 WHERE {
  ?source a cr:Document ; dcterms:title ?title ; dcterms:publisher ?publisher ; dcterms:rights ?rights .
  OPTIONAL { ?source cr:sha256 ?sha256 }
  OPTIONAL { ?source dcterms:issued ?issued }
}
"""

_CONCEPTS: Final = """
SELECT ?concept ?label ?definition WHERE {
  ?concept a %s ; skos:prefLabel ?label .
  OPTIONAL { ?concept skos:definition ?definition }
}
"""

_ABOVE: Final = """
SELECT ?concept ?above WHERE {
  ?concept a %s ; %s ?above . %s
}
"""
_TOP: Final = "FILTER EXISTS { ?above skos:topConceptOf ?scheme } FILTER(?above != ?concept)"

_REVIEW_CODES: Final = (
    "cr:reviewType",
    "cr:reportForm",
    "cr:reviewReason",
    "cr:findingsCoverage",
    "cr:recommendationsCoverage",
    "cr:examines/cr:outcome",
    "cr:examines/cr:cause",
    "cr:examines/cr:sourceOfHarm",
    "cr:examines/cr:conviction",
)

UNSTATED: Final = Code("unstated", "not stated")
"""What stands for a code that a graph leaves out; a checked build leaves none out."""

_VALUES: Final = "SELECT DISTINCT ?thing ?value WHERE { ?thing a %s ; %s ?value }"
_CODED: Final = (
    "SELECT DISTINCT ?thing ?value ?label WHERE { ?thing a %s ; %s ?value . ?value skos:prefLabel ?label }"
)


def read(store: Store) -> Catalogue:
    """Return all of a store that pages show: sources, reviews, statements, themes and agencies.

    Args:
        store: of a build, or any that holds records, vocabularies and codes.
    """
    themes, agencies = _concepts(store, "cr:Theme"), _concepts(store, "cr:Agency")
    reviews = _reviews(store)
    return Catalogue(
        sources={
            local_name(source): Source(local_name(source), title, publisher, issued or None, rights, digest)
            for source, title, publisher, issued, rights, digest in sorted(select(store, _SOURCES))
        },
        reviews=reviews,
        statements=_statements(store, reviews, themes, agencies),
        themes=themes,
        agencies=agencies,
    )


def _many(store: Store, kind: str, path: str) -> dict[str, list[str]]:
    """Return the values of a property of each thing of a kind, sorted."""
    found: dict[str, list[str]] = {}
    for thing, value in sorted(select(store, _VALUES % (kind, path))):
        found.setdefault(local_name(thing), []).append(value)
    return found


def _codes(store: Store, kind: str, path: str) -> dict[str, tuple[Code, ...]]:
    """Return the codes that a property gives each thing of a kind, by notation."""
    found: dict[str, tuple[Code, ...]] = {}
    for thing, value, label in sorted(select(store, _CODED % (kind, path))):
        code = Code(local_name(value).partition(".")[2], label)
        found[local_name(thing)] = (*found.get(local_name(thing), ()), code)
    return found


def _concepts(store: Store, kind: str) -> dict[str, Concept]:
    labels = {local_name(c): (label, text) for c, label, text in select(store, _CONCEPTS % kind)}
    above = _above(store, kind, "skos:broader+", labels, _TOP)
    broader = _above(store, kind, "skos:broader", labels, "")
    names = {
        name: _many(store, kind, path)
        for name, path in (
            ("alternatives", "skos:altLabel"),
            ("contested", "cr:contestedTerm"),
            ("notes", "skos:scopeNote"),
        )
    }
    return {
        each: Concept(
            each,
            label,
            definition,
            groups=above.get(each, ()),
            broader=broader.get(each, ()),
            **{name: tuple(values.get(each, ())) for name, values in names.items()},
        )
        for each, (label, definition) in sorted(labels.items(), key=lambda item: (item[1], item[0]))
    }


def _above(
    store: Store, kind: str, path: str, labels: Mapping[str, tuple[str, str]], only: str
) -> dict[str, tuple[Code, ...]]:
    found: dict[str, set[str]] = {}
    for concept, above in select(store, _ABOVE % (kind, path, only)):
        found.setdefault(local_name(concept), set()).add(local_name(above))
    return {
        concept: tuple(sorted((Code(each, labels[each][0]) for each in those), key=lambda c: (c.label, c.id)))
        for concept, those in found.items()
    }


def _reviews(store: Store) -> dict[str, Review]:
    codes = {path: _codes(store, "cr:Review", path) for path in _REVIEW_CODES}
    occurred = _many(store, "cr:Review", "cr:examines/cr:occurred")
    years = _many(store, "cr:Review", "cr:examines/cr:year")
    children = _children(store)
    rows = sorted(select(store, _REVIEWS), key=lambda row: (row[3], int(row[4]), row[0]))
    found: dict[str, Review] = {}
    for review, title, alias, source, item in rows:
        own = local_name(review)
        coded = {path.rpartition(":")[2]: values.get(own, ()) for path, values in codes.items()}
        found[own] = Review(
            own,
            alias,
            title,
            type=_first(coded["reviewType"]) or UNSTATED,
            form=_first(coded["reportForm"]) or UNSTATED,
            reason=_first(coded["reviewReason"]) or UNSTATED,
            source=local_name(source),
            item=int(item),
            occurred=_first(occurred.get(own, ())),
            year=_first(years.get(own, ())),
            outcomes=coded["outcome"],
            causes=coded["cause"],
            sources_of_harm=coded["sourceOfHarm"],
            conviction=_first(coded["conviction"]),
            children=children.get(own, ()),
            findings=_first(coded["findingsCoverage"]) or UNSTATED,
            recommendations=_first(coded["recommendationsCoverage"]) or UNSTATED,
        )
    return found


def _children(store: Store) -> dict[str, tuple[Child, ...]]:
    """Return the children of each review, in the order of its record."""
    ages = _many(store, "cr:Child", "cr:ageText")
    bands, sexes, status = (
        _codes(store, "cr:Child", path) for path in ("cr:ageBand", "cr:sex", "cr:childStatus")
    )
    found: dict[str, list[str]] = {}
    for review, child in select(store, _VALUES % ("cr:Review", "cr:examines/cr:involvesChild")):
        found.setdefault(local_name(review), []).append(local_name(child))
    return {
        review: tuple(
            Child(
                _first(ages.get(each, ())),
                _first(bands.get(each, ())),
                _first(sexes.get(each, ())),
                status.get(each, ()),
            )
            for each in sorted(those, key=lambda name: int(name.rpartition(".")[2]))
        )
        for review, those in found.items()
    }


def _statements(
    store: Store,
    reviews: Mapping[str, Review],
    themes: Mapping[str, Concept],
    agencies: Mapping[str, Concept],
) -> dict[str, Statement]:
    order = {review: place for place, review in enumerate(reviews)}
    kinds = _kinds(store)
    tagged = _many(store, "cr:Statement", "cr:concerns")
    rows = sorted(
        select(store, _STATEMENTS), key=lambda row: (order[local_name(row[1])], int(row[5]), row[0])
    )
    referring = _references(store, agencies)
    found: dict[str, Statement] = {}
    for statement, review, text, wording, heading, start, end in rows:
        own = local_name(statement)
        found[own] = Statement(
            own,
            kinds.get(own, "note"),
            local_name(review),
            text,
            wording,
            heading,
            int(start),
            int(end),
            themes=_by_label(map(local_name, tagged.get(own, ())), themes),
            agencies=referring.get(own, ()),
        )
    return found


def _kinds(store: Store) -> dict[str, str]:
    """Return the kind of each statement; one that is of no narrower class is a note."""
    every = _many(store, "cr:Statement", "a")
    return {
        own: kind
        for own, classes in every.items()
        for kind in [_KINDS[name] for name in map(local_name, classes) if name in _KINDS]
    }


def _references(store: Store, agencies: Mapping[str, Concept]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for term, role in _ROLES:
        for own, those in _many(store, "cr:Statement", f"cr:{term}").items():
            named = _by_label(map(local_name, those), agencies)
            found[own] = (*found.get(own, ()), *((role, agency) for agency in named))
    return found


def _by_label(ids: Iterable[str], concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda each: (concepts[each].label.casefold(), each)))


def _first(values: Sequence[Value]) -> Value | None:
    return values[0] if values else None
