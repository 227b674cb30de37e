"""How long reading documents takes, against the project's bars.

    .venv/bin/python benchmarks/ingest.py [folder of the source texts, else ../shared/seeds]

One run, beside whatever else runs: a bulletin in one process; what starting a reader costs; a
folder of 100 documents of four kinds, two at a time, and by `kg ingest`; reports of 60 pages. Without the
source texts, a made-up bulletin of about that length stands in.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from html import escape
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for the pages that tests set

from tests.documents.typeset import Layout, typeset  # noqa: E402

from kg import vocabulary  # noqa: E402 - after the path is set
from kg.documents import Extracted, extract, extract_all, normalise  # noqa: E402
from kg.ingest import matchers, propose_text  # noqa: E402
from kg.resources import shipped  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ingest import Matchers

KINDS = ("txt", "docx", "pdf", "html")
FILES = 100
REVIEW = (
    "{n}. Child {n}: serious case review",
    "Death of a 5-week-old girl in May 2015. The family was known to several services.",
    "Learning includes: " + "; ".join(["ask early where babies sleep and who else is at home"] * 7) + ".",
    "Recommendations include: " + "; ".join(["the council should check how fathers are involved"] * 4) + ".",
)
NUMBERED = (
    "{n}.{m} The worker wrote down what the child said at each visit, and nobody else was told of it. " * 3
)


def seconds(act: Callable[[], object], times: int = 1) -> float:
    """Return the median time that something takes."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return median(taken)


def told(what: str, value: float, unit: str, bar: float, *, least: bool = False) -> None:
    """Print a figure beside its bar, and their ratio: 1 or more holds it."""
    ratio = value / bar if least else bar / value
    print(f"  {what:58} {value:8.2f} {unit:12} bar {bar:g}, ratio {ratio:.1f}")


def bulletin(folder: Path) -> str:
    """Return the text of the source, or of a bulletin as long."""
    for path in sorted(folder.glob("*.txt")):
        return path.read_text("utf-8")
    return "\n\n".join(part.format(n=n) for n in range(1, 9) for part in REVIEW)


def report() -> list[str]:
    """Return the paragraphs of a report that fills about 60 pages."""
    return [
        part
        for n in range(1, 18)
        for part in (f"# {n}. Findings", *(NUMBERED.format(n=n, m=m) for m in range(1, 61)))
    ]


def docx(paragraphs: list[str], path: Path) -> None:
    """Write a Word file."""
    import docx as word

    document = word.Document()
    for text in paragraphs:
        document.add_paragraph(text.removeprefix("# "), style="Heading 1" if text.startswith("# ") else None)
    document.save(str(path))


def written(text: str, folder: Path) -> list[Path]:
    """Write a hundred copies of a text, in four kinds by turns."""
    blocks = normalise(text)
    paragraphs = [blocks.text[block.start : block.end] for block in blocks.blocks]
    body = "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
    first = {kind: folder / f"000.{kind}" for kind in KINDS}
    first["txt"].write_text(text, encoding="utf-8")
    first["html"].write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
    first["pdf"].write_bytes(typeset(paragraphs, Layout(header="A bulletin", numbered=True)))
    docx(paragraphs, first["docx"])
    for n, kind in enumerate(islice(cycle(KINDS), FILES)):
        (folder / f"{n + 1:03}.{kind}").write_bytes(first[kind].read_bytes())
    for path in first.values():
        path.unlink()
    return sorted(folder.iterdir())


def proposed(read: object, known: Matchers) -> None:
    """Propose from a text that was read."""
    if not isinstance(read, Extracted):
        raise TypeError(read)
    propose_text(read, known)


def main(sources: Path) -> None:
    """Measure and print."""
    began = time.perf_counter()
    known = matchers(vocabulary.load(shipped("ontology")))
    print(f"matchers of themes and agencies, once: {time.perf_counter() - began:.2f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        paths = written(bulletin(sources), folder)
        text = extract(paths[0])
        print(f"a bulletin of {len(text.text):,} characters, in one process")
        told("text to proposal", seconds(lambda: propose_text(text, known), 9) * 1000, "ms", 100)
        print(f"{FILES} documents in four kinds, two cores")
        for path in paths[: len(KINDS)]:
            print(f"  a process for one {path.suffix}: {seconds(lambda p=path: extract(p), 5) * 1000:.0f} ms")  # type: ignore[misc]
        told(
            "read two at a time",
            FILES / seconds(lambda: list(extract_all(paths))),
            "documents/s",
            10,
            least=True,
        )
        whole = seconds(lambda: [proposed(read, known) for read in extract_all(paths)])
        told("read two at a time, and proposed from", FILES / whole, "documents/s", 10, least=True)
        command = [
            sys.executable,
            "-c",
            "from kg.cli import main; main()",
            "ingest",
            "--dry-run",
            str(folder),
        ]
        whole = seconds(lambda: subprocess.run(command, check=False, capture_output=True))
        told("kg ingest --dry-run of copies, with its start", FILES / whole, "documents/s", 10, least=True)
        paragraphs = report()
        pdf, word = Path(name) / "report.pdf", Path(name) / "report.docx"
        pdf.write_bytes(typeset(paragraphs, replace(Layout(), header="Report", numbered=True)))
        docx(paragraphs, word)
        pages = extract(pdf).text.count("\f") + 1
        print(f"a report of {pages} pages, {len(extract(pdf).text):,} characters")
        for path in (pdf, word):
            told(
                f"read and proposed from: {path.suffix}",
                seconds(lambda p=path: proposed(extract(p), known)),
                "s",
                2,
            )  # type: ignore[misc]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "seeds")
