"""Where a thing of the graph was written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The file, line and record that say something.

    Attributes:
        path: as messages name it; empty where there is no file.
        line: from 1, or None where it is not known.
        record: what a person calls the record, such as `ruby f-4k2m7q9a`.

    Example:
        >>> Place("data/reviews/ruby.yaml", 12, "ruby").line
        12
    """

    path: str = ""
    line: int | None = None
    record: str = ""
