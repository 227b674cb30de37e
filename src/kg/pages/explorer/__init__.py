"""The page of a network that people explore: one node first, the whole map, tables, reviews side by side.

One file that works from disk. `data` is what its script reads; the script, in `templates/explorer/`, draws
every view from the address after '#'. Without scripts the map and the tables can be read, and links work.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from kg.network import place
from kg.network.labels import LINE_HEIGHT, TAB, box
from kg.network.lines import ranked
from kg.pages import vis
from kg.pages.explorer.data import page_data
from kg.pages.picture import NAME, boxes, extent_of, group_names, groups_of, lines, thinness
from kg.pages.render import MENU, asset, page
from kg.pages.words import LINES, MODES, WORDS, cite, drawn, heading, period, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.catalogue import Catalogue
    from kg.network.layout import Place
    from kg.pages.picture import Group

Json = dict[str, Any]

RENDERERS: Final = ("svg", "pyvis")
"""What may draw the whole map: SVG of our own, or the vis-network that pyvis brings."""

SCRIPTS: Final = (
    "scripts/base",
    "scripts/tray",
    "scripts/seek",
    "explorer/data",
    "explorer/state",
    "explorer/evidence",
    "explorer/why",
    "explorer/one",
    "explorer/map",
    "scripts/table",
    "explorer/compare",
    "explorer/search",
    "explorer/save",
)
"""The page's scripts, in order; with pyvis `explorer/vis` draws the map, and `explorer/main` is the last."""
FACETS: Final = (
    ("band", "Age band"),
    ("outcome", "What happened"),
    ("type", "Type of review"),
    ("agency", "Agency asked or spoken of"),
    ("year", "Year of the event"),
)
VIEWS: Final = (
    ("map", "Whole map"),
    ("table", "Table"),
    ("compare", "Compare reviews"),
    ("about", "About"),
)
FONT: Final = 14.0
"""Size of the font in which the page's script draws boxes, in the picture's units."""
LARGEST: Final = 1.1
"""How many CSS pixels a unit of the picture may be before one zooms in."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a network's page is made.

    Attributes:
        renderer: what draws the whole map, one of `RENDERERS`.
        lines: which lines the whole map opens with: `same`, `strongest` or `all`.
        in_site: the pages of the site stand beside it, and are linked to.
    """

    renderer: str = "svg"
    lines: str = "strongest"
    in_site: bool = False


def explorer_page(graph: nx.Graph[str], catalogue: Catalogue, look: Look | None = None) -> str:
    """Return the page of a network, whole in one file.

    Args:
        graph: of themes, reviews or agencies, as `kg.network` makes it; the page can show the lines it has.
        catalogue: of the same store.
        look: how the page is made.
    """
    look = look or Look()
    graph = _named(graph, catalogue)
    groups = groups_of(graph)
    return page(
        "explorer.html",
        scripts=_scripts(look),
        styles=["style.css", "explorer.css"],
        sources=sources(catalogue),
        menu=MENU,
        current=f"network-{graph.graph['kind']}",
        in_site=look.in_site,
        groups=groups,
        counts=_counts(catalogue),
        period=period(catalogue),
        facets=FACETS,
        mode_notes=MODES,
        homes=f"{graph.graph['kind']}/" if look.in_site else "#",
        renderer=look.renderer,
        tab=TAB,
        name_size=NAME,
        **_told(graph),
        **_drawing(graph, catalogue, groups, look),
    )


def _scripts(look: Look) -> list[str]:
    """Return the sources of a page's scripts, in order."""
    if look.renderer != "pyvis":
        return [asset(f"{name}.js") for name in (*SCRIPTS, "explorer/main")]
    library = (files("pyvis") / vis.LIBRARY).read_text("utf-8")
    return [library, *(asset(f"{name}.js") for name in (*SCRIPTS, "explorer/vis", "explorer/main"))]


def _told(graph: nx.Graph[str]) -> Json:
    """Return what a page says of a network in words and tables."""
    words = WORDS[graph.graph["kind"]]
    strongest = [pair for pair in ranked(graph) if graph.edges[pair]["strongest"]]
    return {
        "heading": heading(graph),
        "words": words,
        "chance": graph.graph["chance"],
        "drawn": drawn(graph, "strongest"),
        "views": [("one", f"One {words.one}"), *VIEWS],
        "lines_modes": LINES[graph.graph["kind"]],
        "nodes": sorted((node | {"id": name} for name, node in graph.nodes(data=True)), key=_rank),
        "lines": [_row(graph, pair) for pair in strongest],
    }


def _drawing(graph: nx.Graph[str], catalogue: Catalogue, groups: Mapping[str, Group], look: Look) -> Json:
    """Return the picture that a page has in it, and the data that its scripts draw and answer from."""
    places = place(graph)
    by_script = vis.picture(graph, places, groups) if look.renderer == "pyvis" else None
    return {
        "picture": _picture(graph, places, groups) if look.renderer == "svg" else None,
        "data": _data(graph, catalogue, groups)
        | {"site": look.in_site, "mode": look.lines, "picture": by_script},
    }


def _named(graph: nx.Graph[str], catalogue: Catalogue) -> nx.Graph[str]:
    """Return a network whose reviews have their short names, where readers of a page know no alias."""
    if graph.graph["kind"] != "reviews":
        return graph
    named: nx.Graph[str] = graph.copy()
    for own, node in named.nodes(data=True):
        node["label"] = catalogue.reviews[own].short
    return named


def _rank(node: Mapping[str, Any]) -> tuple[int, int, str]:
    return (-node["size"], -node["statements"], node["label"])


def _counts(catalogue: Catalogue) -> dict[str, int]:
    kinds = [one.kind for one in catalogue.points]
    return {
        "reviews": len(catalogue.reviews),
        "findings": kinds.count("finding"),
        "recommendations": kinds.count("recommendation"),
    }


def _row(graph: nx.Graph[str], pair: tuple[str, str]) -> Json:
    keys = [key for _, key in WORDS[graph.graph["kind"]].line_columns]
    return {
        "id": "~".join(pair),
        "from": graph.nodes[pair[0]]["label"],
        "to": graph.nodes[pair[1]]["label"],
        "figures": [graph.edges[pair][key] for key in keys],
    }


def _picture(graph: nx.Graph[str], places: Mapping[str, Place], groups: Mapping[str, Group]) -> Json:
    extent = extent_of(places)
    strongest = [pair for pair in ranked(graph) if graph.edges[pair]["strongest"]]
    return {
        "x": round(extent["x"] - extent["width"] / 2, 1),
        "y": round(extent["y"] - extent["height"] / 2, 1),
        "width": extent["width"],
        "height": extent["height"],
        "shown": {side: round(extent[side] * LARGEST, 1) for side in ("width", "height")},
        "nodes": list(boxes(graph, places, groups)),
        "lines": list(lines(graph, places, strongest)),
        "names": group_names(graph, places, groups),
    }


def _data(graph: nx.Graph[str], catalogue: Catalogue, groups: Mapping[str, Group]) -> Json:
    data = page_data(graph, catalogue)
    for node in data["nodes"]:
        small = box(node["label"], FONT)
        node["box"] = {"lines": small.lines, "width": small.width}
    words = WORDS[graph.graph["kind"]]
    return data | {
        "groups": groups,
        "thin": round(thinness(graph), 3),
        "lineHeight": LINE_HEIGHT,
        "cite": cite(catalogue),
        "words": {"one": words.one, "many": words.many, **words.page},
    }
