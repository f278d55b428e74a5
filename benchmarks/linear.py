"""Run as a process of its own: how long paragraphs of a growing length take to break and justify.

    python linear.py PAGE LENGTH...

The page's body text, again and again, is one paragraph of each length; seconds a thousand characters are printed, one
line a length. A composer that is linear prints the same number each time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from jxprint import open_library, read_page
from jxprint.composition.desk import Desk
from jxprint.composition.dummy import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import forget, set_paragraph
from jxprint.model import Story


def main(folder: Path, lengths: list[int]) -> None:
    """Set the paragraphs, the shortest first."""
    page = read_page(folder)
    library = open_library(page.style.fonts, base=folder)
    frame = frame_of(page)
    setting = Desk(page, library, frame, areas(page.dummy)).setting("body", frame.column_width)
    stories = [part for part in page.parts if isinstance(part, Story)]
    copy = "".join(paragraph.text for story in stories for paragraph in story.paragraphs)
    set_paragraph(copy, setting)  # faces are opened and characters looked up
    for length in lengths:
        forget()
        text = (copy * (length // len(copy) + 1))[:length]
        started = time.perf_counter()
        set_paragraph(text, setting)
        print((time.perf_counter() - started) / length * 1000, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(length) for length in sys.argv[2:]])
