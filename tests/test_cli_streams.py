"""Standard output and error where they take no more, and names that are no text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from jxprint.cli import main

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"
# On Windows every name is text, and tests of this one are skipped.
UNREADABLE = "" if sys.platform == "win32" else os.fsdecode(b"n\xffw")


class Full(BytesIO):
    """A disk without room."""

    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


class Unread(BytesIO):
    """A pipe of Windows' whose reader went away."""

    def __init__(self) -> None:
        super().__init__()
        given, self._taken = os.pipe()
        os.close(given)

    def fileno(self) -> int:
        return self._taken

    def write(self, data: object) -> int:
        raise OSError(22, "Invalid argument")

    def flush(self) -> None:
        pass


def run(*arguments: str, shell: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; `shell` is what follows it on a shell's line."""
    called = [sys.executable, "-m", "jxprint", *arguments]
    if shell:
        called = ["sh", "-c", f'"$@" {shell}', "sh", *called]
    return subprocess.run(called, capture_output=True, env={**os.environ, **environment}, cwd=TREE, timeout=60)


@pytest.mark.parametrize(
    "arguments",
    [["show", str(JIAXING)], ["build", str(JIAXING), "-o", "-"], ["fonts", "--json"], ["--help"], ["--version"]],
    ids=lambda arguments: arguments[0],
)
def test_a_full_disk_behind_standard_output_is_6(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It was called a defect of jxprint (70); nothing was wrong but the disk."""
    complained = TextIOWrapper(BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(Full(), encoding="utf-8"))
    monkeypatch.setattr(sys, "stderr", complained)
    assert main([*arguments, "--lang", "en"]) == 6
    told = complained.buffer.getvalue().decode()
    assert "No space left on device" in told
    assert "hint" in told


@pytest.mark.parametrize("arguments", [["show", str(JIAXING)], ["build", str(JIAXING), "-o", "-"]], ids=["text", "PDF"])
def test_a_reader_that_goes_away_on_windows_is_no_full_disk(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Windows says EINVAL where others say EPIPE; `| more` that was left ended with 6 and a complaint."""
    with TextIOWrapper(Unread(), encoding="utf-8", write_through=True) as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", complained := StringIO())
        assert main([*arguments, "--lang", "en"]) == 141
    assert complained.getvalue() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_device_behind_the_shell_is_6() -> None:
    """The shell opens it; neither Python nor we complain twice."""
    for arguments in (["--version"], ["show", str(JIAXING)]):
        done = run(*arguments, "--lang", "en", shell="> /dev/full")
        assert done.returncode == 6
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
@pytest.mark.parametrize("instruction", ["bash_source", "zsh_source", "fish_source", "bash_complete"])
def test_a_full_device_behind_completion_is_6(instruction: str) -> None:
    """Click writes there by itself: a traceback, and 1."""
    words = {"COMP_WORDS": "jxprint b", "COMP_CWORD": "1", "LC_ALL": "C"}
    done = run(shell="> /dev/full", _JXPRINT_COMPLETE=instruction, **words)
    assert done.returncode == 6
    assert done.stderr.count(b"\n") == 1
    assert b"standard output takes no more" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
def test_closed_streams_are_no_defect() -> None:
    """Without standard output 6, without standard error nothing to say."""
    assert run("--version", shell=">&-").returncode == 6
    assert run("build", str(JIAXING / "none"), "-o", "x.pdf", shell="2>&-").returncode == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
def test_standard_input_that_is_closed_is_7() -> None:
    """There is nothing to read from."""
    for arguments in (["check", "-", "--against", str(JIAXING)], ["render", "-", "-o", "x.png"]):
        done = run(*arguments, shell="<&-")
        assert done.returncode == 7, done.stderr
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' file names are text")
@pytest.mark.parametrize("environment", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=["utf-8", "C"])
def test_a_name_that_is_no_text_is_shown(tmp_path: Path, environment: dict[str, str]) -> None:
    """A folder's name in another encoding ended as “lost sys.stderr”."""
    done = run("build", str(tmp_path / UNREADABLE), "-o", str(tmp_path / "x.pdf"), "--lang", "en", **environment)
    assert done.returncode == 3
    assert b"n\\xffw: there is no such folder" in done.stderr
    done = run("build", str(tmp_path / UNREADABLE), "-o", str(tmp_path / "x.pdf"), "--json", **environment)
    assert json.loads(done.stdout)["findings"][0]["file"] == str(tmp_path / UNREADABLE)
    done = run("build", str(tmp_path / "中文"), "-o", str(tmp_path / "x.pdf"), "--lang", "en", **environment)
    assert "中文: there is no such folder".encode() in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' file names are text")
def test_a_page_in_a_folder_whose_name_is_no_text_builds(tmp_path: Path) -> None:
    """The name stands in no PDF; all commands take it."""
    folder = tmp_path / UNREADABLE
    assert run("new", str(folder)).returncode == 0
    for arguments in (["build", "-o", str(tmp_path / "x.pdf"), "--check"], ["show"], ["fmt"], ["fonts"]):
        done = run(arguments[0], str(folder), *arguments[1:])
        assert done.returncode == 0, done.stderr


def test_an_interrupt_while_the_command_line_is_loaded_is_no_defect() -> None:
    """The first tenth of a second: the exit code of an interrupt, and no word."""
    loading = (
        "import builtins, runpy\n"
        "load = builtins.__import__\n"
        "def interrupted(name, *how, **more):\n"
        "    if name == 'jxprint.cli': raise KeyboardInterrupt\n"
        "    return load(name, *how, **more)\n"
        "builtins.__import__ = interrupted\n"
        "runpy.run_module('jxprint', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
