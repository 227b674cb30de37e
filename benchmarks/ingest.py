"""How long reading documents takes, against the project's bars.

    .venv/bin/python benchmarks/ingest.py [--texts] [folder of the source texts, else ../shared/seeds]

One run, beside whatever else runs: `kg ingest --dry-run` of 100 texts of a bulletin's length, the whole
command, with the processor time that it takes (half of that is the least it could take on two cores); a
bulletin in one process; what starting a reader costs; a folder of 100 documents of four kinds, two at a time,
and by `kg ingest`; reports of 60 pages. Without the source texts, a made-up bulletin of about that length
stands in. `--texts` first on the line: the first of these only.
"""

from __future__ import annotations

import os
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

KG = "from kg.cli import main; main()"
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


def texts(text: str, folder: Path) -> None:
    """Write a hundred texts that differ in a line."""
    for n in range(FILES):
        (folder / f"bulletin-{n + 1:03}.txt").write_text(f"{text}\nCopy {n + 1:03}.\n", encoding="utf-8")


def ingested(folder: Path) -> tuple[float, float]:
    """Return the seconds of the clock and of all processors that the whole of `kg ingest --dry-run` takes."""
    words = ["ingest", "--dry-run", "--into", str(folder.parent / "records"), str(folder)]
    before, began = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", KG, *words], check=True, capture_output=True, text=True)
    whole, after = time.perf_counter() - began, os.times()
    if f"{FILES} documents: {FILES} new." not in done.stderr:
        raise ValueError(done.stderr)
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return whole, used


def of_texts(text: str) -> None:
    """Measure the whole command on a folder of texts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        texts(text, folder)
        whole, used = ingested(folder)
    print(f"kg ingest --dry-run of {FILES} texts, the whole command: {used:.1f} s of processors")
    told("from files, with its start", FILES / whole, "documents/s", 10, least=True)


def proposed(read: object, known: Matchers) -> None:
    """Propose from a text that was read."""
    if not isinstance(read, Extracted):
        raise TypeError(read)
    propose_text(read, known)


def main(sources: Path) -> None:
    """Measure and print."""
    of_texts(bulletin(sources))
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
        whole, _ = ingested(folder)
        told("kg ingest --dry-run of copies, with its start", FILES / whole, "documents/s", 10, least=True)
        of_reports(Path(name), known)


def of_reports(folder: Path, known: Matchers) -> None:
    """Measure a long report, as PDF and as Word."""
    paragraphs = report()
    pdf, word = folder / "report.pdf", folder / "report.docx"
    pdf.write_bytes(typeset(paragraphs, replace(Layout(), header="Report", numbered=True)))
    docx(paragraphs, word)
    pages = extract(pdf).text.count("\f") + 1
    print(f"a report of {pages} pages, {len(extract(pdf).text):,} characters")
    for path in (pdf, word):
        took = seconds(lambda p=path: proposed(extract(p), known))  # type: ignore[misc]
        told(f"read and proposed from: {path.suffix}", took, "s", 2)


if __name__ == "__main__":
    only, given = sys.argv[1:2] == ["--texts"], [one for one in sys.argv[1:] if one != "--texts"]
    where = Path(given[0]) if given else ROOT.parent / "shared" / "seeds"
    if only:
        of_texts(bulletin(where))
    else:
        main(where)
