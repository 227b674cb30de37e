"""Takes the filters of parameters that are not given out of a query.

Such a filter is `FILTER EXISTS { ... }` or `FILTER NOT EXISTS { ... }`, and it is a parameter's own where the
first one-variable VALUES block in it is the parameter's. As the file stands, that block holds UNDEF and the
filter lets everything through; without it the query says only what is asked, and is quicker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.tokens import tokens, values_blocks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.query.tokens import Token


def without(text: str, names: Collection[str]) -> str:
    """Return a query without the filters and the VALUES blocks of some variables.

    Example:
        >>> without("ASK { ?s ?p ?o FILTER EXISTS { VALUES ?n { UNDEF } ?o ?p ?n } VALUES ?n { 1 } }", ["n"])
        'ASK { ?s ?p ?o   }'
    """
    if not names:
        return text
    blocks = values_blocks(text)
    spans = [span for span in _filters(text) if _owner(span, blocks) in names]
    spans += [
        (start, end + 1)
        for name in names
        for start, _, end in blocks.get(name, [])
        if not any(first <= start < last for first, last in spans)
    ]
    for start, end in sorted(spans, reverse=True):
        line = text.rfind("\n", 0, start) + 1
        alone = not text[line:start].strip() and text[end : end + 1] == "\n"
        text = text[:line] + text[end + 1 :] if alone else text[:start] + text[end:]
    return text


def _owner(span: tuple[int, int], blocks: dict[str, list[tuple[int, int, int]]]) -> str | None:
    """Return the variable of the first VALUES block between two places."""
    within = [
        (start, name) for name, places in blocks.items() for start, *_ in places if span[0] <= start < span[1]
    ]
    return min(within)[1] if within else None


def _filters(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each FILTER EXISTS and FILTER NOT EXISTS begins and ends; none stands in another."""
    every = list(tokens(text))
    depth = 0
    opened: tuple[int, int] | None = None
    for index, token in enumerate(every):
        if token.kind != "mark" or token.text not in "{}":
            continue
        if token.text == "{":
            start = _begins(every[max(0, index - 3) : index])
            if opened is None and start is not None:
                opened = (start, depth)
            depth += 1
        else:
            depth -= 1
            if opened is not None and depth == opened[1]:
                yield opened[0], token.start + 1
                opened = None


def _begins(before: Sequence[Token]) -> int | None:
    """Return where a filter begins whose brace follows these tokens."""
    words = [token.text.upper() for token in before]
    if words[-3:] == ["FILTER", "NOT", "EXISTS"]:
        return before[-3].start
    return before[-2].start if words[-2:] == ["FILTER", "EXISTS"] else None
