"""Pictures: a caption that has left them, white beside them in a story, and pixels too few or too many."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jxprint.geometry import Rect, around
from jxprint.night_desk.holes import holes
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import NEAR_PT, TEXT_ROLES, Leg, Stand, View, is_group, level, over
from jxprint.placed.resolution import printed_ppi

# Three times what is needed is more than any press shows; it only makes files large.
_TOO_FINE = 3
# So many ems beyond what the style keeps clear of text are not seen as white.
_UNSEEN_EM = 1.0


def captions_away(view: View) -> Iterator[Mark]:
    """A caption (图片说明) stands at its picture: over or under it in its columns, or beside it in its rows."""
    furthest = view.limits.caption_rows * view.pitch
    for stand in (*view.stands, *view.insets):
        frames = [picture.frame for picture in stand.pictures]
        for block in stand.blocks("caption") if frames else ():
            for caption in block.frames[:1]:
                away = min(_away(caption, frame) for frame in frames)
                if away > furthest + NEAR_PT:
                    args = {"one": stand.letter, "away": mm(away), "rows": f"{view.limits.caption_rows:g}"}
                    key = "makeup.caption_askew" if away == math.inf else ""
                    yield Mark("caption-away", (stand.letter,), caption, args, key=key)


def white_beside(view: View) -> Iterator[Mark]:
    """White in a leg beside what text runs round (文包图): wide enough to be seen, too narrow for a line of text."""
    body, spacing = view.placed.grid.body_pt, view.page.style.spacing
    clear, least = spacing.runaround_gap_em * body, spacing.runaround_least_em * body
    hosts = {stand.letter: stand for stand in view.stands}
    for stand in view.insets:
        within = stand.part.within if stand.part is not None else None
        host = hosts.get(within.letter) if within is not None else None
        if host is None or host.vertical:
            continue
        seen = [one for leg in host.legs for one in _empty_sides(host, leg, stand.frame)]
        white = [one for one in seen if clear + _UNSEEN_EM * body < one.width < clear + least - NEAR_PT]
        # What a hole tells is told.
        if white and not any(
            over(mark.box, one) > NEAR_PT and level(mark.box, one) > NEAR_PT for mark in holes(view) for one in white
        ):
            widest = max(white, key=lambda one: one.width)
            left = f"{(widest.width - clear) / body:.1f}"
            args = {"one": stand.letter, "left": left, "least": f"{spacing.runaround_least_em:g}"}
            yield Mark("white-beside", (stand.letter,), around(white), args)


def _empty_sides(host: Stand, leg: Leg, frame: Rect) -> Iterator[Rect]:
    """What of a leg lies to the left and to the right of a frame that stands in it, where no line of the leg does."""
    if over(leg.frame, frame) < NEAR_PT or level(leg.frame, frame) < NEAR_PT:
        return
    lines = [
        line
        for block in host.blocks(*TEXT_ROLES)
        for line in block.lines
        if line.leg == leg.number and frame.y < line.y < frame.bottom
    ]
    if not any(line.x < frame.x for line in lines):
        yield Rect(leg.frame.x, frame.y, frame.x - leg.frame.x, frame.height)
    if not any(line.x > frame.x for line in lines):
        yield Rect(frame.right, frame.y, leg.frame.right - frame.right, frame.height)


def resolutions(view: View) -> Iterator[Mark]:
    """A picture has pixels enough for its size, and not many times as many."""
    least = view.limits.dpi
    for stand in (*view.stands, *view.insets):
        for number, picture in enumerate(stand.pictures, 1):
            ppi = printed_ppi(picture)
            if ppi is None or least <= ppi <= _TOO_FINE * least:
                continue
            rule = "low-resolution" if ppi < least else "fine-picture"
            width = picture.frame.width
            args = {
                "one": stand.letter,
                "ppi": round(ppi),
                "least": f"{least:g}",
                "most": f"{_TOO_FINE * least:g}",
                "width": mm(width),
                "widest": mm(width * ppi / least),
            }
            which = str(number) if is_group(stand) else ""
            yield Mark(rule, (stand.letter,), picture.frame, args, which)


def _away(caption: Rect, picture: Rect) -> float:
    """How far a caption stands from a picture (points), along the way in which the two face each other; no end of it
    where they do not.
    """
    across, down = over(caption, picture), level(caption, picture)
    if across > NEAR_PT:
        return max(0.0, -down)
    return max(0.0, -across) if down > NEAR_PT else math.inf
