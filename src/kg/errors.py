"""One error tree, made to be read by people: what is wrong, where, and what to do.

```
KgError                 exit code 1: something that was read or made does not hold
├── ProblemsFound       all problems of a run, each with its file, line, record and remedy
├── DocumentError       a document cannot be read, or not as what it says it is
├── BuildError          a build, or a file made from one, could not be written or opened
└── UsageError          exit code 2: the command or call was not understood
    ├── ParameterError  a question's parameter has no such value
    ├── NotFoundError   no question, build or folder of that name
    └── SparqlError     a query that does not parse, or is refused
```
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and what to do about it.

    Example:
        >>> print(Problem("no theme 'safe-sleep'", "use safer-sleep", "data/reviews/ruby.yaml", 12, "ruby"))
        data/reviews/ruby.yaml:12: [ruby] no theme 'safe-sleep'
            what to do: use safer-sleep
    """

    what: str
    remedy: str
    path: str = ""
    line: int | None = None
    record: str = ""
    key: str = ""

    def __str__(self) -> str:
        """Return the problem as a person reads it: the place first, as compilers write it."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        record = f"[{self.record}] " if self.record else ""
        key = f"{self.key}: " if self.key else ""
        return f"{place}{record}{key}{self.what}\n    what to do: {self.remedy}"


class KgError(Exception):
    """Root of every error this package raises on purpose."""

    exit_code: ClassVar[int] = 1


class ProblemsFound(KgError):  # noqa: N818 - it carries problems; "ProblemsFoundError" says it twice
    """Everything wrong that a run found, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.record, p.key, p.what)))
        count = len(self.problems)
        heading = f"{count} problem{'' if count == 1 else 's'} found:"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


class DocumentError(KgError):
    """A document cannot be read, or not as what it says it is; it carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class BuildError(KgError):
    """A build, or a file made from one, could not be written or opened."""


class UsageError(KgError):
    """The command or call was not understood."""

    exit_code = 2


class ParameterError(UsageError):
    """A question's parameter has no such value; the message names the nearest."""


class NotFoundError(UsageError):
    """No question, build or folder of that name."""


class SparqlError(UsageError):
    """A query that does not parse, or that asks for what is refused."""
