from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from docs.tutorial import written
from docs.write import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def generated() -> dict[Path, str]:
    return pages()


def test_generated_pages_say_what_the_program_says(generated: dict[Path, str]) -> None:
    for path, content in generated.items():
        assert path.read_text(encoding="utf-8") == content, f"{path.name} differs: run make docs"


def test_the_readme_has_an_example(generated: dict[Path, str]) -> None:
    readme = next(text for path, text in generated.items() if path.name == "README.md")
    assert "$ kg query" in readme


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "docs/decisions/README.md", "docs/adding-reviews.md"]
)
def test_links_lead_somewhere(root: Path, name: str) -> None:
    page = root / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert links
    assert not [link for link in links if not (page.parent / link).exists()]


DOCUMENTS = ("extract", "formats", "reader", "html", "word", "pdf")
INGEST = ("plan", "run", "merge", "points", "tags", "reviews", "drafts")
RAISED = {"Refused", "_error", "_refused", "Problem", "Change"}


def _fixed(node: ast.AST) -> str:
    """Return a message as it is written, or of one with values the longest piece between them."""
    if isinstance(node, ast.JoinedStr):
        pieces = [str(one.value) for one in node.values if isinstance(one, ast.Constant)]
        return max(pieces, key=len, default="")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _messages(code: str) -> Iterator[str]:
    """Yield the messages of a module: first words of what it raises, last of a change, and each `what`."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED:
            told = [_fixed(one) for one in node.args if not isinstance(one, ast.Name)]
            if getattr(node.func, "id", "") == "Change":
                yield from [_fixed(one) for one in node.args[3:]]
            elif told and not any(isinstance(one, ast.Name) and one.id == "what" for one in node.args):
                yield told[0]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "what":
            yield _fixed(node.value)


@pytest.mark.parametrize(
    "module",
    [
        *(f"documents/{name}" for name in DOCUMENTS),
        "grammar/scrambled",
        *(f"ingest/{name}" for name in INGEST),
    ],
)
def test_the_tutorial_says_what_to_do_about_every_message(root: Path, module: str) -> None:
    page = (root / "docs" / "adding-reviews.md").read_text(encoding="utf-8")
    code = (root / "src" / "kg" / f"{module}.py").read_text(encoding="utf-8")
    said = {message.strip(" ':()") for message in _messages(code)}
    assert said or module == "ingest/drafts"
    assert not sorted(message for message in said if message not in page)


def test_the_tutorial_says_what_to_do_about_every_warning(root: Path) -> None:
    page = (root / "docs" / "adding-reviews.md").read_text(encoding="utf-8")
    code = (root / "src" / "kg" / "grammar" / "checks.py").read_text(encoding="utf-8")
    codes = {*re.findall(r'Caution\(\s*"([a-z-]+)"', code), "reading"}
    assert len(codes) == 9
    assert not [one for one in codes if f"| `{one}` |" not in page]


def test_a_tutorial_whose_command_fails_is_not_written() -> None:
    with pytest.raises(RuntimeError, match="exit code 1"):
        written("```console\n$ kg ingest nothing.txt --into data\n```\n")
