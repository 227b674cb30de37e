"""A record as a person might have left it: the same values, with comments, quotes and layout of their own."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st

from kg.records.writer import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator


@st.composite
def styled(draw: st.DrawFn, text: str) -> str:  # noqa: C901 - one small function for each kind of line
    """The text of a record in another hand; each comment is numbered, so that a lost one is noticed."""
    number = count()

    def comment() -> str:
        return f"  # comment {next(number)}, [with: marks}}" if draw(st.integers(0, 4)) == 0 else ""

    def note(indent: int) -> Iterator[str]:
        if draw(st.integers(0, 6)) == 0:
            yield draw(st.sampled_from(["", f"{' ' * indent}# own {next(number)}"]))

    def value(one: str, *, flow: bool) -> str:
        plain = scalar(one, flow=flow)
        if plain == one:
            quotes = draw(st.sampled_from(["", "", "'", '"']))
            if quotes == "'":
                return "'" + one.replace("'", "''") + "'"
            if quotes:
                return '"' + one.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return plain

    def flow(node: Any) -> str:
        gap = draw(st.sampled_from(["", " "]))
        if isinstance(node, list):
            return f"[{gap}{', '.join(map(flow, node))}{gap}]"
        if isinstance(node, dict):
            return f"{{{gap}{',  '.join(f'{key}: {flow(inner)}' for key, inner in node.items())}{gap}}}"
        return value(node, flow=True)

    def entry(key: str, node: Any, indent: int) -> Iterator[str]:
        if isinstance(node, str) or (key != "statements" and draw(st.booleans())):
            shown = value(node, flow=False) if isinstance(node, str) else flow(node)
            yield f"{key}: {' ' * draw(st.integers(0, 2))}{shown}{comment()}"
            return
        yield f"{key}:{comment()}"
        by = draw(st.integers(0, 3)) if isinstance(node, list) else draw(st.integers(1, 3))
        yield from (" " * by + line if line else line for line in block(node, indent + by))

    def block(node: Any, indent: int) -> Iterator[str]:
        if isinstance(node, dict):
            for key, inner in node.items():
                yield from entry(key, inner, indent)
                yield from note(0)
            return
        for item in node:
            if isinstance(item, str) or not item or ("kind" not in item and draw(st.booleans())):
                yield f"- {flow(item)}{comment()}"
                continue
            first, *rest = block(item, indent + 2)
            yield from (f"- {first}", *(f"  {line}" if line else line for line in rest))
            yield from note(0)

    values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - every value as text, and nothing made of it
    end = values.pop("end")
    keys = draw(st.permutations(list(values)))
    lines = block({key: values[key] for key in keys}, 0)
    return "# head\n" + "\n".join(lines) + f"\nend: {end}\n"
