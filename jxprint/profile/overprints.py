"""How much ink lies in one place (总墨量) where black overprints what lies under it, before anything is written.

Black alone overprints on a press and everything else knocks out. So black can only come to too much on a ground whose
other inks leave it no room, which few pages have; where one has, the ground is drawn, and what lies over it. The same
areas are looked at as in a finished file (`jxprint.preflight.plates`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.geometry import Rect, around
from jxprint.ink import PLATES, Ink
from jxprint.placed import Box, GlyphRun, PlacedPicture, Rule
from jxprint.profile import sheet
from jxprint.profile.layers import Layer
from jxprint.profile.polygons import Commands, Points, bar, contours, corners, sides, turn

if TYPE_CHECKING:
    from PIL.Image import Image

# A glyph of a face as an outline in ems, y up.
Outlines = Callable[[str, int], Commands]

_BLACK = PLATES[3]
# Pixels to the point, and pixels each way of an area: an odd number, so that it has a middle.
_FINE = 1.5
_SIDE = int(sheet.AREA_PT * _FINE)
# Where the top of a vertical glyph's em box is over its baseline, in ems.
_TOP = 0.88


class Together(Struct, frozen=True):
    """What overprints a ground that is too rich for it: the topmost thing there, the most ink in per cent, and the
    corner of the first such area, in points.
    """

    layer: Layer
    total: float
    at: tuple[float, float]


def overprinted(painted: Sequence[Layer], limit: int, outlines: Outlines | None) -> Iterator[Together]:
    """Each thing of a page's layers that comes to too much with what it overprints; without `outlines` type is not
    looked at.
    """
    room = limit - 100 + sheet.INK_ROUNDING
    grounds = [layer for layer in painted if not layer.overprints and any(_coloured(ink) > room for ink in layer.inks)]
    if not grounds:
        return
    ground = _Ground(around([layer.box for layer in grounds]), outlines)
    for layer in painted[painted.index(grounds[0]) :]:
        ground.paint(layer)
    areas = ground.areas(limit + sheet.INK_ROUNDING)
    for layer in painted:
        if layer.overprints and (found := ground.most(areas, layer)) is not None:
            yield Together(layer, *found)


def _coloured(ink: Ink) -> float:
    """What it lays beside black, in per cent."""
    return ink.total - 100 * ink.plates.get(_BLACK, 0.0)


class _Ground:
    """The part of a page where rich grounds are, drawn: ink beside black, and black, in per cent."""

    def __init__(self, frame: Rect, outlines: Outlines | None) -> None:
        from PIL import Image as Pillow

        # White about it, so that no area reaches beyond what is known.
        white = sheet.AREA_PT
        self._frame = frame = Rect(frame.x - white, frame.y - white, frame.width + 2 * white, frame.height + 2 * white)
        self._outlines = outlines
        self._size = (max(1, round(frame.width * _FINE)), max(1, round(frame.height * _FINE)))
        self._coloured: Image = Pillow.new("I", self._size, 0)
        self._black: Image = Pillow.new("I", self._size, 0)
        # The same without what overprints.
        self._alone: Image = Pillow.new("I", self._size, 0)

    def paint(self, layer: Layer) -> None:
        """One layer over what is there."""
        if not self._meets(layer.box):
            return
        if isinstance(layer.thing, PlacedPicture):
            self._lay([corners(layer.box)], 0.0, 0.0)  # its own ink is measured with its file
            return
        for ink, outlines in zip(layer.inks, self._shapes(layer), strict=True):
            self._lay(outlines, None if layer.overprints else _coloured(ink), 100 * ink.plates.get(_BLACK, 0.0))

    def areas(self, bound: float) -> Image:
        """At each pixel the least on the area about it, where what overprints makes that more than is taken."""
        from PIL import ImageMath

        together, alone = (_least(self._coloured, black) for black in (self._black, self._alone))
        over: Image = ImageMath.lambda_eval(
            lambda args: args["one"] * (args["one"] > bound) * (args["one"] > args["two"]), one=together, two=alone
        )
        return over.convert("I")

    def most(self, areas: Image, layer: Layer) -> tuple[float, tuple[float, float]] | None:
        """The most ink in the middle of which a layer lies, and the corner of the first such area."""
        from PIL import Image as Pillow

        for outlines in self._shapes(layer) if self._meets(layer.box) else ():
            if (held := self._held(outlines)) is None:
                continue
            mask, (left, top) = held
            part = Pillow.new("I", mask.size, 0)
            part.paste(areas.crop((left, top, left + mask.width, top + mask.height)), (0, 0), mask)
            total = int(part.getextrema()[1])  # type: ignore[arg-type]
            if total > 0 and (box := part.convert("L").getbbox()):
                row = part.crop((0, box[1], part.width, box[1] + 1)).convert("L").getbbox() or box
                half = _SIDE // 2
                x, y = max(0, left + row[0] - half), max(0, top + box[1] - half)
                return float(total), (self._frame.x + x / _FINE, self._frame.y + y / _FINE)
        return None

    def _meets(self, box: Rect) -> bool:
        frame = self._frame
        return box.x <= frame.right and box.right >= frame.x and box.y <= frame.bottom and box.bottom >= frame.y

    def _lay(self, outlines: Sequence[Points], coloured: float | None, black: float) -> None:
        """Ink within outlines; what is None stays as it is."""
        if (held := self._held(outlines)) is not None:
            mask, at = held
            if coloured is not None:
                self._coloured.paste(round(coloured), at, mask)
                self._alone.paste(round(black), at, mask)
            self._black.paste(round(black), at, mask)

    def _held(self, outlines: Sequence[Points]) -> tuple[Image, tuple[int, int]] | None:
        """What outlines hold, in pixels, and where that begins; None where they hold nothing of the ground."""
        left, top = self._frame.x, self._frame.y
        pixels = [
            [((x - left) * _FINE, (y - top) * _FINE) for x, y in points] for points in outlines if len(points) > 2
        ]
        if not pixels:
            return None
        xs, ys = zip(*(point for points in pixels for point in points), strict=True)
        at = max(0, int(min(xs)) - 1), max(0, int(min(ys)) - 1)
        size = min(self._size[0], int(max(xs)) + 2) - at[0], min(self._size[1], int(max(ys)) + 2) - at[1]
        if min(size) <= 0:
            return None
        return _mask([[(x - at[0], y - at[1]) for x, y in points] for points in pixels], size), at

    def _shapes(self, layer: Layer) -> list[list[Points]]:
        """The outlines that each ink of a layer fills."""
        thing = layer.thing
        if isinstance(thing, GlyphRun):
            return [self._glyphs(thing)]
        if isinstance(thing, Rule):
            return [[bar(thing.x1, thing.y1, thing.x2, thing.y2, thing.width_pt)]]
        if isinstance(thing, Box):
            filled = [[corners(thing.frame)]] if thing.fill is not None else []
            return [*filled, *([list(sides(thing.frame, thing.stroke_pt))] if thing.stroke is not None else [])]
        assert not isinstance(thing, PlacedPicture)
        return [contours(thing.commands)]

    def _glyphs(self, run: GlyphRun) -> list[Points]:
        found: list[Points] = []
        way, size = 0.0, run.size
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        for glyph, advance, offset in zip(run.glyphs, run.advances, offsets, strict=True):
            pen = way + offset
            for contour in contours(self._outlines(run.face, glyph) if self._outlines else ()):
                if run.orientation == "horizontal":
                    found.append([(run.x + pen + u * size, run.y - v * size) for u, v in contour])
                elif run.orientation == "vertical":
                    x, y = run.x - size / 2, run.y + pen + _TOP * size
                    found.append([(x + u * size, y - v * size) for u, v in contour])
                else:
                    found.append([(run.x + v * size, run.y + pen + u * size) for u, v in contour])
            way += advance
        return found


def _least(one: Image, two: Image) -> Image:
    """At each pixel the least sum of two on the area about it."""
    from PIL import ImageFilter, ImageMath

    found: Image = ImageMath.lambda_eval(lambda args: args["one"] + args["two"], one=one, two=two)
    for _ in range(_SIDE // 2):
        found = found.filter(ImageFilter.MinFilter(3))
    return found


def _mask(outlines: Sequence[Points], size: tuple[int, int]) -> Image:
    """What outlines hold, in pixels, by the sum of their turns (non-zero winding)."""
    from PIL import Image as Pillow
    from PIL import ImageChops, ImageDraw

    turns = [Pillow.new("L", size, 0), Pillow.new("L", size, 0)]
    for points in outlines:
        one = Pillow.new("L", size, 0)
        ImageDraw.Draw(one).polygon(points, fill=1)
        at = int(turn(points) < 0)
        turns[at] = ImageChops.add(turns[at], one)
    return ImageChops.difference(*turns).point([0, *[255] * 255])
