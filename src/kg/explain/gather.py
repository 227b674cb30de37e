"""Gathers what two things share from the graph: the statements on both sides, and the numbers of the link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.explain.find import pair
from kg.explain.model import Explanation, Numbers, Said, Shared, Thing
from kg.explain.sentences import sentences
from kg.iris import expand, local_name, shorten
from kg.network import rows
from kg.network.agencies import links as agency_links
from kg.network.chance import verdict
from kg.store import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import NamedNode, Store

# Only accepted tags are direct triples, and only findings and recommendations count; mentions do not.
_SAID: Final = """
SELECT DISTINCT ?tag ?role ?statement ?kind ?review ?title ?alias ?text ?wording ?position WHERE {
  VALUES ?%s { %s }
  VALUES ?kind { cr:Finding cr:Recommendation }
  VALUES (?property ?role) { %s }
  ?statement a ?kind ; ?property ?tag ; cr:inReview ?review ; cr:text ?text ; cr:position ?position ;
    cr:wording/skos:prefLabel ?wording .
  ?review dcterms:title ?title .
  OPTIONAL { ?review cr:alias ?alias }
}
"""

_RAISED: Final = """
SELECT ?%s (COUNT(DISTINCT ?%s) AS ?count) WHERE {
  VALUES ?%s { %s }
  VALUES ?kind { cr:Finding cr:Recommendation }
  VALUES (?property ?role) { %s }
  ?statement a ?kind ; ?property ?tag ; cr:inReview ?review .
} GROUP BY ?%s
"""

_LABEL: Final = """
SELECT ?thing ?label ?alias WHERE {
  VALUES ?thing { %s }
  VALUES ?property { skos:prefLabel dcterms:title }
  ?thing ?property ?label .
  OPTIONAL { ?thing cr:alias ?alias }
}
"""

_LINK: Final = """
SELECT ?shared ?expected ?p ?q ?score WHERE {
  ?link cr:method code:link-method.%s ; cr:connects %s, %s ; cr:sharedCount ?shared ;
    cr:expectedCount ?expected ; cr:pValue ?p ; cr:qValue ?q ; cr:score ?score .
}
"""

_ROLES: Final = {
    "theme": '(cr:concerns "")',
    "agency": '(cr:addressedTo "addressed") (cr:aboutService "about")',
}
AND: Final = " and "
_METHODS: Final = {"review": rows.REVIEW_LINKS, "theme": rows.THEME_LINKS}


@dataclass(frozen=True, slots=True)
class _Row:
    """A statement with one of its themes or agencies."""

    tag: str
    position: int
    said: Said


def explain(store: Store, first: str, second: str) -> Explanation:
    """Return why two things are linked, or what was searched where they share nothing.

    Args:
        store: of a build.
        first: a review, theme or agency, by alias, label, CURIE or IRI.
        second: another one of the same kind.

    Raises:
        ParameterError: a name means nothing or several things, or the two are of different kinds.
    """
    kind, *nodes = pair(store, first, second)
    count = rows.review_count(store)
    also: tuple[Shared, ...] = ()
    if kind == "review":
        found = [_said(store, "review", node, "theme") for node in nodes]
        shared = _of_reviews(store, found, "theme")
        also = _of_reviews(store, [_said(store, "review", node, "agency") for node in nodes], "agency")
    else:
        found = [_said(store, "tag", node, kind) for node in nodes]
        shared = _of_tags(store, found, kind)
    one, other = (_thing(store, node, kind, each) for node, each in zip(nodes, found, strict=True))
    numbers = _numbers(store, kind, (nodes[0], nodes[1]), count)
    told = Explanation(one, other, count, numbers, shared, also, ())
    return replace(told, sentences=sentences(told))


def _said(store: Store, by: str, node: NamedNode, kind: str) -> list[_Row]:
    """Return the statements of a review, or with a theme or agency, in the order of their documents."""
    found = [
        _Row(
            tag,
            int(position),
            Said(
                shorten(statement),
                local_name(kind_).lower(),
                text,
                wording,
                alias or title,
                shorten(review),
                role,
            ),
        )
        for tag, role, statement, kind_, review, title, alias, text, wording, position in select(
            store, _SAID % (by, node, _ROLES[kind])
        )
    ]
    return sorted(
        found, key=lambda row: (row.said.review_id, row.position, row.said.id, row.tag, row.said.role)
    )


def _of_reviews(store: Store, found: Sequence[list[_Row]], kind: str) -> tuple[Shared, ...]:
    """Return the themes or agencies that two reviews share, the rarest first."""
    one, other = found
    tags = sorted({row.tag for row in one} & {row.tag for row in other})
    raised, labels = _counts(store, "tag", tags, kind), _labels(store, tags)
    shared = [
        Shared(
            Thing(shorten(tag), labels[tag], kind),
            raised[tag],
            (),
            _statements(row for row in one if row.tag == tag),
            _statements(row for row in other if row.tag == tag),
        )
        for tag in tags
    ]
    return tuple(sorted(shared, key=lambda each: (each.raised, each.thing.label.casefold(), each.thing.id)))


def _of_tags(store: Store, found: Sequence[list[_Row]], kind: str) -> tuple[Shared, ...]:
    """Return the reviews that two themes or agencies share: with a statement on both, then the shortest."""
    one, other = found
    together = {row.said.id for row in one} & {row.said.id for row in other}
    cases = {row.said.review_id: row.said.review for row in one}
    cases = {each: cases[each] for each in sorted(cases) if each in {row.said.review_id for row in other}}
    raised = _counts(store, "review", cases, kind)

    def on(side: Iterable[_Row], review: str, *, both: bool) -> tuple[Said, ...]:
        return _statements(
            row for row in side if row.said.review_id == review and (row.said.id in together) is both
        )

    shared = [
        Shared(
            Thing(review, label, "review"),
            raised[review],
            on([*one, *other], review, both=True),
            on(one, review, both=False),
            on(other, review, both=False),
        )
        for review, label in cases.items()
    ]
    return tuple(
        sorted(
            shared,
            key=lambda each: (-len(each.both), each.raised, each.thing.label.casefold(), each.thing.id),
        )
    )


def _statements(found: Iterable[_Row]) -> tuple[Said, ...]:
    """Return each statement once; one that both addresses an agency and is about it says so."""
    merged: dict[str, Said] = {}
    for row in found:
        known = merged.get(row.said.id)
        roles = {row.said.role} if known is None else {*known.role.split(AND), row.said.role}
        merged[row.said.id] = replace(row.said, role=AND.join(sorted(roles)))
    return tuple(merged.values())


def _counts(store: Store, by: str, things: Iterable[str], kind: str) -> dict[str, int]:
    """Return in how many reviews each theme or agency comes up, or how many of them each review has."""
    counted = "review" if by == "tag" else "tag"
    refs = {f"<{expand(thing) or thing}>": thing for thing in things}
    query = _RAISED % (by, counted, by, " ".join(refs), _ROLES[kind], by)
    return {refs[f"<{thing}>"]: int(count) for thing, count in select(store, query)}


def _labels(store: Store, things: Iterable[str]) -> dict[str, str]:
    values = " ".join(f"<{thing}>" for thing in things)
    return {thing: alias or label for thing, label, alias in select(store, _LABEL % values)}


def _thing(store: Store, node: NamedNode, kind: str, found: Sequence[_Row]) -> Thing:
    tags = {row.tag if kind == "review" else row.said.review_id for row in found}
    label = _labels(store, [node.value])[node.value]
    return Thing(shorten(node.value), label, kind, len({row.said.id for row in found}), len(tags))


def _numbers(store: Store, kind: str, pair: tuple[NamedNode, NamedNode], reviews: int) -> Numbers | None:
    """Return the numbers of a link as the build derived them; of agencies, as they are worked out here."""
    names = sorted(local_name(node.value) for node in pair)
    if kind in _METHODS:
        query = _LINK % (_METHODS[kind], *pair)
        found = [rows.link((names[0], names[1], *values)) for values in select(store, query)]
    else:
        every = agency_links(rows.references(store))
        found = [link for link in every if [link.first, link.second] == names]
    if not found:
        return None
    link = found[0]
    return Numbers(link.shared, link.expected, link.p, link.q, link.score, verdict(link.q, reviews))
