from __future__ import annotations

from typing import TYPE_CHECKING

from tests.golden.write import HERE, write

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox


def test_the_shipped_graph_and_answers_are_those_last_read_by_a_person(
    seed_store: ox.Store, tmp_path: Path
) -> None:
    made = {path.relative_to(tmp_path): path.read_bytes() for path in write(tmp_path, seed_store)}
    kept = {
        path.relative_to(HERE): path.read_bytes()
        for path in HERE.rglob("*")
        if path.suffix in (".ttl", ".csv")
    }
    assert sorted(made) == sorted(kept)
    for name, content in made.items():
        assert content == kept[name], f"tests/golden/{name} differs: run make golden and read the difference"
