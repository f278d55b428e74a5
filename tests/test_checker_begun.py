"""Both readers at once: what the second one says in a process of its own is what it says in this one.

Each question is asked in a process without other threads: only there a second one is started.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the readers take turns")

_START = """
import os, signal, sys
from pathlib import Path
os.sched_getaffinity = lambda process: {0, 1}
from jxprint.checker import begun
from jxprint.checker.begun import Begun
from jxprint.checker.engine import opened_by_engine, read_by_engine
from jxprint.errors import PdfError
begun._WORTH_A_PROCESS = 0
pdf = Path(sys.argv[1])
"""


def _asked(script: str, *arguments: str) -> str:
    """What a script prints; nothing else may come of it, on any stream."""
    told = subprocess.run(
        [sys.executable, "-c", _START + script, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (told.returncode, told.stderr) == (0, ""), told.stderr
    return told.stdout


@pytest.fixture(scope="module")
def file(jiaxing_pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The first page as a file."""
    path = tmp_path_factory.mktemp("begun") / "嘉兴.pdf"
    path.write_bytes(jiaxing_pdf)
    return str(path)


@pytest.mark.parametrize("given", ["pdf", "pdf.read_bytes()"])
def test_a_page_read_beside_is_the_page_read_here(file: str, given: str) -> None:
    """Every glyph, frame and oddity, from a path and from memory."""
    script = f"""
from jxprint.checker.reader import origins
with Begun({given}, "it", at_once=True) as begun_file:
    origin, = origins(begun_file.document)
    assert begun_file._beside.process
    beside = begun_file.again(0, origin)
    assert begun_file._beside is not None and begun_file._engine is None
with opened_by_engine(pdf, "it") as engine:
    print(len(beside.stream) > 3000, beside == read_by_engine(engine, 0, origin, "it"))
"""
    assert _asked(script, file) == "True True\n"


def test_what_comes_to_nothing_beside_is_read_here(file: str) -> None:
    """A process that is killed, cannot have its memory or cannot be started costs time and no page."""
    script = """
from jxprint.checker.reader import origins
fork, memory = os.fork, begun._MEMORY
def none():
    raise OSError
def read(of):
    with Begun(pdf, "it", at_once=True) as file:
        origin, = origins(file.document)
        of(file)
        page = file.again(0, origin)
        assert file._engine is not None
        return page
def alone(file):
    assert not file._beside.process
pages = [read(lambda file: os.kill(file._beside.process, signal.SIGKILL))]
begun._MEMORY = 0
pages.append(read(lambda file: None))
begun._MEMORY, os.fork = memory, none
pages.append(read(alone))
print(len(pages), all(page == pages[0] for page in pages), len(pages[0].stream) > 3000)
"""
    assert _asked(script, file) == "3 True True\n"


def test_a_file_that_is_refused_leaves_no_process_behind(file: str, tmp_path: Path) -> None:
    """And says what it says where the readers take turns."""
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(Path(file).read_bytes()[:150_000].replace(b"/Page", b"/Pig", 3))
    script = """
import jxprint
told = []
for threads in (False, True):
    if threads:
        begun._WORTH_A_PROCESS = 1 << 40
    try:
        with Begun(pdf, "it", at_once=True) as file:
            jxprint.check(file, [])
    except PdfError as refusal:
        told.append([(one.key, dict(one.args)) for one in refusal.findings])
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print(len(told), told[0] == told[1], told[0][0][0])
"""
    assert _asked(script, str(damaged)) == "2 True checks.damaged\n"


def test_an_answer_is_taken_for_its_own_page_alone(file: str) -> None:
    """What was asked for twice is read here the second time."""
    script = """
from jxprint.checker.reader import origins
with Begun(pdf, "it", at_once=True) as file:
    origin, = origins(file.document)
    file._beside.next()
    page = file.again(0, origin)
    print(file._engine is not None, len(page.stream) > 3000)
"""
    assert _asked(script, file) == "True True\n"
