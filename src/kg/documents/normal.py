"""A text made even, each of its characters with its place in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

BlockKind = Literal["paragraph", "bullet", "numbered", "heading", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, item or heading: offsets into the normalised text, and its first line in the raw one.

    `level` is that of a heading which the document marks as one: 1 for the highest, else 0.
    """

    start: int
    end: int
    kind: BlockKind
    line: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Normal:
    r"""A text of one block a line.

    `at[i]` is the place in the raw text of character i, and `at[len(text)]` the length of the raw text; it
    never falls. Marks of bullets, headings and Markdown are left out, numbers stay. `left_out` are the raw
    spans, in order and apart, of what links lead to, and of headers, footers and page numbers that stood
    within a sentence; all others are blocks of boilerplate. `notes` are
    what a person should know: lines that may be page headers, and were kept.

    Example:
        >>> from kg.documents import normalise
        >>> normal = normalise("Nobody saw the health\nvisitor\u2019s notes.")
        >>> normal.text, normal.raw_span(22, 31)
        ("Nobody saw the health visitor's notes.", (22, 31))
    """

    text: str
    at: Sequence[int]
    blocks: tuple[Block, ...]
    left_out: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a slice of the text stands in the raw text.

        Raises:
            ValueError: it is no slice of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start} to {end} is no slice of a text of {len(self.text)} characters")
        first = self.at[start]
        return first, (self.at[end - 1] + 1 if end > start else first)
