"""One field of a head fitted to its measure, in the order of the trade: a step of size, then tracking, then the width
of marks, and at last a line that was typed whole is broken by sense. Characters are never distorted.

All lines of a field share one size, one tracking and one width of marks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.lines import SetLine, Setting, set_line
from jxprint.composition.marked import with_markup
from jxprint.errors import Finding, Phrase
from jxprint.geometry import PT_PER_MM
from jxprint.model import Passage
from jxprint.placed import Field, Role

_TOLERANCE_PT = 0.01
# Tracking is told in thousandths of an em, and set no wider than it is told.
_FINEST_EM = 0.001
# Fields that may be broken where the style does not say, and into how many lines.
_BROKEN: dict[Field, int] = {"kicker": 2, "headline": 2, "deck": 2}

# Fields that are one line, whatever their length.
_ONE_LINE = ("text", "line")


class HeadCopy(Struct, frozen=True):
    """Lines of one field of a head, the style role they are set in, and the white above the first (points)."""

    lines: Sequence[Passage]
    style_role: str
    role: Role
    field: Field
    white_above: float


class HeadFit(Struct, frozen=True):
    """What was done to fit a field of a head: its size (points) and which step of the style's that is (0: the style's
    own size) of how many, its tracking (ems), whether its marks are half an em wide, and into how many lines copy that
    was typed on one was broken (0: its lines are those that were typed).
    """

    field: Field
    size_pt: float
    step: int = 0
    steps: int = 1
    tracking_em: float = 0.0
    half_marks: bool = False
    broken: int = 0


class Fitted(Struct, frozen=True):
    """A field as fitted: what was done, and the lines of each passage."""

    fit: HeadFit
    lines: tuple[tuple[SetLine, ...], ...]


class _Manner(Struct, frozen=True):
    """A size with the tracking and the marks of an attempt; at the style's size nothing else was tried."""

    size: float
    tracking: float
    half_marks: bool


_Tried = tuple[Sequence[float], Sequence[_Manner]]


def sizes_over(desk: Desk, role: str, span: int) -> list[float]:
    """The sizes that a role may have over so many columns, the style's own first."""
    style = desk.type_style(role)
    size = style.size_over(span)
    return [size, *[step for step in style.steps_pt if step < size]]


def fit_field(desk: Desk, part: str, copy: HeadCopy, width: float, span: int, steps_down: int = 0) -> Fitted:
    """The field's lines over `width` points; what cannot be fitted goes to the desk's findings. `steps_down`: so many
    steps of size are left out from the largest on; a field without so many stays at its smallest.
    """
    sizes = sizes_over(desk, copy.style_role, span)
    tried = sizes, list(_manners(desk, copy, sizes[min(steps_down, len(sizes) - 1) :]))
    return _fitted(desk, part, copy, width, tried) or _overset(desk, part, copy, width, tried)


def _fitted(desk: Desk, part: str, copy: HeadCopy, width: float, tried: _Tried) -> Fitted | None:
    """The field as it stands within its measure; None where nothing that is tried makes it."""
    sizes, manners = tried
    for number, manner in enumerate(manners):
        lines = _lines(desk, copy, width, manner)
        if _widest(lines) <= width + _TOLERANCE_PT:
            if number and manner.size == manners[number - 1].size:
                manner, lines = _no_tighter(desk, copy, width, manner)
            return Fitted(_fit(copy, sizes, manner), tuple((line,) for line in lines))
    if len(copy.lines) == 1 and most_lines(desk, copy) > 1:
        from jxprint.composition.head_lines import break_field  # few heads are too long for a line

        broken = break_field(desk, part, copy, width, [_plain(desk, copy, width, one) for one in manners])
        if broken is not None:
            number, parts = broken
            return Fitted(_fit(copy, sizes, manners[number], len(parts)), (parts,))
    return None


def most_lines(desk: Desk, copy: HeadCopy) -> int:
    """Into how many lines the copy of a field may be broken."""
    return desk.type_style(copy.style_role).max_lines or _BROKEN.get(copy.field, 1)


def _manners(desk: Desk, copy: HeadCopy, sizes: Sequence[float]) -> Iterator[_Manner]:
    """What may be tried, in order."""
    style = desk.type_style(copy.style_role)
    least, usual = style.tracking_em
    for size in sizes:
        yield _Manner(size, usual, style.half_marks)
    if least < usual:
        yield _Manner(sizes[-1], least, style.half_marks)
    if style.half_marks_at_need and not style.half_marks:
        yield _Manner(sizes[-1], least, True)


def _no_tighter(desk: Desk, copy: HeadCopy, width: float, manner: _Manner) -> tuple[_Manner, list[SetLine]]:
    """The same with no more of tracking than is needed: widths follow it in proportion."""
    usual = desk.type_style(copy.style_role).tracking_em[1]
    loose = _widest(_lines(desk, copy, width, replace(manner, tracking=usual)))
    tight = _widest(_lines(desk, copy, width, manner))
    if loose > width + _TOLERANCE_PT and loose > tight:
        share = (loose - width) / (loose - tight)
        usual = math.floor((usual + share * (manner.tracking - usual)) / _FINEST_EM + 1e-6) * _FINEST_EM
    eased = replace(manner, tracking=max(manner.tracking, usual))
    return eased, _lines(desk, copy, width, eased)


def _plain(desk: Desk, copy: HeadCopy, width: float, manner: _Manner) -> Setting:
    setting = desk.setting(copy.style_role, width, size_pt=manner.size)
    if manner.tracking or manner.half_marks != setting.half_marks:
        return replace(setting, tracking_em=manner.tracking, half_marks=manner.half_marks)
    return setting


def _lines(desk: Desk, copy: HeadCopy, width: float, manner: _Manner) -> list[SetLine]:
    """Each passage on one line as long as it is."""
    setting = _plain(desk, copy, width, manner)
    return [set_line(passage.text, with_markup(setting, desk, passage)) for passage in copy.lines]


def _widest(lines: Sequence[SetLine]) -> float:
    return max(line.width for line in lines)


def _fit(copy: HeadCopy, sizes: Sequence[float], manner: _Manner, broken: int = 0) -> HeadFit:
    step = sizes.index(manner.size)
    return HeadFit(copy.field, manner.size, step, len(sizes), manner.tracking, manner.half_marks, broken)


def _overset(desk: Desk, part: str, copy: HeadCopy, width: float, tried: _Tried) -> Fitted:
    """A field that does not fit, with a finding for every line of copy that is too long. One that may be broken is set
    in the lines that it takes once it is shortened; the others at their tightest.
    """
    from jxprint.composition.head_over import in_lines_of, least_cut, shorter  # heads fit

    sizes, manners = tried
    lines, size = _lines(desk, copy, width, manners[-1]), manners[-1].size
    most = most_lines(desk, copy) if len(copy.lines) == 1 else 1

    def stands(passage: Passage) -> bool:
        alone = replace(copy, lines=(passage,))
        if most > 1:
            return _fitted(desk, part, alone, width, tried) is not None
        return _widest(_lines(desk, alone, width, manners[-1])) <= width + _TOLERANCE_PT

    as_shortened: Fitted | None = None
    for index, (passage, line) in enumerate(zip(copy.lines, lines, strict=True)):
        if line.width <= width + _TOLERANCE_PT:
            continue
        near = max(1, math.ceil((line.width - most * width) / size))
        cut = least_cut(passage, stands, near)
        desk.findings.append(_too_wide(part, copy, index, (cut or near, width, size), most))
        if most > 1 and cut is not None:
            as_shortened = _fitted(desk, part, replace(copy, lines=(shorter(passage, cut),)), width, tried)
    if as_shortened is None:
        return Fitted(_fit(copy, sizes, manners[-1]), tuple((line,) for line in lines))
    fit = as_shortened.fit
    setting = _plain(desk, copy, width, _Manner(fit.size_pt, fit.tracking_em, fit.half_marks))
    return Fitted(fit, (in_lines_of(as_shortened, copy, with_markup(setting, desk, copy.lines[0])),))


def _too_wide(part: str, copy: HeadCopy, index: int, told: tuple[int, float, float], most: int) -> Finding:
    """By how much a passage is over: characters, the measure and the size are `told`."""
    over, width, size = told
    passage = copy.lines[index]
    is_nameplate = copy.style_role == "nameplate"
    args: dict[str, object] = {
        "field": Phrase("composition.field.nameplate" if is_nameplate else f"composition.field.{copy.field}"),
        "text": passage.text,
        "over": over,
        "measure_mm": round(width / PT_PER_MM, 1),
        "size": f"{size:g}",
        "role": copy.style_role,
    }
    place = replace(passage.place, part=part, paragraph=index + 1)
    if most > 1:
        return Finding("composition.head_too_wide_broken", place, {**args, "lines": most})
    return Finding(f"composition.head_too_wide{'_alone' if copy.field in _ONE_LINE else ''}", place, args)
