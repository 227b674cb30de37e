"""A handout for a training session or learning group: what reviews say of one theme, agency or case.

Catalogue ──handout──▶ Handout ──handout_page──▶ HTML, or ──kg.pages.handout_word──▶ Word
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kg.english import counted
from kg.pages.dates import when
from kg.pages.entities.shared import KINDS, ROLES, tallied
from kg.pages.render import MENU, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.catalogue import Catalogue, Review, Source, Statement

FOLDERS: Final = {"theme": "themes", "agency": "agencies", "review": "reviews"}
"""Where the page of each kind of thing stands in the site, which its handout is named after."""

CAUTION: Final = (
    "The lists of the summaries are selections, and counts of published summaries show neither a trend nor "
    "how often things happen. What happened may be older than the law and guidance of today: the year of "
    "the event stands beside each review."
)
QUESTIONS: Final = (
    "What here do we recognise in our own work, and what is different?",
    "What helps us to do this well, and what gets in the way?",
    "What will we do, who will do it, and how will we know that it helped?",
)
"""What a group may talk about whatever the handout is of: it takes nothing for granted about a case."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a handout: its kind in words, and its details, each a line."""

    id: str
    kind: str
    label: str
    text: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What one review says, with what must stand beside it: type, year of the event, source, whose words."""

    title: str
    about: str
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """What a handout holds, in the order in which it is read.

    Attributes:
        kind: of what: `theme`, `agency` or `review`.
        id: of that.
        title: the name of that.
        lead: what that means; of a review, nothing.
        tally: how many reviews and statements there are.
        wording: whose words the statements are in, in sentences.
        asked: agencies asked to act, with how often; of an agency, what it is asked about.
        citation: how the handout is cited.
    """

    kind: str
    id: str
    title: str
    lead: str
    tally: str
    wording: str
    cases: tuple[Case, ...]
    asked_heading: str
    asked: tuple[str, ...]
    citation: str
    sources: tuple[Source, ...]

    @property
    def statements(self) -> tuple[Said, ...]:
        """All that it holds, in order."""
        return tuple(one for case in self.cases for one in case.statements)

    @property
    def heading(self) -> str:
        """Its name, as a file and a browser's tab have it."""
        return f"Handout: {self.title}"


def handout(kind: str, own: str, catalogue: Catalogue) -> Handout:
    """Return the handout of a theme, an agency or a review; without statements where there are none.

    Args:
        kind: of what it is, a key of `FOLDERS`.
        own: the id of that.
        catalogue: that it is in.
    """
    found = {"theme": catalogue.of_theme, "agency": catalogue.of_agency, "review": catalogue.of_review}
    said = found[kind].get(own, ())
    reviews = {one.review: catalogue.reviews[one.review] for one in said}
    sources = tuple(catalogue.sources[name] for name in {each.source: None for each in reviews.values()})
    concept = {"theme": catalogue.themes, "agency": catalogue.agencies, "review": {}}[kind].get(own)
    title = concept.label if concept else catalogue.reviews[own].title
    by_review = [list(those) for _, those in groupby(said, lambda one: one.review)]
    return Handout(
        kind=kind,
        id=own,
        title=title,
        lead=concept.definition if concept else "",
        tally=_tally(said, catalogue, kind),
        wording=" ".join(f"{_begun(words)}." for words in _each(one.wording for one in said)),
        cases=tuple(_case(those, kind, catalogue) for those in by_review),
        asked_heading="On which themes" if kind == "agency" else "Agencies asked to act",
        asked=tuple(_asked(said, kind, catalogue)),
        citation=_citation(title, sources),
        sources=sources,
    )


def handout_page(told: Handout, *, in_site: bool = False) -> str:
    """Return a handout as a page that is whole in itself, without scripts, to read and to print on A4.

    Args:
        told: what it holds.
        in_site: it stands in the site's folder `handouts/`, and leads to the site's pages.
    """
    return page(
        "handout.html",
        styles=("style.css", "handout.css"),
        told=told,
        home=f"{FOLDERS[told.kind]}/{told.id}.html",
        caution=CAUTION,
        questions=QUESTIONS,
        root="../" if in_site else "",
        in_site=in_site,
        menu=MENU if in_site else (),
        current="",
        sources=[
            {
                "title": source.title,
                "publisher": source.publisher,
                "added": when(source.issued) if source.issued else "",
                "rights": source.rights,
            }
            for source in told.sources
        ],
    )


def _each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _begun(words: str) -> str:
    """Return words as a sentence begins."""
    return f"{words[:1].upper()}{words[1:]}"


def _tally(said: Sequence[Statement], catalogue: Catalogue, kind: str) -> str:
    kinds = [one.kind for one in said]
    counts = (
        f"{counted(kinds.count('finding'), 'finding', 'findings')}, "
        f"{counted(kinds.count('recommendation'), 'recommendation', 'recommendations')}"
    )
    if kind == "review":
        return f"{counts}."
    reviews = counted(len(catalogue.reviews), "review", "reviews")
    return f"{len({one.review for one in said})} of {reviews}: {counts}."


def _case(those: Sequence[Statement], kind: str, catalogue: Catalogue) -> Case:
    review = catalogue.reviews[those[0].review]
    wordings = _each(one.wording for one in those)
    same = len(wordings) == 1
    order = list(KINDS)
    return Case(
        review.title,
        " · ".join([*_about(review, catalogue), *(wordings if same else [])]),
        tuple(
            Said(
                one.id, one.kind, KINDS[one.kind], one.text, tuple(_details(one, kind, catalogue, same=same))
            )
            for one in sorted(those, key=lambda one: order.index(one.kind))
        ),
    )


def _about(review: Review, catalogue: Catalogue) -> list[str]:
    source = catalogue.sources[review.source]
    return [
        _begun(review.type.label),
        f"event in {review.year}" if review.year else "year of the event not stated",
        f"{source.title}, item {review.item}",
    ]


def _details(one: Statement, kind: str, catalogue: Catalogue, *, same: bool) -> Iterable[str]:
    """Yield whom a statement is for and about, its themes, and whose words it is in where these differ."""
    for role, words in ROLES[:2]:
        if those := one.those(role):
            yield f"{words}: {'; '.join(catalogue.agencies[each].label for each in those)}"
    if kind != "theme" and one.themes:
        noun = "Theme" if len(one.themes) == 1 else "Themes"
        yield f"{noun}: {'; '.join(catalogue.themes[each].label for each in one.themes)}"
    if not same:
        yield _begun(one.wording)


def _asked(said: Sequence[Statement], kind: str, catalogue: Catalogue) -> Iterable[str]:
    if kind == "agency":
        found = tallied(said, lambda one: one.themes, dict(catalogue.themes))
        noun = ("statement", "statements")
    else:
        asked = [one for one in said if one.kind == "recommendation"]
        found = tallied(asked, lambda one: one.those("addressed"), dict(catalogue.agencies))
        noun = ("recommendation", "recommendations")
    for concept, count, _ in found:
        yield f"{concept.label} ({counted(count, *noun)})"


def _citation(title: str, sources: Sequence[Source]) -> str:
    told = "; ".join(
        f"{source.title}, {source.publisher}"
        + (f", added to the collection in {when(source.issued)}" if source.issued else ", not dated")
        for source in sources
    )
    return f"{title}. Handout of the case review knowledge graph. From {told or 'no source'}. CC BY 4.0."
