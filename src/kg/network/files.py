"""Networks as files for other programs: GraphML, GEXF, JSON and CSV, the same bytes for the same network.

GraphML (http://graphml.graphdrawing.org) opens in Cytoscape, yEd and NetworkX; GEXF 1.3 (https://gexf.net)
in Gephi; JSON is NetworkX's node-link form, which `networkx.node_link_graph` reads and D3 draws; CSV is a
list of lines, with the nodes in a second file beside it, as Gephi and spreadsheets take them. Values with
several parts (`evidence`, `themes`, `agencies`) are lists in JSON, and joined by "; " elsewhere.
"""

from __future__ import annotations

import csv
import io
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from xml.etree.ElementTree import Element

    import networkx as nx

    Attributes = Mapping[str, Any]

CAUTION: Final = (
    "Counts are of findings and recommendations in published summaries: "
    "they show neither a trend nor how often things happen."
)
CREATOR: Final = "kg, case review knowledge graph"
GEXF: Final = "http://gexf.net/1.3"
NODES: Final = "-nodes"
"""What the name of the file of nodes adds to that of the lines, before `.csv`."""

_TYPES: Final = {bool: "boolean", int: "integer", float: "double", str: "string"}


def files(graph: nx.Graph[str], name: str) -> dict[str, str]:
    """Return what to write for a network: content by file name, the one asked for first.

    Args:
        graph: as the functions of `kg.network` make it.
        name: of the file, with one of the endings of `ENDINGS`.

    Example:
        >>> import networkx as nx
        >>> list(files(nx.Graph(), "themes.csv"))
        ['themes.csv', 'themes-nodes.csv']
    """
    stem, dot, ending = name.rpartition(".")
    if ending == "csv":
        return {name: _csv_lines(graph), f"{stem}{NODES}{dot}{ending}": _csv_nodes(graph)}
    return {name: _WRITERS[f".{ending}"](graph)}


def lines_of(graph: nx.Graph[str]) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the lines as (first, second, attributes), ends and lines in order of name."""
    pairs = sorted((min(pair), max(pair)) for pair in graph.edges)
    return [(first, second, graph.edges[first, second]) for first, second in pairs]


def _nodes_of(graph: nx.Graph[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, graph.nodes[name]) for name in sorted(graph)]


def _flat(attributes: Attributes) -> dict[str, Any]:
    """Return attributes with their several parts joined."""
    return {key: "; ".join(value) if isinstance(value, tuple) else value for key, value in attributes.items()}


def _graphml(graph: nx.Graph[str]) -> str:
    import networkx as nx

    flat: nx.Graph[str] = nx.Graph(**graph.graph, caution=CAUTION)
    flat.add_nodes_from((name, _flat(node)) for name, node in _nodes_of(graph))
    flat.add_edges_from((first, second, _flat(line)) for first, second, line in lines_of(graph))
    written = "\n".join(nx.generate_graphml(flat))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _json(graph: nx.Graph[str]) -> str:
    """Write NetworkX's node-link form; an `id` or an end would be taken from an attribute of that name."""
    whole = {
        "directed": False,
        "multigraph": False,
        "graph": {**graph.graph, "caution": CAUTION},
        "nodes": [{**node, "id": name} for name, node in _nodes_of(graph)],
        "edges": [{**line, "source": first, "target": second} for first, second, line in lines_of(graph)],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _gexf(graph: nx.Graph[str]) -> str:
    """Write GEXF 1.3 (https://gexf.net/schema.html), without the date that NetworkX's writer puts in."""
    from xml.etree import ElementTree as ET

    root = ET.Element("gexf", xmlns=GEXF, version="1.3")
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = CREATOR
    said = [CAUTION, *(graph.graph[key] for key in ("chance", "communities_note") if key in graph.graph)]
    ET.SubElement(meta, "description").text = " ".join(said)
    inner = ET.SubElement(root, "graph", mode="static", defaultedgetype="undirected", idtype="string")
    nodes = [(name, _flat(node)) for name, node in _nodes_of(graph)]
    lines = [(first, second, _flat(line)) for first, second, line in lines_of(graph)]
    node_ids = _gexf_attributes(inner, "node", (node for _, node in nodes), {"label"})
    line_ids = _gexf_attributes(inner, "edge", (line for *_, line in lines), {"weight"})
    within = ET.SubElement(inner, "nodes")
    for name, node in nodes:
        made = ET.SubElement(within, "node", id=name, label=str(node.get("label", name)))
        _gexf_values(made, node, node_ids)
    within = ET.SubElement(inner, "edges")
    for number, (first, second, line) in enumerate(lines):
        ends = {"id": str(number), "source": first, "target": second, "weight": str(line.get("weight", 1.0))}
        _gexf_values(ET.SubElement(within, "edge", ends), line, line_ids)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _gexf_attributes(
    parent: Element, of: str, those: Iterable[Attributes], apart: set[str]
) -> dict[str, str]:
    """Declare the attributes of nodes or lines with their types; return the id of each."""
    from xml.etree import ElementTree as ET

    declared = ET.SubElement(parent, "attributes", {"class": of, "mode": "static"})
    ids: dict[str, str] = {}
    for attributes in those:
        for key, value in attributes.items():
            if key not in ids and key not in apart:
                ids[key] = f"{of[0]}{len(ids)}"
                ET.SubElement(declared, "attribute", id=ids[key], title=key, type=_TYPES[type(value)])
    return ids


def _gexf_values(parent: Element, attributes: Attributes, ids: Mapping[str, str]) -> None:
    from xml.etree import ElementTree as ET

    values = ET.SubElement(parent, "attvalues")
    for key, value in attributes.items():
        if key in ids:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(values, "attvalue", {"for": ids[key], "value": text})


def _csv_lines(graph: nx.Graph[str]) -> str:
    labels = {name: node.get("label", name) for name, node in graph.nodes(data=True)}
    return _csv(
        ("source", "target", "source_label", "target_label"),
        (
            {
                "source": first,
                "target": second,
                "source_label": labels[first],
                "target_label": labels[second],
                **_flat(line),
            }
            for first, second, line in lines_of(graph)
        ),
    )


def _csv_nodes(graph: nx.Graph[str]) -> str:
    return _csv(("id", "label"), ({"id": name, **_flat(node)} for name, node in _nodes_of(graph)))


def _csv(first: tuple[str, ...], found: Iterable[Attributes]) -> str:
    """Write rows as `kg query --format csv` does: Unix line ends, and no cell that begins a formula."""
    rows = [{key: _cell(value) for key, value in row.items()} for row in found]
    columns = list(dict.fromkeys([*first, *(key for row in rows for key in row)]))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    import pyoxigraph as ox

    from kg.query.cells import harmless

    if isinstance(value, bool):
        return str(value).lower()
    return harmless(ox.Literal(value)) if isinstance(value, str) else value


_WRITERS: Final[Mapping[str, Callable[[nx.Graph[str]], str]]] = MappingProxyType(
    {".graphml": _graphml, ".gexf": _gexf, ".json": _json}
)
ENDINGS: Final = (*_WRITERS, ".csv")
"""The endings of names that `files` knows."""
