"""Whether the whole graph holds: rules between things (`checks`) and what each thing looks like (`shapes`).

Rules are SPARQL that expects no rows and runs on pyoxigraph; shapes are SHACL Core and run on rdflib. That
split is about 600 times faster than rules inside shapes. Shapes are for what was written down: what a build
computes, a graph `derived.*`, is held by rules, and by shapes in the tests (docs/decisions/0009). The
thousands of expressions of the graph `wording` are held by rules alone (docs/decisions/0016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.iris import DERIVED_GRAPHS, WORDING_GRAPH
from kg.validate import checks, shapes
from kg.validate.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox

    from kg.errors import Problem

__all__ = ["Place", "problems"]


def problems(store: ox.Store, ontology: Path, locate: Callable[[str], Place]) -> list[Problem]:
    """Return all that is wrong with a graph, each with the place it was written down.

    Args:
        store: the graph; it is only read.
        ontology: the folder with `checks/` and `shapes.ttl`.
        locate: from the IRI of a thing to the file, line and record that say it.

    Raises:
        ProblemsFound: a check or the shapes cannot be read; each problem has its file and line.
    """
    rules = checks.read(ontology / "checks")
    form = shapes.read(ontology / "shapes.ttl")
    apart = (f"<{DERIVED_GRAPHS}", f"<{WORDING_GRAPH}>")
    written = (quad for quad in store if not str(quad.graph_name).startswith(apart))
    found = [*checks.problems(store, rules, locate), *shapes.problems(written, form, locate)]
    return list(dict.fromkeys(found))
