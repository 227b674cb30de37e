"""The parts of a record's schema: how each kind of value is read, and what is said when it fails.

A reader takes a node of the YAML tree and the place it stands in. It returns the value, or None after it has
noted a problem; no valid value is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from kg.errors import Problem
from kg.iris import RECORD_ID
from kg.records.tree import Block, Items, Text, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.records.tree import Node

    Read = Callable[[Node, "Place"], Any]
    Check = Callable[[dict[str, Any], Block, "Place"], None]

NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
ALIAS: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
SOURCE_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")  # 32, so that <source>.issue.<theme> keeps within 80
DIGEST: Final = re.compile(r"[0-9a-f]{64}")
VERSION: Final = re.compile(r"[0-9a-f]{16}")
NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,8}")
WHEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
DAY_LENGTH: Final = len("2022-03-31")
FILE: Final = re.compile(r"[^/\\]+")
AGE: Final = re.compile(r".{1,40}")

_LONGEST: Final = 40  # characters of a value that a message repeats


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, and the list that problems are noted in.

    Attributes:
        whole: the file has its last line; else missing keys are no news.
    """

    path: str
    record: str
    problems: list[Problem]
    key: str = ""
    whole: bool = True

    def inside(self, key: str) -> Place:
        """Return the place of a key of the block at this place."""
        inner = f"{self.key}.{key}" if self.key else key
        return Place(self.path, self.record, self.problems, inner, self.whole)

    def say(self, line: int, what: str, remedy: str) -> None:
        """Note a problem at this place."""
        self.problems.append(Problem(what, remedy, self.path, line, self.record, self.key))


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a block: how its value is read, and an example for the message that it is missing."""

    read: Read
    example: str = ""
    required: bool = True


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of some words that a misspelt one most resembles, or None.

    Example:
        >>> nearest("titel", ["text", "title"])
        'title'
    """
    return next(iter(get_close_matches(word, sorted(words), n=1)), None)


def quoted(value: str) -> str:
    """Return a value as messages repeat it: in quotes, and not at length."""
    return f"'{value}'" if len(value) <= _LONGEST else f"'{value[:_LONGEST]}…'"


def scalar(node: Node, place: Place) -> str | None:
    """Read one value on one line: not empty, no white space around it."""
    if isinstance(node, Unusable):
        return None
    if not isinstance(node, Text):
        kind = "a list" if isinstance(node, Items) else "a block of keys"
        place.say(node.line, f"there is {kind} where one value is wanted", "write one value after the colon")
    elif not node.value:
        place.say(
            node.line,
            "there is nothing after the colon",
            "write the value, or delete the key if it may be left out",
        )
    elif node.value != node.value.strip():
        place.say(
            node.line, f"the text {quoted(node.value)} has a space before or after it", "delete that space"
        )
    else:
        return node.value
    return None


def pattern(expression: re.Pattern[str], what: str, remedy: str) -> Read:
    """Return a reader of values that a pattern describes; `what` completes "'x' is no ..."."""

    def read(node: Node, place: Place) -> str | None:
        value = scalar(node, place)
        if value is None or expression.fullmatch(value):
            return value
        place.say(node.line, f"{quoted(value)} is no {what}", remedy)
        return None

    return read


name: Final = pattern(
    NAME, "code", "use a code of the vocabulary: lower-case letters, digits and hyphens, 40 at most"
)
alias: Final = pattern(
    ALIAS, "alias", "use lower-case letters, digits and hyphens, 40 at most, a letter first"
)
source_id: Final = pattern(
    SOURCE_ID, "source id", "use lower-case letters, digits and hyphens, 32 at most, a letter first"
)
record_id: Final = pattern(
    RECORD_ID, "record id", "write a letter, a hyphen and 8 of the characters 23456789abcdefghjkmnpqrstvwxyz"
)
digest: Final = pattern(DIGEST, "SHA-256 digest", "write its 64 characters, 0 to 9 and a to f, in lower case")
version: Final = pattern(
    VERSION, "version of a vocabulary", "write its 16 characters, 0 to 9 and a to f, in lower case"
)
file_name: Final = pattern(FILE, "name of a file", "write the name alone, without the folders it is in")
age: Final = pattern(AGE, "age in plain form", "write it in 40 characters at most, such as: 5 weeks")
_digits: Final = pattern(
    NUMBER, "whole number", "write it in digits only, such as 5, without zeros before it"
)


def number(node: Node, place: Place) -> int | None:
    """Read a whole number from 0, in plain digits."""
    value = _digits(node, place)
    return None if value is None else int(value)


def counting(node: Node, place: Place) -> int | None:
    """Read a whole number from 1."""
    value = number(node, place)
    if value == 0:
        place.say(node.line, "0 is too small", "count from 1")
        return None
    return value


def when(node: Node, place: Place) -> str | None:
    """Read a year, a year and month, or a date, each of which exists."""
    value = scalar(node, place)
    if value is None:
        return None
    if exists(value):
        return value
    remedy = 'write "2022", "2022-03" or "2022-03-31", no more exact than the document is'
    place.say(node.line, f"{quoted(value)} is no year, month or date", remedy)
    return None


def day(node: Node, place: Place) -> str | None:
    """Read a date that exists, to the day."""
    value = scalar(node, place)
    if value is None or (len(value) == DAY_LENGTH and exists(value)):
        return value
    place.say(node.line, f"{quoted(value)} is no date", 'write year, month and day, such as "2022-03-31"')
    return None


def flag(node: Node, place: Place) -> bool | None:
    """Read `true`, the only value of a key that is left out where it does not hold."""
    value = scalar(node, place)
    if value is None or value == "true":
        return None if value is None else True
    place.say(node.line, f"{quoted(value)} cannot stand here", "write true, or delete the key")
    return None


def exists(value: str) -> bool:
    """Say whether a year, a year and month, or a date exists.

    Example:
        >>> exists("2022-02-29"), exists("2022")
        (False, True)
    """
    match = WHEN.fullmatch(value)
    try:
        return bool(match and date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def word(*words: str) -> Read:
    """Return a reader of one of a few words that the program itself goes by."""

    def read(node: Node, place: Place) -> str | None:
        value = scalar(node, place)
        if value is None or value in words:
            return value
        likely = nearest(value, words)
        remedy = f"did you mean {likely}? " if likely else ""
        place.say(
            node.line, f"{quoted(value)} cannot stand here", f"{remedy}write one of: {', '.join(words)}"
        )
        return None

    return read


def many(read: Read, *, at_least: int = 0) -> Read:
    """Return a reader of lists of what `read` reads; single values stand in a list no more than once."""

    def read_all(node: Node, place: Place) -> tuple[Any, ...] | None:
        if isinstance(node, Unusable):
            return None
        if not isinstance(node, Items):
            remedy = "write [a, b], or each item on a line of its own that begins with '- '"
            place.say(node.line, "there is no list where one is wanted", remedy)
            return None
        if len(node.nodes) < at_least:
            place.say(node.line, "the list is empty", "write at least one item")
            return None
        values = [read(item, place) for item in node.nodes]
        for value in sorted({v for v in values if isinstance(v, str) and values.count(v) > 1}):
            place.say(node.line, f"{quoted(value)} stands in the list twice", "delete one of the two")
        return None if None in values else tuple(values)

    return read_all


def block(
    make: Callable[..., Any], keys: Mapping[str, Key], check: Check | None = None, *, named: bool = False
) -> Read:
    """Return a reader of blocks: their keys are read by a table, and make up a dataclass.

    Args:
        make: called with the values by name (`-` as `_`) and the line, if nothing in the block is wrong.
        keys: every key that may stand in the block, in the order it is written in.
        check: looks at the values that could be read, together.
        named: messages name the block by its id.
    """

    def read(node: Node, place: Place) -> Any | None:
        if isinstance(node, Unusable):
            return None
        if not isinstance(node, Block):
            remedy = f"write keys with their values: {', '.join(keys)}"
            place.say(node.line, "there is no block of keys where one is wanted", remedy)
            return None
        before = len(place.problems)
        here = _named(node, place) if named else place
        _keys(node, keys, here)
        present = {key: k for key, k in keys.items() if key in node.entries}
        read_values = {key: k.read(node.entries[key], here.inside(key)) for key, k in present.items()}
        values = {key.replace("-", "_"): value for key, value in read_values.items() if value is not None}
        if check:
            check(values, node, here)
        complete = len(values) == len(present) and all(
            key in present for key, k in keys.items() if k.required
        )
        return make(**values, line=node.line) if complete and len(place.problems) == before else None

    return read


def _named(node: Block, place: Place) -> Place:
    own = node.entries.get("id")
    if isinstance(own, Text) and RECORD_ID.fullmatch(own.value):
        return replace(place, record=own.value, key="")
    return place


def _keys(node: Block, keys: Mapping[str, Key], place: Place) -> None:
    """Note keys that do not belong to a block, and those that it lacks."""
    missing = {key for key, k in keys.items() if k.required and key not in node.entries}
    for key in node.entries.keys() - keys.keys():
        likely = nearest(key, keys.keys() - node.entries.keys())
        missing.discard(likely or "")
        remedy = f"did you mean '{likely}'?" if likely else f"delete it; the keys here are: {', '.join(keys)}"
        place.say(node.lines[key], f"there is no key {quoted(key)} here", remedy)
    for key in sorted(missing) if place.whole else ():
        place.say(node.line, f"the key '{key}' is missing", f"add it, such as: {key}: {keys[key].example}")
