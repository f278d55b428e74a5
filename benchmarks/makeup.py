"""Run as a process of its own: the make-up of a page of thirty parts, eight of them of shapes with corners.

    python makeup.py PAGE

The page's stories, shortened, stand on a drawing of thirty parts. Two medians are printed, in seconds: the page made up
with all its type standing (the dummy solved, every part asked for its rows), and placed as well; then how many parts
there are.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from jxprint import open_library, read_page
from jxprint.composition.drawing import drawing_of
from jxprint.composition.making_up import make_up, place, refuse
from jxprint.model import Dummy, Page, Picture, Story
from jxprint.model.parts import Part

_TIMES = 51
_DRAWING = """
M M M N N N
A A A A B B
A A P P B B
A A P P B D
C C C C D D
C Q Q C D D
C C C C D D
E E E E G G
E E F F G G
H H F F G G
H I I J J K
L L I O O K
L R R S S T
U U V V W W
a a V V b b
a c c d g b
e e f f b b
"""


def main(folder: Path) -> None:
    """Make up the page again and again."""
    page = crowded(read_page(folder))
    library = open_library(page.style.fonts, base=folder)
    made = make_up(page, library)
    refuse(made)
    place(made)
    print(_median(lambda: make_up(page, library)))
    print(_median(lambda: place(make_up(page, library))))
    print(len(page.parts))


def crowded(page: Page) -> Page:
    """A page of the drawing, each part with some copy of the page's stories, on a sheet that is deep enough."""
    dummy = Dummy(tuple(tuple(row.split()) for row in _DRAWING.strip().splitlines()))
    stories = [part for part in page.parts if isinstance(part, Story)]
    parts: list[Part] = []
    for number, letter in enumerate(dict.fromkeys(letter for row in dummy.rows for letter in row)):
        story = stories[number % len(stories)]
        if letter in "PQ":
            parts.append(Picture(letter=letter))
            continue
        is_shape = len(drawing_of(dummy).pieces[letter]) > 1
        paragraphs = story.paragraphs * 3 if is_shape else story.paragraphs[:1]
        head = (replace(story.headline[0], text=story.headline[0].text[:2]),)
        parts.append(
            replace(story, letter=letter, name=letter, headline=head, byline=(), paragraphs=paragraphs, legs=None)
        )
    sheet = replace(page.sheet, height_pt=5400)
    return replace(page, name="crowded", dummy=dummy, parts=tuple(parts), sheet=sheet)


def _median(work: Callable[[], object]) -> float:
    taken: list[float] = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
