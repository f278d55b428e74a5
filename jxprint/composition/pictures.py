"""Pictures: a frame whose edges stand on columns and whose foot stands on the grid, caption and credit under it."""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.lines import MissingGlyph, SetLine, set_line, set_paragraph
from jxprint.composition.lines.outlines import outlined
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.model import Picture
from jxprint.placed import Article, Block, Box, PlacedPicture, Shape, TextBlock

_KEYLINE_PT = 0.3
_LABEL_PT = 9.0
_LABEL_PITCH_PT = 14.0
_SHOWN = 20
_LABEL_TINT = 0.55
# Pictures take up the page's slack first: a placeholder anywhere between these shapes (width over height), a real
# picture by cropping at most this share of one side. An `aspect` in page.toml pins the shape.
_PLACEHOLDER_WIDEST, _PLACEHOLDER_SQUAREST = 2.0, 1.0
_CROP = 0.12


class PictureDraft:
    """A picture over its columns, with one line (or more) of caption and the credit ranged right."""

    def __init__(self, desk: Desk, part: Picture, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        self._width = room.width
        self._caption, self._credit, self._credit_below = self._set_caption()
        widest, squarest = self._shapes()
        line_gap = frame.pitch - frame.body
        image_rows = max(2, round((self._width / widest + line_gap) / frame.pitch))
        self._label = self._set_label(frame.depth(image_rows)) if part.file is None else ()
        self._caption_rows = len(self._caption) + (1 if self._credit_below else 0)
        self.rows = image_rows + self._caption_rows
        deepest = math.floor((self._width / squarest + line_gap) / frame.pitch)
        self.growth = max(0, deepest - image_rows) if squarest < widest else 0

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part = self._desk.frame, self._part
        x, y = self._room.x, frame.y(top)
        picture = Rect(x, y, self._width, frame.depth(rows - self._caption_rows))
        shapes: tuple[Shape, ...] = ()
        crop = None
        if part.file is None:
            shapes = self._placeholder(picture)
        elif (sides := _sides(part)) is not None:
            crop = _centre_crop(sides, picture)
        pictured = PlacedPicture(
            picture, self._alt(), part.file, part.pixels, crop, shapes, part.orientation, part.artwork
        )
        blocks: list[Block] = [pictured]
        blocks += self._place_caption(x, picture.bottom + self._desk.style.spacing.picture_to_caption_pt)
        box = Rect(x, y, self._width, frame.depth(rows))
        label = part.caption.text if part.caption else part.letter
        return Made(Article(part.letter, "picture", label, box, tuple(blocks)))

    def _shapes(self) -> tuple[float, float]:
        """The widest and the squarest shape (width over height) that the picture may take."""
        if self._part.aspect:
            return self._part.aspect, self._part.aspect
        sides = _sides(self._part)
        if sides is None:
            return _PLACEHOLDER_WIDEST, _PLACEHOLDER_SQUAREST
        own = sides[0] / sides[1]
        return own / (1 - _CROP), own * (1 - _CROP)

    def _alt(self) -> str:
        part = self._part
        told = part.alt or (part.caption.text if part.caption else "")
        if part.file is not None or part.alt:
            return told
        label = self._desk.style.placeholder_label
        return f"{told}（{label}）" if label and told else told or label or part.letter

    def _set_caption(self) -> tuple[tuple[SetLine, ...], SetLine | None, bool]:
        """Caption lines, the credit's line, and whether the credit needs a line of its own."""
        part, desk = self._part, self._desk
        lines: tuple[SetLine, ...] = ()
        if part.caption is not None:
            setting = desk.setting("caption", self._width)
            lines = set_paragraph(part.caption.text, with_markup(setting, desk, part.caption))
            note_signs(desk, part.letter, (part.caption,), desk.frame.pitch / setting.size_pt - 1)
            note_too_wide(desk, part.letter, part.caption, lines)
        if part.credit is None:
            return lines, None, False
        setting = replace(desk.setting("credit", self._width), align="end")
        credit = set_line(part.credit.text, with_markup(setting, desk, part.credit))
        note_too_wide(desk, part.letter, part.credit, (credit,))
        room = self._width - (lines[-1].width if lines else self._width)
        return lines, credit, credit.width + setting.size_pt > room

    def _place_caption(self, x: float, y: float) -> list[TextBlock]:
        part, pitch = self._part, self._desk.frame.pitch
        blocks: list[TextBlock] = []
        if self._caption:
            size = self._caption[0].size_pt
            lines = tuple(
                line.at(x, y + row * pitch + EM_TOP * size, part=part.letter, field="caption", index=0)
                for row, line in enumerate(self._caption)
            )
            width = max(line.width for line in self._caption)
            frame = Rect(x, y, width, (len(lines) - 1) * pitch + size)
            blocks.append(TextBlock("caption", "caption", 0, lines, (frame,)))
        if self._credit is not None:
            row = len(self._caption) - (0 if self._credit_below else 1)
            # One baseline with the caption, whatever the credit's own size.
            size = self._caption[0].size_pt if self._caption else self._credit.size_pt
            baseline = y + row * pitch + EM_TOP * size
            line = self._credit.at(x, baseline, part=part.letter, field="credit", index=0)
            left = x + self._credit.x
            frame = Rect(left, baseline - EM_TOP * self._credit.size_pt, self._credit.width, self._credit.size_pt)
            blocks.append(TextBlock("credit", "credit", 0, (line,), (frame,)))
        return blocks

    def _placeholder(self, frame: Rect) -> tuple[Shape, ...]:
        """Tint, keyline and a small label in outlines: the label is part of the drawing, its words are in the alt."""
        style, black = self._desk.style, self._desk.ink("black")
        shapes: list[Shape] = [
            Box(frame, fill=black.tint(style.placeholder_tint)),
            Box(
                Rect(
                    frame.x + _KEYLINE_PT / 2,
                    frame.y + _KEYLINE_PT / 2,
                    frame.width - _KEYLINE_PT,
                    frame.height - _KEYLINE_PT,
                ),
                stroke=black,
                stroke_pt=_KEYLINE_PT,
            ),
        ]
        first = frame.y + frame.height / 2 + (EM_TOP - 0.5) * _LABEL_PT - (len(self._label) - 1) * _LABEL_PITCH_PT / 2
        for number, line in enumerate(self._label):
            y = first + number * _LABEL_PITCH_PT
            shapes += _outlines(line, frame.x + _LABEL_PT, y, black.tint(_LABEL_TINT))
        return tuple(shapes)

    def _set_label(self, depth: float) -> tuple[SetLine, ...]:
        """The label in lines, an em within the frame on all sides; one that does not fit is told once a page."""
        desk = self._desk
        text = desk.style.placeholder_label
        setting = desk.setting("caption", max(self._width - 2 * _LABEL_PT, _LABEL_PT), size_pt=_LABEL_PT)
        try:
            lines = set_paragraph(text, replace(setting, align="centre", indent_em=0.0))
        except MissingGlyph:  # told by `coverage`
            return ()
        room = int((depth - 3 * _LABEL_PT) / _LABEL_PITCH_PT) + 1
        if len(lines) > max(room, 1) or any(line.width > line.measure + 0.01 for line in lines):
            wrong = Finding(
                "composition.label_too_long",
                desk.style.placeholder_place,
                {"text": text[:_SHOWN] + "…" * (len(text) > _SHOWN), "lines": len(lines), "room": max(room, 1)},
            )
            if wrong not in desk.findings:
                desk.findings.append(wrong)
        return lines


def _outlines(line: SetLine, x: float, y: float, ink: Ink) -> list[Shape]:
    """The glyphs of a line as filled paths, its measure starting at `x`, its baseline at `y`."""
    shapes: list[Shape] = []
    for segment in line.segments:
        pen = x + line.x + segment.x
        offsets = segment.offsets or (0.0,) * len(segment.glyphs)
        placed: list[tuple[int, float]] = []
        for glyph, advance, offset in zip(segment.glyphs, segment.advances, offsets, strict=True):
            placed.append((glyph, pen + offset))
            pen += advance
        shapes += outlined(segment.face, tuple(placed), y, line.size_pt, ink)
    return shapes


def _sides(part: Picture) -> tuple[float, float] | None:
    """Width and height of a picture's file, in pixels or in points; None without one."""
    return part.pixels if part.artwork is None else (part.artwork.width, part.artwork.height)


def _centre_crop(sides: tuple[float, float], frame: Rect) -> Rect | None:
    """The middle of the file that has the frame's shape, as shares of its sides; None when it is all of it."""
    own, wanted = sides[0] / sides[1], frame.width / frame.height
    if abs(own - wanted) < 1e-3 * wanted:
        return None
    if own > wanted:
        share = wanted / own
        return Rect((1 - share) / 2, 0.0, share, 1.0)
    share = own / wanted
    return Rect(0.0, (1 - share) / 2, 1.0, share)

