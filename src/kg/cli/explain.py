"""`kg explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kg.cli import give, options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.vocabulary import Vocabulary
    from kg.why import Explanation, Naming, Reason


@click.command("explain", short_help="Say why a statement has its themes and agencies.")
@click.argument("statement")
@options.data
@options.sources
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(statement: str, *, data: Path | None, sources: Path | None, form: str) -> None:
    """Say why a statement has its themes and agencies.

    STATEMENT is an id, or words that stand in one statement alone. Each tag is shown with who decided, or
    with the words and the rule that proposed it; then what the word lists of now would propose besides. They
    are tried on the source's own words, where the record or --sources has them, else on our paraphrase. The
    records are read as they are, so no build is needed.

    \b
    kg explain f-2dp763ef
    kg explain "bed sharing" --sources texts/
    """  # noqa: D301 - click takes the control character for "keep these lines as they are"
    import json

    from kg import vocabulary, why
    from kg.cli.evidence import read
    from kg.resources import shipped

    records, texts = read(data, sources)
    review, one = why.find(records, statement, texts)
    words = vocabulary.load(shipped("ontology"))
    made = why.explain(review, one, words, texts.get(review.source))
    if form == "json":
        give(json.dumps(_plain(made), ensure_ascii=False, indent=1) + "\n", form)
    else:
        give("".join(f"{line}\n" for line in _lines(made, words)), form)


def _plain(made: Explanation) -> dict[str, Any]:
    from dataclasses import asdict

    one, review = made.statement, made.review
    return {
        "statement": one.id,
        "kind": one.kind,
        "review": review.alias,
        "text": one.text,
        "wording": one.wording,
        "orphaned": one.orphaned is not None,
        "tried": asdict(made.tried),
        "tags": [asdict(reason) for reason in made.reasons],
        "proposals": [asdict(naming) for naming in made.proposals],
    }


def _lines(made: Explanation, words: Vocabulary) -> Iterator[str]:
    from shutil import get_terminal_size

    from kg.query.table import wrap

    width = max(get_terminal_size((100, 24)).columns, 40)
    for indent, line in _paragraphs(made, words):
        yield from (f"{indent}{part}".rstrip() for part in wrap(line, width - len(indent)))


def _paragraphs(made: Explanation, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with its indent."""
    one, review = made.statement, made.review
    yield "", f"{one.id}: a {one.kind} of {review.alias} ({review.title})"
    yield "  ", one.text
    if one.orphaned:
        yield "", "Its source's present text does not hold it: it is kept, and takes no part in the graph."
    yield "", _tried(made)
    yield "", ""
    for reason in made.reasons:
        role = "" if reason.scheme == "theme" else f", {reason.role}"
        yield "", f"{reason.scheme} {reason.concept} ({reason.label}{role}): {_decision(reason, words)}"
        yield from (("  ", line) for line in _why(reason, words))
    if not made.reasons:
        yield "", "It has no themes or agencies."
    yield "", ""
    if not made.proposals:
        yield "", "The word lists propose nothing that is not there."
        return
    yield "", "The word lists would propose besides:"
    for naming in made.proposals:
        yield "  ", f"{naming.scheme} {naming.concept}: {_named(naming, words)}"


def _tried(made: Explanation) -> str:
    from kg.why.words import WHOSE

    told = f"The word lists were tried on {WHOSE[made.tried.whose]}."
    if made.tried.whose == "paraphrase":
        return f"{told} It may name more or less than the source does: --sources has them tried on its words."
    return told


def _decision(reason: Reason, words: Vocabulary) -> str:
    when = f", {reason.decided}" if reason.decided else ""
    left = "; nobody has decided" if reason.status == "proposed" else ""
    return f"{reason.status} ({_code('method', reason.by, words)}{when}){left}"


def _why(reason: Reason, words: Vocabulary) -> Iterator[str]:
    if found := reason.found:
        said = f"'{reason.words}'" if reason.words else f"the words at {found.start} to {found.end}"
        rule, sure = _code("label-rule", found.rule, words), _code("confidence", found.confidence, words)
        changed = ", which has changed since" if reason.changed else ""
        yield f"proposed on {said}: {rule}, {sure}; word list {found.vocabulary}{changed}"
    else:
        yield "no rule is recorded: a person gave it"
    if reason.now and (reason.found is None or reason.changed):
        yield f"the word lists of now propose it on {_named(reason.now, words)}"
    elif not reason.now:
        yield "the word lists of now do not find it in these words"


def _named(naming: Naming, words: Vocabulary) -> str:
    rule, sure = _code("label-rule", naming.rule, words), _code("confidence", naming.confidence, words)
    role = "" if naming.scheme == "theme" else f", {naming.role}"
    return f"'{naming.words}': {rule}, {sure}{role}"


def _code(scheme: str, code: str, words: Vocabulary) -> str:
    concept = words.schemes[f"code/{scheme}"].get(code)
    return concept.label if concept else code
