"""What the pages run in the browser is what its packages gave, with their licences."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

VENDORED = Path(str(files("kg"))) / "vendored"
MANIFEST = json.loads((VENDORED / "manifest.json").read_text("utf-8"))


@pytest.mark.parametrize("package", MANIFEST, ids=[each["name"] for each in MANIFEST])
def test_each_file_is_as_it_was_copied(package: dict[str, dict[str, str]]) -> None:
    for name, digest in package["files"].items():
        assert sha256((VENDORED / name).read_bytes()).hexdigest() == digest, name


def parts() -> dict[str, dict[str, str]]:
    """Every package of which something runs in the pages, by name."""
    return {part["name"]: part for package in MANIFEST for part in (package, *package["holds"])}


def test_every_file_is_named_and_every_package_has_its_licence() -> None:
    named = {name for package in MANIFEST for name in package["files"]}
    assert named | {"manifest.json"} == {path.name for path in VENDORED.iterdir()}
    for package in MANIFEST:
        (name,) = (each for each in package["files"] if each.endswith(".LICENSE"))
        texts = (VENDORED / name).read_text("utf-8").split("\n---- ")
        assert [each.split(" ")[0] for each in texts[1:]] == [each["name"] for each in package["holds"]]
        assert all("Permission is hereby granted" in each or "Apache License" in each for each in texts)
    assert {each["licence"] for each in parts().values()} == {
        "MIT", "MIT OR Apache-2.0", "MPL-2.0 OR Apache-2.0",
    }  # fmt: skip


def test_versions_are_those_of_the_lock_file(root: Path) -> None:
    packages = json.loads((root / "scripts" / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: each["version"] for name, each in parts().items()} == {
        name.removeprefix("node_modules/"): said["version"]
        for name, said in packages.items()
        if name and not said.get("optional")
    }


def test_the_editor_holds_no_list_that_others_may_write_to() -> None:
    script = (VENDORED / "yasqe.js").read_text("utf-8")
    assert "prefixes_default={}" in script
    assert "sourceMappingURL" not in script
