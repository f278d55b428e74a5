"""What a unit's traits say of each role that it may have: prices, minus natural logarithms of odds.

Tables give the price of a width (ems; between two entries in proportion) and of how the unit ends; the other traits
add to them. The figures were set by hand on pages of several manners and tried on others.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from jxprint.reconstruct.manner import Manner
from jxprint.reconstruct.roles import (
    BYLINE,
    CAPTION,
    CREDIT,
    DECK,
    END,
    END_BYLINE,
    FOLIO,
    FROM,
    HEAD,
    HEAD_LINE,
    ITEM,
    JUMP,
    KICKER,
    LEAD,
    LEAD_BARE,
    MASTHEAD,
    NOTE,
    PAGE_DECK,
    PAGE_HEAD,
    PAGE_KICKER,
    ROLES,
    ROW,
    STANDFIRST,
    START,
    SUBHEAD,
    TEXT,
    VERSE,
)
from jxprint.reconstruct.traits import ASK, COLON, COMMA, NONE, STOP, Traits

_Curve = tuple[tuple[float, float], ...]
_HEAD: _Curve = ((1, 7), (2, 4.6), (3, 3.4), (4, 2.2), (6, 1.4), (8, 1), (16, 1), (20, 1.8), (24, 3.0), (30, 5.5), (40, 10), (60, 18))
_KICKER: _Curve = ((1, 7), (3, 3.2), (4, 1.6), (6, 1.4), (14, 1.6), (20, 2.4), (26, 4), (36, 8), (60, 18))
_DECK: _Curve = ((3, 6), (6, 3), (9, 1.6), (13, 1.2), (22, 1.3), (30, 2.6), (40, 5), (60, 11), (100, 20))
_TEXT: _Curve = ((1, 10), (4, 7), (8, 5.2), (12, 4.4), (16, 3.8), (24, 2.9), (32, 2.1), (45, 1.5), (60, 1), (200, 1), (500, 2), (900, 3))
_WIDTHS: dict[int, _Curve] = {
    FOLIO: ((2, 3), (6, 1.5), (40, 1.5), (60, 3), (90, 8)),
    MASTHEAD: ((1, 4), (2, 0.8), (4, 0.5), (6, 1.4), (8, 3), (12, 6), (20, 14)),
    PAGE_KICKER: _KICKER,
    PAGE_HEAD: _HEAD,
    PAGE_DECK: _DECK,
    STANDFIRST: ((8, 9), (16, 6.5), (24, 4), (40, 2), (60, 1.2), (160, 1.2), (260, 3), (400, 7)),
    CAPTION: ((3, 6), (6, 3.4), (10, 1.6), (14, 1.2), (34, 1), (50, 1.8), (80, 3.4), (120, 6), (200, 12)),
    CREDIT: ((2, 2), (4, 1), (20, 1), (40, 3)),
    KICKER: _KICKER,
    HEAD: _HEAD,
    HEAD_LINE: _HEAD,
    DECK: _DECK,
    BYLINE: ((2, 1), (3, 0.8), (14, 0.8), (24, 1.8), (40, 4), (64, 8)),
    FROM: ((4, 1), (20, 1)),
    LEAD: _TEXT,
    LEAD_BARE: _TEXT,
    TEXT: _TEXT,
    SUBHEAD: ((1, 6), (2, 2.8), (4, 1.2), (8, 1), (11, 1.5), (16, 2.6), (22, 4.5), (30, 8), (60, 18)),
    ITEM: ((2, 5), (6, 2.4), (14, 1.8), (60, 1.8), (120, 3), (300, 6)),
    VERSE: ((1, 6), (3, 3.4), (5, 1.6), (7, 1.2), (12, 1.4), (16, 2.4), (22, 5), (40, 12)),
    ROW: ((2, 3), (60, 2), (120, 6)),
    NOTE: ((4, 2), (300, 2)),
    END_BYLINE: ((2, 1), (30, 1), (60, 4)),
    JUMP: ((4, 1), (20, 1)),
}
_MOST = 900
_DISPLAY = (6.0, 2.4, 2.6, 3.6, 0.1)
_RUNNING = (0.2, 1.6, 2.6, 2.6, 2.2)
_ENDS: dict[int, tuple[float, float, float, float, float]] = {
    FOLIO: (4, 6, 5, 5, 0.1), MASTHEAD: (9, 7, 5, 6, 0.05), PAGE_KICKER: (6, 4, 1.6, 3, 0.3), PAGE_HEAD: _DISPLAY,
    PAGE_DECK: (4, 3, 4, 4, 0.1), STANDFIRST: (0.1, 2.6, 3.4, 3.4, 2.6), CAPTION: (1.0, 4, 4, 5, 0.6),
    CREDIT: (3, 6, 6, 6, 0.05), KICKER: (6, 3.6, 1.6, 3.2, 0.3), HEAD: (4.4, 2.2, 3.0, 3.4, 0.15),
    HEAD_LINE: (4.4, 2.2, 4.5, 4, 0.15), DECK: (4, 3, 4.5, 4.5, 0.1), BYLINE: (8, 9, 7, 6, 0.02), FROM: (6, 6, 6, 6, 0),
    LEAD: _RUNNING, LEAD_BARE: _RUNNING, TEXT: _RUNNING, SUBHEAD: (5.5, 2.2, 4.0, 4.6, 0.15),
    ITEM: (0.9, 2.6, 2.6, 1.4, 1.0), VERSE: (1.2, 2, 3, 1, 0.8), ROW: (4, 6, 4, 4, 0.2), NOTE: (0.4, 2.6, 3, 3, 1.2),
    END_BYLINE: (6, 8, 8, 8, 0.05), JUMP: (6, 6, 6, 6, 0),
}  # fmt: skip
IMPOSSIBLE = 60.0
_HEADLIKE = (PAGE_KICKER, PAGE_HEAD, PAGE_DECK, KICKER, HEAD, HEAD_LINE, DECK, SUBHEAD)
_PARAGRAPHS = (STANDFIRST, LEAD, LEAD_BARE, TEXT)


def _table(curve: _Curve) -> list[float]:
    """The price at each whole width."""
    found: list[float] = []
    before = curve[0]
    at = 0
    for width in range(_MOST + 1):
        while at < len(curve) - 1 and width > curve[at][0]:
            before, at = curve[at], at + 1
        here = curve[at]
        if width >= here[0] or here[0] == before[0]:
            found.append(here[1] if width <= here[0] or at == len(curve) - 1 else before[1])
        else:
            share = max(0.0, (width - before[0]) / (here[0] - before[0]))
            found.append(before[1] + share * (here[1] - before[1]))
    return found


_BY_WIDTH = {id(curve): _table(curve) for curve in _WIDTHS.values()}
_TABLES = [(role, _BY_WIDTH[id(_WIDTHS[role])], _ENDS[role]) for role in _WIDTHS]


def prices(traits: Sequence[Traits], at: int, manner: Manner) -> list[float]:
    """The price of each role for one unit; its neighbours count where a head has several lines."""
    one = traits[at]
    found = [IMPOSSIBLE] * len(ROLES)
    width = min(_MOST, round(one.width))
    for role, table, ends in _TABLES:
        found[role] = table[width] + ends[one.end]
    _by_marks(found, one)
    _by_words(found, one, manner)
    _by_place(found, one, manner)
    _by_neighbours(found, one, traits[at - 1] if at else None, traits[at + 1] if at + 1 < len(traits) else None, manner)
    found[START] = found[END] = IMPOSSIBLE
    return found


def _by_marks(found: list[float], one: Traits) -> None:
    """Marks inside: a headline has few, a paragraph of some length has some."""
    marked = min(4, one.pauses) * 0.9 + min(3, one.stops) * 3.4
    for role in _HEADLIKE:
        found[role] += marked
    prose = 0.8 * min(3.0, one.prose) + (3.0 if one.unpaired else 0.0)
    if prose:
        for role in (*_HEADLIKE, MASTHEAD, CAPTION, BYLINE):
            found[role] += prose
    found[DECK] -= min(2, one.pauses) * 0.5
    found[PAGE_DECK] -= min(2, one.pauses) * 0.5
    found[SUBHEAD] += one.pauses * 0.5
    found[MASTHEAD] += (one.pauses + one.stops) * 5
    found[CAPTION] += one.stops * 1.2
    found[VERSE] += max(0, one.pauses + one.stops - 1) * 0.8
    if one.width >= 18 and not one.pauses and not one.stops:
        lacking = 0.8 if one.width < 28 else 1.6 if one.width < 45 else 2.6
        for role in _PARAGRAPHS:
            found[role] += lacking


def _by_words(found: list[float], one: Traits, manner: Manner) -> None:
    """What the words of the trade say."""
    names = one.names
    for role in _HEADLIKE + _PARAGRAPHS + (CAPTION, VERSE, MASTHEAD, ITEM):
        found[role] += max(0.0, names - 1.2) * 0.8
    found[BYLINE] += max(0.0, 2.6 - names)
    found[END_BYLINE] += 0.0 if one.ends_named == 0 else 3.0 + max(0.0, 3.0 - names)
    if one.ends_named == 0:
        _all_but(found, (END_BYLINE,), 4.0)
        found[BYLINE] -= 2.5
    found[CREDIT] += 0.0 if one.credit else 14.0
    found[FOLIO] += max(0.0, 3.0 - one.folio)
    found[NOTE] += 0.5 if one.note > 0 else 8.0
    found[JUMP] += 0.0 if one.jump_to == 0 else 20.0
    found[FROM] += 0.0 if one.jump_from and one.width <= 14 else 20.0
    found[MASTHEAD] += 1.5 - 0.75 * one.masthead
    found[CAPTION] += 1.4 - 0.9 * one.caption
    if one.credit:
        _all_but(found, (CREDIT,), 9.0)
    if one.folio > 0:
        _all_but(found, (FOLIO,), 0.9 * one.folio)
    if one.note > 0:
        _all_but(found, (NOTE,), 3.0)
    if one.jump_to == 0:
        _all_but(found, (JUMP,), 9.0)
    if one.caption > 0:
        _all_but(found, (CAPTION,), 0.6 * one.caption)
    _by_opening(found, one, manner)


def _by_opening(found: list[float], one: Traits, manner: Manner) -> None:
    """What a unit's first words say: a dateline, a jump line, the number of an item."""
    if one.dateline:
        found[LEAD_BARE] -= log(manner.dateline) + 0.3
        found[LEAD] += 0.6
        _all_but(found, (LEAD_BARE, LEAD), 6.0)
        if one.width < 30:  # a dateline on a line of its own
            for role in (LEAD, LEAD_BARE):
                found[role] = min(found[role], 2.5)
    else:
        found[LEAD_BARE] -= log(1.0 - manner.dateline * 0.9)
        found[LEAD] += 0.1
    if one.jump_from:
        _all_but(found, (FROM, LEAD_BARE, HEAD), 7.0)
        found[LEAD_BARE] -= 1.5
    if one.item:
        found[ITEM] -= 0.4
        for role in (TEXT, LEAD, LEAD_BARE, STANDFIRST):
            found[role] += 0.9
        for role in _HEADLIKE:
            found[role] += 0.0 if role == SUBHEAD else 1.8
    else:
        found[ITEM] += 4.2
    found[SUBHEAD] += -0.4 if one.numbered else 0.6
    if one.spoken:
        for role in _HEADLIKE:
            found[role] += 3.0
    found[ROW] += 0.0 if one.cells >= 2 else 2.4 if one.cells == 1 else 9.0
    if one.cells >= 2:
        _all_but(found, (ROW, BYLINE, FOLIO, CREDIT), 1.6)
    if one.dash:
        for role in (HEAD, PAGE_HEAD, KICKER, PAGE_KICKER, SUBHEAD):
            found[role] += 2.2
        found[HEAD_LINE] += 1.2
        found[DECK] -= 1.0
        found[PAGE_DECK] -= 1.0


def _by_place(found: list[float], one: Traits, manner: Manner) -> None:
    """What indents and sizes say, and standing on one line with what was before."""
    if manner.indented > 0.4:
        if one.indent >= 1.4:
            for role in _HEADLIKE:
                found[role] += 2.6 if one.indent <= 3 else 0.6
        else:
            for role in (LEAD, LEAD_BARE, STANDFIRST):
                found[role] += 2.6
            found[TEXT] += 0.3 if one.open else 2.2
    if one.glued:
        _all_but(found, (CAPTION, CREDIT), 7.0)
    if one.large > 1.15:
        for role in (*_PARAGRAPHS, ITEM, ROW, NOTE, BYLINE, CREDIT):
            found[role] += 5.0
    elif one.large:
        for role in (PAGE_HEAD, HEAD, HEAD_LINE, MASTHEAD):
            found[role] += 3.0


def _by_neighbours(
    found: list[float], one: Traits, before: Traits | None, after: Traits | None, manner: Manner
) -> None:
    """How a line of a head compares with the lines about it."""
    if one.blank and one.width < 36:
        for role in (*_PARAGRAPHS, SUBHEAD):
            found[role] += 1.2
        found[HEAD] += 0.2
    if after is not None:
        found[KICKER] += 1.0 if one.width > after.width + 3 else -0.3 if one.width < after.width - 1 else 0.2
        found[PAGE_KICKER] += 1.0 if one.width > after.width + 3 else 0.0
    if before is not None:
        wider = one.width - before.width
        for role in (DECK, PAGE_DECK):
            found[role] += 1.4 if wider < -2 else -0.5 if wider > 3 else 0.2
            found[role] -= 0.4 if one.blank or one.pauses else 0.0
        found[HEAD_LINE] += 0.8 if wider > 7 else 0.4 if wider < -7 else 0.0
    found[HEAD] += min(1.5, abs(one.width - manner.head_width) * 0.05)
    if one.end in (ASK, STOP) and one.width < 20:
        found[CAPTION] += 0.6


assert (STOP, ASK, COLON, COMMA, NONE) == (0, 1, 2, 3, 4)


def _all_but(found: list[float], kept: Sequence[int], price: float) -> None:
    for role in range(len(found)):
        if role not in kept:
            found[role] += price
