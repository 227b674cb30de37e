"""Dates in words."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def when(date: str) -> str:
    """Return a year, year and month, or date in words.

    Example:
        >>> [when(date) for date in ("2022", "2022-03", "2022-03-01")]
        ['2022', 'March 2022', '1 March 2022']
    """
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return " ".join([*(str(int(day)) for day in rest[1:]), month, year])
