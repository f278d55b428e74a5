"""Laws of faithful setting: joints that a free setting had are had again, in level legs, whatever the copy."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition import compose
from jxprint.edition.joints import StoryJoints
from jxprint.edition.looking_for_joints import page_joints
from jxprint.errors import Finding, OversetError
from jxprint.fonts import Library
from jxprint.model import Dummy, Page, Paragraph, Passage, Story
from jxprint.model.joints import Joint
from jxprint.placed import PlacedPage

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.one_of(
    st.text("中文版面人才城市发展年月日的在海盐秀洲", min_size=2, max_size=12),
    st.sampled_from(["，", "。", "、", "“满园”", "（下午）", "——", "2024年", "1.8万人", "《意见》", "：", "A4"]),
)
PARAGRAPH = st.lists(PIECES, min_size=1, max_size=40).map(lambda pieces: "文" + "".join(pieces) + "。")


class Drawn(Struct, frozen=True):
    """A story's paragraphs, the measure in half ems, and its legs."""

    paragraphs: tuple[str, ...]
    halves: int
    legs: int


STORIES = st.builds(
    Drawn,
    st.lists(PARAGRAPH, min_size=1, max_size=5).map(tuple),
    st.integers(22, 40),
    st.integers(2, 5),
)


class House:
    """The first page, for its style, and the faces. (No record: Hypothesis would print all of it.)"""

    def __init__(self, page: Page, library: Library) -> None:
        self.page = page
        self.library = library


@pytest.fixture(scope="module")
def house(jiaxing: Page, library: Library) -> House:
    """The first page's house."""
    return House(jiaxing, library)


def page_of(house: House, drawn: Drawn) -> Page:
    """A page with one story on it, of the first page's style."""
    jiaxing = house.page
    story = jiaxing.part("A")
    assert isinstance(story, Story)
    paragraphs = tuple(Paragraph(Passage(text)) for text in drawn.paragraphs)
    story = replace(story, paragraphs=paragraphs, legs=drawn.legs, joints=())
    grid = replace(jiaxing.grid, columns=drawn.legs, measure_em=drawn.halves / 2)
    sheet = replace(jiaxing.sheet, width_pt=3000.0, height_pt=6000.0)
    dummy = Dummy((("A",) * drawn.legs,))
    return replace(jiaxing, parts=(story,), grid=grid, sheet=sheet, dummy=dummy)


def ends_of(placed: PlacedPage) -> list[tuple[int, int]]:
    """Paragraph (from 1) and code point behind the last line of every leg but the last."""
    lines = [(block.index + 1, line) for block in placed.articles[0].text_blocks() if block.role == "body"
             for line in block.lines]  # fmt: skip
    return [
        (number, max(run.source.end for run in line.runs))
        for (number, line), (_, after) in pairwise(lines)
        if line.leg != after.leg
    ]


def faithful(page: Page, house: House, joints: list[tuple[int, int]]) -> StoryJoints:
    """The story as it is set with joints."""
    story = page.parts[0]
    assert isinstance(story, Story)
    page = replace(page, parts=(replace(story, joints=tuple(Joint(*one) for one in joints)),))
    return page_joints(page, compose(page, house.library)).stories[0]


@LAW
@example(Drawn(("文。",), 22, 2))
@given(STORIES)
def test_joints_of_a_free_setting_are_had_again(house: House, drawn: Drawn) -> None:
    """At the same measure and in as many legs every joint falls at the foot of a leg, and legs are as level as then."""
    page = page_of(house, drawn)
    placed = compose(page, house.library)
    free = page_joints(page, placed).stories[0]
    assume(not any(line.rescues for block in placed.text_blocks() for line in block.lines))
    assume(len(free.legs) == drawn.legs)  # with fewer lines than legs, more of them may be more level
    found = faithful(page, house, ends_of(placed))
    assert found.hit == len(found.joints)
    assert max(found.legs) - min(found.legs) <= max(free.legs) - min(free.legs)
    assert sum(found.legs) == len(found.lines)
    assert not found.parted


@LAW
@given(STORIES, st.data())
def test_some_of_the_joints_are_enough(house: House, drawn: Drawn, data: st.DataObject) -> None:
    """Of the joints of a free setting any may be unknown: the others are had, and no leg is less level for it."""
    page = page_of(house, drawn)
    placed = compose(page, house.library)
    assume(not any(line.rescues for block in placed.text_blocks() for line in block.lines))
    ends = ends_of(placed)
    known = data.draw(st.lists(st.sampled_from(ends), unique=True).map(sorted)) if ends else []
    free = page_joints(page, placed).stories[0]
    assume(len(free.legs) == drawn.legs)
    found = faithful(page, house, known)
    assert found.hit == len(known)
    assert max(found.legs) - min(found.legs) <= max(free.legs) - min(free.legs)


@LAW
@given(STORIES, st.data())
def test_joints_anywhere_are_had_or_told(house: House, drawn: Drawn, data: st.DataObject) -> None:
    """Whatever is said to be a joint, each is the foot of a leg, or the page is refused and says why; text is whole."""
    page = page_of(house, drawn)
    at = data.draw(st.integers(1, len(drawn.paragraphs)))
    text = drawn.paragraphs[at - 1]
    offsets = data.draw(st.lists(st.integers(1, len(text)), max_size=3, unique=True).map(sorted))
    refused: tuple[Finding, ...] = ()
    try:
        found = faithful(page, house, [(at, offset) for offset in offsets])
    except OversetError as refusal:
        refused = refusal.findings
    if refused:
        assert all(finding.key.startswith("evidence.") for finding in refused)
        return
    last = (len(drawn.paragraphs), len(drawn.paragraphs[-1]))
    assert all(one.leg is not None or (at, one.joint.offset) == last for one in found.joints)
    assert "".join(line.text for line in found.lines) == "".join(drawn.paragraphs)
