"""Vertical lines (直排): the way that each piece stands, and paragraphs and heads set from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from msgspec.structs import replace

from jxprint.composition.lines import wanted_of
from jxprint.composition.lines.breaking import Breaks, choose_breaks
from jxprint.composition.lines.candidates import Candidates, candidates
from jxprint.composition.lines.columns import ColumnLine
from jxprint.composition.lines.downcells import Downwards, measure_downwards
from jxprint.composition.lines.downset import Stretch, set_column
from jxprint.composition.lines.oriented import Piece, Way, cut
from jxprint.composition.lines.rescues import rescues, telling
from jxprint.composition.lines.setting import Setting
from jxprint.composition.lines.words import hangs_on_measure
from jxprint.placed.rules import Rescue

__all__ = ["ColumnLine", "count_columns", "orient", "set_vertical_line", "set_vertical_paragraph"]

# Paragraphs of one story while its depth is being found; and what stands of a few pages.
_MEASURED_KEPT = 64
_KEPT = 1024


def orient(text: str, quotes: bool = True) -> list[tuple[str, str, Way]]:
    """Maximal pieces of a text in vertical setting: (text, what is shown of it, how it stands).

    `upright` is one character under another, `rotated` a quarter turn clockwise (by the face's own vertical form where
    it has one), `stood` side by side within one em (纵中横): each such figure is a piece of its own. With `quotes` the
    marks “”‘’ are shown as 『』「」; the text keeps them.
    """
    pieces: list[tuple[str, str, Way]] = []

    def key(numbered: tuple[int, Piece]) -> tuple[Way, int]:
        number, piece = numbered
        return piece.way, number if piece.way == "stood" else -1

    for (way, _), group in groupby(enumerate(cut(text, quotes)), key):
        joined = [piece for _, piece in group]
        shown = "".join(piece.shown for piece in joined)
        pieces.append((text[joined[0].start : joined[-1].end], shown, way))
    return pieces


def set_vertical_line(text: str, setting: Setting) -> ColumnLine:
    """All of `text` in one column as long as it is, placed in the measure by the setting's alignment.

    The line's `width` (its length) may be over its `measure`: fitting is the caller's business. `text` must not be
    empty. Raises MissingGlyph.
    """
    return _line(text, setting)


def set_vertical_paragraph(text: str, setting: Setting, *, line_price: float = 0.0) -> tuple[ColumnLine, ...]:
    """The paragraph as columns of `setting.measure_pt`, from right to left: total fit, and justified when the setting
    says so. The rules, prices and limits are those of `set_paragraph`; the measure runs down. Raises MissingGlyph.
    """
    return _paragraph(text, setting, line_price)


def count_columns(text: str, setting: Setting) -> int:
    """How many columns `set_vertical_paragraph` makes, without setting them. Raises MissingGlyph."""
    return len(_breaks(text, setting, 0.0).ends) if text else 0


@lru_cache(maxsize=_KEPT)
def _line(text: str, setting: Setting) -> ColumnLine:
    down = measure_downwards(text, setting)
    return set_column(down, Stretch(0, len(down.measured), setting.indent_em * 1000), setting)


def _measured(text: str, setting: Setting) -> tuple[Downwards, Candidates]:
    # A story whose depth is sought is asked for at every measure, and most of its paragraphs are the same at each.
    return _measured_at(text, setting if hangs_on_measure(text) else replace(setting, measure_pt=0.0))


@lru_cache(maxsize=_MEASURED_KEPT)
def _measured_at(text: str, setting: Setting) -> tuple[Downwards, Candidates]:
    down = measure_downwards(text, setting)
    return down, candidates(down.measured)


@lru_cache(maxsize=_KEPT)
def _breaks(text: str, setting: Setting, line_price: float) -> Breaks:
    down, legal = _measured(text, setting)
    return choose_breaks(down.measured, legal, wanted_of(setting, line_price))


@lru_cache(maxsize=_KEPT)
def _paragraph(text: str, setting: Setting, line_price: float) -> tuple[ColumnLine, ...]:
    if not text:
        return ()
    down, legal = _measured(text, setting)
    breaks = _breaks(text, setting, line_price)
    kinds: Mapping[int, tuple[Rescue, ...]] = {}
    if breaks.rescued or breaks.over:
        kinds = rescues(down.measured, legal, breaks, wanted_of(setting), setting.punctuation)
    lines: list[ColumnLine] = []
    begin = 0
    for end in breaks.ends:
        indent = setting.indent_em * 1000 if begin == 0 else 0.0
        fill = setting.align == "justify" and end < len(down.measured)
        stretch = Stretch(begin, end, indent, fill, end in breaks.rescued)
        line = set_column(down, stretch, setting)
        lines.append(telling(line, kinds.get(begin, ()), fill=fill, gaps=legal.gaps(begin, end)))
        begin = end
    return tuple(lines)
