"""A story drawn round a picture: the legs beside it go down as far as it does, whatever the copy's length."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from jxprint.composition import compose
from jxprint.fonts import Library
from jxprint.placed import TextBlock

_SENTENCE = "江边的渡口今年春天重新开了，船工说两岸居民过江不必再绕行十二公里。"
_PAGE = """format = 1
title = "试"
style = "daily"
dummy = \"\"\"
U U U X X X
{row}
{row}
\"\"\"

[[part]]
letter = "U"
kind = "story"
copy = "u.txt"

[[part]]
letter = "P"
kind = "picture"
rows = 18

[[part]]
letter = "X"
kind = "story"
copy = "x.txt"
"""


def story(length: int) -> str:
    """Copy of so many characters, in paragraphs of three sentences."""
    text = (_SENTENCE * (length // len(_SENTENCE) + 1))[:length]
    step = 3 * len(_SENTENCE)
    return "headline: 渡口\n\n" + "\n".join(text[at : at + step] for at in range(0, length, step)) + "\n"


@pytest.mark.parametrize("beside", [500, 1000])
@pytest.mark.parametrize("row", ["U P U X X X", "U P P X X X"])
@pytest.mark.parametrize("length", [800, 850, 900, 950, 1100])
def test_legs_beside_a_picture_reach_its_foot(
    tmp_path: Path, library: Library, row: str, length: int, beside: int
) -> None:
    """Within two rows: what is left of the last row, and of one that a leg more would take."""
    (tmp_path / "page.toml").write_text(_PAGE.format(row=row), encoding="utf-8")
    (tmp_path / "u.txt").write_text(story(length), encoding="utf-8")
    (tmp_path / "x.txt").write_text(story(beside), encoding="utf-8")
    placed = compose(jxprint.read_page(tmp_path), library)
    picture = next(one for one in placed.articles if one.part == "P").frame
    text = next(one for one in placed.articles if one.part == "U")
    frames = [frame for block in text.blocks if isinstance(block, TextBlock) for frame in block.frames]
    beside_it = max(frame.bottom for frame in frames if frame.right < picture.x)
    assert abs(picture.bottom - beside_it) < 3 * placed.grid.pitch
