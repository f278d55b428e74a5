"""Pictures: frames whose edges stand on columns and whose foot stands on the grid, with the caption that belongs to
them under, above, beside or over them.
"""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.captions import first_baseline, note_too_deep, panels, parting, place_caption, set_caption
from jxprint.composition.cropping import window
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.picture_rows import depths, frames
from jxprint.composition.placeholders import keyline, note_placeholder_label, note_sign, placeholder, sign
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.ink import PAPER
from jxprint.model import Picture, Shot
from jxprint.placed import Article, Block, Box, PlacedPicture

# A picture of a single row shows nothing; those of a group have as many each.
_LEAST_ROWS = 2


class PictureDraft:
    """A picture, or a group of them, with the caption that they share: one part of the page, whatever its side.

    Depths are in whole rows, the caption's among them: `rows` at the least, `preferred` where nothing is cropped, and
    `growth` more than the least at the most. An `aspect` in page.toml pins a picture's shape.
    """

    def __init__(self, desk: Desk, part: Picture, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._parting = parting(desk, part, room)
        self._caption = set_caption(desk, part, self._parting.measure)
        gap = desk.style.spacing.picture_gap_pt
        self._gap = desk.frame.gap / 2 if gap is None else gap
        side = part.caption_place.side
        self._own_rows = self._caption.rows if side in ("below", "above") else 0
        image_rows, usual, deepest = self._depths()
        grows = side == "beside" and part.rows is None  # where the depth is pinned, the caption alone is told
        lowest = max(image_rows, self._caption.rows) if grows else image_rows
        self.rows = lowest + self._own_rows
        self.preferred = max(lowest, usual) + self._own_rows
        self.growth = max(0, deepest - lowest)
        pinned = part.rows if part.rows is not None else max(deepest, part.min_rows or 0)
        shallowest = (part.rows or image_rows) // len(part.shot_rows)
        note_too_deep(desk, part, self._caption, pinned if side == "beside" else shallowest)
        self._note_frames(image_rows if part.rows is None else max(image_rows, part.rows - self._own_rows))

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, side = self._desk.frame, self._part, self._part.caption_place.side
        own = self._own_rows
        first = top + own if side == "above" else top
        area = Rect(self._parting.x, frame.y(first), self._parting.width, frame.depth(rows - own))
        outer = frames(part.shot_rows, area, self._gap)
        panel = self._panel(area, outer) if side == "over" and self._caption.rows else None
        blocks: list[Block] = list(self._pictures(outer, panel))
        if panel is not None:
            size = self._caption.size_pt
            baseline = panel.y + (frame.pitch - size) / 2 + EM_TOP * size
        elif side == "beside":
            at_foot = part.caption_place.align == "foot"
            baseline = frame.baseline(top + (rows - self._caption.rows if at_foot else 0))
        else:
            baseline = first_baseline(self._desk, self._caption, area, side)
        blocks += place_caption(self._desk, part.letter, self._caption, self._parting.caption_x, baseline)
        box = Rect(self._room.x, frame.y(top), self._room.width, frame.depth(rows))
        label = part.caption.text if part.caption else part.letter
        return Made(Article(part.letter, "picture", label, box, tuple(blocks)))

    def _depths(self) -> tuple[int, int, int]:
        """The least rows for the pictures, those that crop nothing, and the most. Files keep within their limits, and
        where no whole row does, come as near to their own shape as they can; a placeholder is not as nice. Whoever pins
        the depth and no shape has decided how much is cropped.
        """
        frame, shots = self._desk.frame, self._part.shots
        found = depths(self._part.shot_rows, self._parting.width, self._gap)
        low, usual, high = ((depth + frame.pitch - frame.body) / frame.pitch for depth in found)
        least, nearest, most = math.ceil(low - 1e-9), round(usual), math.floor(high + 1e-9)
        if least > most or not any(shot.file for shot in shots):
            least, most = round(low), most if high > low else round(low)
        if least > most:
            least = most = nearest
        floor = _LEAST_ROWS * len(self._part.shot_rows)
        if self._part.rows is not None and not any(shot.aspect for shot in shots):
            least = floor
        least, most = max(floor, least), max(floor, least, most)
        return least, max(least, min(nearest, most)), most

    def _pictures(self, outer: tuple[tuple[Rect, ...], ...], panel: Rect | None) -> tuple[PlacedPicture, ...]:
        """The pictures in their frames; the panel under a caption is painted with the last of them, over all."""
        desk, part = self._desk, self._part
        places = [frame for row in outer for frame in row]
        made: list[PlacedPicture] = []
        for shot, place, alt in zip(part.shots, places, self._alts(), strict=True):
            inner, shapes = keyline(desk, part.keyline, place)
            crop = None
            if shot.file is None:
                shapes = (*placeholder(desk, inner, part.keyline is not None), *shapes)
            elif shot.sides is not None:
                crop = window(shot, inner.width / inner.height, _aim(inner, panel))
            if shot.label is not None:
                shapes += sign(desk, shot.label, inner, at_head=panel is not None and _is_at_foot(panel, place))
            if panel is not None and place is places[-1]:
                shapes += (Box(panel, fill=PAPER),)
            seen = shot.file, shot.pixels, crop, tuple(shapes), shot.orientation, shot.artwork
            made.append(PlacedPicture(inner, alt, *seen, described=shot.file is None or bool((shot.alt or "").strip())))
        return tuple(made)

    def _panel(self, area: Rect, outer: tuple[tuple[Rect, ...], ...]) -> Rect:
        """The panel of a caption over its pictures: at their foot, at their head where it would cover a focal point."""
        foot, head = panels(self._desk, self._part, self._caption, area)
        places = [frame for row in outer for frame in row]
        for shot, place in zip(self._part.shots, places, strict=True):
            if shot.focus is None or shot.sides is None:
                continue
            shown = window(shot, place.width / place.height, _aim(place, foot)) or Rect(0.0, 0.0, 1.0, 1.0)
            if place.y + (shot.focus[1] - shown.y) / shown.height * place.height > foot.y:
                return head
        return foot

    def _alts(self) -> list[str]:
        """What each picture shows in words; a placeholder says that it is one."""
        part, label = self._part, self._desk.style.placeholder_label
        caption = part.caption.text if part.caption else ""
        each = [_told(shot) for shot in part.shots]
        if not any(each):
            each[0] = caption
        if any(shot.file is None and not shot.alt for shot in part.shots):
            each[-1] = (f"{each[-1]}（{label}）" if any(each) else label) if label else each[-1]
        if not any(each) and not all(shot.file for shot in part.shots):
            each[0] = part.letter
        return each

    def _note_frames(self, image_rows: int) -> None:
        """Every picture is a row wide and deep at the least, and what is drawn on it fits it at its least depth."""
        area = Rect(0.0, 0.0, self._parting.width, self._desk.frame.depth(image_rows))
        places = [frame for row in frames(self._part.shot_rows, area, self._gap) for frame in row]
        for shot, place in zip(self._part.shots, places, strict=True):
            inner, _ = keyline(self._desk, self._part.keyline, place)
            if min(inner.width, inner.height) < self._desk.frame.body:
                mm = {"width": f"{inner.width / PT_PER_MM:.1f}", "height": f"{inner.height / PT_PER_MM:.1f}"}
                where = replace(shot.place, part=self._part.letter)
                told = Finding("composition.picture_too_small", where, {"part": self._part.letter, **mm})
                self._desk.findings.append(told)
                continue
            if shot.file is None:
                note_placeholder_label(self._desk, place)
            if shot.label is not None:
                note_sign(self._desk, self._part.letter, shot.label, place)


def _told(shot: Shot) -> str:
    return "：".join(filter(None, (shot.label.text if shot.label else "", shot.alt or "")))


def _aim(frame: Rect, panel: Rect | None) -> float:
    """Where in a frame's depth (0 to 1) a focal point should stand: in the middle of what no panel covers."""
    if panel is None:
        return 0.5
    top, foot = frame.y, frame.bottom
    if _is_at_foot(panel, frame):
        foot = min(foot, max(panel.y, top))
    else:
        top = max(top, min(panel.bottom, foot))
    return ((top + foot) / 2 - frame.y) / frame.height


def _is_at_foot(panel: Rect, frame: Rect) -> bool:
    return panel.y + panel.bottom > frame.y + frame.bottom
