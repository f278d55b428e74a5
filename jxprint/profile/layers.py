"""What a page paints, layer by layer, in the order in which its writer paints it (`jxprint.placed`)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.placed import Box, GlyphRun, PlacedPage, PlacedPicture, Rule, Shape

# An em box about the pen of a line, in ems: over the baseline and under it.
_RISE, _FALL = 1.0, 0.3


class Layer(Struct, frozen=True):
    """One thing that is painted, and the part that it is of; empty where the page has it for itself."""

    thing: GlyphRun | Shape | PlacedPicture
    part: str

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Its inks, what is filled first; of a picture's file nothing is known."""
        thing = self.thing
        if isinstance(thing, PlacedPicture):
            return ()
        if isinstance(thing, (GlyphRun, Rule)):
            return (thing.ink,)
        if isinstance(thing, Box):
            return tuple(ink for ink in (thing.fill, thing.stroke) if ink is not None)
        return (thing.fill,)

    @property
    def overprints(self) -> bool:
        """Whether a press leaves what lies under it."""
        inks = self.inks
        return bool(inks) and inks[0].is_black_alone

    @property
    def at(self) -> tuple[float, float]:
        """Where it is told to stand: type at its pen, all else at its top left corner."""
        return (self.thing.x, self.thing.y) if isinstance(self.thing, GlyphRun) else (self.box.x, self.box.y)

    @property
    def box(self) -> Rect:
        """A rectangle that holds it; of a rule or an outline the one about its corners."""
        thing = self.thing
        if isinstance(thing, GlyphRun):
            return _line_box(thing)
        if isinstance(thing, (Box, PlacedPicture)):
            return thing.frame
        if isinstance(thing, Rule):
            left, top = min(thing.x1, thing.x2), min(thing.y1, thing.y2)
            return Rect(left, top, abs(thing.x2 - thing.x1), abs(thing.y2 - thing.y1))
        numbers = [[float(number) for number in command[1:]] for command in thing.commands]
        xs, ys = [x for row in numbers for x in row[::2]], [y for row in numbers for y in row[1::2]]
        left, top = min(xs, default=0.0), min(ys, default=0.0)
        return Rect(left, top, max(xs, default=0.0) - left, max(ys, default=0.0) - top)


def layers(page: PlacedPage) -> Iterator[Layer]:
    """All of them, from what lies at the bottom; the press's marks are no part of the page."""
    for shape in page.under:
        yield Layer(shape, "")
    for ornament in page.ornaments:
        yield from _picture(ornament, ornament.part)
    for article in page.articles:
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                yield from _picture(block, article.part)
                continue
            for line in block.lines:
                for thing in (*line.runs, *line.drawn):
                    yield Layer(thing, article.part)
    for shape in page.over:
        yield Layer(shape, "")


def _picture(picture: PlacedPicture, part: str) -> Iterator[Layer]:
    if picture.file is not None:
        yield Layer(picture, part)
    for shape in picture.shapes:
        yield Layer(shape, part)


def _line_box(run: GlyphRun) -> Rect:
    length, size = sum(run.advances), run.size
    if run.orientation == "horizontal":
        return Rect(run.x, run.y - _RISE * size, length, (_RISE + _FALL) * size)
    if run.orientation == "vertical":
        return Rect(run.x - size / 2, run.y, size, length)
    return Rect(run.x - _FALL * size, run.y, (_RISE + _FALL) * size, length)
