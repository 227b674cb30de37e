"""Writes a planned site into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.files import write_text
from kg.site.plan import plan

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store


def write(store: Store, folder: Path, *, sync: bool = True) -> list[Path]:
    """Write the site of a store into a folder, which is made where there is none.

    Args:
        store: of a build.
        folder: where the site is to stand; files of other names are left alone.
        sync: make each file durable at once; without it, `kg.files.sync_tree` must follow.

    Returns:
        The files written, in order of name, all as UTF-8 with Unix line ends.

    Raises:
        BuildError: a file cannot be written; what stood there is untouched.
    """
    written = dict(plan(store))
    for name in sorted(written):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, written[name], sync=sync)
    return [folder / name for name in sorted(written)]
