"""Networks as files: each reopened by its own reader, and the same bytes whatever the hash seed."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg import catalogue, network, site
from kg.errors import NotFoundError, ParameterError, UsageError
from kg.network.files import GEXF, files

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "=1+1\"</title><script>a()</script>&amp;'"


def flat(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: "; ".join(value) if isinstance(value, tuple) else value for key, value in attributes.items()}


def content(graph: nx.Graph[str]) -> tuple[dict[str, Any], dict[frozenset[str], Any]]:
    """The nodes and lines of a network, several parts joined."""
    lines = {frozenset(pair): flat(line) for *pair, line in graph.edges(data=True)}
    return {name: flat(node) for name, node in graph.nodes(data=True)}, lines


@pytest.fixture(params=["themes", "reviews", "agencies", "reviews_themes", "empty"])
def graph(request: pytest.FixtureRequest, small_store: ox.Store) -> nx.Graph[str]:
    if request.param == "empty":
        return nx.Graph(kind="themes")
    made: nx.Graph[str] = getattr(network, request.param)(small_store)
    if "a" in made:
        made.nodes["a"]["label"] = HOSTILE
    return made


def test_graphml_is_read_by_networkx(graph: nx.Graph[str], tmp_path: Path) -> None:
    path = tmp_path / "x.graphml"
    path.write_text(files(graph, path.name)[path.name], encoding="utf-8")
    read = nx.read_graphml(path)
    assert content(read) == content(graph)
    kept = {key: value for key, value in read.graph.items() if not key.endswith("_default")}
    assert {**graph.graph, "caution": kept["caution"]} == kept
    assert "neither a trend" in kept["caution"]


def test_gexf_is_read_by_networkx(graph: nx.Graph[str], tmp_path: Path) -> None:
    path = tmp_path / "x.gexf"
    path.write_text(files(graph, path.name)[path.name], encoding="utf-8")
    read = nx.read_gexf(path)
    for *_, line in read.edges(data=True):
        del line["id"]
    assert content(read) == content(graph)


def test_gexf_is_built_as_gephi_reads_it(small_store: ox.Store) -> None:
    """The parts of the schema of GEXF 1.3 that are used: names, order, required attributes, their types."""
    graph = network.themes(small_store)
    root = ET.fromstring(files(graph, "x.gexf")["x.gexf"])  # noqa: S314 - our own
    assert (root.tag, root.get("version")) == (f"{{{GEXF}}}gexf", "1.3")
    meta, inner = root
    assert (meta.tag, inner.tag) == (f"{{{GEXF}}}meta", f"{{{GEXF}}}graph")
    assert meta.attrib == {}  # no date: the same bytes every day
    assert [part.tag.partition("}")[2] for part in meta] == ["creator", "description"]
    assert inner.attrib == {"mode": "static", "defaultedgetype": "undirected", "idtype": "string"}
    assert [part.tag.partition("}")[2] for part in inner] == ["attributes", "attributes", "nodes", "edges"]
    node_keys, edge_keys, nodes, edges = inner
    assert (node_keys.get("class"), edge_keys.get("class")) == ("node", "edge")
    for keys, those in ((node_keys, nodes), (edge_keys, edges)):
        types = {key.get("id"): key.get("type") for key in keys}
        assert set(types.values()) <= {"integer", "double", "boolean", "string"}
        for one in those:
            values = {value.get("for"): value.get("value") or "" for value in one[0]}
            assert set(values) == set(types)
            for key, value in values.items():
                {"integer": int, "double": float, "boolean": ["true", "false"].index, "string": str}[
                    str(types[key])
                ](value)
    known = {node.get("id") for node in nodes}
    assert all(node.get("label") for node in nodes)
    assert all({edge.get("source"), edge.get("target")} <= known for edge in edges)
    assert all(float(str(edge.get("weight"))) > 0 for edge in edges)
    assert len({edge.get("id") for edge in edges}) == len(edges) == graph.number_of_edges()


def test_json_is_read_by_networkx(graph: nx.Graph[str]) -> None:
    data = json.loads(files(graph, "x.json")["x.json"])
    read = nx.node_link_graph(data, edges="edges")
    for part in (*read.nodes.values(), *(line for *_, line in read.edges(data=True))):
        part.update({key: tuple(value) for key, value in part.items() if isinstance(value, list)})
    assert content(read) == content(graph)
    assert read.graph["kind"] == graph.graph["kind"]


def test_csv_has_lines_and_nodes_in_a_file_each(graph: nx.Graph[str]) -> None:
    made = files(graph, "a.b.csv")
    assert list(made) == ["a.b.csv", "a.b-nodes.csv"]
    lines, nodes = (list(csv.DictReader(io.StringIO(text))) for text in made.values())
    assert {frozenset((line["source"], line["target"])) for line in lines} == set(content(graph)[1])
    assert [node["id"] for node in nodes] == sorted(graph)
    for line in lines:
        given = graph.edges[line["source"], line["target"]]
        assert line["evidence" if "evidence" in given else "themes"] == "; ".join(
            given["evidence" if "evidence" in given else "themes"]
        )
    for text in made.values():
        assert "\r" not in text
        assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith("=")]


@pytest.mark.parametrize("what", ["themes", "reviews", "agencies"])
def test_svg_is_a_still_picture_with_a_title_for_all(small_store: ox.Store, what: str) -> None:
    graph = site.network(small_store, what)
    first = next(iter(graph))
    graph.nodes[first]["label"] = HOSTILE
    root = ET.fromstring(site.network_files(small_store, graph, "x.svg")["x.svg"])  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    tags = {element.tag for element in root.iter()}
    assert tags <= {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text", "tspan", "g", "line")}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    named = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    for name, node in graph.nodes(data=True):
        assert str(named[name].findtext(f"{SVG}title")).startswith(node["label"])
        drawn = "".join(part.text or "" for part in named[name].iter(f"{SVG}tspan"))
        assert drawn.replace(" ", "") == node["label"].replace(" ", "")
    assert len(list(named["lines"])) == graph.number_of_edges()
    assert all(line.findtext(f"{SVG}title") for line in named["lines"])
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    shift = [float(number) for number in str(root.findall(f"{SVG}g")[-1].get("transform"))[10:-1].split()]
    for box in named["nodes"].iter(f"{SVG}rect"):
        left, top = float(box.attrib["x"]) + shift[0], float(box.attrib["y"]) + shift[1]
        assert left >= 0
        assert left + float(box.attrib["width"]) <= width
        assert top > 60
        assert top + float(box.attrib["height"]) <= height
    assert "neither a trend" in str(root.findtext(f"{SVG}desc"))


@pytest.mark.parametrize("what", ["reviews", "agencies"])
def test_pages_of_the_other_networks_say_what_they_show(small_store: ox.Store, what: str) -> None:
    graph = site.network(small_store, what, "all")
    content = site.network_files(small_store, graph, "x.html")["x.html"]
    assert {"reviews": "Which reviews are alike", "agencies": "spoken of together"}[what] in content
    assert "too few reviews to tell from chance" in content
    short = {name: one.short for name, one in catalogue.read(small_store).reviews.items()}
    for name, node in graph.nodes.items():
        assert f">{short.get(name, node['label'])}</a></th>" in content


def test_a_view_is_named_after_its_middle(small_store: ox.Store) -> None:
    view = site.near(small_store, site.network(small_store, "themes"), "theme D")
    assert set(view) == {"a", "d"}
    for ending in ("html", "svg"):
        written = site.network_files(small_store, view, f"x.{ending}")[f"x.{ending}"]
        assert "Which themes come up together: around Theme d" in written


def test_what_cannot_be_drawn_says_why(small_store: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = site.network(small_store, "themes")
    with pytest.raises(ParameterError, match=r"theme:d \(Theme d\)"):
        site.near(small_store, graph, "theme dd")
    with pytest.raises(NotFoundError, match="g is not in this network"):
        site.near(small_store, graph, "theme g")
    with pytest.raises(UsageError, match=r"\.gexf"):
        site.network_files(small_store, graph, "x.png")
    with pytest.raises(UsageError, match="themes, reviews, agencies"):
        site.network(small_store, "roles")
    monkeypatch.setattr("kg.site.networks.MOST_DRAWN", 4)
    for ending in ("html", "svg"):
        with pytest.raises(UsageError, match="5 themes are too many"):
            site.network_files(small_store, graph, f"x.{ending}")


SCRIPT = """
import sys, pyoxigraph as ox
from pathlib import Path
from kg import catalogue, site
store = ox.Store(); store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.TRIG)
for what in site.NETWORKS:
    for ending in site.ENDINGS:
        for name, text in site.network_files(store, site.network(store, what, "all"), what + ending).items():
            Path(sys.argv[2], name).write_text(text, encoding="utf-8")
"""


def test_files_are_the_same_bytes_whatever_the_hash_seed(root: Path, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"UTC+{seed}"}
        small = root / "tests" / "network" / "small.trig"
        subprocess.run([sys.executable, "-c", SCRIPT, small, folder], check=True, env=environment)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) == 3 * 7
