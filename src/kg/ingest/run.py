"""One document after the other into a folder of records; each costs only itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.documents import KEPT
from kg.errors import DocumentError, Problem
from kg.files import shown
from kg.ingest.changes import told as changes_told
from kg.ingest.plan import plan
from kg.ingest.report import residual

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.ingest.drafts import Proposed, Told
    from kg.ingest.folder import Shelf
    from kg.ingest.plan import Plan
    from kg.ingest.tools import Tools

Json = dict[str, Any]

_LISTED: Final = 3  # files that a line names


@dataclass(frozen=True, slots=True)
class How:
    """What is done with every document.

    Attributes:
        told: what the user says of it.
        write: records are written; else only shown.
        strict: a document of which something was not understood is refused.
    """

    told: Told
    write: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a document proposed, and what was made of it."""

    proposal: Json
    plan: Plan

    @property
    def state(self) -> str:
        """What became of its source: `new`, `changed` or `unchanged`."""
        return "new" if self.plan.new else "changed" if self.plan.files else "unchanged"


def ingest(shelf: Shelf, document: Proposed, tools: Tools, how: How) -> Outcome:
    """Write the records that a document proposes, or show what would be written.

    Args:
        shelf: the folder of records.
        document: what was read.
        tools: what it was read by.
        how: what is done with it.

    Raises:
        DocumentError: it cannot be read as reviews, or not as the document that it seems to be.
        ProblemsFound: its records would not be valid, or those in the folder are not.
        BuildError: they cannot be written; what was there stays.
    """
    path = document.extracted.path
    left = residual(document.proposal, document.extracted.text) if how.strict else []
    if left:
        passages = "one passage was" if len(left) == 1 else f"{len(left)} passages were"
        what = f"{passages} not understood, and --strict refuses that"
        remedy = "look at what is said of them above; leave --strict out to take all else"
        raise DocumentError(Problem(what, remedy, shown(path)))
    with shelf.held():
        made = plan(shelf.folder, shelf.records(), document, how.told, tools)
        _once(shelf, made.source, path, document.proposal["source"]["sha256"])
        if how.write:
            shelf.write(made)
    return Outcome(document.proposal, made)


def _once(shelf: Shelf, source: str, path: Path, digest: str) -> None:
    """Refuse a second document of one source: the two would take turns in the same records."""
    first, of_first = shelf.met.setdefault(source, (path, digest))
    if first == path:
        return
    if digest == of_first:
        what, remedy = f"it has the same text as {shown(first)}", "leave one of the two out"
    else:
        what = f"it would be the source '{source}', as {shown(first)} is"
        remedy = "leave out the one that says less; if they are two documents, give one another name"
    raise DocumentError(Problem(what, remedy, shown(path)))


def outcome_lines(outcome: Outcome, folder: Path, *, write: bool) -> Iterator[str]:
    """Yield the lines of a report: what was made of a document."""
    made = outcome.plan
    files = [name for name in sorted(made.files) if not name.startswith(f"{KEPT}/")]
    source = f"source '{made.source}' in {shown(folder)}"
    if not made.files:
        yield f"  {source}: nothing has changed"
    elif made.new:
        yield f"  {source}: {'new' if write else 'would be new'}, {len(files)} files"
    else:
        listed = ", ".join(files) if len(files) <= _LISTED else f"{len(files)} files of {len(made.before)}"
        what = listed or "only the text that is kept"
        yield f"  {source}: {'changed' if write else 'would change'} {what}"
    for line in changes_told(made.changes):
        yield f"    {line}"
    for line in made.left:
        yield f"    not in any record: {line}"


def outcome_json(outcome: Outcome) -> Json:
    """Return the same as an object: the proposal, and what was made of it."""
    made = outcome.plan
    records = {
        "source": made.source,
        "state": outcome.state,
        "files": sorted(made.files),
        "changes": list(changes_told(made.changes)),
        "left": list(made.left),
    }
    return {**outcome.proposal, "records": records}
