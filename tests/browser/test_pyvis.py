"""The page of a network with its map drawn by pyvis: the same answers to the same addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import catalogue, network
from kg.pages import Look, explorer_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

LIGHT = {"viewport": {"width": 1400, "height": 900}}
DARK = LIGHT | {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 320, "height": 700}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def with_pyvis(seed_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of themes with its map drawn by pyvis."""
    path = tmp_path_factory.mktemp("pyvis") / "network.html"
    graph = network.themes(seed_store, "all")
    path.write_text(explorer_page(graph, catalogue.read(seed_store), Look("pyvis")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def alone(seed_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of themes by itself, as SVG."""
    path = tmp_path_factory.mktemp("svg") / "network.html"
    graph = network.themes(seed_store, "all")
    path.write_text(explorer_page(graph, catalogue.read(seed_store)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "address",
    [
        "#theme=safer-sleep",
        "#theme=professional-curiosity&view=map",
        "#link=early-help~policy-tools",
        "#view=map&link=policy-tools~early-help",
        "#view=map&lines=all&agency=health-visiting&theme=record-keeping",
        "#view=map&outcome=a+child+died&theme=domestic-abuse",
        "#view=compare",
        "#view=compare&type=serious+case+review",
        "#view=table&band=under+1+year",
        "#theme=early-help&steps=2&lines=all&year=2020",
        "#theme=no-such-theme&view=map",
        "#find=sleep",
    ],
)
def test_both_renderers_answer_an_address_with_the_same_evidence(
    opened: Open, with_pyvis: Path, alone: Path, address: str
) -> None:
    told = []
    for path in (alone, with_pyvis):
        found = opened(path, address, **LIGHT)
        shown = "#panel, #one, #table, #compare, #results, #status, #filter-count"
        told.append([each.inner_text() for each in found.page.locator(shown).all() if each.is_visible()])
        told[-1] += [each.get_attribute("data-id") for each in found.page.locator(".said:visible").all()]
        assert found.messages == []
    assert told[0] == told[1]
    assert any(told[0])


def test_pyvis_chooses_what_is_clicked(opened: Open, with_pyvis: Path) -> None:
    found = opened(with_pyvis, "#view=map", **LIGHT)
    spot = found.page.evaluate(
        """() => { const { network } = document.getElementById('canvas');
        return network.canvasToDOM(network.getPosition('safer-sleep')); }"""
    )
    found.page.locator("#canvas").click(position=spot)
    found.page.wait_for_function("() => location.hash.includes('theme=safer-sleep')")
    assert found.page.locator("#panel h2").inner_text() == "Safer sleep"
    assert found.axe() == []
    assert {url.partition("#")[0] for url in found.requests} == {with_pyvis.as_uri()}


@pytest.mark.parametrize("setting", [LIGHT, DARK, PHONE], ids=["light", "dark", "phone"])
def test_pyvis_is_as_open_and_as_quiet(opened: Open, with_pyvis: Path, setting: dict[str, object]) -> None:
    found = opened(with_pyvis, "#view=map", **setting)
    assert found.axe() == []
    assert found.overflow() == []
    assert found.messages == []


def test_pyvis_names_groups_from_afar(opened: Open, with_pyvis: Path) -> None:
    page = opened(with_pyvis, "#view=map", **LIGHT).page
    assert page.locator("#canvas").get_attribute("data-far") == "false"
    for _ in range(6):
        page.locator("[data-do=out]").click()
    page.wait_for_selector("#canvas[data-far=true]")
