"""Run as a process of its own: a file checked against the copy of its page again and again.

    python checked_again.py FILE PAGE

Two lines are printed, medians of seconds: without the witness that holds every glyph against its face, and with all of
them. The first checks of the process, which load what it takes, are not counted.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from jxprint import check, read_page
from jxprint.checker.glyphs import Oddity
from jxprint.checker.graphics import Fonts
from jxprint.checker.ink import Ink
from jxprint.model import Page

_TIMES, _WARM_UPS = 25, 3


def main(pdf: Path, folder: Path) -> None:
    """Check without the ink, then with it."""
    page = read_page(folder)
    with patch.object(Ink, "look", _nothing):
        print(_median(pdf, page))
    print(_median(pdf, page))


def _nothing(_: Ink, __: Fonts) -> Iterator[Oddity]:
    return iter(())


def _median(pdf: Path, page: Page) -> float:
    taken: list[float] = []
    for turn in range(_TIMES + _WARM_UPS):
        started = time.perf_counter()
        report = check(pdf, page)
        if turn >= _WARM_UPS:
            taken.append(time.perf_counter() - started)
        assert report.ok, report.findings
    return statistics.median(taken)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
