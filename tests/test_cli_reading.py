"""A page read in a process beside while what sets it is loaded: the same file, and the same refusals."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a page is read where it is set")

_SCRIPT = """
import os, sys
os.sched_getaffinity = lambda process: set(range(int(sys.argv[1])))
from jxprint.cli import main
code = main(["build", *sys.argv[2:], "--lang", "en"])
print(code, "jxprint.description.pages" in sys.modules)
"""


def _built(processors: int, *arguments: str) -> tuple[str, str]:
    """What a build says on both streams, on so many processors."""
    told = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(processors), *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout, told.stderr


@pytest.mark.parametrize("how", [(), ("--faithful",)])
def test_a_page_read_beside_is_set_the_same(tmp_path: Path, how: tuple[str, ...]) -> None:
    """To the byte, with the notes of its reading; and what reads pages is not loaded for it."""
    files = [tmp_path / f"{processors}.pdf" for processors in (1, 2)]
    alone = _built(1, str(JIAXING), "-o", str(files[0]), *how)
    beside = _built(2, str(JIAXING), "-o", str(files[1]), *how)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert alone[0].endswith("0 True\n")
    assert beside[0].endswith("0 False\n")
    assert alone[1] == beside[1]


def test_what_is_refused_is_told_as_it_is_without(tmp_path: Path) -> None:
    """Once, with its places and exit code."""
    page = tmp_path / "page"
    shutil.copytree(JIAXING, page)
    (page / "nanhu.txt").write_bytes(b"\xff\xfe\xff")
    (page / "page.toml").write_text(
        (page / "page.toml").read_text("utf-8").replace("title", "tittle", 1), encoding="utf-8", newline="\n"
    )
    alone, beside = (_built(processors, str(page), "-o", str(tmp_path / "out.pdf")) for processors in (1, 2))
    assert alone[1] == beside[1]
    assert "tittle" in alone[1]
    assert (alone[0].split()[0], beside[0].split()[0]) == ("3", "3")
    assert not (tmp_path / "out.pdf").exists()
