"""Interrupts: none is lost, and none breaks off what a library in C asks of us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from jxprint.fonts import open_library
from jxprint.fonts.face import _Pen
from jxprint.interrupts import undisturbed


def test_an_interrupt_comes_when_the_work_is_done() -> None:
    """It is raised behind the call, and the next one is raised at once again."""
    done: list[str] = []

    def work() -> None:
        signal.raise_signal(signal.SIGINT)
        done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        undisturbed(work)
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert undisturbed(lambda: 3) == 3


def test_other_threads_and_other_handlers_are_left_alone() -> None:
    """Python lets nobody but the main thread set a handler."""
    given: list[int] = []
    thread = threading.Thread(target=lambda: given.append(undisturbed(lambda: 3)))
    thread.start()
    thread.join()
    own = signal.signal(signal.SIGINT, lambda number, frame: given.append(number))
    try:
        undisturbed(lambda: signal.raise_signal(signal.SIGINT))
    finally:
        signal.signal(signal.SIGINT, own)
    assert given == [3, signal.SIGINT]


def test_no_stroke_of_a_glyph_is_lost_by_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """HarfBuzz printed what was raised in its callback and went on: the build ended well, with a glyph that lacked a
    line.
    """
    face = open_library().face("hei-bold")
    glyph = face.shape("口").glyphs[0]
    usual = _Pen.lineTo

    def interrupted(pen: _Pen, point: tuple[float, float]) -> None:
        signal.raise_signal(signal.SIGINT)
        usual(pen, point)

    with monkeypatch.context() as patched:
        patched.setattr(_Pen, "lineTo", interrupted)
        face._outlines.pop(glyph, None)
        with pytest.raises(KeyboardInterrupt):
            face.outline(glyph)
    assert glyph not in face._outlines
    assert sum(command[0] == "L" for command in face.outline(glyph)) >= 6


_MADE_FOR_A_WHILE = """
import sys, time
from pathlib import Path
from jxprint.cli import command
import jxprint.reconstruct.making as making
usual = making.page_files
def files(*given, **more):
    made = usual(*given, **more)
    Path(sys.argv[-1] + ".ready").touch()
    time.sleep(60)
    return made
making.page_files = files
command()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("interrupts", ["heard", "ignored"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_that_is_told_to_end_leaves_nothing_half_made(tmp_path: Path, name: str, interrupts: str) -> None:
    """The folder that a page is made in is taken away, also where the shell has interrupts ignored, as in a script's
    background; the exit code is the shell's for that signal. Ctrl-C is then for others.
    """
    if (name, interrupts) == ("SIGINT", "ignored"):
        return
    source = Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt"
    folder = tmp_path / "pages" / "restored"
    heard = "default_int_handler" if interrupts == "heard" else "SIG_IGN"
    # Whoever runs these tests behind a terminal that is gone (nohup) has its signal ignored.
    asked = f"signal.signal(signal.SIGINT, signal.{heard})\nsignal.signal(signal.SIGHUP, signal.SIG_DFL)"
    script = f"import signal\n{asked}\n{_MADE_FOR_A_WHILE}"
    ready = Path(f"{folder}.ready")
    ready.parent.mkdir()
    command = [sys.executable, "-c", script, "reconstruct", str(source), "-o", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not ready.exists():
            assert process.poll() is None
            time.sleep(0.01)
        number = getattr(signal, name)
        process.send_signal(number)
        out, err = process.communicate(timeout=50)
    assert (process.returncode, out, err) == (128 + number, "", "")
    assert [one.name for one in folder.parent.iterdir()] == [ready.name]


def test_what_is_forked_ends_at_once() -> None:
    """A share of an edition is ended with SIGTERM; it says nothing then."""
    script = (
        "import multiprocessing, time\n"
        "from jxprint.interrupts import heed_endings\n"
        "heed_endings()\n"
        "child = multiprocessing.get_context('fork').Process(target=time.sleep, args=(60,))\n"
        "child.start()\n"
        "child.terminate()\n"
        "child.join()\n"
        "print(child.exitcode)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (str(-signal.SIGTERM), "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_many_pages_that_are_told_to_end_leave_nothing_half_made(tmp_path: Path, name: str) -> None:
    """A closing terminal and a service manager tell all processes of a command at once, those that it forked too."""
    source = Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt"
    dumps, made = tmp_path / "dumps", tmp_path / "made"
    dumps.mkdir()
    for k in range(60):
        (dumps / f"{k:02}.txt").write_bytes(source.read_bytes())
    script = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_DFL)\nfrom jxprint.cli import command\ncommand()"
    command = [sys.executable, "-c", script, "reconstruct", str(dumps), "-o", str(made)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while not (made.is_dir() and any(made.iterdir())):
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, getattr(signal, name))
        process.communicate(timeout=50)
    assert process.returncode == 128 + getattr(signal, name)
    assert [one.name for one in made.iterdir() if one.name.startswith(".")] == []
    assert len(list(made.iterdir())) < 60


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("heard", "code"), [("SIG_DFL", 128 + 1), ("SIG_IGN", 7)])
def test_what_was_ignored_stays_ignored_within_a_share(heard: str, code: int) -> None:
    """Behind nohup a terminal may close; otherwise the process ends as one that was told to."""
    script = (
        "import os, signal, sys\n"
        f"signal.signal(signal.SIGHUP, signal.{heard})\n"
        "from jxprint.interrupts import ends_within\n"
        "ends_within(lambda: os.kill(os.getpid(), signal.SIGHUP))\n"
        "sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")
