"""Column rules (栏线): between stories and their neighbours, once, and away from boxes and ornaments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from jxprint.placed import Box, PlacedPage, Rule

# Points between a rule and what it may not run along: a column gap.
_BESIDE_PT = 14.0


def upright(page: PlacedPage) -> list[tuple[float, float, float]]:
    """The vertical strokes that stand under the text: x, top and foot."""
    rules = [
        one for one in page.under if isinstance(one, Rule) and one.x1 == one.x2 and one.y2 - one.y1 > page.grid.pitch
    ]
    return [(one.x1, one.y1, one.y2) for one in rules]


def test_no_rule_runs_along_a_box(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """A box has an edge of its own; the front page's contents and the inside page's verse stand in one."""
    boxes = 0
    for page in chaoxun_placed:
        for box in (one for one in page.under if isinstance(one, Box)):
            boxes += 1
            for x, top, foot in upright(page):
                is_beside = min(abs(x - box.frame.x), abs(x - box.frame.right)) < _BESIDE_PT
                assert not is_beside or foot <= box.frame.y or top >= box.frame.bottom
    assert boxes > 3


def test_no_two_rules_lie_on_each_other(chaoxun_placed: Sequence[PlacedPage]) -> None:
    """Where a part stands beside two others the rule along it is drawn once."""
    for page in chaoxun_placed:
        assert upright(page)
        for one, other in combinations(upright(page), 2):
            assert one[0] != other[0] or one[2] < other[1] or other[2] < one[1]
