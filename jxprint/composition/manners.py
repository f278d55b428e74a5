"""Manners of setting (挤推方式): a story set freely as a printer may have, who was no total-fit composer.

Marks are an em wide, at a line's end too, gaps behind them do not open, legs are level, and what counts is the sum of
all gaps alone. Manners differ in one thing: how readily a line is squeezed (挤进) rather than opened (推出). For a page
that is looked at beside its evidence; no page is built like this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.legs import BodyCopy
from jxprint.composition.lines import measure_once, wanted_of
from jxprint.composition.lines.breaking import EASY, Wanted
from jxprint.composition.lines.candidates import FORBIDDEN, Candidates
from jxprint.composition.lines.looseness import widest_gap
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.stories import body_copy
from jxprint.fonts import Library
from jxprint.model import Page, Story

Manner = Literal["opened", "evened"]
# What half an em of squeezing costs, in gaps of EASY all along a line: no line is squeezed that can be opened, or one
# is where its gaps would else be a little more than a fifth of an em.
PRICES: Mapping[Manner, float] = {"opened": 1e6, "evened": 5.0}
_HALF, _HOPELESS, _TOLERANCE = 500.0, 500.0, 1e-6

# A paragraph (from 1) and how many of its code points stand before.
Foot = tuple[int, int]


class _Way(Struct, frozen=True):
    """What some lines cost, and where each of them ends."""

    cost: float
    ends: tuple[Foot, ...] = ()


def feet(page: Page, library: Library, part: Story, manner: Manner, lines: int) -> tuple[Foot, ...] | None:
    """Where each leg of a story but the last ends, set in so many lines in all; None where it cannot have them in
    level legs, or its legs are not plain ones.
    """
    if part.writing == "vertical" or part.within is not None or part.drop_cap is not None:
        return None
    if part.jump_to is not None or part.jump_from is not None:
        return None
    desk = _desk(page, library)
    room = desk.room(part.letter)
    legs = part.legs or room.span
    measures, _ = odd_legs(room.width, legs, desk.frame.gap, part.remainder, desk.frame.body)
    ways: dict[int, _Way] = {0: _Way(0.0)}
    for one in body_copy(desk, part, measures[0]):
        own = _paragraph(one, len(part.paragraphs[one.index].text), manner)
        following: dict[int, _Way] = {}
        for count, way in ways.items():
            for more_lines, more in own.items():
                _keep(following, count + more_lines, _Way(way.cost + more.cost, (*way.ends, *more.ends)))
        ways = following
    if lines % legs or lines not in ways:
        return None
    return ways[lines].ends[lines // legs - 1 : lines - 1 : lines // legs]


def _desk(page: Page, library: Library) -> Desk:
    style = page.style
    marks = replace(style.punctuation, width="full_width")
    gaps = replace(style.justification, after_mark_em=0.0)
    page = replace(page, style=replace(style, punctuation=marks, justification=gaps))
    return Desk(page, library, frame_of(page), areas(page.dummy))


def _paragraph(one: BodyCopy, length: int, manner: Manner) -> dict[int, _Way]:
    """A paragraph in every number of lines that it can have; `length` is that of its copy, before which a dateline may
    stand.
    """
    measured, legal = measure_once(one.passage.text, one.setting)
    ahead, last = len(one.passage.text) - length, len(legal) - 1
    widest = one.setting.justification.faithful_widest_em * 1000
    found: dict[int, _Way] = {}
    reached, lines = {0: _Way(0.0)}, 0
    while reached:
        lines += 1
        following: dict[int, _Way] = {}
        for a, way in reached.items():
            for b, cost in _lines(legal, wanted_of(one.setting), a, widest, PRICES[manner]):
                offset = length if b == last else max(0, measured.starts[b] - ahead)
                _keep(following, b, _Way(way.cost + cost, (*way.ends, (one.index + 1, offset))))
        if last in following:
            found[lines] = following.pop(last)
        reached = following
    return found


def _lines(c: Candidates, wanted: Wanted, a: int, widest: float, price: float) -> Iterator[tuple[int, float]]:
    """The ends of lines that begin at a glyph, and what each costs."""
    last = len(c) - 1
    target = wanted.measure - (0.0 if a else wanted.indent) + c.begin[a]
    for b in range(a + 1, last + 1):
        slack, budget = target - c.end[b], c.shrink_end[b] - c.shrink[a]
        if -slack > budget + _HOPELESS:
            break
        if c.price[b] == FORBIDDEN or -slack > budget + _TOLERANCE:
            continue
        if slack < -_TOLERANCE:
            yield b, price * -slack / _HALF
        elif b == last:
            yield b, 0.0
        else:
            wide = widest_gap(slack, c.gaps(a, b), c.marks_end[b] - c.marks[a], wanted.after_mark)
            if wide <= widest:
                yield b, wide / EASY


def _keep(ways: dict[int, _Way], at: int, way: _Way) -> None:
    """The cheaper of two ways to the same place."""
    if at not in ways or way.cost < ways[at].cost:
        ways[at] = way
