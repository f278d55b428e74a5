"""The same page in the same profile is the same file, whatever the process, its hash seed, zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jxprint.profile import PROFILES
from profile_files import BLACK_PAGES

# Every run of the tests asks of a press and of an archive with a seal; the judges ask of all.
QUICK = ("press-x1a", "archive-a4f")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "C"},
)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.judges) for name in PROFILES]
)
def test_two_processes_write_the_same_bytes(name: str, tmp_path: Path) -> None:
    """Two desks, one plate."""
    written = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"desk-{number}"
        folder.mkdir()
        words = [sys.executable, "-m", "jxprint", "build", str(BLACK_PAGES["jiaxing"]), "-o", "page.pdf"]
        subprocess.run([*words, "--profile", name], cwd=folder, env=os.environ | surroundings, check=True, timeout=120)
        written.append((folder / "page.pdf").read_bytes())
    assert written[0] == written[1]
    assert len(written[0]) > 100_000
