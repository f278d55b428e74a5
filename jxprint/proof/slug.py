"""The slug of a proof, over the trim, where copy that has no room does not come: the stamp 校样 PROOF, and one or two
lines with the page's name and measures.
"""

from __future__ import annotations

from jxprint.composition.lettering import Lettering
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.messages import text
from jxprint.placed import Box, PlacedPage, Shape
from jxprint.proof.grid import rows_of
from jxprint.proof.inks import MAGENTA

# The same in both languages: a stamp is known by its look.
_STAMP = "校样 PROOF"
_STAMP_PT, _SLUG_PT = 15.0, 8.0
_STROKE_PT = 1.2
# How far the stamp's foot and the slug's last baseline stand off the trim, and its lines from each other (points).
_OVER_PT, _LINE_PT = 9.0, 10.5
_PART = "  |  "
_INDENT_PT = 36.0


def slug_shapes(page: PlacedPage, face: Lettering, language: str) -> list[Shape]:
    """The stamp over the trim's right corner, the slug's lines from the left one on."""
    width = face.width(_STAMP, _STAMP_PT) + _STAMP_PT
    height = 1.3 * _STAMP_PT
    box = Rect(page.width - _INDENT_PT - width, -_OVER_PT - height, width, height)
    shapes: list[Shape] = [Box(box, stroke=MAGENTA, stroke_pt=_STROKE_PT)]
    baseline = box.y + (height - _STAMP_PT) / 2 + 0.88 * _STAMP_PT
    shapes += face.shapes(_STAMP, box.x + _STAMP_PT / 2, baseline, _STAMP_PT, MAGENTA)
    lines = _broken(_slug(page, language), face, box.x - 2 * _INDENT_PT)
    for number, line in enumerate(reversed(lines)):
        shapes += face.shapes(line, _INDENT_PT, -_OVER_PT - number * _LINE_PT, _SLUG_PT, MAGENTA)
    return shapes


def _broken(told: str, face: Lettering, room: float) -> list[str]:
    """The slug on one line, or on two of which the first takes what it can."""
    first, *rest = told.split(_PART)
    while rest and face.width(first + _PART + rest[0], _SLUG_PT) <= room:
        first += _PART + rest.pop(0)
    lines = [first, _PART.join(rest)] if rest else [first]
    return [face.fitted(line, _SLUG_PT, room) for line in lines]


def _slug(page: PlacedPage, language: str) -> str:
    grid, area = page.grid, page.print_space
    characters = sum(len(line.text) for block in page.text_blocks() for line in block.lines)
    return text(
        "output.proof.slug",
        language,
        name=page.name,
        title=page.title,
        sheet=_millimetres(page.width, page.height),
        area=_millimetres(area.width, area.height),
        columns=len(grid.column_xs),
        rows=rows_of(page),
        body=f"{grid.body_pt:g}",
        pitch=f"{grid.pitch:g}",
        characters=characters,
    )


def _millimetres(width: float, height: float) -> str:
    return f"{width / PT_PER_MM:.1f} × {height / PT_PER_MM:.1f} mm"
