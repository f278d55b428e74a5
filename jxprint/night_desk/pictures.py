"""Pictures: a caption that has left them, and pixels too few or too many for their size."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jxprint.geometry import Rect
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import NEAR_PT, View, is_group, level, over
from jxprint.placed.resolution import printed_ppi

# Three times what is needed is more than any press shows; it only makes files large.
_TOO_FINE = 3


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
