"""Pages of a PDF set from paragraphs, as word processors set them: wrapped, in columns, justified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDTHS = (  # of Helvetica's characters from the space to the tilde, in thousandths of its size
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556"
    " 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722"
    " 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500"
    " 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
WIDTHS = {chr(32 + n): int(width) / 1000 for n, width in enumerate(_WIDTHS.split())}
OTHER = 0.556
WIDE, HIGH, MARGIN, GUTTER, STEP = 595, 842, 60, 24, 1.2


@dataclass(frozen=True)
class Layout:
    """How paragraphs are set: columns, whether both edges are even, space between, a line on every page."""

    columns: int = 1
    justified: bool = False
    space: float = 0.6
    size: float = 10
    header: str = ""
    numbered: bool = False


def pdf(*streams: bytes, extra: bytes = b"", filters: bytes = b"") -> bytes:
    """Return a PDF with a page for each stream of drawing commands."""
    pages = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, len(streams)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, stream in enumerate(streams):
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
            b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % (5 + 2 * n)
        )
        parts.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filters, stream))
    out = b"%PDF-1.7\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(parts) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>startxref\n%d\n%%%%EOF" % (size, extra, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


def typeset(paragraphs: Sequence[str], layout: Layout) -> bytes:
    """Return a PDF of paragraphs; one that begins with `# ` is set larger, as a heading."""
    width = (WIDE - 2 * MARGIN - (layout.columns - 1) * GUTTER) / layout.columns
    pages: list[list[str]] = [[]]
    column, y = 0, HIGH - MARGIN
    for paragraph in paragraphs:
        words, size = (
            (paragraph[2:], layout.size * 1.4) if paragraph[:2] == "# " else (paragraph, layout.size)
        )
        lines = list(wrapped(words.split(), width, size))
        for n, line in enumerate(lines):
            if y < MARGIN + size:
                column, y = column + 1, HIGH - MARGIN
                if column == layout.columns:
                    column = 0
                    pages.append([])
            y -= size * STEP
            room = width - breadth(line, size) if layout.justified and n + 1 < len(lines) else 0
            gap = room / max(1, line.count(" "))
            pages[-1].append(shown(line, MARGIN + column * (width + GUTTER), y, size, gap))
        y -= layout.size * STEP * layout.space
    return pdf(*(page(lines, number, layout) for number, lines in enumerate(pages, 1)))


def page(lines: list[str], number: int, layout: Layout) -> bytes:
    edges = [shown(layout.header, MARGIN, HIGH - MARGIN / 2, 8)] if layout.header else []
    foot = [shown(str(number), WIDE / 2, MARGIN / 2, 8)] if layout.numbered else []
    return "\n".join([*edges, *lines, *foot]).encode("cp1252")


def wrapped(words: Sequence[str], width: float, size: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and breadth(f"{line} {word}", size) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def breadth(text: str, size: float) -> float:
    return sum(WIDTHS.get(char, OTHER) for char in text) * size


def shown(text: str, x: float, y: float, size: float, gap: float = 0) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size:g} Tf {gap:.3f} Tw 1 0 0 1 {x:.2f} {y:.2f} Tm ({escaped}) Tj ET"
