"""Readings found by size and place, and put behind what they are read for, wherever the stream has them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph
from jxprint.checker.readings import with_readings
from jxprint.model import Markup, Page, Story

SIZE = 10.0


def line(text: str, x: float, y: float, size: float = SIZE) -> list[Glyph]:
    """Glyphs an em wide, the letters of a reading half as wide."""
    wide = size if size == SIZE else size / 2
    return [Glyph(char, x + wide * number, y, size, wide, None) for number, char in enumerate(text)]


@pytest.mark.parametrize("turned", [False, True])
def test_readings_follow_what_they_stand_over(turned: bool) -> None:
    """A syllable a character, a word over three, and text that has none; in whatever order they were shown."""
    glyphs = [
        *line("我到嘉兴坐乌篷船。", 0.0, 20.0),
        *line("jia", 21.2, 10.6, 5.0),
        *line("xing", 30.2, 10.6, 5.0),
        *line("wupengchuan", 51.2, 10.6, 5.0),
        *line("第二行没有注音。", 0.0, 35.0),
    ]
    read = reading_order(glyphs[::-1] if turned else glyphs, 12.0)
    assert "".join(glyph.text for glyph in read) == "我到嘉jia兴xing坐乌篷船wupengchuan。第二行没有注音。"


def test_small_type_elsewhere_is_no_reading() -> None:
    """A note under the text, a kicker far above it: neither stands upon anybody's em box."""
    glyphs = [*line("正文一行。", 0.0, 40.0), *line("small", 0.0, 22.0, 5.0), *line("small", 0.0, 55.0, 5.0)]
    rest, behind = with_readings(glyphs)
    assert not behind
    assert len(rest) == len(glyphs)


def test_a_wrong_reading_is_told_at_what_it_stands_over(marked_pdf: bytes, marked: Page) -> None:
    """The copy says jiǎ, the page jiā: one letter, altered in all three orders, told at 嘉 in the file."""
    parts = []
    for part in marked.parts:
        if isinstance(part, Story) and part.name == "readings":
            first = part.paragraphs[0]
            markup = tuple(
                Markup("ruby", one.start, one.end, one.value.replace("jiā", "jiǎ")) for one in first.passage.markup
            )
            part = replace(part, paragraphs=(replace(first, passage=replace(first.passage, markup=markup)),))
        parts.append(part)
    report = jxprint.check(marked_pdf, replace(marked, parts=tuple(parts)))
    (finding,) = report.findings
    assert (finding.args["expected"], finding.args["read"]) == ("ǎ", "ā")
    assert (finding.place.line, finding.place.column) == (4, 5)
