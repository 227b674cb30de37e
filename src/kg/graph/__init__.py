"""Records to RDF: pure functions from plain data to lines of N-Quads.

Each source has its graphs, named after it: `source.<id>` for what the document says, `tags.<id>` for what an
editor or a method decided about it, `labels.<id>` for terms that others gave its reviews, `quotes.<id>` for
its own words, which no export takes: quotes where the user holds the document, and statements in the words
of a source whose quotes are private. `vocab` holds the ontology and the vocabularies, `meta` says what the
graphs are. A triple stands in exactly one. What is orphaned in the records stands in none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.graph.statements import private_triples, review_triples, source_triples
from kg.graph.tags import review_labels, review_tags, source_tags
from kg.graph.terms import about, lines, ref, text
from kg.iris import iri
from kg.namespaces import DCAT, DCTERMS, OA, RDF
from kg.records import present

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kg.documents import Quote
    from kg.graph.terms import Triple
    from kg.records.model import Records, Review, Source

__all__ = ["meta_lines", "quote_lines", "record_lines", "source_lines"]

_GraphRow = tuple[str, str, str, str | None]
"""A graph's name, title and description, and the source it belongs to."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
META_GRAPH: Final = iri("graph", "meta")


def record_lines(records: Records) -> Iterator[str]:
    """Yield the N-Quads of all records, source by source, and of the graphs' own description.

    Orphaned statements are left out, and so are reviews that have no others.
    """
    of_source: dict[str, list[Review]] = {source.id: [] for source in records.sources}
    for review in present(records).reviews:
        of_source[review.source].append(review)
    for source in records.sources:
        yield from source_lines(source, of_source[source.id])
    labelled = {name for name, reviews in of_source.items() if any(review.labels for review in reviews)}
    yield from meta_lines(records.sources, labelled)


def source_lines(source: Source, reviews: Iterable[Review]) -> Iterator[str]:
    """Yield the N-Quads of a source and of its reviews, each in the graph that it belongs in."""
    kinds = ("source", "tags", "labels", "quotes")
    said, decided, labels, private = (iri("graph", f"{kind}.{source.id}") for kind in kinds)
    yield from lines(source_triples(source), said)
    yield from lines(source_tags(source), decided)
    for review in reviews:
        yield from lines(review_triples(review, source), said)
        yield from lines(private_triples(review, source), private)
        yield from lines(review_tags(review), decided)
        yield from lines(review_labels(review, source.language), labels)


def quote_lines(source: Source, quotes: Mapping[str, Quote]) -> Iterator[str]:
    """Yield a source's own words, in the graph `quotes.<id>` that no export touches.

    Args:
        source: whose words they are.
        quotes: the quote of each passage, by the passage's local name.
    """
    yield from lines(_quote_triples(quotes, source.language), iri("graph", f"quotes.{source.id}"))


def _quote_triples(quotes: Mapping[str, Quote], language: str) -> Iterator[Triple]:
    for local, quote in quotes.items():
        pairs = [(OA.exact, quote.exact), (OA.prefix, quote.prefix), (OA.suffix, quote.suffix)]
        yield from about(iri("selector", local), [(RDF.type, ref(OA.TextQuoteSelector))])
        yield from about(iri("selector", local), ((name, text(words, language)) for name, words in pairs))


def meta_lines(sources: Iterable[Source], labelled: Collection[str] = ()) -> Iterator[str]:
    """Yield the description of the dataset and of its graphs: graph `meta`.

    Args:
        sources: all sources.
        labelled: ids of those whose reviews others gave terms.
    """
    graphs: list[_GraphRow] = [
        ("meta", "What the graphs are", "The description of the dataset and of each of its graphs.", None),
        ("vocab", "Vocabularies", "The ontology, the themes, the agencies and the codes.", None),
    ]
    for source in sources:
        said = "What the source says of its reviews, in our paraphrase or, where it may be, in its own words."
        decided = "Themes and agencies of the source's statements: who or what decided each, and its status."
        graphs.append((f"source.{source.id}", f"Statements of {source.title}", said, source.id))
        graphs.append((f"tags.{source.id}", f"Taggings of {source.title}", decided, source.id))
        if source.id in labelled:
            graphs.append((f"labels.{source.id}", f"Terms of others for {source.title}", _LABELS, source.id))
    yield from lines(_meta_triples(graphs), META_GRAPH)


def _meta_triples(graphs: list[_GraphRow]) -> Iterator[Triple]:
    yield from about(
        iri("dataset", "crkg"),
        [
            (RDF.type, ref(DCAT.Dataset)),
            (DCTERMS.title, text("Case review knowledge graph")),
            (DCTERMS.description, text(_DESCRIPTION)),
            (DCTERMS.license, ref(LICENCE)),
            (DCTERMS.rights, text(_RIGHTS)),
            *((DCTERMS.hasPart, ref(iri("graph", name))) for name, *_ in graphs),
        ],
    )
    for name, title, description, source_id in graphs:
        document = [(DCTERMS.source, ref(iri("document", source_id)))] if source_id else []
        pairs = [(DCTERMS.title, text(title)), (DCTERMS.description, text(description)), *document]
        yield from about(iri("graph", name), pairs)


_DESCRIPTION: Final = (
    "Published reviews of serious child-safeguarding incidents: what each found and recommended, to whom, "
    "and on which themes. Lists of findings and recommendations are selections that the sources made; "
    "counts are of published summaries, and say nothing of how common anything is."
)
_LABELS: Final = (
    "Terms that the source itself, a library or another gave its reviews, in their own words: "
    "none of our themes, and counted nowhere."
)
_RIGHTS: Final = (
    "The structure, the paraphrases and the tagging are licensed as stated; published words stay with their "
    "publishers. Not endorsed by any publisher or partnership."
)
