"""Run as a process of its own: write the pages of both sides into a work folder.

    python prepare.py PAGE WORK COUNT [FONTS]

WORK gets `ours/0000` … (page folders, pictures left out by themselves where the page has none) and `theirs/one`,
`theirs/many` (Typst sources of the first page and of all of them) and, where FONTS names no folder of upstream fonts,
`fonts` with our faces. 0000 is the page as it is.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from jxprint import compose, open_library, read_page
from peer import copy_faces, write_sources
from variants import write_variant


def prepare(page: Path, work: Path, count: int, upstream: Path | None) -> None:
    """Write `count` distinct pages for both sides."""
    ours, theirs = work / "ours", work / "theirs"
    if (page.parent / "styles").is_dir():
        # A page may name its house style by a path beside it.
        shutil.copytree(page.parent / "styles", ours / "styles")
    folders = [write_variant(page, number, ours / f"{number:04d}") for number in range(count)]
    pages = [read_page(folder) for folder in folders]
    library = open_library(pages[0].style.fonts, base=folders[0])
    both = [(one, compose(one, library)) for one in pages]
    fonts = upstream or work / "fonts"
    if upstream is None:
        copy_faces([placed for _, placed in both], library, fonts)
    write_sources(both[:1], library, fonts, theirs / "one")
    write_sources(both, library, fonts, theirs / "many")


if __name__ == "__main__":
    given = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    prepare(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), given)
