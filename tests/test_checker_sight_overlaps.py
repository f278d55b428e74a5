"""Characters in each other: lines are asked first, and it comes out as where all are asked of all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jxprint.checker.glyphs import Glyph
from jxprint.checker.sight_overlaps import overlapping
from jxprint.checker.sight_pictures import Inked

# Steps of a pen along a line, mostly onwards, and sizes of ink, in quarters of a point.
Drawn = list[tuple[tuple[int, int], tuple[int, int]]]
STEPS = st.tuples(st.integers(-30, 60), st.integers(-12, 12))
INK = st.tuples(st.integers(1, 44), st.integers(1, 44))


def character(x: float, y: float, wide: float, tall: float) -> Inked:
    """A character of ten points whose ink begins at x, y."""
    return Inked(Glyph("字", x, y, 10.0, 10.0, None), (x, y, x + wide, y + tall), (x, y))


def stands_in(one: Inked, other: Inked) -> bool:
    """Whether nearly half of the smaller one's ink lies within the other's."""
    a, b = one.edges, other.edges
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    areas = [(edges[2] - edges[0]) * (edges[3] - edges[1]) for edges in (a, b)]
    return a != b and wide > 0 and tall > 0 and wide * tall > 0.45 * min(areas)


@given(st.lists(st.tuples(STEPS, INK), max_size=40), st.booleans())
def test_every_character_that_stands_in_another_is_found(drawn: Drawn, down: bool) -> None:
    """Whatever way the pen goes: of two that stand in each other one at least is told, and of all others none."""
    x = y = 100.0
    inked: list[Inked] = []
    for (along, across), (wide, tall) in drawn:
        x, y = (x + across / 4, y - along / 4) if down else (x + along / 4, y + across / 4)
        inked.append(character(x, y, wide / 4, tall / 4))
    told = {id(one) for one in overlapping(inked)}
    pairs = [(one, other) for k, one in enumerate(inked) for other in inked[:k] if stands_in(one, other)]
    assert all(id(one) in told or id(other) in told for one, other in pairs)
    assert told <= {id(one) for pair in pairs for one in pair}


def test_a_page_of_lines_has_none() -> None:
    """Two columns of lines, a dash longer than its em among them."""
    lines = [(column, row) for column in (0, 200) for row in range(40)]
    page = [character(column + 10 * k, 15 * row, 9, 9) for column, row in lines for k in range(15)]
    assert overlapping(page) == []
    assert overlapping([*page, character(31, 16, 8, 8)]) != []
