"""Clips, and what else shows but some of text while the reader has all of it (ISO 32000-1, 8.5.4, 8.7, 11.6.4.3).

A clip is known by the rectangle around it, and by whether it is more than that: it may have a hole where a stroke was.
On a page of jxprint's own no text is painted through anything: pictures alone are clipped, to their frames.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.checker.glyphs import Glyph
from jxprint.checker.graphics import TextState
from jxprint.intake.matrices import Box

# How far (ems) a clip may reach into the em box of a character: letters do not fill it.
_INTO = 0.05
# The foot of a Han character under its baseline (ems).
_FOOT = 0.12


def clipped(state: TextState, box: Box) -> None:
    """Narrow the clip of a state to a rectangle."""
    if state.clip is None:
        state.clip = box
        return
    left, low, right, high = state.clip
    state.clip = max(left, box[0]), max(low, box[1]), min(right, box[2]), min(high, box[3])


def clip_by_path(state: TextState) -> None:
    """Narrow the clip to the path under way, which may be of any shape."""
    a, b, c, d, _, _ = state.ctm
    is_upright = (b == 0 and c == 0) or (a == 0 and d == 0)
    state.is_shaped = state.is_shaped or not (state.is_rectangle and is_upright)
    clipped(state, state.path or (0.0, 0.0, 0.0, 0.0))


def is_in_clip(state: TextState, glyph: Glyph, pen: tuple[float, float]) -> bool:
    """Whether the clip shows anything of a glyph; it need not show the whole em box. `pen` is its place in the space
    that clips are kept in.
    """
    if state.clip is None:
        return True
    x, y = pen
    left, low, right, high = state.clip
    way, size = glyph.width, glyph.size
    if glyph.down:
        return x + size > left and x - size < right and y > low and y - way < high
    return x + way > left and x < right and y + size > low and y - 0.3 * size < high


def is_partial(state: TextState, glyphs: Sequence[Glyph], origin: tuple[float, float]) -> bool:
    """Whether glyphs of one string may be shown but in part; `origin` is the left and top edge of the trim box."""
    if state.is_masked or state.is_shaped or state.fill_space == "/Pattern":
        return bool(glyphs)
    return state.clip is not None and any(_is_cut(state.clip, one, origin) for one in glyphs)


def _is_cut(clip: Box, glyph: Glyph, origin: tuple[float, float]) -> bool:
    """Whether a clip reaches into the em box of a glyph."""
    x, y, size = origin[0] + glyph.x, origin[1] - glyph.y, glyph.size
    if glyph.down:
        left, low, right, high = x - size / 2, y - glyph.width, x + size / 2, y
    else:
        left, low, right, high = x, y - _FOOT * size, x + glyph.width, y + (1 - _FOOT) * size
    into = _INTO * size
    return left + into < clip[0] or low + into < clip[1] or right - into > clip[2] or high - into > clip[3]
