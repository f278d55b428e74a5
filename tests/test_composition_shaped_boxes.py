"""Stories with corners in a box: legs, edges at all corners, pins, and what is refused of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from drawn_pages import Part, page_toml, write_folder
from jxprint.composition.making_up import MadeUp, make_up
from jxprint.composition.shaped_boxes import leg_places, outline
from jxprint.composition.shaping import Stretch
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.placed import Outline, Rule
from sabotage import pdf_of
from shape_laws import hold_boxes, hold_pins, hold_shapes

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"
ELL, YOU, TEE = "A A A A\nA B B B\nC C C C", "A B B A\nA A A A\nC C C C", "A A A A\nB A A D\nC C C C"
RING = "A A A A\nA B B A\nA A A A\nC C C C"


def page_of(folder: Path, drawing: str, keys: Part, times: int = 40, aspect: float = 2.0) -> jxprint.Page:
    """A page on which A is a story with some keys, B and D are pictures and C is a story."""
    files = {
        letter: f"headline: 渡口重开\nbyline: 沈沉缘\n\n{SENTENCE * (count // 2)}\n{SENTENCE * (count // 2)}\n"
        for letter, count in (("A.txt", times), ("C.txt", 20))
    }
    parts: dict[str, Part] = {"A": {"kind": "story", "copy": "A.txt", **keys}, "C": {"kind": "story", "copy": "C.txt"}}
    parts |= {letter: {"kind": "picture", "aspect": aspect} for letter in "BD" if letter in drawing}
    dummy = [row.split() for row in drawing.split("\n")]
    write_folder(folder, {**files, "page.toml": page_toml(dict(sorted(parts.items())), dummy, 1400)})
    return jxprint.read_page(folder)


def loops_of(made: MadeUp, letter: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The edges of a story's box."""
    box = made.desk.page.part(letter).box
    assert box is not None
    return outline(made.desk, made.plan.stretches[letter], box.rows)


@pytest.mark.parametrize(("drawing", "corners"), [(ELL, [6]), (YOU, [8]), (TEE, [8]), (RING, [4, 4])])
@pytest.mark.parametrize("box", [{"box": "thin"}, {"box": "oxford", "tint": 0.1}, {"box": "double"}, {"tint": 0.15}])
def test_a_box_goes_round_all_corners(
    tmp_path: Path, library: Library, drawing: str, corners: list[int], box: Part
) -> None:
    """Its rule and its tint are closed paths of as many right angles as are drawn, and all in it keeps its padding."""
    page = page_of(tmp_path / "page", drawing, box)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    assert [len(loop) for loop in loops_of(made, "A")] == corners
    hold_boxes(placed, page, made)
    hold_shapes(placed, page, made)
    shapes = [one for one in placed.under if isinstance(one, Outline)]
    strokes = {"thin": 1, "oxford": 2, "double": 2}.get(str(box.get("box")), 0)
    assert len(shapes) == strokes + ("tint" in box)
    lines = [sum(command[0] != "Z" for command in one.commands) for one in shapes]
    assert lines == [sum(corners)] * ("tint" in box) + [2 * sum(corners)] * strokes
    assert jxprint.check(pdf_of(placed, library), page).ok


def test_the_strokes_of_a_box_lie_within_its_edge(tmp_path: Path, library: Library) -> None:
    """An Oxford rule (文武线): the thick stroke at the edge, the thin one within it, at every corner of the L."""
    page = page_of(tmp_path / "page", ELL, {"box": "oxford"})
    made, placed = make_up(page, library), jxprint.compose(page, library)
    (loop,) = loops_of(made, "A")
    style = page.style.rules["oxford"]
    thick, thin = (one for one in placed.under if isinstance(one, Outline))
    points = [[(float(one[1]), float(one[2])) for one in shape.commands if len(one) == 3] for shape in (thick, thin)]
    assert [tuple(map(round, point)) for point in points[0][:6]] == [tuple(map(round, point)) for point in loop]
    left = min(x for x, _ in loop)
    deep = [min(x for x, _ in points[at][6:]) - left for at in (0, 1)]
    assert deep == pytest.approx([style.widths_pt[0], style.depth_pt])
    # The inner corner of the L: the stroke turns there, on the story's side of it.
    inner = sorted(loop)[2:4]
    assert len({round(x, 3) for x, _ in inner}) == 1


def test_legs_keep_clear_of_every_edge_and_share_what_is_left(tmp_path: Path, library: Library) -> None:
    """Where two columns at the least stand side by side, each leg gives half of the padding, and gaps are no less."""
    page = page_of(tmp_path / "page", TEE, {"box": "thin", "padding": ["1行", "1字"]})
    made = make_up(page, library)
    places, frame = leg_places(made.desk, page.part("A")), made.desk.frame
    assert places.measure == pytest.approx(frame.column_width - 2 * frame.body / 2)
    assert places.xs[0] == pytest.approx(frame.x(0) + frame.body)
    assert places.xs[3] + places.measure == pytest.approx(frame.x(3) + frame.column_width - frame.body)
    assert places.xs[1] == pytest.approx(frame.x(1) + frame.body)  # the stem's left edge
    assert all(places.xs[one + 1] - places.xs[one] - places.measure > frame.gap - 0.01 for one in range(3))


def test_no_column_rule_stands_beside_a_box(tmp_path: Path, library: Library) -> None:
    """Its own edge parts it from its neighbours; the rule between blocks of legs keeps off it."""
    page = page_of(tmp_path / "page", "B A A A\nA A A A\nC C C C", {"box": "thin"}, 80, 0.6)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    (loop,) = loops_of(made, "A")
    right = max(x for x, _ in loop)
    rules = [one for one in placed.under if isinstance(one, Rule)]
    assert all(one.y1 == one.y2 for one in rules)
    (rule,) = rules
    places = leg_places(made.desk, page.part("A"))
    assert rule.x1 == pytest.approx(places.xs[1])
    assert rule.x2 < right - 1


@pytest.mark.parametrize("keys", [{"rows": 34}, {"rows": 34, "box": "thin"}, {"min_rows": 46}, {"rows": "180mm"}])
def test_rows_pin_the_whole_outline(tmp_path: Path, library: Library, keys: Part) -> None:
    """From the head to the lowest foot, box and all; what stands under it stands under that."""
    page = page_of(tmp_path / "page", ELL, keys)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    hold_pins(page, made)
    hold_boxes(placed, page, made)
    assert made.plan.top["C"] > made.plan.top["A"] + made.plan.rows["A"]
    if "min_rows" in keys:
        assert made.plan.rows["A"] == 46
    assert jxprint.check(pdf_of(placed, library), page).ok


@pytest.mark.parametrize(
    ("keys", "times", "key"),
    [
        ({"rows": 24}, 60, "composition.story_overset"),
        ({"rows": 24, "box": "thin"}, 60, "composition.story_overset"),
        ({"rows": 9}, 8, "composition.shape_pinned_too_shallow"),
    ],
)
def test_rows_that_are_too_few_are_refused(tmp_path: Path, library: Library, keys: Part, times: int, key: str) -> None:
    """With what is over, where a cut would do, and with what is in the way where none would."""
    drawing = ELL if times > 8 else "A A A A\nA B B A\nA A A A\nC C C C"
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page_of(tmp_path / "page", drawing, keys, times), library)
    (found,) = refusal.value.findings
    assert found.key == key
    assert found.place.line
    assert all(render(found, language) for language in ("en", "zh"))


def test_a_cut_that_is_told_is_enough(tmp_path: Path, library: Library) -> None:
    """The characters that a pinned story with corners is over by."""
    folder = tmp_path / "page"
    page = page_of(folder, ELL, {"rows": 24}, 44)
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (found,) = refusal.value.findings
    over = int(str(found.args["characters"]))
    text = (folder / "A.txt").read_text("utf-8")
    (folder / "A.txt").write_text(text.rstrip()[: -over - 1] + "。\n", "utf-8")
    assert jxprint.compose(jxprint.read_page(folder), library)


def test_rules_above_and_below_keep_to_the_columns_that_begin_and_end(tmp_path: Path, library: Library) -> None:
    """Over a T its whole bar, under it the foot of its stem."""
    page = page_of(tmp_path / "page", TEE, {"rule_above": "thin", "rule_below": "thin", "top": 2})
    made, placed = make_up(page, library), jxprint.compose(page, library)
    frame = made.desk.frame
    level = [one for one in placed.under if isinstance(one, Rule) and one.y1 == one.y2]
    found = sorted((round(one.x1), round(one.x2)) for one in level)
    assert (round(frame.x(0)), round(frame.x(3) + frame.column_width)) in found
    assert (round(frame.x(1)), round(frame.x(2) + frame.column_width)) in found


def test_parts_that_touch_at_a_corner_keep_loops_of_their_own(tmp_path: Path, library: Library) -> None:
    """A notch on either side of one row: the edge goes round it once."""
    page = page_of(tmp_path / "page", ELL, {"box": "thin"})
    made = make_up(page, library)
    box = page.part("A").box
    assert box is not None
    stairs = [
        Stretch(0, 0, 10, first=0, last=10),
        Stretch(1, 5, 10, first=5, last=15),
        Stretch(2, 10, 10, first=10, last=20),
    ]
    (loop,) = outline(made.desk, stairs, box.rows)
    assert len(loop) == 12
