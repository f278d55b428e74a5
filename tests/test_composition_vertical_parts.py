"""Vertical heads, side heads and vertical stories on a page: where they stand, how they fit, and what is refused."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.description.canonical import format_page
from jxprint.errors import DescriptionError, Finding, OversetError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Headline, Markup, Page, Paragraph, Part, Passage, Story
from jxprint.placed import Article, Outline, PlacedPage, Rule, TextBlock
from jxprint.placed.figures import typography

VERTICAL = Path(__file__).parent / "pages" / "vertical"
BODY, PITCH = 10.0, 15.0


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


def blocks(placed: PlacedPage, letter: str, *roles: str) -> list[TextBlock]:
    """The blocks of some roles."""
    return [block for block in article(placed, letter).text_blocks() if block.role in roles]


def changed(page: Page, letter: str, **fields: object) -> Page:
    """The page with something of one part changed."""
    parts: list[Part] = [replace(part, **fields) if part.letter == letter else part for part in page.parts]
    return replace(page, parts=tuple(parts))


def refused(page: Page, library: Library) -> list[Finding]:
    """The findings with which a page is refused, each sayable in both languages."""
    with pytest.raises((OversetError, DescriptionError)) as caught:
        jxprint.compose(page, library)
    for finding in caught.value.findings:
        assert render(finding, "en")
        assert render(finding, "zh")
    return list(caught.value.findings)


def story(page: Page, letter: str) -> Story:
    """A part that is a story."""
    part = page.part(letter)
    assert isinstance(part, Story)
    return part


def test_a_head_runs_from_right_to_left(vertical_placed: PlacedPage) -> None:
    """Kicker, both lines of the headline, deck: each further to the left, every one in its own em."""
    columns = [block.lines[0] for block in article(vertical_placed, "H").text_blocks()]
    assert [block.role for block in article(vertical_placed, "H").text_blocks()] == [
        "kicker", "headline", "headline", "deck",
    ]  # fmt: skip
    assert [line.x for line in columns] == sorted((line.x for line in columns), reverse=True)
    # Half of 24 and of 72 pt, and 0.6 of a row between the kicker and the first line.
    assert columns[0].x - columns[1].x == pytest.approx(12 + 0.6 * PITCH + 36)
    assert columns[1].x - columns[2].x == pytest.approx(72 * 1.26)


def test_a_head_is_as_long_as_its_characters_and_two_blanks(vertical_placed: PlacedPage, vertical: Page) -> None:
    """Four characters of 72 pt and a blank at each end are 432 pt: 30 rows of 15 pt, the last without its gap."""
    head = article(vertical_placed, "H")
    longest = (4 + 2) * 72
    assert head.frame.height == pytest.approx(math.ceil((longest + PITCH - BODY) / PITCH) * PITCH - (PITCH - BODY))
    for block in head.text_blocks():
        (line,) = block.lines
        size = line.runs[0].size
        assert line.y >= head.frame.y + size - 0.01
        assert line.y + (line.length or 0) <= head.frame.bottom - size + 0.01


def test_a_vertical_story_stands_on_columns_and_rows(vertical_placed: PlacedPage) -> None:
    """Columns a pitch apart from right to left, legs one below another, their heads on rows of the grid."""
    body = blocks(vertical_placed, "B", "body", "subhead")
    lines = [line for block in body for line in block.lines]
    assert [line.leg for line in lines] == sorted(line.leg for line in lines)
    for leg in (0, 1):
        xs = [line.x for line in lines if line.leg == leg]
        assert all(one - two == pytest.approx(PITCH) for one, two in pairwise(xs))
    heads = sorted({frame.y for block in body for frame in block.frames})
    rows = [(head - vertical_placed.print_space.y) / PITCH for head in heads]
    assert rows == [pytest.approx(round(row)) for row in rows]
    # Eight rows a leg and one of white between them.
    assert rows[1] - rows[0] == pytest.approx(9)
    figures = typography(vertical_placed)
    assert (figures.uneven_lines, figures.forbidden_starts, figures.forbidden_ends, figures.grid_error_pt) == (
        0, 0, 0, 0.0,
    )  # fmt: skip


def test_a_side_head_leaves_legs_of_whole_half_ems(vertical_placed: PlacedPage) -> None:
    """Two lines of 24 pt and a byline take what they need; the text's measure is a whole number of half ems."""
    line = blocks(vertical_placed, "S", "body")[0].lines[1]
    assert line.measure / (BODY / 2) == pytest.approx(round(line.measure / (BODY / 2)))
    heads = [block.lines[0] for block in blocks(vertical_placed, "S", "headline", "byline")]
    # On the left of the text the lines lead to it.
    assert [head.x for head in heads] == sorted(head.x for head in heads)
    assert max(head.x for head in heads) < line.x


def test_a_side_head_on_its_own_columns_leaves_the_others_whole(vertical_placed: PlacedPage) -> None:
    """`head_columns = 1` on the right: the text stands on the page's other base column."""
    line = blocks(vertical_placed, "R", "body")[0].lines[1]
    grid = vertical_placed.grid
    assert line.x == pytest.approx(grid.column_xs[2])
    assert line.measure == grid.column_width
    heads = [block.lines[0] for block in blocks(vertical_placed, "R", "headline", "deck")]
    assert [head.x for head in heads] == sorted((head.x for head in heads), reverse=True)
    assert all(grid.column_xs[3] < head.x < grid.column_xs[3] + grid.column_width for head in heads)


def test_a_head_may_stand_over_vertical_text(vertical_placed: PlacedPage) -> None:
    """`head = "horizontal"`: the head's lines run to the right, the text's columns down."""
    (headline,) = blocks(vertical_placed, "O", "headline")
    assert headline.lines[0].length is None
    assert all(line.length for block in blocks(vertical_placed, "O", "body") for line in block.lines)
    assert headline.frames[0].bottom < blocks(vertical_placed, "O", "body")[0].frames[0].y


def test_more_rows_make_deeper_legs(vertical: Page, library: Library) -> None:
    """A vertical story pinned deeper than it needs stands in fewer columns."""
    natural = jxprint.compose(changed(vertical, "O", rows=None), library)
    pinned = jxprint.compose(changed(vertical, "O", rows=16), library)
    assert article(pinned, "O").frame.height == 16 * PITCH - (PITCH - BODY)
    few, many = (sum(len(block.lines) for block in blocks(one, "O", "body")) for one in (pinned, natural))
    assert few < many


def test_a_side_head_that_is_too_long_says_by_how_many_characters(vertical: Page, library: Library) -> None:
    """Twelve characters of 24 pt and two blanks are 336 pt, and 16 rows have 235: five characters too many."""
    long = Passage("字" * 12, story(vertical, "S").headline[0].place)
    (finding,) = refused(changed(vertical, "S", headline=(long,), rows=16), library)
    assert finding.key == "composition.head_too_long"
    assert (finding.args["over"], finding.args["rows"], finding.args["size"]) == (5, 16, "24")
    assert (finding.place.line, finding.place.column, finding.place.part) == (1, 11, "S")
    assert "5 characters too long" in render(finding, "en")
    assert "多出 5 字" in render(finding, "zh")


def test_a_side_head_steps_down_where_the_style_allows(vertical: Page, library: Library) -> None:
    """At 20 pt twelve characters and two blanks are 280 pt, at 16 pt they are 224: 16 rows have 235."""
    long = Passage("字" * 12, story(vertical, "S").headline[0].place)
    roles = dict(vertical.style.roles)
    roles["story_headline"] = replace(roles["story_headline"], steps_pt=(20.0, 16.0))
    page = replace(changed(vertical, "S", headline=(long,)), style=replace(vertical.style, roles=roles))
    placed = jxprint.compose(page, library)
    (headline,) = blocks(placed, "S", "headline")
    assert headline.lines[0].runs[0].size == 16.0


def test_a_side_head_takes_the_rows_that_the_plan_leaves(vertical: Page, library: Library) -> None:
    """Where nobody pinned the story it is as deep as its head, which is 23 rows long, and its legs end sooner; a head
    for which the page has no rows is told in characters.
    """
    place = story(vertical, "S").headline[0].place
    placed = jxprint.compose(changed(vertical, "S", headline=(Passage("字" * 12, place),)), library)
    (headline,) = blocks(placed, "S", "headline")
    assert headline.frames[0].height >= 12 * 24
    assert article(placed, "S").frame.height >= 14 * 24
    text = [frame for block in blocks(placed, "S", "body") for frame in block.frames]
    assert max(frame.bottom for frame in text) < article(placed, "S").frame.bottom - 3 * PITCH
    findings = refused(changed(vertical, "S", headline=(Passage("字" * 22, place),)), library)
    assert {one.key for one in findings} <= {"composition.stack_too_deep", "composition.head_too_long"}


def test_a_main_head_steps_down_to_the_rows_under_what_stands_over_it(tmp_path: Path, library: Library) -> None:
    """At its own size it would fill the type area, and a masthead has some of that."""
    (tmp_path / "a.txt").write_text("headline: 潮水\n\n江边的渡口今年春天重新开了。\n", encoding="utf-8")
    (tmp_path / "page.toml").write_text(
        'format = 1\ntitle = "渡口"\nstyle = "daily"\ndummy = """\nM M M M M M\nV A A A A A\n"""\n'
        '[sheet]\nheight = "310mm"\nhead = "22mm"\nfoot = "18mm"\n[[part]]\nletter = "M"\nkind = "masthead"\n'
        'text = "城事"\n[[part]]\nletter = "V"\nkind = "headline"\nwriting = "vertical"\n'
        'text = "望鲸岬今夜重新发光"\n[[part]]\nletter = "A"\nkind = "story"\ncopy = "a.txt"\n',
        encoding="utf-8",
    )
    page = jxprint.read_page(tmp_path)
    roles = dict(page.style.roles)
    roles["headline"] = replace(roles["headline"], size_pt=66.0, steps_pt=(60.0, 54.0))
    page = replace(page, style=replace(page.style, roles=roles))
    for _ in range(2):  # what a page is tried with does not stay with it
        placed = jxprint.compose(page, library)
        (headline,) = blocks(placed, "V", "headline")
        assert headline.lines[0].runs[0].size == 60.0


def test_a_main_head_too_long_for_the_page_is_refused(vertical: Page, library: Library) -> None:
    """At 60 pt, the smallest step, 51 rows hold eleven characters with their blanks."""
    head = next(part for part in vertical.parts if isinstance(part, Headline))
    findings = refused(changed(vertical, "H", lines=(Passage("字" * 14, head.lines[0].place),)), library)
    assert [finding.key for finding in findings] == ["composition.head_too_long"]
    assert (findings[0].args["size"], findings[0].args["over"]) == ("60", 4)


def test_a_head_broader_than_its_columns_is_refused(vertical: Page, library: Library) -> None:
    """Four lines of 60 pt and more do not stand on two columns of thirteen ems."""
    findings = refused(changed(vertical, "H", lines=(Passage("甲乙"),) * 4), library)
    assert [finding.key for finding in findings] == ["composition.head_too_broad"]
    line = (Passage("甲"),) * 9
    findings = refused(changed(vertical, "R", headline=line), library)
    assert [finding.key for finding in findings] == ["composition.head_too_broad"]


def test_a_vertical_story_over_its_rows_is_told_in_rows_and_characters(vertical: Page, library: Library) -> None:
    """Its head takes eight rows, and no cut of the text makes it shallower; longer text gives characters."""
    (finding,) = refused(changed(vertical, "O", rows=6), library)
    assert (finding.key, finding.args["needed"]) == ("composition.pinned_too_shallow", 8)
    some = tuple(Paragraph(Passage("中文，" * 90)) for _ in range(3))
    (finding,) = refused(changed(vertical, "O", paragraphs=some, rows=20), library)
    assert finding.key == "composition.vertical_overset"
    assert (finding.args["rows"], finding.args["room"]) == (14, 20)
    assert finding.args["characters"] == 384
    fits = (*some[:1], Paragraph(Passage(("中文，" * 90)[: 540 - 401])))
    jxprint.compose(changed(vertical, "O", paragraphs=fits, rows=20), library)
    long = tuple(Paragraph(Passage("中文，" * 900)) for _ in range(3))
    (finding,) = refused(changed(vertical, "O", paragraphs=long), library)
    assert finding.key == "composition.stack_too_deep"
    assert "could give over 209 of 225 lines (7524 characters)" in render(finding, "en")


def test_composing_twice_gives_the_same_page(vertical: Page, vertical_placed: PlacedPage, library: Library) -> None:
    """Nothing of a page depends on what was set before."""
    assert jxprint.compose(vertical, library) == vertical_placed


@pytest.mark.parametrize("legs", [1, 2, 3])
def test_nothing_is_lost_over_legs(legs: int, vertical: Page, library: Library) -> None:
    """The columns of all legs, one after another, are the copy."""
    placed = jxprint.compose(changed(vertical, "B", legs=legs), library)
    copy = [paragraph.text for paragraph in story(vertical, "B").paragraphs]
    found = [
        "".join(run.text for line in block.lines for run in line.runs if run.source.field == "paragraph")
        for block in blocks(placed, "B", "body", "subhead")
    ]
    assert found == copy


@pytest.mark.parametrize(("times", "rows"), [(10, None), (40, None), (60, None), (10, 40), (30, 24)])
def test_lines_are_no_longer_than_a_reader_follows(
    times: int, rows: int | None, vertical: Page, library: Library
) -> None:
    """Where nobody says how many legs there are, as many as keep their lines to 22 ems: they once ran to 64."""
    some = (Paragraph(Passage("中文排版，" * times)),) * 3
    page = changed(tall(vertical), "O", paragraphs=some, legs=None, rows=rows)
    lines = [line for block in blocks(jxprint.compose(page, library), "O", "body") for line in block.lines]
    assert "".join(line.text for line in lines) == "".join(one.text for one in some)
    assert max(line.measure for line in lines) <= 22 * BODY
    if times >= 40 or rows == 40:
        assert len({line.leg for line in lines}) > 1
    shallow = min(line.measure for line in lines)
    assert shallow >= 10 * BODY or len({line.leg for line in lines}) == 1


def test_an_editor_may_have_longer_lines(vertical: Page, library: Library) -> None:
    """What `legs` says holds."""
    some = (Paragraph(Passage("中文排版，" * 60)),) * 3
    page = changed(tall(vertical), "O", paragraphs=some, legs=1)
    lines = [line for block in blocks(jxprint.compose(page, library), "O", "body") for line in block.lines]
    assert {line.leg for line in lines} == {0}
    assert max(line.measure for line in lines) > 22 * BODY


def tall(page: Page) -> Page:
    """The page on a sheet that has room for longer copy."""
    return replace(page, sheet=replace(page.sheet, height_pt=2 * page.sheet.height_pt))


def test_the_canonical_spelling_keeps_what_runs_which_way(tmp_path: Path) -> None:
    """`jxprint fmt` writes the keys in their order; the page reads as before."""
    folder = Path(copytree(VERTICAL, tmp_path / "page"))
    before = jxprint.read_page(folder)
    plan = folder / "page.toml"
    plan.write_text(format_page(folder)[plan], encoding="utf-8")
    after = jxprint.read_page(folder)
    assert [directions(part) for part in after.parts] == [directions(part) for part in before.parts]


def directions(part: Part) -> tuple[object, ...]:
    """All that a part says of the way it runs."""
    return tuple(getattr(part, name, None) for name in ("writing", "head", "head_side", "head_columns"))


def test_marked_copy_changes_its_face_and_nothing_else(vertical: Page, library: Library) -> None:
    """In a head and in text, strong is set in its own face at the line's size."""
    passage = Passage("甲乙ABCDE丙12", markup=(Markup("strong", 1, 6),))
    page = changed(vertical, "B", headline=(passage,), paragraphs=(Paragraph(replace(passage, text=passage.text * 9)),))
    placed = jxprint.compose(changed(page, "B", min_rows=20, dateline=None), library)
    for block in blocks(placed, "B", "headline", "body"):
        runs = block.lines[0].runs
        assert [run.text for run in runs if run.face.startswith("hei")] == ["乙", "ABCD"]
        assert len({run.size for run in runs if run.orientation != "horizontal"}) == 1
        turned, after = runs[2], runs[3]
        assert turned.y + sum(turned.advances) <= after.y + 0.01


def test_dots_stand_right_and_name_lines_left_of_a_column(vertical: Page, library: Library) -> None:
    """A dot a character and none at a mark, one for a figure side by side; a link is its runs."""
    text = "甲乙，丙12丁戊己CCTV庚"
    marks = Markup("dots", 0, 6), Markup("name", 7, 9), Markup("link", 9, 13, "https://example.org/")
    page = changed(vertical, "B", paragraphs=(Paragraph(Passage(text * 3, markup=marks)),))
    page = replace(page, grid=replace(page.grid, pitch_pt=16.0))
    placed = jxprint.compose(changed(page, "B", min_rows=20, dateline=None), library)
    (line,) = (line for block in blocks(placed, "B", "body") for line in block.lines if line.drawn)
    dots = [shape for shape in line.drawn if isinstance(shape, Outline)]
    (rule,) = (shape for shape in line.drawn if isinstance(shape, Rule))
    size = line.runs[0].size
    centres = [float(shape.commands[0][2]) for shape in dots]
    heads = {run.text: run.y for run in line.runs}
    assert len(dots) == 4
    assert centres == sorted(centres)
    assert all(float(shape.commands[0][1]) > line.x + size / 2 for shape in dots)
    assert line.y < centres[0] < line.y + line.measure
    assert rule.x1 == rule.x2 < line.x - size / 2
    assert heads["戊己"] < rule.y1 < rule.y2 < heads["戊己"] + 2 * size
    assert [run.text for run in line.runs if run.link] == ["CCTV"]


def test_dots_need_white_between_columns(vertical: Page, library: Library) -> None:
    """Half an em, as between horizontal lines."""
    marked = Passage("甲乙丙", markup=(Markup("dots", 0, 2),))
    page = replace(vertical, grid=replace(vertical.grid, pitch_pt=12.0))
    found = refused(changed(page, "B", paragraphs=(Paragraph(marked),)), library)
    assert [one.key for one in found if "signs" in one.key] == ["composition.no_room_for_signs"]
