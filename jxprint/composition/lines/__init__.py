"""Line composition: one paragraph of copy in, set lines out. Knows nothing of pages, parts and legs.

`set_paragraph` breaks and justifies; `set_line` sets a single line as long as it is. Paragraphs that were set are
kept, so that one that did not change costs nothing when a page is built again.
"""

from __future__ import annotations

from jxprint.composition.lines.breaking import choose_breaks
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.measured import MissingGlyph, measure
from jxprint.composition.lines.setting import SetLine, Setting

__all__ = ["MissingGlyph", "SetLine", "Setting", "set_line", "set_paragraph"]

_KEPT = 4096
_kept: dict[tuple[str, Setting], tuple[SetLine, ...]] = {}


def set_paragraph(text: str, setting: Setting) -> tuple[SetLine, ...]:
    """The paragraph as lines of `setting.measure_pt`: total fit, justified when the setting says so.

    Raises MissingGlyph for a character that no face of the chain has.
    """
    key = (text, setting)
    lines = _kept.get(key)
    if lines is None:
        if len(_kept) >= _KEPT:
            _kept.clear()
        lines = _kept[key] = _set(text, setting)
    return lines


def set_line(text: str, setting: Setting) -> SetLine:
    """All of `text` on one line as long as it is, placed in the measure by the setting's alignment.

    The line's `width` may be over its `measure`: fitting is the caller's business. `text` must not be empty.
    """
    measured = measure(text, setting)
    return set_one_line(measured, 0, len(measured), setting, setting.indent_em * 1000, fill=False)


def _set(text: str, setting: Setting) -> tuple[SetLine, ...]:
    if not text:
        return ()
    measured = measure(text, setting)
    ems = setting.measure_pt / setting.size_pt * 1000
    indent = setting.indent_em * 1000
    breaks = choose_breaks(measured, ems, indent, setting.autospace_em * 1000, setting.line_price)
    lines: list[SetLine] = []
    begin = 0
    for end in breaks.ends:
        fill = setting.align == "justify" and end < len(measured)
        lines.append(set_one_line(measured, begin, end, setting, indent if begin == 0 else 0.0, fill=fill))
        begin = end
    return tuple(lines)
