"""Captions: a picture's words in lines, and where they stand to it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.lines import SetLine, set_line, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding, Place
from jxprint.geometry import Rect
from jxprint.model import Picture
from jxprint.placed import TextBlock

# A caption over its picture stands on a panel of paper, in ems of its size: how far the panel keeps off the edges of a
# picture without a keyline, so that it is seen to lie on it, and the lines off the panel's ends.
_MARGIN_EM, _INSET_EM = 0.6, 0.6
# A panel that would leave less of its picture beside it, in ems, takes that too: a scrap of picture shows nothing.
_SCRAP_EM = 4.0


class Parting(Struct, frozen=True):
    """How a part's width is parted (points): where its pictures stand, and where the lines of its caption."""

    x: float
    width: float
    caption_x: float
    measure: float


def parting(desk: Desk, part: Picture, room: Room) -> Parting:
    """The widths that the caption's side makes; a column gap stands between a picture and what is beside it."""
    place, frame = part.caption_place, desk.frame
    if place.side == "over":
        inset = _panel_off(desk, part) + _INSET_EM * desk.type_style("caption").size_pt
        return Parting(room.x, room.width, room.x + inset, room.width - 2 * inset)
    if place.side != "beside":
        return Parting(room.x, room.width, room.x, room.width)
    measure = place.measure_pt if place.measure_pt is not None else frame.width(place.columns or 1)
    width = room.width - measure - frame.gap
    if place.at == "left":
        return Parting(room.x + measure + frame.gap, width, room.x, measure)
    return Parting(room.x, width, room.x + width + frame.gap, measure)


class Caption(Struct, frozen=True):
    """The caption's lines and the credit, ranged right in the white behind them or on a line of its own."""

    lines: tuple[SetLine, ...]
    credit: SetLine | None
    credit_below: bool

    @property
    def rows(self) -> int:
        """How many lines it takes."""
        return len(self.lines) + (1 if self.credit_below else 0)

    @property
    def size_pt(self) -> float:
        """The size of its first line."""
        first = self.lines[0] if self.lines else self.credit
        return first.size_pt if first is not None else 0.0


def set_caption(desk: Desk, part: Picture, measure: float) -> Caption:
    """Caption and credit over a measure; what is too wide for it goes to the desk's findings."""
    lines: tuple[SetLine, ...] = ()
    if part.caption is not None:
        setting = desk.setting("caption", measure)
        lines = set_paragraph(part.caption.text, with_markup(setting, desk, part.caption))
        note_signs(desk, part.letter, (part.caption,), desk.frame.pitch / setting.size_pt - 1)
        note_too_wide(desk, part.letter, part.caption, lines)
    if part.credit is None:
        return Caption(lines, None, False)
    setting = replace(desk.setting("credit", measure), align="end")
    credit = set_line(part.credit.text, with_markup(setting, desk, part.credit))
    note_too_wide(desk, part.letter, part.credit, (credit,))
    place = part.caption_place
    room = measure - (lines[-1].width if lines else measure)
    own = place.credit_below or place.side == "beside" or credit.width + setting.size_pt > room
    return Caption(lines, credit, own)


def place_caption(desk: Desk, part: str, caption: Caption, x: float, baseline: float) -> list[TextBlock]:
    """Its blocks, the measure starting at `x`, the first line's baseline at `baseline`."""
    pitch = desk.frame.pitch
    blocks: list[TextBlock] = []
    if caption.lines:
        size = caption.size_pt
        lines = tuple(
            line.at(x, baseline + row * pitch, part=part, field="caption", index=0)
            for row, line in enumerate(caption.lines)
        )
        width = max(line.width for line in caption.lines)
        frame = Rect(x, baseline - EM_TOP * size, width, (len(lines) - 1) * pitch + size)
        blocks.append(TextBlock("caption", "caption", 0, lines, (frame,)))
    if caption.credit is not None:
        # One baseline with the caption, whatever the credit's own size.
        at = baseline + (caption.rows - 1) * pitch
        credit = caption.credit
        line = credit.at(x, at, part=part, field="credit", index=0)
        frame = Rect(x + credit.x, at - EM_TOP * credit.size_pt, credit.width, credit.size_pt)
        blocks.append(TextBlock("credit", "credit", 0, (line,), (frame,)))
    return blocks


def first_baseline(desk: Desk, caption: Caption, pictures: Rect, side: str) -> float:
    """Where a caption under or above its pictures begins: the style's white stands between them."""
    white = desk.style.spacing.picture_to_caption_pt
    if side == "above":
        last = pictures.y - white - (1 - EM_TOP) * caption.size_pt
        return last - (caption.rows - 1) * desk.frame.pitch
    return pictures.bottom + white + EM_TOP * caption.size_pt


def _panel_off(desk: Desk, part: Picture) -> float:
    """How far a caption's panel keeps off the outer edges of its pictures, in points: it fills a corner of what a
    keyline leaves within, since a strip of picture between the two would look like a slip; across several pictures
    it lies on all of them.
    """
    margin = _MARGIN_EM * desk.type_style("caption").size_pt
    if part.keyline is None:
        return margin
    depth = desk.style.rules[part.keyline].depth_pt
    return depth if max(len(row) for row in part.shot_rows) == 1 else depth + margin


def panels(desk: Desk, part: Picture, caption: Caption, pictures: Rect) -> tuple[Rect, Rect]:
    """The paper on which a caption stands over its pictures, at their foot and at their head; one without a credit at
    its right is as wide as its line alone.
    """
    size, depth = desk.type_style("caption").size_pt, caption.rows * desk.frame.pitch
    margin = _panel_off(desk, part)
    width = pictures.width - 2 * margin
    if caption.credit is None:
        reach = max(line.x + line.width for line in caption.lines) + 2 * _INSET_EM * size
        width = reach if width - reach >= _SCRAP_EM * size else width
    foot = Rect(pictures.x + margin, pictures.bottom - margin - depth, width, depth)
    return foot, Rect(foot.x, pictures.y + margin, width, depth)


def note_too_deep(desk: Desk, part: Picture, caption: Caption, room: int) -> None:
    """A caption that is deeper than the picture it stands beside, or covers half of the one under it, in rows of the
    grid.
    """
    side = part.caption_place.side
    if side == "beside" and caption.rows > room:
        key = "composition.caption_too_deep"
    elif side == "over" and 2 * caption.rows >= room:
        key = "composition.caption_covers"
    else:
        return
    told = part.caption or part.credit
    place = replace(told.place if told else Place(), part=part.letter)
    desk.findings.append(Finding(key, place, {"part": part.letter, "lines": caption.rows, "room": room}))
