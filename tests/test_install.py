from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.install


def test_the_wheel_answers_from_another_folder(root: Path, tmp_path: Path) -> None:
    """Build the wheel, install it with the locked packages into an empty environment, ask from elsewhere."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    pip = [python, "-m", "pip", "install", "-q", "--no-compile"]
    for arguments in (["--require-hashes", "-r", str(root / "requirements.lock")], ["--no-deps", str(wheel)]):
        subprocess.run([*pip, *arguments], check=True, capture_output=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": ""}
    done = subprocess.run(
        [home / "bin" / "kg", "query", "theme-frequency"],
        cwd=elsewhere, check=False, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "rows" in done.stdout
    shutil.rmtree(home)
