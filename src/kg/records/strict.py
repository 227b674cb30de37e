"""Strict YAML: text, lists of it and blocks of keys, and nothing else.

YAML as most readers take it loses data without a word: of two equal keys one vanishes, `NO` becomes False,
`12:30` becomes 750, and deep brackets crash the parser. Here every value is the text as it is written, a
file has a size and a depth, and whatever else YAML offers is a problem with a line and a remedy.
"""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING, Final, cast

from kg.errors import Problem
from kg.records.tree import FORBIDDEN, Composer, named

if TYPE_CHECKING:
    from collections.abc import Generator

    import yaml

    from kg.records.tree import Node, Report

MAX_BYTES: Final = 1_048_576
"""A record's file is no larger than this (1 MiB)."""

_SHOWN: Final = 5  # forbidden characters reported in one file: whoever has more has them everywhere

_REMEDIES: Final = {
    "\t": "use spaces",
    "\ufeff": "save the file as UTF-8 without a byte order mark (BOM)",
}

_SYNTAX: Final = (
    (
        "mapping values are not allowed",
        "there is a colon where none can stand",
        "put a text with a colon in double quotes; else begin this line under the keys before it",
    ),
    (
        "could not find expected ':'",
        "a line is neither a key with its value nor an item of a list",
        "write it as 'key: value', and put text that belongs to the line before on that line",
    ),
    (
        "escape",
        "a backslash in double quotes does not mean what it should",
        "write the backslash twice",
    ),
    (
        "quoted scalar",
        "a quotation mark is opened and not closed",
        'close it at the end of the text; write \\" for a quotation mark inside the text',
    ),
    (
        "alphabetic or numeric",
        "a value begins with * or &, which have a meaning in YAML",
        "put the text in double quotes",
    ),
    (
        "cannot start any token",
        "a value begins with a character that has a meaning in YAML",
        "put the text in double quotes",
    ),
    (
        "flow",
        "a bracket is not closed, or a comma between two entries is missing",
        "look for the { or [ that has no partner; put text with commas or brackets in double quotes",
    ),
    (
        "block",
        "this line does not stand under the lines it belongs with",
        "begin it under the keys before it; put text with quotation marks in double quotes",
    ),
)


def parse(text: str, path: str, record: str = "") -> tuple[Node | None, list[Problem]]:
    r"""Return the tree of a YAML text, and all that is wrong with it; no tree where it cannot be parsed.

    Args:
        text: the whole file.
        path: the file as messages name it.
        record: the record as messages name it.

    Example:
        >>> tree, _ = parse("country: NO", "x.yaml")
        >>> tree.entries["country"].value
        'NO'
        >>> print(parse("a: 1\na: 2", "x.yaml")[1][0])
        x.yaml:2: a: the key 'a' stands here a second time (first in line 1)
            what to do: delete one of the two
    """
    reports, readable = _preflight(text)
    tree = None
    if readable:
        composer = Composer()
        broken = _compose(text, composer)
        known = {report[0] for report in composer.reports}
        reports = [*composer.reports, *(b for b in broken if b[0] not in known and not composer.unclosed)]
        tree = None if broken else composer.root
        if not reports and tree is None:
            reports = [(1, "", "the file is empty", "restore its text, or delete the file")]
    return tree, [Problem(what, remedy, path, line, record, key) for line, key, what, remedy in reports]


def _preflight(text: str) -> tuple[list[Report], bool]:
    """Return what is wrong with the characters of a text, and whether it can be given to a parser."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        remedy = "one file holds one record: divide it, and leave the document's own text out"
        return [(1, "", f"the file is larger than {MAX_BYTES // 1024} KiB", remedy)], False
    reports: list[Report] = []
    for match in FORBIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[0] == "\r":
            reports.append(
                (
                    line,
                    "",
                    "the lines end as Windows ends them (CR LF)",
                    "save the file with Unix line ends (LF)",
                )
            )
            break
        reports.append((line, "", f"the character {named(match[0])} may not be used", _remedy(match[0])))
        if len(reports) == _SHOWN:
            break
    return reports, not reports


def _remedy(character: str) -> str:
    return _REMEDIES.get(character, "delete it: it cannot be seen, and changes how the text is read or shown")


def _compose(text: str, composer: Composer) -> list[Report]:
    """Feed the events of a text to a composer; return what made it impossible to read on."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with closing(cast("Generator[yaml.Event]", yaml.parse(text, Loader=loader))) as events:
            for event in events:
                if broken := composer.take(event):
                    return [broken]
    except yaml.MarkedYAMLError as error:
        return [_syntax(error, text.split("\n"))]
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the latter two: escapes of no character
        return [
            (1, "", f"this is not YAML: {str(error).splitlines()[0]}", "look for stray \\ and % characters")
        ]
    return []


def _syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> Report:
    """Say in plain words what a parser means, with the line that a person has to change."""
    said = f"{error.context or ''}: {error.problem or ''}"
    unclosed = "quoted scalar" in said and "escape" not in said
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(lines)) if mark else 1
    if "block" in said and re.search(r"[:-] +[\"']", lines[line - 1]):
        remedy = 'put the whole text in double quotes, and write \\" for each quotation mark inside it'
        return line, "", "text goes on after a closing quotation mark", remedy
    for words, what, remedy in _SYNTAX:
        if words in said:
            return line, "", what, remedy
    return (
        line,
        "",
        f"this is not YAML: {error.problem}",
        "compare the line with the same line of another record",
    )
