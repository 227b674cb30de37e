"""Rows as text: a table for the terminal, CSV for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as RFC 4180 has them, with Unix line ends and nothing that begins a formula."""
    import pyoxigraph as ox

    from kg.query.cells import harmless, quoted

    def written(cell: object) -> str:
        if isinstance(cell, int | float):
            return str(cell)
        return quoted(harmless(ox.Literal("" if cell is None else str(cell))))

    return "".join(f"{','.join(map(written, row))}\n" for row in rows)


def columns(rows: Sequence[Sequence[str]], left: int = 1) -> Iterator[str]:
    """Yield rows side by side: the first `left` columns begin, all others end, at the same place."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(size) if index < left else cell.rjust(size)
            for index, (cell, size) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
