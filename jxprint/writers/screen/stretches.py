"""Stretches of text on a line: where each starts and how long it is, for text that lies over its own outlines."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from jxprint.fonts.blank import blank_face, blank_width
from jxprint.placed import GlyphRun, PlacedPage, TextLine

# From the top of an em box to its baseline.
ABOVE_EM = 0.88


class Stretch(Struct, frozen=True):
    """A line, or what of it stands in one element: its start (the baseline's; of a vertical one the centre line's),
    its type's size and how long it is, in points.
    """

    x: float
    y: float
    size: float
    length: float
    down: bool
    runs: tuple[GlyphRun, ...]

    @property
    def spacing(self) -> float:
        """What has to stand behind each character of the blank face (points) for the stretch to be as long as it is."""
        widths = [(blank_width(char), run.size) for run in self.runs for char in run.text]
        count = sum(width > 0 for width, _ in widths)
        return (self.length - sum(width * size for width, size in widths)) / count if count else 0.0


def blank_type(pages: Iterable[PlacedPage]) -> str:
    """The rule of CSS that gives the text of some pages its own face, which has nothing to see."""
    face = blank_face(char for page in pages for run in page.runs() for char in run.text)
    return f'@font-face{{font-family:blank;src:url("data:font/ttf;base64,{b64encode(face).decode("ascii")}")}}'


def stretches(lines: Sequence[TextLine]) -> Iterator[Stretch]:
    """The stretches of some lines."""
    for line in lines:
        if line.runs:
            yield _stretch(line)


def _stretch(line: TextLine) -> Stretch:
    first, last = line.runs[0], line.runs[-1]
    size = max(run.size for run in line.runs)
    reading = first.inline == "reading"
    if line.length is None:
        length = last.x + sum(last.advances) - first.x
        return Stretch(first.x, first.y if reading else line.y, size, length, False, line.runs)
    head = _head(first)
    foot = _head(last) + (last.size if last.orientation == "horizontal" else sum(last.advances))
    return Stretch(first.x if reading else line.x, head, size, foot - head, True, line.runs)


def _head(run: GlyphRun) -> float:
    """Where a run of a vertical line starts; side by side, glyphs stand on a baseline."""
    return run.y - ABOVE_EM * run.size if run.orientation == "horizontal" else run.y
