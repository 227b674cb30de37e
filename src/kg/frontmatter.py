"""Front matter: YAML in the lines `#+` at the head of a file of SPARQL, which SPARQL takes for comments."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.errors import Problem, ProblemsFound

_MARK = "#+ "


class Split(NamedTuple):
    """A file's front matter as a node of `yaml.compose`, None where it is empty, and what follows it.

    Attributes:
        first_line: the line that `body` begins in, from 1.
    """

    node: Any
    body: str
    first_line: int


def split(text: str, path: str) -> Split:
    r"""Return the front matter of a file's text, and the rest.

    Args:
        text: the whole file.
        path: the file as messages name it.

    Raises:
        ProblemsFound: the front matter is not YAML.

    Example:
        >>> split("#+ id: a\nASK {}", "a.rq")[1:]
        ('ASK {}', 2)
    """
    lines = text.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    node = _compose("\n".join(line[len(_MARK) :] for line in lines[:count]), path)
    return Split(node, "\n".join(lines[count:]), count + 1)


def _compose(front: str, path: str) -> Any:
    import yaml

    try:
        return yaml.compose(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "context", None) or error
        remedy = "put text with a colon or comma in double quotes, and align the keys"
        problem = Problem(
            f"the front matter is not YAML: {reason}", remedy, path, mark.line + 1 if mark else 1
        )
        raise ProblemsFound([problem]) from error
