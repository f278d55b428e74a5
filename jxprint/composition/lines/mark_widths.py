"""The width of marks by house style, before their neighbours count: half an em, or their own. Thousandths of an em."""

from __future__ import annotations

from itertools import pairwise

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.pairs import BESIDE_MARK, HALF, QUARTER
from jxprint.composition.lines.records import region_of
from jxprint.composition.lines.setting import Setting
from jxprint.text.classes import (
    CENTRED,
    CLOSING,
    CONNECTOR,
    COUNT,
    FINAL,
    HAN,
    INTERPUNCT,
    OPENING,
    PAUSE,
    SOLIDUS,
    STACKED,
)

_CLOSE = (PAUSE, FINAL, CLOSING)
_WHITE = (*_CLOSE, OPENING)
# Marks set half an em wide everywhere, by width style (typography.md PW6, after xeCJK's styles).
_HALVED = {
    "full_width": frozenset(),
    "line_end_half": frozenset(),
    "mixed_width": frozenset((PAUSE, OPENING, CLOSING)),
    "half_width": frozenset((PAUSE, FINAL, OPENING, CLOSING)),
    "plain": frozenset(),
}
_HALF_IN_HEADS = frozenset((PAUSE, OPENING, CLOSING))
_SHORT = "–‐-‒﹣"


def set_marks(glyphs: Glyphs, setting: Setting) -> None:
    """Give marks their own width: interpuncts, solidi and short connectors half an em, stacked ？！ half an em each,
    others by style. Taiwan and Hong Kong give interpuncts and solidi an em (CLREQ 3.1.2; 重订标点符号手册).

    What closes behind a mark of one em keeps its em: the first gives its white up to it, as all pairs do (PW2), and 。”
    in 开明 has its white behind the ”.
    """
    halved = _HALVED[setting.punctuation.width] | (_HALF_IN_HEADS if setting.half_marks else frozenset())
    special = {INTERPUNCT, SOLIDUS, CONNECTOR, STACKED, *halved}
    if special.isdisjoint(glyphs.classes):
        return
    advance, lead, spacing = glyphs.advance, glyphs.lead, list(glyphs.spacing)
    closing = _CLOSE if setting.punctuation.width != "plain" else ()
    rest = 0 if region_of(setting) == "CN" else HALF
    for k, cls in enumerate(glyphs.classes):
        if cls not in special or (glyphs.looks is not None and glyphs.looks[k].scale != 1.0):
            continue
        spare = advance[k] - HALF
        if cls in (INTERPUNCT, SOLIDUS):  # centred, however wide the face draws it (GB/T 15834, 5.1.7 and 5.1.9)
            advance[k], lead[k] = HALF + rest, (spare - rest) / 2
        elif cls == CONNECTOR:
            if glyphs.text[glyphs.starts[k]] in _SHORT:  # GB/T 15834, 5.1.6
                advance[k], lead[k] = HALF, spare / 2
        elif cls == STACKED:
            if glyphs.text[glyphs.starts[k]] not in "！？":
                # One em, in the middle of it, however narrow the face draws ‼ and its kin.
                advance[k], lead[k] = 2.0 * HALF, (advance[k] - 2 * HALF) / 2
            elif spare > 0:
                centred = spacing[k] == HAN  # Taiwan's and Hong Kong's stand in the middle
                advance[k], lead[k] = HALF, QUARTER if centred else 0.0
        elif spacing[k] in closing and k and spacing[k - 1] in closing:
            continue
        elif spacing[k] in (PAUSE, FINAL, CLOSING, OPENING, CENTRED):
            advance[k] = HALF
            lead[k] = {OPENING: float(HALF), CENTRED: float(QUARTER)}.get(spacing[k], 0.0)
            spacing[k] = HAN
    glyphs.spacing = spacing


def beside_whites(glyphs: Glyphs, pairs: list[int]) -> list[int]:
    """Which gaps open by a little alone, because a mark has its white there (`BESIDE_MARK`). Not those beside a mark
    that is set half an em wide: its white was taken, and a gap there is as wide as it looks.
    """
    beside = [BESIDE_MARK[pair] for pair in pairs]
    if glyphs.spacing == glyphs.classes:
        return beside
    whites = [
        HAN if space == HAN and advance <= HALF and cls in _WHITE else cls
        for cls, space, advance in zip(glyphs.classes, glyphs.spacing, glyphs.advance, strict=True)
    ]
    around = [0, *[left * COUNT + right for left, right in pairwise(whites)]]
    return [one & BESIDE_MARK[pair] for one, pair in zip(beside, around, strict=True)]
