"""What a picture of a network says of itself: the words that differ between themes, reviews and agencies."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kg.english import counted
from kg.pages.dates import when

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.catalogue import Catalogue

Attributes = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """The words for one kind of network.

    Attributes:
        one: a node, in the singular.
        many: nodes, in the plural.
        heading: of the page.
        lead: what boxes and lines are.
        caption: of the table of nodes.
        columns: of the table of nodes: heading and attribute; whole numbers all.
        line_columns: of the table of lines, likewise.
        thick: what a thicker line means.
        bigger: what a bigger box means.
        page: what the script of the network's page says, by name.
    """

    one: str
    many: str
    heading: str
    lead: str
    caption: str
    columns: tuple[tuple[str, str], ...]
    line_columns: tuple[tuple[str, str], ...]
    thick: str
    bigger: str
    page: Mapping[str, str | tuple[str, str]]


FINDINGS: Final = ("Find\u00adings", "findings")
RECOMMENDATIONS: Final = ("Recom\u00admen\u00addations", "recommendations")
SHARED_REVIEWS: Final = (("Shared reviews", "shared"), ("Same state\u00adment", "same_statement"))

WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "themes": Words(
            "theme",
            "themes",
            "Which themes come up together",
            "Each box is a theme that findings or recommendations are about, and a line joins two themes "
            "that come up in the same review. A bigger box means more reviews; a solid line means that one "
            "finding or recommendation is about both themes.",
            "Themes of findings and recommendations, the most reviews first",
            (("Reviews", "reviews"), FINDINGS, RECOMMENDATIONS),
            SHARED_REVIEWS,
            "Thicker: more reviews share both",
            "more reviews raise it",
            {
                "ranking": "Most common themes",
                "back": "Back to the most common themes",
                "counted": "Only findings and recommendations count.",
                "share": ("raises both", "raise both"),
                "found": "What reviews found about it.",
                "recommended": "What they asked for.",
                "asked": "Whom recommendations about it name as having to act.",
            },
        ),
        "reviews": Words(
            "review",
            "reviews",
            "Which reviews are alike",
            "Each box is a review, and a line joins two reviews whose findings or recommendations share "
            "themes that few others raise. A bigger box means more themes.",
            "Reviews, those with the most themes first",
            (("Themes", "themes"), FINDINGS, RECOMMENDATIONS),
            (("Shared themes", "shared"), ("Likeness, 0 to 1", "score")),
            "Thicker: more themes shared",
            "more themes in its summary",
            {
                "ranking": "Reviews with the most themes",
                "back": "Back to the reviews",
                "counted": "Only findings and recommendations count.",
                "share": ("is raised by both", "are raised by both"),
                "found": "What this review found, as its summary gives it.",
                "recommended": "What it asked for.",
                "asked": "Whom its recommendations name as having to act.",
            },
        ),
        "agencies": Words(
            "agency",
            "agencies",
            "Which agencies are spoken of together",
            "Each box is an agency that findings or recommendations address, or whose service they are "
            "about, and a line joins two that come up in the same review. A bigger box means more reviews; "
            "a solid line means that one finding or recommendation is about both.",
            "Agencies of findings and recommendations, the most reviews first",
            (("Reviews", "reviews"), FINDINGS, RECOMMENDATIONS),
            SHARED_REVIEWS,
            "Thicker: more reviews share both",
            "more reviews speak of it",
            {
                "ranking": "Agencies most often spoken of",
                "back": "Back to the agencies",
                "counted": "A name that is only mentioned is not counted.",
                "share": ("speaks of both", "speak of both"),
                "found": "Findings that address it or are about its service.",
                "recommended": "Recommendations that ask it to act, or are about its service.",
                "asked": "What these statements are about.",
            },
        ),
    }
)
"""The words by the `kind` of a network."""


_ALL: Final = ("all", "All shared reviews")
LINES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "themes": (("same", "Same statement"), ("strongest", "Strongest links"), _ALL),
        "reviews": (("strongest", "Strongest links"), ("all", "All alike")),
        "agencies": (("same", "Same statement"), ("strongest", "Strongest links"), _ALL),
    }
)
"""Which lines a page can show, by kind of network: the value in its address, and its words."""

MODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "same": "One finding or recommendation is about both; its words are one choice away.",
        "strongest": "The two strongest lines of each box, and those that join the whole picture.",
        "all": "Every pair that shares something: many lines, of which few say much.",
    }
)


def period(catalogue: Catalogue) -> str:
    """Say when the sources were added to their collection: one date, or the first and the last year.

    Example:
        >>> from kg.catalogue import Catalogue
        >>> period(Catalogue({}, {}, {}, {}, {}))
        ''
    """
    dates = sorted({source.issued for source in catalogue.sources.values() if source.issued})
    if not dates:
        return ""
    if len(dates) == 1:
        return f"added to the collection in {when(dates[0])}"
    first, last = dates[0][:4], dates[-1][:4]
    return f"added to the collection in {first}" + (f" to {last}" if first != last else "")


def sources(catalogue: Catalogue) -> list[dict[str, str]]:
    """Return what the foot of every page says of each source."""
    return [
        {
            "title": source.title,
            "publisher": source.publisher,
            "added": when(source.issued) if source.issued else "",
            "rights": source.rights,
        }
        for source in catalogue.sources.values()
    ]


def cite(catalogue: Catalogue) -> str:
    """Return the line that stands under whatever leaves a page."""
    titles = "; ".join(source.title for source in catalogue.sources.values())
    return f"From published summaries ({titles or 'no source'}); counts show no trend. Check the report."


def heading(graph: nx.Graph[str]) -> str:
    """Return the heading of a network's picture, with the node that a local view is around."""
    words, middle = WORDS[graph.graph["kind"]].heading, graph.graph.get("around")
    return words if middle is None else f"{words}: around {graph.nodes[middle]['label']}"


def of_node(graph: nx.Graph[str], name: str) -> str:
    """Say in a sentence what a node is and how often it comes up."""
    node = graph.nodes[name]
    parts = [
        counted(node["findings"], "finding", "findings"),
        counted(node["recommendations"], "recommendation", "recommendations"),
    ]
    if graph.graph["kind"] == "reviews":
        parts.append(counted(node["themes"], "theme", "themes"))
    else:
        parts.insert(0, counted(node["reviews"], "review", "reviews"))
    return f"{node['label']} ({node['group_label']}): {', '.join(parts)}."


def of_line(graph: nx.Graph[str], first: str, second: str) -> str:
    """Say in a sentence what two nodes share."""
    line, ends = (
        graph.edges[first, second],
        f"{graph.nodes[first]['label']} and {graph.nodes[second]['label']}",
    )
    if graph.graph["kind"] == "reviews":
        return f"{ends}: {counted(line['shared'], 'theme', 'themes')} shared, likeness {line['score']:.2f}."
    same = line["same_statement"]
    about = (
        f"{counted(same, 'finding or recommendation is', 'findings or recommendations are')} about both"
        if same
        else "no single finding or recommendation is about both in these summaries"
    )
    return f"{ends}: {counted(line['shared'], 'review has', 'reviews have')} both; {about}."


def drawn(graph: nx.Graph[str], lines: str | None = None) -> str:
    """Say which lines are drawn and in what order they are listed.

    Args:
        graph: as `kg.network` makes it.
        lines: which of its lines are drawn, if not those it was made with.
    """
    words = WORDS[graph.graph["kind"]]
    which = {
        "all": "Drawn are all lines.",
        "strongest": f"Drawn are each {words.one}'s two strongest lines, and those that join the picture.",
        "same-statement": "Drawn are the lines that a finding or recommendation about both stands for.",
    }[lines or graph.graph["lines"]]
    order = {
        "significance": "Those least likely by chance come first.",
        "count": f"More shared reviews come first; among equals, {words.many} that come up seldom elsewhere.",
        "score": "The most alike come first: a theme counts the more, the fewer reviews raise it.",
    }[graph.graph["ranked_by"]]
    return f"{which} {order}"
