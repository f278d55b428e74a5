"""Laws of comparing stories that jump (转版): wherever they are cut, what crossed is told once, and no copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.diff import PageChanges, compare
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.messages import LANGUAGES, render
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenLine, SeenPage

GRID = SeenGrid((0.0, 110.0, 220.0), 100.0, 0.0, 15.0, 10.0)
WORDS = 10
STORY = (
    "渡口在镇子东头，十二级石阶下去便是水。老陈撑了四十二年船，没有翻过一次。",
    "清晨五点，观测员已经在芦苇荡边坐了一个小时，一页纸画满了。他数到了七百只。",
    "茶馆开在旧粮仓里，梁上还留着丰字。新添的六张桌子很结实，坐得下全村的老人。",
    "灯塔停了十九年，今晚又亮。守灯人没有上山，他在码头上数着闪光，一直数到天亮。",
)


def lines_of(texts: tuple[str, ...]) -> list[tuple[int, str]]:
    """Lines of ten characters, with the number of their paragraph (from 0)."""
    return [(k, text[at : at + WORDS]) for k, text in enumerate(texts) for at in range(0, len(text), WORDS)]


def part(lines: list[tuple[int, str]], jump: str, *, first: bool, of_file: bool, column: int = 0) -> SeenArticle:
    """One part of a story as a folder or as a file has it; a continuation's paragraphs are counted from 1."""
    blocks: list[SeenBlock] = []
    row = 0 if first else 1
    begin = lines[0][0] if lines else 0
    for number in dict.fromkeys(k for k, _ in lines):
        own = [text for k, text in lines if k == number]
        seen = tuple(
            SeenLine(text, 0, GRID.xs[column], (row + k) * GRID.pitch, 10.0, "song") for k, text in enumerate(own)
        )
        row += len(own)
        blocks.append(SeenBlock("" if of_file else "body", "P" if of_file else "", number - begin + 1, seen))
    if jump:
        at = row if first else 0
        line = SeenLine(jump, 0, GRID.xs[column], at * GRID.pitch, 10.0, "song")
        block = SeenBlock("" if of_file else "jump", "P" if of_file else "", 1, (line,))
        blocks.insert(len(blocks) if first else 0, block)
    frame = Rect(GRID.xs[column], 0.0, GRID.width, (row + bool(jump and first) - 1) * GRID.pitch + GRID.body)
    return SeenArticle("lighthouse", "" if of_file else "AK"[not first], frame, tuple(blocks))


def parted(one: SeenArticle, lines: list[tuple[int, str]], cut: int, *, of_file: bool) -> SeenArticle:
    """A folder knows whether its story goes on within a paragraph."""
    return one if of_file else replace(one, is_parted=lines[cut - 1][0] == lines[cut][0])


def proof(texts: tuple[str, ...], cut: int, *, of_file: bool = False, here: bool = False) -> tuple[SeenPage, ...]:
    """The story jumping after so many lines, to another page or within one; not at all where the cut is at its end."""
    lines = lines_of(texts)
    if cut >= len(lines):
        return SeenPage("one", (part(lines, "", first=True, of_file=of_file),), GRID), SeenPage("two", (), GRID)
    one = parted(part(lines[:cut], "（下转第2版）", first=True, of_file=of_file), lines, cut, of_file=of_file)
    two = part(lines[cut:], "（上接第1版）", first=False, of_file=of_file, column=2)
    if here:
        return (SeenPage("one", (one, two), GRID),)
    return SeenPage("one", (one,), GRID), SeenPage("two", (two,), GRID)


def findings(changes: tuple[PageChanges, ...], key: str) -> list[Finding]:
    """Those of a key; all are said in both languages on the way."""
    every = [one for page in changes for one in page.findings]
    for one in every:
        assert all(render(one, language) for language in LANGUAGES)
    return [one for one in every if one.key == f"checks.diff.{key}"]


COPY = ("text_deleted", "text_inserted", "text_replaced", "paragraph_new", "paragraph_gone", "paragraph_moved")


@pytest.mark.parametrize("of_file", [False, True])
@pytest.mark.parametrize("other", [False, True])
def test_lines_that_crossed_the_jump_are_told_once(*, of_file: bool, other: bool) -> None:
    """Three lines went over; no copy changed, be the proofs folders or files."""
    changes = compare(proof(STORY, 9, of_file=of_file), proof(STORY, 6, of_file=other))
    (told,) = findings(changes, "lines_went")
    expected = sum(len(text) for _, text in lines_of(STORY)[6:9])
    assert (told.args["lines"], told.args["characters"]) == (3, expected)
    assert "page 1" in render(told, "en").split(" to ")[0]
    assert not any(findings(changes, key) for key in COPY)


def test_lines_that_came_back_are_told_the_other_way() -> None:
    """From the continuation to the first page."""
    (told,) = findings(compare(proof(STORY, 6), proof(STORY, 8)), "lines_went")
    assert told.args["lines"] == 2
    assert "page 2" in render(told, "en").split(" to ")[0]


def test_a_change_behind_the_jump_is_told_at_its_paragraph_of_the_story() -> None:
    """The third paragraph stands on page two, where it is the second."""
    new = (*STORY[:2], STORY[2].replace("六张", "八张"), STORY[3])
    changes = compare(proof(STORY, 6), proof(new, 6))
    (told,) = findings(changes, "text_replaced")
    assert told.place.paragraph == 3
    assert [page.number for page in changes] == [2]


def test_a_story_that_did_not_jump_before() -> None:
    """Its last lines went to the new part; nothing is deleted or new but that part and the line that leads to it."""
    changes = compare(proof(STORY, 99), proof(STORY, 10))
    (told,) = findings(changes, "lines_went")
    assert told.args["lines"] == len(lines_of(STORY)) - 10
    assert [one.args["text"] for key in COPY for one in findings(changes, key)] == ["（下转第2版）"]
    assert len(findings(changes, "part_new")) == 1


def test_a_jump_within_a_page_is_told_by_places() -> None:
    """Both parts are on one page, and are called by their letters."""
    (told,) = findings(compare(proof(STORY, 9, here=True), proof(STORY, 7, here=True)), "lines_went")
    assert "from page 1, A to page 1, K" in render(told, "en")


def test_two_stories_of_one_name_are_two() -> None:
    """Without words of a jump parts of one title have nothing to do with each other."""
    lines = lines_of(STORY)
    pages = [
        (
            SeenPage("one", (part(lines[:cut], "", first=True, of_file=True),), GRID),
            SeenPage("two", (part(lines[9:], "", first=False, of_file=True),), GRID),
        )
        for cut in (9, 6)
    ]
    changes = compare(*pages)
    assert not findings(changes, "lines_went")
    assert findings(changes, "text_deleted") or findings(changes, "paragraph_gone")


@given(st.integers(1, 15), st.integers(1, 15), st.booleans(), st.booleans())
def test_a_cut_anywhere_changes_no_copy(before: int, after: int, one: bool, other: bool) -> None:
    """Wherever a story is cut, and whichever kinds of proof are compared: what crossed is told, and no more of copy."""
    last = len(lines_of(STORY)) - 1
    before, after = min(before, last), min(after, last)
    changes = compare(proof(STORY, before, of_file=one), proof(STORY, after, of_file=other))
    told = findings(changes, "lines_went")
    assert len(told) == (before != after)
    assert not told or told[0].args["lines"] == abs(before - after)
    assert not any(findings(changes, key) for key in COPY)
