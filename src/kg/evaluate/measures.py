"""The figures: what was proposed against what was labelled, document by document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.evaluate.gold import FACTS, STATEMENTS
from kg.evaluate.scores import Scores, evaluate
from kg.evaluate.words import same, unended
from kg.gazetteer import agencies

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from kg.evaluate.gold import Labelled
    from kg.evaluate.reading import Reading, ReadReview, Stated, Tags
    from kg.gazetteer import AgencyMention, Confidence, Mention
    from kg.ingest import Matchers

    Things = dict[str, set[Hashable]]
    Counted = dict[str, set[tuple[tuple[str, str], int]]]
    """Kind and words, with a number among those alike, by document."""

CONFIDENCES: Final[tuple[Confidence, ...]] = ("low", "medium", "high")
LEVELS: Final = {"all": frozenset(CONFIDENCES), "high and medium": frozenset(CONFIDENCES[1:])}
TAGGED: Final = ("finding", "recommendation", "action", "note")
"""Kinds whose themes and agencies are scored: a summary tells the case, and is not what a review learnt."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure, over all documents or, where `document` is given, of that one."""

    measure: str
    scores: Scores
    document: str = ""


def figures(rows: Sequence[Labelled], readings: Sequence[Reading], known: Matchers) -> Iterator[Figure]:
    """Yield the figures: statements, themes and agencies, facts, titles, keywords; then each document's.

    Args:
        rows: what was labelled.
        readings: what each labelled document gave.
        known: what finds themes and agencies in the labelled words themselves.
    """
    inside = [row for row in rows if row.document]
    if readings:
        yield from _statements(inside, readings)
    yield from _on_words(rows, known)
    if not readings:
        return
    yield from _end_to_end(inside, readings)
    yield from _facts(inside, readings)
    yield Figure("titles", evaluate(*titles(inside, readings)))
    yield Figure("keywords", evaluate(*keywords(inside, readings)))
    for reading in readings:
        yield Figure("statements", evaluate(*statements(inside, [reading])), reading.document)


def counted(things: Iterable[tuple[str, str]]) -> set[tuple[tuple[str, str], int]]:
    """Return things so that two that are alike are two: each with its number among those alike.

    Example:
        >>> sorted(counted([("note", "a"), ("note", "b"), ("note", "a")]))
        [(('note', 'a'), 1), (('note', 'a'), 2), (('note', 'b'), 1)]
    """
    seen = Counter[tuple[str, str]]()
    made = set()
    for thing in things:
        seen[thing] += 1
        made.add((thing, seen[thing]))
    return made


def statements(
    rows: Sequence[Labelled], readings: Sequence[Reading], kinds: Sequence[str] = STATEMENTS
) -> tuple[Counted, Counted]:
    """Return the statements proposed and labelled, by document: kind and words."""
    made = {r.document: counted((s.kind, s.words) for s in r.statements if s.kind in kinds) for r in readings}
    return made, _by_document(rows, readings, kinds)


def titles(rows: Sequence[Labelled], readings: Sequence[Reading]) -> tuple[Counted, Counted]:
    """Return the titles proposed and labelled, by document."""
    made = {r.document: counted(("title", same(v.title)) for v in r.reviews if v.title) for r in readings}
    return made, _by_document(rows, readings, ("title",))


def keywords(rows: Sequence[Labelled], readings: Sequence[Reading]) -> tuple[Counted, Counted]:
    """Return the keywords proposed and labelled, by document."""
    made = {r.document: counted(("keyword", k) for v in r.reviews for k in v.keywords) for r in readings}
    return made, _by_document(rows, readings, ("keyword",))


def kind_wrong(rows: Sequence[Labelled], reading: Reading) -> list[tuple[Labelled, str]]:
    """Return the labelled statements whose words were proposed as another kind, each with that kind."""
    labelled = [row for row in rows if row.kind in STATEMENTS]
    spare = Counter((s.kind, s.words) for s in reading.statements)
    missed = []
    for row in labelled:
        key = (row.kind, same(row.words))
        if spare[key]:
            spare[key] -= 1
        else:
            missed.append(row)
    wrong = []
    for row in missed:
        other = next((k for k, words in spare if words == same(row.words) and spare[k, words]), None)
        if other:
            spare[other, same(row.words)] -= 1
            wrong.append((row, other))
    return wrong


def pairs(
    rows: Sequence[Labelled], reading: Reading
) -> Iterator[tuple[str, ReadReview | None, Mapping[str, frozenset[str]]]]:
    """Yield each labelled review with the one proposed for it, by title, else by order, and its facts.

    A proposed review that no labelled one is left for comes last, with the facts it should not have.
    """
    wanted = dict.fromkeys(row.review for row in rows)
    left = list(reading.reviews)
    partner: dict[str, ReadReview] = {}
    for title in wanted:
        if found := next((one for one in left if same(one.title) == same(title)), None):
            partner[title] = found
            left.remove(found)
    for title in wanted:
        if title not in partner and left:
            partner[title] = left.pop(0)
    for title in wanted:
        own = [row for row in rows if row.review == title]
        facts = {name: frozenset(row.words for row in own if row.kind == name) for name in FACTS}
        yield title, partner.get(title), facts
    for one in left:
        yield one.title, one, dict.fromkeys(FACTS, frozenset[str]())


def on_words(row: Labelled, known: Matchers) -> tuple[Tags, Tags]:
    """Return the themes and agencies that the labelled words name, each with its best confidence."""
    bodies = agencies(known.agencies, row.words, row.kind)
    return surest(known.themes.find(row.words)), surest(bodies)


def surest(mentions: Iterable[Mention | AgencyMention]) -> Tags:
    """Return each concept that is mentioned, once, with the best confidence of its mentions."""
    best: dict[str, Confidence] = {}
    for one in mentions:
        best[one.concept] = max(best.get(one.concept, "low"), one.confidence, key=CONFIDENCES.index)
    return frozenset(best.items())


def _by_document(rows: Sequence[Labelled], readings: Sequence[Reading], kinds: Sequence[str]) -> Counted:
    return {
        r.document: counted(
            (row.kind, same(row.words)) for row in rows if row.document == r.document and row.kind in kinds
        )
        for r in readings
    }


def _statements(rows: Sequence[Labelled], readings: Sequence[Reading]) -> Iterator[Figure]:
    made, gold = statements(rows, readings)
    yield Figure("statements", evaluate(made, gold))
    yield Figure("statements, end marks apart", evaluate(*map(_unended, (made, gold))))
    for kind in STATEMENTS:
        yield Figure(f"statements: {kind}", evaluate(*statements(rows, readings, (kind,))))


def _unended(things: Counted) -> Counted:
    """Return statements without the marks that they end with."""
    return {name: counted((kind, unended(words)) for (kind, words), _ in by) for name, by in things.items()}


def _on_words(rows: Sequence[Labelled], known: Matchers) -> Iterator[Figure]:
    """Yield how well tags are found in the labelled words, so that a wrong split does not count twice."""
    tagged = [(row, on_words(row, known)) for row in rows if row.kind in TAGGED]
    for number, name in enumerate(("themes", "agencies")):
        for level, sure in LEVELS.items():
            made: Things = {}
            gold: Things = {}
            for row, found in tagged:
                key = row.document or row.review or f"line {row.line}"
                made.setdefault(key, set()).update((row.line, one) for one, c in found[number] if c in sure)
                gold.setdefault(key, set()).update((row.line, one) for one in getattr(row, name))
            yield Figure(f"{name} on labelled words: {level}", evaluate(made, gold))


def _end_to_end(rows: Sequence[Labelled], readings: Sequence[Reading]) -> Iterator[Figure]:
    """Yield how well tags are found on statements as they were split: both must be right."""
    for name in ("themes", "agencies"):
        gold = {
            r.document: {
                (unended(row.words), one)
                for row in rows
                if row.document == r.document and row.kind in TAGGED
                for one in getattr(row, name)
            }
            for r in readings
        }
        for level, sure in LEVELS.items():
            made = {r.document: _tags(r.statements, name, sure) for r in readings}
            yield Figure(f"{name} end to end: {level}", evaluate(made, gold))


def _tags(stated: Iterable[Stated], name: str, sure: frozenset[str]) -> set[Hashable]:
    return {
        (unended(one.words), concept)
        for one in stated
        if one.kind in TAGGED
        for concept, confidence in getattr(one, name)
        if confidence in sure
    }


def _facts(rows: Sequence[Labelled], readings: Sequence[Reading]) -> Iterator[Figure]:
    made: dict[str, Things] = {name: {} for name in FACTS}
    gold: dict[str, Things] = {name: {} for name in FACTS}
    for reading in readings:
        own = [row for row in rows if row.document == reading.document]
        for number, (_, found, labelled) in enumerate(pairs(own, reading)):
            for name in FACTS:
                given = found.facts[name] if found else frozenset[str]()
                made[name].setdefault(reading.document, set()).update((number, v) for v in given)
                gold[name].setdefault(reading.document, set()).update((number, v) for v in labelled[name])
    yield Figure("facts", evaluate(_together(made, readings), _together(gold, readings)))
    for name in FACTS:
        yield Figure(f"facts: {name}", evaluate(made[name], gold[name]))


def _together(things: Mapping[str, Things], readings: Sequence[Reading]) -> Things:
    return {
        r.document: {(name, one) for name, by in things.items() for one in by.get(r.document, ())}
        for r in readings
    }
