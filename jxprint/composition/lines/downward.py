"""How a character is drawn in a vertical line: its vertical form, its white above and below, or a turned glyph.

The form comes from the face (`vert`, by HarfBuzz). A face without one for a mark still sets it: a bracket or a dash is
turned clockwise, a stop is moved from the lower left to the upper right of its em (the same distance from the other
two edges). White halves are the face's own data (`vhal`) or read off the ink; either way the kept half is verified to
hold the ink.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from jxprint.composition.lines.pairs import HALF, QUARTER
from jxprint.composition.lines.records import LANGUAGES
from jxprint.fonts import Face
from jxprint.model.style import Region
from jxprint.text.classes import CENTRED, CLASS_OF, CLOSING, CONNECTOR, DASH, ELLIPSIS, FINAL, HAN, OPENING, PAUSE
from jxprint.text.orientation import stands_upright

# Marks with a white half above or below; the mainland's ：；？！ keep their em in vertical text (typography.md, PW).
_HALVED = (PAUSE, FINAL, OPENING, CLOSING)
_WHOLE: dict[Region, str] = {"CN": "：；？！", "TW": "？！", "HK": "？！"}
# Stops that move to the upper right where a face has no form for it: these both ways, the tall ones to the right only.
_STOPS = "、，。．"
_TALL = "：；？！"
# Signs whose stroke belongs on the centre line, wherever it stands in the horizontal glyph.
_STROKES = (CONNECTOR, DASH, ELLIPSIS)
_EM = 1000.0
# Ink may reach this far over the middle of the em before a half counts as not empty.
_OVER = 20.0


class Form(NamedTuple):
    """A glyph in a vertical line, in thousandths of an em.

    `advance` is the way down, `lead` how far the glyph is drawn before (above) its pen. `across` moves it to the right
    of the centre line; of a `turned` glyph it is the height of its horizontal centre line above its baseline. `spacing`
    is the class by which it gives white, HAN for one that gives none.
    """

    glyph: int
    advance: float
    lead: float
    across: float
    turned: bool
    spacing: int


@lru_cache(maxsize=8192)
def form(face: Face, shown: str, region: Region) -> Form | None:
    """The form of a character or cluster, or of a dash in a pair; None where the face has none as one glyph."""
    language = LANGUAGES[region]
    down, flat = face.shape(shown, vertical=True, language=language), face.shape(shown, language=language)
    if len(down.glyphs) != 1 or not down.glyphs[0]:
        return None
    own, glyph = CLASS_OF[shown[0]], down.glyphs[0]
    has_form = down.glyphs != flat.glyphs
    if not stands_upright(shown[0]) and not has_form:
        return turned(face, shown, glyph, flat.advances[0] * 1000)
    # PDF hangs every vertical glyph by one point, the em box's head (DW2); some (a dash two ems long) hang elsewhere.
    advance, lead = down.advances[0] * 1000, (face.ascent_em - down.offsets[0]) * 1000
    if not face.has_vertical_metrics:
        advance, lead = _EM * (2 if own == DASH and len(shown) == 2 else 1), 0.0
    across = 0.0
    if not has_form and region == "CN" and shown in _STOPS + _TALL:
        left, right = (edge * 1000 for edge in face.ink(glyph))
        across = flat.advances[0] * 1000 - left - right
        if shown in _STOPS:
            lead += sum(_ink(face, glyph, lead)) - _EM
    drawn = Form(glyph, advance, lead, across, False, own)
    if own not in _HALVED:
        return drawn
    if shown in _WHOLE[region]:
        return drawn._replace(spacing=HAN)
    return drawn._replace(spacing=_spacing(own, *_white(face, shown, drawn, language)))


def turned(face: Face, shown: str, glyph: int, advance: float) -> Form:
    """A horizontal glyph lying on its side; its white is that of horizontal setting, which the caller knows."""
    centre = (face.ascent_em + face.descent_em) * 500
    if CLASS_OF[shown[0]] in _STROKES or shown == "-":
        centre = sum(face.rise(glyph)) * 500
    return Form(glyph, advance, 0.0, centre, True, CLASS_OF[shown[0]])


def _ink(face: Face, glyph: int, lead: float) -> tuple[float, float]:
    """Where a glyph's ink starts and ends down the line, from its pen."""
    bottom, top = face.rise(glyph)
    head = face.ascent_em * 1000 - lead
    return head - top * 1000, head - bottom * 1000


def _white(face: Face, shown: str, drawn: Form, language: str) -> tuple[float, float]:
    """What a mark may lose above and below its ink, in halves or quarters of an em."""
    start, end = _ink(face, drawn.glyph, drawn.lead)
    whole = face.shape(shown, vertical=True, language=language)
    half = face.shape(shown, ("vhal",), vertical=True, language=language)
    if len(half.glyphs) == 1 and half.advances[0] < 0.75 and not drawn.across:
        above = (whole.offsets[0] - half.offsets[0]) * 1000
        below = drawn.advance - half.advances[0] * 1000 - above
        if start >= above - _OVER and end <= drawn.advance - below + _OVER:
            return above, below
    if start >= HALF - _OVER:
        return float(HALF), 0.0
    if end <= drawn.advance - HALF + _OVER:
        return 0.0, float(HALF)
    is_centred = start >= QUARTER - _OVER and end <= drawn.advance - QUARTER + _OVER
    return (float(QUARTER), float(QUARTER)) if is_centred else (0.0, 0.0)


def _spacing(own: int, above: float, below: float) -> int:
    """The class by which a mark with so much white gives it."""
    if own == OPENING:
        return own if above >= HALF else HAN
    if below >= HALF:
        return own
    return CENTRED if above >= QUARTER and below >= QUARTER and own != CLOSING else HAN
