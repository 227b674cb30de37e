"""`kg site` on a build of the shipped records."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KG, *arguments], cwd=folder, check=False, capture_output=True, text=True)


def test_the_pages_are_written_alone_as_the_build_has_them(tmp_path: Path) -> None:
    missing = kg(tmp_path, "site", "-o", "pages", "--build", "elsewhere")
    assert missing.returncode == 2
    assert "elsewhere" in missing.stderr
    assert not (tmp_path / "pages").exists()

    assert kg(tmp_path, "build").returncode == 0
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "CNAME").write_text("ours", encoding="utf-8")
    done = kg(tmp_path, "site", "-o", "pages")
    assert done.returncode == 0, done.stderr
    written = {
        str(path.relative_to(tmp_path / "pages")): path.read_bytes()
        for path in (tmp_path / "pages").rglob("*")
        if path.is_file()
    }
    assert written.pop("CNAME") == b"ours"
    built = tmp_path / "build" / "current" / "site"
    assert written == {
        str(path.relative_to(built)): path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    assert done.stdout == f"Wrote {len(written)} files to pages.\nOpen in a browser:  pages/index.html\n"
