"""How text is laid out for a terminal: its width, whether it has colour, and which characters it can show."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTES: Final = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "«": ">>", "»": "<<"}
_SIGNS: Final = {"\u2013": "-", "\u2014": "-", "\u2026": "...", "•": "*", "·": "-", "─": "-"}
_ASCII: Final = str.maketrans(_QUOTES | _SIGNS)
_NARROWEST: Final = 20
_WIDEST: Final = 88


@dataclass(frozen=True, slots=True)
class Look:
    """What a terminal can show.

    Attributes:
        width: columns.
        colour: whether bold may be used; nothing is said by it alone.
        unicode: whether it shows more than ASCII.
    """

    width: int = 80
    colour: bool = False
    unicode: bool = True

    @property
    def columns(self) -> int:
        """The columns that are used: lines much longer than a book's are hard to read."""
        return max(_NARROWEST, min(self.width, _WIDEST))

    def bold(self, text: str) -> str:
        """Return a text in bold, where that can be shown."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour and text else text

    def plain(self, text: str) -> str:
        """Return a text in characters that can be shown: none that steers the terminal, and ASCII if need be.

        Example:
            >>> Look(unicode=False).plain("Siân: «safer sleep»")
            'Sian: >>safer sleep<<'
        """
        kinds = [(letter, unicodedata.category(letter)) for letter in text]
        clean = "".join(" " if kind == "Cc" else letter for letter, kind in kinds if kind not in {"Cf", "Cs"})
        if self.unicode:
            return clean
        parted = unicodedata.normalize("NFKD", clean.translate(_ASCII))
        bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
        return bare.encode("ascii", "replace").decode("ascii")

    def wrap(self, text: str, indent: str = "", hanging: str | None = None) -> list[str]:
        """Return a text as lines that fit, each behind an indent; words stay whole where they can.

        Args:
            text: what is said.
            indent: what the first line begins with.
            hanging: what the others begin with; as the first where it is not given.
        """
        later = indent if hanging is None else hanging
        lines = textwrap.wrap(
            self.plain(text),
            self.columns,
            initial_indent=indent,
            subsequent_indent=later,
            break_on_hyphens=False,
        )
        return lines or [indent.rstrip()]

    def row(self, parts: Iterable[str], gap: str = "   ") -> list[str]:
        """Return short parts side by side, in as many lines as it takes; none is broken.

        Example:
            >>> Look(width=20).row(["a accept", "r reject", "s skip"])
            ['a accept   r reject', 's skip']
        """
        lines = [""]
        for part in parts:
            longer = f"{lines[-1]}{gap}{part}" if lines[-1] else part
            lines = [*lines[:-1], longer] if len(longer) <= self.columns else [*lines, part]
        return lines

    def rule(self) -> str:
        """Return a line across the terminal."""
        return self.plain("─" * self.columns)

    def marked(self, text: str, span: tuple[int, int] | None, indent: str = "  ") -> list[str]:
        """Return a text as lines, with a passage between marks, in bold too where that can be shown.

        Args:
            text: what is said.
            span: the passage, in characters of the text; None for no marks.
            indent: spaces that each line begins with.

        Example:
            >>> Look().marked("talk about safer sleep with parents", (11, 22))
            ['  talk about «safer sleep» with parents']
        """
        if span is None:
            return self.wrap(text, indent)
        before, inside = self.plain(text[: span[0]]), self.plain(f"«{text[slice(*span)]}»")
        lines = self.wrap(f"{before}{inside}{text[span[1] :]}", indent)
        return self._emphasised(lines, _letters(before), _letters(before + inside))

    def _emphasised(self, lines: list[str], first: int, last: int) -> list[str]:
        """Return lines with their letters from the first to before the last in bold; spaces do not count."""
        out, at = [], 0
        for line in lines:
            places = [place for place, letter in enumerate(line) if not letter.isspace()]
            inside = places[max(first - at, 0) : max(last - at, 0)]
            head, tail = (inside[0], inside[-1] + 1) if inside else (0, 0)
            out.append(line[:head] + self.bold(line[head:tail]) + line[tail:])
            at += len(places)
        return out


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)
