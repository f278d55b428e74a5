"""Which rescue set a line that no rule had a way for: read off the breaks that were chosen, and only where one was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from jxprint.composition.lines.breaking import Breaks, Wanted
from jxprint.composition.lines.candidates import Candidates
from jxprint.composition.lines.looseness import stays_short, widest_gap
from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.pairs import ENDS, STARTS, break_prices
from jxprint.composition.lines.setting import SetLine
from jxprint.model import PunctuationStyle
from jxprint.placed.rules import Prohibition, Rescue
from jxprint.text.classes import SPACE

if TYPE_CHECKING:
    from jxprint.composition.lines.columns import ColumnLine  # a page without vertical text never loads it

Line = TypeVar("Line", SetLine, "ColumnLine")

_TOLERANCE = 1e-3


def prohibition_of(style: PunctuationStyle) -> Prohibition:
    """What may not start and not end a line of this style."""
    return Prohibition(STARTS[style.level], ENDS[style.level], style.starts, style.ends)


def telling(line: Line, kinds: tuple[Rescue, ...], *, fill: bool, gaps: int) -> Line:
    """The line with what rescued it; one that was to be filled and is not stays short, for want of `gaps` or because
    they would be too wide (`looseness`).
    """
    if fill and not line.justified:
        kinds = (*kinds, "unfilled" if gaps else "short")
    return replace(line, rescues=kinds) if kinds else line


def rescues(
    measured: Measured,
    legal: Candidates,
    breaks: Breaks,
    wanted: Wanted,
    style: PunctuationStyle,
    measures: Sequence[float] = (),
) -> Mapping[int, tuple[Rescue, ...]]:
    """By the glyph that a line starts with: what rescued it. `wanted` has the style's own limits; `measures` are those
    of the lines where they differ, the last one for all that follow.
    """
    kinds: dict[int, tuple[Rescue, ...]] = {}
    rules = prohibition_of(style)
    # Only where nothing fits is the paragraph's own end named too.
    alone: tuple[Rescue, ...] = ("alone",) if len(measured) in breaks.rescued else ()
    begin = 0
    for number, end in enumerate(breaks.ends):
        found = alone
        if measures:
            wanted = replace(wanted, measure=measures[min(number, len(measures) - 1)])
        if begin in breaks.rescued and _starts_ill(measured, begin, rules):
            found += ("start",)
        if end in breaks.rescued and end < len(measured):
            found += _ending(measured, end, rules)
        if end < len(measured) and is_loose(legal, wanted, begin, end):
            found += ("loose",)
        if found:
            kinds[begin] = found
        begin = end
    return kinds


def _ending(measured: Measured, end: int, rules: Prohibition) -> tuple[Rescue, ...]:
    """What the break before glyph `end` is against. Some of what parts a run starts or ends a line ill as well."""
    if measured.prices[end] is not None:
        return ()
    last = end - 1
    while last and measured.classes[last] == SPACE:
        last -= 1
    ends_ill = rules.ends_ill(_last_char(measured, last), measured.classes[last])
    held = break_prices("none")[measured.pairs[end]] is None
    cut = held or not (ends_ill or _starts_ill(measured, end, rules))
    return (*(("end",) if ends_ill else ()), *(("cut",) if cut else ()))


def _starts_ill(measured: Measured, k: int, rules: Prohibition) -> bool:
    return measured.prices[k] is None and rules.starts_ill(measured.text[measured.starts[k]], measured.classes[k])


def _last_char(measured: Measured, k: int) -> str:
    """The last character that glyph `k` shows."""
    return measured.text[(measured.starts[k + 1] if k + 1 < len(measured) else len(measured.text)) - 1]


def is_loose(c: Candidates, wanted: Wanted, begin: int, end: int) -> bool:
    """Whether the line of glyphs [begin, end) has gaps over the limit; one that is not filled has none."""
    gaps, behind = c.stretch_end[end] - c.stretch[begin], c.marks_end[end] - c.marks[begin]
    target = (wanted.measure if begin else wanted.measure - wanted.indent) + c.begin[begin]
    open_ = target - c.end[end] - (c.room_end[end] - c.room[begin])
    if gaps <= 0 or open_ <= 0:
        return False
    wide = widest_gap(open_, gaps, behind, wanted.after_mark)
    return wide > wanted.widest + _TOLERANCE and not stays_short(wide, c.pairs, c.rules, end)
