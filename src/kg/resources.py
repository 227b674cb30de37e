"""Finds the folders that ship with the package, after any kind of install.

A wheel carries `ontology/`, `data/` and `queries/` inside the package; an editable install reads them from
the checkout's root.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from kg.errors import NotFoundError

Shipped = Literal["ontology", "data", "queries"]


def shipped(name: Shipped) -> Path:
    """Return the folder `name` that this install ships.

    Raises:
        NotFoundError: the install is incomplete.

    Example:
        >>> (shipped("ontology") / "themes.ttl").is_file()
        True
    """
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise NotFoundError(f"The folder {name}/ that ships with kg is missing: install the package again.")


def data_folder(given: Path | None = None, where: Path | None = None) -> Path:
    """Return the records to read: the folder given, else `./data` where there is one, else what is shipped.

    Args:
        given: a folder that the user named.
        where: the working folder; the current one by default.

    Raises:
        NotFoundError: the folder given does not exist.
    """
    if given is not None:
        if not given.is_dir():
            raise NotFoundError(f"There is no folder {given}: name one that holds sources/ and reviews/.")
        return given
    local = (where or Path.cwd()) / "data"
    return local if (local / "reviews").is_dir() else shipped("data")
