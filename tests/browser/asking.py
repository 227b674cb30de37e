"""What a test does on the page for SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Open = Callable[..., Any]

TABLE = """() => [...document.querySelectorAll('#answer-table tbody tr')].map(
    (row) => [...row.cells].map((cell) => cell.textContent))"""


def write(page: Any, text: str) -> None:
    """Put a query in the field as a link does."""
    page.evaluate("(text) => { location.hash = 'query=' + encodeURIComponent(text); }", text)
    page.wait_for_function("(text) => kg.byId('query').value === text.replaceAll('\\r', '')", arg=text)


def run(page: Any) -> str:
    """Run what is in the field, and return what is said of it."""
    page.click("#run")
    page.wait_for_function("() => !kg.byId('status').textContent.startsWith('Asking')")
    return str(page.text_content("#status"))


def asked(opened: Open, folder: Path, text: str) -> Any:
    """The page with the answer to a query."""
    at = opened(folder / "sparql.html")
    write(at.page, text)
    run(at.page)
    return at
