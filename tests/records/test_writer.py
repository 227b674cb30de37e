"""What is written is read back, character by character."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kg import records, resources
from kg.iris import ALPHABET, KIND_LETTERS
from kg.records import (
    Child,
    Coverage,
    Evidence,
    Found,
    Incident,
    Issue,
    Label,
    ReadFact,
    Review,
    Source,
    Statement,
    Tag,
)
from kg.records.strict import parse
from kg.records.tree import FORBIDDEN
from kg.records.writer import scalar

FILES = sorted(
    file for folder in ("sample", "proposed") for file in (Path(__file__).parent / folder).glob("*/*.yaml")
)
NASTY = [
    *[
        "true",
        "NO",
        "null",
        "~",
        "12:30",
        "0123",
        "1e3",
        "0x1F",
        "2022-03",
        "2022-03-31",
        "=",
        "<<",
        "...",
        "--- x",
    ],
    *[
        "-",
        "- a",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        '"quoted" said',
        "'a'",
        "it's",
        "\\",
        "a\\",
        "{a}",
        "[a]",
        "a, b",
    ],
    *["&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "?", "? a", "end: true", "😀", "👩\u200d👧", "“curly”"],
    *["naïve café", "a\u00a0b", "\u0663"],
]

visible = st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda c: not FORBIDDEN.match(c))
texts = st.sampled_from(NASTY) | st.text(visible, min_size=1, max_size=40).map(str.strip).filter(bool)
names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
codes = st.lists(names, unique=True, max_size=3).map(tuple)
whens = st.dates(min_value=date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"])
)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
endings = st.text(ALPHABET, min_size=8, max_size=8)
numbers = st.integers(0, 999_999_999)
statuses = st.sampled_from(["proposed", "accepted", "rejected"])
evidences = st.builds(
    lambda a, b, sha256: Evidence(min(a, b), max(a, b), sha256), numbers, numbers, digests
).filter(lambda evidence: evidence.start < evidence.end)


days = st.none() | st.dates(min_value=date(1000, 1, 1)).map("{:%Y-%m-%d}".format)


@st.composite
def founds(draw: st.DrawFn, evidence: Evidence) -> Found:
    start = draw(st.integers(evidence.start, evidence.end - 1))
    end = draw(st.integers(start + 1, evidence.end))
    version = draw(st.text("0123456789abcdef", min_size=16, max_size=16))
    return Found(draw(names), start, end, draw(names), draw(names), version)


@st.composite
def tags(draw: st.DrawFn, evidence: Evidence, *roles: str) -> Tag:
    status, by = draw(statuses), draw(names)
    found = draw(st.none() | founds(evidence))
    if status == "proposed":
        return Tag(draw(names), draw(st.sampled_from(roles)), status, found.by if found else by, None, found)
    return Tag(draw(names), draw(st.sampled_from(roles)), status, by, draw(days), found)


def tag_lists(evidence: Evidence, *roles: str) -> st.SearchStrategy[tuple[Tag, ...]]:
    each = tags(evidence, *roles)
    return st.lists(each, max_size=3, unique_by=lambda tag: (tag.concept, tag.role)).map(tuple)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    kind = draw(st.sampled_from(sorted(KIND_LETTERS)))
    heading = {"summary": st.none(), "note": st.none() | texts}.get(kind, texts)
    evidence = draw(evidences)
    orphaned = draw(st.none() | digests)
    room = draw(evidences) if orphaned else evidence
    return Statement(
        id=f"{KIND_LETTERS[kind]}-{draw(endings)}",
        kind=kind,
        heading=draw(heading),
        text=draw(texts),
        wording=draw(st.sampled_from(["paraphrase", "verbatim"])),
        evidence=evidence,
        cut=draw(st.booleans()),
        orphaned=orphaned,
        themes=draw(tag_lists(room, "theme")),
        agencies=draw(tag_lists(room, "mentioned", "about", "addressed")),
    )


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


children = st.builds(Child, maybe(texts), st.none() | numbers, maybe(names), maybe(names), codes)
incidents = st.builds(
    Incident,
    codes.filter(bool),
    codes,
    maybe(whens),
    codes,
    st.none(),
    st.lists(children, max_size=2).map(tuple),
) | st.builds(Incident, codes.filter(bool), source_of_harm=codes.filter(bool), conviction=names)
VALUES = {
    "age": texts,
    "children": st.integers(1, 99).map(str),
    "occurred": whens,
}


@st.composite
def facts(draw: st.DrawFn) -> ReadFact:
    kinds = ["type", "form", "outcome", "cause", "sex", "source-of-harm", "conviction", *VALUES]
    kind, place = draw(st.sampled_from(kinds)), draw(evidences)
    # Accepted ones of most kinds must be in the record too: test_broken has those.
    status = draw(
        statuses if kind in {"age", "sex", "children"} else st.sampled_from(["proposed", "rejected"])
    )
    proposed, of_age = status == "proposed", kind == "age"
    return ReadFact(
        fact=kind,
        value=draw(VALUES.get(kind, names)),
        status=status,
        by="summary-1" if proposed else "editor",
        start=place.start,
        end=place.end,
        decided=None if proposed else draw(days),
        months=draw(st.none() | numbers) if of_age else None,
        band=draw(maybe(names)) if of_age else None,
    )


def _label(term: str, by: str, place: Evidence | None) -> Label:
    if place is None:
        return Label(term, "a library" if by == "source" else by)
    return Label(term, by, place.start, place.end)


def same_once(items: list[ReadFact]) -> list[ReadFact]:
    return list(dict.fromkeys(items))


labels = st.builds(_label, texts, st.just("source") | texts, st.none() | evidences)
reviews = st.builds(
    Review,
    id=endings.map("r-{}".format),
    alias=st.from_regex(r"[a-z][a-z0-9-]{0,39}", fullmatch=True),
    title=texts,
    type=names,
    form=names,
    reason=names,
    source=st.from_regex(r"[a-z][a-z0-9-]{0,31}", fullmatch=True),
    item=st.integers(1, 999),
    incident=incidents,
    coverage=st.builds(Coverage, names, names),
    statements=st.lists(statements(), min_size=1, max_size=3, unique_by=lambda s: s.id).map(tuple),
    facts=st.lists(facts(), max_size=3).map(same_once).map(tuple),
    labels=st.lists(labels, max_size=3, unique=True).map(tuple),
)
issues = st.lists(st.builds(Issue, texts, names, evidences), max_size=3, unique_by=lambda issue: issue.theme)
sources = st.builds(
    Source,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,31}", fullmatch=True),
    title=texts,
    publisher=texts,
    issued=maybe(whens),
    language=st.sampled_from(["en", "cy"]),
    sha256=digests,
    rights=texts,
    quotes=st.sampled_from(["private", "open"]),
    review_count=st.none() | numbers,
    issues=issues.map(tuple),
    file=maybe(texts.map(lambda name: name.replace("/", "").replace("\\", "").strip()).filter(bool)),
    extractor=maybe(texts),
)


@given(reviews)
def test_review_is_read_back(review: Review) -> None:
    text = records.write_review(review)
    assert records.read_review(text, f"{review.alias}.yaml") == review
    assert records.write_review(records.read_review(text, "")) == text


@given(sources)
def test_source_is_read_back(source: Source) -> None:
    text = records.write_source(source)
    assert records.read_source(text, f"{source.id}.yaml") == source


@given(st.text(max_size=30) | st.text("ab:-?[]{},#&*!|>'\"%@`\\ \n\t0\0\u2028"), st.booleans())
@example("a\nb", False)
@example("\ud800", True)
def test_any_text_is_written_as_one_value(value: str, flow: bool) -> None:  # noqa: FBT001 - hypothesis
    """Where the text may not stand in a record, the reader says so: nothing is changed without a word."""
    written = scalar(value, flow=flow)
    tree, problems = parse(f"a: [{written}]" if flow else f"a: {written}", "x.yaml")
    if FORBIDDEN.search(value) or "\n" in value:
        assert problems
        return
    assert problems == []
    assert tree is not None
    node = tree.entries["a"]
    assert (node.nodes[0] if flow else node).value == value


@pytest.mark.parametrize("value", NASTY)
def test_other_readers_of_yaml_take_it_for_the_same_text(value: str) -> None:
    assert yaml.safe_load(f"a: {scalar(value)}\nb: [{scalar(value, flow=True)}]") == {
        "a": value,
        "b": [value],
    }


@pytest.mark.parametrize(
    "value", ["Being aware", "Her mother's care - at home", "GPs (and others); why?", "a.b, c"]
)
def test_quotes_stand_only_where_they_are_needed(value: str) -> None:
    assert scalar(value) == value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sample_is_written_as_it_stands(path: Path) -> None:
    """The sample is in the canonical form, so that only its comments are lost."""
    text = path.read_bytes().decode()
    read, write = _of(path)
    bare = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    assert write(read(text, path.name)) == bare


@pytest.mark.parametrize(
    "path", sorted(resources.shipped("data").glob("*/*.yaml")), ids=lambda path: path.stem
)
def test_shipped_record_survives(path: Path) -> None:
    read, write = _of(path)
    record = read(path.read_bytes().decode(), path.name)
    assert read(write(record), path.name) == record


def _of(path: Path):  # noqa: ANN202 - a pair of functions of one kind of record or the other
    if path.parent.name == "sources":
        return records.read_source, records.write_source
    return records.read_review, records.write_review
