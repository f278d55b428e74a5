"""What stands on the fold (中缝) of a double truck (通版): the page of `hand_placed` has its fold at 375 pt, in the
middle of the gap between its third column and its fourth.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_placed import box, placed, story, with_limits
from jxprint.description.editions import orders_of
from jxprint.edition.inspections import look_at
from jxprint.errors import Finding, Place
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.messages import render
from jxprint.model import Folio, MakeupStyle, Passage
from jxprint.night_desk import Mark, inspect, marks_of
from jxprint.night_desk.marks import finding_of
from jxprint.placed import Article, GlyphRun, SourceRef, TextBlock, TextLine

ISSUE = Path(__file__).parent / "pages" / "issue"
FOLD = 375.0


def marks(*articles: Article, numbers: tuple[int, ...] = (4, 5), folio: Folio | None = None) -> list[Mark]:
    """What is marked on the fold of a truck of these articles."""
    page, whole = placed(*articles, numbers=numbers, **({} if folio is None else {"folio": folio}))
    return [mark for mark in marks_of(page, whole) if mark.rule == "on-the-fold"]


def words(text: str, x: float, size: float, role: str = "headline", **more: Any) -> Article:
    """An article of one line of Han in ems, which starts at `x`."""
    advances: tuple[float, ...] = more.pop("advances", (size,) * len(text))
    source = SourceRef("H", "text", 0, 0, len(text))
    glyphs, starts = tuple(range(len(text))), tuple(range(len(text)))
    run = GlyphRun("hei", size, BLACK, x, 100.0, text, glyphs, advances, starts, source, **more)
    line = TextLine(x, 100.0, sum(advances), 0, (run,), length=size if run.orientation != "horizontal" else None)
    frame = Rect(x, 100.0 - size, sum(advances), size)
    kind = "folio" if role == "folio" else "headline"
    block = TextBlock(role, "text", 0, (line,), (frame,))  # type: ignore[arg-type]
    return Article(kind if role == "folio" else "H", kind, "H", box(0, 0, 6, 4), (block,))  # type: ignore[arg-type]


def test_a_leg_on_the_fold_is_marked_once_with_its_millimetres() -> None:
    """A story over three columns that begin one and a half columns from the left: its second leg has 50 pt on either
    side.
    """
    (mark,) = marks(story("A", 1.5, 0, 3, 30))
    assert (mark.name, mark.args["leg"], mark.args["count"]) == ("on-the-fold A text", 2, 27)
    assert (mark.args["left"], mark.args["right"]) == ("17.6", "17.6")


def test_legs_that_end_at_the_fold_are_not_marked() -> None:
    """The gap of an even number of columns is the fold; a story may go on over it, leg by leg."""
    assert marks(story("A", 0, 0, 6, 30)) == []


def test_a_page_that_is_no_truck_has_no_fold() -> None:
    """One number, or none."""
    for numbers in ((), (4,)):
        assert marks(story("A", 1.5, 0, 3, 30), words("一条河的两岸长", 235, 40), numbers=numbers) == []


def test_a_head_over_the_fold_stands_where_no_character_is_cut() -> None:
    """An even number of characters about the fold; with an odd one the middle one is cut in two."""
    assert marks(words("一条河的两岸", FOLD - 120, 40)) == []
    (mark,) = marks(words("一条河两岸", FOLD - 100, 40))
    assert (mark.name, mark.args["text"], mark.args["left"], mark.args["right"]) == (
        "on-the-fold H head", "河", "7.1", "7.1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "start", "more", "cut"),
    [
        ("河　岸", -60, {}, ""),
        ("河，岸", -60, {}, ""),
        ("河，岸", -50, {}, "，"),
        ("河（岸", -60, {}, ""),
        ("河（岸", -70, {}, "（"),
        ("河，岸", -50, {"advances": (40, 20, 40)}, "，"),
        ("河（岸", -50, {"advances": (40, 20, 40), "offsets": (0, -20, 0)}, "（"),
        ("河岸", -65, {"advances": (80, 40)}, ""),
        ("河岸", -35, {"advances": (80, 40)}, "河"),
        ("河岸", -41, {}, ""),
        ("河岸", -42, {}, "岸"),
        ("河岸", 0.5, {"orientation": "vertical"}, "河"),
        ("河岸", 21, {"orientation": "vertical"}, ""),
        ("ab", -30, {"orientation": "rotated"}, "a"),
        ("ab", 10, {"orientation": "rotated"}, ""),
    ],
)
def test_what_is_cut_is_the_character_and_not_the_white_beside_it(
    text: str, start: float, more: dict[str, Any], cut: str
) -> None:
    """Blanks, the empty half of a mark, letterspace, and the white that a face leaves are no character; in a vertical
    line the fold goes through all of them.
    """
    found = marks(words(text, FOLD + start, 40, **dict(more)))
    assert [mark.args["text"] for mark in found] == ([cut] if cut else [])


@pytest.mark.parametrize("role", ["caption", "table_cell", "kicker", "standfirst"])
def test_captions_and_cells_are_looked_at_like_heads_and_standfirsts_like_text(role: str) -> None:
    """A caption may go over the fold between two characters; what is read line by line may not."""
    expected = {"caption": "caption", "table_cell": "table-cell", "kicker": "head", "standfirst": "text"}[role]
    assert [mark.which for mark in marks(words("灯下的渡口", FOLD - 25, 10, role))] == [expected]
    assert bool(marks(words("灯下渡口", FOLD - 20, 10, role))) is (role == "standfirst")


def test_a_folio_over_the_fold_is_marked_where_it_is_written() -> None:
    """The middle character of a centre piece."""
    place = Place("page.toml", 7, 3)
    (mark,) = marks(words("试印报", FOLD - 15, 10, "folio"), folio=Folio(centre=Passage("试印报", place)))
    assert (mark.name, mark.place, mark.args["text"]) == ("on-the-fold folio", place, "印")
    assert "报眉" in render(inspect_one(mark), "zh")


def inspect_one(mark: Mark) -> Finding:
    """The finding of a mark."""
    return finding_of(mark, mark.place or Place(), "warning")


def test_the_house_says_how_grave_it_is() -> None:
    """A warning without that; each is said in both languages."""
    page, whole = placed(story("A", 1.5, 0, 3, 30), numbers=(4, 5))
    for level in ("error", "note"):
        graver = with_limits(page, MakeupStyle({"on-the-fold": level}))
        found = [one for one in inspect(graver, whole).findings if one.key == "makeup.on_the_fold"]
        assert [one.severity for one in found] == [level]
        assert all("17.6" in render(found[0], language) for language in ("en", "zh"))
    unasked = with_limits(page, MakeupStyle({"on-the-fold": "off"}))
    assert [one for one in marks_of(unasked, whole) if one.rule == "on-the-fold"] == []


@given(start=st.integers(-400, 0), size=st.sampled_from([10.0, 24.0, 60.0]), length=st.integers(1, 20))
def test_a_character_is_marked_exactly_where_the_fold_is_within_it(start: int, size: float, length: int) -> None:
    """Mental arithmetic, for every start, size and length."""
    found = marks(words("河" * length, FOLD + start, size))
    within = (-start) % size
    is_over = -start < length * size
    assert bool(found) is (is_over and 0.04 * size < within < 0.96 * size)


def test_a_truck_of_an_odd_number_of_columns_has_a_leg_on_its_fold(tmp_path: Path) -> None:
    """As composed: nine columns, and a head of seven characters; on the ten of the sound one nothing is cut."""
    issue = Path(shutil.copytree(ISSUE, tmp_path / "issue"))
    assert on_fold(issue) == []
    file = issue / "river" / "page.toml"
    text = file.read_text("utf-8").replace('text = "一条河', 'text = "一条大河')
    start, end = text.index("dummy"), text.index("[[part]]")
    nine = "H " * 9 + "\n" + "S " * 5 + "P " * 4 + "\n" + "S " * 5 + "R " * 4
    grid = 'grid = { columns = 9, measure = "13字", gap = "1.5字" }'
    text = f'{text[:start]}{grid}\ndummy = """\n{nine}\n"""\n\n{text[end:]}'
    file.write_text(text.replace("legs = 4", "legs = 5").replace("legs = 6", "legs = 4"), "utf-8")
    assert on_fold(issue) == ["on-the-fold H head", "on-the-fold S text"]


def on_fold(issue: Path) -> list[str]:
    """The names of what an edition has on its folds."""
    looked = look_at(orders_of([issue]), lambda number: None)
    told = [mark for _, one in looked.pages for _, mark in one.told if mark is not None]
    return [mark.name for mark in told if mark.rule == "on-the-fold"]
