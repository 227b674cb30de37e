"""Whole-graph rules: files of `ontology/checks/`, SPARQL that expects no rows.

A file begins with four lines of front matter (`#+`): id, message, remedy and severity. The message may name
variables of the query in braces. `?this` is what is wrong, for finding its place, `?value` what is wrong
with it. Checks run over the union of all graphs; one that is about graphs says GRAPH.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import Problem, ProblemsFound
from kg.files import read_text, shown
from kg.frontmatter import split
from kg.iris import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.validate.place import Place

KEYS: Final = ("id", "message", "remedy", "severity")
SEVERITIES: Final = ("violation", "info")
LENGTH: Final = 160
"""How much of a long value a message shows, in characters."""

_FIELD: Final = re.compile(r"\{(\w+)\}")
_LINE: Final = re.compile(r"error at (\d+):\d+: ?")
_FORM: Final = "begin the file with the lines '#+ id:', '#+ message:', '#+ remedy:' and '#+ severity:'"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the whole graph.

    Attributes:
        id: the file's name without its ending.
        message: what is wrong; names of variables in braces stand for their values.
        remedy: what a person should do.
        severity: `violation`, or `info` for what is worth knowing and no problem.
        query: the SPARQL SELECT, of which no row is expected.
        path: the file as messages name it.
    """

    id: str
    message: str
    remedy: str
    severity: str
    query: str
    path: str = ""


def read(folder: Path) -> tuple[Check, ...]:
    """Return the checks of a folder, in order of id.

    Raises:
        ProblemsFound: all that is wrong with the files, each with its line.
    """
    found: list[Check] = []
    wrong: list[Problem] = []
    for path in sorted(folder.glob("*.rq")):
        try:
            found.append(read_check(read_text(path), path.stem, shown(path)))
        except ProblemsFound as error:
            wrong.extend(error.problems)
    if not found and not wrong:
        wrong.append(Problem("there are no checks here", "install the package again", shown(folder)))
    if wrong:
        raise ProblemsFound(wrong)
    return tuple(found)


def read_check(text: str, name: str, path: str = "") -> Check:
    """Return the check that a file's text holds.

    Raises:
        ProblemsFound: the front matter or the query is malformed.
    """
    front = _front(text, path)
    wrong = [
        *_front_problems(front, name, path),
        *_query_problems(text, front.get("message", ("", 1)), path),
    ]
    if wrong:
        raise ProblemsFound(wrong)
    return Check(**{key: value for key, (value, _) in front.items()}, query=text, path=path)


def _front(text: str, path: str) -> dict[str, tuple[str, int]]:
    """Return the keys of the front matter, each with its value and line."""
    node = split(text, path).node
    if node is None or node.id != "mapping":
        raise ProblemsFound([Problem("the check has no front matter", _FORM, path, 1)])
    return {str(key.value): (str(value.value), key.start_mark.line + 1) for key, value in node.value}


def _front_problems(front: Mapping[str, tuple[str, int]], name: str, path: str) -> Iterator[Problem]:
    for key in KEYS:
        if not front.get(key, ("", 1))[0].strip():
            yield Problem(f"the check has no {key}", _FORM, path, front.get(key, ("", 1))[1], key=key)
    for key, (_, line) in front.items():
        if key not in KEYS:
            yield Problem("there is no such key", f"use {', '.join(KEYS)}", path, line, key=key)
    given, line = front.get("id", (name, 1))
    if given != name:
        yield Problem(f"the id {given!r} is not the file's name", f"write id: {name}", path, line, key="id")
    given, line = front.get("severity", ("violation", 1))
    if given not in SEVERITIES:
        remedy = f"write {' or '.join(SEVERITIES)}"
        yield Problem(f"there is no severity {given!r}", remedy, path, line, key="severity")


def _query_problems(text: str, message: tuple[str, int], path: str) -> Iterator[Problem]:
    try:
        answer = ox.Store().query(text)
    except SyntaxError as error:
        place = _LINE.match(str(error))
        what = f"the query is not SPARQL: {' '.join(_LINE.sub('', str(error)).split())}"
        yield Problem(what, "correct the query at that line", path, int(place[1]) if place else None)
        return
    if not isinstance(answer, ox.QuerySolutions):
        yield Problem("the query is no SELECT", "begin it with SELECT ?this ?value", path)
        return
    columns = {variable.value for variable in answer.variables}
    for name in sorted({"this", "value", *_FIELD.findall(message[0])} - columns):
        yield Problem(f"the query selects no ?{name}", f"add ?{name} to its SELECT", path, message[1])


def problems(store: ox.Store, checks: Iterable[Check], locate: Callable[[str], Place]) -> Iterator[Problem]:
    """Yield a problem for every row that a check finds.

    Args:
        store: the graph.
        checks: those to run; one of severity `info` is no problem and is left out.
        locate: from the IRI of a thing to the place that says it.
    """
    for check in checks:
        if check.severity == "violation":
            for row in rows(store, check):
                yield _problem(check, row, locate)


def rows(store: ox.Store, check: Check) -> Iterator[Mapping[str, str]]:
    """Yield what a check finds: the name of each variable that has a value, and the value as text."""
    answer = store.query(check.query, use_default_graph_as_union=True)
    if not isinstance(answer, ox.QuerySolutions):  # pragma: no cover - read_check has seen to it
        raise TypeError(check.id)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield {name: _text(term) for name in names if (term := solution[name]) is not None}


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def _problem(check: Check, row: Mapping[str, str], locate: Callable[[str], Place]) -> Problem:
    this = row.get("this", "")
    place = locate(this)
    what = _FIELD.sub(lambda match: brief(row.get(match[1], "nothing")), check.message)
    named = f"{brief(this)}: {what}" if this else what
    return Problem(named, check.remedy, place.path, place.line, place.record)


def brief(text: str) -> str:
    """Return a value as a message shows it: an IRI as a CURIE, a long text cut short.

    Example:
        >>> brief("https://w3id.org/crkg/theme/neglect")
        'theme:neglect'
    """
    short = shorten(text)
    return short if len(short) <= LENGTH else f"{short[:LENGTH]} ..."
