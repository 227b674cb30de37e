"""A knowledge graph of published child-safeguarding case reviews.

Example:
    >>> import kg
    >>> rows = kg.ask("theme-reviews", theme="safer sleep")  # doctest: +SKIP
    >>> graph = kg.open()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Dataset

    from kg.build.manifest import Build

__all__ = ["ask", "open"]


def open(build: str | Path | None = None) -> Dataset:  # noqa: A001 - kg.open() is what people will type
    """Open a build as an rdflib `Dataset` whose default graph is the union of all its graphs; read only.

    Args:
        build: a folder that `kg build` made; `./build` by default, else the shipped records' own.

    Raises:
        NotFoundError: there is no build there.
        BuildError: the build is damaged.
    """
    from kg.store import dataset

    return dataset(_find(build).store)


def ask(
    name: str, /, *, build: str | Path | None = None, **parameters: str | list[str]
) -> list[dict[str, Any]]:
    """Return the answer to a named question: a dictionary for each row, by column.

    Args:
        name: as `kg query` lists it.
        build: a folder that `kg build` made; `./build` by default, else the shipped records' own.
        parameters: what the question asks for; several values mean any of them.

    Returns:
        Rows in the question's order; IRIs and texts as `str`, whole numbers as `int`, absent values as None.

    Raises:
        NotFoundError: no such question, or no build.
        ParameterError: no such parameter or value; the message names the nearest.
    """
    from kg import query, resources
    from kg.store import open_read_only

    question = query.question(resources.shipped("queries"), name)
    return query.ask(open_read_only(_find(build).store), question, parameters).dictionaries()


def _find(build: str | Path | None) -> Build:
    from pathlib import Path

    from kg.build.find import find_build

    return find_build(Path(build) if build is not None else None, lambda _: None)
