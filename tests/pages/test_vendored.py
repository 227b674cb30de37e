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


def test_every_file_is_named_and_every_package_has_its_licence() -> None:
    named = {name for package in MANIFEST for name in package["files"]}
    assert named | {"manifest.json"} == {path.name for path in VENDORED.iterdir()}
    for package in MANIFEST:
        licence = (VENDORED / f"{package['name']}.LICENSE").read_text("utf-8")
        assert "Permission is hereby granted" in licence
        assert package["licence"] in {"MIT", "MIT OR Apache-2.0"}


def test_versions_are_those_of_the_lock_file(root: Path) -> None:
    packages = json.loads((root / "scripts" / "package-lock.json").read_text("utf-8"))["packages"]
    assert {each["name"]: each["version"] for each in MANIFEST} == {
        name.removeprefix("node_modules/"): said["version"] for name, said in packages.items() if name
    }
