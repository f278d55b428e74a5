"""What stands above or below its line: a superscript is one where the copy has it, and nothing else is."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import jxprint
from good_pages import good_page
from jxprint.checker.glyphs import Glyph
from jxprint.checker.raised import Lines
from spoiling import Opened


def glyphs(text: str, x: float, y: float, size: float = 10.0, mcid: int = 1) -> list[Glyph]:
    """A string of upright characters, each as wide as it is high."""
    return [Glyph(char, x + at * size, y, size, size, mcid) for at, char in enumerate(text)]


def out_of_line(*strings: tuple[list[Glyph], str]) -> list[tuple[str, int]]:
    """What is found among strings and the tags of their marked content."""
    lines = Lines()
    for each, tag in strings:
        lines.show(each, tag)
    lines.end()
    return [(text, way) for _, text, way in lines.out]


def test_a_digit_above_its_line_is_raised() -> None:
    """Of its own size or smaller, between others or at the end; below the line it is lowered."""
    ten = glyphs("10", 0, 100), "/P"
    assert out_of_line(ten, (glyphs("2", 20, 96), "/P")) == [("2", 1)]
    assert out_of_line(ten, (glyphs("2", 20, 96, 6), "/P"), (glyphs("米", 26, 100), "/P")) == [("2", 1)]
    assert out_of_line(ten, (glyphs("2", 20, 102, 6), "/Span")) == [("2", -1)]


def test_a_line_that_begins_above_its_line_is_measured_by_its_largest_type() -> None:
    """The mark of a note stands before it."""
    assert out_of_line((glyphs("①", 0, 96, 6), "/P"), (glyphs("注释", 6, 100), "/P")) == [("①", 1)]


def test_another_line_is_no_line_below() -> None:
    """Nor a column beside it, the next cell, a reading or the text beside a drop cap."""
    assert out_of_line((glyphs("上一行", 0, 100), "/P"), (glyphs("下一行", 0, 105), "/P")) == []
    assert out_of_line((glyphs("左栏", 0, 100), "/P"), (glyphs("右栏", 60, 104), "/P")) == []
    assert out_of_line((glyphs("格", 0, 100), "/TD"), (glyphs("格", 12, 104, mcid=2), "/TD")) == []
    assert out_of_line((glyphs("底", 0, 100), "/RB"), (glyphs("di", 10, 94, 4, 2), "/RT")) == []
    assert out_of_line((glyphs("首", 0, 112, 24), "/P"), (glyphs("字下沉", 24, 100), "/P")) == []


def test_a_superscript_on_the_line_is_told() -> None:
    """106 of 10⁶: what is smaller and stands a little beside its line is put on it."""
    for seed in range(40):
        good = good_page("marked", seed)
        file = Opened(good.pdf, good.page, Random(0))
        strings = [(one, *file.pen(one)[1:]) for one in file.shown() if one.mcid is not None and one.item is None]
        found = [
            (one, base - y)
            for (before, base, larger), (one, y, size) in pairwise(strings)
            if before.mcid == one.mcid and size < larger and 0.04 * larger < abs(base - y) < 0.6 * larger
        ]
        if found:
            break
    string, back = found[0]
    file.insert(string.at + 1, "0 Ts")
    file.insert(string.at, f"{back:.3f} Ts")
    told = jxprint.check(file.saved(), good.page).findings
    assert [one.key for one in told] == ["checks.on_the_line"]
    assert jxprint.check(good.pdf, good.page).ok
