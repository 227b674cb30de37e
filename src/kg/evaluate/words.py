"""When words are the same, and where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPOGRAPHY: Final = str.maketrans(
    dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
    | dict.fromkeys("\u2018\u2019\u201a\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-")
)


def single(words: str) -> str:
    r"""Return words with white space made single, and none around them.

    Example:
        >>> single(" the child's\n voice ")
        "the child's voice"
    """
    return " ".join(words.split())


def same(words: str) -> str:
    r"""Return the form in which two copies of the same words are equal.

    Quotation marks and dashes of any shape are alike, and signs that are not seen do not count.

    Example:
        >>> same("the  child\u2019s ris\u00adk \u2013 told")
        "the child's risk - told"
    """
    return single(words.translate(_TYPOGRAPHY))


def unended(words: str) -> str:
    """Return `same` words without the marks that they end with.

    Example:
        >>> unended("Nobody asked the boy. ")
        'Nobody asked the boy'
    """
    return same(words).rstrip(".;:, ")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text without all else, each with its offset."""

    text: str
    at: Sequence[int]

    def find(self, words: str) -> Sequence[int]:
        r"""Return the offsets of the letters of words where they first stand together; none where nowhere.

        Example:
            >>> letters_of("Nobody saw the health\n- visitor's notes.").find("health visitor's")[-1]
            32
        """
        sought = letters_of(words).text
        place = self.text.find(sought) if sought else -1
        return self.at[place : place + len(sought)] if place >= 0 else ()


def letters_of(text: str, at: Sequence[int] | None = None) -> Letters:
    """Return the letters and digits of a text, case apart.

    Args:
        text: any text.
        at: the offset to give for each character; its place in the text where not given.
    """
    kept = [(sign, index) for index, sign in enumerate(text) if sign.isalnum()]
    # a letter whose lower case is two keeps its own, so that letters and offsets stay in step
    lowered = "".join(low if len(low := sign.lower()) == 1 else sign for sign, _ in kept)
    return Letters(lowered, tuple(index if at is None else at[index] for _, index in kept))
