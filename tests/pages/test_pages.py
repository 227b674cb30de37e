"""The pages as text: what they say, that text from the data stays text, and the same bytes every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import pages, site
from kg.network import themes
from kg.pages.facts import ReviewFacts, SourceFacts, when
from kg.pages.render import page

SMALL = Path(__file__).parent.parent / "network" / "small.trig"

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


@pytest.fixture
def hostile_store(small_store: ox.Store) -> ox.Store:
    """The small graph with markup and script at the end of every text."""
    for quad in list(small_store):
        if isinstance(quad.object, ox.Literal) and quad.object.language:
            text = ox.Literal(quad.object.value + HOSTILE, language="en")
            small_store.remove(quad)
            small_store.add(ox.Quad(quad.subject, quad.predicate, text, quad.graph_name))
    return small_store


def both(store: ox.Store) -> dict[str, str]:
    return {"network": site.network_page(store), "home": pages.home_page(pages.facts(store))}


def test_facts_are_read_in_the_order_of_the_source(small_store: ox.Store) -> None:
    facts = pages.facts(small_store)
    scr, lcspr = "Serious case review", "Local child safeguarding practice review"
    assert facts.reviews == (
        ReviewFacts("r3", "Review three", scr, None, 1, 1),
        ReviewFacts("r1", "Review one", scr, "2019", 2, 0),
        ReviewFacts("r4", "Review four", scr, None, 1, 0),
        ReviewFacts("r2", "Review two", lcspr, None, 2, 1),
    )
    assert facts.sources == (SourceFacts("Made-up digest", "A publisher", "March 2022", "Nobody's words."),)
    assert (facts.findings, facts.recommendations, facts.themes) == (6, 2, 5)


@pytest.mark.parametrize(
    ("date", "words"), [("2022", "2022"), ("2022-12", "December 2022"), ("2022-01-09", "9 January 2022")]
)
def test_dates_are_said_in_words(date: str, words: str) -> None:
    assert when(date) == words


@pytest.mark.parametrize("name", ["network", "home"])
def test_every_page_says_what_it_is_and_where_to_turn(small_store: ox.Store, name: str) -> None:
    content = both(small_store)[name]
    assert content.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n')
    for said in (
        "ounts are of published summaries",
        "our paraphrase: check the report",
        "Not endorsed by NSPCC or any partnership",
        "CC BY 4.0",
        "Made-up digest, A publisher. Added to the collection in March 2022",
        *("0808 800 5000", "0800 1111", "116 123", "999"),
        'name="viewport"',
        'class="skip" href="#main"',
    ):
        assert said in content
    assert "\r" not in content


def test_the_network_page_has_both_tables(small_store: ox.Store) -> None:
    content = site.network_page(small_store)
    rows = [re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", content)]
    markup = re.compile(r'<span class="chip.*?</span>|<.*?>')
    plain = [[markup.sub("", cell).strip() for cell in row] for row in rows]
    assert plain[1:6] == [
        ["Theme a", "Group one", "3", "3", "1"],
        ["Theme b", "Group one", "2", "2", "1"],
        ["Theme c", "Group two", "2", "3", "0"],
        ["Theme d", "Group two", "1", "0", "1"],
        ["Theme e, with a label that runs over several lines", "Group two", "1", "1", "0"],
    ]
    assert plain[7:] == [
        ["Theme b", "Theme c", "2", "1"],
        ["Theme a", "Theme b", "2", "2"],
        ["Theme a", "Theme c", "2", "1"],
        ["Theme a", "Theme d", "1", "0"],
    ]
    assert content.count("<caption") == 2
    assert content.count('scope="col"') == 9


def test_what_is_said_of_chance_is_what_the_network_says(small_store: ox.Store) -> None:
    graph = themes(small_store)
    assert "too few reviews to tell from chance" in pages.network_page(graph, pages.facts(small_store))
    graph.graph["chance"] = "3 of 4 lines are beyond chance."
    for content in (pages.network_page(graph, pages.facts(small_store)), pages.network_svg(graph)):
        assert "3 of 4 lines are beyond chance." in content
        assert "too few reviews" not in content


@pytest.mark.parametrize("name", ["network", "home"])
def test_text_from_the_data_stays_text(hostile_store: ox.Store, name: str) -> None:
    content = both(hostile_store)[name]
    elements = Elements(content)
    assert not elements.attributes("img")
    assert len(elements.texts("script")) == (3 if name == "network" else 0)
    assert len(elements.texts("title")) == 1
    assert "a(2)" not in "".join(text for text in elements.texts("script") if "vis-network" in text)
    assert any(HOSTILE in text for text in elements.texts("th") + elements.texts("td"))
    assert not [a for *_, attributes, _ in elements.found for a in attributes if a.startswith("on")]


@pytest.mark.parametrize("name", ["network", "home"])
def test_the_policy_allows_the_page_s_own_parts_alone(small_store: ox.Store, name: str) -> None:
    content = both(small_store)[name]
    elements = Elements(content)
    (policy,) = [a["content"] for a in elements.attributes("meta") if a.get("http-equiv")]

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    styles = re.findall(r"<style>(.*?)</style>", content, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    rules = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:"]
    rules.append(f"style-src {digest(styles[0])}")
    rules += [f"script-src {' '.join(map(digest, scripts))}"] if scripts else []
    assert policy == "; ".join(rules)
    assert len(styles) == 1
    assert not [a for *_, attributes, _ in elements.found for a in attributes if a in ("style", "src")]


@pytest.mark.parametrize("script", ["</script>", "a = '</SCRIPT >'", "// <!-- "])
def test_a_script_that_would_end_its_element_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a page"):
        page("home.html", scripts=[script])


def test_pages_are_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    script = (
        "import sys, pyoxigraph as ox; from pathlib import Path; from kg import site\n"
        "store = ox.Store(); store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.TRIG)\n"
        "site.write(store, Path(sys.argv[2]))"
    )
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", script, SMALL, folder],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"UTC+{seed}"},
        )
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1]


def test_write_makes_the_folder_and_nothing_else(
    small_store: ox.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "new" / "site"
    assert site.write(small_store, folder) == [folder / "index.html", folder / "network.html"]
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "network.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new"]
    assert (folder / "network.html").read_bytes() == site.network_page(small_store).encode()


def test_an_empty_store_gives_pages_too() -> None:
    for content in both(ox.Store()).values():
        assert "</html>" in content


def test_the_shipped_records_give_pages(seed_store: ox.Store) -> None:
    for content in both(seed_store).values():
        assert "<b>8</b> reviews" in content or "<dd>8</dd>" in content
        assert "perpetrator" not in content


def test_a_summary_without_findings_says_why_in_place_of_0(seed_store: ox.Store) -> None:
    home = pages.home_page(pages.facts(seed_store))
    assert "held within another list" in home
    assert "none made" in home
    assert '<td class="number">0</td>' not in home
