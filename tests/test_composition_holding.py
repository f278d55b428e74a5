"""Lines held to an earlier setting, in measures where every width is mental arithmetic."""

from __future__ import annotations

import pytest

from jxprint.composition.held_paragraphs import HeldParagraph, leg_of_change
from jxprint.composition.legs import BodyCopy
from jxprint.composition.lines import Setting, set_paragraph
from jxprint.fonts import Chain, open_library
from jxprint.model import Justification, Passage, PrintedBlock, PrintedLine
from jxprint.text.pairing import paired

SIZE = 10.0


@pytest.fixture(scope="module")
def song() -> Chain:
    """The Song that comes along."""
    return open_library().chain("song")


def body(song: Chain, measure_em: float, widest_em: float = 0.13) -> Setting:
    """Body text without indent."""
    return Setting(song, SIZE, measure_em * SIZE, half_digits=True, justification=Justification(widest_em=widest_em))


def held(text: str, setting: Setting, *lines: str) -> list[str]:
    """The lines of a text held to earlier ones."""
    found = set_paragraph(text, setting, held=lines)
    return [text[line.start : line.end] for line in found]


TEN, COMMAS, LAST = "一二三四五六七八九十", "甲，乙，丙丁戊己庚辛", "子丑寅卯辰巳午未申酉"


def test_a_character_exchanged_moves_one_line(song: Chain) -> None:
    """The lines on both sides stand."""
    new = TEN + COMMAS.replace("丁", "壬") + LAST + "戌亥。"
    assert held(new, body(song, 10), TEN, COMMAS, LAST, "戌亥。") == [TEN, "甲，乙，丙壬戊己庚辛", LAST, "戌亥。"]


def test_a_character_more_is_pushed_into_its_line(song: Chain) -> None:
    """Eleven characters with two commas squeezed by half an em each stand on ten ems: the lines meet at once."""
    new = TEN + COMMAS.replace("丁", "丁壬") + LAST + "戌亥。"
    assert held(new, body(song, 10), TEN, COMMAS, LAST, "戌亥。") == [TEN, "甲，乙，丙丁壬戊己庚辛", LAST, "戌亥。"]


def test_a_character_more_without_room_re_breaks_what_follows(song: Chain) -> None:
    """Ten Han on ten ems give nothing: every line behind the change takes one over, and those before it stand."""
    new = TEN + "春" + TEN + LAST + "戌亥。"
    assert held(new, body(song, 10), TEN, TEN, LAST, "戌亥。") == [
        TEN,
        "春一二三四五六七八九",
        "十子丑寅卯辰巳午未申",
        "酉戌亥。",
    ]


def test_earlier_breaks_stand_though_others_were_better(song: Chain) -> None:
    """Six ems and a half: six characters open by a tenth of an em; where five were printed, five stay."""
    setting, text = body(song, 6.5, widest_em=0.5), TEN + "甲乙丙丁戊"
    assert held(text, setting) == ["一二三四五六", "七八九十甲乙", "丙丁戊"]
    assert held(text, setting, "一二三四五六", "七八九十甲", "乙丙丁戊") == ["一二三四五六", "七八九十甲", "乙丙丁戊"]


def test_a_break_that_is_no_longer_legal_is_not_kept(song: Chain) -> None:
    """A comma put where a line began does not start it."""
    new = TEN + "，" + COMMAS + LAST
    lines = held(new, body(song, 10), TEN, COMMAS, LAST)
    assert "".join(lines) == new
    assert not any(line.startswith("，") for line in lines)


def test_a_wide_line_that_did_not_change_may_stay_wide(song: Chain) -> None:
    """Eight Han on ten ems leave gaps of 0.29 em, wider than the style likes; what stood so may stand so."""
    old = ["一二三四五六七八", "九十甲乙丙丁戊己庚辛", LAST, "戌亥。"]
    new = "".join(old).replace("亥", "子")
    assert held(new, body(song, 10))[0] != old[0]
    assert held(new, body(song, 10), *old) == [*old[:3], "戌子。"]


def test_two_changes_in_one_paragraph_leave_the_lines_between(song: Chain) -> None:
    """The first and the fourth line changed; the second and third did not."""
    between = ["春夏秋冬东南西北中发", "金木水火土石田园山川"]
    old = [TEN, *between, LAST, "戌亥。"]
    new = [TEN.replace("三", "百"), *between, LAST.replace("申", "千"), "戌亥。"]
    assert held("".join(new), body(song, 10), *old) == new


def test_clusters_and_shaped_words_are_no_obstacle(song: Chain) -> None:
    """A ligature has fewer glyphs than letters, a letter with a combining accent more code points than glyphs."""
    setting = body(song, 10)
    text = "的office里e\u0301一" * 6
    before = [text[line.start : line.end] for line in set_paragraph(text, setting)]
    assert held(text, setting, *before) == before
    assert held(text + "完。", setting, *before)[: len(before) - 1] == before[:-1]


def printed(*lines: str, leg: int = 0) -> PrintedBlock:
    """A paragraph as printed in one leg."""
    return PrintedBlock(tuple(PrintedLine(line, leg) for line in lines))


def paragraph(text: str, setting: Setting, *old: str) -> HeldParagraph:
    """A changed paragraph held to its old lines."""
    return HeldParagraph(BodyCopy(Passage(text), setting, "body", 0), printed(*old), 0)


def test_a_lone_character_finds_company(song: Chain) -> None:
    """单字不占行: rather than leave one character on the last line, the break before it goes."""
    comma = "甲，乙丙丁戊己庚辛壬"
    new = TEN + comma + "天"
    one = paragraph(new, body(song, 10, 0.16), TEN, comma, "天地。")
    assert [new[line.start : line.end] for line in one.lines] == [TEN, comma[:-1], "壬天"]


def test_a_paragraph_gives_a_line_when_it_must(song: Chain) -> None:
    """Twenty-one characters: one stands over; three commas of the second line let it in."""
    old = (TEN, "甲，乙，丙，丁戊己庚")
    new = TEN + "甲，乙，丙，丁戊己庚" + "辛"
    one = paragraph(new, body(song, 10), *old)
    taken = one.more and one.grow(-one.more, strong=True)
    assert one.more == 0
    assert taken in (0, -1)
    assert [new[line.start : line.end] for line in one.lines] == [TEN, "甲，乙，丙，丁戊己庚辛"]


def test_a_paragraph_that_cannot_give_a_line_does_not(song: Chain) -> None:
    """Han alone give nothing."""
    one = paragraph(TEN + LAST + "天地", body(song, 10), TEN, LAST)
    assert one.more == 1
    assert one.grow(-1, strong=True) == 0
    assert one.more == 1


def test_the_leg_of_a_change_is_that_of_its_first_line() -> None:
    """The first character that differs counts, and what is put behind the end changes the last line."""
    block = PrintedBlock((PrintedLine("一二三", 0), PrintedLine("四五六", 1)))
    assert leg_of_change(block, "一百三四五六") == 0
    assert leg_of_change(block, "一二三四百六") == 1
    assert leg_of_change(block, "一二三四五六七") == 1


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["甲", "乙", "丙"], ["甲", "乙", "丙"], [0, 1, 2]),
        (["甲", "乙", "丙"], ["甲", "丙"], [0, 2]),
        (["甲", "丙"], ["甲", "乙", "丙"], [0, None, 1]),
        # Changed ones in order, and the new one is the one that is like none.
        (["甲甲甲甲", "乙乙乙乙", "丙"], ["甲甲子甲", "乙乙丑乙", "丙"], [0, 1, 2]),
        (["甲甲甲甲", "丙"], ["新", "甲甲子甲", "丙"], [None, 0, 1]),
        (["甲甲甲甲", "乙乙乙乙", "丙"], ["乙乙丑乙", "丙"], [1, 2]),
        # A paragraph cut in two is its first part and a new one.
        (["甲乙丙丁戊己庚", "子"], ["甲乙丙丁戊", "己庚", "子"], [0, None, 1]),
        ([], ["甲"], [None]),
        (["甲"], [], []),
    ],
)
def test_paragraphs_are_paired(old: list[str], new: list[str], pairs: list[int | None]) -> None:
    """Equal ones first, then by what they have in common."""
    assert paired(old, new) == pairs
