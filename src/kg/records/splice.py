"""Changes of a YAML text where its values change, and nowhere else.

A file that a person edits has comments, an order of keys, quotes and line breaks of their own. It is never
written anew: the places of its values are known from the parser's marks, and each change replaces, adds or
takes out just the characters it is about. Where the change is comes from two texts in the writer's form, one
of the record as it is and one as it shall be; what they have in common stays as the person wrote it.

The text has been read strictly before, so that it has no tags, aliases, duplicate keys or text over lines.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.records.parts import parts
from kg.records.writer import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.records.parts import Part

_NAMES: Final = (("id",), ("concept", "role"), ("fact", "value"), ("term",))
"""Keys that tell the items of a list apart, the first that fit; other items go by their place."""


class Splice(NamedTuple):
    """A stretch of the text, and what shall stand in its place."""

    start: int
    end: int
    by: str


def spliced(text: str, base: str, new: str) -> str:
    r"""Return a text with what differs between two texts of the same record in the writer's form.

    Args:
        text: the file, as a person left it.
        base: the record that the file holds, as the writer writes it.
        new: the record that it shall hold, likewise.

    Example:
        >>> mine = "b: 'x' # why\na: [c,  d]\n"
        >>> print(spliced(mine, "a: [c, d]\nb: x\n", "a: [c, d]\nb: z\n"), end="")
        b: 'z' # why
        a: [c,  d]
    """
    splices = sorted(_changed(parts(text), parts(base), parts(new)), key=lambda splice: splice[:2])
    pieces, at = [], 0
    for start, end, by in splices:
        if start < at:
            raise ValueError(f"two changes meet at character {start}")
        pieces += [text[at:start], by]
        at = end
    return "".join([*pieces, text[at:]])


def _changed(mine: Part, base: Part | None, new: Part) -> Iterator[Splice]:
    """Yield what makes a part of the person's text hold what the new one holds."""
    if base is not None and base.plain == new.plain:
        return
    if mine.keys is not None and new.keys is not None:
        yield from _changed_keys(mine, base, new)
    elif mine.items and new.items is not None and (base is None or base.items is not None):
        yield from _changed_items(mine, base.items or () if base else (), new)
    elif mine.items is None and mine.keys is None and new.items is None and new.keys is None:
        yield Splice(mine.start, mine.end, _like(mine, base, new))
    else:
        yield Splice(mine.start, mine.end, _flow(new))


def _changed_keys(mine: Part, base: Part | None, new: Part) -> Iterator[Splice]:
    had, wanted, before = mine.keys or {}, new.keys or {}, (base.keys or {}) if base else {}
    gone = [key for key in before if key not in wanted]
    if mine.flow and len(gone) == len(had):
        yield Splice(mine.start, mine.end, _flow(new))
        return
    yield from _without(mine, list(had.values()), [key in gone for key in had])
    anchor: int | None = None
    for key, (_, part) in wanted.items():
        if key in had:
            anchor = had[key][1].end
            yield from _changed(had[key][1], before[key][1] if key in before else None, part)
        elif mine.flow:
            yield _into_brackets(mine, anchor, f"{key}: {_flow(part)}")
        else:
            first = next(iter(had.values()))[1].end
            yield _line(mine, first if anchor is None else anchor, _lines(new, key))


def _changed_items(mine: Part, before: tuple[Part, ...], new: Part) -> Iterator[Splice]:
    had, wanted = mine.items or (), new.items or ()
    pairs = _paired(had, wanted)
    gone = [place not in pairs for place in range(len(had))]
    if all(gone) and mine.flow:
        yield Splice(mine.start, mine.end, _flow(new))
        return
    yield from _without(mine, [(_begin(mine, item), item) for item in had], gone)
    back = {there: here for here, there in pairs.items()}
    anchor: int | None = None
    for place, part in enumerate(wanted):
        if place in back:
            anchor = had[back[place]].end
            yield from _changed(had[back[place]], before[back[place]] if before else None, part)
        elif mine.flow:
            yield _into_brackets(mine, anchor, _flow(part))
        else:
            yield _line(mine, anchor, _lines(new, place))


def _paired(had: tuple[Part, ...], wanted: tuple[Part, ...]) -> dict[int, int]:
    """Return which item of one list is which of another; what changed its place is not the same."""
    matcher = SequenceMatcher(None, _named(had), _named(wanted), autojunk=False)
    pairs = {a + i: b + i for a, b, size in matcher.get_matching_blocks() for i in range(size)}
    return {a: b for a, b in pairs.items() if _opened(had[a]) <= (wanted[b].keys or {}).keys()}


def _opened(item: Part) -> set[str]:
    """Return the key on an item's first line, beside the dash: without it, the item is written anew."""
    return set() if item.flow else set(list(item.keys or {})[:1])


def _named(items: tuple[Part, ...]) -> list[tuple[str, ...]]:
    seen: Counter[tuple[str, ...]] = Counter()
    named = []
    for item in items:
        name: tuple[str, ...] = (item.value,)
        if item.keys is not None:
            keys = next((keys for keys in _NAMES if keys[0] in item.keys), ())
            name = tuple(item.keys[key][1].value for key in keys if key in item.keys)
        seen[name] += 1
        named.append((*name, str(seen[name])))
    return named


def _without(mine: Part, entries: list[tuple[int, Part]], gone: list[bool]) -> Iterator[Splice]:
    """Yield what takes entries out of a list or block; each is given with where it begins."""
    if not mine.flow:
        for (start, part), out in zip(entries, gone, strict=True):
            if out:
                yield _line_out(mine.text, start, part)
        return
    last = max((place for place, out in enumerate(gone) if not out), default=-1)
    for place in range(last):
        if gone[place]:
            yield Splice(entries[place][0], entries[place + 1][0], "")
    if last + 1 < len(gone):
        start, following = entries[last][1].end if last >= 0 else entries[0][0], entries[last + 1][0]
        if "#" in mine.text[start:following]:  # a comment of what stays
            start = following
        yield Splice(start, entries[-1][1].end, "")


def _line_out(text: str, start: int, part: Part) -> Splice:
    """Take the lines of an entry out; comments among and beside them stay, on lines of their own."""
    first, after = text.rfind("\n", 0, start) + 1, text.index("\n", part.end) + 1
    indent, known = " " * (start - first), [first, start, *_known(part)]
    comments, line = [], first
    while line < after:
        end = text.index("\n", line)
        rest = text[max([line, *(at for at in known if line <= at <= end)]) : end]
        comments += [f"{indent}{rest[rest.index('#') :]}\n"] if "#" in rest else []
        line = end + 1
    return Splice(first, after, "".join(comments))


def _known(part: Part) -> Iterator[int]:
    """Yield where keys begin and single values end: no comment begins before them on their line."""
    for item in part.items or ():
        yield from _known(item)
    for at, inner in (part.keys or {}).values():
        yield at
        yield from _known(inner)
    if part.items is None and part.keys is None:
        yield part.end


def _begin(mine: Part, item: Part) -> int:
    """Return where an item of a list begins: at its dash, where it has one."""
    if mine.flow:
        return item.start
    line = item.text.rfind("\n", 0, item.start) + 1
    while item.text[line : line + mine.column + 1] != " " * mine.column + "-":
        line = item.text.rfind("\n", 0, line - 1) + 1
    return line + mine.column


def _into_brackets(mine: Part, anchor: int | None, words: str) -> Splice:
    if anchor is not None:
        return Splice(anchor, anchor, f", {words}")
    return Splice(mine.start + 1, mine.start + 1, f"{words}, ")


def _line(mine: Part, anchor: int | None, lines: list[str]) -> Splice:
    """Add lines after the line on which something ends, or before the first of a list."""
    text = mine.text
    at = text.rfind("\n", 0, mine.start) + 1 if anchor is None else text.index("\n", anchor) + 1
    return Splice(at, at, "".join(f"{' ' * mine.column}{line}\n" for line in lines))


def _lines(new: Part, which: str | int) -> list[str]:
    """Return the lines of an entry as the writer has them, without their indentation."""
    if isinstance(which, str):
        start, part = (new.keys or {})[which]
    else:
        part = (new.items or ())[which]
        if new.flow:
            return [f"- {_flow(part)}"]
        start = _begin(new, part)
    first, *rest = new.text[start : part.end].split("\n")
    return [first, *(line[new.column :] for line in rest)]


def _like(mine: Part, base: Part | None, new: Part) -> str:
    """Return a single value in the quotes that the person used, where the writer would use none."""
    own = base is None or base.raw != mine.raw
    if own and mine.raw.startswith("'") and scalar(new.value) == new.value:
        return "'" + new.value.replace("'", "''") + "'"
    if own and mine.raw.startswith('"') and scalar(new.value) == new.value:
        return '"' + new.value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _flow(new) if mine.flow else new.raw


def _flow(part: Part) -> str:
    """Return a part as it may stand anywhere, also in brackets."""
    if part.items is not None:
        return f"[{', '.join(map(_flow, part.items))}]"
    if part.keys is not None:
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, (_, inner) in part.keys.items())}}}"
    return part.raw if part.flow or part.value.isalnum() else scalar(part.value, flow=True)
