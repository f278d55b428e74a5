"""The foot of a story with corners that goes down when its lines want room: which one, and by how many rows."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.composition.capacity import Shape
from jxprint.composition.constraints import Constraints


def reaching(constraints: Constraints, at: list[int], letter: str, shape: Shape) -> dict[int, int]:
    """The feet of a story let down to what stands below them, or to where the page ends by now, and on no account below
    its foot, nor deeper than the story is pinned.
    """
    reached: dict[int, int] = {}
    page = max(at)
    if shape.pinned:
        page = at[constraints.drawing.tops[letter][0]] + shape.pinned + shape.pad
    if page > constraints.depth:
        page = constraints.depth
    page -= shape.pad
    for foot in reversed(constraints.drawing.feet[letter]):  # what is drawn lower, first
        row = page
        for edge, rows in constraints.below(foot).items():
            if (above := (reached[edge] if edge in reached else at[edge]) - rows) < row:
                row = above
        reached[foot] = row if row > at[foot] else at[foot]
    return reached


def deepen(
    constraints: Constraints,
    at: list[int],
    feet: Mapping[int, int],
    deepened: tuple[str, Mapping[str, Shape]],
    wanting: int,
) -> list[int]:
    """Let that foot of a shape down (its letter, and all shapes) which tears no other shape apart, and of those the one
    that costs the page least for the lines that it wins. Returns the rows of all edges that come of it.
    """
    letter, shapes = deepened
    shape, first = shapes[letter], constraints.drawing.tops[letter][0]
    columns = constraints.columns(letter, shape.head)
    torn: dict[int, int] = {}
    holds, lowest = columns.capacity(at, feet, shape), max(at)
    best: tuple[tuple[int, int, bool, int, float, int, int], int, int, list[int]] | None = None
    for foot, row in feet.items():
        then = constraints.lowered(at, foot, row + 1)
        wrong = *constraints.wrong(then), foot in constraints.held
        if best is not None and wrong > best[0][:3]:
            continue
        wins = _room(constraints, at, (foot, row + 1, then), (letter, shape)) - holds
        torn[foot] = _torn(constraints, then, letter, shapes)
        used = min(wins, wanting)  # what is won beyond that becomes white below the feet that were let down furthest
        grows = (max(then) - lowest) / max(used, 1)
        cost = *wrong, torn[foot], grows, -used, wins
        if best is None or cost < best[0]:
            best = cost, foot, max(1, wanting // wins) if wins > 0 else 1, then
    assert best is not None  # every part has a foot
    _, foot, rows, then = best
    if rows > 1:
        rows = _enough(constraints, at, (foot, feet[foot], rows), (letter, shape), holds + wanting)
        rows = constraints.unbroken(at, foot, feet[foot], rows)
    while rows > 1:
        lower = constraints.lowered(at, foot, feet[foot] + rows)
        if _torn(constraints, lower, letter, shapes) <= torn[foot]:
            then = lower
            break
        rows //= 2  # another foot may have room where this one has none left
    constraints.demand(first, foot, feet[foot] - at[first] + rows)
    return then


def _room(
    constraints: Constraints, at: list[int], lowered: tuple[int, int, list[int]], shaped: tuple[str, Shape]
) -> int:
    """The lines that a shape has room for with a foot let down (the foot, its row, and then the rows of all edges)."""
    foot, row, then = lowered
    letter, shape = shaped
    first = constraints.drawing.tops[letter][0]
    before = constraints.demanded(first, foot)
    constraints.demand(first, foot, row - at[first])
    room = constraints.columns(letter, shape.head).capacity(then, reaching(constraints, then, letter, shape), shape)
    constraints.demand(first, foot, before)
    return room


def _enough(
    constraints: Constraints, at: list[int], deeper: tuple[int, int, int], shaped: tuple[str, Shape], lines: int
) -> int:
    """The fewest rows, of so many from a row on, by which a foot goes down until its shape holds some lines: where what
    it pushes becomes the lowest on the page, the other feet may follow, and a row holds more than the first one did.
    """
    foot, row, most = deeper
    least, tried = 1, most - 1  # mostly nothing follows, and all rows are wanted
    while least < most:
        then = constraints.lowered(at, foot, row + tried)
        if _room(constraints, at, (foot, row + tried, then), shaped) < lines:
            least = tried + 1
        else:
            most = tried
        tried = (least + most) // 2
    return most


def _torn(constraints: Constraints, at: list[int], deepened: str, shapes: Mapping[str, Shape]) -> int:
    """The lines that shapes have room for at the least beyond their own, and those that pinned ones beside the one that
    is deepened have no more room for.
    """
    torn = 0
    for letter, shape in shapes.items():
        columns = constraints.columns(letter, shape.head)
        if shape.lines >= shape.most:  # one that goes on elsewhere has more copy for its columns
            torn += columns.needless(at, at, shape)
        if shape.pinned and letter != deepened:
            feet = reaching(constraints, at, letter, shape)
            torn += max(0, shape.lines - columns.capacity(at, feet, shape))
    return torn
