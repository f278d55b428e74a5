"""Text that runs round something, and legs of unequal measure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.copyfit import copyfit
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import Room, frame_of
from jxprint.composition.lines import set_paragraph, set_varying
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.fonts import Library, open_library
from jxprint.geometry import PT_PER_MM
from jxprint.model import Grid, Page, Paragraph, Passage, Picture, PullQuote, Story, Within
from jxprint.model.parts import Remainder
from jxprint.placed import Article, PlacedPage, TextBlock, TextLine
from jxprint.placed.figures import typography

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("measure", "legs", "remainder", "measures", "gap"),
    [
        (20, 2, "absolute", (9, 9), 2),
        (20, 2, "relative", (9, 10), 1),
        (20, 2, "free", (9.5, 9.5), 1),
        (20, 2, "auto", (9.5, 9.5), 1),
        # Broadsheet of 13 em: three columns in two legs; five in three, with one em over.
        (41, 2, "free", (20, 20), 1),
        (69, 3, "relative", (22, 22, 23), 1),
        (69, 3, "absolute", (22, 22, 22), 1.5),
        # Tabloid of 11 em.
        (35, 2, "free", (17, 17), 1),
        (47, 3, "free", (15, 15, 15), 1),
        (59, 4, "free", (14, 14, 14, 14), 1),
    ],
)
def test_broken_columns(
    measure: float, legs: int, remainder: Remainder, measures: tuple[float, ...], gap: float
) -> None:
    """The arithmetic of the trade: what becomes of ems that do not come out even."""
    found, between = odd_legs(measure, legs, 1.0, remainder)
    assert found == pytest.approx(measures)
    assert between == pytest.approx(gap)


@pytest.mark.parametrize(
    ("columns", "measure", "long_measures"),
    [(8, 13, (13, 27, 41, 55, 69, 83, 97, 111)), (6, 11, (11, 23, 35, 47, 59, 71))],
)
def test_long_measures(columns: int, measure: float, long_measures: tuple[int, ...]) -> None:
    """Several base columns hold their own ems and the gaps between them (长栏): broadsheet of 13 em, tabloid of 11."""
    grid = Grid(columns, measure, 1.0, 9.0, 11.25)
    assert tuple(grid.span_em(span) for span in range(1, columns + 1)) == long_measures


def test_a_broadsheet_of_eight_columns_is_as_wide_as_its_type_area() -> None:
    """111 em of 9 pt are 352.4 mm, the 350 mm of the trade."""
    assert Grid(8, 13, 1.0, 9.0, 11.25).span_em(8) * 9 / PT_PER_MM == pytest.approx(352.4, abs=0.05)


@given(
    st.floats(12, 120),
    st.integers(1, 6),
    st.floats(0.5, 2.0),
    st.sampled_from(["free", "absolute", "relative", "auto"]),
)
def test_odd_legs_fill_their_measure(measure: float, legs: int, gap: float, remainder: Remainder) -> None:
    """A law: legs and gaps come to the measure, no gap is narrower than the page's, legs differ by an em at most."""
    measures, between = odd_legs(measure, legs, gap, remainder)
    assert sum(measures) + (legs - 1) * between == pytest.approx(measure)
    assert between >= gap - 1e-6
    assert max(measures) - min(measures) <= 1 + 1e-9


@pytest.fixture(scope="module")
def first() -> Page:
    """The first page."""
    return jxprint.read_page(ROOT / "layout" / "jiaxing")


@pytest.fixture(scope="module")
def library(first: Page) -> Library:
    """Its faces."""
    return open_library(first.style.fonts)


@pytest.fixture(scope="module")
def desk(first: Page, library: Library) -> Desk:
    """The desk that it is set on."""
    return Desk(first, library, frame_of(first), areas(first.dummy))


def test_lines_of_one_measure_are_what_a_paragraph_always_was(first: Page, desk: Desk) -> None:
    """Told that all lines are alike, both ways of breaking find the same ends."""
    setting = desk.setting("body", 155.0)
    for part in first.parts:
        for paragraph in part.paragraphs if isinstance(part, Story) else ():
            plain, varying = set_paragraph(paragraph.text, setting), set_varying(paragraph.text, setting, (155.0,))
            assert [line.end for line in plain] == [line.end for line in varying]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_line_keeps_its_own_measure(first: Page, desk: Desk, data: st.DataObject) -> None:
    """A law: whatever the measures, the text is whole, and no line is wider than its own; all but the last are full."""
    paragraphs = [one for part in first.parts if isinstance(part, Story) for one in part.paragraphs]
    text = data.draw(st.sampled_from(paragraphs)).text
    measures = tuple(data.draw(st.lists(st.integers(12, 40), min_size=1, max_size=9)))
    points = tuple(5.0 * one for one in measures)
    lines = set_varying(text, desk.setting("body", 155.0), points)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for number, line in enumerate(lines):
        measure = points[min(number, len(points) - 1)]
        assert line.measure == measure
        assert line.width <= measure + 0.01
        if line.justified:
            assert line.x + line.width == pytest.approx(measure, abs=0.01)


def with_inset(page: Page, within: Within) -> Page:
    """The page with its first picture in a story."""
    parts = tuple(
        replace(part, within=within) if part.letter == "P" else part for part in page.parts if part.letter != "Q"
    )
    rows = tuple(row for row in page.dummy.rows if "P" not in row)
    page = replace(page, parts=parts, dummy=replace(page.dummy, rows=rows))
    return replace(page, sheet=replace(page.sheet, height_pt=page.sheet.height_pt + 120))


def body(placed: PlacedPage, letter: str) -> list[TextLine]:
    """The lines of a story's text."""
    article = next(one for one in placed.articles if one.part == letter)
    return [line for block in article.text_blocks() if block.role == "body" for line in block.lines]


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


@pytest.mark.parametrize("side", ["left", "middle", "right"])
@pytest.mark.parametrize("width", [120.0, 200.0, 300.0])
@pytest.mark.parametrize("down", [None, 4])
def test_text_runs_round(first: Page, library: Library, side: str, width: float, down: int | None) -> None:
    """No line stands in the picture or nearer to it than an em, none is shorter than six ems, and the copy is whole."""
    page = with_inset(first, Within("A", width, side, down))  # type: ignore[arg-type]
    placed = jxprint.compose(page, library)
    frame = article(placed, "P").frame
    story = page.part("A")
    assert isinstance(story, Story)
    lines = body(placed, "A")
    assert "".join(line.text for line in lines) == "".join(one.text for one in story.paragraphs)
    beside = 0
    for line in lines:
        left, top = line.x, line.y - 8.8
        assert line.measure >= 60 - 1e-6
        if top + 10 <= frame.y or top >= frame.bottom:
            continue
        beside += 1
        right = line.runs[-1].x + sum(line.runs[-1].advances)
        assert left >= frame.right + 10 - 0.01 or right <= frame.x - 10 + 0.01
    assert beside
    rows = [(line.y - placed.grid.first_baseline) / placed.grid.pitch for line in lines]
    assert all(abs(row - round(row)) < 1e-6 for row in rows)


def test_legs_beside_a_part_are_level_to_a_line(first: Page, library: Library) -> None:
    """The shortfall stands at the feet of the last legs (MC2), whatever stands within."""
    placed = jxprint.compose(with_inset(first, Within("A", 200.0)), library)
    feet: dict[int, float] = {}
    for line in body(placed, "A"):
        feet[line.leg] = max(feet.get(line.leg, 0.0), line.y)
    ordered = [feet[leg] for leg in sorted(feet)]
    assert ordered == sorted(ordered, reverse=True)
    assert ordered[0] - ordered[-1] < 1.5 * placed.grid.pitch


@pytest.mark.parametrize("length", [60, 100, 160, 230])
def test_short_copy_beside_a_deep_part_is_level(first: Page, desk: Desk, length: int) -> None:
    """Legs were once filled to the foot of the picture, one after another, and the last one was left all but empty."""
    story = next(part for part in first.parts if part.letter == "A")
    assert isinstance(story, Story)
    one = story.paragraphs[0]
    text = "".join(paragraph.text for paragraph in story.paragraphs)[:length]
    short = replace(one, passage=Passage(text))
    picture = Picture(letter="P", rows=30, within=Within("A", side="right"))
    frame = desk.frame
    draft = WrappedStoryDraft(
        desk, replace(story, paragraphs=(short,)), Room(0, 4, frame.x(0), frame.width(4)), [picture]
    )
    full = draft.counts[:-1]
    assert len(full) == 3
    assert max(full) - min(full) <= 1
    assert full == sorted(full, reverse=True)
    assert draft.counts[-1] == 0


def test_a_picture_within_is_no_room_for_copy(first: Page, library: Library) -> None:
    """`jxprint fit` counts the lines that stand beside it, over it and below it, and no others."""
    page = with_inset(first, Within("A", 200.0))
    story = next(one for one in copyfit(page, library).stories if one.part == "A")
    assert story.takes == len(body(jxprint.compose(page, library), "A"))
    assert story.takes <= story.room < story.takes + story.legs


def test_a_page_with_a_quote_in_a_story_proves_itself(first: Page, library: Library, tmp_path: Path) -> None:
    """The quote is an article of its own behind its story, and both readers find it."""
    page = with_inset(first, Within("C", 160.0, "right"))
    quote = PullQuote(
        letter="K", lines=(Passage("让人才把心留下"),), credit=Passage("许一楠"), within=Within("G", 130.0)
    )
    page = replace(page, parts=(*page.parts, quote))
    placed = jxprint.compose(page, library)
    jxprint.write([placed], library, tmp_path / "page.pdf")
    assert jxprint.check(tmp_path / "page.pdf", page).ok


def test_a_part_wider_than_its_story_is_refused(first: Page, library: Library) -> None:
    """By how much is told."""
    page = with_inset(first, Within("A", 1500.0))
    with pytest.raises(jxprint.OversetError) as refusal:
        jxprint.compose(page, library)
    assert "composition.inset_too_wide" in [one.key for one in refusal.value.findings]


def changed(placed: PlacedPage, letter: str, at: int, change: Callable[[TextLine], TextLine]) -> PlacedPage:
    """The page with one line of a story's text changed, counted through its text."""
    lines, articles = body(placed, letter), []
    for one in placed.articles:
        blocks = tuple(
            replace(block, lines=tuple(change(line) if line is lines[at] else line for line in block.lines))
            if isinstance(block, TextBlock) else block
            for block in one.blocks
        )  # fmt: skip
        articles.append(replace(one, blocks=blocks))
    return replace(placed, articles=tuple(articles))


def shorter(line: TextLine) -> TextLine:
    """The line with a gap a tenth of a point narrower."""
    run = line.runs[-1]
    return replace(line, runs=(*line.runs[:-1], replace(run, advances=(*run.advances[:-1], run.advances[-1] - 0.1))))


@pytest.mark.parametrize("side", ["left", "middle", "right"])
def test_each_line_is_measured_from_where_it_begins(first: Page, library: Library, side: str) -> None:
    """Lines beside a picture fill measures of their own, and so does what goes on over the whole leg; a line that is a
    tenth of a point short, or stands elsewhere than it says, is told wherever it is.
    """
    placed = jxprint.compose(with_inset(first, Within("A", 200.0, side, 4)), library)  # type: ignore[arg-type]
    assert typography(placed).uneven_lines == 0
    lines = body(placed, "A")
    full = max(line.measure for line in lines)
    beside = [number for number, line in enumerate(lines) if line.justified and line.measure < full - 1]
    others = [number for number, line in enumerate(lines) if line.justified and line.measure == full]
    for number in (*beside[::4], others[0], others[-1]):
        figures = typography(changed(placed, "A", number, shorter))
        assert figures.uneven_lines == 1
        assert figures.uneven_worst.endswith(lines[number].text)
    for by in (-2.0, 2.0):
        moved = changed(placed, "A", others[0], lambda line, by=by: replace(line, x=line.x + by))  # type: ignore[misc]
        assert typography(moved).uneven_lines == 1
        assert typography(moved).uneven_worst.endswith(lines[others[0]].text)


def test_a_cap_finds_its_place_under_a_picture_over_all_legs(first: Page, library: Library) -> None:
    """Depths in which no line at all could stand are tried first; the cap stands where there are lines."""
    page = with_inset(first, Within("A", 640.0, "middle", 0))
    story = page.part("A")
    assert isinstance(story, Story)
    more: dict[str, dict[str, object]] = {"A": {"drop_cap": 2, "paragraphs": story.paragraphs[:1]}, "P": {"rows": 60}}
    page = replace(page, parts=tuple(replace(part, **more.get(part.letter, {})) for part in page.parts))
    page = replace(page, sheet=replace(page.sheet, height_pt=page.sheet.height_pt + 600))
    lines, frame = body(placed := jxprint.compose(page, library), "A"), article(placed, "P").frame
    assert lines[0].y > frame.bottom
    assert lines[1].indent > 0


def test_no_subhead_stands_on_a_picture_within(first: Page, library: Library) -> None:
    """背题: a picture over a whole leg parts no subhead from the text under it, wherever in the leg that stands."""
    story = first.part("A")
    assert isinstance(story, Story)
    rest = tuple(one for one in story.paragraphs if one.kind == "body")
    for length in range(30, 150, 13):
        paragraphs = (Paragraph(Passage("潮" * length)), Paragraph(Passage("小标题"), "subhead"), *rest, *rest)
        page = with_inset(first, Within("A", None, "left"))
        page = replace(
            page,
            parts=tuple(replace(one, paragraphs=paragraphs) if one.letter == "A" else one for one in page.parts),
            sheet=replace(page.sheet, height_pt=page.sheet.height_pt + 600),
        )
        blocks = [one for one in article(jxprint.compose(page, library), "A").text_blocks() if one.role != "byline"]
        for subhead, text in pairwise(blocks):
            if subhead.role == "subhead":
                assert text.lines[1].leg == subhead.lines[0].leg
                assert text.lines[1].y - subhead.lines[0].y < 2.5 * first.grid.pitch_pt
