"""The chain: records and vocabularies to a checked graph, and the graph to a published build."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from kg import documents, graph, query, records, site, store, validate, vocabulary
from kg.build.derive import derived_lines
from kg.build.inputs import digest
from kg.build.manifest import SITE, STORE, Build
from kg.build.places import places
from kg.build.publish import publish
from kg.errors import NotFoundError, Problem, ProblemsFound
from kg.files import shown
from kg.iris import KIND_LETTERS, issue_name
from kg.records.together import unchanging

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    import pyoxigraph as ox

    from kg.build.inputs import Inputs
    from kg.records.model import Records, Source
    from kg.vocabulary import Vocabulary

T = TypeVar("T")
Say: TypeAlias = "Callable[[str], None]"
"""Tells the user what is being done."""

_ORPHANED: Final = (
    "Left out, {}: the text that the source has now does not hold the words of these statements. kg review "
    "shows each, to keep or delete; where its words still stand, correct its evidence and delete 'orphaned'."
)


@dataclass(frozen=True, slots=True)
class Material:
    """What was read and holds together: records, vocabularies, and the sources' texts where given.

    `records` are without orphaned statements; `orphaned` is how many those are. `compared` names the sources
    whose text the statements were compared with: one given, or else kept beside the records.
    """

    records: Records
    vocabulary: Vocabulary
    texts: Mapping[str, str]
    orphaned: int = 0
    compared: Collection[str] = ()


def check(inputs: Inputs, say: Say) -> dict[str, int]:
    """Check everything and publish nothing: vocabularies, records, evidence, shapes, rules, questions.

    Returns:
        How many there are of each thing, and `compared`: findings and recommendations whose words were looked
        up in their source.

    Raises:
        ProblemsFound: all that is wrong, each with its file and line.
    """
    material = read(inputs, say)
    graph_store, _ = _whole(material, inputs, say)
    return {**_counts(material, graph_store), "compared": _compared(material)}


def build(inputs: Inputs, out: Path, say: Say) -> Build:
    """Make and publish the build of some inputs; where nothing changed, only see that it is current.

    Raises:
        ProblemsFound: all that is wrong; nothing is published.
        BuildError: the build cannot be written; what was there stays.
    """

    def make(folder: Path) -> tuple[str, Mapping[str, int]]:
        material = read(inputs, say)
        graph_store, derived = _whole(material, inputs, say)
        say("Drawing the pages and writing the store ...")
        lines = chain(_lines(material), derived)
        with ThreadPoolExecutor(max_workers=1) as beside:  # the store is written without Python's lock
            written = beside.submit(store.load, lines, inputs.ontology, folder / STORE)
            site.write(graph_store, folder / SITE, sync=False)  # publishing makes the whole folder durable
            written.result()
        return store.digest(graph_store), _counts(material, graph_store)

    return publish(out, digest(inputs), make)


def read(inputs: Inputs, say: Say) -> Material:
    """Read records, vocabularies and sources, and see that they fit each other.

    Raises:
        ProblemsFound: all that is wrong with any of them.
    """
    say(f"Reading the records in {shown(inputs.data)}, and the vocabularies ...")
    problems: list[Problem] = []
    words = _collect(lambda: vocabulary.load(inputs.ontology), problems)
    with unchanging(inputs.data):
        found = _collect(lambda: records.read(inputs.data), problems)
    _collect(lambda: query.questions(inputs.queries), problems)
    texts: Mapping[str, str] = {}
    if found and words:
        problems += vocabulary.problems(found, words)
    if found:
        texts = _texts(inputs, found, problems, say)
    if problems or not (found and words):
        raise ProblemsFound(problems)
    left_out = [
        f"{review.path}:{statement.line}: [{review.alias} {statement.id}]"
        for review, statement in records.orphans(found)
    ]
    if left_out:
        say("\n  ".join([_ORPHANED.format(len(left_out)), *left_out]))
    given = texts if inputs.sources else {}
    return Material(records.present(found), words, given, len(left_out), texts.keys())


def counts(found: Records, graph_store: ox.Store) -> dict[str, int]:
    """Return how many there are of each thing that a reader asks after."""
    kinds = Counter(statement.kind for review in found.reviews for statement in review.statements)
    return {
        "sources": len(found.sources),
        "reviews": len(found.reviews),
        **{f"{kind} statements": kinds[kind] for kind in sorted(KIND_LETTERS)},
        "triples": len(graph_store),
    }


def _counts(material: Material, graph_store: ox.Store) -> dict[str, int]:
    orphaned = {"orphaned statements, left out": material.orphaned} if material.orphaned else {}
    return counts(material.records, graph_store) | orphaned


def _collect(step: Callable[[], T], problems: list[Problem]) -> T | None:
    try:
        return step()
    except ProblemsFound as error:
        problems.extend(error.problems)
        return None


def _texts(inputs: Inputs, found: Records, problems: list[Problem], say: Say) -> Mapping[str, str]:
    """Return the texts of sources, from the folder given or those kept, once statements were compared."""
    folder = inputs.sources
    if folder or (inputs.data / documents.KEPT).is_dir():
        say("Comparing every statement with its source ...")
    if folder is None:
        texts, missing = documents.kept(inputs.data, found.sources)
    elif folder.is_dir():
        texts, missing = documents.texts(folder, found.sources)
    else:
        raise NotFoundError(f"There is no folder {folder}: --sources names the one with the documents.")
    problems += [*missing, *documents.problems(found, texts), *documents.altered(found, texts)]
    return texts


def _whole(material: Material, inputs: Inputs, say: Say) -> tuple[ox.Store, list[str]]:
    """Return the checked graph, and the lines of it that are computed from the others.

    It is in memory, where the same queries run several times faster than on disk.
    """
    graph_store = store.load(_lines(material), inputs.ontology)
    derived = derived_lines(graph_store)
    store.extend(graph_store, derived)
    _validate(graph_store, inputs, material, say)
    return graph_store, derived


def _lines(material: Material) -> Iterator[str]:
    sources = [source for source in material.records.sources if source.id in material.texts]
    quotes = (graph.quote_lines(source, _quotes(source, material)) for source in sources)
    return chain(graph.record_lines(material.records), chain.from_iterable(quotes))


def _quotes(source: Source, material: Material) -> dict[str, documents.Quote]:
    """Return the quote of each passage of a source, by the passage's local name."""
    text = material.texts[source.id]
    passages = {
        statement.id: statement.evidence
        for review in material.records.reviews
        if review.source == source.id
        for statement in review.statements
    }
    passages |= {issue_name(source.id, issue.theme): issue.evidence for issue in source.issues}
    return {local: documents.quote(text, evidence) for local, evidence in passages.items()}


def _validate(graph_store: ox.Store, inputs: Inputs, material: Material, say: Say) -> None:
    say("Checking shapes and rules ...")
    known = places(material.records, material.vocabulary, inputs.ontology)
    problems = validate.problems(graph_store, inputs.ontology, known)
    if problems:
        raise ProblemsFound(problems)


def _compared(material: Material) -> int:
    return sum(
        statement.kind in ("finding", "recommendation")
        for review in material.records.reviews
        if review.source in material.compared
        for statement in review.statements
    )
