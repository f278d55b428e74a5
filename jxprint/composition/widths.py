"""Lines that are wider than their measure: a credit too long for its picture, a glyph larger than its column, a reading
longer than the line that it has to stand on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.lines import SetLine
from jxprint.composition.lines.setting import Look
from jxprint.errors import Finding
from jxprint.model import Passage

if TYPE_CHECKING:
    from jxprint.composition.lines.columns import ColumnLine

_TOLERANCE_PT = 0.01


def is_whole(line: SetLine | ColumnLine) -> bool:
    """Whether a line stands within its measure and parts no base from its reading at its end."""
    return not _is_over(line) and _parted(line) is None


def _room(line: SetLine | ColumnLine) -> float:
    """What a line has: less behind an indent. One that is centred or ranged right stands out on its left."""
    return line.measure - (max(0.0, line.x) if isinstance(line, SetLine) else 0.0)


def _is_over(line: SetLine | ColumnLine) -> bool:
    return line.width > _room(line) + _TOLERANCE_PT


def _parted(line: SetLine | ColumnLine) -> Look | None:
    """The look of a base that starts on this line and goes on in the next; where every glyph has a line of its own, the
    one that is wider than a line is told instead.
    """
    look = line.segments[-1].look if line.segments else None
    if look is None or not look.reading or "alone" in line.rescues:
        return None
    start, end = look.reading_span
    return look if line.start <= start and end > line.end else None


def note_too_wide(desk: Desk, part: str, passage: Passage, lines: Iterable[SetLine | ColumnLine]) -> None:
    """Add a finding for each line of a passage that stands over its measure, or parts a base from its reading for want
    of room; line composition sets it all the same.
    """
    for line in lines:
        look = _parted(line)
        if look is not None:
            start, end = look.reading_span
            desk.findings.append(
                Finding(
                    "composition.reading_parted",
                    replace(passage.at(start - line.lead_length), part=part),
                    {
                        "text": passage.text[start:end],
                        "reading": look.reading,
                        "measure_em": f"{line.measure / line.size_pt:.1f}",
                    },
                )
            )
        if _is_over(line):
            desk.findings.append(
                Finding(
                    "composition.word_too_wide",
                    replace(passage.at(line.start), part=part),
                    {
                        "text": passage.text[line.start : line.end],
                        "measure_em": f"{_room(line) / line.size_pt:.1f}",
                    },
                )
            )
