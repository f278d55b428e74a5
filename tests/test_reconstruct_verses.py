"""Regular verse among prose, and what only looks like it."""

from __future__ import annotations

import pytest

from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.found import FoundStory
from jxprint.reconstruct.roles import VERSE
from jxprint.reconstruct.structure import structure
from jxprint.reconstruct.units import unit_of
from jxprint.reconstruct.verses import with_verses

_QUATRAIN = ("一夜西风小院开，", "无人扫处是金苔。", "隔墙谁把窗儿启，", "放得三分月色来。")
_SHORT = ("潮平两岸阔，", "风正一帆悬。", "海日生残夜，", "江春入旧年。")
_PROSE = (
    "昨天上午，市园林部门在人民公园举行开园仪式，数千名市民前来游园，其中不少是带着孩子来的年轻父母。",
    "公园管理处负责人告诉记者，今年将再开放三处园子，免费的座椅和饮水处都会增加，夜里也有人巡园。",
)


def verse_in(*texts: str) -> list[int]:
    """Which texts are sure to be verse; all else is as dear as the next."""
    units = [unit_of([Line(text, number)]) for number, text in enumerate(texts, 1)]
    roles = [[1.0] * (VERSE + 1) for _ in units]
    return [at for at, price in enumerate(with_verses(units, roles)) if price[VERSE] < 0]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (_QUATRAIN, [0, 1, 2, 3]),
        (("咏桂", *_SHORT, "老圃"), [1, 2, 3, 4]),
        (("潮平两岸阔，风正一帆悬。", "海日生残夜，江春入旧年。"), [0, 1]),
        (_QUATRAIN[:2], []),
        ((*_QUATRAIN[:3], "放得三分月色来"), []),
        ((_QUATRAIN[0], _SHORT[1], _QUATRAIN[2], _SHORT[3]), []),
        (_PROSE, []),
    ],
    ids=["seven", "five between a title and a name", "two lines on one", "two lines", "no mark", "mixed", "prose"],
)
def test_lines_of_five_or_seven_are_verse(texts: tuple[str, ...], found: list[int]) -> None:
    """Four or more of one length, every second of which ends a sentence."""
    assert verse_in(*texts) == found


def test_poems_of_a_page_are_verse_under_whatever_head() -> None:
    """Titles of poems in a cycle were taken for a story's first words, and their lines for prose."""
    lines = ["秋日杂咏（两首）", "老圃", "桂花", *_QUATRAIN, "望江", *_SHORT, "公园开园", "本报记者 韩叙", *_PROSE]
    page = structure(read_dump("\n".join(lines).encode(), "poems.txt"))

    def verses(story: FoundStory) -> list[str]:
        return [one.text.text for one in story.pieces if one.role == "verse"]

    assert [verse for story in page.stories for verse in verses(story)] == [*_QUATRAIN, *_SHORT]
