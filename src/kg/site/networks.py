"""A network as a file of any kind, for whoever asks for one by itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg import catalogue, pages
from kg import network as networks
from kg.errors import UsageError
from kg.iris import local_name
from kg.network import files, things

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.pages import Look

NETWORKS: Final[Mapping[str, Callable[[Store, str], nx.Graph[str]]]] = MappingProxyType(
    {"themes": networks.themes, "reviews": networks.reviews, "agencies": networks.agencies}
)
"""The networks that can be drawn, by name."""

ENDINGS: Final = (".html", ".svg", *files.ENDINGS)
"""The endings of names that a network can be written to."""

MOST_DRAWN: Final = 300
"""Nodes that a picture may have; more cannot be read, nor placed in good time."""


def network(store: Store, what: str, lines: str = "strongest") -> nx.Graph[str]:
    """Return a network of a store.

    Args:
        store: of a build.
        what: one of `NETWORKS`.
        lines: `all`, `strongest` or `same-statement`.

    Raises:
        UsageError: there is no such network, or no such lines in it.
    """
    if what not in NETWORKS:
        raise UsageError(f"There is no network of {what!r}. There are: {', '.join(NETWORKS)}.")
    return NETWORKS[what](store, lines)


def near(store: Store, graph: nx.Graph[str], name: str, steps: int = 1) -> nx.Graph[str]:
    """Return what is near the theme, review or agency that a name means.

    Raises:
        ParameterError: the name means nothing, or several things.
        NotFoundError: what it means is not in the network.
    """
    node = things.find(store, things.KINDS[graph.graph["kind"]], name, "--around")
    return networks.around(graph, local_name(node.value), steps)


def check_ending(name: str) -> None:
    """See that a network can be written to a file of some name.

    Raises:
        UsageError: its ending names no format.

    Example:
        >>> check_ending("themes.svg")
    """
    if not name.endswith(ENDINGS):
        raise UsageError(f"{name} names no format: end it with one of {' '.join(ENDINGS)}")


def network_files(store: Store, graph: nx.Graph[str], name: str, look: Look | None = None) -> dict[str, str]:
    """Return what to write for a network: content by file name; CSV has a second file with the nodes.

    Args:
        store: that the network was made of.
        graph: as `network` makes it.
        name: of the file; its ending names the format, one of `ENDINGS`.
        look: how a page is made.

    Raises:
        UsageError: the ending names no format, or there are too many nodes for a picture.
    """
    check_ending(name)
    if name.endswith(files.ENDINGS):
        return files.files(graph, name)
    if len(graph) > MOST_DRAWN:
        raise UsageError(
            f"{len(graph)} {graph.graph['kind']} are too many for a picture to be read: choose one and what "
            "is near it by --around NAME, or write .gexf for Gephi or .graphml for Cytoscape."
        )
    if name.endswith(".svg"):
        return {name: pages.network_svg(graph)}
    return {name: pages.explorer_page(graph, catalogue.read(store), look)}
