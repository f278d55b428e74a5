"""What a night editor marks: for each rule a page that has it, and a near miss that has not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from hand_placed import (
    PITCH,
    TOP,
    accepting,
    block,
    box,
    head,
    leg,
    picture,
    placed,
    story,
    with_limits,
)
from jxprint.composition.strokes import around as rule_around
from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.messages import render
from jxprint.model import (
    MAKEUP_RULES,
    Accepted,
    Advertisement,
    Boxing,
    CaptionPlace,
    Folio,
    MakeupStyle,
    Page,
    PageMakeup,
    Paragraph,
    Passage,
    Picture,
    RuleStyle,
    Story,
    TypeStyle,
    Within,
)
from jxprint.night_desk import RULES, Mark, inspect, marks_of
from jxprint.placed import Article, Box, GlyphRun, PlacedPage, Rule, SourceRef, TextBlock, TextLine


def names(page: Page, placed_: PlacedPage, rule: str = "") -> list[str]:
    """Short names of the marks of a rule (all of them without one)."""
    return [mark.name for mark in marks_of(page, placed_) if not rule or mark.rule == rule]


def marked(rule: str, *articles: Article) -> list[str]:
    """The same for a page of these articles, of all rules where none is named."""
    return names(*placed(*articles), rule)


def one(rule: str, *articles: Article) -> Mark:
    """The one mark that a rule leaves."""
    (mark,) = [mark for mark in marks_of(*placed(*articles)) if mark.rule == rule]
    return mark


A, B = story("A", 0, 0, 3, 30), story("B", 3, 0, 3, 30)


def test_every_rule_has_its_level_and_its_source() -> None:
    """The house knows the rules of the night desk and no others."""
    assert sorted(name for rule in RULES for name in rule.names) == sorted(MAKEUP_RULES)
    assert all(rule.source for rule in RULES)


# Heads.


def test_heads_side_by_side_are_tombstoned() -> None:
    """碰题: two neighbours begin in one row; two rows of 15 pt less the line gap are level."""
    mark = one("tombstone", A, B)
    assert mark.name == "tombstone A B"
    assert mark.box == Rect(50, 50, 650, 25)
    assert mark.args["shared"] == "8.8"


def test_a_column_rule_parts_no_heads() -> None:
    """A hairline between two stacks is no separator."""
    page, whole = placed(A, B)
    whole = replace(whole, under=(Rule(375, 50, 375, 900, 0.3, BLACK),))
    assert names(page, whole, "tombstone") == ["tombstone A B"]


@pytest.mark.parametrize(
    "articles",
    [
        (A, story("B", 3, 6, 3, 30)),
        (story("A", 0, 0, 2, 30), picture("P", 2, 0, 1, 30), story("B", 3, 0, 3, 30)),
        (A, story("B", 0, 30, 3, 30)),
        (A, picture("P", 3, 0, 3, 30)),
    ],
    ids=["lower", "a column between", "below", "a picture"],
)
def test_heads_apart_are_not(articles: tuple[Article, ...]) -> None:
    """Lower, a column away, below, or beside a picture."""
    assert marked("tombstone", *articles) == []


def test_a_box_about_one_story_parts_heads() -> None:
    """A frame or a tint about one of the two; one about both is a group and parts nothing."""
    page, whole = placed(A, B)
    around_b = Box(
        Rect(B.frame.x - 4, B.frame.y - 4, B.frame.width + 8, B.frame.height + 8), stroke=BLACK, stroke_pt=0.5
    )
    around_both = Box(box(0, 0, 6, 30), stroke=BLACK, stroke_pt=0.5)
    assert names(page, replace(whole, under=(around_b,)), "tombstone") == []
    assert names(page, replace(whole, under=(around_both,)), "tombstone") == ["tombstone A B"]


RULES_OF_BOXES = {
    "thin": RuleStyle((0.5,)),
    "double": RuleStyle((0.3, 0.3), 1.5),
    "oxford": RuleStyle((2.2, 0.5), 1.6),
    "dotted": RuleStyle((1.0,), pattern="dotted"),
}


def boxed(letter: str, column: int, row: int, span: int, rows: int, legs: int = 0) -> Article:
    """A story in a box: its frame is the box, and what stands in it stands a row and 9.5 pt within."""
    whole = box(column, row, span, rows)
    inner = story(letter, column, row + 1, span, rows - 2, lines=(legs,) * span if legs else ())
    blocks = []
    for one in inner.blocks:
        assert isinstance(one, TextBlock)
        (at,) = one.frames
        left = max(at.x, whole.x + 9.5)
        blocks.append(replace(one, frames=(Rect(left, at.y, min(at.right, whole.right - 9.5) - left, at.height),)))
    return replace(inner, frame=whole, blocks=tuple(blocks))


@pytest.mark.parametrize("name", RULES_OF_BOXES)
def test_a_box_of_any_rule_parts_heads(name: str) -> None:
    """A stroke is drawn half its width within the box's edge, a dotted one as a path; either is a box."""
    other = boxed("B", 3, 0, 3, 30)
    page, whole = placed(A, other)
    assert names(page, whole, "tombstone") == ["tombstone A B"]
    strokes = tuple(rule_around(RULES_OF_BOXES[name], BLACK, other.frame))
    assert names(page, replace(whole, under=strokes), "tombstone") == []


def test_a_head_running_down_beside_one_running_across_is_none() -> None:
    """横题与竖题: a contrast, not a tombstone; two that run down are one."""
    down = [
        Article(
            name,
            "story",
            name,
            box(column, 0, 3, 30),
            (head(box(column, 0, 1, 30), upright=True), leg(column + 1, 0, 30)),
        )
        for name, column in (("C", 0), ("D", 1))
    ]
    assert marked("tombstone", down[0], B) == []
    left = Article("E", "story", "E", box(0, 0, 2, 30), (leg(0, 0, 30), head(box(1, 0, 1, 30), upright=True)))
    right = Article("F", "story", "F", box(2, 0, 3, 30), (head(box(2, 0, 1, 30), upright=True), leg(3, 0, 30)))
    assert marked("tombstone", left, right) == ["tombstone E F"]


@pytest.mark.parametrize(("row", "found"), [(4, ["close-heads A B"]), (5, []), (0, [])])
def test_heads_of_neighbouring_stacks_keep_three_rows_apart(row: int, found: list[str]) -> None:
    """A head over rows 0 and 1; one from row 4 is 2.3 rows away, one from row 5 is 3.3; level ones are tombstones."""
    assert marked("close-heads", A, story("B", 3, row, 3, 30)) == found


def test_a_main_head_on_the_head_of_its_only_story_is_stacked() -> None:
    """叠题; over two stories it covers both, and a standfirst between parts them."""
    main = block("H", "headline", 0, 0, 6, 5)
    assert marked("stacked-heads", main, story("A", 0, 6, 6, 20)) == ["stacked-heads H A"]
    assert marked("stacked-heads", main, story("A", 0, 6, 3, 20), story("B", 3, 6, 3, 20)) == []
    assert marked("stacked-heads", main, block("S", "standfirst", 0, 6, 6, 3), story("A", 0, 10, 6, 20)) == []


@pytest.mark.parametrize(("row", "found"), [(8, ["stacked-heads H A"]), (9, []), (40, [])])
def test_heads_with_a_hole_between_are_not_stacked(row: int, found: list[str]) -> None:
    """A head over rows 0 to 4: under it a row of usual white and two that are no hole, or the hole is told."""
    parts = block("H", "headline", 0, 0, 6, 5), story("A", 0, row, 6, 20)
    assert marked("stacked-heads", *parts) == found
    assert ("hole H" in marked("hole", *parts)) is not bool(found)


def test_a_story_without_text_leaves_two_heads_on_one_another() -> None:
    """叠题, and 背题 as well."""
    bare = story("A", 0, 0, 3, 3, lines=(0, 0, 0))
    assert names(*placed(bare, story("B", 0, 4, 3, 20)))[:2] == ["stacked-heads A B", "stranded-head A"]


@pytest.mark.parametrize(("lines", "found"), [((1, 1, 1), ["stranded-head A"]), ((2, 2, 1), [])])
def test_a_head_with_a_line_under_it_is_stranded(lines: tuple[int, ...], found: list[str]) -> None:
    """背题: at the foot of the page, with one line a leg, and with two."""
    assert marked("stranded-head", story("A", 0, 55, 3, 5, lines=lines)) == found


def test_a_main_head_at_the_foot_is_stranded() -> None:
    """Nothing stands under it."""
    assert marked("stranded-head", story("A", 0, 0, 6, 50), block("H", "headline", 0, 51, 6, 9)) == ["stranded-head H"]
    assert marked("stranded-head", block("H", "headline", 0, 0, 6, 9), story("A", 0, 10, 6, 50)) == []


@pytest.mark.parametrize("kind", ["advertisement", "ornament", "masthead"])
def test_a_main_head_over_what_is_no_story_is_stranded(kind: str) -> None:
    """An advertisement under it is somebody else's, though a story stands under that; beside a story it covers both."""
    main, other = block("H", "headline", 0, 0, 6, 9), replace(block("G", "masthead", 0, 10, 3, 9), kind=kind)
    wide = replace(block("G", "masthead", 0, 10, 6, 9), kind=kind)
    assert marked("stranded-head", main, wide, story("A", 0, 20, 6, 40)) == ["stranded-head H"]
    assert marked("stranded-head", main, other, story("A", 3, 10, 3, 50)) == []
    assert marked("stranded-head", main, picture("P", 0, 10, 6, 20)) == []


@pytest.mark.parametrize(("under", "found"), [(0, 1), (1, 1), (2, 0)])
def test_a_subhead_at_a_legs_end_is_stranded(under: int, found: int) -> None:
    """Its text goes on in the next leg."""
    blocks = (
        head(box(0, 0, 2, 2)),
        leg(0, 3, 10),
        leg(0, 13, 1, role="subhead", index=1),
        *([leg(0, 14, under, index=2)] if under else []),
        leg(1, 3, 11 + under, 1, index=3),
    )
    article = Article("A", "story", "A", box(0, 0, 2, 14 + under), blocks)
    assert marked("stranded-subhead", article) == ["stranded-subhead A 2"] * found


def test_a_subhead_over_the_last_line_of_all_is_not() -> None:
    """Where the text ends, there is no more to stand under it."""
    blocks = (head(box(0, 0, 1, 2)), leg(0, 3, 10), leg(0, 13, 1, role="subhead", index=1), leg(0, 14, 1, index=2))
    assert marked("stranded-subhead", Article("A", "story", "A", box(0, 0, 1, 15), blocks)) == []


def test_a_head_over_columns_without_its_text_is_too_wide() -> None:
    """题文不符栏: three columns, two legs; a picture in the third is part of the story."""
    short = story("A", 0, 0, 3, 20, lines=(17, 17, 0))
    mark = one("head-span", short)
    assert (mark.name, mark.args["bare"]) == ("head-span A wide", "38.8")
    assert marked("head-span", short, picture("P", 2, 4, 1, 16)) == []
    assert marked("head-span", A) == []


def test_text_beside_its_head_under_another_story_is_marked() -> None:
    """Under a picture it is a story of its shape."""
    blocks = (head(box(1, 10, 1, 2)), leg(0, 13, 10), leg(1, 13, 10, 1))
    bent = Article("D", "story", "D", box(0, 10, 2, 13), blocks)
    assert marked("head-span", story("B", 0, 0, 1, 12), bent) == ["head-span D B narrow"]
    assert marked("head-span", picture("P", 0, 0, 1, 12), bent) == []


def test_a_head_beside_its_text_is_neither_stranded_nor_narrow() -> None:
    """串文题: its column is its own down to the foot; 文夹题: text stands at both sides of it."""
    over_it = story("B", 0, 0, 6, 12)
    aside = Article("D", "story", "D", box(0, 13, 3, 47), (head(box(0, 13, 1, 4)), leg(1, 13, 47), leg(2, 13, 47, 1)))
    found = marked("", over_it, aside, story("C", 3, 16, 3, 44))
    assert not {name for name in found if "D" in name.split()}
    blocks = (head(box(1, 13, 1, 2)), leg(0, 13, 20), leg(1, 16, 17, 1), leg(2, 13, 20, 2))
    assert marked("head-span", over_it, Article("E", "story", "E", box(0, 13, 3, 20), blocks)) == []


def test_a_title_of_a_table_is_no_head() -> None:
    """It stands over its cells; 碰题 and 背题 are of stories."""
    table = replace(story("T", 3, 0, 3, 30, lines=(0, 0, 0)), kind="table")
    assert not {name for name in marked("", A, table) if name.split()[0] in ("tombstone", "stranded-head")}


# White.


def sized(article: Article, size: float) -> Article:
    """The same with a head of so many points."""
    run = GlyphRun("song", size, BLACK, 50, 50, "题", (1,), (size,), (0,), SourceRef(article.part, "headline", 0, 0, 1))
    first, *rest = article.blocks
    assert isinstance(first, TextBlock)
    lines = tuple(replace(line, runs=(run,)) for line in first.lines)
    return replace(article, blocks=(replace(first, lines=lines), *rest))


@pytest.mark.parametrize(
    ("lead", "other", "found"),
    [
        (24, 28, ["lead-head A B"]),
        (28, 28, []),
        (24, 20, []),
        (30, 36, []),  # as large as the house wants it over three columns
    ],
)
def test_a_lead_whose_head_stepped_down_below_another(lead: float, other: float, found: list[str]) -> None:
    """The first story is the lead where no main head stands, and its head is the largest unless its editor says so."""
    role = TypeStyle("song", 20, size_by_span={3: 30.0}, steps_pt=(28.0, 24.0))
    page, whole = placed(sized(A, lead), sized(story("B", 3, 10, 3, 20), other))
    page = replace(page, style=replace(page.style, roles={**page.style.roles, "story_headline": role}))
    assert names(page, whole, "lead-head") == found
    if found:
        (mark,) = [one for one in marks_of(page, whole) if one.rule == "lead-head"]
        assert (mark.args["size"], mark.args["larger"]) == ("24", "28")


def test_a_main_head_is_the_lead() -> None:
    """Whatever story is read before it."""
    role = TypeStyle("song", 20, size_by_span={3: 30.0})
    small, main = sized(story("B", 0, 10, 3, 20), 24), sized(block("H", "headline", 0, 0, 6, 4), 40)
    page, whole = placed(small, main, sized(story("C", 3, 10, 3, 20), 28))
    roles = {**page.style.roles, "story_headline": role, "headline": TypeStyle("song", 60)}
    assert names(replace(page, style=replace(page.style, roles=roles)), whole, "lead-head") == []


@pytest.mark.parametrize(("measure", "found"), [(250.0, []), (255.0, ["long-lines A"])])
def test_vertical_lines_are_no_longer_than_a_reader_follows(measure: float, found: list[str]) -> None:
    """Twenty-five ems of 10 pt, where an editor has said how many legs there are."""
    line = TextLine(300, 100, measure, 0, (), length=measure)
    text = TextBlock("body", "paragraph", 0, (line,), (Rect(295, 100, 10, measure),))
    assert marked("long-lines", replace(A, blocks=(text,))) == found
    across = replace(text, lines=(replace(line, length=None),))
    assert marked("long-lines", replace(A, blocks=(across,))) == []


def test_white_from_edge_to_edge_cuts_the_page() -> None:
    """断版: two stacks end in one row and two others begin in one."""
    parts = (A, B, story("C", 0, 31, 2, 29), story("D", 2, 31, 4, 29))
    mark = one("split-across", *parts)
    assert mark.name == "split-across A B"
    assert mark.box == Rect(50, 495, 650, 20)
    assert marked("split-across", story("A", 0, 0, 3, 33), B, story("C", 3, 31, 3, 29), story("D", 0, 34, 3, 26)) == []


def test_the_band_at_the_head_and_sections_do_not_cut_a_page() -> None:
    """Masthead, main head, its picture and a standfirst are one thing; a section has its own masthead."""
    band = [block("M", "masthead", 0, 0, 6, 4), block("H", "headline", 0, 5, 6, 6), picture("P", 0, 12, 6, 8)]
    band.append(block("S", "standfirst", 0, 21, 6, 3))
    assert marked("split-across", *band, story("A", 0, 25, 6, 35)) == []
    upper, lower = story("A", 0, 0, 6, 20), story("B", 0, 25, 6, 35)
    assert marked("split-across", upper, lower) == ["split-across A"]
    assert marked("split-across", upper, block("M", "masthead", 0, 21, 6, 3), lower) == []
    advertisement = replace(block("W", "masthead", 0, 21, 6, 3), kind="advertisement")
    assert marked("split-across", upper, advertisement, lower) == []


def test_a_gutter_from_head_to_foot_cuts_the_page() -> None:
    """A masthead does not hold it together; a main head does."""
    parts = (story("A", 0, 10, 4, 50), story("B", 4, 10, 2, 50))
    masthead, main = block("M", "masthead", 0, 0, 6, 4), block("H", "headline", 0, 5, 6, 4)
    mark = one("split-down", masthead, *parts)
    assert mark.name == "split-down A"
    assert mark.box == Rect(480, 50, 10, 895)
    assert marked("split-down", masthead, main, *parts) == []


def test_a_leg_that_ends_short_leaves_a_hole() -> None:
    """天窗: three rows of nothing; two are none."""
    foot = story("B", 0, 31, 6, 29)
    short = story("A", 0, 0, 6, 30, lines=(27, 27, 27, 27, 27, 24))
    mark = one("hole", short, foot)
    assert mark.name == "hole A"
    assert (mark.args["columns"], mark.key) == ("6", "makeup.hole_in_column")
    assert mark.args["rows"] == "28–30"
    assert mark.box == Rect(50 + 5 * 110 - 5, TOP + 27 * PITCH, 105, 3 * PITCH)
    assert marked("hole", story("A", 0, 0, 6, 30, lines=(27, 27, 27, 27, 27, 25)), foot) == []


def test_a_hole_beside_a_box_is_told_by_the_part_over_it() -> None:
    """The white within a box, about its text, is the box's: the hole ends half a gutter from the box's edge, and the
    one under the box is as wide as the box and a half gutter.
    """
    page, whole = placed(story("A", 0, 0, 3, 30), boxed("B", 3, 0, 3, 40))
    page = replace(page, parts=(page.parts[0], replace(page.parts[1], box=Boxing("thin", side_em=0.95))))
    whole = replace(whole, under=tuple(rule_around(RULES_OF_BOXES["thin"], BLACK, box(3, 0, 3, 40))))
    first, second = [mark for mark in marks_of(page, whole) if mark.rule == "hole"]
    assert (first.name, first.args["columns"]) == ("hole A", "1–3")
    assert first.box == Rect(50, 50 + 30 * PITCH, 325, 29 * PITCH + 10)
    assert (second.name, second.args["columns"]) == ("hole B", "4–6")
    assert second.box == Rect(375, 50 + 40 * PITCH, 325, 19 * PITCH + 10)


def test_white_at_the_foot_of_a_box_is_a_hole_all_the_same() -> None:
    """Ten lines a leg in a box of sixty rows: what a box holds is as full as its text, less the padding."""
    page, whole = placed(story("A", 0, 0, 3, 60), boxed("B", 3, 0, 3, 60, legs=10))
    page = replace(page, parts=(page.parts[0], replace(page.parts[1], box=Boxing("thin", side_em=0.95))))
    whole = replace(whole, under=tuple(rule_around(RULES_OF_BOXES["thin"], BLACK, box(3, 0, 3, 60))))
    (mark,) = [mark for mark in marks_of(page, whole) if mark.rule == "hole"]
    assert (mark.name, mark.args["rows"]) == ("hole B", "15–59")


def test_legs_level_to_a_line_leave_one_hole() -> None:
    """And it is as deep as they share."""
    mark = one("hole", story("A", 0, 0, 6, 30, lines=(20, 20, 20, 19, 19, 19)), story("B", 0, 31, 6, 29))
    assert (mark.args["columns"], mark.args["rows"]) == ("1–6", "24–30")


def test_the_foot_of_a_page_that_is_not_full_is_a_hole() -> None:
    """Told by what stands over it."""
    mark = one("hole", A, story("B", 3, 0, 3, 60))
    assert (mark.name, mark.args["columns"], mark.args["rows"]) == ("hole A", "1–3", "31–60")
    assert mark.box.bottom == box(0, 0, 6, 60).bottom


def test_a_house_says_how_deep_a_hole_is() -> None:
    """hole_rows = 3: three rows are none."""
    page, whole = placed(story("A", 0, 0, 6, 60, lines=(57, 57, 57, 57, 57, 54)))
    assert names(page, whole, "hole") == ["hole A"]
    assert names(with_limits(page, MakeupStyle(hole_rows=3)), whole, "hole") == []


def around_a_picture(column: float, span: float, rows: int, row: int = 3) -> list[str]:
    """Marks of white and of heads on a story of four legs, the middle ones without text, and a picture within it."""
    text = story("A", 1, 0, 4, 20, lines=(17, 0, 0, 17))
    page, whole = placed(text, picture("P", column, row, span, rows))
    page = replace(page, parts=(page.parts[0], Picture(letter="P", within=Within("A"))))
    marks = marks_of(page, replace(whole, print_space=box(1, 0, 4, 20)))
    return [mark.name for mark in marks if mark.rule in ("hole", "head-span")]


def test_a_picture_within_two_legs_fills_them() -> None:
    """Nothing could stand beside it in either, from head to foot; where it is one column wide it fills that one."""
    assert around_a_picture(2, 2, 17) == []
    assert around_a_picture(2.3, 1.4, 17) == []


def test_white_about_a_picture_within_a_story_is_a_hole_all_the_same() -> None:
    """Under it, over it, and beside it, where a leg is empty; a head over such a leg is too wide."""
    assert around_a_picture(2, 2, 10) == ["hole A"]
    assert around_a_picture(2, 2, 10, 10) == ["hole A"]
    assert around_a_picture(2, 1, 17) == ["head-span A wide", "hole A"]
    assert around_a_picture(3.2, 0.8, 17) == ["head-span A wide", "hole A"]


# Order.


def test_a_leg_to_the_left_runs_backwards() -> None:
    """逆转; to the left below, where a block begins, is where a reader looks."""
    blocks = (head(box(0, 0, 2, 2)), leg(1, 3, 10), leg(0, 3, 10, 1))
    back = Article("A", "story", "A", box(0, 0, 2, 13), blocks)
    assert marked("backward-legs", back) == ["backward-legs A 2"]
    lower = (head(box(0, 0, 2, 2)), leg(0, 3, 10), leg(1, 3, 10, 1), leg(0, 14, 5, 2))
    assert marked("backward-legs", Article("A", "story", "A", box(0, 0, 2, 19), lower)) == []


def test_stacks_are_read_one_after_another() -> None:
    """From the foot of one to the head of the next; in turns, the reader goes back."""
    a, b = story("A", 0, 0, 3, 20), story("B", 0, 21, 3, 39)
    c, d = story("C", 3, 0, 3, 30), story("D", 3, 31, 3, 29)
    assert marked("reading-order", a, b, c, d) == []
    assert marked("reading-order", a, c, b, d) == ["reading-order C B"]
    assert marked("reading-order", c, a, b, d) == ["reading-order C A"]
    assert marked("reading-order", b, a, c, d) == ["reading-order B A"]


def test_coming_back_to_a_stack_that_was_left_is_marked() -> None:
    """Its next story begins higher than where the reader is."""
    a, b = story("A", 0, 0, 3, 40), story("B", 0, 41, 3, 19)
    c, d = story("C", 3, 0, 3, 20), story("D", 3, 21, 3, 39)
    mark = one("reading-order", a, c, b, d)
    assert mark.name == "reading-order B D"
    assert mark.args["up"] == f"{(b.frame.bottom - d.frame.y) * 25.4 / 72:.1f}"


def test_a_new_block_begins_at_the_left() -> None:
    """Below what was read before."""
    assert marked("reading-order", A, B, story("C", 0, 31, 2, 29), story("D", 2, 31, 4, 29)) == []


def test_vertical_text_is_read_from_right_to_left() -> None:
    """And what comes after it stands at its left."""
    right = Article("A", "story", "A", box(3, 0, 3, 60), (head(box(5, 0, 1, 60), upright=True), _down(leg(3, 0, 60))))
    assert marked("reading-order", right, story("B", 0, 0, 3, 60)) == []


def _down(text: TextBlock) -> TextBlock:
    return replace(text, lines=tuple(replace(line, length=100.0) for line in text.lines))


def test_a_story_of_one_column_from_head_to_foot_is_marked() -> None:
    """顶天立地: a short one and a wide one are not."""
    assert marked("full-column", block("M", "masthead", 0, 0, 6, 4), story("A", 0, 5, 1, 55)) == ["full-column A"]
    assert marked("full-column", story("A", 0, 0, 1, 40)) == []
    assert marked("full-column", story("A", 0, 0, 2, 60)) == []


# Pictures.


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        (box(0, 19, 3, 1), []),
        (box(0, 22, 3, 1), ["caption-away P"]),
        (box(3, 10, 1, 1), []),
        (box(3, 20, 3, 1), ["caption-away P"]),
    ],
    ids=["under", "far under", "beside", "askew"],
)
def test_a_caption_stands_at_its_picture(caption: Rect, found: list[str]) -> None:
    """Within two rows over or under it, or beside it; rows 0 to 18 are the picture's."""
    assert marked("caption-away", picture("P", 0, 0, 3, 20, caption=caption)) == found


@pytest.mark.parametrize(
    ("pixels", "found"),
    [(600, ["low-resolution P"]), (700, []), (2100, ["fine-picture P"])],
)
def test_a_picture_has_pixels_for_its_size(pixels: int, found: list[str]) -> None:
    """320 pt are 4.44 inches: 667 pixels are 150 an inch, 2,000 three times as many."""
    plain = picture("P", 0, 0, 3, 20)
    shown = replace(plain.blocks[0], file=Path("a.jpg"), pixels=(pixels, pixels))
    page, whole = placed(replace(plain, blocks=(shown, plain.blocks[1])))
    assert [name for name in names(page, whole) if "P" in name.split() and name.split()[0] != "hole"] == found


def test_a_picture_within_a_story_is_looked_at_too() -> None:
    """Text that runs round it is no neighbour: nothing else is said of it."""
    plain = picture("P", 2, 20, 2, 10, caption=box(2, 40, 2, 1))
    page, whole = placed(story("A", 0, 0, 6, 60), plain)
    within = Picture(letter="P", within=Within("A"))
    assert names(replace(page, parts=(page.parts[0], within)), whole) == ["caption-away P"]


def in_a_leg(picture_: Article, *beside: TextBlock) -> list[str]:
    """What is marked beside a picture in the second leg of a story, with no lines in its rows but these."""
    top = head(box(0, 0, 2, 2))
    legs = (leg(0, 3, 30), leg(1, 3, 6, 1), *beside, leg(1, 20, 13, 1))
    page, whole = placed(Article("A", "story", "A", box(0, 0, 2, 33), (top, *legs)), picture_)
    within = Picture(letter="P", within=Within("A"))
    return names(replace(page, parts=(page.parts[0], within)), whole, "white-beside")


def test_white_beside_a_picture_that_no_line_goes_into_is_told() -> None:
    """27.5 pt on either side of a picture in the middle of a leg: no hole, and seen all the same."""
    assert in_a_leg(picture("P", 1.25, 9, 0.5, 10)) == ["white-beside P"]


def test_a_picture_as_wide_as_its_leg_has_no_white_beside_it() -> None:
    """Nor has one that keeps an em and a half clear, which is hardly more than the style asks for."""
    assert in_a_leg(picture("P", 1, 9, 1, 10)) == []
    assert in_a_leg(picture("P", 1.136, 9, 0.752, 10)) == []


def test_lines_beside_a_picture_are_no_white() -> None:
    """Text on the left of it, and the picture at the leg's right edge."""
    narrow = leg(1, 9, 10, 1)
    assert in_a_leg(picture("P", 1.7, 9, 0.3636, 10), narrow) == []


# The grid.


@pytest.mark.parametrize(("off", "found"), [(0.05, []), (0.2, ["off-grid A"]), (-3.0, ["off-grid A"])])
def test_body_stands_on_the_grid(off: float, found: list[str]) -> None:
    """To a tenth of a point."""
    page, whole = placed(A)
    text = A.blocks[1]
    assert isinstance(text, TextBlock)
    moved = replace(text, lines=(*text.lines[:-1], replace(text.lines[-1], y=text.lines[-1].y + off)))
    whole = replace(whole, articles=(replace(A, blocks=(A.blocks[0], moved, *A.blocks[2:])),))
    assert names(page, whole, "off-grid") == found


def test_body_stands_within_the_type_area() -> None:
    """Sixty rows; a story of 61 is a line too deep, one that begins left of it is outside as well."""
    assert marked("outside", story("A", 0, 0, 6, 60)) == []
    assert marked("outside", story("A", 0, 0, 6, 61)) == ["outside A"]
    assert marked("outside", story("A", -1, 0, 2, 60)) == ["outside A"]
    assert marked("outside", story("A", 5, 0, 2, 60)) == ["outside A"]


# Words.


def test_a_folio_that_contradicts_itself_is_marked() -> None:
    """26 March 2024 was a Tuesday."""
    page, whole = placed(A)
    for text, found in (("2024年3月26日 星期三", ["folio day"]), ("2024年3月26日 星期二", []), ("02版 星期三", [])):
        assert names(replace(page, folio=Folio(left=Passage(text))), whole, "folio") == found


def test_an_advertisement_says_that_it_is_one() -> None:
    """In its label; where its editor says that the artwork has the word (`labelled`), whatever `alt` says."""
    plain = replace(picture("W", 0, 50, 6, 10), kind="advertisement")
    page, whole = placed(plain)
    for label, found in ((Passage("推广"), ["unmarked-advertisement W"]), (None, [])):
        part = Advertisement(letter="W", file=Path("w.png"), alt="广告：铺子开张", label=label)
        assert names(replace(page, parts=(part,)), whole, "unmarked-advertisement") == found


def test_a_story_that_stands_twice_is_marked() -> None:
    """With other marks, too."""
    page, whole = placed(A, B)
    text = "昨天上午大桥合龙，两岸各有数百人到场。工程历时三年，全长一千二百米。"
    twice = replace(
        page,
        parts=tuple(
            Story(letter=letter, name=letter, headline=(Passage(letter),), paragraphs=(Paragraph(Passage(said)),))
            for letter, said in (("A", text), ("B", text.replace("。", "；")))
        ),
    )
    assert names(twice, whole, "twice") == ["twice A B"]
    assert names(page, whole, "twice") == []


# What a page accepts, and how grave marks are.


def test_a_page_whose_marks_are_those_it_accepts_is_silent() -> None:
    """One that is new is told, and one that is gone."""
    page, whole = placed(A, B)
    all_ = names(page, whole)
    assert inspect(accepting(page, PageMakeup(tuple(map(Accepted, all_)))), whole).findings == ()
    fewer = inspect(accepting(page, PageMakeup(tuple(map(Accepted, all_[1:])))), whole)
    assert [mark.name for _, mark in fewer.told if mark] == all_[:1]
    gone = Accepted("tombstone A C", Place("page.toml", 3, 5))
    more = inspect(accepting(page, PageMakeup((*map(Accepted, all_), gone))), whole)
    assert [(finding.key, finding.place) for finding in more.findings] == [("makeup.gone", gone.place)]


def test_a_rule_that_is_off_says_nothing_and_misses_nothing() -> None:
    """What nobody looks for cannot be gone."""
    page, whole = placed(A, B)
    page = accepting(page, PageMakeup((Accepted("tombstone A B"),)))
    off = with_limits(page, MakeupStyle(levels=dict.fromkeys(MAKEUP_RULES, "off")))
    assert inspect(off, whole).told == ()


def test_levels_are_the_houses_and_a_reconstructed_page_has_no_errors() -> None:
    """Nobody can make it up anew."""
    page, whole = placed(A, B)
    page = with_limits(page, MakeupStyle(levels={"tombstone": "error", "hole": "off"}))
    assert {one.severity for one in inspect(page, whole).findings if one.key == "makeup.tombstone"} == {"error"}
    told = inspect(accepting(page, PageMakeup(reconstructed=True)), whole).findings
    assert {one.severity for one in told} == {"warning"}


def test_two_marks_of_one_name_are_told_apart() -> None:
    """Two holes over each other in one column."""
    page, whole = placed(story("A", 0, 0, 1, 10), story("B", 0, 20, 1, 10, lines=(7,)), story("C", 1, 0, 5, 60))
    found = names(page, whole, "hole")
    assert found == ["hole A", "hole B"]
    short = story("D", 0, 0, 6, 60, lines=(57, 40, 57, 57, 40, 57))
    assert names(*placed(short), "hole") == ["hole D", "hole D 2"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_mark_is_told_with_its_parts_and_millimetres(language: str) -> None:
    """No sentence wants a value that its mark has not."""
    page, whole = placed(A, B, story("C", 0, 31, 6, 20))
    for finding in inspect(page, whole).findings:
        told = render(finding, language)
        assert "mm" in told or "毫米" in told
        assert "{" not in told


def test_a_caption_beside_its_picture_leaves_no_hole_over_it() -> None:
    """The column of a caption beside is the picture's own."""
    aside = picture("P", 0, 0, 2, 60, caption=box(2, 59, 1, 1))
    aside = replace(aside, frame=box(0, 0, 3, 60))
    page, whole = placed(aside, story("B", 3, 0, 3, 60))
    beside = Picture(letter="P", caption_place=CaptionPlace(side="beside"))
    page = replace(page, parts=(beside, page.parts[1]))
    assert names(page, whole, "hole") == []
