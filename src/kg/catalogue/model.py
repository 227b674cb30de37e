"""What a store says of reviews, statements, themes and agencies, as plain data in a fixed order.

Ids are local names: of a review `r-7k2m9qpa`, of a theme `safer-sleep`. Lists are in the order in which a
reader would want them: statements as their documents have them, all else by label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

POINTS: Final = ("finding", "recommendation")
"""The kinds of statement that themes are counted over; a summary tells what happened, not what was learnt."""


@dataclass(frozen=True, slots=True)
class Code:
    """A member of a code list: its notation and its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A theme or an agency.

    Attributes:
        id: its local name.
        groups: the top concepts above it, by label; of a group, none.
        broader: what stands directly above it, by label.
        alternatives: other names that our own voice may use.
        contested: names that sources use and our own voice does not.
        notes: how it is used and told from its neighbours.
    """

    id: str
    label: str
    definition: str
    groups: tuple[Code, ...] = ()
    broader: tuple[Code, ...] = ()
    alternatives: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A published text that describes reviews.

    Attributes:
        issued: a year, year and month, or date; None where the document gives none.
        sha256: digest of its text.
    """

    id: str
    title: str
    publisher: str
    issued: str | None
    rights: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One point of a review, with its accepted themes and agencies.

    Attributes:
        kind: `summary`, `finding`, `recommendation`, `action` or `note`.
        wording: in words, whose words the text is in.
        heading: what introduces it in the source; empty where nothing does.
        start: offset of its passage in the source's text.
        end: offset after it.
        themes: ids, by label.
        agencies: (role, id), by role and label; a role is `addressed`, `about` or `mentioned`.
    """

    id: str
    kind: str
    review: str
    text: str
    wording: str
    heading: str
    start: int
    end: int
    themes: tuple[str, ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()

    def those(self, *roles: str) -> tuple[str, ...]:
        """Return the agencies in any of some roles, each once."""
        return tuple(dict.fromkeys(agency for role, agency in self.agencies if role in roles))


@dataclass(frozen=True, slots=True)
class Child:
    """A child as far as the source describes them."""

    age: str | None
    band: Code | None
    sex: Code | None
    status: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One review as its source describes it.

    Attributes:
        alias: what people type; empty where it has none.
        source: id of its source.
        item: its place in the source, from 1.
        occurred: when what it reviews happened, as exactly as given, or None.
        year: the year of that, or None.
        conviction: what is stated of one, or None.
        findings: how far the source's list of findings goes.
        recommendations: likewise, of recommendations.
    """

    id: str
    alias: str
    title: str
    type: Code
    form: Code
    reason: Code
    source: str
    item: int
    occurred: str | None
    year: str | None
    outcomes: tuple[Code, ...]
    causes: tuple[Code, ...]
    sources_of_harm: tuple[Code, ...]
    conviction: Code | None
    children: tuple[Child, ...]
    findings: Code
    recommendations: Code

    @property
    def label(self) -> str:
        """What lists name it by: its title."""
        return self.title

    @property
    def short(self) -> str:
        """What pictures name it by: the words of its title that make its alias, else the whole title.

        Of `family-e` and "Family E: serious case review" that is "Family E".
        """
        words = r"[\W_]+".join(map(re.escape, self.alias.split("-")))
        found = re.search(rf"\b{words}\b", self.title, re.IGNORECASE) if self.alias else None
        name = found[0] if found else self.title
        return name[:1].upper() + name[1:]

    @property
    def bands(self) -> tuple[Code, ...]:
        """The age bands of its children, each once, the youngest first as their codes sort."""
        return tuple(dict.fromkeys(child.band for child in self.children if child.band))


@dataclass(frozen=True)
class Catalogue:
    """All of a store that pages show.

    Attributes:
        sources: by id.
        reviews: by id, in the order of sources and of their places in them.
        statements: by id, in the order of reviews and of their documents.
        themes: by id, groups too, by label.
        agencies: by id, groups too, by label.
    """

    sources: Mapping[str, Source]
    reviews: Mapping[str, Review]
    statements: Mapping[str, Statement]
    themes: Mapping[str, Concept]
    agencies: Mapping[str, Concept]

    @cached_property
    def of_review(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each review."""
        return _grouped((one.review, one) for one in self.statements.values())

    @cached_property
    def of_theme(self) -> Mapping[str, tuple[Statement, ...]]:
        """The findings and recommendations about each theme."""
        return _grouped((theme, one) for one in self.points for theme in one.themes)

    @cached_property
    def of_agency(self) -> Mapping[str, tuple[Statement, ...]]:
        """The findings and recommendations that address each agency, or are about its service."""
        return _grouped((agency, one) for one in self.points for agency in one.those("addressed", "about"))

    @cached_property
    def points(self) -> tuple[Statement, ...]:
        """All findings and recommendations."""
        return tuple(one for one in self.statements.values() if one.kind in POINTS)


def _grouped(pairs: Iterable[tuple[str, Statement]]) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(those) for key, those in found.items()}
