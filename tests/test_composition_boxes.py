"""Boxes: what is in one stays on the page's grid and within its edges, whatever the padding; rules join at corners."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition import compose
from jxprint.composition.strokes import along, around, upright
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.model import Boxing, ItemList, Page, Passage, PullQuote, RuleStyle, Story
from jxprint.model.parts import Within
from jxprint.placed import Article, Box, Outline, PlacedPage, Rule

OXFORD = RuleStyle((2.2, 0.5), 1.6)


def boxed(page: Page, letter: str, box: Boxing | None) -> Page:
    """The page with another box round a part."""
    return replace(page, parts=tuple(replace(one, box=box) if one.letter == letter else one for one in page.parts))


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


def test_the_corners_of_a_thick_and_thin_box_join() -> None:
    """Each stroke is a closed rectangle, the thick one outside, none beyond the frame."""
    outer, inner = around(OXFORD, BLACK, Rect(10.0, 20.0, 100.0, 50.0))
    assert isinstance(outer, Box)
    assert isinstance(inner, Box)
    assert (outer.frame, outer.stroke_pt) == (Rect(11.1, 21.1, 97.8, 47.8), 2.2)
    assert inner.stroke_pt == 0.5
    assert inner.frame.x == pytest.approx(10.0 + 2.2 + 1.6 + 0.25)
    assert inner.frame.right == pytest.approx(110.0 - 4.05)


def test_a_dotted_rule_has_dots_from_end_to_end() -> None:
    """The first and the last dot stand on the ends; in a box every corner has one."""
    dotted = RuleStyle((1.0,), pattern="dotted")
    (line,) = along(dotted, BLACK, 0.0, 100.0, 5.0)
    (ring,) = around(dotted, BLACK, Rect(0.0, 0.0, 51.0, 31.0))
    assert isinstance(line, Outline)
    assert isinstance(ring, Outline)
    middles = [float(command[1]) - 0.5 for command in line.commands if command[0] == "M"]
    assert (middles[0], middles[-1], len(middles)) == (0.0, 100.0, 41)
    dots = {(float(one[1]) - 0.5, float(one[2])) for one in ring.commands if one[0] == "M"}
    assert dots >= {(0.5, 0.5), (50.5, 0.5), (50.5, 30.5), (0.5, 30.5)}
    assert len(dots) == 2 * (20 + 12)


def test_rules_stand_about_their_middle() -> None:
    """Along and upright, from the outside in."""
    for strokes in (along(OXFORD, BLACK, 0.0, 9.0, 50.0), upright(OXFORD, BLACK, 50.0, 0.0, 9.0)):
        thick, thin = (one for one in strokes if isinstance(one, Rule))
        assert (thick.width_pt, thin.width_pt) == (2.2, 0.5)
        levels = (thick.y1, thin.y1) if thick.y1 == thick.y2 else (thick.x1, thin.x1)
        assert levels[0] == pytest.approx(48.95)
        assert levels[1] == pytest.approx(51.9)


def test_a_box_has_its_tint_under_its_rule(furniture_placed: PlacedPage) -> None:
    """The panel is as large as the box, and both are the article's frame."""
    frame = article(furniture_placed, "B").frame
    panel = next(one for one in furniture_placed.under if isinstance(one, Box) and one.frame == frame)
    assert panel.fill is not None
    assert panel.fill.cmyk == (0.0, 0.0, 0.0, 0.08)
    strokes = [one for one in furniture_placed.under if isinstance(one, Box) and one.stroke_pt in (2.2, 0.5)]
    within = [one for one in strokes if frame.x < one.frame.x and frame.y < one.frame.y < frame.bottom]
    within = [one for one in within if one.frame.bottom < frame.bottom]
    assert len(within) == 2
    assert furniture_placed.under.index(panel) < furniture_placed.under.index(within[0])


def test_no_column_rule_stands_beside_a_box(furniture: Page, furniture_placed: PlacedPage, library: Library) -> None:
    """Without the box there is one."""

    def upright_rules(placed: PlacedPage) -> int:
        return sum(isinstance(one, Rule) and one.x1 == one.x2 and one.y2 - one.y1 > 100 for one in placed.under)

    assert upright_rules(furniture_placed) == 0
    assert upright_rules(compose(boxed(furniture, "B", None), library)) == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0]), st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.5]), st.sampled_from("BLTAEM")
)
def test_what_is_in_a_box_stays_within_it_and_on_the_grid(
    furniture: Page, library: Library, rows: float, side: float, letter: str
) -> None:
    """With any padding, around a part of any kind: every frame is within the box by its padding, and body text stands
    on the page's baselines.
    """
    page = boxed(furniture, letter, Boxing("thin", 0.1, "black", rows, side))
    page = replace(page, sheet=replace(page.sheet, height_pt=page.sheet.height_pt + 200))
    placed = compose(page, library)
    made, grid = article(placed, letter), placed.grid
    for block in made.text_blocks():
        for frame in block.frames:
            assert frame.x >= made.frame.x + side * grid.body_pt - 0.01
            assert frame.right <= made.frame.right - side * grid.body_pt + 0.01
            assert frame.y >= made.frame.y + rows * grid.pitch - 1.5
            assert frame.bottom <= made.frame.bottom - rows * grid.pitch + 1.5
        for line in block.lines if block.role in ("body", "list_item", "table_cell") else ():
            assert ((line.y - grid.first_baseline) / grid.pitch) % 1 == pytest.approx(0.0, abs=1e-6) or (
                (line.y - grid.first_baseline) / grid.pitch
            ) % 1 == pytest.approx(1.0, abs=1e-6)


def test_a_boxed_story_that_is_too_long_is_told_in_lines(furniture: Page, library: Library) -> None:
    """As one without a box is."""
    parts = []
    for part in furniture.parts:
        if part.letter == "B" and isinstance(part, Story):
            part = replace(part, paragraphs=part.paragraphs * 12)
        parts.append(part)
    with pytest.raises(OversetError) as refusal:
        compose(replace(furniture, parts=tuple(parts)), library)
    assert {one.key for one in refusal.value.findings} <= {"composition.stack_too_deep", "composition.story_overset"}


def test_a_box_within_a_box_lies_on_its_tint(furniture: Page, library: Library) -> None:
    """A boxed quote in a boxed story: both panels are there, the inner one on top, and its text within both."""
    quote = PullQuote(
        letter="Q",
        lines=(Passage("书要看得清字"),),
        within=Within("A", None, "middle", None),
        box=Boxing("thin", 0.2, "black", 0.5, 0.5),
    )
    parts = (quote, *(one for one in boxed(furniture, "A", Boxing("thin", 0.1)).parts))
    page = replace(furniture, parts=parts, sheet=replace(furniture.sheet, height_pt=1200.0))
    placed = compose(page, library)
    inner, outer = article(placed, "Q").frame, article(placed, "A").frame
    panels = [one.frame for one in placed.under if isinstance(one, Box) and one.frame in (inner, outer)]
    assert panels == [outer, inner]
    assert outer.x < inner.x < inner.right < outer.right
    assert outer.y < inner.y < inner.bottom < outer.bottom
    for block in article(placed, "Q").text_blocks():
        for line in block.lines:
            assert inner.x <= line.x
            assert inner.y < line.y < inner.bottom


def test_a_pinned_box_counts_its_own_rows(furniture: Page, library: Library) -> None:
    """`rows` are the box's: pinned one row too shallow, a boxed list is refused by one."""
    tips = next(part for part in furniture.parts if isinstance(part, ItemList))
    needed = 0
    for rows in range(6, 14):
        parts = tuple(replace(one, rows=rows) if one is tips else one for one in furniture.parts)
        page = replace(furniture, parts=parts, sheet=replace(furniture.sheet, height_pt=1200.0))
        try:
            placed = jxprint.compose(page, library)
        except OversetError as refusal:
            (finding,) = refusal.findings
            needed = int(str(finding.args["needed"]))
            assert (finding.key, finding.args["rows"]) == ("composition.pinned_too_shallow", rows)
        else:
            assert rows >= needed
            assert article(placed, tips.letter).frame.height == pytest.approx(rows * 15.0 - 5.0)
    assert 6 < needed < 13
