"""A collection that nobody wrote: as many reviews and themes as one likes, as uneven as real ones are."""

# ruff: noqa: S311 - seeded, so that a failure can be seen again
from __future__ import annotations

import random
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from kg import links
from kg.build.derive import Raised, theme_links
from kg.catalogue import Catalogue, Code, Concept, Review, Source, Statement
from kg.network.communities import communities
from kg.network.lines import finish
from kg.network.measures import measure
from kg.network.rows import Concern, Link, Name
from kg.network.themes import network

if TYPE_CHECKING:
    import networkx as nx

WORDS = [
    *("Child", "protection", "safeguarding", "of a parental", "multi-agency", "information", "record"),
    *("home", "older children", "assessment", "voice", "transfer", "early help", "partnership"),
    *("health", "working", "with bruising", "risk"),
]
GROUPS = 8


def _label(number: int, mixed: random.Random) -> str:
    return f"{' '.join(mixed.choices(WORDS, k=mixed.randint(1, 4)))} {number}".capitalize()


def catalogue(reviews: int, themes: int, seed: int = 1) -> Catalogue:
    """Reviews of some eleven statements, each about one or two themes by Zipf's law, over ten years."""
    mixed = random.Random(seed)
    groups = [Code(f"group-{number}", f"Group {number}") for number in range(GROUPS)]
    concepts = {
        f"t{number:03}": Concept(
            f"t{number:03}", _label(number, mixed), "A made-up theme.", (groups[number % GROUPS],)
        )
        for number in range(themes)
    }
    agencies = {
        f"a{number:02}": Concept(f"a{number:02}", f"Made-up agency {number}", "A body.", (groups[0],))
        for number in range(40)
    }
    sources = {
        f"s{year}": Source(f"s{year}", f"Digest {year}", "Nobody", f"{year}-03", "Made up.", "0" * 64)
        for year in range(2013, 2023)
    }
    made, statements = {}, {}
    weights = list(accumulate(1 / (place + 1) for place in range(themes)))
    for number in range(reviews):
        own = f"r-{number:06}"
        made[own] = _review(own, number, mixed)
        for place in range(max(1, round(mixed.gauss(11, 5)))):
            kind = "finding" if mixed.random() < 0.6 else "recommendation"
            about = mixed.choices(list(concepts), cum_weights=weights, k=mixed.choice((1, 1, 2)))
            asked = [("addressed", mixed.choice(list(agencies)))] if mixed.random() < 0.4 else []
            name = f"{kind[0]}-{number:05}{place:03}"
            text = " ".join(mixed.choices(WORDS, k=mixed.randint(6, 30))).capitalize() + "."
            statements[name] = Statement(
                name, kind, own, text, "our paraphrase: check the report", "Learning includes",
                place * 100, place * 100 + 90, tuple(sorted(set(about))), tuple(asked),
            )  # fmt: skip
    return Catalogue(sources, made, statements, concepts, agencies)


def _review(own: str, number: int, mixed: random.Random) -> Review:
    outcome = mixed.choice([Code("death", "a child died"), Code("injury", "injury"), Code("abuse", "abuse")])
    kind = mixed.choice([Code("scr", "serious case review"), Code("lcspr", "local review")])
    partial = Code("partial", "a selection")
    year = str(mixed.randint(2010, 2021))
    return Review(
        own, own, f"Made-up review {number}", kind, Code("unstated", "form not stated"),
        Code("incident", "a serious incident"), f"s{2013 + number % 10}", number // 10 + 1, year, year,
        (outcome,), (), (), None, (), partial, partial,
    )  # fmt: skip


def theme_network(whole: Catalogue) -> nx.Graph[str]:
    """The network of themes of a catalogue, with all its lines, as a build makes it."""
    concerns = [
        Concern(theme, one.id, one.kind.capitalize(), one.review)
        for one in whole.points
        for theme in one.themes
    ]
    raised = Raised(
        frozenset((row.review, row.theme) for row in concerns),
        {},
        {one.id: frozenset(one.themes) for one in whole.points},
    )
    derived = [
        Link(*sorted((link.first, link.second)), link.count, link.expected, link.p, link.q, link.score)
        for link in theme_links(links.two_mode(raised.themes), raised)
    ]
    names = [
        Name(theme.id, theme.label, group.id, group.label)
        for theme in whole.themes.values()
        for group in theme.groups
    ]
    graph = network(concerns, names, derived, len(whole.reviews))
    return measure(finish(communities(graph), "all"))


@cache
def large() -> tuple[nx.Graph[str], Catalogue]:
    """150 themes and 2,000 reviews, made once."""
    whole = catalogue(2000, 150)
    return theme_network(whole), whole
