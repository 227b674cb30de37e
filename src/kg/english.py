"""Numbers with their nouns, for sentences in British English."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Args:
        number: how many.
        one: the noun where there is one.
        many: the noun where there are more or none; without it, `one` with an s.

    Example:
        >>> counted(1, "review"), counted(2, "agency", "agencies"), counted(1200, "triple")
        ('1 review', '2 agencies', '1,200 triples')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
