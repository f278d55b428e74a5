"""One chosen line: the budget spent gap by gap, and glyph positions in points.

Order of expansion: word spaces and spaces between Han and Latin to their limit, then all gaps equally (CLREQ 3.2.3), a
gap beside the white of a mark by no more than the style's `after_mark_em` where there are others, none before a bracket
that closes. A line without a gap stays short, and so does one that would be too loose, and the caller tells. Order of
compression: CLREQ 3.2.2, tier by tier, alike within a tier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from jxprint.composition.lines.looseness import stays_short
from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.over_bases import with_readings
from jxprint.composition.lines.pairs import (
    AUTOSPACE,
    HALF,
    STRETCH,
    TIER_AUTOSPACE,
    TIER_LINE_END,
    TIER_WORD_SPACE,
    TIERS,
)
from jxprint.composition.lines.setting import Segment, SetLine, Setting
from jxprint.composition.lines.spaces import Elastic

# What a line may give up: index of the glyph in the line, amount, and whether it is taken from the glyph's left side.
_Offer = tuple[int, float, bool]


def set_one_line(
    measured: Measured, begin: int, end: int, setting: Setting, indent: float, *, fill: bool, rescued: bool = False
) -> SetLine:
    """Glyphs [begin, end) as a line, opened or squeezed to the measure when `fill`, else squeezed only where over.

    `indent` is in thousandths of an em; the result in points.
    """
    scale = setting.size_pt / 1000
    hyphen = measured.hyphens.get(end)
    room = setting.measure_pt / scale - indent - (hyphen.advance if hyphen is not None else 0.0)
    advances, lead = _natural(measured, begin, end)
    slack = room - sum(advances)
    if fill and slack > 0:
        fill = _open(measured, begin, end, advances, slack, setting)
    elif slack < 0 and setting.align == "justify":
        _squeeze(measured, begin, end, advances, lead, -slack)
    else:
        slack = 0.0
    # A line that could not be squeezed far enough is as wide as it is, so that its caller can tell.
    width = room if fill and slack >= 0 else sum(advances)
    free = room - width
    shift = {"end": free, "centre": free / 2}.get(setting.align, 0.0)
    points = [advance * scale for advance in advances]
    segments = _segments(measured, begin, end, points, [-early * scale for early in lead], setting.lead_length)
    if measured.readings:
        segments = with_readings(measured, (begin, end), segments, advances, lead, scale)
    return SetLine(
        measured.starts[begin],
        measured.starts[end] if end < len(measured) else len(measured.text),
        (indent + shift) * scale,
        (width + (hyphen.advance if hyphen is not None else 0.0)) * scale,
        setting.measure_pt,
        fill,
        slack * scale,
        setting.size_pt,
        setting.ink,
        setting.language,
        segments,
        setting.lead_length,
        hyphen,
        rescued,
    )


def _natural(measured: Measured, begin: int, end: int) -> tuple[list[float], list[float]]:
    """Advances of a line's glyphs before any justification, its ends trimmed, and how far each is drawn early."""
    advances = measured.step[begin:end]
    advances[-1] = measured.advance[end - 1] - measured.end_trim[end - 1]
    lead = measured.lead[begin:end]
    lead[0] += measured.start_trim[begin]
    openings = measured.squeezed_openings
    for k in openings[bisect_right(openings, begin) : bisect_left(openings, end)]:
        # The pen goes to the visible half: what the gap took belongs to the mark, not to its neighbour.
        advances[k - 1 - begin] += HALF
        advances[k - begin] -= HALF
        lead[k - begin] += HALF
    advances[0] -= measured.start_trim[begin]
    return advances, lead


def _open(measured: Measured, begin: int, end: int, advances: list[float], slack: float, setting: Setting) -> bool:
    """Spend `slack` on gaps; `advances[k]` holds the gap behind glyph begin + k. False: no gap may open, or so wide
    that the line stays short (see `looseness`).
    """
    pairs = measured.pairs[begin + 1 : end]
    opens = measured.autospace[1]
    spaces = [(k, opens) for k, pair in enumerate(pairs) if AUTOSPACE[pair]] if opens else []
    if measured.typed:
        spaces += [(k - 1 - begin, room) for k, (_, room) in _typed(measured, begin, end) if room]
    if spaces:
        share = min(1.0, slack / sum(room for _, room in spaces))
        for k, room in spaces:
            advances[k] += room * share
            slack -= room * share
    if slack <= 1e-9:
        return True
    gaps = [k for k, pair in enumerate(pairs) if STRETCH[pair]]
    if not gaps:
        return False
    each, little = slack / len(gaps), setting.justification.after_mark_em * 1000
    beside_marks = {k for k in gaps if measured.beside[begin + 1 + k]} if each > little else set()
    if beside_marks and len(beside_marks) < len(gaps):
        each = (slack - little * len(beside_marks)) / (len(gaps) - len(beside_marks))
    else:
        little = each
    if stays_short(each, measured.pairs, measured.prices, end):
        return False
    for k in gaps:
        advances[k] += little if k in beside_marks else each
    return True


def _squeeze(measured: Measured, begin: int, end: int, advances: list[float], lead: list[float], excess: float) -> None:
    """Take `excess` out of the line's marks, tier by tier; what a tier gives is shared alike."""
    for tier in _offers(measured, begin, end):
        total = sum(amount for _, amount, _ in tier)
        if not total:
            continue
        share = min(1.0, excess / total)
        for k, amount, from_left in tier:
            advances[k] -= amount * share
            if from_left:
                lead[k] += amount * share
        excess -= total * share
        if excess <= 0:
            return


def _offers(measured: Measured, begin: int, end: int) -> list[list[_Offer]]:
    """What the glyphs of a line may give up, by tier."""
    table = measured.table
    left, right, left_tier, right_tier = (
        table.shrink_left,
        table.shrink_right,
        table.shrink_left_tier,
        table.shrink_right_tier,
    )
    offers: list[list[_Offer]] = [[] for _ in range(TIERS)]
    if measured.end_give is not None and measured.end_give[end - 1]:
        offers[TIER_LINE_END].append((end - 1 - begin, measured.end_give[end - 1], False))
    for k, space in enumerate(measured.spaces[begin + 1 : end]):
        if left[space]:
            offers[left_tier[space]].append((k, left[space], False))
        if right[space]:
            offers[right_tier[space]].append((k + 1, right[space], True))
    closes = measured.autospace[0]
    if closes:
        spaced = enumerate(measured.pairs[begin + 1 : end])
        offers[TIER_AUTOSPACE] += [(k, closes, False) for k, pair in spaced if AUTOSPACE[pair]]
    if measured.typed:
        typed = _typed(measured, begin, end)
        offers[TIER_WORD_SPACE] += [(k - 1 - begin, give, False) for k, (give, _) in typed if give]
    return offers


def _typed(measured: Measured, begin: int, end: int) -> Iterator[tuple[int, Elastic]]:
    """The gaps of a line that are spaces of the copy."""
    return ((k, measured.typed[k]) for k in range(begin + 1, end) if k in measured.typed)


def _segments(
    measured: Measured, begin: int, end: int, advances: list[float], offsets: list[float], lead_length: int
) -> tuple[Segment, ...]:
    """Cut the line where the face changes, and behind a dateline that runs in."""
    looks = measured.looks
    if measured.one_face and not lead_length and looks is None:
        return (_segment(measured, begin, end, 0.0, advances, offsets),)
    segments: list[Segment] = []
    x, start = 0.0, begin
    for k in range(begin + 1, end + 1):
        behind_lead = k < end and measured.starts[start] < lead_length <= measured.starts[k]
        another = looks is not None and k < end and looks[k] is not looks[start]
        if k == end or behind_lead or another or measured.faces[k] is not measured.faces[start]:
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
        measured.looks[begin] if measured.looks is not None else None,
    )
