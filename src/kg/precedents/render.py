"""An answer as text: for the terminal, for a spreadsheet, for programs, and as a page to print."""

from __future__ import annotations

from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.precedents import words
from kg.precedents.rank import Whom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.precedents.model import Asked, Group, Part, Precedent, Reply, Told

    Cell = str | int | float

FORMS: Final = ("table", "csv", "html", "json")
"""The forms that `render` knows."""

ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {".txt": "table", ".csv": "csv", ".html": "html", ".json": "json"}
)
"""The form of a file by the ending of its name."""

HEADINGS: Final = (
    "Asked about", "Number", "Recommendation", "Wording", "Themes", "Themes by", "Agencies", "Result",
    "Recommendations found", "Reviews found", "Rank", "Overlap of themes", "Shared themes", "Other themes",
    "Shared agencies", "Shared groups of agencies", "Other agencies", "Times made", "Reviews that made it",
    "Earlier recommendation", "Earlier wording", "Review", "Year of event", "Document",
    "Added to the collection", "Order in time", "Same agency asked to act", "Words in common",
    "Statement id", "Review id",
)  # fmt: skip
"""The columns of the CSV; programs may rely on their names and order."""


def render(told: Told, form: str = "table", width: int | None = None) -> str:
    """Return an answer as text that ends with a line end.

    Args:
        told: as `kg.precedents.answer` gave it.
        form: `table` for people; `csv` for spreadsheets, a row for each earlier recommendation and one for
            each that has none, with nothing that begins a formula; `html`, a page to read and print that is
            whole in itself; `json` for programs, the fields of `Told`.
        width: of the table's lines, in characters; the terminal's where not given.

    Raises:
        UsageError: there is no such form.
    """
    if form not in FORMS:
        raise UsageError(f"There is no form {form!r}. There are: {', '.join(FORMS)}.")
    if form == "table":
        from kg.precedents.text import lines

        return "".join(f"{line}\n" for line in lines(told, width or _terminal()))
    return _WRITERS[form](told)


def _terminal() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def _page(told: Told) -> str:
    from kg.precedents.page import page

    return page(told)


def _json(told: Told) -> str:
    import json

    return json.dumps(asdict(told), indent=1, ensure_ascii=False) + "\n"


def _csv(told: Told) -> str:
    """Write rows as `kg query` does: RFC 4180 with Unix line ends, and no cell that begins a formula."""
    import pyoxigraph as ox

    from kg.query.cells import harmless, quoted

    rows: list[tuple[Cell, ...]] = [HEADINGS]
    rows += [row for part in told.parts for reply in part.replies for row in _rows(part, reply)]
    return "".join(f"{','.join(quoted(harmless(ox.Literal(cell))) for cell in row)}\n" for row in rows)


def _rows(part: Part, reply: Reply) -> Iterator[tuple[Cell, ...]]:
    asked = _asked(part, reply)
    for rank, group in enumerate(reply.groups, 1):
        for one in group.precedents:
            yield (*asked, rank, *_group(group), *_earlier(one))
    if not reply.groups:
        yield (*asked, *[""] * (len(HEADINGS) - len(asked)))


def _asked(part: Part, reply: Reply) -> tuple[Cell, ...]:
    asked = reply.asked
    return (
        part.title,
        asked.number,
        asked.text,
        asked.wording,
        "; ".join(theme.label for theme in asked.themes),
        _basis(asked),
        words.agency_list(asked.agencies),
        {"found": "found", "none": "none found", "no-theme": "no theme recognised"}[reply.state],
        reply.any_theme.recommendations,
        reply.any_theme.reviews,
    )


def _basis(asked: Asked) -> str:
    told = {"accepted": "an editor", "proposed": "software, not yet checked", "given": "you"}
    return "; ".join(told[basis] for basis in dict.fromkeys(theme.basis for theme in asked.themes))


def _group(group: Group) -> tuple[Cell, ...]:
    return (
        round(group.overlap, 4),
        "; ".join(label for label, _ in group.themes),
        "; ".join(group.more),
        "; ".join(group.agencies),
        "; ".join(group.groups),
        "; ".join(group.others),
        group.recommendations,
        group.reviews,
    )


def _earlier(one: Precedent) -> tuple[Cell, ...]:
    return (
        one.statement.text,
        one.statement.wording,
        one.review.title,
        one.review.year or "",
        one.source.title,
        one.source.issued or "",
        one.timing,
        "yes" if one.whom == Whom.ASKED else "no",
        round(one.words, 4),
        f"statement:{one.statement.id}",
        f"review:{one.review.id}",
    )


_WRITERS: Final[Mapping[str, Callable[[Told], str]]] = MappingProxyType(
    {"csv": _csv, "html": _page, "json": _json}
)
