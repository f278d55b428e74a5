"""What a night editor marks on pages that were read from folders and composed: each rule fires on one and is silent on
another. Legs that run backwards and body off the grid are never composed; `test_night_desk.py` places them by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from jxprint.composition import compose
from jxprint.description import read_page
from jxprint.fonts import Library
from jxprint.model import MakeupStyle
from jxprint.night_desk import Mark, marks_of

_PAGE = """format = 1
title = "夜班"
style = "daily"
dummy = \"\"\"
{dummy}
\"\"\"

[sheet]
width = "220mm"
height = "200mm"
head = "15mm"
foot = "15mm"
left = "15mm"
right = "15mm"

[grid]
columns = 3
measure = "16字"
gap = "1.5字"
body = "10pt"
pitch = "15pt"
"""
_SENTENCE = "渡口的灯一盏一盏亮起来，最后一班船靠了岸，船工把缆绳绕在桩上。"


def page_of(folder: Path, dummy: str, parts: dict[str, str], copy: dict[str, str]) -> Path:
    """A small page: `parts` are the keys of each letter, `copy` its file."""
    text = _PAGE.format(dummy=dummy)
    for letter, keys in parts.items():
        text += f'\n[[part]]\nletter = "{letter}"\n{keys}\n'
    (folder / "page.toml").write_text(text, encoding="utf-8")
    for name, said in copy.items():
        (folder / f"{name}.txt").write_text(f"headline: {name}题\n\n{said}\n", encoding="utf-8")
    return folder


def marked(folder: Path, library: Library, rule: str, **limits: float) -> list[Mark]:
    """The marks of a rule on the page as composed, in a house of other limits."""
    page = read_page(folder)
    page = replace(page, style=replace(page.style, makeup=MakeupStyle(**limits)))  # type: ignore[arg-type]
    return [mark for mark in marks_of(page, compose(page, library)) if mark.rule == rule]


def story(name: str, more: str = "") -> str:
    """The keys of a story."""
    return f'kind = "story"\ncopy = "{name}.txt"\n{more}'


@pytest.mark.parametrize(
    "dummy", ["B D D\nD D D", "B D D\nB D D", "D B D\nD D D", "B B B\nD P D\nD D D", "B D B\nD D D"]
)
def test_a_story_with_corners_goes_on_under_what_is_drawn_over_it(tmp_path: Path, library: Library, dummy: str) -> None:
    """Its head covers the columns that begin with it; those that are drawn to begin lower are no 题文不符栏."""
    parts = {"B": story("b"), "D": story("d")} | ({"P": 'kind = "picture"'} if "P" in dummy else {})
    if "B D B" in dummy:
        parts, dummy = {**parts, "C": story("c")}, dummy.replace("B D B", "B D C")
    folder = page_of(tmp_path, dummy, parts, {"b": _SENTENCE * 4, "c": _SENTENCE * 4, "d": _SENTENCE * 24})
    assert marked(folder, library, "head-span") == []


@pytest.mark.parametrize("before", range(1, 12))
def test_a_subhead_is_marked_where_fewer_lines_are_under_it_than_the_house_wants(
    tmp_path: Path, library: Library, before: int
) -> None:
    """背题: composition keeps two lines under it; a house that wants twenty has each of them marked."""
    copy = "\n".join([*[_SENTENCE] * before, "## 小标题", *[_SENTENCE] * 12])
    folder = page_of(tmp_path, "A A A", {"A": story("a")}, {"a": copy})
    assert marked(folder, library, "stranded-subhead") == []
    assert [mark.letters for mark in marked(folder, library, "stranded-subhead", lines_under_head=40)] == [("A",)]


def test_a_caption_is_marked_where_the_house_wants_it_nearer(tmp_path: Path, library: Library) -> None:
    """图片说明: as near as composition sets it, and nearer than that."""
    folder = page_of(tmp_path, "P P P", {"P": 'kind = "picture"\ncaption = "灯下的渡口"\nrows = 20'}, {})
    assert marked(folder, library, "caption-away") == []
    assert [mark.name for mark in marked(folder, library, "caption-away", caption_rows=0.1)] == ["caption-away P"]


@pytest.mark.parametrize("dummy", ["A A A", "A A B\nA A A", "B A A\nA A A", "A B A\nA A A"])
def test_what_is_composed_stands_on_the_grid_and_runs_forwards(tmp_path: Path, library: Library, dummy: str) -> None:
    """逆转, and body off the grid: in shapes with corners, too."""
    parts = {letter: story(letter.lower()) for letter in "AB" if letter in dummy}
    folder = page_of(tmp_path, dummy, parts, {"a": _SENTENCE * 18, "b": _SENTENCE * 3})
    for rule in ("backward-legs", "off-grid"):
        assert marked(folder, library, rule) == []


@pytest.mark.parametrize("rule", ["thin", "double", "oxford", "dotted", "hairline"])
def test_a_box_parts_heads_and_takes_no_hole_with_it(tmp_path: Path, library: Library, rule: str) -> None:
    """碰题: two stories begin in one row, one in a box; the hole under the other is as wide as that, and its."""
    copy = {"a": _SENTENCE * 6, "b": _SENTENCE * 18}
    folder = page_of(tmp_path, "A B B", {"A": story("a"), "B": story("b")}, copy)
    assert [mark.name for mark in marked(folder, library, "tombstone")] == ["tombstone A B"]
    boxed = f'box = "{rule}"\npadding = ["1行", "1字"]'
    folder = page_of(tmp_path, "A B B", {"A": story("a"), "B": story("b", boxed)}, copy)
    assert marked(folder, library, "tombstone") == []
    holes = marked(folder, library, "hole")
    assert [mark.name for mark in holes][:1] == ["hole A"]
    assert holes[0].args["columns"] == "1"
    assert holes[0].box.width == pytest.approx(160 + 7.5)


def test_a_main_head_over_an_advertisement_is_stranded(tmp_path: Path, library: Library) -> None:
    """背题: the advertisement is not what it is the head of; over a story it is at its place."""
    head = 'kind = "headline"\ntext = "大题"'
    (tmp_path / "x.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><path d="M0 0H300V60H0Z"/></svg>', "utf-8"
    )
    advertisement = 'kind = "advertisement"\nfile = "x.svg"\nalt = "书店"'
    parts = {"H": head, "G": advertisement, "A": story("a")}
    folder = page_of(tmp_path, "A A A\nH H H\nG G G", parts, {"a": _SENTENCE * 6})
    assert [mark.name for mark in marked(folder, library, "stranded-head")] == ["stranded-head H"]
    folder = page_of(tmp_path, "H H H\nA A A\nG G G", parts, {"a": _SENTENCE * 6})
    assert marked(folder, library, "stranded-head") == []
