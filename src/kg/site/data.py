"""The data as files of the site, and the pages about them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalogue.terms import terms
from kg.iris import VOCABULARY_GRAPH, iri
from kg.namespaces import CR
from kg.pages.data import data_page, ontology_page
from kg.query.cells import harmless
from kg.release import exported, serialise
from kg.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from kg.catalogue import Catalogue, Concept

    Files = Iterator[tuple[str, str]]


def data(store: ox.Store, catalogue: Catalogue) -> Files:
    """Yield the data as files, and the pages that lead to them and say what they mean."""
    quads = exported(store)
    context = json.loads((shipped("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    contents = {
        f"data/case-reviews{suffix}": "".join(serialise(quads, suffix, context))
        for suffix in (".ttl", ".trig", ".jsonld")
    }
    contents |= dict(_tables(catalogue, _said(quads)))
    contents["data/ontology.ttl"] = "".join(serialise(_ontology(quads), ".ttl", context))
    yield from contents.items()
    yield "data.html", data_page(catalogue, contents)
    yield "ontology.html", ontology_page(catalogue, terms(store))


def _ontology(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return the quads about the terms themselves: neither codes nor themes nor agencies."""
    own = "https://w3id.org/crkg/ns"
    return [
        quad
        for quad in quads
        if quad.graph_name == ox.NamedNode(VOCABULARY_GRAPH) and str(quad.subject).startswith(f"<{own}")
    ]


def _said(quads: Iterable[ox.Quad]) -> frozenset[str]:
    """Return the statements whose words leave, as terms in N-Triples; those of private sources stay."""
    return frozenset(str(quad.subject) for quad in quads if quad.predicate.value == CR.text)


def _tables(catalogue: Catalogue, said: Container[str]) -> Files:
    yield "data/statements.csv", _csv(_statements(catalogue, said))
    yield "data/reviews.csv", _csv(_reviews(catalogue))
    yield "data/themes.csv", _csv(_concepts(catalogue.themes.values()))
    yield "data/agencies.csv", _csv(_concepts(catalogue.agencies.values()))


def _csv(rows: Iterable[Sequence[str | int]]) -> str:
    """Return rows as CSV in which nothing begins a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for row in rows:
        writer.writerow([harmless(ox.Literal(cell)) for cell in row])
    return written.getvalue()


def _statements(catalogue: Catalogue, said: Container[str]) -> Iterator[Sequence[str | int]]:
    """Yield statements; the text of one that is in the words of a private source is left empty."""
    yield (
        "identifier", "kind", "review", "review title", "text", "wording", "introduced by",
        "themes", "asked of", "about the service of", "names", "start", "end", "source",
    )  # fmt: skip
    for one in catalogue.statements.values():
        review = catalogue.reviews[one.review]
        roles = [
            "; ".join(catalogue.agencies[agency].label for agency in one.those(role))
            for role in ("addressed", "about", "mentioned")
        ]
        themes = "; ".join(catalogue.themes[theme].label for theme in one.themes)
        words = one.text if f"<{iri('statement', one.id)}>" in said else ""
        passage = (one.start, one.end, catalogue.sources[review.source].title)
        yield (
            one.id, one.kind, review.id, review.title, words, one.wording, one.heading,
            themes, *roles, *passage,
        )  # fmt: skip


def _reviews(catalogue: Catalogue) -> Iterator[Sequence[str | int]]:
    """Yield reviews with bands of age alone: ages as given stand on the review's own page."""
    yield (
        "identifier", "title", "type", "form", "what happened", "age bands", "year of the event",
        "findings", "recommendations", "source", "item",
    )  # fmt: skip
    for review in catalogue.reviews.values():
        kinds = [one.kind for one in catalogue.of_review.get(review.id, ())]
        yield (
            review.id,
            review.title,
            review.type.label,
            review.form.label,
            "; ".join(code.label for code in review.outcomes),
            "; ".join(code.label for code in review.bands),
            review.year or "",
            kinds.count("finding"),
            kinds.count("recommendation"),
            catalogue.sources[review.source].title,
            review.item,
        )


def _concepts(concepts: Iterable[Concept]) -> Iterator[Sequence[str]]:
    yield "identifier", "label", "definition", "part of", "other names", "notes"
    for each in concepts:
        yield (
            each.id,
            each.label,
            each.definition,
            "; ".join(above.label for above in each.broader),
            "; ".join(each.alternatives),
            " ".join(each.notes),
        )
