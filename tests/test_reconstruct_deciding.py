"""Which breaks are joints: words, lines and lengths weighed together, and what is settled without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.reconstruct.deciding import FACTS, breaks_of, is_joint, likelihoods
from jxprint.reconstruct.found import FoundStory, Text
from jxprint.reconstruct.found import Piece as Found
from jxprint.reconstruct.grid import read_grid
from jxprint.reconstruct.joining import leg_pieces
from jxprint.reconstruct.legs import Piece
from jxprint.reconstruct.setting import Style
from jxprint.reconstruct.story_readings import Reading
from jxprint.resources import joints_file

CHARS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年也。，、；：？“”（）《》01ab "
TEXTS = st.lists(st.text(CHARS, min_size=1, max_size=60).filter(str.strip).map(str.strip), min_size=1, max_size=8)
PROSE = (
    "昨天上午市园林部门在人民公园举行开园仪式，数千名市民前来游园，其中不少是带着孩子来的年轻父母。"
    "公园管理处负责人告诉记者，今年将再开放三处园子，入秋前全部免票，老人和孩子优先。"
)
UNREAD = Reading(None)


def pieces_of(*texts: str) -> list[Piece]:
    """A story of text alone."""
    return leg_pieces(FoundStory((), tuple(Found(Text(text, ())) for text in texts)), Style())


def taken(*texts: str, measure: float = 12.0) -> list[bool]:
    """Which breaks of a story are taken for joints, where its grid is read as it is."""
    pieces = pieces_of(*texts)
    return [is_joint(one) for one in likelihoods(pieces, read_grid([pieces]).stories[0], measure)]


def test_the_table_asks_what_is_known() -> None:
    """Each line is a tree to its last word, and each fact but few is asked somewhere."""
    lines = [line for line in joints_file().read_text("utf-8").splitlines() if line[:1] != "#"]
    asked = {word for line in lines for word in line.split(" ") if not word.lstrip("-").replace(".", "").isdigit()}
    assert asked <= set(FACTS)
    assert len(asked) > len(FACTS) / 2
    for line in lines:
        words = line.split(" ")
        branches = sum(word in FACTS for word in words)
        assert len(words) == 3 * branches + 1  # a branch has a figure, and there is a leaf more than branches


def test_a_sentence_cut_at_the_ends_of_lines_is_joined() -> None:
    """Ten characters behind the indent, then whole lines of twelve; the last piece ends its paragraph."""
    assert taken(PROSE[:34], PROSE[34:58], PROSE[58:]) == [True, True, False]


def test_verse_is_not_joined() -> None:
    """Its lines end in commas, and fill no line of the page."""
    verse = (
        "锅底灰，老墙土，",
        "河泥塘泥挖三遍。",
        "一锤砸下火星飞，",
        "大山开口吐石堆。",
        "一声号子震山河，",
        "条条大路通我家。",
    )
    assert taken(PROSE[:34], PROSE[34:58], PROSE[58:], *verse)[2:] == [False] * 7


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_a_person_said_stands(goes_on: bool) -> None:
    """Whatever words and lines say."""
    pieces = pieces_of("他说：“这里的水比去年清多了，", "记者昨天从市水务局了解到，全市已建成三处。", "完。")
    settled = replace(pieces[0], end=50.0 if goes_on else 0.0, joint=0.0 if goes_on else 50.0)
    assert likelihoods([settled, *pieces[1:]], UNREAD, 12.0)[0] == float(goes_on)


@given(TEXTS)
def test_a_likelihood_is_one(texts: list[str]) -> None:
    """Between nothing and one; the last piece ends its paragraph; facts are as many as are named."""
    pieces = pieces_of(*texts)
    found = list(breaks_of(pieces, read_grid([pieces]).stories[0], 12.0))
    assert [0.0 <= likely <= 1.0 for likely, _ in found] == [True] * len(texts)
    assert found[-1] == (0.0, ())
    assert {len(row) for _, row in found[:-1]} <= {len(FACTS)}
