"""What may be said of chance: one rule for networks, pages and explanations, in plain words."""

from __future__ import annotations

from typing import Final

LEVEL: Final = 0.05
"""A line counts as beyond chance where its q is below this: of all such lines, about one in twenty is not."""

ENOUGH: Final = 30
"""Reviews below which a line that is not beyond chance says nothing: there are too few to tell."""

TOO_FEW: Final = "too few reviews to tell from chance"


def verdict(q: float, reviews: int) -> str:
    """Say whether a line is more than chance would give.

    Args:
        q: its p, adjusted for the number of pairs tested.
        reviews: how many reviews the test was made on.

    Example:
        >>> verdict(0.01, 400), verdict(0.7, 400), verdict(0.7, 8)
        ('beyond chance', 'not beyond chance', 'too few reviews to tell from chance')
    """
    if q < LEVEL:
        return "beyond chance"
    return TOO_FEW if reviews < ENOUGH else "not beyond chance"


def of_network(beyond: int, lines: int, reviews: int) -> str:
    """Say in a sentence what a network's lines are worth, by how many of them are beyond chance.

    Example:
        >>> of_network(0, 129, 8)
        'There are too few reviews to tell from chance which of these belong together.'
        >>> of_network(12, 300, 400)
        '12 of 300 lines are beyond chance (q below 0.05); the others may be chance.'
    """
    if beyond:
        are = "line is" if lines == 1 else "lines are"
        return f"{beyond} of {lines} {are} beyond chance (q below {LEVEL}); the others may be chance."
    if reviews < ENOUGH:
        return f"There are {TOO_FEW} which of these belong together."
    return f"No line is beyond chance (q below {LEVEL})."
