"""Single lines of display type that are put where their draft says, not on the rows of a leg."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine, Setting, set_line, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.geometry import Rect
from jxprint.model import Passage
from jxprint.placed import Field, Role, TextBlock

# From line to line where the style names no pitch, in sizes.
LINE_PITCH = 1.5
# Half ems by which a measure is made shorter at the most: what a line may be squeezed by is far less.
_SHORTER = 6


def pitch_of(desk: Desk, role: str) -> float:
    """The pitch of a role's lines among themselves (points)."""
    style = desk.type_style(role)
    return style.pitch_pt or LINE_PITCH * style.size_pt


def natural_line(desk: Desk, part: str, role: str, passage: Passage, width: float) -> SetLine:
    """A passage on one line, as long as it is; fitting is the caller's business."""
    setting = desk.setting(role, width)
    note_signs(desk, part, (passage,), pitch_of(desk, role) / setting.size_pt - 1)
    return set_line(passage.text, with_markup(setting, desk, passage))


def ranged_lines(text: str, setting: Setting) -> tuple[SetLine, ...]:
    """A paragraph whose lines are centred or ranged, each within the measure. Such lines are not squeezed, and breaks
    are chosen as if they were: where one comes out over its measure, all are broken for a shorter one.
    """
    measure, step = setting.measure_pt, setting.size_pt / 2
    lines = set_paragraph(text, setting)
    for less in range(1, _SHORTER):
        if all(line.width <= measure + 0.01 for line in lines) or measure - less * step < setting.size_pt:
            break
        lines = set_paragraph(text, replace(setting, measure_pt=measure - less * step))
    free = {"centre": 0.5, "end": 1.0}.get(setting.align, 0.0)
    return tuple(replace(line, x=line.x + free * (measure - line.measure), measure=measure) for line in lines)


class Spot:
    """Where a line's copy comes from: its part, field and number in the field, and the role that it has."""

    def __init__(self, part: str, role: Role, field: Field, index: int) -> None:
        self.part, self.role, self.field, self.index = part, role, field, index

    def block(self, line: SetLine, left: float, y: float, frame: Rect | None = None) -> TextBlock:
        """The line with its first pen at `left` and its em box at `y`; its frame is as wide as it is."""
        baseline = y + EM_TOP * line.size_pt
        placed = line.at(left - line.x, baseline, part=self.part, field=self.field, index=self.index)
        own = Rect(left, y, line.width, line.size_pt)
        return TextBlock(self.role, self.field, self.index, (placed,), (frame or own,))
