"""Advertisements: somebody else's artwork, whole and undistorted in its keyline, and the word that says what it is.

An advertisement is as deep as its own shape asks over its columns, and its foot stands on the grid; what is left of the
rows that this takes is white over it. Where `rows` pins its depth, its frame is that deep, and white is left within the
frame: nothing of an advertisement is ever cut off.
"""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Frame, Room
from jxprint.composition.lines import SetLine, set_line
from jxprint.composition.marked import with_markup
from jxprint.composition.strokes import around
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.model import Advertisement, Ornament, Picture, RuleStyle
from jxprint.placed import Article, Block, Box, PlacedOrnament, PlacedPicture, Shape, TextBlock

# 小六 and a little more: what such labels are set in, where the style has no role `label`.
_LABEL_PT = 7.0
# White between a label and the keyline, and around a label that stands within the corner.
_LABEL_GAP_PT = 2.0
_LEAST_ROWS = 2
# Without a rule of the style's: as thin as a press holds.
_KEYLINE = RuleStyle((0.3,))
_PAPER = Ink("paper", (0.0, 0.0, 0.0, 0.0))


def shape_of(part: Picture | Advertisement | Ornament) -> float:
    """Width over height of a part's file."""
    if part.artwork is not None:
        return part.artwork.width / part.artwork.height
    assert part.pixels is not None  # a file has pixels or draws
    return part.pixels[0] / part.pixels[1]


def contained(shape: float, room: Rect) -> Rect:
    """The largest rectangle of a shape that stands in the middle of another one."""
    width = min(room.width, room.height * shape)
    height = width / shape
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def rows_for(frame: Frame, depth: float) -> int:
    """The rows of the grid that hold a depth, the line gap under the last one left out."""
    return math.ceil((depth + frame.pitch - frame.body) / frame.pitch - 1e-6)


class AdvertisementDraft:
    """An advertisement over its columns."""

    growth = 0

    def __init__(self, desk: Desk, part: Advertisement, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._rule = self._keyline()
        self._inset = 0.0 if self._rule is None else self._rule.depth_pt
        self._label = self._set_label()
        self._above = 1 if self._label is not None and part.label_at == "above" else 0
        self._depth = (room.width - 2 * self._inset) / shape_of(part) + 2 * self._inset
        self.rows = max(_LEAST_ROWS, rows_for(desk.frame, self._depth)) + self._above
        if part.rows is not None:
            self.rows = min(self.rows, max(part.rows, _LEAST_ROWS + self._above))

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part = self._desk.frame, self._part
        x, deepest = self._room.x, frame.depth(rows - self._above)
        depth = deepest if part.rows is not None else min(self._depth, deepest)
        y = frame.y(top + self._above) + deepest - depth
        box = Rect(x, y, self._room.width, depth)
        inner = Rect(
            x + self._inset, y + self._inset, box.width - 2 * self._inset, max(1.0, box.height - 2 * self._inset)
        )
        art = contained(shape_of(part), inner)
        tab, label = self._place_label(box, inner)
        seen = part.file, part.pixels, None, tab, part.orientation, part.artwork
        picture = PlacedPicture(art, part.told, *seen, described=bool(part.alt))
        # What stands over the artwork is painted, and read, behind it.
        blocks: list[Block] = [picture, *label] if tab else [*label, picture]
        whole = Rect(x, frame.y(top), self._room.width, frame.depth(rows))
        # Over the artwork, whose edge a screen rounds as it likes.
        line = () if self._rule is None else tuple(around(self._rule, self._desk.ink(self._rule.ink), box))
        return Made(Article(part.letter, "advertisement", part.told, whole, tuple(blocks)), over=line)

    def _keyline(self) -> RuleStyle | None:
        name, rules = self._part.keyline, self._desk.style.rules
        if name is None:
            return rules.get("keyline", _KEYLINE)
        return rules.get(name)

    def _set_label(self) -> SetLine | None:
        desk, passage = self._desk, self._part.label
        if passage is None:
            return None
        size = None if "label" in desk.style.roles else _LABEL_PT
        setting = replace(desk.setting("label", self._room.width, size_pt=size), align="start", indent_em=0.0)
        line = set_line(passage.text, with_markup(setting, desk, passage))
        note_too_wide(desk, self._part.letter, passage, (line,))
        return line

    def _place_label(self, box: Rect, inner: Rect) -> tuple[tuple[Shape, ...], list[TextBlock]]:
        """The label ranged right over the keyline, or on white within its corner; the white, and the label's block."""
        line = self._label
        if line is None:
            return (), []
        size = line.size_pt
        x, y = box.right - line.width, box.y - _LABEL_GAP_PT - size
        shapes: tuple[Shape, ...] = ()
        if not self._above:
            x, y = inner.right - _LABEL_GAP_PT - line.width, inner.y + _LABEL_GAP_PT
            white = Rect(x - _LABEL_GAP_PT, inner.y, line.width + 2 * _LABEL_GAP_PT, size + 2 * _LABEL_GAP_PT)
            shapes = (Box(white, fill=_PAPER),)
        placed = line.at(x - line.x, y + EM_TOP * size, part=self._part.letter, field="label", index=0)
        return shapes, [TextBlock("label", "label", 0, (placed,), (Rect(x, y, line.width, size),))]


class OrnamentDraft:
    """Decoration in the middle of its columns: as large as it was drawn, or as they allow; or as its rows do."""

    growth = 0

    def __init__(self, desk: Desk, part: Ornament, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        own = room.width if part.artwork is None else min(part.artwork.width, room.width)
        self._depth = own / shape_of(part)
        self.rows = max(1, rows_for(desk.frame, self._depth))
        if part.rows is not None:
            self.rows = min(self.rows, part.rows)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        part, frame = self._part, self._desk.frame
        box = Rect(self._room.x, frame.y(top), self._room.width, frame.depth(rows))
        depth = box.height if part.rows is not None else min(self._depth, box.height)
        room = Rect(box.x, box.y + (box.height - depth) / 2, box.width, depth)
        art = contained(shape_of(part), room)
        seen = part.file, part.pixels, None, (), part.orientation, part.artwork
        if not part.alt:
            return Made(None, (), (PlacedOrnament(art, "", *seen, part=part.letter, room=box),))
        picture = PlacedPicture(art, part.alt, *seen)
        return Made(Article(part.letter, "ornament", part.alt, box, (picture,)))
