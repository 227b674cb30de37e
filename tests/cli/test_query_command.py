from __future__ import annotations

import pytest
from click.testing import CliRunner

from kg import query, resources
from kg.cli import group


def kg(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(group, ["query", *arguments])
    return done.exit_code, done.output


def test_the_questions_are_listed_by_topic() -> None:
    code, text = kg()
    assert code == 0
    assert all(f"  {name} " in text for name in query.questions(resources.shipped("queries")))
    code, part = kg("--topic", "links")
    assert code == 0
    assert "similar-reviews" in part
    assert "theme-frequency" not in part


def test_a_question_is_explained_without_a_build() -> None:
    code, text = kg("--explain", "similar-reviews")
    assert code == 0
    assert "What counts, and what does not" in text
    assert "VALUES ?review { review:r-84g5hbbw }" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain"], "name of a question"),
        (["--topic", "links", "reviews"], "not both"),
    ],
)
def test_what_does_not_go_together_says_so(arguments: list[str], said: str) -> None:
    code, text = kg(*arguments)
    assert code == 2
    assert said in text
