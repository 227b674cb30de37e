"""The pages as text: what they say, that text from the data stays text, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import os
import posixpath
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from markupsafe import escape

from kg import catalogue, graph, pages, release, site, store
from kg import network as networks
from kg.iris import iri
from kg.pages.dates import when
from kg.pages.render import page
from kg.records import Records
from kg.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "</title></script><!--\"><img src=x onerror=a(1)><script>a(2)</script>{{ 7 * 7 }}&amp;\u2028'`"


class Elements(HTMLParser):
    """All elements of a page with their attributes and text."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[list[str]] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))
        self.open.append(self.found[-1][2])

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].append(data)

    def texts(self, tag: str) -> list[str]:
        return ["".join(text) for name, _, text in self.found if name == tag]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes, _ in self.found if name == tag]


@pytest.fixture(scope="module")
def written(seed_store: ox.Store) -> dict[str, str]:
    """The site of the shipped records: every file by its address."""
    return dict(site.plan(seed_store))


@pytest.fixture(scope="module")
def hostile(seed_store: ox.Store) -> dict[str, str]:
    """The site of the shipped graph with markup and script at the end of every text."""
    kept = ox.Store()
    for quad in seed_store:
        value = quad.object
        if isinstance(value, ox.Literal) and value.language:
            value = ox.Literal(value.value + HOSTILE, language=value.language)
        kept.add(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return dict(site.plan(kept))


def pages_of(files: dict[str, str]) -> dict[str, str]:
    return {name: content for name, content in files.items() if name.endswith(".html")}


@pytest.mark.parametrize(
    ("date", "words"), [("2022", "2022"), ("2022-12", "December 2022"), ("2022-01-09", "9 January 2022")]
)
def test_dates_are_said_in_words(date: str, words: str) -> None:
    assert when(date) == words


def test_every_page_says_what_it_is_and_where_to_turn(written: dict[str, str]) -> None:
    for name, content in pages_of(written).items():
        assert content.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n'), name
        for said in (
            "our paraphrase: check the report",
            "Not endorsed by NSPCC or any partnership",
            "CC BY 4.0",
            "NSPCC Repository: March 2022, NSPCC. Added to the collection in March 2022",
            *("0808 800 5000", "0800 1111", "116 123", "999"),
            'name="viewport"',
            'class="skip" href="#main"',
        ):
            assert said in content, (name, said)
        assert "\r" not in content
        assert "published March" not in content, name  # that is when its summary was added
        assert len(Elements(content).texts("h1")) == 1


def test_every_address_leads_to_a_file_of_the_site(written: dict[str, str]) -> None:
    """From every page, also where the site stands under a folder of a web host."""
    for name, content in pages_of(written).items():
        found = Elements(content)
        those = [*found.attributes("a"), *found.attributes("link"), *found.attributes("script")]
        for attributes in those:
            address = attributes.get("href") or attributes.get("src") or ""
            if not address or address.startswith(("#", "data:", "tel:", "https:")):
                continue
            assert not address.startswith(("/", "http:", "javascript:")), (name, address)
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(name), address.partition("#")[0]))
            assert whole in written, (name, address)


def test_every_fragment_of_the_site_is_there(written: dict[str, str]) -> None:
    ids = {name: set(re.findall(r' id="([^"]+)"', content)) for name, content in pages_of(written).items()}
    for name, content in pages_of(written).items():
        for attributes in Elements(content).attributes("a"):
            path, _, fragment = (attributes.get("href") or "").partition("#")
            if fragment and "=" not in fragment and not path.startswith("https:"):
                whole = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                assert fragment in ids[whole], (name, path, fragment)


def test_every_review_theme_and_agency_has_its_page_and_its_turtle(
    written: dict[str, str], seed_store: ox.Store
) -> None:
    whole = catalogue.read(seed_store)
    for folder, things in (
        ("reviews", whole.reviews),
        ("themes", whole.themes),
        ("agencies", whole.agencies),
    ):
        for own in things:
            turtle = written[f"{folder}/{own}.ttl"]
            store = ox.Store()
            store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
            subject = ox.NamedNode(
                iri({"reviews": "review", "themes": "theme", "agencies": "agency"}[folder], own)
            )
            assert list(store.quads_for_pattern(subject, None, None))
            assert f'href="{own}.ttl"' in written[f"{folder}/{own}.html"]


def test_json_ld_of_a_page_is_a_part_of_the_export(written: dict[str, str], seed_store: ox.Store) -> None:
    exported = {(quad.subject, quad.predicate, quad.object) for quad in release.exported(seed_store)}
    for name in ("reviews/r-84g5hbbw.html", "themes/safer-sleep.html", "agencies/police.html"):
        found = Elements(written[name])
        content = next(
            "".join(text)
            for tag, attributes, text in found.found
            if tag == "script" and attributes.get("type") == "application/ld+json"
        )
        triples = {
            (quad.subject, quad.predicate, quad.object)
            for quad in ox.parse(content.encode(), format=ox.RdfFormat.JSON_LD)
        }
        assert triples
        assert triples <= exported


def test_each_statement_stands_on_the_page_of_its_review_with_its_source(
    written: dict[str, str], seed_store: ox.Store
) -> None:
    whole = catalogue.read(seed_store)
    for own, those in whole.of_review.items():
        content = written[f"reviews/{own}.html"]
        for one in those:
            assert f'id="{one.id}"' in content
            assert str(escape(one.text)) in content
            assert f"Characters {one.start} to {one.end} of the source" in content


def test_the_age_as_given_stands_on_the_reviews_own_page_alone(
    written: dict[str, str], seed_store: ox.Store
) -> None:
    whole = catalogue.read(seed_store)
    ages = {child.age for review in whole.reviews.values() for child in review.children if child.age}
    telling = {age for age in ages if any(digit in age for digit in "0123456789")}
    for name in (
        "index.html",
        "network.html",
        "reviews/index.html",
        "data/reviews.csv",
        "recommendations.html",
    ):
        assert not [age for age in telling if f">{age}<" in written[name] or f'"{age}"' in written[name]]


def test_source_of_harm_stays_off_the_map(written: dict[str, str], seed_store: ox.Store) -> None:
    whole = catalogue.read(seed_store)
    harm = {code.label for review in whole.reviews.values() for code in review.sources_of_harm}
    assert harm
    for name in ("network.html", "network-reviews.html", "network-agencies.html"):
        assert not [label for label in harm if f'"{label}"' in written[name]]


def test_what_is_said_of_chance_is_what_the_network_says(seed_store: ox.Store) -> None:
    graph, whole = networks.themes(seed_store, "all"), catalogue.read(seed_store)
    assert "too few reviews to tell from chance" in pages.explorer_page(graph, whole)
    graph.graph["chance"] = "3 of 4 lines are beyond chance."
    for content in (pages.explorer_page(graph, whole), pages.network_svg(graph)):
        assert "3 of 4 lines are beyond chance." in content


def test_text_from_the_data_stays_text(hostile: dict[str, str]) -> None:
    for name, content in pages_of(hostile).items():
        found = Elements(content)
        assert not found.attributes("img"), name
        assert not [
            each for each in found.attributes("a") if (each.get("href") or "").startswith("javascript")
        ]
        for tag, attributes, text in found.found:
            if tag == "script":
                assert attributes.get("src") or "a(2)" not in "".join(text) or "\\u003c" in "".join(text), (
                    name
                )
        assert not [key for _, attributes, _ in found.found for key in attributes if key.startswith("on")], (
            name
        )


def test_the_policy_allows_a_page_s_own_parts_alone(written: dict[str, str]) -> None:
    for name, content in pages_of(written).items():
        found = Elements(content)
        meta = next(each for each in found.attributes("meta") if "http-equiv" in each)
        rules = dict(rule.split(" ", 1) for rule in str(meta["content"]).split("; "))
        assert (rules["default-src"], rules["base-uri"], rules["form-action"]) == ("'none'",) * 3, name
        assert "unsafe-inline" not in str(meta["content"])
        assert "http" not in str(meta["content"])
        for script in re.findall(r"<script>(.*?)</script>", content, re.DOTALL):
            digest = b64encode(sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules["script-src"], name


@pytest.mark.parametrize("script", ["a</script>", "</SCRIPT >", "<!-- a"])
def test_a_script_that_would_end_its_element_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a page"):
        page("explorer.html", scripts=[script])


def test_pages_are_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    digests = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8")):
        code = (
            "import hashlib, sys\nfrom kg import graph, records, site, store\n"
            "from kg.build.derive import derived_lines\nfrom kg.resources import shipped\n"
            "kept = store.load(graph.record_lines(records.read(shipped('data'))), shipped('ontology'))\n"
            "store.extend(kept, derived_lines(kept))\n"
            "whole = hashlib.sha256(repr(sorted(site.plan(kept))).encode()).hexdigest()\nprint(whole)"
        )
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_write_makes_the_folder_and_nothing_else(seed_store: ox.Store, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "site"
    written = site.write(seed_store, folder)
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == sorted(written)


def test_an_empty_store_gives_pages_too() -> None:
    assert "index.html" in dict(site.plan(ox.Store()))


def test_a_summary_without_findings_says_why_in_place_of_0(written: dict[str, str]) -> None:
    rows = Elements(written["reviews/index.html"])
    assert "0" not in rows.texts("td")


@pytest.mark.parametrize(("quotes", "leaves"), [("private", False), ("open", True)])
def test_the_tables_to_save_hold_no_words_of_a_private_source(
    seed_records: Records, quotes: str, *, leaves: bool
) -> None:
    source = replace(seed_records.sources[0], quotes=quotes)
    said = replace(seed_records.reviews[0].statements[0], wording="verbatim")
    review = seed_records.reviews[0]
    review = replace(review, statements=(said, *review.statements[1:]))
    records = Records((source, *seed_records.sources[1:]), (review, *seed_records.reviews[1:]))
    files = dict(site.plan(store.load(graph.record_lines(records), shipped("ontology"))))
    rows = {row["identifier"]: row for row in csv.DictReader(io.StringIO(files["data/statements.csv"]))}
    assert rows[said.id]["text"] == (said.text if leaves else "")
    assert rows[review.statements[1].id]["text"] == review.statements[1].text
    assert [name for name in files if name.startswith("data/") and said.text in files[name]] == (
        ["data/case-reviews.ttl", "data/case-reviews.trig", "data/case-reviews.jsonld", "data/statements.csv"]
        if leaves
        else []
    )
