"""A paragraph with a drop cap (首字下沉): the text behind it over lines that begin beside it, then both as one.

The lines beside the cap are indented by what it takes; the first of them begins with it, so that the paragraph's lines
are its text from the first code point on. Lengths in points.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.lines.setting import DropCap, Look, Segment, SetCap, SetLine, Setting, Span


def behind(setting: Setting, cap: DropCap) -> Setting:
    """The setting of the text behind the cap: what is marked of it counts from there."""
    spans = tuple(
        Span(max(0, span.start - cap.length), span.end - cap.length, span.chain, _moved(span.look, -cap.length))
        for span in setting.spans
        if span.end > cap.length
    )
    return replace(setting, indent_em=0.0, spans=spans, drop_cap=None)


def beside(measures: Sequence[float], cap: DropCap) -> tuple[float, ...]:
    """The measures of the lines of the text behind the cap, where without it they were these; the last one is for all
    that follow.
    """
    whole = [measures[min(number, len(measures) - 1)] for number in range(max(cap.lines + 1, len(measures)))]
    return tuple(one - cap.reserve_pt if number < cap.lines else one for number, one in enumerate(whole))


def joined(cap: DropCap, first: SetLine, rest: Sequence[SetLine]) -> tuple[SetLine, ...]:
    """The lines of the whole paragraph: `first` is the cap as set, `rest` the lines behind it."""
    lines = [_counted(line, cap.length) for line in rest]
    for number, line in enumerate(lines[: cap.lines]):
        lines[number] = replace(line, x=line.x + cap.reserve_pt, measure=line.measure + cap.reserve_pt)
    segments = _cap_segments(cap, first, lines[0].size_pt)
    opened = replace(
        lines[0],
        start=0,
        x=0.0,
        width=lines[0].x + lines[0].width,
        segments=(*segments, *(replace(one, x=one.x + lines[0].x) for one in lines[0].segments)),
        cap=SetCap(len(segments), cap.lines, cap.width_pt, cap.reserve_pt),
    )
    return opened, *lines[1:]


def _cap_segments(cap: DropCap, first: SetLine, size_pt: float) -> tuple[Segment, ...]:
    """The cap's glyphs, as glyphs of the paragraph's size that are larger and lower; the last one's advance leads to
    the text. A space behind a Latin letter takes no room of its own.
    """
    look = Look(first.size_pt / size_pt, -cap.drop_pt / size_pt, cap.link, ink=first.ink, language=cap.language)
    segments = [replace(one, look=look) for one in first.segments]
    last = segments[-1]
    advances = [
        0.0 if last.text[start].isspace() else advance
        for start, advance in zip(last.starts, last.advances, strict=True)
    ]
    advances[-1] += cap.reserve_pt - last.x - sum(advances)
    segments[-1] = replace(last, advances=tuple(advances))
    return tuple(segments)


def _counted(line: SetLine, by: int) -> SetLine:
    """A line whose code points count from `by` further ahead."""
    segments = tuple(_from(one, by) for one in line.segments)
    return replace(line, start=line.start + by, end=line.end + by, segments=segments)


def _from(segment: Segment, by: int) -> Segment:
    look, reading = segment.look, segment.reading
    if look is not None:
        look = _moved(look, by)
    if reading is not None:
        reading = replace(reading, base=(reading.base[0] + by, reading.base[1] + by))
    return replace(segment, start=segment.start + by, end=segment.end + by, look=look, reading=reading)


def _moved(look: Look, by: int) -> Look:
    if look.name_line is not None:
        look = replace(look, name_line=(look.name_line[0] + by, look.name_line[1] + by))
    if look.reading:
        look = replace(look, reading_span=(look.reading_span[0] + by, look.reading_span[1] + by))
    return look
