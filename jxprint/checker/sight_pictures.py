"""Pictures of one place with its text and without it, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from jxprint.checker.glyphs import Glyph
from jxprint.checker.paint import MIDDLE_EM
from jxprint.text.classes import CLASS_OF, HAN

# Pixels that are on no page, whatever it is drawn with.
_AFAR = 1e8
# How far from the edge of its ink a character's difference may begin: pixels of either picture, and of the ink's way
# from edge to edge: tips of strokes are thin, and the edges that pdfium tells are those of control points.
_SLACK, _OF_INK = 2, 0.2
# How much lighter or darker than its ground (of 255) a character has to be where it is most so, to be seen on
# newsprint; and thin strokes in a small picture.
_CONTRAST, _FAINT = 40, 14
_SEEN = [0] * _FAINT + list(range(_FAINT, 256))
_ON_PAPER = _SEEN[::-1]
_MARKED = [0] * _FAINT + [255] * (256 - _FAINT)
# Side (pixels) of the squares in which a difference is looked for first.
_SQUARE = 12

# Half of the room that a Han character has to itself (ems): rules stand close beside it.
_HALF_ROOM = 0.45
_FIRST_HAN = "\u3400"

# Left, low, right and high edge in PDF space.
Edges = tuple[float, float, float, float]


class Inked(Struct, frozen=True, gc=False):
    """A shown character with the edges of its ink, and where its pen stands on its baseline, in PDF space."""

    glyph: Glyph
    edges: Edges
    pen: tuple[float, float]

    def room(self) -> Edges:
        """Where nothing else may be painted: the edges, of a Han character nearly its em. A bar under 一 makes 二; an
        emphasis dot under 灬, whose ink is at the foot of its em, stands beyond that.
        """
        text = self.glyph.text
        if len(text) != 1 or text < _FIRST_HAN or CLASS_OF[text] != HAN:
            return self.edges
        left, low, right, high = self.edges
        size = self.glyph.size
        x, y, room = self.pen[0] + size / 2, self.pen[1] + MIDDLE_EM * size, size * _HALF_ROOM
        return min(left, x - room), min(low, y - room), max(right, x + room), max(high, y + room)

    def most(self) -> float:
        """An area that the room does not exceed: that of the edges and of an em on either side of the pen."""
        left, low, right, high = self.edges
        (x, y), size = self.pen, abs(self.glyph.size)
        # Asked about every character: min and max would cost more than all the rest.
        wide = (right if right > x + size else x + size) - (left if left < x - size else x - size)
        tall = (high if high > y + size else y + size) - (low if low < y - size else y - size)
        return wide * tall


class Apart:
    """Two pictures of one place, with text and without it: their difference. Pillow's own images within its images are
    asked: thousands of characters are cut out of them.
    """

    def __init__(self, difference: Any) -> None:
        self._size, self._difference = difference.size, difference.im

    def is_there(self, edges: Edges, corner: tuple[float, float], scale: float) -> bool:
        """Whether anything is seen in a box."""
        box = _box_in(self._size, edges, corner, scale)
        return box is not None and self._is_seen(box)

    def is_within(self, edges: Edges, corner: tuple[float, float], scale: float, closely: bool = True) -> bool:
        """Whether anything is seen in a box, or no page shows it. `closely` only in the pixels that lie wholly in it;
        those on its edges tell what stands close by as well, and in a small picture are as wide as strokes.
        """
        box = _box_in(self._size, edges, corner, scale)
        return box is None or self._is_seen(_inner(box) if closely else box)

    def _is_seen(self, box: tuple[int, int, int, int]) -> bool:
        return bool(self._difference.crop(box).getextrema()[1] >= _FAINT)


class Whole:
    """The same of which each character is to be seen whole."""

    def __init__(self, difference: Any, table: Sequence[int] = _SEEN) -> None:
        self._size, self._seen = difference.size, difference.point(table).im

    @classmethod
    def on_paper(cls, picture: Any) -> Whole:
        """A picture and bare paper."""
        return cls(picture, _ON_PAPER)

    def shows(self, edges: Edges, corner: tuple[float, float], scale: float) -> bool:
        """Whether what is seen in a box stands out and reaches all of its edges; `corner` is the left and top edge of
        the pictures.
        """
        box = _box_in(self._size, edges, corner, scale)
        if box is None:
            return False
        place = self._seen.crop(box)
        seen = place.getbbox()
        if seen is None or place.getextrema()[1] < _CONTRAST:
            return False
        left, top, right, foot = seen
        wide, tall = box[2] - box[0], box[3] - box[1]
        across, down = _SLACK + _OF_INK * wide, _SLACK + _OF_INK * tall
        return bool(left <= across and right >= wide - across and top <= down and foot >= tall - down)


class Squares:
    """In which squares two pictures of one place differ, with those around them, few characters each. Two around
    each are as far as the em of the largest character that is asked for reaches from the middle of its ink.
    """

    def __init__(self, difference: Any) -> None:
        from PIL import ImageFilter

        # One pixel of 255 in a square of 144 makes its mean 2.
        squares = difference.point(_MARKED).reduce(_SQUARE).filter(ImageFilter.MaxFilter(5))
        self._columns, self._rows = squares.size
        self._differ = squares.tobytes()

    def may_touch(self, inked: Inked, corner: tuple[float, float], scale: float) -> bool:
        """Whether a character, with the room that it has, may stand where they differ."""
        left, low, right, high = inked.edges
        by = scale / _SQUARE
        if max(right - left, high - low, inked.glyph.size) * by > 2:
            return True  # it may reach beyond the squares around that of its middle
        x, y = ((left + right) / 2 - corner[0]) * by, (corner[1] - (low + high) / 2) * by
        if not (0 <= x < self._columns and 0 <= y < self._rows):
            return True
        return bool(self._differ[int(y) * self._columns + int(x)])


class Ground:
    """What a place shows without its text."""

    def __init__(self, picture: Any) -> None:
        self._size, self._image = picture.size, picture.im

    def is_even(self, edges: Edges, corner: tuple[float, float], scale: float, closely: bool) -> bool:
        """Whether the pixels of a box are of one tint, as far as anybody sees; `closely` those wholly in it."""
        box = _box_in(self._size, edges, corner, scale)
        if box is None:
            return False
        darkest, lightest = self._image.crop(_inner(box) if closely else box).getextrema()
        return bool(lightest - darkest < _FAINT)


def _box_in(
    size: tuple[int, int], edges: Edges, corner: tuple[float, float], scale: float
) -> tuple[int, int, int, int] | None:
    """The pixels of a box in a picture of a size whose left and top edge is `corner`; None where no page shows it."""
    left, top = (edges[0] - corner[0]) * scale, (corner[1] - edges[3]) * scale
    right, foot = (edges[2] - corner[0]) * scale, (corner[1] - edges[1]) * scale
    if not (-_AFAR < left <= right < _AFAR and -_AFAR < top <= foot < _AFAR):
        return None
    box = int(left), int(top), int(right) + 1, int(foot) + 1
    wide, tall = box[2] - box[0], box[3] - box[1]
    # No page shows the whole of what is larger than it.
    is_vast = wide > 2 * size[0] + _SLACK or tall > 2 * size[1] + _SLACK
    return None if is_vast else box


def _inner(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """A box without the pixels that its edges go through, where there are others: a rule may stand close by."""
    left, top, right, foot = box
    inset, down = right - left > 2, foot - top > 2
    return left + inset, top + down, right - inset, foot - down
