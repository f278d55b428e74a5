"""Regions that a proof marks in red, each with a note: copy that has no room, for one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.composition.lettering import Lettering
from jxprint.composition.strokes import panel
from jxprint.geometry import Rect
from jxprint.placed import Box, Shape
from jxprint.proof.edges import Loop, ring
from jxprint.proof.inks import PAPER, RED

_TINT = 0.12
_STROKE_PT, _PLATE_PT, _NOTE_PT, _WHITE_PT = 1.0, 0.5, 8.0, 2.5


class Marked(Struct, frozen=True):
    """A region of the page (points) and what is to be said of it, on one line; an empty note says nothing. Where it is
    no rectangle, the loops of its edge.
    """

    rect: Rect
    note: str = ""
    edge: tuple[Loop, ...] = ()


def mark_shapes(marks: Sequence[Marked], face: Lettering, sheet: Rect) -> tuple[list[Shape], list[Shape]]:
    """The tints, which stand under the copy, and the frames with their notes, which stand over it on white plates: a
    note under the foot of its region, and within its foot where the trim (`sheet`) ends above that.
    """
    tint, tints, frames = RED.tint(_TINT), list[Shape](), list[Shape]()
    for mark in marks:
        tints.append(panel(tint, mark.edge) if mark.edge else Box(mark.rect, fill=tint))
        frames += ring(mark.edge, RED, _STROKE_PT) if mark.edge else [Box(mark.rect, stroke=RED, stroke_pt=_STROKE_PT)]
    plates: list[Rect] = []
    for mark in marks:
        if not mark.note:
            continue
        told = face.fitted(mark.note, _NOTE_PT, sheet.width - 2 * _WHITE_PT)
        plate = _plate(mark.rect, face.width(told, _NOTE_PT), sheet, plates)
        plates.append(plate)
        frames.append(Box(plate, PAPER, RED, _PLATE_PT))
        y = plate.y + _WHITE_PT + 0.88 * _NOTE_PT
        frames += face.shapes(told, plate.x + _WHITE_PT, y, _NOTE_PT, RED)
    return tints, frames


def _plate(region: Rect, width: float, sheet: Rect, plates: Sequence[Rect]) -> Rect:
    """What a note stands on, within the sheet; over those that are there already."""
    wide, high = width + 2 * _WHITE_PT, _NOTE_PT + 2 * _WHITE_PT
    x = max(sheet.x, min(region.x, sheet.right - wide))
    y = max(sheet.y, min(region.bottom + _WHITE_PT, sheet.bottom - high))
    while any(x < one.right and one.x < x + wide and y < one.bottom and one.y < y + high for one in plates):
        y -= high + _WHITE_PT
    return Rect(x, y, wide, high)
