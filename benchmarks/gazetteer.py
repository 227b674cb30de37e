"""How well the gazetteer finds the themes and agencies that the editor gave to the shipped statements.

    .venv/bin/python benchmarks/gazetteer.py [folder of the source texts, else ../shared/seeds]

Scores each statement's paraphrase and, where the source's text is at hand, its own words. Read
the figures as an upper end: whoever wrote the vocabulary knew the source, and the rules for roles were looked
over on these statements. What counts is documents that nobody has seen. Prints micro precision, recall and F1
with a 95% interval, by level of confidence and by role, and the time for a document.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg import documents, records, vocabulary
from kg.evaluate import evaluate
from kg.gazetteer import Matcher, agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.records.model import Statement

ROOT = Path(__file__).resolve().parent.parent
GENERIC = "all-agencies"
"""The agency that stands for "practitioners" and the like; also scored without it."""

LEVELS = {"high": {"high"}, "high, medium": {"high", "medium"}, "all": {"high", "medium", "low"}}

Statements = list[tuple["Statement", str]]


def report(name: str, proposed: Mapping[str, set[str]], gold: Mapping[str, set[str]]) -> None:
    """Print one line of figures."""
    s = evaluate(proposed, gold)
    low, high = s.interval
    counts = f"{s.right} right of {s.proposed} proposed, {s.gold} wanted"
    print(f"{name:44} P {s.precision:.2f}  R {s.recall:.2f}  F1 {s.f1:.2f} ({low:.2f}-{high:.2f})  {counts}")


def score_themes(matcher: Matcher, statements: Statements) -> None:
    """Print the figures of themes, for each set of levels of confidence."""
    gold = {s.id: {t.concept for t in s.themes if t.status != "rejected"} for s, _ in statements}
    for name, levels in LEVELS.items():
        found = {
            s.id: {m.concept for m in matcher.find(text) if m.confidence in levels} for s, text in statements
        }
        report(f"  themes ({name})", found, gold)


def score_agencies(matcher: Matcher, statements: Statements) -> None:
    """Print the figures of agencies, named in any role, with and without the generic one, and by role."""
    found = {s.id: agencies(matcher, text, s.kind) for s, text in statements}
    gold = {s.id: [t for t in s.agencies if t.status != "rejected"] for s, _ in statements}
    for name, without in (("agencies, any role", set[str]()), ("agencies, not the generic", {GENERIC})):
        report(f"  {name}", *(_named(each, without) for each in (found, gold)))
    for role in ("addressed", "about", "mentioned"):
        sets = (
            {k: {a.concept for a in v if a.role == role} for k, v in each.items()} for each in (found, gold)
        )
        report(f"  agencies {role}", *sets)


def _in_role(tags: Mapping[str, Iterable], role: str) -> dict[str, set[str]]:
    return {key: {tag.concept for tag in each if tag.role == role} for key, each in tags.items()}


def _named(tags: Mapping[str, Iterable], without: set[str]) -> dict[str, set[str]]:
    return {key: {tag.concept for tag in each} - without for key, each in tags.items()}


def main(folder: Path) -> None:
    """Measure the shipped records."""
    schemes = vocabulary.load(ROOT / "ontology").schemes
    shipped = records.read(ROOT / "data")
    started = time.perf_counter()
    themes, named = Matcher.of(schemes["theme"]), Matcher.of(schemes["agency"])
    print(f"compiled in {1000 * (time.perf_counter() - started):.0f} ms")
    texts, _ = documents.texts(folder, shipped.sources)
    all_of = [(review, s) for review in shipped.reviews for s in review.statements if s.kind != "summary"]
    words = {
        "paraphrases": [(s, s.text) for _, s in all_of],
        "the source's words": [
            (s, texts[review.source][s.evidence.start : s.evidence.end])
            for review, s in all_of
            if review.source in texts
        ],
    }
    for name, statements in words.items():
        if statements:
            print(f"{name}: {len(statements)} statements")
            score_themes(themes, statements)
            score_agencies(named, statements)
    for source, text in texts.items():
        started = time.perf_counter()
        themes.find(text)
        agencies(named, text, "finding")
        print(f"{source}: {len(text)} characters in {1000 * (time.perf_counter() - started):.0f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "seeds")
