"""Parts on a proof: their frames with letter, name and measures, their legs, and line numbers beside them."""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.lettering import Lettering
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.messages import text
from jxprint.placed import Article, Box, PlacedPage, Shape, TextLine
from jxprint.proof.edges import first_column, ring
from jxprint.proof.inks import CYAN, MAGENTA
from jxprint.proof.labels import Labels

_FRAME_PT, _LEG_PT = 0.45, 0.25
_LEG_NUMBER_PT, _LINE_NUMBER_PT = 8.0, 5.0
_LEG_TINT = 0.8
# From a line to its number (points).
_WHITE_PT = 2.0
_STEP = 5
# Blocks whose lines are counted in a leg.
_RUNNING = frozenset(("body", "subhead"))


class _Leg(Struct):
    number: int
    lines: list[TextLine]
    frames: list[Rect]

    @property
    def box(self) -> Rect:
        left, top = min(one.x for one in self.frames), min(one.y for one in self.frames)
        right, foot = max(one.right for one in self.frames), max(one.bottom for one in self.frames)
        return Rect(left, top, right - left, foot - top)


def legs_of(article: Article) -> list[_Leg]:
    """The legs of an article's running text, in reading order."""
    legs: dict[int, _Leg] = {}
    for block in article.text_blocks():
        if block.role not in _RUNNING:
            continue
        numbers = list(dict.fromkeys(line.leg for line in block.lines))
        for number, frame in zip(numbers, block.frames, strict=False):
            legs.setdefault(number, _Leg(number, [], [])).frames.append(frame)
        for line in block.lines:
            legs[line.leg].lines.append(line)
    return [legs[number] for number in sorted(legs)]


def leg_boxes(page: PlacedPage) -> list[Shape]:
    """A thin box round each leg, under its text."""
    return [
        Box(leg.box, stroke=CYAN.tint(_LEG_TINT), stroke_pt=_LEG_PT)
        for article in page.articles
        for leg in legs_of(article)
    ]


def line_numbers(page: PlacedPage, face: Lettering) -> list[Shape]:
    """Each leg's number at its head, and the number of every fifth line, in the white before the leg."""
    shapes: list[Shape] = []
    for article in page.articles:
        legs = legs_of(article)
        for leg in legs:
            for number, line in enumerate(leg.lines, 1):
                if number == 1 and len(legs) > 1:
                    shapes += _beside(line, leg.box, face, str(leg.number + 1), _LEG_NUMBER_PT)
                elif number % _STEP == 0:
                    shapes += _beside(line, leg.box, face, str(number), _LINE_NUMBER_PT)
    return shapes


def _beside(line: TextLine, leg: Rect, face: Lettering, told: str, size: float) -> list[Shape]:
    """A number left of a line, over the head of a vertical one; the leg's own is the larger one."""
    ink = MAGENTA if size == _LEG_NUMBER_PT else CYAN
    if line.length is not None:
        return face.shapes(told, line.x, leg.y - _WHITE_PT, size, ink, "centre")
    return face.shapes(told, leg.x - _WHITE_PT, line.y, size, ink, "right")


def part_shapes(page: PlacedPage, face: Lettering, language: str) -> list[Shape]:
    """Frame and label of every part, the labels over all frames; of one with corners its edge, as its legs stand."""
    labels = Labels(page, face)
    frames: list[Shape] = []
    names: list[Shape] = []
    parts = [(one.part, one.label, one.frame, one.edge) for one in page.articles if one.kind != "folio"]
    for one in page.ornaments:
        parts.append((one.part, one.file.name if one.file is not None else "", one.room or one.frame, ()))
    for part, name, frame, edge in parts:
        if edge:
            frames += ring(edge, MAGENTA, _FRAME_PT)
        else:
            frames.append(Box(frame, stroke=MAGENTA, stroke_pt=_FRAME_PT))
        names += labels.shapes(_label(page, part, name, frame, language), name, first_column(edge, frame))
    return frames + names


def _label(page: PlacedPage, letter: str, name: str, frame: Rect, language: str) -> str:
    grid = page.grid
    columns = sum(frame.x < x + grid.column_width and x < frame.right for x in grid.column_xs)
    rows = round((frame.height - grid.body_pt) / grid.pitch) + 1
    return text(
        "output.proof.part",
        language,
        letter=letter,
        name=name,
        width=f"{frame.width / PT_PER_MM:.1f}",
        height=f"{frame.height / PT_PER_MM:.1f}",
        columns=columns,
        rows=rows,
    )
