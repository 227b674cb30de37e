"""The concept schemes of `ontology/`: what a theme, an agency or a code may be, and what people call it.

Only the files decide: there is no list of themes or codes in Python. A scheme goes by its IRI without the
project's base: `theme`, `agency`, `forum`, `role`, `code/review-type`, ...
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.errors import Problem, ProblemsFound
from kg.files import decode, shown
from kg.iris import expand, shorten
from kg.namespaces import BASE, CR, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Values = dict[str, dict[str, list[str]]]
"""Subject to property to values."""

VERSION_LENGTH: Final = 16
"""Characters of a digest that tell one version of a scheme from another."""

_SUBJECT: Final = re.compile(r"^(?:<([^>]+)>|([a-z]*:[^\s;,]+))\s", re.MULTILINE)
_LETTERS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A theme, an agency, a code, a forum or a role.

    Attributes:
        id: what records write: the local name, and for a code its notation.
        label: what a page shows.
        alternatives: other names that people use for it.
        phrases: expressions by which texts speak of it, and no names of it.
        hidden: weaker cues, good for proposals.
        excluded: phrases that hold one of its names and mean something else.
        contested: names that are used and disputed.
        definition: what it is, in one sentence.
        scope: what a person must know to choose it.
        broader: ids of the concepts above it.
        path: the file it stands in, as messages name it.
        line: the line that its block begins in.
    """

    id: str
    label: str
    alternatives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    definition: str = ""
    scope: str = ""
    broader: tuple[str, ...] = ()
    notation: str = ""
    path: str = ""
    line: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All names that people may look it up by, the best first."""
        return (self.id, self.label, *self.alternatives, *self.contested, *self.hidden)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concept schemes: scheme to id to concept, in order of id.

    Attributes:
        schemes: the concepts of each scheme.
        digests: the SHA-256 of the file or files that hold each scheme, 64 hexadecimal characters.
    """

    schemes: Mapping[str, Mapping[str, Concept]]
    digests: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def version(self, scheme: str) -> str:
        """Return the version of a scheme: another one whenever a byte of its files is another.

        Args:
            scheme: such as `theme` or `code/sex`.

        Returns:
            The first 16 hexadecimal characters of the SHA-256 of its files, taken in order of name.

        Raises:
            KeyError: there is no such scheme.
        """
        return self.digests[scheme][:VERSION_LENGTH]

    def nearest(self, scheme: str, word: str) -> Concept | None:
        """Return the concept of a scheme that a word most likely means, by id, label or alternative.

        Case, hyphens and spaces make no difference, nor the order of words if nothing is found otherwise.
        Where no name is the same, the most similar one is taken.
        """
        concepts = self.schemes.get(scheme, {}).values()
        by_name: dict[str, Concept] = {}
        for rank in range(max((len(concept.names) for concept in concepts), default=0)):
            for concept in concepts:
                for name in concept.names[rank : rank + 1]:
                    by_name.setdefault(_plain(name), concept)
        by_words = {_sorted(name): concept for name, concept in reversed(by_name.items())}
        for index, looked_up in ((by_name, _plain(word)), (by_words, _sorted(_plain(word)))):
            for match in get_close_matches(looked_up, index, n=1):
                return index[match]
        return None


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))


def _plain(name: str) -> str:
    return _LETTERS.sub(" ", name.casefold()).strip()


def load(folder: Path) -> Vocabulary:
    """Return the concept schemes of the Turtle files of a folder, with what its `wording/` adds to them.

    Raises:
        ProblemsFound: there is no such file, or some do not parse; each with its line.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        what = "there are no vocabularies (.ttl files) in this folder"
        raise ProblemsFound([Problem(what, "name the folder that holds themes.ttl", shown(folder))])
    files += sorted(folder.glob("wording/*.ttl"))
    return _gathered([(shown(file), file.read_bytes()) for file in files])


def parse(turtle: str, name: str) -> Vocabulary:
    """Return the concept schemes of a Turtle text, such as the graphs `vocab` and `wording` of a build.

    Args:
        turtle: the text.
        name: what to call it in messages.

    Raises:
        ProblemsFound: it does not parse.
    """
    return _gathered([(name, turtle.encode())])


def _gathered(files: Iterable[tuple[str, bytes]]) -> Vocabulary:
    """Return the concept schemes of files, each with its path; a concept is all that any file says of it."""
    said: Values = defaultdict(lambda: defaultdict(list))
    held: dict[str, dict[str, bytes]] = defaultdict(dict)
    places: dict[str, tuple[str, int]] = {}
    problems: list[Problem] = []
    for path, data in files:
        text, broken = decode(data, path)
        problems += broken
        try:
            found = _values(text or "")
        except SyntaxError as error:
            remedy = "correct this line, or the end of the one before it, which may lack its ';' or '.'"
            problems.append(Problem(f"this is not Turtle: {error.msg}", remedy, path, error.lineno))
            continue
        lines = _lines(text or "")
        for subject, properties in found.items():
            places.setdefault(subject, (path, lines.get(subject, 0)))
            held[subject][path] = data
            for term, values in properties.items():
                said[subject][term] += values
    problems = problems or list(_homeless(said, places))  # what a broken file defines is not missed as well
    if problems:
        raise ProblemsFound(problems)
    return _vocabulary(said, held, places)


def _homeless(said: Values, places: Mapping[str, tuple[str, int]]) -> Iterator[Problem]:
    """Yield a problem for each thing that has wording and that no scheme has."""
    wording = {CR.phrase, SKOS.hiddenLabel, CR.excludedPhrase}
    for subject, properties in said.items():
        if SKOS.inScheme not in properties and properties.keys() & wording:
            what = f"there is wording for {shorten(subject)}, which no scheme has"
            yield Problem(what, "correct the name, or take the block away", *places[subject])


def _vocabulary(
    said: Values, held: Mapping[str, Mapping[str, bytes]], places: Mapping[str, tuple[str, int]]
) -> Vocabulary:
    """Return the concepts by scheme, with the digest of the files that speak of each scheme."""
    schemes: dict[str, dict[str, Concept]] = defaultdict(dict)
    files: dict[str, dict[str, bytes]] = defaultdict(dict)
    for subject, properties in said.items():
        for scheme in properties.get(SKOS.inScheme, ()):
            if scheme.startswith(BASE):
                name = scheme.removeprefix(BASE)
                concept = _concept(subject, scheme, properties, places[subject])
                schemes[name][concept.id] = concept
                files[name] |= held[subject]
    ordered = {s: MappingProxyType(dict(sorted(schemes[s].items()))) for s in sorted(schemes)}
    digests = {
        scheme: hashlib.sha256(b"".join(parts[path] for path in sorted(parts))).hexdigest()
        for scheme, parts in files.items()
    }
    return Vocabulary(MappingProxyType(ordered), MappingProxyType(digests))


def _values(text: str) -> Values:
    """Return what a Turtle text says, as plain strings in the order it is written."""
    import pyoxigraph

    found: Values = defaultdict(lambda: defaultdict(list))
    for quad in pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, pyoxigraph.NamedNode) and isinstance(
            value, pyoxigraph.NamedNode | pyoxigraph.Literal
        ):
            found[subject.value][quad.predicate.value].append(value.value)
    return found


def _lines(text: str) -> dict[str, int]:
    """Return the line that each subject's block begins in; a subject stands at the start of its line."""
    lines: dict[str, int] = {}
    for match in _SUBJECT.finditer(text):
        subject = match[1] or expand(match[2]) or ""
        lines.setdefault(subject, text.count("\n", 0, match.start()) + 1)
    return lines


def _local(subject: str, scheme: str) -> str:
    """Return a concept's id: its local name, and for `code/sex.female` what follows the scheme.

    Example:
        >>> _local(f"{BASE}theme/neglect", f"{BASE}theme"), _local(f"{BASE}code/sex.male", f"{BASE}code/sex")
        ('neglect', 'male')
    """
    return subject.removeprefix(scheme).lstrip("/.") if subject.startswith(scheme) else subject


def _concept(subject: str, scheme: str, properties: dict[str, list[str]], place: tuple[str, int]) -> Concept:
    def all_of(term: str) -> tuple[str, ...]:
        return tuple(properties.get(term, ()))

    def first_of(term: str) -> str:
        return next(iter(all_of(term)), "")

    return Concept(
        id=_local(subject, scheme),
        label=first_of(SKOS.prefLabel),
        alternatives=all_of(SKOS.altLabel),
        phrases=all_of(CR.phrase),
        hidden=all_of(SKOS.hiddenLabel),
        excluded=all_of(CR.excludedPhrase),
        contested=all_of(CR.contestedTerm),
        definition=first_of(SKOS.definition),
        scope=first_of(SKOS.scopeNote),
        broader=tuple(_local(above, scheme) for above in all_of(SKOS.broader)),
        notation=first_of(SKOS.notation),
        path=place[0],
        line=place[1],
    )
