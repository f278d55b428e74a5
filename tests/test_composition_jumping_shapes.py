"""Stories with corners that go on elsewhere: on their page and on another, boxed, twice; what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from drawn_pages import Part, page_toml, write_folder
from drawn_shapes import drawn
from jxprint.composition.copyfit import copyfit
from jxprint.composition.drawing import drawing_of
from jxprint.composition.jump_cuts import LEAST_LINES
from jxprint.composition.making_up import make_up
from jxprint.composition.trying import trials
from jxprint.edition import make_edition
from jxprint.errors import JxprintError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page, Story
from jxprint.placed import PlacedPage, TextBlock
from sabotage import pdf_of
from shape_laws import hold_boxes, hold_pins, hold_shapes

# No two are alike, so that the check can tell where a story was cut.
SENTENCES = [
    f"江边的渡口{tens}{ones}月里重新开了，两岸{ones}千居民过江不必再绕行{tens}公里。"
    for tens in "一二三四五六七八九十百千万"
    for ones in "甲乙丙丁戊己庚辛壬癸子丑寅"
]
PICTURE: Part = {"kind": "picture", "aspect": 2.0}
ELL, YOU, TEE = "A A A A\nA B B B\nV V V V", "A B B A\nA A A A\nV V V V", "A A A A\nB A A D\nV V V V"


def story(letter: str, times: int) -> dict[str, str]:
    """A story's file of four paragraphs."""
    copy = ["".join(SENTENCES[at : at + times // 4]) for at in range(0, times, times // 4)]
    return {f"{letter}.txt": "headline: 渡口重开\n\n" + "\n".join(copy) + "\n"}


def page_of(folder: Path, drawing: str, keys: Part, target: Part | None = None, times: int = 80) -> Page:
    """A page on which A goes on in V."""
    parts: dict[str, Part] = {"A": {"kind": "story", "copy": "A.txt", "jump_to": "V", **keys}}
    parts |= {letter: PICTURE for letter in "BD" if letter in drawing}
    parts["V"] = {"kind": "story", "jump_from": "A", **(target or {})}
    if "E" in drawing:
        parts["E"] = {"kind": "story", "jump_from": "V"}
    dummy = [row.split() for row in drawing.split("\n")]
    write_folder(folder, {**story("A", times), "page.toml": page_toml(dict(sorted(parts.items())), dummy, 1600)})
    return jxprint.read_page(folder)


def blocks_of(placed: PlacedPage, letter: str) -> list[TextBlock]:
    """The blocks of a part."""
    return [block for one in placed.articles if one.part == letter for block in one.text_blocks()]


def text_of(placed: PlacedPage, letters: str) -> str:
    """What some parts set of the copy, one after the other."""
    blocks = [block for letter in letters for block in blocks_of(placed, letter)]
    return "".join(line.text for block in blocks if block.field == "paragraph" for line in block.lines)


def copy_of(page: Page) -> str:
    """The copy of the story that jumps."""
    part = page.part("A")
    assert isinstance(part, Story)
    return "".join(one.text for one in part.paragraphs)


@pytest.mark.parametrize("drawing", [ELL, YOU, TEE, "A A A A\nA B B V\nV V V V"])
@pytest.mark.parametrize("keys", [{"rows": 30}, {"rows": 36, "box": "thin"}])
def test_a_shape_goes_on_on_its_own_page(tmp_path: Path, library: Library, drawing: str, keys: Part) -> None:
    """Both parts are the copy; the jump line stands at the foot of the last piece; the file proves it."""
    page = page_of(tmp_path / "page", drawing, keys)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    assert text_of(placed, "AV") == copy_of(page)
    hold_pins(page, made)
    hold_shapes(placed, page, made)
    hold_boxes(placed, page, made)
    (cut,) = placed.cuts
    assert cut.part == "A"
    first = blocks_of(placed, "A")
    line, last = first[-1].lines[0], made.plan.stretches["A"][-1]
    assert (first[-1].role, line.text) == ("jump", "（下转本版）")
    assert line.y == pytest.approx(made.desk.frame.baseline(last.top + last.rows - 1))
    assert line.leg == len(made.plan.stretches["A"]) - 1
    assert blocks_of(placed, "V")[0].lines[0].text == "（上接本版）"
    assert jxprint.check(pdf_of(placed, library), page).ok


def test_what_is_drawn_beside_a_pinned_shape_ends_with_it(tmp_path: Path, library: Library) -> None:
    """The story takes all that its rows hold, and does not push the picture in its corner below its foot."""
    made = make_up(page_of(tmp_path / "page", ELL, {"rows": 36}), library)
    assert made.plan.top["B"] + made.plan.rows["B"] == 36


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        ("A A A A\nA B B V\nV V V V\nV D D E\nV D D E", (24, 36)),
        ("A A A A\nV V V V\nE E E E", (9, 9)),
        ("A A A A\nB V V V\nV V V V\nE E E E", (10, 24)),
    ],
)
def test_a_story_may_go_on_in_a_shape_and_again(
    tmp_path: Path, library: Library, drawing: str, rows: tuple[int, int]
) -> None:
    """Three parts are the copy; where the last is the longest the check took the first cut for the second."""
    page = page_of(tmp_path / "page", drawing, {"rows": rows[0]}, {"jump_to": "E", "rows": rows[1]})
    placed = jxprint.compose(page, library)
    assert text_of(placed, "AVE") == copy_of(page)
    assert len(placed.cuts) == 2
    assert jxprint.check(pdf_of(placed, library), page).ok


def test_fit_tells_what_a_shape_takes_and_what_goes_on(tmp_path: Path, library: Library) -> None:
    """And its continuation is tried with the text that it really has."""
    page = page_of(tmp_path / "page", ELL, {"rows": 30})
    placed = jxprint.compose(page, library)
    (first,) = [one for one in copyfit(page, library).stories if one.part == "A"]
    kept = sum(len(block.lines) for block in blocks_of(placed, "A") if block.field == "paragraph")
    assert (first.room, first.room + first.jumps) == (kept, first.takes)
    rest = sum(len(block.lines) for block in blocks_of(placed, "V") if block.field == "paragraph")
    (same,) = [one for one in trials(page, library, "V") if (one.columns, one.legs) == (4, 4)]
    assert abs(same.lines - rest) <= 2


def test_what_goes_on_stands_as_long_as_nothing_about_it_changes(tmp_path: Path, library: Library) -> None:
    """A deeper picture takes lines of the first part; what was set for it before is not used again."""
    page = page_of(tmp_path / "page", ELL, {"rows": 34})
    before = jxprint.compose(page, library)
    text = (tmp_path / "page" / "page.toml").read_text("utf-8").replace("aspect = 2.0", "aspect = 3.0")
    (tmp_path / "page" / "page.toml").write_text(text, "utf-8")
    after = jxprint.compose(jxprint.read_page(tmp_path / "page"), library)
    assert len(text_of(after, "A")) > len(text_of(before, "A"))
    assert text_of(after, "AV") == text_of(before, "AV") == copy_of(page)


@pytest.mark.parametrize(
    ("keys", "times", "key"),
    [
        ({}, 80, "composition.jump_unpinned"),
        ({"rows": 60}, 40, "composition.jump_needless"),
        ({"rows": 8}, 80, "composition.jump_too_shallow"),
        ({"rows": 30}, 4, "composition.jump_needless"),
    ],
)
def test_a_shape_that_cannot_be_parted_is_refused(
    tmp_path: Path, library: Library, keys: Part, times: int, key: str
) -> None:
    """With the place, in both languages, and nothing else told for its sake."""
    with pytest.raises(JxprintError) as refusal:
        jxprint.compose(page_of(tmp_path / "page", YOU, keys, None, times), library)
    found = [one for one in refusal.value.findings if one.key.startswith("composition.jump")]
    assert [one.key for one in found] == [key]
    assert found[0].place.line
    assert all(render(found[0], language) for language in ("en", "zh"))


@pytest.mark.parametrize("keys", [{}, {"rows": 30}, {"box": "oxford", "tint": 0.1}])
def test_a_shape_goes_on_on_another_page(tmp_path: Path, library: Library, keys: Part) -> None:
    """Without rows it takes all that its page leaves it, and its rest stands in a shape on the other."""
    front: dict[str, Part] = {
        "A": {"kind": "story", "copy": "A.txt", "jump_to": "2:V", **keys}, "B": PICTURE,
        "C": {"kind": "story", "copy": "C.txt"},
    }  # fmt: skip
    back: dict[str, Part] = {"P": PICTURE, "V": {"kind": "story", "jump_from": "1:A", "headline": "再说渡口"}}
    first, second = ["AAAA", "ABBB", "CCCC"], ["VVVV", "VPPV", "VVVV"]
    files = {**story("A", 160), **story("C", 16)}
    write_folder(tmp_path / "one", {**files, "page.toml": page_toml(front, [list(row) for row in first], 900)})
    write_folder(tmp_path / "two", {"page.toml": page_toml(back, [list(row) for row in second], 1600)})
    edition = 'format = 1\npaper = "渡口报"\ndate = 2026-11-25\nissue = 1\n'
    edition += '[[page]]\nfolder = "one"\n[[page]]\nfolder = "two"\n'
    (tmp_path / "edition.toml").write_text(edition, "utf-8")
    made = make_edition([tmp_path])
    report = jxprint.check(made.pdf, made.pages, title=made.title)
    assert report.ok, "\n".join(report.lines("en"))
    placed = jxprint.compose(made.pages[0], library)
    (cut,) = placed.cuts
    kept = text_of(placed, "A")
    assert (cut.part, LEAST_LINES * 10 < len(kept) < len(copy_of(made.pages[0]))) == ("A", True)
    foot = max(line.y for block in blocks_of(placed, "A") for line in block.lines)
    head = min(line.y for block in blocks_of(placed, "C") for line in block.lines)
    # The house lets the head under it open, and a box has its padding.
    assert "rows" in keys or head - foot < 8 * placed.grid.pitch


def test_stacks_that_a_shape_begins_in_lower_begin_each_for_itself() -> None:
    """Left and right of a head the columns begin where what is over each ends; neighbours in one row begin level."""
    apart, level = drawing_of(drawn("B A C\nA A A")), drawing_of(drawn("A B C\nA A A"))
    assert len(apart.tops["A"]) == 3
    assert len(level.tops["A"]) == 2
