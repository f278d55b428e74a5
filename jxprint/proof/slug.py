"""The slug of a proof, outside the trim: the stamp 校样 PROOF, and a line with the page's name and measures."""

from __future__ import annotations

from jxprint.geometry import PT_PER_MM, Rect
from jxprint.messages import text
from jxprint.placed import Box, PlacedPage, Shape
from jxprint.proof.grid import rows_of
from jxprint.proof.lettering import MAGENTA, Lettering

# The same in both languages: a stamp is known by its look.
_STAMP = "校样 PROOF"
_STAMP_PT, _SLUG_PT = 15.0, 8.0
_STROKE_PT = 1.2
# How far the stamp's foot and the slug's baseline stand off the trim (points).
_OVER_PT, _UNDER_PT = 9.0, 20.0
_INDENT_PT = 36.0


def slug_shapes(page: PlacedPage, face: Lettering, language: str) -> list[Shape]:
    """The stamp over the trim's right corner, the slug line under its left one."""
    width = face.width(_STAMP, _STAMP_PT) + _STAMP_PT
    height = 1.3 * _STAMP_PT
    box = Rect(page.width - _INDENT_PT - width, -_OVER_PT - height, width, height)
    shapes: list[Shape] = [Box(box, stroke=MAGENTA, stroke_pt=_STROKE_PT)]
    baseline = box.y + (height - _STAMP_PT) / 2 + 0.88 * _STAMP_PT
    shapes += face.shapes(_STAMP, box.x + _STAMP_PT / 2, baseline, _STAMP_PT, MAGENTA)
    told = face.fitted(_slug(page, language), _SLUG_PT, page.width - 2 * _INDENT_PT)
    return shapes + face.shapes(told, _INDENT_PT, page.height + _UNDER_PT, _SLUG_PT, MAGENTA)


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
