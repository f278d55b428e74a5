"""Which legs belong to which head: those right below it, those beside them that begin at the same height, and what
goes on below in the same columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from jxprint.geometry import Rect, around
from jxprint.reconstruct.printed.body import Body, beside, over
from jxprint.reconstruct.printed.heads import Head
from jxprint.reconstruct.printed.runs import Run

# In ems of the body: legs begin no further below their head; between legs there is no more white; tops are level.
_UNDER, _GAP, _LEVEL = 6.0, 3.2, 0.3
# A line or two in another face stands so near to what it goes on from (ems).
_NEAR = 2.0
# A column's edge is the same within this.
_EDGE = 1.2
# Heads that are tried at once over one row of legs.
_MOST_HEADS = 5


def give_legs(heads: Sequence[Head], runs: Sequence[Run], body: Body) -> list[Run]:
    """Give each head its legs; what belongs to none is returned."""
    left = sorted(runs, key=lambda run: (run.box.y, run.box.x))
    for head in heads:
        if head.down:
            _beside(head, left, heads, body)
    tops = {id(head): _first_below(head, heads, left, body) for head in heads if not head.legs}
    done: set[int] = set()
    for head in heads:
        top = tops.get(id(head))
        if top is None or id(head) in done:
            continue
        row = _row_of(top, left, heads, body)
        level = [one for one in heads if (its := tops.get(id(one))) is not None and its in row]
        for one, legs in _shared(level[:_MOST_HEADS], row):
            one.legs += legs
            done.add(id(one))
        left = [run for run in left if run not in row]
    return _following(heads, left, body)


def _first_below(head: Head, heads: Sequence[Head], runs: Sequence[Run], body: Body) -> Run | None:
    """The highest run right below a head."""
    box = head.box
    below = [run for run in runs if over(run.box, box) > 0 and run.box.y > box.bottom - 0.5 * body.size]
    below = [run for run in below if len(run.lines) > 1 or run.table or body.is_body(run.lines[0])]
    first = min(below, key=lambda run: run.box.y, default=None)
    if first is None or first.box.y - box.bottom > _UNDER * body.size:
        return None
    other = [one for one in heads if one is not head and over(one.box, box) > 0.3]
    return None if any(box.bottom <= one.box.y < first.box.y for one in other) else first


def _row_of(first: Run, runs: Sequence[Run], heads: Sequence[Head], body: Body) -> list[Run]:
    """The runs that begin as high as one and stand beside it, leg by leg."""
    level = [run for run in runs if abs(run.box.y - first.box.y) < _LEVEL * body.size]
    row = [first]
    more = True
    while more:
        near = [
            run
            for run in level
            if run not in row and any(_gap(run.box, one.box) < _GAP * max(body.size, one.size) for one in row)
        ]
        row += near
        more = bool(near)
    return sorted(row, key=lambda run: run.box.x)


def _gap(one: Rect, other: Rect) -> float:
    return max(one.x, other.x) - min(one.right, other.right)


def _shared(heads: Sequence[Head], row: Sequence[Run]) -> list[tuple[Head, list[Run]]]:
    """A row of legs shared among the heads over it, so that heads stand over the middle of their legs, or flush."""
    heads = sorted(heads, key=lambda head: head.box.x)
    if len(heads) < 2 or len(row) < len(heads):
        return [(head, list(row) if k == 0 else []) for k, head in enumerate(heads)]
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in combinations(range(1, len(row)), len(heads) - 1):
        edges = (0, *cuts, len(row))
        price = sum(_off(head, row[edges[k] : edges[k + 1]]) for k, head in enumerate(heads))
        if best is None or price < best[0]:
            best = price, edges
    assert best is not None
    return [(head, list(row[best[1][k] : best[1][k + 1]])) for k, head in enumerate(heads)]


def _off(head: Head, legs: Sequence[Run]) -> float:
    box, under = head.box, around([run.box for run in legs])
    centred = abs(box.x + box.right - under.x - under.right) / 2
    return min(centred, abs(box.x - under.x)) + 4 * max(0.0, box.right - under.right) + 4 * max(0.0, under.x - box.x)


def _beside(head: Head, runs: list[Run], heads: Sequence[Head], body: Body) -> None:
    """The legs beside a head whose lines run down: right of it, else left."""
    box = head.box
    for right in (True, False):
        near = [
            run
            for run in runs
            if len(run.lines) > 1
            and beside(run.box, box) > 0.5
            and 0 <= (run.box.x - box.right if right else box.x - run.box.right) < _GAP * body.size
        ]
        if near:
            first = min(near, key=lambda run: run.box.y)
            row = _row_of(first, runs, heads, body)
            row = [run for run in row if (run.box.x >= box.right if right else run.box.right <= box.x)]
            head.legs += row
            runs[:] = [run for run in runs if run not in row]
            return


def _following(heads: Sequence[Head], left: list[Run], body: Body) -> list[Run]:
    """Runs that go on below others of a story in the same column, or beside them."""
    more = True
    while more:
        more = False
        for run in left:
            owner = _above(run, heads, left, body) or _left_of(run, heads, body)
            if owner is not None:
                owner.legs.append(run)
                left = [one for one in left if one is not run]
                more = True
                break
    return left


def _above(run: Run, heads: Sequence[Head], left: Sequence[Run], body: Body) -> Head | None:
    """The head of the nearest leg above, if nothing else stands between that is no caption."""
    box = run.box
    nearest: tuple[float, Head] | None = None
    for head in heads:
        for y, place in [(head.box.bottom, head.box), *((leg.box.bottom, leg.box) for leg in head.legs)]:
            if over(place, box) > 0.2 and y < box.y + 0.5 * body.size and (nearest is None or y > nearest[0]):
                nearest = y, head
    if nearest is None or not nearest[1].legs:
        return None
    if _is_apart(run, nearest[0], [*left, *nearest[1].legs], body):
        return None
    return nearest[1] if any(_same_column(leg.box, box, body) for leg in nearest[1].legs) else None


def _is_apart(run: Run, foot: float, others: Sequence[Run], body: Body) -> bool:
    """Whether a line or two in another face stand too far below what they may belong to, and lead to no text."""
    if len(run.lines) > 2 or run.lines[0].face == body.face or run.box.y - foot <= _NEAR * body.size:
        return False
    return not any(
        over(one.box, run.box) > 0.6
        and one.lines[0].face == body.face
        and 0 <= one.box.y - run.box.bottom < _NEAR * body.size
        for one in others
    )


def _same_column(one: Rect, other: Rect, body: Body) -> bool:
    edge = _EDGE * body.size
    inside = one.x - edge < other.x and other.right < one.right + edge
    return inside or (over(one, other) > 0.8 and (abs(one.x - other.x) < edge or abs(one.right - other.right) < edge))


def _left_of(run: Run, heads: Sequence[Head], body: Body) -> Head | None:
    """The head of the leg on the left, where a leg begins lower because something stands over it."""
    if len(run.lines) < 3:
        return None
    for head in heads:
        for leg in head.legs:
            if (
                0 < run.box.x - leg.box.right < _GAP * body.size
                and beside(leg.box, run.box) > 0.6
                and (len(leg.lines) > 2 and not leg.table)
            ):
                return head
    return None
