"""Run as a process of its own: total fit of a page's paragraphs, and of paragraphs of a growing length.

    python linear.py PAGE LENGTH...

The first line has the seconds that all paragraphs of the page take to measure and to break, its faces known. Then the
page's body text, again and again, is one paragraph of each length, broken and justified; seconds a thousand characters
are printed, one line a length. A composer that is linear prints the same number each time.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from jxprint import open_library, read_page
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import count_lines, forget, set_paragraph
from jxprint.composition.lines.setting import Setting
from jxprint.model import Story

_TIMES = 21


def main(folder: Path, lengths: list[int]) -> None:
    """Break the page's paragraphs, then set longer ones, the shortest first."""
    page = read_page(folder)
    library = open_library(page.style.fonts, base=folder)
    frame = frame_of(page)
    setting = Desk(page, library, frame, areas(page.dummy)).setting("body", frame.column_width)
    stories = [part for part in page.parts if isinstance(part, Story)]
    paragraphs = [paragraph.text for story in stories for paragraph in story.paragraphs]
    copy = "".join(paragraphs)
    set_paragraph(copy, setting)  # faces are opened and characters looked up
    print(statistics.median(_total_fit(paragraphs, setting) for _ in range(_TIMES)), flush=True)
    for length in lengths:
        forget()
        text = (copy * (length // len(copy) + 1))[:length]
        started = time.perf_counter()
        set_paragraph(text, setting)
        print((time.perf_counter() - started) / length * 1000, flush=True)


def _total_fit(paragraphs: list[str], setting: Setting) -> float:
    forget()
    started = time.perf_counter()
    for text in paragraphs:
        count_lines(text, setting)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(length) for length in sys.argv[2:]])
