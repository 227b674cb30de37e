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
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
VENDORED = HERE.parent / "src" / "kg" / "vendored"
TAKEN = {
    "@zazuko/yasqe": ["build/yasqe.min.js", "build/yasqe.min.css"],
    "minisearch": ["dist/umd/index.js"],
    "oxigraph": ["web.js", "web_bg.wasm"],
}
"""The files taken from each package."""

SOURCE_MAPS = {"@zazuko/yasqe": "build/yasqe.min.js.map"}
"""What says which other packages a file was put together from."""

KEPT = {"@zazuko/yasqe": "yasqe.txt", "@zazuko/yasgui-utils": "yasqe.txt", "oxigraph": "oxigraph.txt"}
"""Licences of projects whose packages hold none, as files of scripts/licences/."""


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
    """Write the files and their manifest."""
    read = partial(Path.read_text, encoding="utf-8")
    made = {
        "@zazuko/yasqe": {
            "yasqe.js": without_prefixes(read(modules / "@zazuko/yasqe/build/yasqe.min.js")),
            "yasqe.css": read(modules / "@zazuko/yasqe/build/yasqe.min.css"),
        },
        "minisearch": {"minisearch.js": read(modules / "minisearch/dist/umd/index.js")},
        "oxigraph": {
            "oxigraph.js": classic(
                read(modules / "oxigraph/web.js"), (modules / "oxigraph/web_bg.wasm").read_bytes()
            )
        },
    }
    manifest = [entry(name, files, modules) for name, files in made.items()]
    put("manifest.json", json.dumps(manifest, indent=2) + "\n")


def put(name: str, content: str) -> None:
    """Write a file, with Unix line ends."""
    (VENDORED / name).write_text(content, encoding="utf-8", newline="\n")


def entry(name: str, contents: Mapping[str, str], modules: Path) -> dict[str, object]:
    """Write what is made of a package, with its licences, and return what the manifest says of it."""
    parts = bundled(modules, name)
    licences = f"{name.rpartition('/')[2]}.LICENSE"
    own = licence(modules, name)
    files = contents | {licences: "\n".join([own, *(told(modules, part) for part in parts)])}
    for each, content in files.items():
        put(each, content)
    return {
        **said(modules, name),
        "files": {each: digest(VENDORED / each) for each in files},
        "made_from": {each: digest(modules / name / each) for each in TAKEN[name]},
        "holds": [said(modules, part) for part in parts],
    }


def said(modules: Path, name: str) -> dict[str, str]:
    """Return the name, version and licence of a package."""
    package = json.loads((modules / name / "package.json").read_text("utf-8"))
    return {"name": name, "version": package["version"], "licence": package["license"].strip("()")}


def told(modules: Path, name: str) -> str:
    """Return the licence of a package that another holds, under its name."""
    one = said(modules, name)
    return f"---- {one['name']} {one['version']}: {one['licence']} ----\n\n{licence(modules, name)}"


def licence(modules: Path, name: str) -> str:
    """Return the text of a package's licence.

    Raises:
        SystemExit: it holds none and none is kept here.
    """
    if name in KEPT:
        return (HERE / "licences" / KEPT[name]).read_text("utf-8")
    own = next((each for each in sorted((modules / name).iterdir()) if each.stem.lower() == "license"), None)
    if own is None:
        raise SystemExit(
            f"{name} holds no licence: put the text that its project gives into scripts/licences/."
        )
    return own.read_text("utf-8")


def bundled(modules: Path, name: str) -> list[str]:
    """Return the packages that a package's file holds, by name.

    Raises:
        SystemExit: what it holds of one is not what is installed of it, so that its version is not known.
    """
    if name not in SOURCE_MAPS:
        return []
    every = json.loads((modules / name / SOURCE_MAPS[name]).read_text("utf-8"))
    found = set()
    for source, content in zip(every["sources"], every["sourcesContent"], strict=True):
        if source.startswith("../../utils/"):  # stands beside it in its project, and has its version
            found.add("@zazuko/yasgui-utils")
        elif match := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/.*", source):
            found.add(match[1])
            if (modules.parent / match[0]).read_text("utf-8") != content:
                raise SystemExit(
                    f"{name} holds another {match[1]}: name its version in scripts/package.json."
                )
    return sorted(found)


def without_prefixes(script: str) -> str:
    """Return the editor without its list of prefixes, which anybody may add to at prefix.cc.

    Some of its names lead to what nobody wants in these pages. The page gives prefixes of its own.
    """
    cut, count = re.subn(r"(?:[\w$]+=`[^`]*`,)+(prefixes_default=\{)[^}]*\}", r"\1}", script)
    if count != 1:
        raise SystemExit("The editor's prefixes have a new form: look at without_prefixes().")
    return re.sub(r"\n//# sourceMappingURL=.*\n?", "\n", cut)


def classic(module: str, wasm: bytes) -> str:
    """Return the engine as a script that any page may load, with its WebAssembly packed within.

    A page opened from a disk may neither import a module nor fetch a file. The WebAssembly is compressed,
    which the browser undoes, and stands as base64. `source` is for a page that gives the engine a thread of
    its own, which can load no script from a disk either.
    """
    body = re.sub(r"^export \{.*\};\n", "", module, flags=re.MULTILINE)
    body = re.sub(r"^export (?=(?:class|function|const|async) )", "", body, flags=re.MULTILINE)
    body = body.replace("new URL('web_bg.wasm', import.meta.url)", "undefined")
    if re.search(r"^export |import\.meta", body, flags=re.MULTILINE):
        raise SystemExit("The engine's module has a new form: look at classic() in scripts/vendor.py.")
    packed = base64.b64encode(gzip.compress(wasm, 9, mtime=0)).decode()
    made = f"() => {{\n{body}\nreturn {{ Store, init: __wbg_init }};\n}}"
    given = f'{{ ...make(), source: String(make), packed: "{packed}" }}'
    return f"const oxigraph = ((make) => ({given}))({made});\n"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
