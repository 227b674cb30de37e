"""What the page of a network holds for its script: nodes, lines and every sentence behind them.

All three networks have one form, so that one script reads them. A node and what joins it to others are the
two sides of it: themes and agencies are joined *via* reviews, reviews via themes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.network.chance import verdict
from kg.network.lines import ranked
from kg.pages.dates import when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

    from kg.catalogue import Catalogue, Code, Review, Statement

Json = dict[str, Any]


def page_data(graph: nx.Graph[str], catalogue: Catalogue) -> Json:
    """Return what the script of a network's page reads, ready for JSON.

    Args:
        graph: of themes, reviews or agencies, with all its lines.
        catalogue: of the same store.

    Returns:
        `nodes` (id, label, group), `reviews` (with what they are filtered by), `statements` (id, whose letter
        says the kind, review, text, themes, agencies), `lines` (two nodes, shared, expected, verdict, same
        statement, strongest): all by number of place.
    """
    kind = graph.graph["kind"]
    nodes = _numbered(sorted(graph.nodes))
    own: Mapping[str, Callable[[Statement], Iterable[str]]] = {
        "themes": lambda one: one.themes,
        "agencies": lambda one: one.those("addressed", "about"),
        "reviews": lambda one: (one.review,),
    }
    shown = [one for one in catalogue.points if any(each in nodes for each in own[kind](one))]
    verdicts = sorted({verdict(line["q"], graph.graph["reviews"]) for *_, line in graph.edges(data=True)})
    return {
        "kind": kind,
        "groups": sorted({graph.nodes[name]["group"] for name in nodes}),
        "nodes": [_node(graph, name, catalogue) for name in nodes],
        "reviews": [_review(review, catalogue) for review in catalogue.reviews.values()],
        "themes": [{"id": each.id, "label": each.label} for each in catalogue.themes.values()],
        "agencies": [{"id": each.id, "label": each.label} for each in catalogue.agencies.values()],
        "statements": list(_statements(shown, catalogue)),
        "bands": [code.label for code in _bands(catalogue)],
        "wordings": sorted({one.wording for one in shown}),
        "verdicts": verdicts,
        "lines": [_line(graph, pair, nodes, verdicts) for pair in ranked(graph)],
    }


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {each: number for number, each in enumerate(ids)}


def _statements(shown: Iterable[Statement], catalogue: Catalogue) -> Iterator[Json]:
    reviews = _numbered(catalogue.reviews)
    themes, agencies = _numbered(catalogue.themes), _numbered(catalogue.agencies)
    for one in shown:
        yield {
            "id": one.id,
            "review": reviews[one.review],
            "text": one.text,
            "themes": [themes[each] for each in one.themes],
            "agencies": [[role, agencies[each]] for role, each in one.agencies],
        }


def _node(graph: nx.Graph[str], name: str, catalogue: Catalogue) -> Json:
    node = graph.nodes[name]
    concepts = {"themes": catalogue.themes, "agencies": catalogue.agencies}.get(graph.graph["kind"], {})
    return {
        "id": name,
        "label": node["label"],
        "group": node["group"],
        "about": concepts[name].definition if name in concepts else catalogue.reviews[name].title,
    }


def _review(review: Review, catalogue: Catalogue) -> Json:
    """Return a review with what pages filter by; children only as bands of age, and no source of harm."""
    source = catalogue.sources[review.source]
    return {
        "id": review.id,
        "title": review.title,
        "source": f"{source.title}, {source.publisher}",
        "added": when(source.issued) if source.issued else "",
        "published": (source.issued or "")[:4],
        "year": review.year or "",
        "type": _label(review.type),
        "outcome": [_label(code) for code in review.outcomes],
        "band": [_label(code) for code in review.bands],
    }


def _bands(catalogue: Catalogue) -> list[Code]:
    """Return the age bands of the reviews, the youngest first."""
    found = {code.id: code for review in catalogue.reviews.values() for code in review.bands}
    return sorted(
        found.values(),
        key=lambda code: (
            code.id != "under-1",
            int(code.id.split("-")[0]) if code.id[0].isdigit() else 99,
            code.id,
        ),
    )


def _label(code: Code) -> str:
    return code.label


def _line(
    graph: nx.Graph[str], pair: tuple[str, str], nodes: Mapping[str, int], verdicts: list[str]
) -> list[float | int]:
    line = graph.edges[pair]
    return [
        nodes[pair[0]],
        nodes[pair[1]],
        line["shared"],
        round(line["expected"], 1),
        verdicts.index(verdict(line["q"], graph.graph["reviews"])),
        line.get("same_statement", 0),
        int(line["strongest"]),
    ]
