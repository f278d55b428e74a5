"""Line composition: one paragraph of copy in, set lines out. Knows nothing of pages, parts and legs.

`set_paragraph` breaks and justifies; `set_line` sets a single line as long as it is. Paragraphs that were set are
kept, so that one that did not change costs nothing when a page is built again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from jxprint.composition.lines.breaking import Breaks, Wanted, choose_breaks
from jxprint.composition.lines.candidates import Candidates, candidates
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.measured import Measured, MissingGlyph, measure
from jxprint.composition.lines.pairs import HALF
from jxprint.composition.lines.rescues import rescues, telling
from jxprint.composition.lines.setting import SetLine, Setting
from jxprint.placed.rules import Rescue

__all__ = [
    "MissingGlyph",
    "SetLine",
    "Setting",
    "count_lines",
    "forget",
    "lines_at",
    "may_take",
    "measure_once",
    "set_line",
    "set_paragraph",
    "set_varying",
    "set_with_report",
    "wanted_of",
]

_KEPT = 4096
# Text, setting, the price of a line, and the lines of an earlier setting that are held.
_Key = tuple[str, Setting, float, tuple[str, ...]]
_kept: dict[_Key, tuple[SetLine, ...]] = {}
_single: dict[tuple[str, Setting], SetLine] = {}

# A story round a picture is set anew for each depth that is tried.
_VARIED_KEPT = 512
_varied: dict[tuple[_Key, tuple[float, ...]], tuple[SetLine, ...]] = {}

# Measured paragraphs are kept only while one story is being levelled; they are many times as large as set lines.
_MEASURED_KEPT = 64
_measured: dict[tuple[str, Setting], tuple[Measured, Candidates]] = {}
_broken: dict[_Key, Breaks] = {}


def set_paragraph(
    text: str, setting: Setting, *, line_price: float = 0.0, held: tuple[str, ...] = ()
) -> tuple[SetLine, ...]:
    """The paragraph as lines of `setting.measure_pt`: total fit, justified when the setting says so.

    `line_price` is added to the cost of every line: above 0 the paragraph prefers fewer lines, below 0 more (1 is
    the price of a gap of 0.045 em all along a line). `held` are the lines of an earlier setting, of this text or of
    one like it, whose ends are kept wherever they are still legal. Raises MissingGlyph for a character that no face of
    the chain has.
    """
    key = (text, setting, line_price, held)
    lines = _kept.get(key)
    if lines is None:
        if len(_kept) >= _KEPT:
            _kept.clear()
        lines = _kept[key] = _set(key)
    return lines


def set_varying(text: str, setting: Setting, measures: tuple[float, ...]) -> tuple[SetLine, ...]:
    """The paragraph over lines of these measures in points, the last of them for all lines that follow.

    Raises MissingGlyph. `text` must not be empty.
    """
    key = (text, setting, 0.0, ()), measures
    lines = _varied.get(key)
    if lines is None:
        if len(_varied) >= _VARIED_KEPT:
            _varied.clear()
        lines = _varied[key] = _set_varying(*key)
    return lines


def count_lines(text: str, setting: Setting, *, line_price: float = 0.0) -> int:
    """How many lines `set_paragraph` would make, without setting them. Raises MissingGlyph."""
    if setting.drop_cap is not None:
        return len(set_paragraph(text, setting, line_price=line_price))
    return len(_break((text, setting, line_price, ())).ends) if text else 0


def may_take(text: str, setting: Setting, lines: int) -> bool:
    """Whether a paragraph could be set in so many lines at all: everything squeezed and everything opened, wherever it
    stands. Most paragraphs that could not are told here without a search for breaks. Raises MissingGlyph.
    """
    if setting.drop_cap is not None:
        return True
    measured, legal = measure_once(text, setting)
    wanted = wanted_of(setting)
    natural = measured.run[-1] + wanted.indent
    if natural - legal.shrink_end[-1] - lines * HALF > lines * wanted.measure:
        return False
    opened = natural + legal.room[-1] + wanted.widest * legal.stretch[-1]
    return opened > (lines - 1) * wanted.measure


def set_line(text: str, setting: Setting) -> SetLine:
    """All of `text` on one line as long as it is, placed in the measure by the setting's alignment.

    The line's `width` may be over its `measure`: fitting is the caller's business. `text` must not be empty.
    """
    key = (text, setting)
    line = _single.get(key)
    if line is None:
        if len(_single) >= _KEPT:
            _single.clear()
        measured = measure(text, setting)
        line = set_one_line(measured, 0, len(measured), setting, setting.indent_em * 1000, fill=False)
        _single[key] = line
    return line


def set_with_report(text: str, setting: Setting) -> tuple[tuple[SetLine, ...], int]:
    """The paragraph's lines, and how many of them end where no rule lets them. Raises MissingGlyph."""
    lines = set_paragraph(text, setting)
    return lines, sum(line.rescued for line in lines)


def wanted_of(setting: Setting, line_price: float = 0.0) -> Wanted:
    """What a setting's lines are broken for, in thousandths of an em."""
    limits = setting.justification
    # Lines that are not filled open no gap: only their raggedness counts.
    widest = limits.widest_em * 1000 if setting.align == "justify" else float("inf")
    return Wanted(
        setting.measure_pt / setting.size_pt * 1000,
        setting.indent_em * 1000,
        widest,
        limits.after_mark_em * 1000,
        line_price,
    )


def forget() -> None:
    """Drop every kept paragraph: for a benchmark's cold start, and for a process that makes many different pages."""
    _kept.clear()
    _single.clear()
    _varied.clear()
    _measured.clear()
    _broken.clear()


def measure_once(text: str, setting: Setting) -> tuple[Measured, Candidates]:
    """A paragraph measured, and the places where its lines may end. Raises MissingGlyph."""
    key = (text, setting)
    known = _measured.get(key)
    if known is None:
        if len(_measured) >= _MEASURED_KEPT:
            _measured.clear()
            _broken.clear()
        measured = measure(text, setting)
        known = _measured[key] = (measured, candidates(measured))
    return known


def _break(key: _Key) -> Breaks:
    text, setting, _, _ = key
    measured, legal = measure_once(text, setting)
    breaks = _broken.get(key)
    if breaks is None:
        breaks = _broken[key] = choose_breaks(measured, legal, _wanted(key))
    return breaks


def _wanted(key: _Key) -> Wanted:
    text, setting, line_price, held = key
    wanted = wanted_of(setting, line_price)
    if not held:
        return wanted
    from jxprint.composition.lines.holding import holding  # a plain build holds nothing

    return holding(*measure_once(text, setting), wanted, held)


def _set(key: _Key) -> tuple[SetLine, ...]:
    text, setting, _, _ = key
    if setting.drop_cap is not None:
        return _set_varying(key, (setting.measure_pt,))
    return lines_at(text, setting, _break(key)) if text else ()


def _set_varying(key: _Key, measures: tuple[float, ...]) -> tuple[SetLine, ...]:
    from jxprint.composition.lines.varying import choose_varying  # most pages have no text round anything

    text, setting, line_price, held = key
    if setting.drop_cap is not None:
        from jxprint.composition.lines.drop_caps import behind, beside, joined

        cap = setting.drop_cap
        if held:
            held = held[0][cap.length :], *held[1:]
        lines = _set_varying((text[cap.length :], behind(setting, cap), line_price, held), beside(measures, cap))
        return joined(cap, set_line(text[: cap.length], cap.setting), lines)
    measured, legal = measure_once(text, setting)
    ems = [1000 * one / setting.size_pt for one in measures]
    return lines_at(text, setting, choose_varying(measured, legal, _wanted(key), ems), measures)


def lines_at(text: str, setting: Setting, breaks: Breaks, measures: Sequence[float] = ()) -> tuple[SetLine, ...]:
    """The lines that end at `breaks`, of the setting's measure or of `measures` (points)."""
    measured, legal = measure_once(text, setting)
    kinds: Mapping[int, tuple[Rescue, ...]] = {}
    if breaks.rescued or breaks.over:
        ems = [1000 * one / setting.size_pt for one in measures]
        kinds = rescues(measured, legal, breaks, wanted_of(setting), setting.punctuation, ems)
    indent = setting.indent_em * 1000
    lines: list[SetLine] = []
    begin = 0
    for number, end in enumerate(breaks.ends):
        fill = setting.align == "justify" and end < len(measured)
        first = indent if begin == 0 else 0.0
        rescued = end in breaks.rescued
        if measures:
            setting = replace(setting, measure_pt=measures[min(number, len(measures) - 1)])
        line = set_one_line(measured, begin, end, setting, first, fill=fill, rescued=rescued)
        if line.width > line.measure and setting.align != "justify":  # the breaker reckoned with marks that give way
            squeezed = replace(setting, align="justify")
            line = set_one_line(measured, begin, end, squeezed, first, fill=False, rescued=rescued)
        lines.append(telling(line, kinds.get(begin, ()), fill=fill, gaps=legal.gaps(begin, end)))
        begin = end
    return tuple(lines)
