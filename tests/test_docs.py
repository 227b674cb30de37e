from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docs.write import pages

if TYPE_CHECKING:
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


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/decisions/README.md"])
def test_links_lead_somewhere(root: Path, name: str) -> None:
    page = root / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert links
    assert not [link for link in links if not (page.parent / link).exists()]
