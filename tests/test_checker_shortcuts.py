"""Shortcuts of the check come to what the long way comes to, on glyphs at random."""

from __future__ import annotations

from random import Random

import pytest

from jxprint.checker.geometry_order import _FRAME_SHARE, _rows
from jxprint.checker.glyphs import Glyph, ReadPage
from jxprint.checker.losses import _loses_nothing, _Walk
from jxprint.checker.spots import plain_lines, spot_of

_MARKS = ["中", "（", "）", "，", " ", "——", "ﬁ", "a", "\u3000", "“", "”"]


def lines_at_random(chance: Random) -> list[Glyph]:
    """Glyphs of one size on a few lines, shown in any order; some stand in others, and none where another does."""
    size, pitch = chance.choice((5.0, 10.0, 20.0)), chance.choice((8.9, 9.0, 9.1, 14.0, 30.0))
    glyphs: list[Glyph] = []
    for line in range(chance.randint(1, 4)):
        x = chance.random() * 9
        for _ in range(chance.randint(1, 8)):
            width = chance.choice((size, size / 2, 2 * size))
            glyphs.append(Glyph(chance.choice(_MARKS), x, 100 + line * pitch, size, width, 0))
            x += chance.uniform(-0.7, 1.3) * width
    chance.shuffle(glyphs)
    return glyphs


@pytest.mark.parametrize("seed", range(8))
def test_plain_lines_are_rows(seed: int) -> None:
    """Wherever the quick way answers at all."""
    chance, answered = Random(seed), 0
    for _ in range(150):
        glyphs = lines_at_random(chance)
        quick = plain_lines(glyphs, 1 - _FRAME_SHARE)
        if quick is not None:
            answered += 1
            rows = _rows([spot_of(glyph) for glyph in glyphs], _FRAME_SHARE)
            assert [id(glyph) for glyph in quick] == [id(spot.glyph) for row in rows for spot in row]
    assert answered > 40


@pytest.mark.parametrize("seed", range(8))
def test_where_nothing_is_lost_nothing_is_given_back(seed: int) -> None:
    """The walk through both readers' glyphs would change nothing."""
    chance, answered = Random(seed), 0
    for _ in range(400):
        first: list[Glyph] = []
        second: list[Glyph] = []
        for at in range(chance.randint(1, 10)):
            text, mcid = (
                chance.choice(["a", " ", "ﬁ", "ab", "-", "\u3000", "  ", " a", "f", "i"]),
                chance.choice((0, 0, 1)),
            )
            glyph = Glyph(text, 5.0 * at, 9.0, 10.0, 5.0, mcid, chance.random() < 0.1, is_spot=chance.random() < 0.1)
            first.append(glyph)
            letters = "fi" if text == "ﬁ" and chance.random() < 0.5 else text
            off = chance.choice((0.0,) * 12 + (0.4, 1.1))
            second += [Glyph(one, glyph.x + off, 9.0, 10.0, 5.0, mcid) for one in letters]
        if _loses_nothing(second, first):
            answered += 1
            walk = _Walk(ReadPage("second", tuple(second), ()).stream)
            for glyph in first:
                walk.follow(glyph)
            assert walk.stream() == second
    assert answered > 40
