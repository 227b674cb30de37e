"""Takes the filters of parameters that are not given out of a query.

Such a filter is `FILTER EXISTS { ... }`, `FILTER NOT EXISTS { ... }`, `MINUS { ... }` or a group
`{ SELECT DISTINCT ... }`, and it is a parameter's own where the first one-variable VALUES block in it is the
parameter's. As the file stands, that block holds UNDEF and the filter lets everything through; without it the
query says only what is asked, and is quicker.
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
    owned = {_first(span, blocks): span for span in _filters(text)}
    spans = [span for (_, name), span in owned.items() if name in names]
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


def _first(span: tuple[int, int], blocks: dict[str, list[tuple[int, int, int]]]) -> tuple[int, str]:
    """Return where the first VALUES block between two places begins, and its variable."""
    every = ((start, name) for name, places in blocks.items() for start, *_ in places)
    return min((each for each in every if span[0] <= each[0] < span[1]), default=(span[0], ""))


def _filters(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each filter begins and ends, the outer one before those in it."""
    every = list(tokens(text))
    opened: list[tuple[int, int | None]] = []
    found: list[tuple[int, int]] = []
    for index, token in enumerate(every):
        if token.kind == "mark" and token.text == "{":
            opened.append((token.start, _begins(every[max(0, index - 3) : index + 3])))
        elif token.kind == "mark" and token.text == "}" and opened:
            _, start = opened.pop()
            if start is not None:
                found.append((start, token.start + 1))
    yield from sorted(found)


def _begins(around: Sequence[Token]) -> int | None:
    """Return where a filter begins, from the three tokens before its brace, the brace, and two after it."""
    words = [token.text.upper() for token in around]
    brace = len(words) - 3
    for lead in (["FILTER", "NOT", "EXISTS"], ["FILTER", "EXISTS"], ["MINUS"]):
        if words[max(0, brace - len(lead)) : brace] == lead:
            return around[brace - len(lead)].start
    return around[brace].start if words[brace + 1 :] == ["SELECT", "DISTINCT"] else None
