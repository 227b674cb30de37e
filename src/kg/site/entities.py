"""The pages of reviews, themes and agencies, each with its Turtle beside it, and the lists of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal

from markupsafe import Markup

from kg.iris import iri
from kg.network.lines import ranked
from kg.pages.entities import (
    Similar,
    concept_list,
    concept_page,
    recommendations_page,
    review_list,
    review_page,
)
from kg.pages.entities.shared import Entity
from kg.release import Descriptions, exported
from kg.resources import shipped
from kg.site.networks import NETWORKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.catalogue import Catalogue

Kind = Literal["review", "theme", "agency"]

MOST_SIMILAR: Final = 5
"""How many similar reviews the page of one names."""


def entities(store: Store, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the pages and the Turtle files of all reviews, themes and agencies, and the lists."""
    told = Descriptions(exported(store))
    context = json.loads((shipped("ontology") / "context.jsonld").read_text(encoding="utf-8"))

    def of(kind: Kind, folder: str, own: str, page: Callable[[Entity], str]) -> Iterator[tuple[str, str]]:
        thing = iri(kind, own)
        data = Markup(told.json_ld(thing, context))  # noqa: S704 - `<`, `>` and `&` are escaped in it
        yield f"{folder}/{own}.html", page(Entity(own, data))
        yield f"{folder}/{own}.ttl", told.turtle(thing)

    graph = NETWORKS["reviews"](store, "all")
    alike = similar(graph, catalogue)
    yield "reviews/index.html", review_list(catalogue)
    for own in catalogue.reviews:
        yield from of(
            "review",
            "reviews",
            own,
            lambda entity: review_page(entity, catalogue, alike.get(entity.id, ()), graph.graph["chance"]),
        )
    yield "themes/index.html", concept_list(catalogue, "theme")
    for own in catalogue.themes:
        yield from of("theme", "themes", own, lambda entity: concept_page(entity, catalogue, "theme"))
    yield "agencies/index.html", concept_list(catalogue, "agency")
    for own in catalogue.agencies:
        yield from of("agency", "agencies", own, lambda entity: concept_page(entity, catalogue, "agency"))
    yield "recommendations.html", recommendations_page(catalogue)


def similar(graph: nx.Graph[str], catalogue: Catalogue) -> Mapping[str, tuple[Similar, ...]]:
    """Return the reviews most like each one, with the themes they share, the rarest first."""
    found: dict[str, list[Similar]] = {}
    for first, second in ranked(graph):
        themes = tuple(catalogue.themes[theme] for theme in graph.edges[first, second]["themes"])
        for own, other in ((first, second), (second, first)):
            found.setdefault(own, []).append(Similar(catalogue.reviews[other], themes))
    return {own: tuple(those[:MOST_SIMILAR]) for own, those in found.items()}
