"""Pages that the make-up laid out wrongly once, each named for what broke."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from drawn_pages import SVG, Part, page_toml, write_folder
from jxprint.composition.making_up import make_up
from jxprint.composition.page_rows import planned
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.model import Page
from sabotage import pdf_of

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"
ONE = "headline: 渡口\n\n一\n"
QUOTE: Part = {"kind": "pull_quote", "text": "渡口", "within": "A"}


def story(letter: str, **keys: object) -> Part:
    """A story part."""
    return {"kind": "story", "copy": f"{letter}.txt", **keys}


def page_of(folder: Path, dummy: str, parts: dict[str, Part], files: dict[str, str], height: int = 700) -> Page:
    """A page that is read from its folder."""
    drawn = [list(row) for row in dummy.split()]
    write_folder(folder, {**files, "page.toml": page_toml(parts, drawn, height)})
    return jxprint.read_page(folder)


def test_a_quote_as_wide_as_its_leg_stands_in_the_depth_of_its_story(tmp_path: Path, library: Library) -> None:
    """The depth was that of the lines alone, and what stood below was printed over the quote."""
    parts: dict[str, Part] = {"A": story("A", legs=1), "B": story("B"), "甲": QUOTE}
    page = page_of(tmp_path, "AA BB", parts, {"A.txt": ONE, "B.txt": ONE})
    placed = jxprint.compose(page, library)
    frames = {one.part: one.frame for one in placed.articles}
    assert frames["A"].bottom >= frames["甲"].bottom
    assert frames["B"].y > frames["甲"].bottom


def test_two_quotes_in_one_place_are_told(tmp_path: Path, library: Library) -> None:
    """Both stood in the middle of their story, one on the other."""
    files = {"A.txt": "headline: 渡口\n\n" + SENTENCE * 20 + "\n"}
    page = page_of(tmp_path, "AA", {"A": story("A"), "甲": QUOTE, "乙": QUOTE}, files)
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (found,) = refusal.value.findings
    assert (found.key, found.place.line) == ("composition.insets_overlap", page.part("乙").place.line)
    apart = {"A": story("A"), "甲": {**QUOTE, "down": 3}, "乙": {**QUOTE, "down": 12}}
    assert jxprint.compose(page_of(tmp_path, "AA", apart, files), library)


def test_a_long_text_round_a_quote_is_tried_by_halves(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every depth was tried from the shallowest up, and a page of text took minutes."""
    tries: list[int] = []
    tried = WrappedStoryDraft._tried

    def counted(draft: WrappedStoryDraft, places: int) -> object:
        tries.append(places)
        return tried(draft, places)

    monkeypatch.setattr(WrappedStoryDraft, "_tried", counted)
    files = {"A.txt": "headline: 渡口\n\n" + (SENTENCE * 8 + "\n") * 40}
    page = page_of(tmp_path, "AA", {"A": story("A"), "甲": {**QUOTE, "width": "20字"}}, files, 3200)
    make_up(page, library)
    assert 0 < len(tries) < 24


def test_a_shape_and_what_it_runs_round_too_deep_are_told_once(tmp_path: Path, library: Library) -> None:
    """Each pushed the other down, so neither was to blame, and the page was printed below its foot."""
    files = {"A.txt": "headline: 渡口\ndeck: 一\ndeck: 二\n\n一\n", "art.svg": SVG}
    art: Part = {"kind": "advertisement", "file": "art.svg", "alt": "画"}
    page = page_of(tmp_path, "AB AA AC AC AA", {"A": story("A"), "B": art, "C": art}, files, 250)
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (found,) = refusal.value.findings
    assert found.place.line


def test_what_was_standing_has_no_say_in_the_rows(tmp_path: Path, library: Library) -> None:
    """Shapes were let down in the order in which their drafts came to be, those that stood already first."""
    files = {letter: f"headline: 渡口\n\n{SENTENCE * times}\n" for letter, times in (("C.txt", 9), ("D.txt", 60))}
    files["E.txt"] = ONE
    parts = {"A": {"kind": "picture", "aspect": 2.0}, "B": {"kind": "picture", "aspect": 3.0}}
    parts |= {letter: story(letter) for letter in "CDE"}
    page = page_of(tmp_path, "ACCD BCDD BEEE", parts, files, 2400)
    made = make_up(page, library)
    turned = planned(made.desk, dict(reversed(list(made.drafts.items()))))
    assert turned == planned(made.desk, made.drafts)


@pytest.mark.parametrize("copy", [SENTENCE, f"{SENTENCE}\n## 渡口\n{SENTENCE}{SENTENCE}"])
def test_columns_a_row_lower_than_the_text_under_the_head_are_read_first(
    tmp_path: Path, library: Library, copy: str
) -> None:
    """The row over them was read across the columns, or the last column began under the head, and no reader found the
    order on paper: the head opens by that row.
    """
    files = {"A.txt": ONE, "B.txt": f"headline: 渡口\ndeck: 新\nbyline: 甲\n\n{copy}\n{copy}\n{copy}\n"}
    for deep in range(4, 12):
        page = page_of(tmp_path, "AAB BBB BBB", {"A": story("A", rows=deep), "B": story("B")}, files)
        stretches = make_up(page, library).plan.stretches["B"]
        first = min(one.top for one in stretches if one.column == 0)
        above = [one for one in stretches if one.column == 2 and one.top < first]
        assert all(one.rows >= 3 for one in above)
        assert jxprint.check(pdf_of(jxprint.compose(page, library), library), page).ok


def test_one_leg_beside_its_head_is_found_on_paper(tmp_path: Path, library: Library) -> None:
    """Short paragraphs over the head's first line were read before it."""
    short = f"一。\n{SENTENCE * 2}\n" * 4
    parts = {"A": story("A", head_at="beside", head_columns=1)}
    page = page_of(tmp_path, "AA", parts, {"A.txt": f"headline: 渡口\nheadline: 春江\nbyline: 甲\n\n{short}"})
    assert jxprint.check(pdf_of(jxprint.compose(page, library), library), page).ok


def test_two_columns_before_a_lower_one_on_their_left_are_found_on_paper(tmp_path: Path, library: Library) -> None:
    """The readers of positions began with the lower column, since it is the leftmost."""
    copy = (SENTENCE * 3 + "\n") * 9
    files = {"A.txt": ONE, "B.txt": f"headline: 渡口\n\n{copy}"}
    page = page_of(tmp_path, "ABB BBB BBB", {"A": story("A", rows=14), "B": story("B")}, files)
    placed = jxprint.compose(page, library)
    body = [line for block in placed.text_blocks() if block.role == "body" for line in block.lines if line.y]
    starts = [line for line in body if line.runs[0].source.part == "B"]
    assert starts[0].x > placed.grid.column_xs[1] - 1
    assert jxprint.check(pdf_of(placed, library), page).ok


PICTURE: Part = {"kind": "picture", "aspect": 3.0}
LONG = f"headline: 渡口\n\n{SENTENCE * 30}\n"
PINS: list[tuple[dict[str, Part], str]] = [
    # Both the pin and the foot were told, the second for the first one's sake.
    ({"A": story("A", rows=60), "B": story("B", top=10)}, "composition.cannot_stand"),
    # Stories that are pinned to their rows were said to give some, which changes nothing.
    ({"A": story("A", rows=60), "B": story("B", rows=60)}, "composition.part_over_foot"),
    # A story whose depth is that of what stands within was said to give more lines than it has.
    ({"A": story("A"), "B": PICTURE, "甲": {**QUOTE, "down": 300}}, "composition.inset_too_low"),
    # The lines that its rows do not hold were told of a story that cannot jump.
    (
        {"A": story("A", rows=9, jump_to="B", remainder="relative"), "B": {"kind": "story", "jump_from": "A"}},
        "composition.jump_shaped",
    ),
]


@pytest.mark.parametrize(("parts", "key"), PINS)
def test_one_mistake_is_one_finding(tmp_path: Path, library: Library, parts: dict[str, Part], key: str) -> None:
    """What follows from it is no news."""
    page = page_of(tmp_path, "AA BB", parts, {"A.txt": LONG, "B.txt": LONG}, 1200)
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (found,) = refusal.value.findings
    assert found.key == key
    assert found.place.line


@pytest.mark.parametrize("down", [None, 0])
def test_a_leg_that_begins_under_a_quote_is_found_on_paper(tmp_path: Path, library: Library, down: int | None) -> None:
    """The next leg stands higher, and the readers of positions began there."""
    quote: Part = {**QUOTE, "side": "left", **({} if down is None else {"down": down})}
    files = {"A.txt": f"headline: 渡口\nbyline: 甲\n\n{SENTENCE}\n{SENTENCE * 2}\n{SENTENCE * 2}\n{SENTENCE * 2}\n"}
    page = page_of(tmp_path, "AA", {"A": story("A"), "甲": quote}, files)
    assert jxprint.check(pdf_of(jxprint.compose(page, library), library), page).ok
