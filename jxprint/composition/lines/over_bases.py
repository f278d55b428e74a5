"""Where a set line's readings (注音) stand: each over the middle of what its base shows on that line (CLREQ 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.reading_runs import Reading
from jxprint.composition.lines.setting import Segment


def with_readings(
    measured: Measured,
    line: tuple[int, int],
    segments: tuple[Segment, ...],
    advances: Sequence[float],
    lead: Sequence[float],
    scale: float,
) -> tuple[Segment, ...]:
    """The segments of a line of glyphs [begin, end), each with the reading whose base it ends.

    `advances` and `lead` are those of the line's glyphs as set, thousandths of an em; `scale` makes points of them.
    """
    begin, end = line
    out: list[Segment] = []
    k = begin
    for segment in segments:
        last = k + len(segment.glyphs) - 1
        shaped = measured.readings.get(last)
        if shaped is not None:
            # A base that nothing but a cut could set has its reading over what stands on its last line.
            first, stop = max(begin, shaped.over[0]), max(begin + 1, shaped.over[1])
            pen = sum(advances[: first - begin])
            base = sum(advances[first - begin : stop - 1 - begin])
            base += _shown(measured, stop - 1, end, advances[stop - 1 - begin], lead[stop - 1 - begin])
            x = (pen + (base - shaped.width) / 2 + shaped.aside) * scale - segment.x
            segment = replace(segment, reading=Reading(shaped.parts, x, shaped.span))
        out.append(segment)
        k = last + 1
    return tuple(out)


def _shown(measured: Measured, k: int, end: int, advance: float, lead: float) -> float:
    """How much of glyph `k`'s own width a line that ends before glyph `end` shows: without what its left side gave up
    (by which it is drawn early), nor its right side. What opens behind it is no part of it.
    """
    gave = measured.end_trim[k] if k == end - 1 else measured.table.squeeze_left[measured.spaces[k + 1]]
    from_left = lead - measured.lead[k]
    return min(measured.advance[k] - from_left - gave, advance)
