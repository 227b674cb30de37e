"""Reads the files of `queries/`: front matter in comments (`#+`), then SPARQL that runs as it stands."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kg.errors import NotFoundError, Problem, ProblemsFound
from kg.files import read_text, shown
from kg.frontmatter import split
from kg.query.model import NAME, Column, Parameter, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SHAPE: Final = "see docs, or a neighbouring file, for the form of a question"

_KEYS: Final = {
    "question": {"title", "question", "topic", "parameters", "columns", "notes", "empty"},
    "parameter": {"type", "scheme", "default", "required", "replaces", "help"},
    "column": {"heading", "meaning"},
}
_NEEDED: Final = {
    "question": ("title", "question", "topic", "columns"),
    "parameter": ("type", "help"),
    "column": ("heading", "meaning"),
}


def questions(folder: Path) -> Mapping[str, Question]:
    """Return every question of a folder, by name and in order of name.

    Raises:
        ProblemsFound: all that is wrong with the files, each with its line.
    """
    from kg.query.checks import problems

    found: dict[str, Question] = {}
    wrong: list[Problem] = []
    for path in sorted(folder.glob("*.rq"), key=lambda each: each.stem):
        try:
            found[path.stem] = _read(path)
        except ProblemsFound as error:
            wrong.extend(error.problems)
    for one in found.values():
        wrong.extend(problems(one))
    if wrong:
        raise ProblemsFound(wrong)
    return MappingProxyType(found)


def question(folder: Path, name: str) -> Question:
    """Return one question, reading its file only.

    Raises:
        NotFoundError: there is no such question; the message names the nearest.
        ProblemsFound: its file is malformed.
    """
    path = folder / f"{name}.rq"
    if NAME.fullmatch(name) and path.is_file():
        return _read(path)
    from difflib import get_close_matches

    names = sorted(each.stem for each in folder.glob("*.rq"))
    near = get_close_matches(name.lower(), names, n=3, cutoff=0.5)
    hint = f"The nearest: {', '.join(near)}." if near else f"There are: {', '.join(names)}."
    raise NotFoundError(f"There is no question {name!r}. {hint}")


def read_question(text: str, name: str, path: str = "") -> Question:
    """Return the question that a file's text holds.

    Args:
        text: the whole file.
        name: the question's name: the file's, without its ending.
        path: the file as messages name it.

    Raises:
        ProblemsFound: the front matter is malformed.
    """
    reader = _Reader(path)
    node, body, first_line = split(text, path)
    made = reader.question(node, name, body, first_line)
    if reader.problems or made is None:
        raise ProblemsFound(reader.problems)
    return made


def _read(path: Path) -> Question:
    return read_question(read_text(path), path.stem, shown(path))


class _Reader:
    """Reads the front matter of one file, and notes what is wrong with it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def say(self, line: int, what: str, remedy: str, key: str = "") -> None:
        self.problems.append(Problem(what, remedy, self.path, line, key=key))

    def question(self, node: Any, name: str, text: str, first_line: int) -> Question | None:
        top = self._block(node, "question", 1)
        parameters = tuple(self._parameters(top))
        columns = tuple(self._columns(top))
        notes = tuple(self._notes(top.get("notes")))
        words = {key: self._text(top.get(key), key) for key in ("title", "question", "topic")}
        empty = self._text(top.get("empty"), "empty")
        if self.problems:
            return None
        return Question(
            name=name,
            parameters=parameters,
            columns=columns,
            notes=notes,
            text=text,
            path=self.path,
            first_line=first_line,
            empty=empty,
            **words,
        )

    def _block(self, node: Any, kind: str, line: int) -> dict[str, Any]:
        """Return the nodes of a block of keys; say which keys are unknown, doubled or missing."""
        found: dict[str, Any] = dict(self._pairs(node, kind, line))
        for key, value in found.items():
            if key not in _KEYS[kind]:
                known = ", ".join(sorted(_KEYS[kind]))
                self.say(value.start_mark.line + 1, "there is no such key", f"use one of {known}", key)
        for key in _NEEDED[kind]:
            if key not in found:
                self.say(line, f"the {kind} has no {key}", f"add the line '{key}: ...'", key)
        return found

    def _pairs(self, node: Any, kind: str, line: int) -> Iterator[tuple[str, Any]]:
        """Yield the keys of a block with their nodes."""
        if node is None or node.id != "mapping":
            self.say(line, f"the {kind} has no keys", SHAPE)
            return
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                self.say(key.start_mark.line + 1, "the key stands here twice", "delete one of the two", name)
            seen.add(name)
            yield name, value

    def _text(self, node: Any, key: str) -> str:
        if node is None:
            return ""
        if node.id != "scalar" or not node.value.strip():
            self.say(node.start_mark.line + 1, "there is no text here", "write one sentence", key)
            return ""
        return str(node.value)

    def _notes(self, node: Any) -> Iterable[str]:
        if node is None:
            return []
        if node.id != "sequence":
            self.say(node.start_mark.line + 1, "notes are a list", "write each sentence after '- '", "notes")
            return []
        return [self._text(item, "notes") for item in node.value]

    def _columns(self, top: dict[str, Any]) -> Iterator[Column]:
        if "columns" not in top:
            return
        for name, node in self._pairs(top["columns"], "columns", top["columns"].start_mark.line + 1):
            keys = self._block(node, "column", node.start_mark.line + 1)
            yield Column(name, *(self._text(keys.get(key), key) for key in ("heading", "meaning")))

    def _parameters(self, top: dict[str, Any]) -> Iterator[Parameter]:
        if "parameters" not in top:
            return
        for name, node in self._pairs(top["parameters"], "parameters", top["parameters"].start_mark.line + 1):
            line = node.start_mark.line
            keys = self._block(node, "parameter", line)
            words = {key: self._text(keys.get(key), key) for key in _KEYS["parameter"]}
            if words["required"] not in {"", "true", "false"}:
                self.say(line, "required is true or false", "write one of the two", "required")
            yield Parameter(
                name=name,
                type=words["type"],
                help=words["help"],
                scheme=words["scheme"] or None,
                default=words["default"] or None,
                required=words["required"] != "false" and not words["default"],
                replaces=words["replaces"] or None,
                line=line,
            )
