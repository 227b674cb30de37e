"""A draft review of an invented case, in every format that is read, and one that is made to do harm."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import docx
from tests.documents.typeset import Layout, typeset

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Child Q: local child safeguarding practice review"
SUMMARY = "A baby boy of four months died in his sleep after his family had moved twice."
POINTS = (
    "Health visitors should talk about safer sleep with both parents.",
    "Schools should pass child protection records on as soon as a pupil moves.",
    "The partnership should ask how fathers are involved.",
    "Agencies should escalate their concerns when they disagree.",
    "Set up a garden for bees.",
)
"""Of these, the third names a theme too weakly to compare by, and the last names none."""

HOSTILE = (
    '=HYPERLINK("http://attacker.invalid","safer sleep") should be explained to parents; '
    '"><script>window.hit=1</script><img src=x onerror=window.hit=1> and safer sleep should be discussed; '
    "{{ 7 * 7 }} {% raw %} safer sleep \x1b[2J\u202e should be shown; "
    "@SUM(1+1)*cmd|' /C calc'!A0 on safer sleep should be read; "
    "</style></title><a href='javascript:window.hit=1'>safer sleep</a> should be taught"
)
"""Recommendations that would act in a page, a spreadsheet, a template or a terminal, if one let them."""


def write(folder: Path, ending: str) -> Path:
    """Write the draft in a format, and return its path."""
    path = folder / f"draft{ending}"
    if ending == ".docx":
        _word(path)
    elif ending == ".pdf":
        numbered = [f"{number}. {point}" for number, point in enumerate(POINTS, 1)]
        path.write_bytes(typeset([f"# {TITLE}", SUMMARY, "# Recommendations", *numbered], Layout()))
    elif ending == ".html":
        path.write_text(_page(), encoding="utf-8")
    elif ending == ".txt":
        told = "; ".join(f"{point[0].lower()}{point[1:].rstrip('.')}" for point in POINTS)
        path.write_text(f"{TITLE}\n\n{SUMMARY}\n\nRecommendations include: {told}.\n", encoding="utf-8")
    else:
        items = "\n".join(f"- {point}" for point in POINTS)
        text = f"# {TITLE}\n\n## Summary\n\n{SUMMARY}\n\n## Recommendations\n\n{items}\n"
        path.write_text(text, encoding="utf-8")
    return path


def hostile(folder: Path) -> Path:
    """Write the draft that is made to do harm, and return its path."""
    path = folder / "hostile.txt"
    title = "Child Q <script>window.hit=1</script>: learning review"
    text = f"{title}\n\n{SUMMARY}\n\nRecommendations include: {HOSTILE}.\n"
    path.write_text(text, encoding="utf-8")
    return path


def _word(path: Path) -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_heading("Summary", 2)
    document.add_paragraph(SUMMARY)
    document.add_heading("Recommendations", 2)
    for point in POINTS:
        document.add_paragraph(point, style="List Bullet")
    document.save(str(path))


def _page() -> str:
    items = "".join(f"<li>{html.escape(point)}</li>" for point in POINTS)
    return (
        f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><h2>Summary</h2><p>{SUMMARY}</p>"
        f"<h2>Recommendations</h2><ul>{items}</ul></body></html>"
    )
