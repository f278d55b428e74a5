"""Pictures as placed: cropped and never squeezed, groups of equal depth, captions bound to what they speak of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.captions import set_caption
from jxprint.composition.cropping import shapes_of, shared, window
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.pictures import PictureDraft
from jxprint.errors import Place
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import CaptionPlace, Page, Passage, Picture, RuleStyle, Shot
from jxprint.placed import Article, Box, Outline, PlacedPicture, TextBlock
from jxprint.placed.resolution import printed_ppi

_WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
_SHARES = st.floats(0.0, 1.0)
_HAN = "收割机在田间来回奔忙运粮车排成长队等着过磅入仓"


def article_of(made: Made) -> Article:
    """What a picture makes is no decoration."""
    assert made.article is not None
    return made.article


@pytest.fixture
def desk(jiaxing: Page, library: Library) -> Desk:
    """The first page's desk; parts may be drafted on it that the page does not have."""
    return Desk(jiaxing, library, frame_of(jiaxing), areas(jiaxing.dummy))


@st.composite
def shots(draw: st.DrawFn) -> Shot:
    """A file of any shape, a crop box in it or none, and a focal point in that or none."""
    pixels = draw(st.tuples(st.integers(1, 9000), st.integers(1, 9000)))
    box = None
    if draw(st.booleans()):
        x, y = draw(st.floats(0.0, 0.9)), draw(st.floats(0.0, 0.9))
        box = Rect(x, y, draw(st.floats(0.05, 1.0)) * (1 - x), draw(st.floats(0.05, 1.0)) * (1 - y))
    focus = None
    if draw(st.booleans()):
        within = box or _WHOLE
        focus = within.x + draw(_SHARES) * within.width, within.y + draw(_SHARES) * within.height
    return Shot(file=Path("a.jpg"), pixels=pixels, crop=box, focus=focus, orientation=draw(st.integers(1, 8)))


def _inside(shown: Rect, box: Rect) -> bool:
    hair = 1e-9
    across = box.x - hair <= shown.x and shown.right <= box.right + hair
    return across and box.y - hair <= shown.y and shown.bottom <= box.bottom + hair


def _holds(shown: Rect, focus: tuple[float, float]) -> bool:
    return _inside(Rect(*focus, 0.0, 0.0), shown)


@given(shots(), st.floats(0.02, 50), _SHARES)
def test_what_is_shown_has_the_frames_shape_and_keeps_the_focal_point(shot: Shot, shape: float, aim: float) -> None:
    """Whatever the file, its crop box and the frame: one scale, within the box, the focal point in sight, and as much
    of the box as the frame's shape lets be.
    """
    assert shot.pixels is not None
    shown = window(shot, shape, aim) or _WHOLE
    across, down = shown.width * shot.pixels[0], shown.height * shot.pixels[1]
    assert across / down == pytest.approx(shape, rel=1e-9)
    box = shot.crop or _WHOLE
    assert _inside(shown, box)
    assert shown.width == pytest.approx(box.width) or shown.height == pytest.approx(box.height)
    assert shot.focus is None or _holds(shown, shot.focus)


def test_without_a_focal_point_the_middle_stays() -> None:
    """As much is cut on either side; with one it stands in the middle, or at the edge."""
    shot = Shot(file=Path("a.jpg"), pixels=(400, 100))
    assert window(shot, 2.0) == Rect(0.25, 0.0, 0.5, 1.0)
    assert window(replace(shot, focus=(0.6, 0.5)), 2.0) == Rect(0.35, 0.0, 0.5, 1.0)
    assert window(replace(shot, focus=(0.1, 0.5)), 2.0) == Rect(0.0, 0.0, 0.5, 1.0)
    assert window(replace(shot, crop=Rect(0.5, 0.0, 0.5, 1.0)), 1.0) == Rect(0.625, 0.0, 0.25, 1.0)
    assert window(shot, 4.0) is None


@given(
    st.lists(st.tuples(st.floats(0.1, 9), st.floats(1.0, 2.0), st.floats(1.0, 2.0)), min_size=1, max_size=6),
    st.floats(0.1, 60),
)
def test_shares_come_to_the_whole(limits: list[tuple[float, float, float]], total: float) -> None:
    """And keep their limits where these come to it at all."""
    wanted = [one for one, _, _ in limits]
    least, most = [one / by for one, by, _ in limits], [one * by for one, _, by in limits]
    found = shared(least, wanted, most, total)
    assert sum(found) == pytest.approx(total)
    if sum(least) <= total <= sum(most):
        for low, one, high in zip(least, found, most, strict=True):
            assert low * (1 - 1e-6) <= one <= high * (1 + 1e-6)


def _made(desk: Desk, part: Picture, rows: int | None = None) -> tuple[PictureDraft, Made]:
    draft = PictureDraft(desk, part, desk.room("P"))
    return draft, draft.make(3, draft.rows if rows is None else rows)


def _pictures(made: Made) -> list[PlacedPicture]:
    return [block for block in article_of(made).blocks if isinstance(block, PlacedPicture)]


@given(data=st.data())
def test_a_group_fills_its_width_in_rows_of_equal_depth(data: st.DataObject, jiaxing: Page, library: Library) -> None:
    """Of any pictures, at any depth the page gives them: a gap between each two, feet on the grid, one scale in each,
    its focal point in sight, its crop box kept.
    """
    desk = Desk(jiaxing, library, frame_of(jiaxing), areas(jiaxing.dummy))
    group = tuple(data.draw(st.lists(shots() | st.just(Shot()), min_size=1, max_size=5)))
    across = data.draw(st.sampled_from([(), (1,) * len(group), (len(group) // 2 or 1, len(group) - (len(group) // 2))]))
    across = tuple(one for one in across if one) if sum(across) == len(group) else ()
    keyline = data.draw(st.sampled_from([None, "hairline"]))
    part = Picture(letter="P", group=group, across=across, keyline=keyline)
    draft = PictureDraft(desk, part, desk.room("P"))
    assert draft.rows <= draft.preferred <= draft.rows + draft.growth
    assume(not desk.findings)  # strips of a point or two are refused
    rows = max(draft.rows, 2 * len(part.shot_rows)) + data.draw(st.integers(0, draft.growth + 3))
    placed, edge = _pictures(draft.make(3, rows)), 0.3 if keyline else 0.0
    room, gap = desk.room("P"), desk.frame.gap / 2
    assert placed[-1].frame.bottom + edge == pytest.approx(desk.frame.y(3) + desk.frame.depth(rows))
    first = 0
    for row in part.shot_rows:
        frames = [one.frame for one in placed[first : first + len(row)]]
        assert max(one.height for one in frames) == pytest.approx(min(one.height for one in frames))
        assert sum(one.width + 2 * edge for one in frames) + gap * (len(row) - 1) == pytest.approx(room.width)
        for frame, after in pairwise(frames):
            assert after.x - frame.right - 2 * edge == pytest.approx(gap)
        first += len(row)
    for shot, one in zip(group, placed, strict=True):
        if shot.pixels is not None:
            shown = one.crop or _WHOLE
            across_pt = one.frame.width / (shown.width * shot.pixels[0])
            assert across_pt == pytest.approx(one.frame.height / (shown.height * shot.pixels[1]), rel=1e-6)
            assert shot.focus is None or _holds(shown, shot.focus)
            assert _inside(shown, shot.crop or _WHOLE)
            assert printed_ppi(one) == pytest.approx(72 / across_pt)


def test_a_picture_that_would_be_a_strip_is_told(desk: Desk) -> None:
    """Beside a panorama of six hundred to one nothing is left of its neighbour's depth; told at its own place."""
    group = (Shot(file=Path("a.jpg"), pixels=(6100, 10), place=Place("page.toml", 7, 1)), Shot())
    PictureDraft(desk, Picture(letter="P", group=group, across=(1, 1)), desk.room("P"))
    assert [(one.key, one.place.line) for one in desk.findings] == [("composition.picture_too_small", 7)]
    desk.findings.clear()
    PictureDraft(desk, Picture(letter="P", group=group), desk.room("P"))
    assert "composition.picture_too_small" in [one.key for one in desk.findings]


def test_within_its_limits_no_picture_of_a_group_is_cropped_by_more_than_another(desk: Desk) -> None:
    """At the depth that the group prefers nothing is lost but what whole rows ask for."""
    sizes = ((600, 300), (240, 360), (300, 300))
    part = Picture(letter="P", group=tuple(Shot(file=Path("a.jpg"), pixels=size) for size in sizes))
    draft = PictureDraft(desk, part, desk.room("P"))
    for rows in range(draft.rows, draft.rows + draft.growth + 1):
        shown = [one.crop or _WHOLE for one in _pictures(draft.make(0, rows))]
        kept = [min(one.width, one.height) for one in shown]
        assert max(kept) - min(kept) < 1e-6
        assert min(kept) >= 0.88 - 1e-6
    shown = [one.crop or _WHOLE for one in _pictures(draft.make(0, draft.preferred))]
    assert all(min(one.width, one.height) > 0.93 for one in shown)


@pytest.mark.parametrize("rows", [6, 20, 40])
def test_a_pinned_depth_crops_and_never_squeezes(rows: int, desk: Desk) -> None:
    """However far from the picture's own shape."""
    shot = {"file": Path("a.jpg"), "pixels": (900, 600), "focus": (0.9, 0.2)}
    draft, made = _made(desk, Picture(letter="P", rows=rows, **shot), rows)  # type: ignore[arg-type]  # as declared
    assert draft.rows <= rows
    (one,) = _pictures(made)
    shown = one.crop or _WHOLE
    assert one.frame.height == pytest.approx(desk.frame.depth(rows))
    assert one.frame.width / (shown.width * 900) == pytest.approx(one.frame.height / (shown.height * 600))
    assert _holds(shown, (0.9, 0.2))


def test_a_shape_that_is_pinned_does_not_grow(desk: Desk) -> None:
    """A file's own shape gives way by an eighth of a side, a placeholder's by more."""
    drafts = [
        _made(desk, Picture(letter="P", **keys))[0]
        for keys in ({"aspect": 1.5}, {"file": Path("a.jpg"), "pixels": (300, 200)}, {})
    ]
    assert [(one.rows, one.preferred, one.growth) for one in drafts] == [(15, 15, 0), (13, 15, 3), (11, 15, 10)]
    assert shapes_of(Shot(aspect=1.5)) == (1.5, 1.5, 1.5)


def _texts(made: Made) -> dict[str, TextBlock]:
    return {block.role: block for block in article_of(made).blocks if isinstance(block, TextBlock)}


def _with_caption(place: CaptionPlace, **keys: object) -> Picture:
    usual = {"caption": Passage("收割机在田间来回奔忙"), "credit": Passage("本报供图"), "aspect": 1.5}
    return Picture(letter="P", caption_place=place, **{**usual, **keys})  # type: ignore[arg-type]  # as declared


@pytest.mark.parametrize("at", ["left", "right"])
@pytest.mark.parametrize("align", ["head", "foot"])
@pytest.mark.parametrize("measure", [None, 90.0])
def test_a_caption_beside_its_picture_stands_on_the_grid(
    desk: Desk, at: str, align: str, measure: float | None
) -> None:
    """Level with its head or foot, a column gap off it, on base columns or its own measure, the credit under it."""
    place = CaptionPlace("beside", at, None if measure else 1, measure, align)  # type: ignore[arg-type]  # as declared
    draft, made = _made(desk, _with_caption(place))
    (picture,), texts, frame = _pictures(made), _texts(made), desk.frame
    lines = [*texts["caption"].lines, *texts["credit"].lines]
    assert len(texts["credit"].lines) == 1
    grid = [frame.baseline(3 + row) for row in range(draft.rows)]
    expected = grid[: len(lines)] if align == "head" else grid[-len(lines) :]
    assert [line.y for line in lines] == pytest.approx(expected)
    width = measure or frame.column_width
    room = desk.room("P")
    assert picture.frame.width == pytest.approx(room.width - width - frame.gap)
    left = picture.frame.right + frame.gap if at == "right" else room.x
    assert texts["caption"].lines[0].x == pytest.approx(left)
    assert picture.frame.x == pytest.approx(room.x if at == "right" else room.x + width + frame.gap)
    assert texts["credit"].frames[0].right == pytest.approx(left + width)


def test_a_caption_above_stands_as_far_off_as_one_below(desk: Desk) -> None:
    """The style's white stands between picture and em box."""
    white = desk.style.spacing.picture_to_caption_pt
    for side in ("below", "above"):
        _, made = _made(desk, _with_caption(CaptionPlace(side)))
        (picture,), texts = _pictures(made), _texts(made)
        box = texts["caption"].frames[0]
        gap = box.y - picture.frame.bottom if side == "below" else picture.frame.y - box.bottom
        assert gap == pytest.approx(white)
        assert texts["credit"].lines[0].y == texts["caption"].lines[0].y
        assert box.y >= article_of(made).frame.y - 0.01
        assert picture.frame.bottom <= article_of(made).frame.bottom + 0.01


def test_a_credit_stands_on_its_own_line_where_the_page_says_so(desk: Desk) -> None:
    """Though there is room behind the caption; ranged right as well."""
    _, made = _made(desk, _with_caption(CaptionPlace(credit_below=True)))
    texts = _texts(made)
    assert texts["credit"].lines[0].y - texts["caption"].lines[0].y == pytest.approx(desk.frame.pitch)
    assert texts["credit"].frames[0].right == pytest.approx(article_of(made).frame.right)


@pytest.mark.parametrize(("focus", "at_head"), [((0.5, 0.3), False), ((0.5, 0.98), True), (None, False)])
def test_a_caption_over_its_picture_stands_on_paper(
    desk: Desk, focus: tuple[float, float] | None, at_head: bool
) -> None:
    """On a panel without ink that holds all its lines, within the picture, and off the focal point."""
    part = Picture(
        letter="P", file=Path("a.jpg"), pixels=(900, 600), focus=focus, caption=Passage("收割机在田间来回奔忙"),
        credit=Passage("本报供图"), caption_place=CaptionPlace("over"),
    )  # fmt: skip
    _, made = _made(desk, part)
    (picture,), texts = _pictures(made), _texts(made)
    panel = picture.shapes[-1]
    assert isinstance(panel, Box)
    assert panel.fill is not None
    assert panel.fill.cmyk == (0.0, 0.0, 0.0, 0.0)
    assert _inside(panel.frame, picture.frame)
    assert all(_inside(frame, panel.frame) for block in texts.values() for frame in block.frames)
    assert (panel.frame.y < picture.frame.y + picture.frame.height / 2) == at_head
    if focus is not None:
        shown = picture.crop or _WHOLE
        y = picture.frame.y + (focus[1] - shown.y) / shown.height * picture.frame.height
        assert not panel.frame.y < y < panel.frame.bottom
        assert picture.frame.y <= y <= picture.frame.bottom


def test_a_panel_is_as_wide_as_its_words(desk: Desk) -> None:
    """Where no credit stands at its right."""
    _, made = _made(desk, _with_caption(CaptionPlace("over"), credit=None))
    panel = _pictures(made)[0].shapes[-1]
    assert isinstance(panel, Box)
    assert panel.frame.width == pytest.approx(10 * 9 + 2 * 0.6 * 9)


def test_a_panel_leaves_no_scrap_of_its_picture_beside_it(desk: Desk) -> None:
    """Lines that nearly fill the width make a panel that fills it."""
    _, made = _made(desk, replace(_with_caption(CaptionPlace("over"), credit=None), caption=Passage(_HAN[:21] * 2)))
    (picture,) = _pictures(made)
    panel = picture.shapes[-1]
    assert isinstance(panel, Box)
    assert picture.frame.right - panel.frame.right == pytest.approx(panel.frame.x - picture.frame.x)


@pytest.mark.parametrize("credit", [None, Passage("本报供图")])
def test_a_panel_fills_a_corner_within_a_keyline(desk: Desk, credit: Passage | None) -> None:
    """A hair of picture between panel and keyline once looked like a slip; a group's panel lies on all its pictures."""
    rule = RuleStyle((2.0, 0.5), 1.5)
    style = replace(desk.style, rules={**desk.style.rules, "oxford": rule})
    desk = replace(desk, page=replace(desk.page, style=style))
    part = replace(_with_caption(CaptionPlace("over"), credit=credit), keyline="oxford")
    _, made = _made(desk, part)
    (picture,) = _pictures(made)
    panel = picture.shapes[-1]
    assert isinstance(panel, Box)
    assert (panel.frame.x, panel.frame.bottom) == pytest.approx((picture.frame.x, picture.frame.bottom))
    assert credit is None or panel.frame.right == pytest.approx(picture.frame.right)
    assert all(_inside(frame, panel.frame) for block in _texts(made).values() for frame in block.frames)

    _, made = _made(desk, replace(part, group=part.shots * 2, across=(2,)))
    one, other = _pictures(made)
    panel = other.shapes[-1]
    assert isinstance(panel, Box)
    assert panel.frame.x == pytest.approx(one.frame.x + 0.6 * 9)


@given(st.integers(5, 60), st.floats(45, 160), st.integers(0, 20))
def test_no_caption_ends_in_a_lone_glyph(length: int, measure: float, start: int) -> None:
    """Nor is it wider than its picture (CP1 of typography.md)."""
    page, library = jxprint.read_page(Path(__file__).parent.parent / "layout" / "jiaxing"), jxprint.open_library()
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    text = (_HAN * 4)[start : start + length]
    lines = set_caption(desk, Picture(letter="P", caption=Passage(text)), measure).lines
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert len(lines) == 1 or lines[-1].end - lines[-1].start > 1
    assert all(line.width <= measure + 0.01 for line in lines)


def test_a_ragged_line_gives_way_as_the_breaker_reckoned(desk: Desk) -> None:
    """Lines that are not filled once came out wider than their measure where marks had to give up their white half."""
    words = Passage("图侧说明也可以排在左侧，宽度用字数来定，首行与图片顶边相齐")
    lines = set_caption(desk, Picture(letter="P", caption=words), 90.0).lines
    assert not desk.findings
    assert all(line.width <= 90.01 for line in lines)


def _keys(desk: Desk) -> list[str]:
    return [one.key for one in desk.findings]


def test_a_caption_that_does_not_suit_its_side_is_told(desk: Desk) -> None:
    """Deeper than the picture beside it, or over half of what it lies on."""
    long = Passage(_HAN * 8)
    _made(desk, _with_caption(CaptionPlace("beside", measure_pt=50.0), caption=long, aspect=4.0))
    _made(desk, _with_caption(CaptionPlace("over"), caption=long, aspect=6.0))
    assert _keys(desk) == ["composition.caption_too_deep", "composition.caption_covers"]
    assert desk.findings[0].args["lines"] == 38
    desk.findings.clear()
    _made(desk, _with_caption(CaptionPlace("beside", measure_pt=50.0), caption=long, aspect=4.0, rows=60), 60)
    assert _keys(desk) == []


def test_a_picture_grows_with_the_caption_beside_it(desk: Desk) -> None:
    """As far as its shape may go, before anything is refused."""
    place = CaptionPlace("beside", columns=1)
    draft, _ = _made(desk, _with_caption(place, caption=Passage(_HAN * 6), aspect=None))
    assert not desk.findings
    assert draft.rows == set_caption(desk, draft._part, desk.frame.column_width).rows
    assert draft.rows > 5  # what the widest placeholder takes
    assert draft.growth == 10 - draft.rows


def test_a_label_that_covers_its_picture_is_told(desk: Desk) -> None:
    """A sign such as 图① is meant, not a caption."""
    group = (Shot(label=Passage("图①")), Shot(label=Passage("图②是收割机在田间来回奔忙时拍下的")))
    _made(desk, Picture(letter="P", group=group))
    assert _keys(desk) == ["composition.picture_label_too_wide"]


@pytest.mark.parametrize(
    ("part", "alts"),
    [
        (Picture(letter="P", group=(Shot(alt="河"), Shot(alt="田", label=Passage("图②")))), ["河", "图②：田"]),
        (Picture(letter="P", group=(Shot(), Shot()), caption=Passage("两张")), ["两张", "（原图未存）"]),
        (Picture(letter="P", group=(Shot(), Shot())), ["", "原图未存"]),
        (Picture(letter="P", caption=Passage("一张")), ["一张（原图未存）"]),
        (Picture(letter="P", alt="河", caption=Passage("一张")), ["河"]),
    ],
)
def test_what_pictures_show_is_told_in_words(part: Picture, alts: list[str], desk: Desk) -> None:
    """Label and alternative text of each; the caption where nobody says more; a placeholder that it is one."""
    assert [one.alt for one in _pictures(_made(desk, part)[1])] == alts


def test_the_style_says_how_far_pictures_stand_apart(desk: Desk) -> None:
    """Across and down; half a column gap without it."""
    style = replace(desk.style, spacing=replace(desk.style.spacing, picture_gap_pt=11.0))
    other = replace(desk, page=replace(desk.page, style=style))
    for one, gap in ((desk, desk.frame.gap / 2), (other, 11.0)):
        _, made = _made(one, Picture(letter="P", group=(Shot(), Shot(), Shot()), across=(2, 1)))
        first, second, third = (picture.frame for picture in _pictures(made))
        assert second.x - first.right == pytest.approx(gap)
        assert third.y - first.bottom == pytest.approx(gap)


def test_a_keyline_stands_about_its_picture_and_never_on_it(desk: Desk) -> None:
    """All strokes of the rule, from the outside in, within the part's width."""
    part = Picture(letter="P", file=Path("a.jpg"), pixels=(900, 600), keyline="oxford")
    _, made = _made(desk, part)
    (one,), room = _pictures(made), desk.room("P")
    strokes = [shape for shape in one.shapes if isinstance(shape, Box)]
    assert [box.stroke_pt for box in strokes] == [2.2, 0.5]
    assert strokes[0].frame.x - 1.1 == pytest.approx(room.x)
    assert one.frame.x - room.x == pytest.approx(2.2 + 1.6 + 0.5)
    assert strokes[1].frame.x + 0.25 == pytest.approx(one.frame.x)


def test_a_dotted_keyline_is_dots(desk: Desk) -> None:
    """点线: as a box is dotted; the picture stands within them."""
    _, made = _made(desk, Picture(letter="P", file=Path("a.jpg"), pixels=(900, 600), keyline="dotted"))
    (one,), room = _pictures(made), desk.room("P")
    (dots,) = one.shapes
    assert isinstance(dots, Outline)
    assert sum(command[0] == "M" for command in dots.commands) > 100
    assert one.frame.x - room.x == pytest.approx(1.0)
