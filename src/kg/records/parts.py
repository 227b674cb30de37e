"""The values of a YAML text, each with its place, so that one can be changed and the rest stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Part:
    """A value with its place in the text that it stands in.

    Attributes:
        column: of the dash of a list, of the keys of a block.
        flow: it is written in brackets, or stands in them.
        value: the text of a single value.
        items: those of a list.
        keys: those of a block, each with the place of the key itself.
    """

    text: str
    start: int
    end: int
    column: int
    flow: bool
    value: str = ""
    items: tuple[Part, ...] | None = None
    keys: dict[str, tuple[int, Part]] | None = None

    @property
    def plain(self) -> Plain:
        """The value without its places, to compare."""
        if self.items is not None:
            return [item.plain for item in self.items]
        if self.keys is not None:
            return {key: part.plain for key, (_, part) in self.keys.items()}
        return self.value

    @property
    def raw(self) -> str:
        """The characters of the text."""
        return self.text[self.start : self.end]


def parts(text: str) -> Part:
    r"""Return the parts of a YAML text that was read strictly before: no tags, aliases or text over lines.

    Example:
        >>> parts("a: 1  # one\nb: [x,  y]\n").keys["b"][1].raw
        '[x,  y]'
    """
    import yaml

    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _of_node(text, root)


def _of_node(text: str, node: Any, *, within: bool = False) -> Part:
    """Return a node with where it ends: the marks of one without brackets run on."""
    start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
    if node.id == "scalar":
        return Part(text, start, end, column, within, value=node.value)
    flow = bool(node.flow_style)
    if node.id == "sequence":
        items = tuple(_of_node(text, item, within=flow) for item in node.value)
        return Part(text, start, end if flow else items[-1].end, column, flow, items=items)
    keys = {
        key.value: (key.start_mark.index, _of_node(text, value, within=flow)) for key, value in node.value
    }
    last = max((part.end for _, part in keys.values()), default=end)
    return Part(text, start, end if flow else last, column, flow, keys=keys)
