"""README's commands and its Python are run as they stand, in a folder that looks like the tree."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from jxprint.cli import main

TREE = Path(__file__).resolve().parent.parent
README = (TREE / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`layout` as it is and an empty `out`, as after a fresh clone and `make`."""
    shutil.copytree(TREE / "layout", tmp_path / "layout")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_commands_run_in_the_order_in_which_they_are_shown(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every `jxprint` line ends with 0, and the first page's PDF and PNG are there."""
    shown = [
        shlex.split(line.partition("  #")[0])
        for language, block in BLOCKS
        if language == "console"
        for line in block.splitlines()
        if line.startswith("jxprint ")
    ]
    assert len(shown) > 5
    for words in shown:
        assert main(words[1:]) == 0, f"{shlex.join(words)}\n{capsys.readouterr().err}"
    assert (tree / "out" / "jiaxing.pdf").exists()
    assert (tree / "out" / "jiaxing.png").exists()


def test_the_python_runs(tree: Path) -> None:
    """From a folder to a proved PDF by the public names alone."""
    (block,) = [block for language, block in BLOCKS if language == "python"]
    exec(compile(block, "README.md", "exec"), {})
    assert (tree / "out" / "jiaxing.pdf").read_bytes().startswith(b"%PDF-")
