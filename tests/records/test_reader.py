from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.errors import ProblemsFound
from kg.records import Child, Evidence, Tag, read_review, read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.records import Review, Source

SAMPLE = Path(__file__).parent / "sample"
ALPHA = SAMPLE / "reviews" / "alpha.yaml"


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def wrong(read: Callable[[str, str], Review | Source], text: str, path: str) -> tuple[str, ...]:
    """The messages about a text that must not be accepted; each has its place and its remedy."""
    with pytest.raises(ProblemsFound) as caught:
        read(text, path)
    last = text.count("\n") + 1
    for problem in caught.value.problems:
        assert problem.path == path
        assert problem.line is not None
        assert 1 <= problem.line <= last
        assert problem.what
        assert problem.remedy
    return tuple(problem.what for problem in caught.value.problems)


def test_review_holds_what_is_written() -> None:
    review = read_review(text_of(ALPHA), "data/reviews/alpha.yaml")
    assert (review.id, review.alias, review.item, review.type) == ("r-22334455", "alpha", 1, "lcspr")
    assert review.title == "The first item: with a colon"
    assert review.incident.cause == ("undetermined", "neglect")
    assert review.incident.source_of_harm == ("none-stated",)
    known = Child("7 months", 7, "under-1", "female", ("child-in-need-plan",))
    assert review.incident.children == (known, Child())
    assert [s.heading for s in review.statements] == [
        None,
        "Findings include",
        "Recommendations include",
        None,
    ]
    finding = review.statements[1]
    assert finding.themes[1] == Tag("information-sharing", "theme", "rejected", "editor")
    assert finding.agencies[0] == Tag("health-services", "about", "accepted", "editor")
    assert finding.evidence == Evidence(222, 262, finding.evidence.sha256)


def test_review_knows_its_lines() -> None:
    lines = text_of(ALPHA).split("\n")
    review = read_review(text_of(ALPHA), "data/reviews/alpha.yaml")
    assert review.path == "data/reviews/alpha.yaml"
    assert lines[review.lines["incident.cause"] - 1] == "  cause: [undetermined, neglect]"
    assert lines[review.lines["item"] - 1] == "item: 1"
    assert lines[review.incident.children[0].line - 1].startswith("    - {age: 7 months")
    for statement in review.statements:
        assert lines[statement.line - 1] == f"  - id: {statement.id}"
        assert lines[statement.evidence.line - 1].startswith("    evidence: ")
        assert all(tag.concept in lines[tag.line - 1] for tag in (*statement.themes, *statement.agencies))


def test_source_holds_what_is_written() -> None:
    source = read_source(text_of(SAMPLE / "sources" / "sample.yaml"), "sample.yaml")
    assert (source.id, source.issued, source.quotes, source.review_count) == ("sample", "2020-02", "open", 2)
    assert [(issue.term, issue.theme) for issue in source.issues] == [
        ("keeping records", "record-keeping"),
        ("shared words", "multi-agency-working"),
    ]


def _cut_files() -> list[tuple[Callable[[str, str], Review | Source], Path]]:
    sample = [(read_review, ALPHA), (read_source, SAMPLE / "sources" / "sample.yaml")]
    data = resources.shipped("data")
    smallest = min((data / "reviews").glob("*.yaml"), key=lambda path: path.stat().st_size)
    return [
        *sample,
        (read_review, smallest),
        *((read_source, p) for p in sorted((data / "sources").glob("*.yaml"))),
    ]


@pytest.mark.parametrize(("read", "path"), _cut_files(), ids=lambda value: getattr(value, "stem", ""))
def test_file_cut_at_any_byte_is_refused(read: Callable[[str, str], Review | Source], path: Path) -> None:
    data = path.read_bytes()
    read(data.decode(), path.name)
    for length in range(len(data)):
        what = wrong(read, data[:length].decode(errors="ignore"), path.name)
        assert "the file does not end with the line 'end: true'" in what


def test_file_that_lost_a_middle_is_refused() -> None:
    """Whole lines that vanish are noticed, unless their key is one that may be absent."""
    lines = text_of(ALPHA).splitlines(keepends=True)
    optional = (
        "#",
        "  cause",
        "  occurred",
        "  source-of",
        "  conviction",
        "  children",
        "    - {",
        "      - {",
    )
    for number, line in enumerate(lines):
        if line.startswith((*optional, "    themes", "    agencies", "    heading")):
            continue
        wrong(read_review, "".join(lines[:number] + lines[number + 1 :]), "alpha.yaml")


@given(st.data())
def test_every_wrong_byte_in_an_id_digest_or_number_is_noticed(data: st.DataObject) -> None:
    text = text_of(ALPHA).replace("The first item: with a colon", "The first item")
    key = data.draw(
        st.sampled_from(["id: ", "start: ", "end: ", "sha256: ", "item: ", "statement-count: ", "months: "])
    )
    places = [i + len(key) for i in range(len(text)) if text.startswith(key, i) and text[i - 1] in " \n{"]
    place = data.draw(st.sampled_from(places[: -1 if key == "end: " else None]))
    character = data.draw(st.sampled_from("_%$éO "))
    wrong(read_review, f"{text[:place]}{character}x{text[place:]}", "alpha.yaml")


@given(st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_problems(data: bytes) -> None:
    text = data.decode("latin-1")
    wrong(read_review, text, "x.yaml")
    wrong(read_source, text, "x.yaml")


@given(st.data())
def test_spoilt_record_raises_nothing_but_problems(data: st.DataObject) -> None:
    """Characters that mean something to YAML, anywhere in a good record."""
    text = text_of(ALPHA)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = (
            text[:start]
            + data.draw(st.text(alphabet="[]{}:,-?&*!|>'\"#%@`\n\t ax0", max_size=4))
            + text[end:]
        )
    try:
        read_review(text, "alpha.yaml")
    except ProblemsFound as error:
        assert all(p.path == "alpha.yaml" and p.line and p.remedy for p in error.problems)  # noqa: PT017


def test_problems_of_all_blocks_are_found_in_one_run() -> None:
    text = (
        text_of(ALPHA)
        .replace("status: accepted", "status: agreed")
        .replace("wording: paraphrase", "wording: own")
    )
    what = wrong(read_review, text, "alpha.yaml")
    assert what.count("'agreed' cannot stand here") == 3
    assert what.count("'own' cannot stand here") == 3


def test_name_of_no_file_is_compared_with_nothing() -> None:
    assert read_review(text_of(ALPHA), "pasted").alias == "alpha"
