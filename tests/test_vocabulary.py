from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import records, resources, vocabulary
from kg.errors import ProblemsFound

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary

FOLDERS = [Path(__file__).parent / "records" / name for name in ("sample", "proposed")]

THEMES = """\
@prefix cr: <https://w3id.org/crkg/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix theme: <https://w3id.org/crkg/theme/> .

<https://w3id.org/crkg/theme> a skos:ConceptScheme ; skos:hasTopConcept theme:practice .

theme:practice a cr:Theme , skos:Concept ;
    skos:inScheme <https://w3id.org/crkg/theme> ;
    skos:prefLabel "Practice"@en .

theme:record-keeping a cr:Theme , skos:Concept ;
    skos:inScheme <https://w3id.org/crkg/theme> ;
    skos:broader theme:practice ;
    skos:prefLabel "Record keeping"@en ;
    skos:altLabel "case notes"@en , "note-taking"@en ;
    skos:hiddenLabel "files"@en ;
    cr:excludedPhrase "court record"@en ;
    cr:contestedTerm "paperwork"@en ;
    skos:definition "What is written down, and how."@en .
<https://w3id.org/crkg/theme/drift-delay> a cr:Theme , skos:Concept ;
    skos:inScheme <https://w3id.org/crkg/theme> ;
    skos:prefLabel "Drift and delay"@en .
"""
CODES = """\
@prefix code: <https://w3id.org/crkg/code/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
code:sex.female skos:inScheme code:sex ; skos:notation "female" ; skos:prefLabel "female"@en .
code:age-band.1-to-5 skos:inScheme code:age-band ; skos:notation "1-to-5" ; skos:prefLabel "1 to 5"@en .
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    ontology = tmp_path / "ontology"
    ontology.mkdir()
    (ontology / "themes.ttl").write_text(THEMES, encoding="utf-8")
    (ontology / "codes.ttl").write_text(CODES, encoding="utf-8")
    return ontology


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return vocabulary.load(resources.shipped("ontology"))


def test_schemes_and_ids_are_those_that_records_write(folder: Path) -> None:
    found = vocabulary.load(folder).schemes
    assert {scheme: list(concepts) for scheme, concepts in found.items()} == {
        "code/age-band": ["1-to-5"],
        "code/sex": ["female"],
        "theme": ["drift-delay", "practice", "record-keeping"],
    }


def test_concept_has_all_that_is_said_of_it(folder: Path) -> None:
    assert vocabulary.load(folder).schemes["theme"]["record-keeping"] == vocabulary.Concept(
        id="record-keeping",
        label="Record keeping",
        alternatives=("case notes", "note-taking"),
        hidden=("files",),
        excluded=("court record",),
        contested=("paperwork",),
        definition="What is written down, and how.",
        broader=("practice",),
        path="ontology/themes.ttl",
        line=11,
    )


WORDING = """\
@prefix cr: <https://w3id.org/crkg/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix theme: <https://w3id.org/crkg/theme/> .

theme:record-keeping
    cr:phrase "wrote it down"@en ; skos:hiddenLabel "pen"@en ; cr:excludedPhrase "pen name"@en .
"""


def worded(folder: Path, text: str) -> None:
    (folder / "wording").mkdir()
    (folder / "wording" / "themes.ttl").write_text(text, encoding="utf-8")


def test_wording_is_added_to_the_concept_and_to_the_version_of_its_scheme(folder: Path) -> None:
    before = vocabulary.load(folder)
    worded(folder, WORDING)
    after = vocabulary.load(folder)
    concept = after.schemes["theme"]["record-keeping"]
    assert concept.phrases == ("wrote it down",)
    assert (concept.hidden, concept.excluded) == (("files", "pen"), ("court record", "pen name"))
    assert (concept.path, concept.line) == ("ontology/themes.ttl", 11)
    assert "wrote it down" not in concept.names
    assert before.version("theme") != after.version("theme")
    assert before.version("code/sex") == after.version("code/sex")


def test_wording_of_what_no_scheme_has_is_a_problem_with_its_line(folder: Path) -> None:
    worded(folder, WORDING.replace("theme:record-keeping", "theme:recordkeeping"))
    with pytest.raises(ProblemsFound) as caught:
        vocabulary.load(folder)
    problem = caught.value.problems[0]
    assert (problem.path, problem.line) == ("ontology/wording/themes.ttl", 5)
    assert "theme:recordkeeping" in problem.what


def test_a_broken_file_is_one_problem_and_not_one_for_each_of_its_concepts(folder: Path) -> None:
    worded(folder, WORDING)
    (folder / "themes.ttl").write_text("theme:x a\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        vocabulary.load(folder)
    assert [problem.path for problem in caught.value.problems] == ["ontology/themes.ttl"]


def test_concept_written_with_its_whole_iri_has_its_line(folder: Path) -> None:
    assert vocabulary.load(folder).schemes["theme"]["drift-delay"].line == 20


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("record-keeping", "record-keeping"),
        ("Record Keeping", "record-keeping"),
        ("recordkeeping", "record-keeping"),
        ("keeping records", "record-keeping"),
        ("Case notes", "record-keeping"),
        ("note taking", "record-keeping"),
        ("paperwork", "record-keeping"),
        ("files", "record-keeping"),
        ("delay and drift", "drift-delay"),
        ("practise", "practice"),
        ("zebra", None),
        ("", None),
    ],
)
def test_nearest_concept_is_found_by_any_of_its_names(folder: Path, word: str, expected: str | None) -> None:
    concept = vocabulary.load(folder).nearest("theme", word)
    assert (concept and concept.id) == expected


def test_no_scheme_has_no_nearest(folder: Path) -> None:
    assert vocabulary.load(folder).nearest("nonsense", "record-keeping") is None


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('skos:prefLabel "Practice"@en .', 11),
        ("theme:record-keeping a", 11),
        ("@prefix cr: <https://w3id.org/crkg/ns#> .", 7),
    ],
)
def test_turtle_that_does_not_parse_is_a_problem_with_its_line(folder: Path, broken: str, line: int) -> None:
    text = THEMES.replace(broken, broken[:-1] if broken.endswith("@en .") else f"#{broken}")
    (folder / "themes.ttl").write_text(text, encoding="utf-8")
    (folder / "codes.ttl").write_text("code:x a code:y .\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        vocabulary.load(folder)
    places = [(problem.path, problem.line) for problem in caught.value.problems]
    assert places[0] == ("ontology/codes.ttl", 1)
    assert places[1][0] == "ontology/themes.ttl"
    assert abs((places[1][1] or 0) - line) <= 1
    assert all(problem.remedy for problem in caught.value.problems)


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_raise_nothing_but_problems(folder: Path, data: bytes) -> None:
    (folder / "themes.ttl").write_bytes(data)
    try:
        vocabulary.load(folder)
    except ProblemsFound as error:
        assert [problem.path for problem in error.problems] == ["ontology/themes.ttl"]  # noqa: PT017 - may be valid


def test_folder_without_vocabularies_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="no vocabularies"):
        vocabulary.load(tmp_path)


def test_version_is_another_when_a_byte_of_the_scheme_is(folder: Path) -> None:
    before = vocabulary.load(folder)
    digest = hashlib.sha256(THEMES.encode()).hexdigest()
    assert before.version("theme") == digest[:16]
    (folder / "themes.ttl").write_text(f"{THEMES}# a note\n", encoding="utf-8")
    after = vocabulary.load(folder)
    assert after.version("theme") != before.version("theme")
    assert after.version("code/sex") == before.version("code/sex")


def test_version_is_of_all_files_of_a_scheme_in_order_of_name(folder: Path) -> None:
    more = CODES.replace("female", "male")
    (folder / "a-codes.ttl").write_text(more, encoding="utf-8")
    both = hashlib.sha256((more + CODES).encode()).hexdigest()
    assert vocabulary.load(folder).version("code/sex") == both[:16]


def test_field_of_a_scheme_that_is_absent_is_one_problem(folder: Path) -> None:
    reviews = tuple(review for one in FOLDERS for review in records.read(one).reviews)
    found = vocabulary.problems(records.Records((), reviews), vocabulary.load(folder))
    absent = [problem.what for problem in found if "no such scheme" in problem.what]
    assert len(absent) == len(set(absent)) == len(set(vocabulary.SCHEME_OF.values())) - 3


def test_every_field_has_a_scheme_that_is_shipped(shipped: Vocabulary) -> None:
    assert set(vocabulary.SCHEME_OF.values()) <= shipped.schemes.keys()


def test_every_shipped_concept_has_a_label_and_a_line(shipped: Vocabulary) -> None:
    for concepts in shipped.schemes.values():
        for concept in concepts.values():
            assert concept.label
            line = Path(concept.path).read_text(encoding="utf-8").split("\n")[concept.line - 1]
            assert concept.id in line


def test_a_concept_says_what_it_is_and_when_to_choose_it(shipped: Vocabulary) -> None:
    birth = shipped.schemes["theme"]["pre-birth"]
    assert birth.definition
    assert birth.scope
    assert birth.scope != birth.definition


def test_every_shipped_code_is_its_notation(shipped: Vocabulary) -> None:
    for scheme, concepts in shipped.schemes.items():
        if scheme.startswith("code/"):
            assert all(concept.notation == concept.id for concept in concepts.values())


def test_shipped_records_name_only_what_there_is(shipped: Vocabulary) -> None:
    assert vocabulary.problems(records.read(resources.shipped("data")), shipped) == []
