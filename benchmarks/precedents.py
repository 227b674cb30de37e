"""How often ways to rank earlier recommendations agree with a reader: tests/precedents/order.txt.

    .venv/bin/python -m benchmarks.precedents

Each line of that file says which of two earlier recommendations should come first. The lines were judged on
the shipped records by one reader, who also wrote the ranking: they tell bad ways from good ones, and no more.
"""

from __future__ import annotations

from math import fsum, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from kg import catalogue, graph, records, resources, store
from kg.precedents.answer import above
from kg.precedents.rank import likeness, overlap, weight, whom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.catalogue import Statement

    Way = Callable[[Statement, Statement], tuple[float, ...]]

ROOT = Path(__file__).resolve().parent.parent
KNOWN = catalogue.read(
    store.load(graph.record_lines(records.read(resources.shipped("data"))), resources.shipped("ontology"))
)
REVIEWS = len(KNOWN.reviews)
RAISED = {theme: len({one.review for one in those}) for theme, those in KNOWN.of_theme.items()}
ABOVE = {agency: above(agency, KNOWN.agencies) for agency in KNOWN.agencies}
NAMED = {
    agency: len(
        {p.review for p in KNOWN.points if any(agency in {each, *ABOVE[each]} for _, each in p.agencies)}
    )
    for agency in KNOWN.agencies
}


def themes(those: Iterable[str], power: int = 1) -> float:
    """Return what some themes weigh together."""
    return fsum(weight(RAISED[theme], REVIEWS) ** power for theme in sorted(those))


def last(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return the steps after the themes: whom they name, and words in common."""
    sides = ({agency: role == "addressed" for role, agency in one.agencies} for one in (asked, earlier))
    return whom(*sides, ABOVE), likeness(asked.text, earlier.text)


def ours(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return overlap of themes, then whom, then words."""
    return overlap(set(asked.themes), set(earlier.themes), RAISED, REVIEWS), *last(asked, earlier)


def covered(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return the share of the asked one's themes; other themes of the earlier one cost nothing."""
    shared = themes(set(asked.themes) & set(earlier.themes))
    return round(shared / themes(asked.themes), 9), *last(asked, earlier)


def quarter(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return Tversky's (1977) index: other themes of the earlier one cost a quarter."""
    mine, theirs = set(asked.themes), set(earlier.themes)
    shared = themes(mine & theirs)
    return round(shared / (themes(mine) + themes(theirs - mine) / 4), 9), *last(asked, earlier)


def cosine(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return the cosine of the themes, as similar reviews have it, then whom and words."""
    norm = sqrt(themes(asked.themes, 2) * themes(earlier.themes, 2))
    return round(themes(set(asked.themes) & set(earlier.themes), 2) / norm, 9), *last(asked, earlier)


def plain(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return overlap where every theme weighs the same, then whom and words."""
    mine, theirs = set(asked.themes), set(earlier.themes)
    return round(len(mine & theirs) / len(mine | theirs), 9), *last(asked, earlier)


def one_sum(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return overlap of themes and agencies in one sum, an agency's groups counting half."""
    mine, theirs = _parts(asked), _parts(earlier)
    names = sorted(mine.keys() | theirs.keys())
    value = {name: weight((RAISED | NAMED).get(name, 0), REVIEWS) for name in names}
    both, either = (
        fsum(value[name] * pick(mine.get(name, 0.0), theirs.get(name, 0.0)) for name in names)
        for pick in (min, max)
    )
    return round(both / either, 9), likeness(asked.text, earlier.text)


def _parts(one: Statement) -> dict[str, float]:
    groups = {group: 0.5 for _, agency in one.agencies for group in ABOVE[agency]}
    return {**groups, **{agency: 1.0 for _, agency in one.agencies}, **dict.fromkeys(one.themes, 1.0)}


def words(asked: Statement, earlier: Statement) -> tuple[float, ...]:
    """Return words in common alone."""
    return (likeness(asked.text, earlier.text),)


def main() -> None:
    """Print how many lines each way agrees with."""
    file = ROOT / "tests" / "precedents" / "order.txt"
    told = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    lines = [[KNOWN.statements[each] for each in line.split()] for line in told]
    ways: tuple[Way, ...] = (ours, one_sum, cosine, plain, quarter, covered, words)
    for way in ways:
        right = sum(way(asked, first) > way(asked, after) for asked, first, after in lines)
        print(f"{right:>3} of {len(lines)}  {(way.__doc__ or '').strip()}")


if __name__ == "__main__":
    main()
