"""A page's manner: whether its stories have bylines or datelines, heads of several lines, indents, and what blank lines
stand between what. The first reading assumes what is usual; the next ones count what the last one found.

Shares are probabilities; prices are minus natural logarithms.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

from msgspec import Struct

from jxprint.reconstruct.roles import (
    BODY,
    BYLINE,
    CAPTION,
    CREDIT,
    DECK,
    FOLIO,
    FOLLOWS,
    FROM,
    HEAD,
    HEAD_LINE,
    HEADS,
    ITEM,
    KICKER,
    LEAD_BARE,
    MASTHEAD,
    PAGE_DECK,
    PAGE_HEAD,
    PAGE_KICKER,
    ROW,
    RUNNING,
    START,
    SUBHEAD,
    VERSE,
)
from jxprint.reconstruct.traits import Traits

# Kinds of neighbours, and how much likelier than on the whole page each has none, one, or more blank lines between.
_KINDS = {
    "story": (0.25, 1.4, 3.0),
    "head": (1.1, 1.0, 0.5),
    "lines": (3.0, 0.7, 0.2),
    "byline": (1.2, 1.0, 0.4),
    "lead": (1.0, 1.0, 0.6),
    "text": (1.4, 0.9, 0.35),
    "rows": (3.0, 0.5, 0.2),
    "credit": (3.0, 0.8, 0.2),
}
_WEIGHT = 3.0
_SHARE_WEIGHT = 2.0
_INDENTED = 1.4
_SURELY = 2.2
Gaps = tuple[float, float, float]


class Manner(Struct, frozen=True):
    """What is usual on a page; `gaps` are prices of none, one, and more blank lines for each kind of neighbours."""

    byline: float
    dateline: float
    lines: float
    deck: float
    kicker: float
    subhead: float
    end_names: float
    indented: float
    head_width: float
    gaps: dict[str, Gaps]


def kind(before: int, here: int) -> str:
    """What kind of neighbours two roles are."""
    if (before, here) in ((HEAD, HEAD_LINE), (HEAD_LINE, HEAD_LINE), (PAGE_HEAD, PAGE_HEAD), (BYLINE, BYLINE)):
        return "lines"
    if here == CREDIT:
        return "credit"
    if before == here and here in (VERSE, ITEM, ROW):
        return "rows"
    if before in (CREDIT, CAPTION, START, FOLIO, MASTHEAD) or here in (CAPTION, KICKER, FOLIO, PAGE_HEAD):
        return "head" if before == PAGE_KICKER or (before, here) == (KICKER, KICKER) else "story"
    if here == HEAD:
        return "head" if before == KICKER else "story"
    if here in (DECK, PAGE_DECK):
        return "head"
    if here in (BYLINE, FROM):
        return "byline"
    if before in HEADS or before in (BYLINE, FROM, PAGE_HEAD, PAGE_DECK):
        return "lead"
    return "text"


def usual(traits: Sequence[Traits]) -> Manner:
    """The manner assumed of a page of which only its blank lines and indents are known."""
    counts = [1.0, 1.0, 1.0]
    for one in traits:
        counts[one.gap] += 1
    long = [one for one in traits if one.width >= 24 and not one.glued]
    inset = sum(1 for one in long if one.indent >= _INDENTED)
    indented = inset / len(long) if long else 0.0
    datelines = sum(1 for one in traits if one.dateline)
    bylines = sum(1 for one in traits if one.names > _SURELY)
    return Manner(
        byline=min(0.9, (bylines + 0.8) / (bylines + datelines + 1.6)),
        dateline=(datelines + 1.0) / (datelines + 2.0),
        lines=0.2,
        deck=0.1,
        kicker=0.12,
        subhead=0.04,
        end_names=0.1,
        indented=indented if len(long) > 2 else 0.0,
        head_width=12.0,
        gaps={name: _gaps(counts, tilt, (0.0, 0.0, 0.0)) for name, tilt in _KINDS.items()},
    )


def _gaps(counts: Sequence[float], tilt: Sequence[float], seen: Sequence[float]) -> Gaps:
    """Prices of blank lines: what the whole page has, tilted by what is usual, and what was seen."""
    total = sum(one * other for one, other in zip(counts, tilt, strict=True))
    prior = [one * other / total for one, other in zip(counts, tilt, strict=True)]
    all_ = sum(seen) + _WEIGHT
    found = [-log((one + _WEIGHT * other) / all_ + 0.004) for one, other in zip(seen, prior, strict=True)]
    return found[0], found[1], found[2]


def learned(traits: Sequence[Traits], roles: Sequence[int], before: Manner) -> Manner:
    """The manner of a page as one reading of it shows it."""
    counts = [1.0, 1.0, 1.0]
    seen: dict[str, list[float]] = {name: [0.0, 0.0, 0.0] for name in _KINDS}
    pairs: dict[tuple[int, int], int] = {}
    for at, one in enumerate(traits):
        counts[one.gap] += 1
        if at and not one.glued:
            pair = (roles[at - 1], roles[at])
            pairs[pair] = pairs.get(pair, 0) + 1
            seen[kind(*pair)][one.gap] += 1
    heads = sum(1 for role in roles if role == HEAD)
    bylines = _steps_seen(pairs, HEADS, BYLINE)
    bare = [one for one, role in zip(traits, roles, strict=True) if role == LEAD_BARE]
    datelines = sum(1 for one in bare if one.dateline)
    texts = sum(1 for role in roles if role in RUNNING)
    widths = [one.width for one, role in zip(traits, roles, strict=True) if role in (HEAD, HEAD_LINE)]
    return Manner(
        byline=_share(bylines, heads, 0.5),
        dateline=_share(datelines, len(bare), before.dateline),
        lines=_share(_steps_seen(pairs, (HEAD,), HEAD_LINE), heads, 0.2),
        deck=_share(_steps_seen(pairs, (HEAD, HEAD_LINE), DECK), heads, 0.1),
        kicker=_share(_steps_seen(pairs, (KICKER,), HEAD), heads, 0.12),
        subhead=_share(sum(1 for role in roles if role == SUBHEAD), texts, 0.03, 12.0),
        end_names=_share(sum(1 for one in traits if one.ends_named >= 0), heads, 0.05),
        indented=before.indented,
        head_width=(sum(widths) + 24.0) / (len(widths) + 2.0),
        gaps={name: _gaps(counts, tilt, seen[name]) for name, tilt in _KINDS.items()},
    )


def _steps_seen(pairs: dict[tuple[int, int], int], before: Collection[int], after: int) -> int:
    return sum(times for (one, other), times in pairs.items() if one in before and other == after)


def _share(seen: float, all_: float, usual_: float, weight: float = _SHARE_WEIGHT) -> float:
    return min(0.96, max(0.015, (seen + weight * usual_) / (all_ + weight)))


def steps(manner: Manner) -> list[list[list[tuple[int, float]]]]:
    """For each of none, one, and more blank lines: for each role, the roles that may stand before it with the price."""
    found: list[list[list[tuple[int, float]]]] = [[[] for _ in FOLLOWS] for _ in range(3)]
    for before, after in FOLLOWS.items():
        for here, price in after.items():
            price += _step(manner, before, here)
            for gap, gap_price in enumerate(manner.gaps[kind(before, here)]):
                found[gap][here].append((before, price + gap_price))
    return found


def _step(manner: Manner, before: int, here: int) -> float:
    """What a page's manner adds to the price of a step."""
    price = 0.0
    if before in HEADS and before != KICKER:
        going = 1.0 - (manner.lines + manner.deck if before == HEAD else 0.0)
        if here in (BYLINE, LEAD_BARE):
            price -= log(max(0.05, going)) + log(manner.byline if here == BYLINE else 1.0 - manner.byline)
        elif here == DECK:
            price -= log(manner.deck)
        elif here == HEAD_LINE and before == HEAD:
            price -= log(manner.lines)
    if here == KICKER and before != KICKER:
        price -= log(manner.kicker / 0.3)
    if here == SUBHEAD and before in BODY:
        price -= log(manner.subhead / 0.05)
    return price
