"""Hyphens at the ends of lines: which divide a word, and which belong to it."""

from __future__ import annotations

import re


class Words:
    """Says whether a hyphen at the end of a line divides a word, by the words of the same document."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._known: frozenset[str] | None = None

    def divided(self, end: str, text: str) -> bool:
        """Say whether the halves are one word elsewhere in the document, and nowhere with a hyphen."""
        first = re.search(r"([^\W\d_]+)-$", end)
        second = re.match(r"[a-z]+", text)
        if not (first and second):
            return False
        if self._known is None:
            found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self._raw)
            self._known = frozenset(word.lower() for word in found)
        one, other = first[1].lower(), second[0].lower()
        return one + other in self._known and f"{one}-{other}" not in self._known
