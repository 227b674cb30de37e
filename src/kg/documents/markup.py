r"""Marks of Markdown, which are no words: emphasis, escapes and the targets of links.

Texts copied out of web pages keep them, whatever their suffix is (`\(PDF\)`, `**Learning:**`). So they are
looked for in every text, and only where they cannot be anything else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY: Final = re.compile(r"[*_\\]|\]\(")
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\r?\n)")
_LONGEST: Final = 400  # characters of emphasised words, within a paragraph
_WORDS: Final = rf"(?:[^\n]|\n(?!\s*\n)){{0,{_LONGEST}}}?"
_CLOSED: Final = {"**": r"(?!\*)", "***": r"(?!\*)"}  # before a letter too: **Learning**includes
_EMPHASIS: Final = tuple(
    (
        len(mark),
        re.compile(rf"(?<![\w\\{mark[0]}]){one}(?=[^\s{mark[0]}]){_WORDS}(?<=[^\s\\{mark[0]}]){one}{after}"),
    )
    for mark in ("***", "**", "__", "*", "_")
    for one, after in ((re.escape(mark), _CLOSED.get(mark, rf"(?![\w{mark[0]}])")),)
)
_LINK: Final = re.compile(
    r"(?P<open>!?\[)[^\[\]\n]{1,300}(?P<close>\]\()(?P<target>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?P<title>[ ]+\"[^\"\n]*\")?\)"
)
_ADDRESS: Final = re.compile(r"$|.*[/#:.@]")
_GONE: Final = "\u200b"
_RULE: Final = re.compile(r"[=\-_*]{3,}")


def without(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""Replace each mark of Markdown by a space of no width, so that all others stand where they stood.

    Args:
        raw: any text.

    Returns:
        A text of the same length, and the spans of what links lead to, in order.

    Example:
        >>> text, targets = without("**Learning:** [ask](#) \\(early\\)")
        >>> text.replace("\u200b", "~"), targets
        ('~~Learning:~~ ~ask~~~~ ~(early~)', ((20, 21),))
    """
    if not _ANY.search(raw):
        return raw, ()
    gone = {match.start() for match in _ESCAPE.finditer(raw)}.union(_emphasis(raw))
    targets: list[tuple[int, int]] = []
    for link in _LINK.finditer(raw):
        if _ADDRESS.match(link["target"]):
            gone.update(range(*link.span("open")), range(link.start("close"), link.end()))
            targets.append((link.end("close"), link.end() - 1))
    text = "".join(_GONE if at in gone and char != "\n" else char for at, char in enumerate(raw))
    return text, tuple(span for span in targets if span[0] < span[1])


def is_rule(text: str) -> bool:
    """Return whether a line is only drawn: between parts, or under a heading.

    >>> is_rule("-----"), is_rule("- a")
    (True, False)
    """
    return bool(_RULE.fullmatch(text))


def _emphasis(raw: str) -> Iterator[int]:
    """Yield the places of the marks round emphasised words."""
    for width, words in _EMPHASIS:
        for match in words.finditer(raw):
            yield from (
                *range(match.start(), match.start() + width),
                *range(match.end() - width, match.end()),
            )
