"""Drop caps (首字下沉) among the frames of an article: read before the lines beside them, as one thing with these.

One is told by its look alone: large type on one line, in a frame as deep as the lines that stand right beside it, of
which there are two at the least. What stands right under both, as wide as both, goes with them: a column that begins
with a cap is no shallower than one that does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.checker.frames import Leaf
from jxprint.checker.glyphs import Frame, Glyph

# A cap's type is so much larger than the text's; two lines deep at the closest pitch it comes to twice the size.
_LARGER = 1.5
# Ems of the text: what may part it from the lines (less than parts columns), how far their frame may reach over its top
# (readings over the first line), how far their feet may lie apart, and how deep two lines are at the least.
_BESIDE_EM, _OVER_EM, _FOOT_EM, _TWO_LINES_EM = 0.8, 0.6, 0.05, 2.0
# The white between two lines of a newspaper's text, in ems, at the most.
_BELOW_EM = 1.0
_TOUCH_PT = 0.05


def with_caps(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The same leaves with each drop cap, the lines beside it and those under it as one."""
    found = list(leaves)
    plain = [leaf for leaf in leaves if not leaf.cells]
    smallest = min((max(glyph.size for glyph in leaf.glyphs) for leaf in plain), default=0.0)
    for cap in plain:
        if cap.glyphs[0].size < _LARGER * smallest:
            continue
        lines = next((one for one in plain if is_cap((cap.frame, cap.glyphs), (one.frame, one.glyphs))), None)
        if lines is None:
            continue
        both = _around(cap.frame, lines.frame)
        below = next((leaf for leaf in plain if _stands_under(both, leaf)), None)
        cells = (cap, lines) if below is None else (cap, lines, below)
        text = [glyph for leaf in cells[1:] for glyph in leaf.glyphs]
        found = [leaf for leaf in found if all(leaf is not one for one in cells)]
        found.append(Leaf(both if below is None else replace(both, bottom=below.frame.bottom), text, cells))
    return found


def is_cap(one: tuple[Frame, Sequence[Glyph]], lines: tuple[Frame, Sequence[Glyph]]) -> bool:
    """Whether what stands in one frame is a drop cap beside what stands in another."""
    text = max(glyph.size for glyph in lines[1])
    large = one[1][0].size >= _LARGER * text
    return large and _stands_beside(one[0], lines[0], text) and _is_one_line(one[1])


def _is_one_line(glyphs: Sequence[Glyph]) -> bool:
    """Whether glyphs of one size stand on one baseline, from left to right."""
    first = glyphs[0]
    return all(not one.down and one.size == first.size and abs(one.y - first.y) < _TOUCH_PT for one in glyphs)


def _stands_beside(cap: Frame, lines: Frame, em: float) -> bool:
    over, gap = cap.top - lines.top, lines.left - cap.right
    level = -_FOOT_EM * em <= over <= _OVER_EM * em and abs(cap.bottom - lines.bottom) <= _FOOT_EM * em
    return level and -_TOUCH_PT <= gap <= _BESIDE_EM * em and lines.bottom - cap.top > _TWO_LINES_EM * em


def _stands_under(both: Frame, leaf: Leaf) -> bool:
    frame, em = leaf.frame, leaf.glyphs[0].size
    alike = max(abs(frame.left - both.left), abs(frame.right - both.right)) <= _TOUCH_PT
    return alike and -_TOUCH_PT <= frame.top - both.bottom <= _BELOW_EM * em


def _around(cap: Frame, lines: Frame) -> Frame:
    return Frame(cap.left, min(cap.top, lines.top), lines.right, lines.bottom)
