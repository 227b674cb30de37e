"""How big a label's box is, without a browser: character widths, wrapping, and the box round the lines.

Widths are those of Helvetica, which Arial and Liberation Sans share, from Adobe's font metrics: thousandths
of the font size a character moves the pen. The page asks for those fonts, and squeezes a line that comes out
wider in another one, so that no label leaves its box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_BY_WIDTH: Final = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
WIDTHS: Final = MappingProxyType({letter: width for width, those in _BY_WIDTH.items() for letter in those})
"""Width of each printable ASCII character, in thousandths of the font size."""

OTHER: Final = 620
FULL: Final = 1000

COLUMN: Final = 9.2
"""Width that lines are wrapped at, in font sizes (about 17 letters), unless a word is longer."""
LONGEST: Final = 14.0
"""Width that a single word is cut at, in font sizes."""

LINE_HEIGHT: Final = 1.2
PADDING: Final = (9.0, 6.0)
TAB: Final = 17.0
"""Width of the coloured tab at the left of a box, which holds its group's letter."""


@dataclass(frozen=True, slots=True)
class Box:
    """A label as it is drawn: its lines, and the size of font and box in the picture's units."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float


def text_width(text: str) -> float:
    """Return the width of a text, in font sizes.

    Accented letters are as wide as their base; East Asian wide characters fill a square; others are taken
    for an average letter.

    Example:
        >>> text_width("Neglect")
        3.39
    """
    return round(sum(map(_width, text)) / 1000, 3)


def _width(character: str) -> int:
    base = unicodedata.normalize("NFKD", character)[0]
    if base in WIDTHS:
        return WIDTHS[base]
    return FULL if unicodedata.east_asian_width(base) in "WF" else OTHER


def wrap(label: str) -> tuple[str, ...]:
    """Return a label in as few lines as fit `COLUMN`, evened out.

    Example:
        >>> wrap("Professional challenge and escalation")
        ('Professional', 'challenge and', 'escalation')
        >>> wrap("Neglect")
        ('Neglect',)
    """
    words = [part for word in label.split() for part in _cut(word)] or [""]
    column = max(COLUMN, *map(text_width, words))
    lines = _fill(words, column)
    narrowest = max(map(text_width, words))
    while column > narrowest:  # the narrowest column that still gives no more lines
        column = round(column - 0.2, 1)
        narrower = _fill(words, max(column, narrowest))
        if len(narrower) > len(lines):
            break
        lines = narrower
    return tuple(lines)


def _fill(words: list[str], column: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer) <= column:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(word: str) -> list[str]:
    parts = [""]
    for character in word:
        if text_width(parts[-1] + character) > LONGEST:
            parts.append("")
        parts[-1] += character
    return parts


def box(label: str, size: float) -> Box:
    """Return the box of a label in a font of `size`.

    Example:
        >>> box("Neglect", 14)
        Box(lines=('Neglect',), size=14, width=82.5, height=28.8)
    """
    lines = wrap(label)
    across, down = PADDING
    width = max(map(text_width, lines)) * size + 2 * across + TAB
    return Box(lines, size, round(width, 1), round(len(lines) * LINE_HEIGHT * size + 2 * down, 1))
