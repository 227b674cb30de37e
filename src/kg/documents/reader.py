"""The child process that reads one document: `python -m kg.documents.reader FILE SECONDS MEMORY SIZE TEXT`.

It answers on standard output: a line of JSON, then the text as UTF-8.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.documents.formats import Refused, check, decode, is_page

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTES_PER_CHARACTER: Final = 4
_HEADER: Final = 65536
_ODD: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHOWN: Final = 3

Reader = tuple[str, str]
"""The text, and what read it."""


def read(data: bytes, suffix: str) -> Reader:
    """Return the text of a document by its kind, and what read it.

    Raises:
        Refused: it is not what its suffix says, is locked, broken or empty.
    """
    check(data, suffix)
    text, extractor = _READERS[suffix](data)
    if not text.strip():
        remedy = (
            "if it holds pictures of pages, run text recognition (OCR) first, or type its text into a .txt"
        )
        raise Refused("there is no text in it", remedy)
    return text, extractor


def _plain(data: bytes) -> Reader:
    if is_page(data):
        raise Refused("it is a web page", "rename it to end in .html")
    text = decode(data)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        what = f"line {line} holds a NUL character: this is no text"
        raise Refused(what, "save it as text with the encoding UTF-8")
    return text, "text 1"


def _html(data: bytes) -> Reader:
    from kg.documents.html import read_html

    return read_html(data)


def _word(data: bytes) -> Reader:
    from kg.documents.word import read_word

    return read_word(data)


def _pdf(data: bytes) -> Reader:
    from kg.documents.pdf import read_pdf

    return read_pdf(data)


_READERS: Final[dict[str, Callable[[bytes], Reader]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _html,
    ".htm": _html,
    ".docx": _word,
    ".pdf": _pdf,
}

LIBRARIES: Final = {
    ".html": ("kg.documents.html", "lxml.etree"),
    ".htm": ("kg.documents.html", "lxml.etree"),
    ".docx": ("kg.documents.word", "docx", "lxml.etree"),
    ".pdf": ("kg.documents.pdf", "pypdfium2"),
}
"""What reading each kind imports; a process that reads many may do it once."""


def notes(text: str) -> list[str]:
    r"""Return what a person should know of a text: characters that do not show, or that turn its direction.

    Example:
        >>> notes("a\nb\u202ec")
        ['line 2: the character U+202E does not show']
    """
    found: list[str] = []
    for match in _ODD.finditer(text):
        if len(found) == _SHOWN:
            found.append("and more such characters")
            break
        line = text.count("\n", 0, match.start()) + 1
        found.append(f"line {line}: the character U+{ord(match[0]):04X} does not show")
    return found


def _limit(seconds: float, memory: int, text: int) -> None:
    """Set the limits of this process, where the system has them (POSIX)."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock and the size of the file are what remains
        return
    import math

    cpu = math.ceil(seconds)
    output = text * _BYTES_PER_CHARACTER + _HEADER
    wanted = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, cpu), (resource.RLIMIT_FSIZE, output))
    for what, most in (*wanted, (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _bounded(path: Path, size: int, most: int) -> Reader:
    with path.open("rb") as file:
        data = file.read(size + 1)
    if len(data) > size:
        raise Refused(f"it has more than {size:,} bytes", "split it, or save its text as .txt")
    suffix = path.suffix.lower()
    text, extractor = read(data, suffix)
    if len(text) > most:
        raise Refused(f"its text has more than {most:,} characters", "split it into its parts")
    return text if suffix in (".txt", ".md") else _UNFIT.sub("\ufffd", text), extractor


def _answer(path: Path, size: int, most: int) -> tuple[dict[str, object], bytes]:
    try:
        text, extractor = _bounded(path, size, most)
    except Refused as refused:
        return {"what": refused.what, "remedy": refused.remedy}, b""
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        return {"what": what, "remedy": "check the name, and that you may read it"}, b""
    body = text.encode()
    return {"extractor": extractor, "notes": notes(text), "bytes": len(body)}, body


def main(arguments: list[str]) -> None:
    """Read one document and answer on standard output."""
    path, seconds, *numbers = arguments
    memory, size, text = map(int, numbers)
    _limit(float(seconds), memory, text)
    head, body = _answer(Path(path), size, text)
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
