"""Run as a process of its own: write the pages of all sides into a work folder.

    python prepare.py PAGE WORK COUNT [PUBLISHED]

WORK gets `ours/0000` … (page folders, 0000 the page as it is), `fonts` with those of our faces that the pages use,
and `same_faces/one` and `same_faces/many` (Typst sources of the first page and of all of them); where PUBLISHED names
a folder of the faces as their makers publish them, `published/one` and `published/many` as well.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from jxprint import compose, open_library, read_page
from peer import copy_faces, write_sources
from variants import write_variant


def prepare(page: Path, work: Path, count: int, published: Path | None) -> None:
    """Write `count` distinct pages for all sides."""
    ours = work / "ours"
    if (page.parent / "styles").is_dir():
        # A page may name its house style by a path beside it.
        shutil.copytree(page.parent / "styles", ours / "styles")
    folders = [write_variant(page, number, ours / f"{number:04d}") for number in range(count)]
    pages = [read_page(folder) for folder in folders]
    library = open_library(pages[0].style.fonts, base=folders[0])
    both = [(one, compose(one, library)) for one in pages]
    copy_faces([placed for _, placed in both], library, work / "fonts")
    for way, fonts in (("same_faces", work / "fonts"), ("published", published)):
        if fonts is not None:
            write_sources(both[:1], library, fonts, work / way / "one")
            write_sources(both, library, fonts, work / way / "many")


if __name__ == "__main__":
    given = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    prepare(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), given)
