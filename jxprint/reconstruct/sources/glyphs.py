"""Glyphs of a page, in the order in which a file shows them, made lines of text.

A line goes on as long as glyphs stand on one baseline, each where the last one ended; what stands apart (a column of
a table, the text of the next leg) is a line of its own. Glyphs one below another make a line that runs down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from unicodedata import east_asian_width

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.reconstruct.evidence import Line

# Ems. Glyphs further apart than this are two lines; on one baseline they differ by less in height.
_APART, _OVERLAP, _LEVEL = 0.75, 1.3, 0.35
# From a glyph to the one below it in vertical text, and how far off the line's middle it may be.
_STEP_LEAST, _STEP_MOST, _ASIDE = 0.45, 1.7, 0.3
# Sizes that differ so many times are two lines', unless the larger is no display type (points) and the smaller close.
_OTHER, _DISPLAY, _BESIDE = 1.25, 24.0, 0.3
# The face of an ideograph above and below its baseline.
ABOVE, BELOW = 0.88, 0.12
# What lines that stand turned have for a face.
TURNED = "turned"


class Glyph(Struct):
    """A glyph: its text, where its pen stood (points from the top left corner of the trim), its advance, size and face;
    `turned` in degrees, clockwise.
    """

    text: str
    x: float
    y: float
    advance: float
    size: float
    face: str
    turned: float = 0.0

    @property
    def right(self) -> float:
        """Where the next glyph stands, if nothing was closed up."""
        return self.x + self.advance


def is_wide(char: str) -> bool:
    """Whether a character is an em wide."""
    return east_asian_width(char) in "WF"


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that glyphs make, numbered as they come."""
    runs = _downward(_rejoined(list(_across(glyphs))))
    return [_line(run, number, down) for number, (run, down) in enumerate(runs, 1)]


def _across(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            yield run
            run = []
        if run or not glyph.text.isspace():
            run.append(glyph)
    if run:
        yield run


def _rejoined(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Runs that go on one from another though one of other type comes between them in the file."""
    found: list[list[Glyph]] = []
    changed = False  # once a run was passed over, the next may go on from it
    for run in runs:
        near = found[-2:] if changed else found[-2:-1]
        before = next((one for one in near if _type(one) == _type(run) and _goes_on(one[-1], run[0])), None)
        if before is not None and (changed or _type(found[-1]) != _type(run)):
            before += run
            changed = True
        else:
            found.append(run)
            changed = False
    return found


def _type(run: Sequence[Glyph]) -> tuple[float, str]:
    return round(run[0].size, 1), run[0].face


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    em, least = max(before.size, glyph.size), min(before.size, glyph.size)
    if em > _OTHER * least and (em > _DISPLAY or abs(glyph.x - before.right) > _BESIDE * least):
        return False  # display type beside other type; what is raised or lowered stands close to its text
    if abs(before.turned - glyph.turned) > 1 or abs(glyph.y - before.y) > _LEVEL * em:
        return False
    if glyph.x == before.x:
        return True  # characters that one glyph shows
    return -_OVERLAP * em < glyph.x - before.right < _APART * em and glyph.x > before.x - 0.1 * em


def _downward(runs: Sequence[list[Glyph]]) -> Iterator[tuple[list[Glyph], bool]]:
    """Short runs one below another joined; True for those."""
    column: list[list[Glyph]] = []
    for run in runs:
        if column and not _is_below(column[-1], run):
            yield from _column(column)
            column = []
        column.append(run)
    yield from _column(column)


def _column(runs: list[list[Glyph]]) -> Iterator[tuple[list[Glyph], bool]]:
    if len(runs) > 1:
        yield [glyph for run in runs for glyph in run], True
    elif runs:
        yield runs[0], False


def _is_below(above: Sequence[Glyph], run: Sequence[Glyph]) -> bool:
    """Whether a run stands below another as the next character of a line that runs down."""
    if len(above) > 2 or len(run) > 2:
        return False
    em = max(above[0].size, run[0].size)
    step, aside = run[0].y - above[0].y, (run[0].x + run[-1].right - above[0].x - above[-1].right) / 2
    return _STEP_LEAST * em < step < _STEP_MOST * em and abs(aside) < _ASIDE * em


def _line(run: list[Glyph], number: int, down: bool) -> Line:
    while len(run) > 1 and run[-1].text.isspace():
        run.pop()
    size = round(median([glyph.size for glyph in run]), 3)
    left, right = min(glyph.x for glyph in run), max(glyph.right for glyph in run)
    top = min(glyph.y for glyph in run) - ABOVE * size
    bottom = max(glyph.y for glyph in run) + BELOW * size
    faces = [glyph.face for glyph in run]
    face = max(dict.fromkeys(faces), key=faces.count)
    box = Rect(left, top, right - left, bottom - top)
    return Line("".join(glyph.text for glyph in run), number, box=box, size=size, face=face, down=down)
