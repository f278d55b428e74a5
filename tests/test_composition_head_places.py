"""Heads beside their text and inside it: where they and the legs stand, and what is refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.checker.printed_lines import read_printed
from jxprint.composition.dealing import Line, deal
from jxprint.composition.frame import Frame, frame_of
from jxprint.composition.inner_heads import least_lines
from jxprint.description.canonical import format_page
from jxprint.edition.moved import moved_lines
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Held, Page, ParagraphEnds, Part, Story
from jxprint.placed import Article, PlacedPage, TextBlock
from sabotage import pdf_of

HEADS = Path(__file__).parent / "pages" / "heads"
REPORT, AVOID = ParagraphEnds(), ParagraphEnds("avoid", "avoid")
HEAD_ROLES = ("kicker", "headline", "deck", "byline")


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of heads as described."""
    return jxprint.read_page(HEADS)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """That page as composed."""
    return jxprint.compose(page, library)


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


def head_of(one: Article) -> list[TextBlock]:
    """The blocks of its head."""
    return [block for block in one.text_blocks() if block.role in HEAD_ROLES]


def leg_tops(one: Article) -> dict[int, float]:
    """The baseline of the first line in each leg."""
    tops: dict[int, float] = {}
    for block in one.text_blocks():
        for line in block.lines if block.role in ("body", "subhead") else ():
            tops[line.leg] = min(tops.get(line.leg, line.y), line.y)
    return tops


def leg_feet(one: Article) -> dict[int, float]:
    """The baseline of the last line in each leg."""
    feet: dict[int, float] = {}
    for block in one.text_blocks():
        for line in block.lines if block.role in ("body", "subhead") else ():
            feet[line.leg] = max(feet.get(line.leg, line.y), line.y)
    return feet


@pytest.mark.parametrize(("letter", "under"), [("L", {0, 1}), ("M", {1, 2}), ("I", {2})])
def test_legs_rise_beside_a_head_inside_its_text(placed: PlacedPage, page: Page, letter: str, under: set[int]) -> None:
    """Legs beside the head begin at the story's top, those under it below its whole rows, and all end level, but for a
    line that a subhead takes over with it.
    """
    one, frame = article(placed, letter), frame_of(page)
    first = one.frame.y + 0.88 * frame.body
    tops = leg_tops(one)
    assert {leg for leg, top in tops.items() if top > first + 0.01} == under
    drops = {round((tops[leg] - first) / frame.pitch, 6) for leg in under}
    assert len(drops) == 1
    assert drops.pop().is_integer()
    feet = leg_feet(one).values()
    assert max(feet) - min(feet) < 2.5 * frame.pitch


@pytest.mark.parametrize(("letter", "columns"), [("L", (0, 1)), ("M", (1, 2)), ("I", (5, 5)), ("B", (0, 0))])
def test_a_head_stands_over_its_columns(placed: PlacedPage, page: Page, letter: str, columns: tuple[int, int]) -> None:
    """From the left edge of the first to the right edge of the last, and no line of it further."""
    frame: Frame = frame_of(page)
    left, right = frame.x(columns[0]), frame.x(columns[1]) + frame.column_width
    for block in head_of(article(placed, letter)):
        # A quarter of an em of white on either side, so that the head keeps off the legs beside it.
        assert block.frames[0].x == pytest.approx(left + 2.5)
        assert block.frames[0].right == pytest.approx(right - 2.5)
        for line in block.lines:
            assert left - 0.01 <= line.x
            assert line.x + sum(sum(run.advances) for run in line.runs) <= right + 0.01


def test_a_head_is_clear_of_the_text_under_it(placed: PlacedPage, page: Page) -> None:
    """Head and legs of one column do not touch: half a row is between them at the least."""
    frame = frame_of(page)
    for letter in "LMI":
        one = article(placed, letter)
        foot = max(block.frames[0].bottom for block in head_of(one))
        under = max(leg_tops(one).values()) - 0.88 * frame.body
        assert under - foot >= 0.5 * frame.pitch - 0.01


def test_a_head_beside_its_text_stands_in_the_middle(placed: PlacedPage, page: Page) -> None:
    """As much white over it as under it, in the depth of the text; the text has the other columns."""
    one, frame = article(placed, "B"), frame_of(page)
    blocks = head_of(one)
    top, foot = blocks[0].frames[0].y, blocks[-1].frames[0].bottom
    text_foot = max(leg_feet(one).values()) + 0.12 * frame.body
    assert top - one.frame.y == pytest.approx(text_foot - foot, abs=0.01)
    xs = {frame_.x for block in one.text_blocks() if block.role == "body" for frame_ in block.frames}
    assert sorted(xs) == pytest.approx([frame.x(1), frame.x(2)])


def test_a_head_and_its_deck_are_never_parted(placed: PlacedPage) -> None:
    """The blocks of a head follow each other from the top, in one column."""
    for letter in "LMIBR":
        frames = [block.frames[0] for block in head_of(article(placed, letter))]
        for one, two in pairwise(frames):
            assert 0 <= two.y - one.bottom < 30
            assert two.x == one.x


def changed(page: Page, letter: str, **fields: object) -> Page:
    """The page with something of one part changed."""
    parts: list[Part] = [replace(part, **fields) if part.letter == letter else part for part in page.parts]
    return replace(page, parts=tuple(parts))


def test_the_other_side_reads_as_well(page: Page, library: Library) -> None:
    """Sides exchanged: each page is still read back in its order by both readers."""
    for letter, side in (("L", "right"), ("L", "middle"), ("M", "left"), ("I", "left"), ("B", "right")):
        other = changed(page, letter, head_side=side)
        report = jxprint.check(pdf_of(jxprint.compose(other, library), library), other)
        assert report.ok, (letter, side, report.lines("en"))


def test_a_head_told_behind_the_leg_beside_it_is_caught(page: Page, placed: PlacedPage, library: Library) -> None:
    """Sabotage: the head of M shown after the text of its first leg is out of order on paper, and the check says so."""
    articles = []
    for one in placed.articles:
        blocks = list(one.blocks)
        if one.part == "M":
            heads = len(head_of(one))
            blocks = [blocks[heads], *blocks[:heads], *blocks[heads + 1 :]]
        articles.append(replace(one, blocks=tuple(blocks)))
    report = jxprint.check(pdf_of(replace(placed, articles=tuple(articles)), library), page)
    assert not report.ok


def test_a_head_stands_over_whole_legs_where_these_are_no_columns(page: Page, library: Library) -> None:
    """Two legs over four columns: a head over two of them is as wide as its leg, and stands over the right one."""
    placed = jxprint.compose(changed(page, "L", legs=2, head_side="right"), library)
    one = article(placed, "L")
    legs = sorted({frame.x for block in one.text_blocks() if block.role == "body" for frame in block.frames})
    assert len(legs) == 2
    assert all(block.frames[0].x == pytest.approx(legs[1] + 2.5) for block in head_of(one))


def test_text_too_short_for_a_head_inside_it_is_refused(page: Page, library: Library) -> None:
    """With the lines that it has and those that it needs, in both languages."""
    part = page.part("L")
    assert isinstance(part, Story)
    short = changed(page, "L", paragraphs=part.paragraphs[:1])
    with pytest.raises(OversetError) as caught:
        jxprint.compose(short, library)
    (finding,) = caught.value.findings
    assert finding.key == "composition.text_too_short_for_head"
    lines, least = finding.args["lines"], finding.args["least"]
    assert isinstance(lines, int)
    assert isinstance(least, int)
    assert 0 < lines < least
    assert render(finding, "en")
    assert render(finding, "zh")


@pytest.mark.parametrize("letter", ["L", "B"])
def test_an_overset_story_says_by_how_many_lines(page: Page, library: Library, letter: str) -> None:
    """A part pinned two rows too shallow is told in lines of text, whatever its head."""
    draft_rows = {"L": 14, "B": 16}[letter]
    with pytest.raises(OversetError) as caught:
        jxprint.compose(changed(page, letter, rows=draft_rows - 4), library)
    (finding,) = caught.value.findings
    assert finding.key == "composition.story_overset"
    lines, takes, room = (finding.args[name] for name in ("lines", "takes", "room"))
    assert isinstance(takes, int)
    assert isinstance(room, int)
    assert lines == takes - room


def test_the_page_file_is_canonical(page: Page) -> None:
    """`fmt` knows the new keys and changes nothing about the page's meaning."""
    spelled = format_page(HEADS)
    text = next(text for path, text in spelled.items() if path.name == "page.toml")
    assert 'head_at = "inside"\nhead_side = "middle"' in text
    assert "水乡秋收开镰{/}三万亩稻田迎来丰产" in text


def test_a_late_correction_keeps_every_line(page: Page, placed: PlacedPage, library: Library) -> None:
    """Held to what was printed, the same page comes out the same; a character more moves no line of another story."""
    printed = read_printed(pdf_of(placed, library), "page")[0]
    assert jxprint.compose(page, library, Held(printed)) == placed
    assert not moved_lines(page, placed, printed).moved
    for letter in "LMBI":
        part = page.part(letter)
        assert isinstance(part, Story)
        first = part.paragraphs[0]
        text = first.text.replace("清晨的雾", "清早的雾").replace("说，", "讲，")
        corrected = replace(first, passage=replace(first.passage, text=text))
        other = changed(page, letter, paragraphs=(corrected, *part.paragraphs[1:]))
        moved = jxprint.compose(other, library, Held(printed))
        for one in placed.articles:
            if one.part != letter:
                assert article(moved, one.part) == one


PARAGRAPHS = st.lists(st.tuples(st.booleans(), st.integers(1, 9)), min_size=4, max_size=14)


def lines_of(paragraphs: list[tuple[bool, int]]) -> list[Line]:
    """Paragraphs of so many lines, some with a subhead before them."""
    found: list[Line] = []
    for number, (subhead, of) in enumerate(paragraphs):
        if subhead and number:
            found.append(Line(True, 0, 1))
        found += [Line(False, one, of) for one in range(of)]
    return found


@given(PARAGRAPHS, st.integers(1, 5), st.integers(1, 6), st.data())
def test_legs_under_a_head_are_dealt_level_at_the_foot(
    paragraphs: list[tuple[bool, int]], legs: int, rows: int, data: st.DataObject
) -> None:
    """No line is lost; feet differ by a line where nothing is stranded; every leg under the head has text."""
    offsets = tuple(rows if data.draw(st.booleans()) else 0 for _ in range(legs))
    lines = lines_of(paragraphs)
    if len(lines) < least_lines(offsets):
        return
    counts = deal(lines, legs, REPORT, offsets)
    assert sum(counts) == len(lines)
    assert min(counts) >= 0
    feet = [count + offset for count, offset in zip(counts, offsets, strict=True)]
    if not any(line.subhead for line in lines):
        assert max(feet) - min(feet) <= 1
        assert feet == sorted(feet, reverse=True)
        assert min(counts) >= 1


@given(PARAGRAPHS, st.integers(1, 5), st.sampled_from([REPORT, AVOID]))
def test_legs_without_a_head_are_dealt_as_ever(
    paragraphs: list[tuple[bool, int]], legs: int, ends: ParagraphEnds
) -> None:
    """No offsets, or offsets of nothing, are the same."""
    lines = lines_of(paragraphs)
    assert deal(lines, legs, ends) == deal(lines, legs, ends, (0,) * legs)
