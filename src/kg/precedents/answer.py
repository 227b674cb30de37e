"""The earlier recommendations for each one that is asked about, out of a catalogue; pure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.precedents.asked import ROLES
from kg.precedents.model import Count, Group, Part, Precedent, Reply, Told
from kg.precedents.rank import groups, likeness, overlap, whom
from kg.query.lookup import fold
from kg.query.scope import scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.catalogue import Catalogue, Concept, Review, Source, Statement
    from kg.precedents.model import Asked, Request, Subject

SAME_DOCUMENT: Final = "it stands in the same document: which review came first is not given"
TOGETHER: Final = "the dates do not say which came first"
UNDATED: Final = "one of the two documents is not dated, so this may be later"
LATER: Final = "later"


class _Known(NamedTuple):
    """The collection, and what is measured by it.

    Attributes:
        raised: in how many reviews a finding or recommendation has each theme.
        above: the groups that each agency belongs to, however far up.
        own: the sources that are the very document asked about.
    """

    catalogue: Catalogue
    raised: Mapping[str, int]
    above: Mapping[str, frozenset[str]]
    own: frozenset[str]


class _Search(NamedTuple):
    """What is searched for one review, and how the date of each other review stands to it."""

    known: _Known
    timing: Mapping[str, str]


def answer(request: Request, catalogue: Catalogue) -> Told:
    """Return what a collection has said before of all that is asked about.

    Args:
        request: as `kg.precedents.asked` reads it.
        catalogue: of the collection; its themes and agencies are those that editors accepted.
    """
    known = _Known(
        catalogue,
        {theme: len({one.review for one in those}) for theme, those in catalogue.of_theme.items()},
        {agency: above(agency, catalogue.agencies) for agency in catalogue.agencies},
        frozenset(source.id for source in catalogue.sources.values() if source.sha256 == request.sha256),
    )
    return Told(
        request.name,
        request.kind,
        tuple(_part(subject, known) for subject in request.subjects),
        len(catalogue.reviews),
        _count(one for one in catalogue.points if one.kind == "recommendation" and not one.themes),
        tuple(catalogue.sources.values()),
        request.notes,
    )


def when(subject: Subject, source: Source) -> str:
    """Say how a source's date stands to that of the review asked about.

    For a document all that is in the collection counts as earlier. Dates are compared as far as both are
    known: 2022 and 2022-03 do not say which came first.

    Returns:
        Nothing where the source is earlier, `LATER`, or why that cannot be told.
    """
    if not subject.id:
        return ""
    if subject.source == source.id:
        return SAME_DOCUMENT
    if subject.issued is None or source.issued is None:
        return UNDATED
    exact = min(len(subject.issued), len(source.issued))
    mine, theirs = subject.issued[:exact], source.issued[:exact]
    if mine == theirs:
        return TOGETHER
    return "" if theirs < mine else LATER


def _part(subject: Subject, known: _Known) -> Part:
    """Return the replies for one review, from all reviews but itself and later ones."""
    catalogue = known.catalogue
    others = [
        one for one in catalogue.reviews.values() if one.id != subject.id and one.source not in known.own
    ]
    timing = {one.id: when(subject, catalogue.sources[one.source]) for one in others}
    searched = {one.id: one for one in others if timing[one.id] != LATER}
    search = _Search(known, timing)
    earlier = [
        one
        for one in catalogue.statements.values()
        if one.kind == "recommendation" and one.review in searched
    ]
    partial = sum(one.recommendations.id not in ("complete", "none") for one in searched.values())
    return Part(
        subject.title,
        tuple(_reply(asked, earlier, search) for asked in subject.asked),
        scope(len(searched), partial),
        (*_left_out(subject, len(others) - len(searched), known), *_same_title(subject, searched.values())),
    )


def _left_out(subject: Subject, later: int, known: _Known) -> Iterator[str]:
    if subject.id in known.catalogue.reviews:
        yield "The review itself was left out."
    if later:
        yield f"Left out: {later} {'review' if later == 1 else 'reviews'} of later documents."
    for source in sorted(known.own):
        yield (
            f"The collection holds this very document ({known.catalogue.sources[source].title}): its own "
            "reviews were left out. Ask for one of them by its short name to compare it with the others."
        )


def _same_title(subject: Subject, searched: Iterable[Review]) -> Iterator[str]:
    title = fold(subject.title)
    for review in searched:
        if title and not subject.id and fold(review.title) == title:
            yield (
                f"The collection holds a review of this title ({review.alias or review.id}). If it is this "
                "one, what it recommends is no earlier recommendation."
            )


def _reply(asked: Asked, earlier: Iterable[Statement], search: _Search) -> Reply:
    mine, agencies = {theme.id for theme in asked.themes}, {agency.id for agency in asked.agencies}
    near = [one for one in earlier if mine.intersection(one.themes)]
    alike: defaultdict[tuple[frozenset[str], frozenset[str]], list[Statement]] = defaultdict(list)
    for one in near:
        alike[frozenset(one.themes), frozenset(one.those(*ROLES))].append(one)
    found = [_group(asked, those, search) for those in alike.values()]
    return Reply(
        asked,
        "no-theme" if not mine else "found" if near else "none",
        tuple(sorted(found, key=_order)),
        _count(near),
        _count(one for one in near if mine.issubset(one.themes)),
        _count(one for one in near if agencies.intersection(one.those(*ROLES))),
    )


def _order(group: Group) -> tuple[object, ...]:
    """Return what groups are sorted by: as `rank` says, by the best of each; then by id."""
    best = group.precedents[0]
    return -group.overlap, -best.whom, -best.words, best.statement.id


def _group(asked: Asked, those: Sequence[Statement], search: _Search) -> Group:
    known, one, count = search.known, those[0], _count(those)
    mine, theirs = {theme.id for theme in asked.themes}, set(one.themes)
    named, names = {agency.id for agency in asked.agencies}, set(one.those(*ROLES))
    themes, agencies = known.catalogue.themes, known.catalogue.agencies
    rarest = sorted(mine & theirs, key=lambda theme: (known.raised[theme], themes[theme].label))
    return Group(
        overlap(mine, theirs, known.raised, len(known.catalogue.reviews)),
        tuple((themes[theme].label, known.raised[theme]) for theme in rarest),
        _labels(theirs - mine, themes),
        _labels(named & names, agencies),
        _labels(groups(named, names, known.above), agencies),
        _labels(names - named, agencies),
        tuple(
            sorted(
                (_precedent(asked, each, search) for each in those),
                key=lambda each: (-each.whom, -each.words, each.statement.id),
            )
        ),
        count.recommendations,
        count.reviews,
    )


def _precedent(asked: Asked, one: Statement, search: _Search) -> Precedent:
    review = search.known.catalogue.reviews[one.review]
    told = one.those("addressed")
    return Precedent(
        one,
        review,
        search.known.catalogue.sources[review.source],
        search.timing[review.id],
        whom(
            {agency.id: agency.role == "addressed" for agency in asked.agencies},
            {agency: agency in told for agency in one.those(*ROLES)},
            search.known.above,
        ),
        likeness(asked.text, one.text),
    )


def _labels(ids: Iterable[str], concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    return tuple(sorted(concepts[each].label for each in ids))


def _count(those: Iterable[Statement]) -> Count:
    reviews = [one.review for one in those]
    return Count(len(reviews), len(set(reviews)))


def above(agency: str, agencies: Mapping[str, Concept]) -> frozenset[str]:
    """Return all groups above an agency, however far; the checks of a build see that none is its own."""
    direct = {code.id for code in agencies[agency].broader}
    return frozenset(direct.union(*(above(each, agencies) for each in direct)))
