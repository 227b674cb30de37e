"""The tree of a YAML text, built from its events: text, lists and blocks of keys, each with its line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH: Final = 32
"""Lists and blocks stand in one another no deeper than this."""

FORBIDDEN: Final = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, the tab among them; only the line feed is let through
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # they turn the direction of writing
    "\u2028\u2029\ufeff\ufffe\uffff"  # line separators, the byte order mark, and what is no character
    "\ud800-\udfff"  # halves of a character
    "]"
)

_BROKEN: Final = re.compile(rf"\n|{FORBIDDEN.pattern}")


@dataclass(frozen=True, slots=True)
class Text:
    """A value: the text as it is written, whatever it looks like."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    nodes: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """Keys with their values; `lines` has the line of each key."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unusable:
    """What stands where something that is not allowed stood; the problem is reported already."""

    line: int


Node = Text | Items | Block | Unusable
Report = tuple[int, str, str, str]
"""Line, key, what is wrong, and what to do."""


_KINDS: Final = {"Cc": "control character", "Cs": "half a character"}


def named(character: str) -> str:
    """Return a character that cannot be seen as messages name it."""
    short = {"\t": "tab", "\0": "NUL", "\n": "line break", "\ufeff": "byte order mark"}
    name = (
        short.get(character)
        or unicodedata.name(character, _KINDS.get(unicodedata.category(character), "no character")).lower()
    )
    return f"U+{ord(character):04X} ({name})"


@dataclass(slots=True)
class _Open:
    """A list or block that is being read, and for a block the key whose value comes next."""

    node: Items | Block
    key: str | None = None
    key_line: int = 0
    has_key: bool = False


class Composer:
    """Builds the tree from events, one after the other, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.reports: list[Report] = []
        self.unclosed = False  # a text in quotation marks ran on: what follows is no longer what was meant
        self._open: list[_Open] = []
        self._documents = 0
        self._takes: dict[str, Callable[[Any, int], Report | None]] = {
            "DocumentStartEvent": self._document,
            "AliasEvent": self._alias,
            "ScalarEvent": self._scalar,
            "SequenceStartEvent": self._start,
            "MappingStartEvent": self._start,
            "SequenceEndEvent": self._end,
            "MappingEndEvent": self._end,
        }

    def take(self, event: Any) -> Report | None:
        """Take the next event; return what forbids to read on, if anything does."""
        take = self._takes.get(type(event).__name__)
        return take(event, event.start_mark.line + 1) if take else None

    def _document(self, _event: Any, line: int) -> Report | None:
        self._documents += 1
        if self._documents == 1:
            return None
        return line, "", "a second document begins here", "delete the line '---': one file holds one record"

    def _alias(self, event: Any, line: int) -> None:
        remedy = "write that text itself; if the text begins with '*', put it in double quotes"
        self._say(line, f"*{event.anchor} stands for text from elsewhere", remedy)
        self._add(Unusable(line), line)

    def _scalar(self, event: Any, line: int) -> None:
        self._plain(event, line)
        value = str(event.value)
        node: Node = Unusable(line)
        if event.start_mark.line != event.end_mark.line:
            remedy = "write it on one line, however long, or close the quotation mark or bracket that is open"
            self._say(line, "the text runs on over several lines", remedy)
            self.unclosed = self.unclosed or event.style in {"'", '"'}
        elif match := _BROKEN.search(value):
            self._say(
                line, f"the text has the character {named(match[0])}, written with a backslash", "delete it"
            )
        else:
            node = Text(value, line)
        self._add(node, line)

    def _start(self, event: Any, line: int) -> Report | None:
        if len(self._open) == MAX_DEPTH:
            remedy = "look for brackets that are not meant, or are not closed"
            return line, "", f"lists and blocks stand more than {MAX_DEPTH} deep in one another", remedy
        self._plain(event, line)
        node = Items(line) if type(event).__name__ == "SequenceStartEvent" else Block(line)
        self._open.append(_Open(node))
        return None

    def _end(self, _event: Any, _line: int) -> None:
        node = self._open.pop().node
        self._add(node, node.line)

    def _plain(self, event: Any, line: int) -> None:
        """Report what YAML can hang on a value."""
        if event.anchor is not None:
            remedy = f"delete &{event.anchor}; if the text begins with '&', put it in double quotes"
            self._say(line, f"&{event.anchor} names this value for use elsewhere", remedy)
        if event.tag is not None:
            remedy = "delete the tag; if the text begins with '!', put it in double quotes"
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._say(line, f"the value has the tag {tag}", remedy)

    def _say(self, line: int, what: str, remedy: str) -> None:
        key = self._open[-1].key if self._open else None
        self.reports.append((line, key or "", what, remedy))

    def _add(self, node: Node, line: int) -> None:
        """Put a node that is complete where it belongs: as the root, an item, a key or a value."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Items):
            top.node.nodes.append(node)
        elif not top.has_key:
            self._key(top, top.node, node, line)
        else:
            if top.key is not None:
                top.node.entries[top.key] = node
                top.node.lines[top.key] = top.key_line
            top.key, top.has_key = None, False

    def _key(self, top: _Open, block: Block, node: Node, line: int) -> None:
        """Take a node as the next key; a key that cannot be used takes its value with it."""
        top.has_key, top.key_line = True, line
        if not isinstance(node, Text):
            if not isinstance(node, Unusable):
                self._say(line, "a list or a block stands in place of a key", "write one word as the key")
        elif node.value == "<<":
            self._say(line, "'<<' takes keys over from elsewhere", "write the keys themselves")
        elif node.value in block.entries:
            first = block.lines[node.value]
            what = f"the key '{node.value}' stands here a second time (first in line {first})"
            self.reports.append((line, node.value, what, "delete one of the two"))
        else:
            top.key = node.value
