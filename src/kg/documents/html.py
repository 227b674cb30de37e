"""Web pages to text, a block a paragraph: headings as `# `, items as `• ` or `1. `, through lxml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kg.documents.formats import Refused, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"}
    | {"th", "thead", "tr", "ul"}
)
_DEPTH: Final = 200  # libxml2 stops at 256 and says nothing
_MARK: Final = "\x00"  # before a marker of ours; no page that is read holds one
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_HEADING: Final = re.compile(r"h([1-6])")
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def read_html(data: bytes) -> tuple[str, str]:
    """Return the text of a web page, and what read it.

    Raises:
        Refused: it is nested too deeply to be read whole, or is not text.
    """
    import lxml
    from lxml import etree

    source = _decode(data)
    if "\x00" in source:
        raise Refused("it holds a NUL character: this is no web page", "save the page again from a browser")
    if not source.strip():
        return "", ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(source.removeprefix("\ufeff").encode(), parser)
    except etree.LxmlError as error:
        raise Refused(f"it is no web page that can be read: {error}", "save it as .txt") from error
    _check_depth(root, parser)
    return _joined(_pieces(root)), f"lxml {lxml.__version__}"


def _decode(data: bytes) -> str:
    """Read UTF-8, or what the page itself declares."""
    declared = _CHARSET.search(data[:2048])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in ("utf-8", "utf8"):
        return decode(data)
    try:
        return data.decode({"iso-8859-1": "cp1252", "latin1": "cp1252"}.get(name, name))
    except (LookupError, UnicodeDecodeError) as error:
        raise Refused(f"its characters are not the {name} that it declares", "save it as UTF-8") from error


def _check_depth(root: Any, parser: Any) -> None:
    too_deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    if root is None or too_deep or _depth(root) > _DEPTH:
        what = f"its elements are nested more than {_DEPTH} deep, or nothing of it could be read"
        raise Refused(what, "open it in a browser and save its text as .txt")


def _depth(root: Any) -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _pieces(element: Any) -> Iterator[str]:
    """Yield text, a line feed at the edge of each block, and a vertical tab for a break within one."""
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag not in _SKIPPED:
        block = tag in _BLOCKS
        if block:
            yield "\n"
            yield _MARK + marker if (marker := _marker(element)) else ""
        if tag == "br":
            yield "\v"
        yield _SPACE.sub(" ", element.text or "")
        for child in element:
            yield from _pieces(child)
        if block:
            yield "\n"
    yield _SPACE.sub(" ", element.tail or "")


def _marker(element: Any) -> str:
    heading = _HEADING.fullmatch(element.tag)
    if heading:
        return "#" * int(heading[1]) + " "
    if element.tag != "li":
        return ""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    start = parent.get("start", "1")
    before = sum(1 for item in element.itersiblings("li", preceding=True))
    return f"{(int(start) if start.isdecimal() else 1) + before}. "


def _joined(pieces: Iterator[str]) -> str:
    """Join pieces to blocks with an empty line between; a marker stays with the words of its first block."""
    blocks: list[str] = []
    waiting = ""
    for block in "".join(pieces).split("\n"):
        lines = [_SPACE.sub(" ", line).strip(" ") for line in block.split("\v")]
        text = "\n".join(line for line in lines if line)
        marker = text.startswith(_MARK)
        text = text.replace(_MARK, "")
        if marker and re.fullmatch(r"#+|•|\d+\.", text):
            waiting = text + " "
        elif text:
            blocks.append(waiting + text)
            waiting = ""
    return "\n\n".join(blocks) + "\n"
