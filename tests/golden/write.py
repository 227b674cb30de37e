"""Write the golden files anew: the exported graph, the named questions' answers.

`make golden` runs it. Read the difference before you commit it: it is what partners will see.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg import graph, query, records, release, store
from kg.build.derive import derived_lines
from kg.resources import shipped

if TYPE_CHECKING:
    import pyoxigraph as ox

HERE = Path(__file__).resolve().parent


def seed_store() -> ox.Store:
    """Return the graph of the shipped records."""
    kept = store.load(graph.record_lines(records.read(shipped("data"))), shipped("ontology"))
    store.extend(kept, derived_lines(kept))
    return kept


def write(folder: Path, kept: ox.Store) -> list[Path]:
    """Write every golden file below a folder, and return them all."""
    (folder / "queries").mkdir(parents=True, exist_ok=True)
    turtle = folder / "graph.ttl"
    release.export(kept, turtle)
    written = [turtle]
    for name, question in query.questions(shipped("queries")).items():
        path = folder / "queries" / f"{name}.csv"
        path.write_text(query.render(query.ask(kept, question, {}), "csv"), encoding="utf-8", newline="\n")
        written.append(path)
    return written


if __name__ == "__main__":
    write(HERE, seed_store())
