"""Copies what the site's pages run in the browser from its packages into src/kg/vendored/.

Run it after a change of scripts/package.json: python scripts/vendor.py. It needs npm and the network; a build
of the site needs neither. The versions and digests of the packages are those of scripts/package-lock.json.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENDORED = HERE.parent / "src" / "kg" / "vendored"
TAKEN = {"minisearch": ["dist/umd/index.js"], "oxigraph": ["web.js", "web_bg.wasm"]}
"""The files taken from each package."""


def main() -> None:
    """Install the packages in a folder of their own, and write what is taken from them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / part, folder / part)
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
        write(folder / "node_modules")


def write(modules: Path) -> None:
    """Write the files and their manifest.

    Raises:
        SystemExit: a package holds no licence and none is kept here.
    """
    made = {
        "minisearch": (modules / "minisearch/dist/umd/index.js").read_text("utf-8"),
        "oxigraph": classic(
            (modules / "oxigraph/web.js").read_text("utf-8"), (modules / "oxigraph/web_bg.wasm").read_bytes()
        ),
    }
    manifest = []
    for name, content in made.items():
        (VENDORED / f"{name}.js").write_text(content, encoding="utf-8", newline="\n")
        manifest.append(entry(name, modules / name))
    text = json.dumps(manifest, indent=2) + "\n"
    (VENDORED / "manifest.json").write_text(text, encoding="utf-8", newline="\n")


def entry(name: str, package: Path) -> dict[str, object]:
    """Return what the manifest says of a package, and copy its licence."""
    licence = VENDORED / f"{name}.LICENSE"
    own = next(iter(sorted(package.glob("LICENSE*"))), None)
    if own:
        licence.write_text(own.read_text("utf-8"), encoding="utf-8", newline="\n")
    elif not licence.is_file():
        raise SystemExit(f"{name} holds no licence: put the text that its project gives into {licence}.")
    said = json.loads((package / "package.json").read_text("utf-8"))
    return {
        "name": name,
        "version": said["version"],
        "licence": said["license"],
        "files": {each: digest(VENDORED / each) for each in (f"{name}.js", licence.name)},
        "made_from": {each: digest(package / each) for each in TAKEN[name]},
    }


def classic(module: str, wasm: bytes) -> str:
    """Return the engine as a script that any page may load, with its WebAssembly packed within.

    A page opened from a disk may neither import a module nor fetch a file. The WebAssembly is compressed,
    which the browser undoes, and stands as base64.
    """
    body = re.sub(r"^export \{.*\};\n", "", module, flags=re.MULTILINE)
    body = re.sub(r"^export (?=(?:class|function|const|async) )", "", body, flags=re.MULTILINE)
    body = body.replace("new URL('web_bg.wasm', import.meta.url)", "undefined")
    if re.search(r"^export |import\.meta", body, flags=re.MULTILINE):
        raise SystemExit("The engine's module has a new form: look at classic() in scripts/vendor.py.")
    packed = base64.b64encode(gzip.compress(wasm, 9, mtime=0)).decode()
    given = f'{{ Store, init: __wbg_init, packed: "{packed}" }}'
    return f"const oxigraph = (() => {{\n{body}\nreturn {given};\n}})();\n"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
