"""Vertical text read back: columns from right to left, legs from top to bottom, side heads towards their text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.checker import CheckReport
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph
from jxprint.checker.paint import MIDDLE_EM
from jxprint.checker.reader import read_pages
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.intake.opening import opened
from jxprint.model import Page, Paragraph, Passage, Story
from jxprint.placed import Article, Block, PlacedPage, TextBlock, TextLine
from sabotage import pdf_of

EM = 10.0


def in_place(report: CheckReport) -> list[Finding]:
    """The findings of a report, but that text has left the frame that the tree gives for it."""
    return [finding for finding in report.findings if finding.key != "checks.out_of_frame"]


def only(report: CheckReport, key: str) -> Finding:
    """The one finding of a report beside text that left its frame; it has this key."""
    assert [finding.key for finding in in_place(report)] == [key], report.lines("en")
    return in_place(report)[0]


def seen_by(finding: Finding, part: int) -> set[str]:
    """The readers (0) or orders (2) that show a difference."""
    readings: Any = finding.args["readings"]
    return {reading.partition(":")[part] for reading in readings}


def column(text: str, x: float, y: float) -> list[Glyph]:
    """A vertical column of ems."""
    return [Glyph(char, x, y + at * EM, EM, EM, 1, True) for at, char in enumerate(text)]


def line(text: str, x: float, y: float, em: float = EM) -> list[Glyph]:
    """A horizontal line, its baseline at `y`."""
    return [Glyph(char, x + at * em, y, EM, em, 1) for at, char in enumerate(text)]


def said(glyphs: list[Glyph]) -> str:
    """The text in the order of the positions."""
    return "".join(glyph.text for glyph in reading_order(glyphs[::-1], 12.0))


def test_columns_run_from_right_to_left() -> None:
    """The rightmost column comes first, whatever was shown first."""
    assert said(column("乙丙", 50, 0) + column("甲", 65, 0)) == "甲乙丙"


def test_legs_run_from_top_to_bottom() -> None:
    """Two legs of three columns, a strip of white between them."""
    legs = (("一二三四五", "六七八九十", "甲乙丙丁戊"), ("己庚辛壬癸", "子丑寅卯辰"))
    glyphs = [
        glyph
        for leg, columns in enumerate(legs)
        for at, text in enumerate(columns)
        for glyph in column(text, 65 - 15 * at, 70 * leg)
    ]
    assert said(glyphs) == "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰"


def test_a_figure_is_read_in_its_column() -> None:
    """Side by side in one em: between what stands above and below, from left to right."""
    figure = line("12", 60.0, 18.8, EM / 2)
    assert said(column("中", 65, 0) + figure + column("月", 65, 20) + column("下行", 50, 0)) == "中12月下行"


def test_a_figure_level_with_a_heads_character_stays_in_its_column() -> None:
    """The head's character is larger and beside it; what stands above and below the figure counts first."""
    head = [Glyph("题", 105.0, 18.0 - 1.2 * EM, 2.4 * EM, 2.4 * EM, 1, True)]
    text = column("上行", 80, 3) + column("中", 65, 3) + column("月", 65, 23) + column("下行", 50, 3)
    figure = line("12", 60.2, 18.0 + MIDDLE_EM * EM, EM / 2)
    assert said(text + figure + head) == "题上行中12月下行"


def test_a_side_head_is_read_before_its_text_and_towards_it() -> None:
    """On the left from left to right, on the right from right to left; the text follows either way."""
    text = line("正文一行", 100, 10) + line("正文二行", 100, 25)
    assert said(column("甲", 20, 5) + column("乙", 40, 5) + text) == "甲乙正文一行正文二行"
    assert said(column("甲", 240, 5) + column("乙", 220, 5) + text) == "甲乙正文一行正文二行"


def test_a_head_over_vertical_text_is_read_first() -> None:
    """It stands above the columns, wherever across."""
    assert said(line("横题", 20, 10) + column("直文", 65, 30)) == "横题直文"


def test_the_page_of_vertical_text_is_exact(vertical_pdf: bytes, vertical: Page) -> None:
    """By two readers, in the orders of stream, structure and positions."""
    report = jxprint.check(vertical_pdf, vertical)
    assert report.ok, report.lines("en")


def test_every_glyph_stands_where_it_was_placed(vertical_pdf: bytes, vertical_placed: PlacedPage) -> None:
    """Character spacing left standing by a turned word once opened the upright characters behind it."""
    with opened(vertical_pdf, "page") as document:
        (page, _), *_ = read_pages(document, "page")
    read = {(glyph.text, round(glyph.x, 1), round(glyph.y, 1)) for glyph in page.stream if glyph.down}
    for run in vertical_placed.runs():
        if run.orientation != "vertical":
            continue
        way = 0.0
        for number, (start, advance) in enumerate(zip(run.starts, run.advances, strict=True)):
            stop = run.starts[number + 1] if number + 1 < len(run.starts) else len(run.text)
            y = run.y + way + (run.offsets[number] if run.offsets else 0.0)
            text = run.text[start:stop]
            near = {(text, round(run.x + dx, 1), round(y + dy, 1)) for dx in _ROUNDED for dy in _ROUNDED}
            assert near & read, (text, run.x, y)
            way += advance


_ROUNDED = (-0.1, 0.0, 0.1)
PIECES = [
    "中", "渡口", "沿江", "，", "。", "：", "！", "“甲”", "（乙）", "《丙》", "——", "……", "·", "12", "365", "3.0",
    "0.5", "1.1", "A+", "100", "2024", "5.2%", "GDP", "A", "B超", "New York", "5", "℃",
]  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(copy=st.lists(st.lists(st.sampled_from(PIECES), min_size=30, max_size=60), min_size=3, max_size=5))
def test_whatever_is_set_downwards_is_read_back(copy: list[list[str]], vertical: Page, library: Library) -> None:
    """A law: random paragraphs in two legs of vertical columns, exact in all orders by both readers."""
    paragraphs = tuple(Paragraph(Passage("文" + "".join(pieces) + "文。")) for pieces in copy)
    parts = tuple(
        replace(part, paragraphs=paragraphs, dateline=None, min_rows=17) if part.letter == "B" else part
        for part in vertical.parts
    )
    page = replace(vertical, parts=parts)
    placed = jxprint.compose(page, library)
    # A line opened by most of an em has gaps as wide as those between legs: an eye goes wrong there too.
    lines = [line for block in placed.text_blocks() for line in block.lines]
    assume(all(line.adjustment < 0.6 * EM * sum(len(run.glyphs) for run in line.runs) for line in lines))
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, report.lines("en")


def with_box(vertical: Page, head: str, text: str, legs: int = 1) -> Page:
    """The page on which the vertical story has this head and this paragraph alone."""
    paragraphs = (Paragraph(Passage(text)),)
    parts = tuple(
        replace(part, headline=(Passage(head),), kicker=(), byline=(), dateline=None, paragraphs=paragraphs, legs=legs)
        if isinstance(part, Story) and part.letter == "B"
        else part
        for part in vertical.parts
    )
    return replace(vertical, parts=parts)


@pytest.mark.parametrize("legs", [1, 2])
@pytest.mark.parametrize("head", ["5G时代", "5G试", "5G：试", "试5G", "1月5G", "5G", "Q3A", "H2O", "@"])
def test_a_figure_set_smaller_than_its_column_is_read_in_it(
    head: str, legs: int, vertical: Page, library: Library
) -> None:
    """Wider than an em it is set smaller; as wide as its column it is no line that runs to the right."""
    page = with_box(vertical, head, "今年以来秀洲区聚焦人才引育筑就青年" * 12, legs)
    report = jxprint.check(pdf_of(jxprint.compose(page, library), library), page)
    assert report.ok, report.lines("en")


def test_a_dash_between_two_figures_is_read_between_them(vertical: Page, library: Library) -> None:
    """It is one glyph two ems long; the second reader tells no direction by it, and the frame of the head does."""
    page = with_box(vertical, "3.0——3.0", "今年以来秀洲区聚焦人才引育筑就青年" * 12, 2)
    report = jxprint.check(pdf_of(jxprint.compose(page, library), library), page)
    assert report.ok, report.lines("en")


@pytest.mark.parametrize(
    "white",
    ["\u0020", "\u00a0\u00a0", "\u3000", "\u3000\u3000\u3000", "\u0020\u3000\u0020", "\u2002\u2002", "\u2003\u2003"],
)
def test_white_stands_in_its_column(white: str, vertical: Page, library: Library) -> None:
    """What pdfium says of its box is no em: it once was read behind its column."""
    page = with_box(vertical, f"甲{white[:1]}乙", f"沈沉缘{white}李晓芳" + "今年以来秀洲区聚焦人才引育筑就青年" * 12)
    report = jxprint.check(pdf_of(jxprint.compose(page, library), library), page)
    assert report.ok, report.lines("en")


# Sabotage.


def test_a_small_figure_out_of_its_place_is_told(vertical: Page, library: Library) -> None:
    """The figure stands under the head that it begins; stream and tree do not show it."""
    page = with_box(vertical, "5G时代", "今年以来秀洲区聚焦人才引育筑就青年" * 12)
    placed = jxprint.compose(page, library)

    def lowered(block: Block) -> Block:
        if not isinstance(block, TextBlock) or block.role != "headline":
            return block
        (line,) = block.lines
        runs = tuple(
            replace(run, y=run.y + 3.5 * line.runs[-1].size) if run.orientation == "horizontal" else run
            for run in line.runs
        )
        return replace(block, lines=(replace(line, runs=runs),))

    articles = tuple(
        replace(one, blocks=tuple(map(lowered, one.blocks))) if one.part == "B" else one for one in placed.articles
    )
    report = jxprint.check(pdf_of(replace(placed, articles=articles), library), page)
    assert in_place(report)
    for finding in in_place(report):
        assert seen_by(finding, 2) == {"geometry"}
        assert finding.place.part == "box"


def with_columns_swapped(placed: PlacedPage, letter: str, role: str) -> PlacedPage:
    """The page on which two neighbouring vertical lines of a part's first block have exchanged their places."""

    def moved(line: TextLine, x: float) -> TextLine:
        runs = tuple(replace(run, x=run.x + x - line.x) for run in line.runs)
        return replace(line, x=x, runs=runs)

    def swapped(block: TextBlock) -> TextBlock:
        first, one, two, *rest = block.lines
        return replace(block, lines=(first, moved(one, two.x), moved(two, one.x), *rest))

    articles: list[Article] = []
    for article in placed.articles:
        blocks = list(article.blocks)
        if article.part == letter:
            at = next(k for k, block in enumerate(blocks) if isinstance(block, TextBlock) and block.role == role)
            block = blocks[at]
            assert isinstance(block, TextBlock)
            blocks[at] = swapped(block)
        articles.append(replace(article, blocks=tuple(blocks)))
    return replace(placed, articles=tuple(articles))


def test_swapped_vertical_columns_are_out_of_order_on_paper_alone(
    vertical: Page, vertical_placed: PlacedPage, library: Library
) -> None:
    """Stream and tree still tell the story; whoever reads the paper from right to left does not."""
    report = jxprint.check(pdf_of(with_columns_swapped(vertical_placed, "B", "body"), library), vertical)
    moved = only(report, "checks.moved")
    assert seen_by(moved, 2) == {"geometry"}
    assert seen_by(moved, 0) == {"pikepdf", "pdfium"}
    assert (moved.place.part, moved.args["role"]) == ("box", "body")


def test_swapped_vertical_legs_are_out_of_order_on_paper_alone(
    vertical: Page, vertical_placed: PlacedPage, library: Library
) -> None:
    """The upper leg and the lower one exchange their places."""

    def swapped(block: Block) -> Block:
        if not isinstance(block, TextBlock) or block.role not in ("body", "subhead"):
            return block
        down = [135.0 if line.leg == 0 else -135.0 for line in block.lines]
        lines = (
            replace(line, y=line.y + way, runs=tuple(replace(run, y=run.y + way) for run in line.runs))
            for line, way in zip(block.lines, down, strict=True)
        )
        return replace(block, lines=tuple(lines))

    articles = tuple(
        replace(one, blocks=tuple(map(swapped, one.blocks))) if one.part == "B" else one
        for one in vertical_placed.articles
    )
    report = jxprint.check(pdf_of(replace(vertical_placed, articles=articles), library), vertical)
    assert in_place(report)
    for finding in in_place(report):
        assert finding.key == "checks.moved"
        assert seen_by(finding, 2) == {"geometry"}
        assert finding.place.part == "box"


def test_swapped_lines_of_a_head_are_out_of_order_on_paper(
    vertical: Page, vertical_placed: PlacedPage, library: Library
) -> None:
    """Each stands an em beside its frame, which is then believed no more."""
    articles: list[Article] = []
    for article in vertical_placed.articles:
        blocks = list(article.blocks)
        if article.part == "H":
            roles = [block.role if isinstance(block, TextBlock) else "" for block in blocks]
            one, two = (at for at, role in enumerate(roles) if role == "headline")
            first, second = blocks[one], blocks[two]
            assert isinstance(first, TextBlock)
            assert isinstance(second, TextBlock)
            way = second.lines[0].x - first.lines[0].x
            for at, block, by in ((one, first, way), (two, second, -way)):
                (line,) = block.lines
                runs = tuple(replace(run, x=run.x + by) for run in line.runs)
                blocks[at] = replace(block, lines=(replace(line, x=line.x + by, runs=runs),))
        articles.append(replace(article, blocks=tuple(blocks)))
    report = jxprint.check(pdf_of(replace(vertical_placed, articles=tuple(articles)), library), vertical)
    assert seen_by(only(report, "checks.moved"), 2) == {"geometry"}


def test_a_side_head_read_from_the_wrong_side_is_out_of_order(
    vertical: Page, vertical_placed: PlacedPage, library: Library
) -> None:
    """Columns on the left of their text lead to it: the two lines of the head exchanged are told."""
    articles: list[Article] = []
    for article in vertical_placed.articles:
        blocks = list(article.blocks)
        if article.part == "S":
            one, two = (block for block in blocks[:2] if isinstance(block, TextBlock))
            way = two.lines[0].x - one.lines[0].x
            for at, block, by in ((0, one, way), (1, two, -way)):
                (line,) = block.lines
                runs = tuple(replace(run, x=run.x + by) for run in line.runs)
                blocks[at] = replace(block, lines=(replace(line, x=line.x + by, runs=runs),))
        articles.append(replace(article, blocks=tuple(blocks)))
    report = jxprint.check(pdf_of(replace(vertical_placed, articles=tuple(articles)), library), vertical)
    moved = only(report, "checks.moved")
    assert seen_by(moved, 2) == {"geometry"}
    assert moved.place.part == "side"
