"""The tables of sentences, which anybody can add to: cases.txt and roles.txt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.gazetteer import Matcher, agencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary import Vocabulary

HERE = Path(__file__).parent


def lines(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the list, the sentence and what is expected of each case of a table."""
    part = ""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            text, _, expected = line.rpartition("->")
            yield part, text.strip(), expected.strip()


@pytest.mark.parametrize(("scheme", "text", "expected"), list(lines("cases.txt")))
def test_concepts_of_a_sentence(
    matchers: Mapping[str, Matcher], scheme: str, text: str, expected: str
) -> None:
    mentions = (
        agencies(matchers[scheme], text, "finding") if scheme == "agency" else matchers[scheme].find(text)
    )
    found = {m.concept for m in mentions if m.confidence != "low"}
    assert (", ".join(sorted(found)) or "-") == expected


@pytest.mark.parametrize(("text", "expected"), [line[1:] for line in lines("roles.txt")])
def test_role_of_an_agency(matchers: Mapping[str, Matcher], text: str, expected: str) -> None:
    kind, _, sentence = text.partition("|")
    found = agencies(matchers["agency"], sentence.strip(), kind.strip())
    assert ", ".join(f"{agency.concept}: {agency.role}" for agency in found) == expected


def test_tables_name_only_concepts_that_there_are(shipped: Vocabulary) -> None:
    for scheme, _, expected in lines("cases.txt"):
        assert expected == "-" or set(expected.split(", ")) <= shipped.schemes[scheme].keys()
