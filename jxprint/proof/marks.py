"""Regions that a proof marks in red, each with a note: copy that has no room, for one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.placed import Box, Shape
from jxprint.proof.lettering import RED, Lettering

_TINT = 0.12
_STROKE_PT, _NOTE_PT, _WHITE_PT = 1.0, 8.0, 2.5


class Marked(Struct, frozen=True):
    """A region of the page (points) and what is to be said of it, on one line; an empty note says nothing."""

    rect: Rect
    note: str = ""


def mark_shapes(marks: Sequence[Marked], face: Lettering) -> tuple[list[Shape], list[Shape]]:
    """The tints, which stand under the copy, and the frames with their notes, which stand over it: a note under the
    foot of its region, a mark's own white from it.
    """
    tints: list[Shape] = [Box(mark.rect, fill=RED.tint(_TINT)) for mark in marks]
    frames: list[Shape] = []
    for mark in marks:
        frames.append(Box(mark.rect, stroke=RED, stroke_pt=_STROKE_PT))
        y = mark.rect.bottom + _WHITE_PT + 0.88 * _NOTE_PT
        frames += face.shapes(mark.note, mark.rect.x, y, _NOTE_PT, RED)
    return tints, frames
