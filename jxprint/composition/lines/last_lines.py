"""What a paragraph's last line costs that holds next to nothing, in the units of `breaking`'s cost."""

from __future__ import annotations

from jxprint.composition.lines.measured import Measured
from jxprint.text.classes import CLOSING, DASH, FINAL, PAUSE, SPACE, STACKED

# Last lines (WD1 and WD3 of typography.md). A line opened to the limit everywhere costs 8: a whole paragraph is set
# looser before its last three characters are parted, where that can be done within the limits at all.
_LONE_GLYPH = 400.0  # 单字不占行
_LONE_WITH_MARK = 120.0  # one character and its marks: allowed by the rules, unloved
_LAST_THREE = 40.0


def runt(measured: Measured, start: int) -> float:
    """The price of a last line that starts at glyph `start`."""
    if start == 0 or len(measured) - start > 8:
        return 0.0
    tail = measured.classes[start:]
    marks = sum(1 for cls in tail if cls in (PAUSE, FINAL, CLOSING, DASH, SPACE, STACKED))
    solid = len(tail) - marks
    if solid >= 3:
        return 0.0
    if solid == 2:
        return _LAST_THREE
    return _LONE_WITH_MARK if marks else _LONE_GLYPH
