"""One side of a comparison drawn in a process beside: the pages and places are those that are drawn here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere both sides are drawn in turn")

_SCRIPT = """
import os, signal, sys
from pathlib import Path
os.sched_getaffinity = lambda process: {0, 1}
from jxprint.checker import begun
from jxprint.golden.ahead import Ahead
from jxprint.golden.sheets import Pdf
begun._WORTH_A_PROCESS = 0
pdf = Path(sys.argv[1])
def said(source):
    pages = [source.sheet(page) for page in range(source.pages)]
    return [(one.picture.tobytes(), one.dpi, one.left, one.head, one.turned) for one in pages], source.places()
here = said(Pdf(pdf, str(pdf), 40.0))
with Ahead(pdf, 40.0) as file:
    assert file._beside.process
    source = file.source()
    asked = [source.sheet(0), source.places()]
    taken = Pdf.sheet, Pdf.places
    Pdf.sheet = Pdf.places = None
    one = source.sheet(1)
    Pdf.sheet, Pdf.places = taken
    assert source.sheet(0).picture.tobytes() == asked[0].picture.tobytes()  # asked for once more
with Ahead(pdf, 40.0) as file:
    beside = said(file.source())
with Ahead(pdf, 40.0) as file:
    os.kill(file._beside.process, signal.SIGKILL)
    killed = said(file.source())
with Ahead(pdf, 40.0) as file:
    source = file.source()
    places_first = source.places(), source.sheet(1).picture.tobytes(), source.sheet(0).picture.tobytes()
print(here == beside == killed, places_first == (here[1], here[0][1][0], here[0][0][0]), len(here[1]))
"""


def test_pages_drawn_beside_are_the_pages_drawn_here(jiaxing_pdf: bytes, tmp_path: Path) -> None:
    """Every pixel and every place, whatever is asked for first, and where the process comes to nothing."""
    import pikepdf

    file = tmp_path / "嘉兴.pdf"
    with pikepdf.Pdf.open(_written(tmp_path, jiaxing_pdf)) as document:
        document.pages.append(document.pages[0])
        document.save(file)
    told = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(file)], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert (told.returncode, told.stderr) == (0, ""), told.stderr
    assert told.stdout == "True True 2\n"


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "one.pdf"
    path.write_bytes(data)
    return path
