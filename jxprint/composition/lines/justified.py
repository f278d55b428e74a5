"""One chosen line: the budget spent gap by gap, and glyph positions in points.

Order of expansion: autospaces to their limit, then all gaps equally (CLREQ 3.2.3), a gap behind a mark never opened
by more than `AFTER_MARK`. Order of compression: CLREQ 3.2.2, tier by tier, alike within a tier.
"""

from __future__ import annotations

from jxprint.composition.lines.breaking import AFTER_MARK, AUTOSPACE_OPEN
from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.pairs import HALF, TIER_BRACKET, TIERS
from jxprint.composition.lines.setting import Segment, SetLine, Setting


def set_one_line(
    measured: Measured, begin: int, end: int, setting: Setting, indent: float, *, fill: bool
) -> SetLine:
    """Glyphs [begin, end) as a line, opened or squeezed to the measure when `fill`, else squeezed only where over.

    `indent` is in thousandths of an em; the result in points.
    """
    scale = setting.size_pt / 1000
    measure = setting.measure_pt / scale
    advances = measured.step[begin:end]
    advances[-1] = measured.advance[end - 1] - measured.end_trim[end - 1]
    lead = measured.lead[begin:end]
    lead[0] += measured.start_trim[begin]
    for k in measured.squeezed_openings:
        if begin < k < end:
            # The pen goes to the visible half: what the gap took belongs to the mark, not to its neighbour.
            advances[k - 1 - begin] += HALF
            advances[k - begin] -= HALF
            lead[k - begin] += HALF
    advances[0] -= measured.start_trim[begin]
    slack = measure - indent - sum(advances)
    if fill and slack > 0:
        fill = _open(measured, begin, end, advances, slack, setting.autospace_em * 1000)
    elif slack < 0 and setting.align == "justify":
        _squeeze(measured, begin, end, advances, lead, -slack)
    else:
        slack = 0.0
    width = measure - indent if fill else sum(advances)
    free = measure - indent - width
    shift = {"end": free, "centre": free / 2}.get(setting.align, 0.0)
    points = [advance * scale for advance in advances]
    return SetLine(
        measured.starts[begin],
        measured.starts[end] if end < len(measured) else len(measured.text),
        (indent + shift) * scale,
        width * scale,
        setting.measure_pt,
        fill,
        slack * scale,
        setting.size_pt,
        setting.ink,
        setting.language,
        _segments(measured, begin, end, points, [-early * scale for early in lead], setting.lead_length),
        setting.lead_length,
    )


def _open(
    measured: Measured, begin: int, end: int, advances: list[float], slack: float, autospace: float
) -> bool:
    """Spend `slack` on gaps; `advances[k]` holds the gap behind glyph begin + k. False: no gap may open."""
    table, keys = measured.table, measured.keys[begin + 1 : end]
    autos = [k for k, key in enumerate(keys) if table.autospace[key]]
    if autos:
        each = min(max(0.0, AUTOSPACE_OPEN - autospace), slack / len(autos))
        for k in autos:
            advances[k] += each
        slack -= each * len(autos)
    if slack <= 1e-9:
        return True
    open_gaps = [k for k, key in enumerate(keys) if table.stretch[key]]
    if not open_gaps:
        return False
    each = slack / len(open_gaps)
    if each > AFTER_MARK:
        behind_marks = [k for k in open_gaps if table.behind_mark[keys[k]]]
        if len(behind_marks) < len(open_gaps):
            for k in behind_marks:
                advances[k] += AFTER_MARK
            bounded = set(behind_marks)
            open_gaps = [k for k in open_gaps if k not in bounded]
            each = (slack - AFTER_MARK * len(behind_marks)) / len(open_gaps)
    for k in open_gaps:
        advances[k] += each
    return True


def _squeeze(
    measured: Measured, begin: int, end: int, advances: list[float], lead: list[float], excess: float
) -> None:
    """Take `excess` out of the line's marks, tier by tier; what a tier gives is shared alike."""
    table = measured.table
    left, right, tiers = table.shrink_left, table.shrink_right, table.shrink_left_tier
    offers: list[list[tuple[int, int, bool]]] = [[] for _ in range(TIERS)]
    for k, key in enumerate(measured.keys[begin + 1 : end]):
        if left[key]:
            offers[tiers[key]].append((k, left[key], False))
        if right[key]:
            offers[TIER_BRACKET].append((k, right[key], True))
    for tier in offers:
        total = sum(amount for _, amount, _ in tier)
        if not total:
            continue
        share = min(1.0, excess / total)
        for k, amount, opening in tier:
            if opening:
                advances[k + 1] -= amount * share
                lead[k + 1] += amount * share
            else:
                advances[k] -= amount * share
        excess -= total * share
        if excess <= 0:
            return


def _segments(
    measured: Measured, begin: int, end: int, advances: list[float], offsets: list[float], lead_length: int
) -> tuple[Segment, ...]:
    """Cut the line where the face changes, and behind a dateline that runs in."""
    if measured.one_face and not lead_length:
        return (_segment(measured, begin, end, 0.0, advances, offsets),)
    segments: list[Segment] = []
    x, start = 0.0, begin
    for k in range(begin + 1, end + 1):
        behind_lead = k < end and measured.starts[start] < lead_length <= measured.starts[k]
        if k == end or behind_lead or measured.faces[k] is not measured.faces[start]:
            way = advances[start - begin : k - begin]
            segments.append(_segment(measured, start, k, x, way, offsets[start - begin : k - begin]))
            x += sum(way)
            start = k
    return tuple(segments)


def _segment(
    measured: Measured, begin: int, end: int, x: float, advances: list[float], offsets: list[float]
) -> Segment:
    first = measured.starts[begin]
    stop = measured.starts[end] if end < len(measured) else len(measured.text)
    starts = measured.starts[begin:end]
    return Segment(
        measured.faces[begin],
        x,
        first,
        stop,
        measured.text[first:stop],
        tuple(measured.glyphs[begin:end]),
        tuple(advances),
        tuple([start - first for start in starts]) if first else tuple(starts),
        tuple(offsets) if any(offsets) else (),
    )
